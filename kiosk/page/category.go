package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// category is the page of one 一级事项: its name, and its items in a list that says
// what each discloses (docs/design/README.md section 6.3), or only their titles where
// there are many.
func (b *build) category() {
	g := b.shownCategory()
	if b.low {
		b.lowCategory(g)
		return
	}
	f := b.frame(parts{})
	b.categorySpine(f, g)
	top := b.categoryHead(f, g)
	view := f.main // only the list scrolls, under the head
	view.Min.Y = top
	l := b.scroller(view)
	b.items(l, view, g, f)
}

// items lists a category's items on l, in view.
func (b *build) items(l *Layer, view fixed.Rectangle26_6, g catalogue.Category, f frame) {
	part := b.portion(len(g.Items))
	var items []*catalogue.Item
	for _, n := range g.Items[part.from:part.to] {
		items = append(items, &b.state.Catalogue.Items[n])
	}
	c := list{build: b, l: l, x: f.x, w: f.measure, top: view.Min.Y, end: view.Max.Y}
	if len(items) > 0 {
		c.last = items[len(items)-1].Number
	}
	switch wide := b.landscape && !b.huge(); {
	case wide && len(items) <= 3:
		c.across(items)
	case wide:
		c.grid(items)
	case len(items) <= 5:
		c.down(items)
	default:
		c.dense(items)
	}
	if more := b.settle(l, part.turned(b, l, c.bottom, f.x, f.measure)); more && len(g.Items) == 1 {
		b.pill(view, "下面还有内容")
	} else if more {
		b.pill(view, fmt.Sprintf("下面还有 %d 项", c.ends.below(b.shown(view))+len(g.Items)-part.to))
	}
}

// lowCategory is the page in low reach: the name on the leaf, and the list below.
func (b *build) lowCategory(g catalogue.Category) {
	f := b.lowFrame(lowTop, false, parts{})
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
	b.items(b.scroller(f.main), f.main, g, f)
}

// shownCategory is the category that the view names; one that is gone has no items.
func (b *build) shownCategory() catalogue.Category {
	for _, g := range b.state.Catalogue.Categories() {
		if g.Name == b.View.Category {
			return g
		}
	}
	return catalogue.Category{Name: b.View.Category, Icon: "news"}
}

// categorySpine is the category's icon above the running title.
func (b *build) categorySpine(f frame, g catalogue.Category) {
	side, y := b.px(60), b.pick(44, 36)
	f.spine.icon(g.Icon, (f.foot.Max.X-side)/2, y, side, OnLeaf2)
	b.runningTitle(f, y+side+b.px(32))
}

// categoryHead is the name, 共 n 项 at its right unless it is one, and 文武线; it
// says where that ends. It stays where it is while the list scrolls.
func (b *build) categoryHead(f frame, g catalogue.Category) fixed.Int26_6 {
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

// categoryTitle is 一级事项 in 132 (110): a longer one is set smaller, to 68, and
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

// openItem is what a tap on an item of the list does.
func openItem(it *catalogue.Item) session.Open {
	return session.Open{Screen: session.Screen{Kind: session.Item, Number: it.Number}}
}
