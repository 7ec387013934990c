package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/layout/desk"
)

// which returns the question which content to open: one of several beside the program, or a new one where there is none.
func (p *preview) which() desk.Question {
	places := programPlaces()
	p.choices = contentsBeside(places)
	if len(p.choices) == 0 {
		return p.whether(places)
	}
	q := desk.Question{Label: "打开哪一份", Title: fmt.Sprintf("旁边有 %d 份内容", len(p.choices)), Note: "点一份打开",
		Lines: p.first("点一份打开。别处的，把内容文件夹拖到这个窗口上。")}
	for _, dir := range p.choices {
		q.Choices = append(q.Choices, diag.Printable(filepath.Base(dir)))
	}
	return q
}

// whether returns the question whether to write new content.
func (p *preview) whether(places []string) desk.Question {
	return desk.Question{Label: "还没有内容", Title: "内容文件夹里有 kiosk.toml", Order: desk.Create, Note: "新建的在 " + diag.Printable(newContent(places)),
		Lines: p.first("在 "+diag.Printable(strings.Join(places, "、"))+" 里没有找到内容文件夹。", "已经有的：把它拖到这个窗口上，下次放在程序旁边。",
			"还没有的：点“新建”，写出一份可以着手修改的，里面有说明。")}
}

// first returns lines, with a word on the files that were dropped before there was content.
func (p *preview) first(lines ...string) []string {
	if len(p.queue) > 0 {
		lines = append(lines, fmt.Sprintf("放进来的 %d 个文件，打开以后再问。", len(p.queue)))
	}
	return lines
}

// newContent returns where new content is written: beside the program.
func newContent(places []string) string { return filepath.Join(places[0], usualNames[1]) }

// create writes new content and opens it.
func (p *preview) create(ctx context.Context) {
	dir := newContent(programPlaces())
	if said, code := command(ctx, "init", dir); code != fine {
		q := p.which()
		q.Lines = append(said, q.Lines...)
		p.tell(ctx, desk.Asked{Question: q})
		return
	}
	p.open(ctx, dir)
}
