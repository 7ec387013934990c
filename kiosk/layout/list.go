package layout

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// list builds the list of a category's items, between top and end.
type list struct {
	build.RowList
	last     int // the highest 序号
	x, w     fixed.Int26_6
	top, end fixed.Int26_6
}

// down paints the list of up to five items in portrait: number, title and elements, one item below
// the other, each as high as it needs. It returns the lower end.
func (c *list) down(items []*catalogue.Item) fixed.Int26_6 {
	number := build.Pen{Face: fonts.SerifBlack, Size: c.Type(88), Leading: .9}
	nw, down := c.Numerals(c.last, c.Px(140), number), fixed.Int26_6(0)
	arrow, pad, foot := c.Px(c.Look.Chevron), c.Px(60), c.Px(62)
	size, room := c.PickBodySize(56, 52), c.w-c.Px(arrowTrack)
	if room-nw < leastBeside*size { // large text
		nw, down = 0, number.Line()+c.Px(8)
	}
	t := c.entry(c.keepLines(items, size, room-nw), room-nw)
	y := c.top
	for i, it := range items {
		title, text := t.name(it), t.text(it, 4)
		r := build.Row{Event: build.OpenItem(it), Ruled: i < len(items)-1,
			Lead:  build.Column{FromTop: true, Y: pad, Blocks: []build.Block{numeral(c.RowList.Draft, it, number)}},
			Stack: build.Column{FromTop: true, Y: c.Px(56) + down, X: nw, Blocks: t.blocks(title, text)}}
		h := max(r.Stack.Y+r.Stack.Height(), pad+number.Line()) + foot
		r.Next = build.Chevron{Right: arrow, Top: (pad + h - foot - arrow) / 2}
		if r.Ruled {
			h += c.Hair()
		}
		r.At = page.Area(c.x, y, c.w, h)
		c.Add(r)
		y += h
	}
	c.Box("list", page.Area(c.x, c.top, c.w, y-c.top))
	return y
}

// keepLines returns the size, size or smaller, in which the lines that the authors broke their titles
// into fit in room, but at least what sets titles off from the text below them.
func (c *list) keepLines(items []*catalogue.Item, size, room fixed.Int26_6) fixed.Int26_6 {
	least := min(size, page.Scale(c.BodySize(34), titleOver))
	for _, it := range items {
		if len(it.Breaks) == 0 {
			continue
		}
		for _, line := range cutAt(it.Title, it.Breaks) {
			size = min(size, c.FitLine(line, build.Pen{Face: fonts.SerifBold, Size: size}, room, least).Size)
		}
	}
	return size
}

// titleOver is how much larger a title is than the text below it, at least.
const titleOver = 1.15

// numeral sets 序号.
func numeral(b *build.Draft, it *catalogue.Item, p build.Pen) build.Block {
	return b.LabelBlock(fmt.Sprint(it.Number), p, page.Red)
}

// across paints the list of up to three items in landscape, in columns with lines between them. It
// returns the lower end.
func (c *list) across(items []*catalogue.Item) fixed.Int26_6 {
	c.Box("list", page.Area(c.x, c.top, c.w, c.end-c.top))
	gap, top, end := c.Px(56), c.top+c.Px(56), c.end-c.Px(40)
	w := (c.w - 2*gap) / 3
	number := build.Pen{Face: fonts.SerifBlack, Size: c.Type(120), Leading: .9}
	for i, it := range items {
		x := c.x + fixed.Int26_6(i)*(w+gap)
		if i > 0 {
			c.Line(page.Area(x-gap/2, top, c.Hair(), end-top))
		}
		y := number.Line() + c.Px(48)
		t := c.entry(c.BodySize(52), w)
		title := t.name(it)
		title.MaxLines = min(title.MaxLines, max(1, int((end-top-y)/t.title.Line())))
		// The elements may fill the column, and are truncated at its end.
		name := c.Block(title, t.title, page.Black)
		var text typeset.Paragraph
		if room := int((end - top - y - name.Height() - c.Px(20)) / t.body.Line()); room > 0 {
			text = t.text(it, room)
		}
		c.Add(build.Row{At: page.Area(x, top, w, end-top), Event: build.OpenItem(it), Next: build.Chevron{Right: c.Px(c.Look.Chevron), Top: c.Px(30)},
			Lead:  build.Column{FromTop: true, Blocks: []build.Block{numeral(c.RowList.Draft, it, number)}},
			Stack: build.Column{FromTop: true, Y: y, Blocks: t.blocks(title, text)}})
	}
	return c.end
}

// dense paints the list of more than five items in portrait: number and title, in rows of 144 to 200
// that share the height, or else scroll. It returns the lower end.
func (c *list) dense(items []*catalogue.Item) fixed.Int26_6 {
	n := fixed.Int26_6(len(items))
	h := min(max((c.end-c.top-c.Hair()*(n-1))/n, c.Px(144)), c.Px(200))
	h = max(h, c.highest(items, c.w))
	c.Box("list", page.Area(c.x, c.top, c.w, max(c.end-c.top, h*n+c.Hair()*(n-1))))
	for i, it := range items {
		at := page.Area(c.x, c.top+fixed.Int26_6(i)*(h+c.Hair()), c.w, h)
		ruled := i < len(items)-1
		if ruled {
			at.Max.Y += c.Hair()
		}
		c.cell(it, at, ruled)
	}
	return c.Bottom()
}

// grid paints the list of more than three items in landscape: three in a row, with lines between the
// columns. It returns the lower end.
func (c *list) grid(items []*catalogue.Item) fixed.Int26_6 {
	rows := (len(items) + 2) / 3
	gap := c.Px(56)
	w, h := (c.w-2*gap)/3, max((c.end-c.top)/fixed.Int26_6(rows), c.Px(144))
	h = max(h, c.highest(items, w))
	c.Box("list", page.Area(c.x, c.top, c.w, max(c.end-c.top, h*fixed.Int26_6(rows))))
	for i, it := range items {
		x, y := c.x+fixed.Int26_6(i%3)*(w+gap), c.top+fixed.Int26_6(i/3)*h
		c.cell(it, page.Area(x, y, w, h), i/3 < rows-1)
		if i%3 > 0 {
			c.Line(page.Area(x-gap/2, y, c.Hair(), h))
		}
	}
	return c.Bottom()
}

// arrowTrack is the width of the chevron's column at the right of a row, u: 32 are free before it.
const arrowTrack = 76

// mostTitleLines is more lines than the title of an item takes in a list: of a text that is no title
// the item's page has the rest.
const mostTitleLines = 12

// listTitle returns an item's title in a list: from 12 characters on it breaks at the file's breaks,
// even if one line would do.
func (c *list) listTitle(it *catalogue.Item, p build.Pen, measure fixed.Int26_6) typeset.Paragraph {
	if len([]rune(it.Heading())) >= 12 {
		return c.BrokenAtPhrase(it.Heading(), it.Breaks, p, measure)
	}
	return c.Phrased(it.Heading(), it.Breaks, p, measure)
}

// cellNumber returns the style of 序号 in a dense list, and its width.
func (c *list) cellNumber() (build.Pen, fixed.Int26_6) {
	p := build.Pen{Face: fonts.SerifBlack, Size: c.PickType(60, 56), Leading: 1}
	return p, c.Numerals(c.last, c.Pick(108, 104), p)
}

// cellTitle returns an item's title in a dense list, beside a number nw wide in a cell of width w.
func (c *list) cellTitle(it *catalogue.Item, w, nw fixed.Int26_6) (typeset.Paragraph, build.Pen) {
	p := build.Pen{Face: fonts.SerifBold, Size: c.PickBodySize(44, 38), Leading: 1.3}
	par := c.listTitle(it, p, w-nw-c.Px(arrowTrack))
	par.MaxLines = mostTitleLines
	return par, p
}

// highest returns the height of the highest cell in cells of width w.
func (c *list) highest(items []*catalogue.Item, w fixed.Int26_6) fixed.Int26_6 {
	var h fixed.Int26_6
	_, nw := c.cellNumber()
	for _, it := range items {
		par, p := c.cellTitle(it, w, nw)
		h = max(h, p.Line()*fixed.Int26_6(len(c.Draft.Setter.Lines(par)))+c.Px(40))
	}
	return h
}

// cell adds an item of a dense list, with number, title and chevron centred in its height.
func (c *list) cell(it *catalogue.Item, at fixed.Rectangle26_6, ruled bool) {
	number, nw := c.cellNumber()
	par, p := c.cellTitle(it, at.Max.X-at.Min.X, nw)
	c.Add(build.Row{At: at, Ruled: ruled, Event: build.OpenItem(it), Next: build.Chevron{Right: c.Px(c.Look.Chevron)},
		Lead:  build.Column{Blocks: []build.Block{numeral(c.RowList.Draft, it, number)}},
		Stack: build.Column{X: nw, Blocks: []build.Block{c.Block(par, p, page.Black)}}})
}

// entry is the style of title and text in a list with room for both.
type entry struct {
	*list
	title, body build.Pen
	w           fixed.Int26_6
}

// entry sets titles in a size and texts in 34, in a column of width w.
func (c *list) entry(size, w fixed.Int26_6) entry {
	return entry{list: c, w: w,
		title: build.Pen{Face: fonts.SerifBold, Size: size, Leading: 1.34},
		body:  build.Pen{Face: fonts.SansRegular, Size: c.BodySize(34), Leading: 1.6}}
}

// name returns an item's title.
func (t entry) name(it *catalogue.Item) typeset.Paragraph {
	title := t.listTitle(it, t.title, t.w)
	title.MaxLines = mostTitleLines
	return title
}

// text returns an item's elements in so many lines at most. They are never broken if they fit in one.
func (t entry) text(it *catalogue.Item, lines int) typeset.Paragraph {
	units := make([]string, len(it.Content))
	for i, e := range it.Content {
		units[i] = e.Text
	}
	p := t.PackWhole(units, t.body, t.w, lines)
	return typeset.Paragraph{Spans: []typeset.Span{t.body.Span(p.Text)}, Measure: t.w, Breaks: p.Breaks, MaxLines: lines}
}

// blocks sets title and text.
func (t entry) blocks(title, text typeset.Paragraph) []build.Block {
	return []build.Block{t.Block(title, t.title, page.Black), t.Block(text, t.body, page.Ink2).Below(t.Px(20))}
}
