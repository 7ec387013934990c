package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/term" // whether a person can answer: a script's input may be a device too

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// newCmd writes a file to start from.
type newCmd struct {
	Notice newNoticeCmd `cmd:"" help:"写一条公告。"`
	Poster newPosterCmd `cmd:"" help:"用一张照片做一张海报。"`
	Item   newItemCmd   `cmd:"" help:"写一个公开事项。"`
	Guide  newGuideCmd  `cmd:"" help:"给一个公开事项加一节办事指南。"`
}

func (newCmd) Help() string {
	return "例：kiosk new notice --content /srv/kiosk/content --title 停水通知\n\n要紧的没有写，就一句一句地问；不在终端里运行就不问，只说缺什么。写出来的文件马上能用，从不覆盖已有的文件。"
}

// target is the content directory that new writes into.
type target struct {
	Content string `placeholder:"目录" help:"内容目录；默认照本机设置，没有就是当前文件夹。"`
}

// dir returns the directory and the machine's time zone; ok is false if there is none, which is reported.
func (t target) dir(s streams) (dir string, zone *time.Location, ok bool) {
	conf, _ := readConfig(configPath, false)
	dir = t.Content
	switch {
	case dir != "":
	case conf.content != "":
		dir = conf.content
	default:
		dir = "."
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		fmt.Fprintf(s.err, "错误：没有 %s 这个内容目录；改法：改正 --content；头一次用，先运行 kiosk init %s\n", diag.Printable(dir), diag.Printable(dir))
		return "", nil, false
	}
	if !exists(filepath.Join(dir, "kiosk.toml")) {
		fmt.Fprintf(s.err, "错误：%s 里没有 kiosk.toml，不像内容目录；改法：写上 --content 内容目录；头一次用，先运行 kiosk init 目录\n", diag.Printable(dir))
		return "", nil, false
	}
	return dir, conf.zone, true
}

// today returns the day in a zone, at midnight in UTC.
func today(now time.Time, zone *time.Location) time.Time {
	now = now.In(zone)
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

// atTerminal returns the person at the terminal, nil where input or output is none, as in a script or in a window.
func atTerminal(ctx context.Context, s streams) *asker {
	out, ok := s.out.(*os.File)
	if !ok || !term.IsTerminal(int(out.Fd())) || !term.IsTerminal(int(os.Stdin.Fd())) {
		return nil
	}
	return newAsker(ctx, os.Stdin, s.out)
}

// day is a date on the command line.
type day struct{ time.Time }

// UnmarshalText parses 2026-11-20, and a date as it is written in letters.
func (d *day) UnmarshalText(text []byte) error {
	t, ok := catalogue.ReadDay(string(text))
	if !ok {
		return fmt.Errorf("日期应写成 2026-11-20，不是“%s”", text)
	}
	d.Time = t
	return nil
}

// newNoticeCmd writes a notice.
type newNoticeCmd struct {
	target
	Title   string   `placeholder:"标题" help:"标题。"`
	Date    day      `placeholder:"2026-11-20" help:"日期；默认是今天。"`
	Body    string   `placeholder:"正文" help:"正文，换一行是一段；可以先空着，以后在文件里写。"`
	When    string   `placeholder:"时间" help:"什么时候，40 个字以内。"`
	Where   string   `placeholder:"地点" help:"在哪里，40 个字以内。"`
	Issuer  string   `placeholder:"单位" help:"落款写别的单位。"`
	Photo   []string `placeholder:"照片" sep:"none" help:"照片，缩小、转正，放进 images；可以写几次。"`
	Publish day      `placeholder:"2026-11-20" help:"从哪天起上屏。"`
	Expire  day      `placeholder:"2026-11-26" help:"到哪天下屏。"`
	Pinned  bool     `help:"排在最前面。"`
}

func (newNoticeCmd) Help() string {
	return "例：kiosk new notice --content /srv/kiosk/content --title 停水通知 --body 明天停水，请储水。 --expire 2026-11-26\n\n从 Word 来的，用 kiosk import 通知.docx --out 内容目录。"
}

func (c newNoticeCmd) run(ctx context.Context, s streams) int {
	dir, zone, ok := c.dir(s)
	if !ok {
		return found
	}
	d := draft{title: strings.TrimSpace(c.Title), day: c.Date.Time, body: c.Body, issuer: c.Issuer, when: c.When, where: c.Where, publish: c.Publish.Time, expire: c.Expire.Time, pinned: c.Pinned}
	now := today(time.Now(), zone)
	if d.title == "" {
		who := atTerminal(ctx, s)
		if who == nil {
			fmt.Fprintln(s.err, "kiosk：缺少 --title，例如 kiosk new notice --title 停水通知")
			return usage
		}
		if err := who.notice(&d, now); err != nil {
			fmt.Fprintln(s.err, "停下了，没有写任何文件")
			return found
		}
	}
	if d.day.IsZero() {
		d.day = now
	}
	return d.create(ctx, s, dir, c.Photo)
}

// notice asks for what a notice has.
func (a *asker) notice(d *draft, now time.Time) (err error) {
	if d.title, err = a.line("标题", "", required); err != nil {
		return err
	}
	if d.day.IsZero() {
		if d.day, err = a.day("日期", now); err != nil {
			return err
		}
	}
	if d.body == "" {
		if d.body, err = a.lines("正文，换一行是一段，可以粘贴"); err != nil {
			return err
		}
	}
	if d.expire.IsZero() {
		d.expire, err = a.dayOrNone("到哪天下屏")
	}
	return err
}

// create writes the notice of a draft and its photographs, and returns the exit code.
func (d draft) create(ctx context.Context, s streams, dir string, photos []string) int {
	work := startProgress(s.err, "正在处理照片……", "")
	defer work.stop()
	notices, err := noticesIn(dir)
	if err != nil {
		fmt.Fprintf(s.err, "错误：%s 读不了（%s）；改法：看看文件夹的权限\n", diag.Printable(dir), cause(err))
		return found
	}
	p := noticePlan{draft: d}
	if same := sameNotice(notices, d); same != "" {
		fmt.Fprintf(s.err, "错误：已经有标题和日期都一样的公告 %s，没有改动；改法：直接改那个文件，或换一个标题\n", diag.Printable(same))
		return found
	}
	for _, file := range photos {
		if !p.addPhoto(s, dir, file) {
			return found
		}
	}
	if err = p.addNotice(dir); err == nil {
		p.check()
		diag.WriteText(s.err, p.problems)
		if counts(p.problems)[diag.Error] > 0 {
			fmt.Fprintln(s.err, "没有写任何文件：先改好上面的错误")
			return found
		}
		err = writeFiles(ctx, dir, p.files)
	}
	work.stop()
	if err != nil {
		return notWritten(s, err)
	}
	fmt.Fprint(s.out, p.summary("写好"))
	fmt.Fprintf(s.out, "屏幕几秒钟内就会更新。要改就用记事本打开 %s\n", diag.Printable(filepath.Join(dir, filepath.FromSlash(p.files[len(p.files)-1].path))))
	return fine
}

// notWritten prints why nothing was written.
func notWritten(s streams, err error) int {
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "停下了，没有写任何文件")
	case errors.Is(err, fs.ErrExist):
		fmt.Fprintln(s.err, "错误：文件已经有了，没有改动；改法：再运行一次")
	default:
		fmt.Fprintf(s.err, "错误：没有写成（%s）；改法：看看磁盘空间和文件夹的权限\n", cause(err))
	}
	return found
}

// required reports an answer that is missing: it is the check of those that can't be left out.
func required(answer string) error {
	if answer == "" {
		return errors.New("这一项一定要写")
	}
	return nil
}

// shortName reports whether a file's name reads as a title: hanzi, and not what cameras and WeChat call their pictures.
func shortName(name string) bool {
	return utf8.RuneCountInString(name) <= 30 && strings.ContainsFunc(name, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }) && !strings.Contains(name, "微信图片") && !strings.Contains(name, "屏幕截图") && !strings.Contains(name, "图片_")
}
