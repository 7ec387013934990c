package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/sheet"
	"gongkai/kiosk/store"
	"gongkai/kiosk/word"
)

// importCmd takes over an office's table, or a notice of Word's, into a content directory.
type importCmd struct {
	Table    string `arg:"" name:"文件" help:"目录表（.xlsx、.tsv、.csv、.txt），或者一份通知（.docx、.txt）。"`
	Out      string `required:"" placeholder:"目录" help:"写到哪个内容目录；没有就新建，有就只改表里改了的。"`
	DryRun   bool   `help:"只列出要做什么，不写文件。"`
	Renumber bool   `help:"按表里的次序重新编序号；中间插了一项时用。"`
	Delete   bool   `help:"表里没有的事项，删去它的文件。"`
	Date     day    `placeholder:"2026-11-20" help:"通知的日期；默认是文件里的，没有就是今天。"`
	Force    bool   `help:"标题和日期都一样的公告已经有了，就换成这一份的文字和图片。"`
}

func (importCmd) Help() string {
	return "例：kiosk import 目录.xlsx --out /srv/kiosk/content --dry-run\n\n例：kiosk import 通知.docx --out /srv/kiosk/content\n\n" +
		"表头照国务院的目录表：序号、一级事项、二级事项、公开内容（要素）、公开依据、公开时限、公开主体、公开渠道和载体、公开层级，还有公开对象、公开方式；在第几行第几列都行，每页重复也行。" +
		"有三级、四级事项的，一级是类别，其余几级接起来是标题，接缝就是标题可以分行的地方。\n\n" +
		"文件里自己写的（办事指南、链接、到哪里问、说明）都留着；字没有变的格子，分行的地方也照旧。表里空着的格子，文件里的那一项会删去；表里没有的栏，文件里的不动。\n\n" +
		"kiosk export --all 写出的公告、办事指南、事项补充、本单位、节假日这几张工作表也收：表里没有的公告和办事指南照旧留着，看不懂的格子列出来，文件里的不动。\n\n" +
		"每一格都收了，退出码是 0；有的格子没有地方放，或者一项也没有收，是 1：能收的照样写，没有收的一格一格列出来。表格外面的字（标题上面的、表下面的附注）只提一句。\n\n" +
		noticeHelp
}

func (c importCmd) run(ctx context.Context, s streams) int {
	name := filepath.Base(c.Table)
	data, err := readTable(c.Table)
	if err != nil {
		fmt.Fprintf(s.err, "错误：%s\n", err)
		return found
	}
	if info, err := os.Stat(c.Out); err == nil && !info.IsDir() {
		fmt.Fprintf(s.err, "错误：--out 的 %s 是文件，不是目录；改法：写内容目录，例如 /srv/kiosk/content\n", diag.Printable(c.Out))
		return found
	}
	work := startProgress(s.err, "正在读文件……", "已读 %d KB，共 %d KB……\n")
	var book sheet.Book
	var problems []diag.Problem
	if word.IsDocument(name, data) {
		grids := word.Catalogues(ctx, name, data)
		if grids == nil {
			work.stop()
			return c.notice(ctx, s, name, data)
		}
		book = bookOf(grids)
	} else {
		book, problems = sheet.Read(ctx, name, data, func(read, all int64) { work.at(int(read>>10), int(all>>10)) })
	}
	table := sheet.TableOf(ctx, name, book)
	work.stop()
	if len(problems) > 0 { // a part of a table could pass for all of it
		diag.WriteText(s.err, problems)
		fmt.Fprintln(s.err, nothingTaken+"，没有写任何文件")
		return found
	}
	files, ok := c.files(s)
	if !ok {
		return found
	}
	plan := sheet.PlanOf(name, table, files, store.ReadFS(content.FS).Files, sheet.Options{Renumber: c.Renumber, Delete: c.Delete})
	plan = plan.With(sheet.FurtherOf(name, book), table, files)
	diag.WriteText(s.err, plan.Problems)
	return c.carryOut(ctx, s, plan)
}

// readTable returns a table's bytes, or an error in Chinese with what to do.
func readTable(path string) ([]byte, error) {
	shown := diag.Printable(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("没有 %s 这个文件；改法：看看文件名和文件夹写对没有", shown)
	case err == nil && !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s 不是文件；改法：写表格的文件名，例如 目录.xlsx", shown)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s 打不开（%s）；改法：表格正开着就先关上，再看看文件的权限", shown, cause(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, max(sheet.MaxBytes, word.MaxBytes)+1))
	if err != nil {
		return nil, fmt.Errorf("%s 没有读完（%s）；改法：重新拷贝一份再试", shown, cause(err))
	}
	return data, nil
}

// files returns what the content directory has, nothing if it doesn't exist yet.
func (c importCmd) files(s streams) ([]catalogue.File, bool) {
	if _, err := os.Stat(c.Out); errors.Is(err, fs.ErrNotExist) {
		return nil, true
	}
	snap := store.NewChecker(c.Out).Check()
	for _, p := range snap.Problems {
		if p.File == "." && p.Severity == diag.Error && len(snap.Files) > 0 {
			fmt.Fprintf(s.err, "错误：%s：%s；改法：%s\n", diag.Printable(c.Out), p.Message, p.Fix)
			return nil, false
		}
	}
	return snap.Files, true
}

// mostListed is how many lines of new files are listed.
const mostListed = 20

// carryOut prints what is to be done and does it.
func (c importCmd) carryOut(ctx context.Context, s streams, plan sheet.Plan) int {
	fresh := 0
	for _, change := range plan.Changes {
		if strings.HasPrefix(change, "新建 items/") {
			if fresh++; fresh > mostListed {
				continue
			}
		}
		fmt.Fprintln(s.out, diag.Printable(change))
	}
	if fresh > mostListed {
		fmt.Fprintf(s.out, "……一共新建 %d 个事项的文件\n", fresh)
	}
	code := fine
	nothing := plan.Taken == 0 && len(plan.Sheets) == 0
	if plan.Lost > 0 || nothing {
		code = found
	}
	verdict := fmt.Sprintf("收了 %d 项", plan.Taken)
	if len(plan.Sheets) > 0 {
		verdict += "，还有" + strings.Join(plan.Sheets, "、")
	}
	if plan.Lost > 0 {
		verdict += fmt.Sprintf("，有 %d 格没有收，见上面", plan.Lost)
	}
	switch {
	case nothing:
		fmt.Fprintln(s.err, nothingTaken+"，没有写任何文件")
		return found
	case len(plan.Writes)+len(plan.Removes) == 0:
		fmt.Fprintf(s.out, "%s；和文件里的一样，没有要改的\n", verdict)
		return code
	case c.DryRun:
		fmt.Fprintf(s.out, "%s；要%s。这是预演，什么也没有写\n", verdict, amount(plan))
		return code
	}
	work := startProgress(s.err, "正在写文件……", "已写 %d 个文件，共 %d 个……\n")
	work.begin(len(plan.Writes))
	err := carryOut(ctx, c.Out, plan.Writes, plan.Removes, work.step)
	work.stop()
	if err != nil {
		return c.failed(s, err)
	}
	fmt.Fprintf(s.out, "%s；已%s：%s\n下一步：kiosk check --content %s\n", verdict, amount(plan), diag.Printable(c.Out), diag.Printable(c.Out))
	return code
}

// amount returns how many files a plan writes and removes.
func amount(plan sheet.Plan) string {
	text := fmt.Sprintf("写 %d 个文件", len(plan.Writes))
	if n := len(plan.Removes); n > 0 {
		text += fmt.Sprintf("，去掉 %d 个", n)
	}
	return text
}

// failed prints why the files weren't written.
func (c importCmd) failed(s streams, err error) int {
	if errors.Is(err, context.Canceled) {
		fmt.Fprintf(s.err, "停下了，%s 没有改动\n", diag.Printable(c.Out))
		return found
	}
	what := "没有写成，文件还是原来的"
	if errors.As(err, new(partError)) {
		what = "没有写完"
	}
	fmt.Fprintf(s.err, "错误：%s（%s）；改法：看看磁盘空间和目录的权限，再导入一次\n", what, cause(err))
	return found
}
