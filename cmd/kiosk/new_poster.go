package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"gongkai/kiosk/diag"
	photo "gongkai/kiosk/picture"
)

// newPosterCmd makes a poster of a photograph: a notice of one image without a body.
type newPosterCmd struct {
	target
	Photo   string `arg:"" name:"照片" help:"手机拍的、做好的图都行；缩小、转正，放进 images。"`
	Title   string `placeholder:"标题" help:"标题，列表里显示；默认照文件名，文件名不像标题就是“海报”。"`
	Date    day    `placeholder:"2026-11-20" help:"日期；默认是今天。"`
	Publish day    `placeholder:"2026-11-20" help:"从哪天起上屏。"`
	Expire  day    `placeholder:"2026-11-26" help:"到哪天下屏。"`
	Pinned  bool   `help:"排在最前面。"`
}

func (newPosterCmd) Help() string {
	return "例：kiosk new poster 义诊海报.jpg --content /srv/kiosk/content --expire 2026-11-26"
}

func (c newPosterCmd) run(ctx context.Context, s streams) int {
	dir, zone, ok := c.dir(s)
	if !ok {
		return found
	}
	d := draft{title: strings.TrimSpace(c.Title), day: c.Date.Time, publish: c.Publish.Time, expire: c.Expire.Time, pinned: c.Pinned}
	now := today(time.Now(), zone)
	if stem := stemOf(c.Photo); d.title == "" && shortName(stem) {
		d.title = stem
	}
	if who := atTerminal(ctx, s); d.title == "" && who != nil {
		if err := who.poster(&d, now); err != nil {
			fmt.Fprintln(s.err, "停下了，没有写任何文件")
			return found
		}
	}
	if d.title == "" {
		d.title = posterTitle
		diag.WriteText(s.err, []diag.Problem{{File: filepath.Base(c.Photo), Severity: diag.Hint, Code: "name-no-title", Message: "文件名不像标题，标题先写成“" + posterTitle + "”", Fix: "改公告里的 title，或先给照片改名"}})
	}
	if d.day.IsZero() {
		d.day = now
	}
	return d.create(ctx, s, dir, []string{c.Photo})
}

// posterTitle is the title of a poster whose photo has no name that could be one.
const posterTitle = "海报"

// poster asks for what a poster has.
func (a *asker) poster(d *draft, now time.Time) (err error) {
	if d.title, err = a.line("标题，列表里显示", "", required); err != nil {
		return err
	}
	if d.day.IsZero() {
		if d.day, err = a.day("日期", now); err != nil {
			return err
		}
	}
	if d.expire.IsZero() {
		d.expire, err = a.dayOrNone("到哪天下屏")
	}
	return err
}

// addPhoto adds a photograph to a notice; false: it can't be, which is reported.
func (p *noticePlan) addPhoto(s streams, dir, file string) bool {
	data, err := readBounded(file, photo.MaxBytes)
	if err != nil {
		fmt.Fprintf(s.err, "错误：%s 读不了（%s）；改法：看看文件在不在，名字对不对\n", diag.Printable(file), cause(err))
		return false
	}
	ready, ending, fault := photo.Copy(data, photo.Cut{})
	if fault != nil {
		diag.WriteText(s.err, []diag.Problem{{File: filepath.Base(file), Code: fault.Code, Message: fault.Message, Fix: fault.Fix}})
		return false
	}
	p.addImage(dir, ready, ending)
	return true
}
