package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// category paints the page of one 一级事项: its name, and its items in a list that says
// what each discloses (docs/design/README.md section 6.3), or only their titles where
// there are many.
func (b *build) category() {
	g := b.shownCategory()
	f := b.open(needs{}, head{
		spine: func(f *frame) { b.runningTitle(f, b.spineIcon(f, g.Icon)) },
		sheet: func(f *frame) { b.categoryOnLeaf(f, g) },
	})
	view := f.main // only the list scrolls, under the head
	if !f.sheet() {
		view.Min.Y = b.categoryHead(f, g)
	}
	b.items(b.scroller(view), view, g, f)
}

// items lists a category's items on l, in view.
func (b *build) items(l *Layer, view fixed.Rectangle26_6, g catalogue.Category, f *frame) {
	part := b.portion(len(g.Items))
	var items []*catalogue.Item
	for _, n := range g.Items[part.from:part.to] {
		items = append(items, &b.state.Catalogue.Items[n])
	}
	c := list{rowList: rowList{build: b, l: l, look: itemRows}, x: f.x, w: f.measure, top: view.Min.Y, end: view.Max.Y}
	if len(items) > 0 {
		c.last = items[len(items)-1].Number
	}
	var bottom fixed.Int26_6
	switch wide := b.landscape && !b.huge(); {
	case wide && len(items) <= 3:
		bottom = c.across(items)
	case wide:
		bottom = c.grid(items)
	case len(items) <= 5:
		bottom = c.down(items)
	default:
		bottom = c.dense(items)
	}
	r := overflow{view: view, unit: "项", below: c.below, after: len(g.Items) - part.to, part: part}
	if len(g.Items) == 1 {
		r.unit = ""
	}
	b.close(f, l, bottom, r)
}

// categoryOnLeaf sets the name at the foot of a leaf that is a sheet, 共 n 项 below it and the icon above.
func (b *build) categoryOnLeaf(f *frame, g catalogue.Category) {
	p, lines := pen{face: fonts.SerifBlack, size: b.px(200), leading: 1.1}, 1
	if b.set.Width(p.span(g.Name)) > 2*f.measure { // more than it can hold at half the size
		p.size, p.leading, lines = b.px(110), 1.2, 4
	}
	c, bottom := b.itemCount(len(g.Items)), f.main.Min.Y-b.px(64)
	c.word.size, c.inks = b.px(40), [2]Ink{OnLeaf, OnLeaf}
	if c.n > 1 {
		bottom -= c.number.line() + b.px(36)
	}
	if b.landscape { // the leaf is low there
		p.size, lines = b.px(100), 1
	}
	top := b.lowTitle(f.spine, g.Name, nil, p, f.x, bottom, f.measure, lines, 60)
	if side := b.px(60); !b.landscape {
		f.spine.icon(g.Icon, f.x, top-b.px(36)-side, side, OnLeaf2)
	}
	if c.n > 1 {
		c.above(b, f.spine, f.x, f.main.Min.Y-b.px(64))
	}
}

// shownCategory returns the category that the view names; one that is gone has no items.
func (b *build) shownCategory() catalogue.Category {
	for _, g := range b.state.Catalogue.Categories() {
		if g.Name == b.View.Category {
			return g
		}
	}
	return catalogue.Category{Name: b.View.Category, Icon: "news"}
}

// categoryHead paints the name, 共 n 项 at its right unless it is one, and 文武线; it
// says where that ends. It stays where it is while the list scrolls.
func (b *build) categoryHead(f *frame, g catalogue.Category) fixed.Int26_6 {
	l := b.layer("head", f.main, Paper)
	// The count stands at the right end of the name's last line.
	c, room := b.itemCount(len(g.Items)), f.measure
	w := c.width(b)
	if c.n > 1 {
		room -= w + b.px(24)
	}
	par, p := b.categoryTitle(g.Name, room)
	hang := times(p.size, .05)
	y := f.main.Min.Y + b.pick(24, 0)
	_, h := b.para(l, par, p, f.x-hang, y, Black)
	b.box("h1", rect(f.x-hang, y, min(b.set.Width(par.Spans...), room), h))
	if c.n > 1 {
		c.above(b, l, f.x+f.measure-w, y+h-b.px(20))
	}
	y += h + b.pick(44, 28)
	b.box("head", rect(f.x, f.main.Min.Y, f.measure, y-f.main.Min.Y))
	end := b.doubleRule(l, f.x, y, f.measure)
	l.Bounds.Max.Y = end.Round()
	return end
}

// categoryTitle returns 一级事项 in 132 (110): a longer one is set smaller, to 68, and
// then in lines.
func (b *build) categoryTitle(name string, room fixed.Int26_6) (typeset.Paragraph, pen) {
	p := pen{face: fonts.SerifBlack, size: b.pick(132, 110), leading: 1.1, track: .01}
	room += times(p.size, .05) // hung left by as much, so that its strokes stand flush
	p = b.fitLine(name, p, room, b.px(68))
	par := b.phrased(name, nil, p, room)
	par.MaxLines = 3
	if len(b.set.Lines(par)) > 1 {
		p.leading = 1.22
	}
	return par, p
}
