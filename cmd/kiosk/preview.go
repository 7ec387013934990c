package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/display"
	"gongkai/kiosk/layout/desk"
)

// previewCmd shows the content in a window on an office's PC.
type previewCmd struct {
	Dir    string `arg:"" optional:"" name:"目录" help:"内容目录；不写就用程序旁边的 content 或 内容。"`
	Config string `placeholder:"文件" help:"本机设置，默认 /etc/kiosk/config.toml（没有也可以）。"`
}

func (previewCmd) Help() string {
	return "例：kiosk preview 内容\n\n左边是屏幕，能点；右边换日期、钟点、画面、横竖屏、字号，列出检查出的问题，点一下就看那一处。文件一保存，画面跟着变。" +
		"把 Excel 目录表、Word 通知或照片拖到窗口上，先说会改什么，点了“导入”才改。Esc 关闭。"
}

func (c previewCmd) run(ctx context.Context, s streams) int {
	dir, err := contentDir(c.Dir)
	if err != nil {
		fmt.Fprintf(s.err, "错误：%v\n", err)
		return found
	}
	conf, _ := common{Content: &dir, Config: c.Config}.loadLenient(s)
	conf.state = "" // what a kiosk keeps is its own
	if conf.level == slog.LevelInfo {
		conf.level = slog.LevelWarn // the window shows what staff need
	}
	p := newPreview(conf)
	p.config = c.Config
	first, later := p.watch(ctx)
	err = display.ShowDesk(ctx, display.Desk{
		Kiosk: display.Options{First: first, Content: later, Images: p.images, Zone: conf.zone, Panel: conf.panel, Name: conf.name, Proof: conf.proof, Log: conf.logger(s.err)},
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

// contentDir returns the content directory: the named one, or that beside the program or in the current directory.
func contentDir(named string) (string, error) {
	if named == "" {
		return besideProgram()
	}
	shown := diag.Printable(named)
	info, err := os.Stat(named)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("没有 %s 这个目录；改法：看看写对没有，还没有内容就先用 kiosk init %s 建一份", shown, shown)
	case err != nil:
		return "", fmt.Errorf("%s 打不开（%v）；改法：看看权限，或者换一个目录", shown, err)
	case !info.IsDir():
		return "", fmt.Errorf("%s 是文件，不是目录；改法：写它所在的内容目录（里面有 kiosk.toml）", shown)
	}
	return filepath.Abs(named)
}

// contentNames are the names under which a content directory is looked for.
var contentNames = []string{"content", "内容", "."}

// besideProgram returns the content directory beside the program, or in the current directory.
func besideProgram() (string, error) {
	var places []string
	if exe, err := os.Executable(); err == nil {
		places = append(places, filepath.Dir(exe))
	}
	if here, err := os.Getwd(); err == nil {
		places = append(places, here)
	}
	for _, place := range places {
		for _, name := range contentNames {
			dir := filepath.Join(place, name)
			if _, err := os.Stat(filepath.Join(dir, "kiosk.toml")); err == nil {
				return dir, nil
			}
		}
	}
	return "", fmt.Errorf("没有找到内容目录（里面有 kiosk.toml），在 %s 里找过；改法：把内容目录放在程序旁边，取名 content 或 内容，或者写明：kiosk preview 目录；还没有就先用 kiosk init 目录 建一份",
		diag.Printable(strings.Join(places, "、")))
}
