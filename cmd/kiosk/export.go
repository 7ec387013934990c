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

	"gongkai/kiosk/diag"
	"gongkai/kiosk/sheet"
	"gongkai/kiosk/store"
)

// exportCmd writes the content as a table.
type exportCmd struct {
	common
	Out     string `required:"" placeholder:"表格" help:"写到哪个文件，.xlsx 或 .tsv。"`
	Notices bool   `help:"公告也写上，占一个工作表。"`
	Guides  bool   `help:"办事指南也写上，还有一句话、链接、到哪里问这些自己写的，占两个工作表。"`
	All     bool   `help:"全都写上：公告、办事指南、本单位的设置和节假日。"`
	Force   bool   `help:"表格已经有了，就换成新的。"`
}

func (exportCmd) Help() string {
	return "例：kiosk export --content /srv/kiosk/content --out 目录.xlsx\n\n例：kiosk export --content /srv/kiosk/content --all --out 全部.xlsx\n\n" +
		"目录是国办的格式，能直接打印（A3 横向）。改好以后用 kiosk import 导回来。表格里一格换一行，就是屏幕上可以分开的地方，前面空两格是下一级。\n\n" +
		"全都写上了，退出码是 0；有文件因为出错没有写上，或者没有写成，是 1。"
}

func (c exportCmd) run(ctx context.Context, s streams) int {
	conf, ok := c.load(s)
	if !ok {
		return found
	}
	text := strings.EqualFold(filepath.Ext(c.Out), ".tsv")
	switch {
	case !text && !strings.EqualFold(filepath.Ext(c.Out), ".xlsx"):
		fmt.Fprintf(s.err, "kiosk：--out 要以 .xlsx 或 .tsv 结尾，不是“%s”\n", diag.Printable(c.Out))
		return usage
	case text && (c.Notices || c.Guides || c.All):
		fmt.Fprintln(s.err, "kiosk：.tsv 只有目录一张表；要公告、办事指南，写成 --out 全部.xlsx")
		return usage
	}
	if _, err := os.Lstat(c.Out); err == nil && !c.Force {
		fmt.Fprintf(s.err, "错误：%s 已经有了，没有改动；改法：换一个文件名，或加上 --force 换掉它\n", diag.Printable(c.Out))
		return found
	}
	work := startProgress(s.err, "正在读内容……", "已写 %d 行，共 %d 行……\n")
	defer work.stop()
	snap := conf.checker()()
	forms, lost := c.forms(snap)
	diag.WriteText(s.err, lost)
	if forms == nil {
		fmt.Fprintln(s.err, "错误：没有可以导出的内容；改法：先用 kiosk check 检查，改好列出的错误")
		return found
	}
	if problems := sheet.Unwritable(forms); !text && len(problems) > 0 {
		diag.WriteText(s.err, problems)
		fmt.Fprintln(s.err, "没有写表格：上面列出的放不下")
		return found
	}
	if !text {
		diag.WriteText(s.err, sheet.TooTall(forms))
	}
	work.begin(rowsOf(forms))
	err := replaceFile(c.Out, func(w io.Writer) error {
		if text {
			return sheet.WriteTSV(ctx, w, forms[0], work.step)
		}
		return sheet.WriteXLSX(ctx, w, forms, work.step)
	})
	work.stop()
	return c.result(s, err, forms, c.pictures(snap), len(lost))
}

// pictures returns the images that the sheets name, and don't hold.
func (c exportCmd) pictures(snap store.Snapshot) (paths []string) {
	if !c.Notices && !c.All {
		return nil
	}
	for _, f := range snap.Files {
		if f.Image != nil {
			paths = append(paths, f.Path)
		}
	}
	return paths
}

// listOf returns the first of some names.
func listOf(names []string) string {
	const most = 10
	if len(names) <= most {
		return strings.Join(names, "、")
	}
	return strings.Join(names[:most], "、") + "……"
}

// forms returns the sheets to write, nil for nothing, and what isn't written: files with errors, and keys that have no
// place in a sheet.
func (c exportCmd) forms(snap store.Snapshot) (forms []sheet.Form, lost []diag.Problem) {
	for _, p := range snap.Problems {
		if p.Breaks() && (p.File != "kiosk.toml" || snap.Catalogue == nil) { // a wrong key of kiosk.toml keeps nothing else out
			lost = append(lost, p)
		}
	}
	if snap.Catalogue == nil {
		return nil, lost
	}
	source := sheet.Source{Catalogue: snap.Catalogue, Files: snap.Files, Problems: snap.Problems}
	forms = append(forms, sheet.OfficialForm(snap.Catalogue))
	if c.Notices || c.All {
		form, more := sheet.NoticesForm(source)
		forms, lost = append(forms, form), append(lost, more...)
	}
	if c.Guides || c.All {
		some, more := sheet.GuideForms(source)
		forms, lost = append(forms, some...), append(lost, more...)
	}
	if c.All {
		some, more := sheet.CentreForms(source)
		forms, lost = append(forms, some...), append(lost, more...)
	}
	return forms, lost
}

// result prints how it ended and returns the exit code.
func (c exportCmd) result(s streams, err error, forms []sheet.Form, pictures []string, lost int) int {
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintf(s.err, "停下了，%s 没有改动\n", diag.Printable(c.Out))
		return found
	case errors.Is(err, fs.ErrNotExist):
		fmt.Fprintf(s.err, "错误：没有 %s 这个文件夹；改法：先建好它，或写到别的地方\n", diag.Printable(filepath.Dir(c.Out)))
		return found
	case err != nil:
		fmt.Fprintf(s.err, "错误：%s 没有写成（%s）；改法：看看磁盘空间和文件夹的权限；表格正开着就先关上\n", diag.Printable(c.Out), cause(err))
		return found
	}
	var parts []string
	for _, f := range forms {
		parts = append(parts, fmt.Sprintf("%s %d 行", f.Name, len(f.Rows)))
	}
	fmt.Fprintf(s.out, "写好 %s：%s\n", diag.Printable(c.Out), strings.Join(parts, "，"))
	if n := len(pictures); n > 0 {
		fmt.Fprintf(s.out, "图片不在表格里，只写了名字；换到别的目录时，把这 %d 张也拷过去：%s\n", n, diag.Printable(listOf(pictures)))
	}
	if lost > 0 {
		fmt.Fprintf(s.err, "有 %d 处没有写进表格，见上面\n", lost)
		return found
	}
	return fine
}

// rowsOf returns the number of rows of all forms.
func rowsOf(forms []sheet.Form) int {
	n := 0
	for _, f := range forms {
		n += len(f.Rows)
	}
	return n
}
