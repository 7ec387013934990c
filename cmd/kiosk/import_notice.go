package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	photo "gongkai/kiosk/picture"
	"gongkai/kiosk/toml"
	"gongkai/kiosk/word"
)

// noticeHelp is what import's help has about notices.
const noticeHelp = "Word 的 .docx 和文字文件（也可以是从微信复制的）变成一条公告：标题是第一行居中的字或标题，日期和落款取自末尾，表格、编号、图片照原样；没有地方放的（批注、页眉、链接的网址……）一样一样列出来。.doc、.wps 先另存为 .docx。"

// notice makes a notice of a document.
func (c importCmd) notice(ctx context.Context, s streams, name string, data []byte) int {
	if c.Renumber || c.Delete {
		fmt.Fprintln(s.err, "kiosk：--renumber 和 --delete 是导入目录表用的，通知用不上")
		return usage
	}
	conf, _ := readConfig(configPath, false)
	return noticeImport{name, data, c.Out, today(time.Now(), conf.zone), c.Date.Time, c.DryRun, c.Force}.perform(ctx, s)
}

// noticeImport makes a notice of a document.
type noticeImport struct {
	file  string
	data  []byte
	dir   string    // the content directory
	today time.Time // the notice's day if the document has none; midnight in UTC
	day   time.Time // the notice's day whatever the document has; zero: the document's
	dry   bool
	force bool // a notice with the same title and day gets the document's text
}

// noticePlan is what an import writes.
type noticePlan struct {
	draft    draft
	files    []newFile // the images, and last the notice
	same     string    // the notice that is there already; "": none
	removed  []string  // what that has, and the document hasn't
	problems []diag.Problem
	lost     bool // something of the document has no place
}

// perform imports, prints what happens, and returns the exit code.
func (j noticeImport) perform(ctx context.Context, s streams) int {
	work := startProgress(s.err, "正在读文档……", "")
	plan, err := j.plan(ctx)
	work.stop()
	var fault *word.Fault
	switch {
	case errors.As(err, &fault):
		diag.WriteText(s.err, []diag.Problem{fault.Problem(filepath.Base(j.file))})
		fmt.Fprintln(s.err, nothingTaken+"，没有写任何文件")
		return found
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "停下了，没有写任何文件")
		return found
	case errors.Is(err, fs.ErrNotExist):
		fmt.Fprintf(s.err, "错误：没有 %s 这个内容目录；改法：改正 --out；头一次用，先运行 kiosk init %s\n", diag.Printable(j.dir), diag.Printable(j.dir))
		return found
	case err != nil:
		fmt.Fprintf(s.err, "错误：没有导入（%v）；改法：看看 %s 能不能读，里面的公告有没有写错\n", err, diag.Printable(j.dir))
		return found
	}
	diag.WriteText(s.err, plan.problems)
	if plan.same != "" && !j.force {
		fmt.Fprintf(s.err, "错误："+noticeThere+" %s，没有改动；改法：直接改那个文件；要换成这一份的文字和图片，再运行一次，加上 --force\n", diag.Printable(plan.same))
		return found
	}
	if n := counts(plan.problems); n[diag.Error] > 0 {
		fmt.Fprintln(s.err, "没有导入：先改好上面的错误")
		return found
	}
	return j.write(ctx, s, plan)
}

// noticeThere begins what is said of a notice that is there already.
const noticeThere = "已经有标题和日期都一样的公告"

// write writes a plan, or prints it, and returns the exit code.
func (j noticeImport) write(ctx context.Context, s streams, plan noticePlan) int {
	code := fine
	if plan.lost {
		code = found
	}
	if j.dry {
		fmt.Fprint(s.out, plan.summary("会写"))
		fmt.Fprintf(s.out, "\n%s", plan.files[len(plan.files)-1].data)
		return code
	}
	err := writeFiles(ctx, j.dir, plan.files)
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "停下了，没有写任何文件")
		return found
	case err != nil:
		fmt.Fprintf(s.err, "错误：没有写成（%s）；改法：看看磁盘空间和文件夹的权限\n", cause(err))
		return found
	}
	fmt.Fprint(s.out, plan.summary("写好"))
	if code == found {
		fmt.Fprintln(s.out, "上面的“提醒”，照改法补一下")
	}
	return code
}

// plan reads the document and the directory.
func (j noticeImport) plan(ctx context.Context) (noticePlan, error) {
	n, err := word.Read(ctx, filepath.Base(j.file), j.data)
	if err != nil {
		return noticePlan{}, err
	}
	p := noticePlan{problems: n.Problems}
	p.draft = draft{title: n.Title, day: n.Day, body: n.Body, issuer: n.Issuer}
	switch {
	case !j.day.IsZero():
		p.draft.day = j.day
	case n.Unread != "":
		p.draft.day = j.today
		p.problems = append(p.problems, diag.Problem{File: filepath.Base(j.file), Severity: diag.Error, Code: "notice-date-unread", Message: "日期“" + diag.Excerpt(n.Unread, 30) + "”看不出是哪一天", Fix: "在原文里改成 2026年11月20日 这样的，再导入；或导入时加上 --date 2026-11-20"})
	case n.Day.IsZero():
		p.draft.day = j.today
		p.problems = append(p.problems, diag.Problem{File: filepath.Base(j.file), Severity: diag.Hint, Code: "date-today", Message: "没有找到日期，写成了今天 " + j.today.Format(time.DateOnly), Fix: "不对就改公告里的 date，或导入时加上 --date 2026-11-20"})
	}
	notices, err := noticesIn(j.dir)
	if err != nil {
		return noticePlan{}, err
	}
	p.same = sameNotice(notices, p.draft)
	if err := p.addImages(ctx, j.dir, filepath.Base(j.file), n.Pictures); err != nil {
		return noticePlan{}, err
	}
	if err := p.addNotice(j.dir); err != nil {
		return noticePlan{}, err
	}
	p.lost = counts(p.problems)[diag.Warning] > 0
	p.check()
	return p, nil
}

// addImages adds the pictures as files; those that can't be shown are named. The error is the context's.
func (p *noticePlan) addImages(ctx context.Context, dir, file string, pictures []word.Picture) error {
	for i, pic := range pictures {
		if err := ctx.Err(); err != nil {
			return err
		}
		data, ending, fault := photo.Copy(pic.Data, photo.Cut{Left: pic.Crop[0], Top: pic.Crop[1], Right: pic.Crop[2], Bottom: pic.Crop[3], Turns: pic.Turns})
		if fault != nil {
			p.problems = append(p.problems, diag.Problem{File: fmt.Sprintf("%s：第 %d 张图片", file, i+1), Severity: diag.Warning, Code: fault.Code, Message: fault.Message + "，没有放进公告", Fix: pictureFix(fault)})
			continue
		}
		p.addImage(dir, data, ending)
	}
	return nil
}

// pictureFix returns what to do about a document's picture: one that is too large stays so when Word saves it.
func pictureFix(fault *photo.Fault) string {
	save := "在 Word 里右键点它，选“另存为图片”"
	switch fault.Code {
	case "image-bytes", "image-pixels", "image-memory", "image-complex", "image-cropped-away":
		return save + "，" + fault.Fix + "，放进 images，再写进公告的 images"
	}
	return save + "，存成 PNG，放进 images，再写进公告的 images"
}

// addImage adds a picture under a name that is free, or that has the same bytes.
func (p *noticePlan) addImage(dir string, data []byte, ending string) {
	for n := 1; ; n++ {
		name := p.draft.imagePath(n, ending)
		if slices.Contains(p.draft.images, name) {
			continue
		}
		there, err := readRegular(filepath.Join(dir, filepath.FromSlash(name)))
		if err == nil && !bytes.Equal(there, data) {
			continue
		}
		p.draft.images = append(p.draft.images, name)
		if err != nil {
			p.files = append(p.files, newFile{path: name, data: data})
		}
		return
	}
}

// addNotice adds the notice's file: a new one, or the one that is there with the document's texts and images, and without
// those that the document lacks; its other keys stay.
func (p *noticePlan) addNotice(dir string) error {
	if p.same != "" {
		old, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(p.same)))
		if err != nil {
			return err
		}
		text, err := setAll(old, p.draft.texts())
		if err != nil {
			return err
		}
		for _, key := range p.draft.absent() {
			rest, ok := toml.Remove(text, key)
			if !ok {
				return fmt.Errorf("%s 去不掉，文件里有别的错误", key)
			}
			if !bytes.Equal(rest, text) {
				p.removed = append(p.removed, map[string]string{"issuer": "落款", "images": "图片"}[key])
			}
			text = rest
		}
		p.files = append(p.files, newFile{path: p.same, data: text, replace: true})
		return nil
	}
	text, err := p.draft.file()
	if err != nil {
		return err
	}
	name := p.draft.noticePath(1)
	for n := 2; exists(filepath.Join(dir, filepath.FromSlash(name))); n++ {
		name = p.draft.noticePath(n)
	}
	p.files = append(p.files, newFile{path: name, data: text})
	return nil
}

// check adds what kiosk check would find in the notice by itself.
func (p *noticePlan) check() {
	last := p.files[len(p.files)-1]
	files := []catalogue.File{{Path: last.path, Data: last.data}}
	for _, name := range p.draft.images {
		files = append(files, catalogue.File{Path: name, Image: &catalogue.Fact{Width: 1000, Height: 1000, Hash: name}})
	}
	_, problems := catalogue.Parse(files)
	for _, problem := range problems {
		if problem.File == last.path {
			p.problems = append(p.problems, problem)
		}
	}
}

// summary returns what is written, in lines for staff.
func (p noticePlan) summary(verb string) string {
	var b strings.Builder
	last := p.files[len(p.files)-1]
	fmt.Fprintf(&b, "%s %s\n", verb, diag.Printable(last.path))
	if last.replace {
		fmt.Fprintf(&b, "  原来的那一份留作 %s.bak\n", diag.Printable(path.Base(last.path)))
	}
	if len(p.removed) > 0 {
		fmt.Fprintf(&b, "  这一份里没有，去掉了原来的%s\n", strings.Join(p.removed, "、"))
	}
	fmt.Fprintf(&b, "  标题：%s\n", diag.Printable(strings.ReplaceAll(p.draft.title, "\n", "")))
	fmt.Fprintf(&b, "  日期：%s\n", catalogue.LongDate(p.draft.day))
	if p.draft.issuer != "" {
		fmt.Fprintf(&b, "  落款：%s\n", diag.Printable(p.draft.issuer))
	}
	lines, tables := 0, 0
	for _, block := range catalogue.Blocks(p.draft.body) {
		switch block.Kind {
		case catalogue.Table:
			tables++
		case catalogue.Blank:
		default:
			lines++
		}
	}
	var parts []string
	if lines > 0 {
		parts = append(parts, fmt.Sprintf("%d 段", lines))
	}
	if tables > 0 {
		parts = append(parts, fmt.Sprintf("表格 %d 个", tables))
	}
	switch n := len(p.draft.images); {
	case n == 1 && parts == nil:
		b.WriteString("  只有一张图片，屏幕上就是整张海报\n")
		return b.String()
	case n > 0:
		parts = append(parts, fmt.Sprintf("图片 %d 张", n))
	case parts == nil:
		parts = []string{"还没有写"}
	}
	fmt.Fprintf(&b, "  正文：%s\n", strings.Join(parts, "，"))
	return b.String()
}

// noticesIn returns the notices of a content directory, also those that aren't on air.
func noticesIn(dir string) ([]catalogue.Notice, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: dir, Err: errors.New("不是文件夹")}
	}
	files := placeholder()
	entries, err := os.ReadDir(filepath.Join(dir, "notices"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range entries {
		name := path.Join("notices", e.Name())
		if !e.Type().IsRegular() || !catalogue.Wants(name) {
			continue
		}
		data, err := readBounded(filepath.Join(dir, "notices", e.Name()), catalogue.MaxBytes)
		if err != nil {
			continue // kiosk check reports it
		}
		files = append(files, catalogue.File{Path: name, Data: data})
	}
	c, _ := catalogue.Parse(files)
	if c == nil {
		return nil, nil
	}
	return c.Notices, nil
}

// placeholder returns the files without which no notices are read.
func placeholder() []catalogue.File {
	return []catalogue.File{
		{Path: "kiosk.toml", Data: []byte("centre = \"x\"\ncatalogue = \"x\"\n")},
		{Path: "items/x.toml", Data: []byte("number = 1\ncategory = \"x\"\ncontent = \"x\"\n")},
	}
}

// sameNotice returns the file of the notice with a draft's title and day, "" if there is none.
func sameNotice(notices []catalogue.Notice, d draft) string {
	title := strings.Join(strings.Fields(d.title), "")
	for _, n := range notices {
		if strings.Join(strings.Fields(n.Title), "") == title && n.Date.Equal(d.day) {
			return n.File
		}
	}
	return ""
}

// readBounded reads a regular file, refusing one that is larger than a bound.
func readBounded(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("不是普通文件")
	case info.Size() > most:
		return nil, fmt.Errorf("超过 %d MiB", most>>20)
	}
	return os.ReadFile(path)
}
