package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/display"
	"gongkai/kiosk/layout/desk"
)

// previewCmd shows the content in a window on an office's PC.
type previewCmd struct {
	Paths  []string `arg:"" optional:"" name:"目录" help:"内容目录；不写就用程序旁边的，有几份就问。再写上文件，就像拖到窗口上一样。"`
	Config string   `placeholder:"文件" help:"本机设置，默认 /etc/kiosk/config.toml（没有也可以）。"`
}

func (previewCmd) Help() string {
	return "例：kiosk preview 内容\n\n左边是屏幕，能点；右边换日期、钟点、画面、横竖屏、字号，列出检查出的问题，点一下就看那一处。文件一保存，画面跟着变。" +
		"把 Excel 目录表、Word 通知或照片拖到窗口上，先说会改什么，点了“导入”才改；拖内容文件夹，就打开那一份。Esc 关闭。\n\n" +
		"Windows 上双击 kiosk.exe，或者把文件夹、文件拖到它上面，打开的也是这个窗口。"
}

func (c previewCmd) run(ctx context.Context, s streams) int {
	dir, files, err := contentAmong(c.Paths)
	if err != nil {
		fmt.Fprintf(s.err, "错误：%v\n", err)
		return found
	}
	conf, _ := common{Config: c.Config}.loadLenient(s)
	conf.content, conf.state = dir, "" // what a kiosk keeps is its own
	if conf.level == slog.LevelInfo {
		conf.level = slog.LevelWarn // the window shows what staff need
	}
	p := newPreview(conf)
	p.config = c.Config
	first, later := p.watch(ctx)
	if len(files) > 0 {
		p.dropped(files)
	}
	err = display.ShowDesk(ctx, display.Desk{
		Kiosk: display.Options{First: first, Content: later, Images: &p.images, Zone: conf.zone, Panel: conf.panel, Name: conf.name, Proof: conf.proof, Log: conf.logger(s.err)},
		News:  p.news, Obey: p.obey, Dropped: p.dropped, Size: desk.Usual,
	})
	switch {
	case err == nil:
		return fine
	case errors.Is(err, display.ErrNoScreen):
		fmt.Fprintln(s.err, "错误：这台机器没有接显示器，打不开窗口；改法：在有桌面的电脑上运行，或者用 kiosk snapshot 把画面存成图片")
	default:
		fmt.Fprintf(s.err, "错误：窗口打不开（%v）；改法：Windows 上更新显卡驱动，Linux 上装好 libgl1 libx11-6 libxcursor1 libxi6 libxinerama1 libxrandr2；或者用 kiosk snapshot 把画面存成图片\n", err)
	}
	return found
}

// contentAmong returns the content directory among paths, that beside the program without one, "" if there is none or a choice of
// several; and the files.
func contentAmong(paths []string) (dir string, files []string, err error) {
	for _, path := range paths {
		shown := diag.Printable(path)
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return "", nil, fmt.Errorf("没有 %s 这个目录；改法：看看写对没有，还没有内容就先用 kiosk init %s 建一份", shown, shown)
		case err != nil:
			return "", nil, fmt.Errorf("%s 打不开（%s）；改法：看看权限，或者换一个目录", shown, cause(err))
		}
		if path, err = filepath.Abs(path); err != nil {
			return "", nil, err
		}
		switch {
		case !info.IsDir():
			files = append(files, path)
		case dir == "":
			dir = path
		default:
			return "", nil, fmt.Errorf("%s 是第二个目录；改法：一次写一个内容目录", shown)
		}
	}
	if dir == "" {
		if beside := contentsBeside(programPlaces()); len(beside) == 1 {
			dir = beside[0]
		}
	}
	return dir, files, nil
}
