package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/display"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// savePicture saves what the kiosk shows, at its screen's size, beside the content, and returns what to say of it.
func (p *preview) savePicture(seen display.Seen) string {
	st := seen.State
	set, painter := typeset.New(), paint.New(32<<20)
	painter.Pictures = &p.images
	shown := layout.Layout(st, page.ThemeOf(st), seen.Size, set)
	m := painter.Screen(seen.Size, motion.Compose(motion.Scene{Page: shown, Scroll: shown.Scroll.Rest(st.View.Scroll), Now: st.Now, Progress: snapshotProgress}))
	return p.keep("图片", "预览-"+screenName(st)+st.Now.Format("-20060102-1504")+".png", func(path string) string {
		if err := replaceFile(path, func(w io.Writer) error { return paint.WritePNG(w, m) }); err != nil {
			return cause(err)
		}
		return ""
	})
}

// keep saves a file beside the content, or where that can't be written on the desktop, and returns what to say of it. save returns why it
// could not.
func (p *preview) keep(what, name string, save func(path string) (why string)) string {
	if p.conf.content == "" {
		return "还没有打开内容，没有什么可存"
	}
	beside := filepath.Dir(p.conf.content)
	path := free(beside, name)
	why := save(path)
	if why == "" {
		return what + "存好了，在内容文件夹旁边：" + filepath.Base(path)
	}
	if desktop := desktopFolder(); desktop != "" {
		if path = free(desktop, name); save(path) == "" {
			return fmt.Sprintf("内容文件夹旁边不能写，%s存到了桌面：%s", what, filepath.Base(path))
		}
	}
	return fmt.Sprintf("%s没有存成（%s）；改法：看看磁盘空间和 %s 的权限", what, why, diag.Printable(beside))
}

// screenName returns what staff call a screen, for a file's name.
func screenName(st session.State) string {
	if st.Sheet.Kind == session.Accessibility {
		return "大字"
	}
	switch v := st.View; v.Kind {
	case session.Home:
		return "首页"
	case session.Category:
		return "类别"
	case session.Item:
		return fmt.Sprintf("事项%02d", v.Number)
	case session.Search:
		return "查找"
	case session.Notices, session.Notice:
		return "公告"
	}
	return "开始画面"
}

// free returns a path in a folder that no file has yet.
func free(dir, name string) string {
	ext := filepath.Ext(name)
	path := filepath.Join(dir, name)
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext))
	}
}

// saveSheet saves the sheet of the week that is looked at, and returns what to say of it.
func (p *preview) saveSheet(ctx context.Context, seen display.Seen) string {
	now := seen.State.Now
	return p.keep("审批单", "一周审批单"+now.Format("-20060102")+".pdf", func(path string) string {
		args := []string{"snapshot", "--content", p.conf.content, "--sheet", path, "--at", now.Format("2006-01-02T15:04")}
		if p.config != "" {
			args = append(args, "--config", p.config)
		}
		if said, code := command(ctx, args...); code != fine {
			return last(said)
		}
		return ""
	})
}

// command runs one of the program's own commands and returns what it prints, by lines, and its exit code.
func command(ctx context.Context, args ...string) (said []string, code int) {
	var out bytes.Buffer
	code = run(ctx, args, streams{&out, &out})
	for _, line := range strings.Split(out.String(), "\n") {
		if line = strings.TrimRight(line, " \r"); line != "" {
			said = append(said, diag.Printable(line))
		}
	}
	return said, code
}

// last returns the last line, or "".
func last(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return lines[len(lines)-1]
}

// taking returns the command that takes a file into the content, without the flag that only lists what it would do; nil for
// files of another kind.
func (p *preview) taking(path string) []string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx", ".tsv", ".csv", ".txt", ".docx", ".xls", ".et", ".ods", ".doc", ".wps", ".rtf", ".pdf":
		return []string{"import", "--out", p.conf.content, "--", path}
	case ".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic":
		return []string{"new", "poster", "--content", p.conf.content, "--", path}
	}
	return nil
}

// mostLines is how many lines of a command's words the window shows.
const mostLines = 200

// ask returns the question about the first of the dropped files: what would change.
func (p *preview) ask(ctx context.Context) desk.Question {
	path := p.queue[0]
	p.replaces = false
	q := desk.Question{Title: filepath.Base(path), Note: "内容没有变", More: len(p.queue) > 1}
	if q.More {
		q.Lines = append(q.Lines, fmt.Sprintf("放进来 %d 个，一个一个问：这是第一个，另外 %d 个没有动。", len(p.queue), len(p.queue)-1))
	}
	args := p.taking(path)
	switch {
	case isFolder(path):
		q.Lines = append(q.Lines, "这个文件夹里没有 kiosk.toml，不是内容文件夹，不能打开，也不能导入。改法：把里面的文件拖进来。")
		return q
	case args == nil:
		q.Lines = append(q.Lines, "不认识这种文件。能放进来的：目录表（.xlsx、.tsv、.csv）、通知（.docx、.txt）、照片（.jpg、.png）。内容文件（.toml）直接放进内容文件夹。")
		return q
	case args[0] == "new":
		title := "标题照文件名，是“" + stemOf(path) + "”"
		if !shortName(stemOf(path)) {
			title = "文件名不像标题，标题先写成“" + posterTitle + "”，以后可以改"
		}
		q.Lines = append(q.Lines, "会新建一条公告，是一张海报："+title+"；日期是今天；照片缩小、转正，放进 images。", "别的都不变。")
	default:
		said, code := command(ctx, append([]string{"import", "--dry-run"}, args[1:]...)...)
		if p.replaces = strings.Contains(last(said), noticeThere); p.replaces {
			q.Lines = append(q.Lines, "内容里已经有这一条。点“导入”，就换成这一份，原来的留在旁边，名字后面多 .bak。")
			said, code = command(ctx, append([]string{"import", "--dry-run", "--force"}, args[1:]...)...)
		}
		q.Lines = append(q.Lines, limited(untilFile(said))...)
		if code == usage || strings.Contains(last(said), nothingTaken) {
			return q
		}
	}
	q.Order, q.Note = desk.Import, "点“导入”以前，内容不会变"
	return q
}

// stemOf returns a file's name without its folder and extension.
func stemOf(path string) string { return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) }

// nothingTaken is how import ends where the file holds nothing that it can take.
const nothingTaken = "什么也没有收"

// untilFile returns what import says before the text of the file that it would write, which begins with a comment.
func untilFile(said []string) []string {
	if i := slices.IndexFunc(said, func(line string) bool { return strings.HasPrefix(line, "#") }); i >= 0 {
		return said[:i]
	}
	return said
}

// takeIn imports the file that was asked about, and returns what to say of it.
func (p *preview) takeIn(ctx context.Context) desk.Question {
	path := p.queue[0]
	args := p.taking(path)
	if p.replaces {
		args = append([]string{"import", "--force"}, args[1:]...)
	}
	said, code := command(ctx, args...)
	q := desk.Question{Title: filepath.Base(path), Lines: limited(said), Note: "导入好了", More: len(p.queue) > 1}
	if code != fine {
		q.Note = "没有全部导入，看看上面"
	}
	return q
}

// next asks about the next of the dropped files.
func (p *preview) next(ctx context.Context) {
	if len(p.queue) > 1 {
		p.queue = p.queue[1:]
		p.tell(ctx, desk.Asked{Question: p.ask(ctx)})
	}
}

// limited returns the first lines, and how many more there are.
func limited(lines []string) []string {
	if len(lines) <= mostLines {
		return lines
	}
	return append(lines[:mostLines:mostLines], fmt.Sprintf("……还有 %d 行", len(lines)-mostLines))
}
