package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/store"
)

// diffCmd compares two content directories as residents see them.
type diffCmd struct {
	Before string `arg:"" name:"改前的目录" help:"改前的内容目录。"`
	After  string `arg:"" name:"改后的目录" help:"改后的内容目录。"`
	Out    string `placeholder:"目录" help:"不同的画面存成图片，左边是改前的，右边是改后的；没有这个目录就新建。"`
	Size   size   `default:"1080x1920" help:"画面大小，像素：宽x高。"`
	At     moment `placeholder:"2026-10-01T08:00" help:"画面上的时间。默认是现在。"`
	Config string `placeholder:"文件" help:"本机设置，默认 /etc/kiosk/config.toml（没有也可以）。"`
}

func (diffCmd) Help() string {
	return "例：kiosk diff 备份/content /srv/kiosk/content --out 对照\n\n一个事项、一条公告地列出居民会看到什么不同；说明和注释改了不算，已经下屏的公告也不算。没有不同，退出码是 0，有不同是 1。"
}

func (c diffCmd) run(ctx context.Context, s streams) int {
	conf, ok := common{Config: c.Config}.load(s)
	if !ok {
		return found
	}
	work := startProgress(s.err, "正在读内容……", "")
	defer work.stop()
	var sides [2]side
	for i, dir := range []string{c.Before, c.After} {
		conf.content, conf.state = dir, ""
		if sides[i], ok = readSide(s, conf); !ok {
			return found
		}
	}
	work.stop()
	now, trusted := c.At.resolve(time.Now(), conf.zone)
	var wall time.Time
	if trusted {
		wall = wallClock(now)
	}
	changes := changesOf(sides[0].snap.Catalogue, sides[1].snap.Catalogue, wall)
	if err := writeChanges(s.out, changes); err != nil {
		fmt.Fprintf(s.err, "错误：结果没有写完（%s）；改法：看看磁盘空间，再比一次\n", cause(err))
		return found
	}
	if len(changes) == 0 {
		return fine
	}
	if c.Out != "" {
		c.pictures(ctx, s, pairPictures{px: image.Point(c.Size), dir: c.Out, sides: sides, now: now, trusted: trusted}, changes)
	}
	return found
}

// side is one of two directories.
type side struct {
	conf config
	snap store.Snapshot
}

// readSide reads a directory as a fresh start would show it; false: there is nothing to compare.
func readSide(s streams, conf config) (side, bool) {
	if !isFolder(conf.content) {
		fmt.Fprintf(s.err, "错误：没有 %s 这个目录；改法：看看路径写对没有\n", diag.Printable(conf.content))
		return side{}, false
	}
	snap := conf.checker()()
	var errs []diag.Problem
	for _, p := range snap.Problems {
		if p.Severity == diag.Error {
			p.File = conf.content + "/" + p.File
			errs = append(errs, p)
		}
	}
	diag.WriteText(s.err, errs)
	if snap.Catalogue == nil {
		fmt.Fprintf(s.err, "错误：%s 里没有可以显示的内容；改法：先用 kiosk check 检查，改好列出的错误\n", diag.Printable(conf.content))
		return side{}, false
	}
	return side{conf, snap}, true
}

// pictures saves the screens that differ.
func (c diffCmd) pictures(ctx context.Context, s streams, p pairPictures, changes []change) {
	if !makeDir(s, c.Out) {
		return
	}
	work := startProgress(s.err, "正在画对照图……", "已画 %d 处，共 %d 处……\n")
	work.begin(len(changes))
	p.step = work.step
	n, err := p.save(ctx, changes)
	work.stop()
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "停下了，图片没有存完")
	case err != nil:
		fmt.Fprintf(s.err, "错误：图片没有存完（%s）；改法：看看磁盘空间和目录的权限\n", cause(err))
	default:
		fmt.Fprintf(s.out, "存好 %d 张对照图：%s\n", n, diag.Printable(c.Out))
	}
}
