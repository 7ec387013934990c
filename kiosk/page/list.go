package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// list is a category's items in the making, between top and end.
type list struct {
	rowList
	last     int // the highest 序号
	x, w     fixed.Int26_6
	top, end fixed.Int26_6
}

// down paints the list of up to five items in portrait: number, title and what is
// disclosed, one below the other, each as high as it needs. It returns where the last ends.
func (c *list) down(items []*catalogue.Item) fixed.Int26_6 {
	number := pen{face: fonts.SerifBlack, size: c.px(88), leading: .9}
	nw := c.numberWidth(c.last, c.px(120), c.px(20), number)
	arrow, pad, foot := c.px(48), c.px(60), c.px(62)
	t := c.entry(c.bodyPick(56, 52), c.w-arrow-nw, 4)
	y := c.top
	for i, it := range items {
		title, text := t.set(it)
		r := row{event: openItem(it), ruled: i < len(items)-1,
			lead:  column{fromTop: true, y: pad, blocks: []block{c.numeral(it, number)}},
			stack: column{fromTop: true, y: c.px(56), x: nw, blocks: t.blocks(title, text)}}
		h := max(r.stack.y+r.stack.height(), pad+number.line()) + foot
		r.next = chevron{arrow, (pad + h - foot - c.px(c.look.chevron)) / 2}
		if r.ruled {
			h += c.hair()
		}
		r.at = rect(c.x, y, c.w, h)
		c.add(r)
		y += h
	}
	c.box("list", rect(c.x, c.top, c.w, y-c.top))
	return y
}

// numeral sets 序号.
func (b *build) numeral(it *catalogue.Item, p pen) block {
	return b.labelBlock(fmt.Sprint(it.Number), p, Red)
}

// across paints the list of up to three items in landscape: columns beside each
// other, a line between them. It returns where it ends.
func (c *list) across(items []*catalogue.Item) fixed.Int26_6 {
	c.box("list", rect(c.x, c.top, c.w, c.end-c.top))
	gap, top, end := c.px(56), c.top+c.px(56), c.end-c.px(40)
	w := (c.w - 2*gap) / 3
	number := pen{face: fonts.SerifBlack, size: c.px(120), leading: .9}
	for i, it := range items {
		x := c.x + fixed.Int26_6(i)*(w+gap)
		if i > 0 {
			c.line(rect(x-gap/2, top, c.hair(), end-top))
		}
		y := number.line() + c.px(48)
		t := c.entry(c.body(52), w, 4)
		title, text := t.set(it)
		title.MaxLines = min(title.MaxLines, max(1, int((end-top-y)/t.title.line())))
		// What is disclosed may take all the column's height, and is cut only there.
		name := c.block(title, t.title, Black)
		if room := int((end - top - y - name.height() - c.px(20)) / t.body.line()); room > 0 {
			text.MaxLines = room
		} else {
			text = typeset.Paragraph{}
		}
		c.add(row{at: rect(x, top, w, end-top), event: openItem(it), next: chevron{c.px(c.look.chevron), c.px(30)},
			lead:  column{fromTop: true, blocks: []block{c.numeral(it, number)}},
			stack: column{fromTop: true, y: y, blocks: t.blocks(title, text)}})
	}
	return c.end
}

// dense paints the list of more than five items in portrait: number and title, sharing
// the height between 144 and 200, below which the list scrolls. It returns where the last ends.
func (c *list) dense(items []*catalogue.Item) fixed.Int26_6 {
	n := fixed.Int26_6(len(items))
	h := min(max((c.end-c.top-c.hair()*(n-1))/n, c.px(144)), c.px(200))
	h = max(h, c.highest(items, c.w-c.px(48)))
	c.box("list", rect(c.x, c.top, c.w, max(c.end-c.top, h*n+c.hair()*(n-1))))
	for i, it := range items {
		at := rect(c.x, c.top+fixed.Int26_6(i)*(h+c.hair()), c.w, h)
		ruled := i < len(items)-1
		if ruled {
			at.Max.Y += c.hair()
		}
		c.cell(it, at, ruled, c.px(48))
	}
	return c.bottom()
}

// grid paints the list of more than three items in landscape: three to a row, a line
// between the columns. It returns where the last row ends.
func (c *list) grid(items []*catalogue.Item) fixed.Int26_6 {
	rows := (len(items) + 2) / 3
	gap := c.px(56)
	w, h := (c.w-2*gap)/3, max((c.end-c.top)/fixed.Int26_6(rows), c.px(144))
	h = max(h, c.highest(items, w-c.px(40)))
	c.box("list", rect(c.x, c.top, c.w, max(c.end-c.top, h*fixed.Int26_6(rows))))
	for i, it := range items {
		x, y := c.x+fixed.Int26_6(i%3)*(w+gap), c.top+fixed.Int26_6(i/3)*h
		c.cell(it, rect(x, y, w, h), i/3 < rows-1, c.px(40))
		if i%3 > 0 {
			c.line(rect(x-gap/2, y, c.hair(), h))
		}
	}
	return c.bottom()
}

// listTitle returns an item's title in a list: from 12 characters on it breaks where its
// file breaks it, even where one line would do.
func (c *list) listTitle(it *catalogue.Item, p pen, measure fixed.Int26_6) typeset.Paragraph {
	par := c.phrased(it.Heading(), it.Breaks, p, measure)
	if len([]rune(it.Heading())) >= 12 && c.build.set.Width(par.Spans...) <= measure {
		par.Breaks = it.Breaks
	}
	return par
}

// cellNumber returns the style of 序号 in a dense list, and its room.
func (c *list) cellNumber() (pen, fixed.Int26_6) {
	p := pen{face: fonts.SerifBlack, size: c.pick(60, 56), leading: 1}
	return p, c.numberWidth(c.last, c.pick(96, 80), c.px(8), p)
}

// cellTitle returns an item's title in a dense list: two lines, or more where text is large.
func (c *list) cellTitle(it *catalogue.Item, measure fixed.Int26_6) (typeset.Paragraph, pen) {
	p := pen{face: fonts.SerifBold, size: c.bodyPick(44, 40), leading: 1.3}
	par := c.listTitle(it, p, measure)
	par.MaxLines = 2
	if c.large() {
		par.MaxLines = 4
	}
	return par, p
}

// highest returns the height of the highest cell in which number and title take w.
func (c *list) highest(items []*catalogue.Item, w fixed.Int26_6) fixed.Int26_6 {
	var h fixed.Int26_6
	if !c.large() {
		return h
	}
	_, nw := c.cellNumber()
	for _, it := range items {
		par, p := c.cellTitle(it, w-nw)
		h = max(h, p.line()*fixed.Int26_6(len(c.build.set.Lines(par)))+c.px(40))
	}
	return h
}

// cell adds an item of a dense list: number, title and chevron on one height.
func (c *list) cell(it *catalogue.Item, at fixed.Rectangle26_6, ruled bool, arrow fixed.Int26_6) {
	number, nw := c.cellNumber()
	par, p := c.cellTitle(it, at.Max.X-at.Min.X-arrow-nw)
	c.add(row{at: at, ruled: ruled, event: openItem(it), next: chevron{right: arrow},
		lead:  column{blocks: []block{c.numeral(it, number)}},
		stack: column{x: nw, blocks: []block{c.block(par, p, Black)}}})
}

// entry is how title and text of an item are set in a list that has room for both.
type entry struct {
	*list
	title, body pen
	w           fixed.Int26_6
	lines       int // of the text, at most
}

// entry sets titles in a size and texts in 34, in a column of width w.
func (c *list) entry(size, w fixed.Int26_6, lines int) entry {
	return entry{list: c, w: w, lines: lines,
		title: pen{face: fonts.SerifBold, size: size, leading: 1.34},
		body:  pen{face: fonts.SansRegular, size: c.body(34), leading: 1.6}}
}

// set makes an item's title, and its elements, which are kept whole.
func (t entry) set(it *catalogue.Item) (title, text typeset.Paragraph) {
	title = t.listTitle(it, t.title, t.w)
	title.MaxLines = 3
	if t.large() {
		title.MaxLines = 6
	}
	units := make([]string, len(it.Content))
	for i, e := range it.Content {
		units[i] = e.Text
	}
	p := t.pack(units, t.body, t.w)
	return title, typeset.Paragraph{Spans: []typeset.Span{t.body.span(p.text)}, Measure: t.w, Breaks: p.breaks, MaxLines: t.lines}
}

// blocks sets title and text.
func (t entry) blocks(title, text typeset.Paragraph) []block {
	return []block{t.block(title, t.title, Black), t.block(text, t.body, Ink2).below(t.px(20))}
}
