package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/term"

	"gongkai/kiosk/diag"
)

// officeCmd is what 检查.bat, 新公告.bat and 导出表格.bat run: check, new notice, or export, on the content that was dropped on them, or that beside the
// program. Files that were dropped are asked about in the window.
type officeCmd struct {
	What  string   `arg:"" enum:"check,notice,table" help:"check、notice 或 table。"`
	Paths []string `arg:"" optional:"" help:"内容目录，或者要导入的文件。"`
}

func (c officeCmd) run(ctx context.Context, s streams) int {
	dir, files, err := contentAmong(c.Paths)
	if len(files) > 0 {
		return previewCmd{Paths: c.Paths}.run(ctx, s)
	}
	who := newAsker(ctx, os.Stdin, s.err)
	if err == nil && dir == "" {
		dir, err = who.content(ctx, s)
	}
	code := found
	if err != nil {
		fmt.Fprintf(s.err, "错误：%v\n", err)
	} else {
		code = c.on(ctx, s, dir)
	}
	if term.IsTerminal(int(os.Stdin.Fd())) { // the console closes with the program
		fmt.Fprint(s.err, "\n按回车关闭。")
		who.read()
	}
	return code
}

// on runs the command on a content directory and returns its exit code.
func (c officeCmd) on(ctx context.Context, s streams, dir string) int {
	fmt.Fprintf(s.err, "内容文件夹：%s\n", diag.Printable(dir))
	switch c.What {
	case "check":
		return run(ctx, []string{"check", "--content", dir}, s)
	case "table":
		to := free(filepath.Dir(dir), "导出表格"+time.Now().Format("-20060102")+".xlsx")
		return run(ctx, []string{"export", "--content", dir, "--all", "--out", to}, s)
	}
	return run(ctx, []string{"new", "notice", "--content", dir}, s)
}

// content asks for one of several content directories beside the program, or whether to write a new one.
func (a *asker) content(ctx context.Context, s streams) (string, error) {
	places := programPlaces()
	choices := contentsBeside(places)
	if len(choices) > 0 {
		fmt.Fprintln(a.out, "旁边有几份内容：")
		for i, dir := range choices {
			fmt.Fprintf(a.out, "  %d  %s\n", i+1, diag.Printable(filepath.Base(dir)))
		}
		answer, err := a.line("要哪一份，写号码", "", func(answer string) error {
			if n, err := strconv.Atoi(answer); err != nil || n < 1 || n > len(choices) {
				return fmt.Errorf("写 1 到 %d 中的一个", len(choices))
			}
			return nil
		})
		if err != nil {
			return "", fmt.Errorf("没有选内容；改法：把内容文件夹拖到这个图标上")
		}
		n, _ := strconv.Atoi(answer)
		return choices[n-1], nil
	}
	fmt.Fprintln(a.out, "程序旁边没有内容文件夹（里面有 kiosk.toml）。")
	fmt.Fprint(a.out, "把内容文件夹拖进这个窗口，再按回车；还没有的，直接按回车，在旁边新建一份：")
	answer, _ := a.read()
	if answer = strings.Trim(strings.TrimSpace(answer), `"`); answer != "" {
		dir, _, err := contentAmong([]string{answer})
		return dir, err
	}
	dir := newContent(places)
	if run(ctx, []string{"init", dir}, s) != fine {
		return "", fmt.Errorf("没有新建内容；改法：照上面说的改，再来一次")
	}
	return dir, nil
}
