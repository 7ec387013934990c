package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// categoryScreen lays out the page of a 一级事项: its name, and its items with their elements, or
// with titles only if there are many (docs/design/README.md section 6.3).
func categoryScreen(b *build.Draft) {
	g := shownCategory(b)
	first := 0 // a category that is gone has no row
	if len(g.Items) > 0 {
		first = b.State.Catalogue.Items[g.Items[0]].Number
	}
	f := frame.Open(b, frame.Needs{}, frame.Head{
		Spine: func(f *frame.Frame) { frame.CategorySpine(b, f, g.Icon, first) },
		Sheet: func(f *frame.Frame) { categoryOnLeaf(b, f, g) },
	})
	view := f.Main // only the list scrolls, under the head
	if !f.IsSheet() {
		view.Min.Y = categoryHead(b, f, g)
	}
	categoryList(b, b.ScrollLayer(view), view, g, f)
}

// categoryList paints a category's items on l, in view.
func categoryList(b *build.Draft, l *page.Layer, view fixed.Rectangle26_6, g catalogue.Category, f *frame.Frame) {
	part := frame.PortionOf(b, len(g.Items))
	var items []*catalogue.Item
	for _, n := range g.Items[part.From:part.To] {
		items = append(items, &b.State.Catalogue.Items[n])
	}
	c := list{RowList: build.RowList{Draft: b, On: l, Look: build.ItemRows}, x: f.X, w: f.Measure, top: view.Min.Y, end: view.Max.Y}
	if len(items) > 0 {
		c.last = items[len(items)-1].Number
	}
	var bottom fixed.Int26_6
	switch wide := b.Landscape && !b.Huge(); {
	case wide && len(items) <= 3:
		bottom = c.across(items)
	case wide:
		bottom = c.grid(items)
	case len(items) <= 5:
		bottom = c.down(items)
	default:
		bottom = c.dense(items)
	}
	r := frame.Overflow{View: view, Unit: "项", Below: c.Below, After: len(g.Items) - part.To, Part: part, Rows: c.Tops()}
	if len(g.Items) == 1 {
		r.Unit = ""
	}
	frame.Close(b, f, l, bottom, r)
}

// categoryOnLeaf paints the name at the foot of a leaf that is a sheet, between the icon and 共 n 项.
func categoryOnLeaf(b *build.Draft, f *frame.Frame, g catalogue.Category) {
	p, lines := build.Pen{Face: fonts.SerifBlack, Size: b.Type(200), Leading: 1.1}, 1
	if b.Setter.Width(p.Span(g.Name)) > 2*f.Measure { // more than it can hold at half the size
		p.Size, p.Leading, lines = b.Type(110), 1.2, 4
	}
	c, bottom := b.ItemCount(len(g.Items)), f.Main.Min.Y-b.Px(64)
	c.Word.Size, c.Inks = b.Type(40), [2]page.Ink{page.OnLeaf, page.OnLeaf}
	if c.N > 1 {
		bottom -= c.Number.Line() + b.Px(36)
	}
	if b.Landscape { // the leaf is low there
		p.Size, lines = b.Type(100), 1
	}
	top := frame.LeafTitle(b, f.Spine, g.Name, nil, p, f.X, bottom, f.Measure, lines, 60)
	if side := b.Px(60); !b.Landscape {
		f.Spine.Icon(g.Icon, f.X, top-b.Px(36)-side, side, page.OnLeaf2)
	}
	if c.N > 1 {
		c.Above(b, f.Spine, f.X, f.Main.Min.Y-b.Px(64))
	}
}

// shownCategory returns the category in view, without items if the catalogue no longer has it.
func shownCategory(b *build.Draft) catalogue.Category {
	for _, g := range b.State.Catalogue.Categories() {
		if g.Name == b.View.Category {
			return g
		}
	}
	return catalogue.Category{Name: b.View.Category, Icon: "news"}
}

// categoryHead paints the name, 共 n 项 unless n is 1, and 文武线, which don't scroll, and returns
// their lower end.
func categoryHead(b *build.Draft, f *frame.Frame, g catalogue.Category) fixed.Int26_6 {
	l := b.Layer("head", f.Main, page.Paper)
	// The count stands at the right end of the name's last line.
	c, room := b.ItemCount(len(g.Items)), f.Measure
	w := c.Width(b)
	if c.N > 1 {
		room -= w + b.Px(24)
	}
	par, p := categoryTitle(b, g.Name, room)
	hang := page.Scale(p.Size, .05)
	y := f.Main.Min.Y + b.Pick(24, 0)
	_, h := b.Paragraph(l, par, p, f.X-hang, y, page.Black)
	b.Box("h1", page.Area(f.X-hang, y, min(b.Setter.Width(par.Spans...), room), h))
	if c.N > 1 {
		c.Above(b, l, f.X+f.Measure-w, y+h-b.Px(20))
	}
	y += h + b.Pick(44, 28)
	b.Box("head", page.Area(f.X, f.Main.Min.Y, f.Measure, y-f.Main.Min.Y))
	end := b.DoubleRule(l, f.X, y, f.Measure)
	l.Bounds.Max.Y = end.Round()
	return end
}

// categoryTitle sets 一级事项 in 132 (110): a longer one smaller, down to 68, and then in several
// lines.
func categoryTitle(b *build.Draft, name string, room fixed.Int26_6) (typeset.Paragraph, build.Pen) {
	p := build.Pen{Face: fonts.SerifBlack, Size: b.PickType(132, 110), Leading: 1.1, Track: .01}
	room += page.Scale(p.Size, .05) // hung left by as much, so that its strokes are flush
	p = b.FitLine(name, p, room, b.Px(68))
	par := b.Phrased(name, nil, p, room)
	par.MaxLines = 6
	if len(b.Setter.Lines(par)) > 1 {
		p.Leading = 1.22
	}
	return par, p
}
