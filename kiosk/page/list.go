package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// list is a category's items in the making, on layer l between top and end.
type list struct {
	*build
	l        *Layer
	last     int // the highest 序号
	x, w     fixed.Int26_6
	top, end fixed.Int26_6
	bottom   fixed.Int26_6 // where the last item ends
	ends     listEnds
}

// item notes an item's place and what a tap on it does. Its box holds the
// hairline below it, its finger's part is 7 less where items adjoin.
func (c *list) item(r fixed.Rectangle26_6, hair fixed.Int26_6, it *catalogue.Item) {
	r.Max.Y += hair
	c.box("list.item", r)
	r.Max.Y -= hair
	c.pressRow(c.l, "list.item", r, c.px(16), openItem(it))
	if hair > 0 {
		c.l.fill(rect(r.Min.X, r.Max.Y, r.Max.X-r.Min.X, hair), Line)
	}
	c.ends = append(c.ends, r.Max.Y)
	c.bottom = max(c.bottom, r.Max.Y+hair)
}

// hairBelow is the hairline under item i of n, which the last one has not.
func (c *list) hairBelow(i, n int) fixed.Int26_6 {
	if i == n-1 {
		return 0
	}
	return c.hair()
}

// down is the list of up to five items in portrait: number, title and what is
// disclosed, one below the other, each as high as it needs.
func (c *list) down(items []*catalogue.Item) {
	number := pen{face: fonts.SerifBlack, size: c.px(88), leading: .9}
	nw, side := c.numberWidth(c.last, c.px(120), c.px(20), number), c.px(44)
	right := c.x + c.w - c.px(48)
	t := c.entry(c.bodyPick(56, 52), c.x+nw, right-c.x-nw, 4)
	y := c.top
	for i, it := range items {
		title, text := t.set(it)
		pad, foot := c.px(56), c.px(62)
		h := max(pad+t.height(title, text)+foot, c.px(60)+number.line()+foot)
		c.item(rect(c.x, y, c.w, h), c.hairBelow(i, len(items)), it)
		c.label(c.l, fmt.Sprint(it.Number), number, c.x, y+c.px(60), Red)
		t.paint(title, text, y+pad)
		c.l.icon("next", right, y+(c.px(60)+h-foot-side)/2, side, Red)
		y += h + c.hairBelow(i, len(items))
	}
	c.box("list", rect(c.x, c.top, c.w, y-c.top))
}

// across is the list of up to three items in landscape: columns beside each
// other, a line between them.
func (c *list) across(items []*catalogue.Item) {
	c.box("list", rect(c.x, c.top, c.w, c.end-c.top))
	gap, top, end := c.px(56), c.top+c.px(56), c.end-c.px(40)
	w := (c.w - 2*gap) / 3
	number, side := pen{face: fonts.SerifBlack, size: c.px(120), leading: .9}, c.px(44)
	for i, it := range items {
		x := c.x + fixed.Int26_6(i)*(w+gap)
		c.item(rect(x, top, w, end-top), 0, it)
		if i > 0 {
			c.l.fill(rect(x-gap/2, top, c.hair(), end-top), Line)
		}
		c.label(c.l, fmt.Sprint(it.Number), number, x, top, Red)
		c.l.icon("next", x+w-side, top+c.px(30), side, Red)
		y := top + number.line() + c.px(48)
		t := c.entry(c.body(52), x, w, 4)
		title, text := t.set(it)
		title.MaxLines = min(title.MaxLines, max(1, int((end-y)/t.title.line())))
		// What is disclosed may take all the column's height, and is cut only there.
		if room := int((end - y - t.height(title, typeset.Paragraph{}) - c.px(20)) / t.body.line()); room > 0 {
			text.MaxLines = room
		} else {
			text = typeset.Paragraph{}
		}
		t.paint(title, text, y)
	}
	c.bottom = c.end
}

// dense is the list of more than five items in portrait: number and title, sharing
// the height between 144 and 200, below which the list scrolls.
func (c *list) dense(items []*catalogue.Item) {
	n := fixed.Int26_6(len(items))
	h := min(max((c.end-c.top-c.hair()*(n-1))/n, c.px(144)), c.px(200))
	h = max(h, c.highest(items, c.w-c.px(48)))
	c.box("list", rect(c.x, c.top, c.w, max(c.end-c.top, h*n+c.hair()*(n-1))))
	for i, it := range items {
		y := c.top + fixed.Int26_6(i)*(h+c.hair())
		c.cell(it, rect(c.x, y, c.w, h), c.hairBelow(i, len(items)), c.px(48))
	}
}

// grid is the list of more than three items in landscape: three to a row, a line
// between the columns.
func (c *list) grid(items []*catalogue.Item) {
	rows := (len(items) + 2) / 3
	gap := c.px(56)
	w, h := (c.w-2*gap)/3, max((c.end-c.top)/fixed.Int26_6(rows), c.px(144))
	h = max(h, c.highest(items, w-c.px(40)))
	c.box("list", rect(c.x, c.top, c.w, max(c.end-c.top, h*fixed.Int26_6(rows))))
	for i, it := range items {
		x, y, hair := c.x+fixed.Int26_6(i%3)*(w+gap), c.top+fixed.Int26_6(i/3)*h, c.hairBelow(i/3, rows)
		c.cell(it, rect(x, y, w, h-hair), hair, c.px(40))
		if i%3 > 0 {
			c.l.fill(rect(x-gap/2, y, c.hair(), h), Line)
		}
	}
}

// listTitle is an item's title in a list: from 12 characters on it breaks where its
// file says, even where one line would do.
func (c *list) listTitle(it *catalogue.Item, p pen, measure fixed.Int26_6) typeset.Paragraph {
	par := c.phrased(it.Heading(), it.Breaks, p, measure)
	if len([]rune(it.Heading())) >= 12 && c.build.set.Width(par.Spans...) <= measure {
		par.Breaks = it.Breaks
	}
	return par
}

// cellNumber is the style of 序号 in a dense list, and its room.
func (c *list) cellNumber() (pen, fixed.Int26_6) {
	p := pen{face: fonts.SerifBlack, size: c.pick(60, 56), leading: 1}
	return p, c.numberWidth(c.last, c.pick(96, 80), c.px(8), p)
}

// cellTitle is an item's title in a dense list: two lines, or more where text is large.
func (c *list) cellTitle(it *catalogue.Item, measure fixed.Int26_6) (typeset.Paragraph, pen) {
	p := pen{face: fonts.SerifBold, size: c.bodyPick(44, 40), leading: 1.3}
	par := c.listTitle(it, p, measure)
	par.MaxLines = 2
	if c.large() {
		par.MaxLines = 4
	}
	return par, p
}

// highest is the height of the highest cell in which number and title take w.
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

// cell is an item of a dense list: number, title and chevron on one height.
func (c *list) cell(it *catalogue.Item, r fixed.Rectangle26_6, hair, chevron fixed.Int26_6) {
	c.item(r, hair, it)
	number, nw := c.cellNumber()
	middle, side := (r.Min.Y+r.Max.Y)/2, c.px(44)
	c.label(c.l, fmt.Sprint(it.Number), number, r.Min.X, middle-number.line()/2, Red)
	x := r.Min.X + nw
	par, p := c.cellTitle(it, r.Max.X-chevron-x)
	c.para(c.l, par, p, x, middle-p.line()*fixed.Int26_6(len(c.build.set.Lines(par)))/2, Black)
	c.l.icon("next", r.Max.X-chevron, middle-side/2, side, Red)
}

// entry is how title and text of an item are set in a list that has room for both.
type entry struct {
	*list
	title, body pen
	x, w        fixed.Int26_6
	lines       int // of the text, at most
}

// entry sets titles in a size and texts in 34, in a column of width w.
func (c *list) entry(size fixed.Int26_6, x, w fixed.Int26_6, lines int) entry {
	return entry{list: c, x: x, w: w, lines: lines,
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

// height is that of title and text with the room between them.
func (t entry) height(title, text typeset.Paragraph) fixed.Int26_6 {
	h := t.title.line() * fixed.Int26_6(len(t.build.set.Lines(title)))
	if n := len(t.build.set.Lines(text)); n > 0 {
		h += t.px(20) + t.body.line()*fixed.Int26_6(n)
	}
	return h
}

// paint sets title and text from y on.
func (t entry) paint(title, text typeset.Paragraph, y fixed.Int26_6) {
	_, h := t.para(t.l, title, t.title, t.x, y, Black)
	t.para(t.l, text, t.body, t.x, y+h+t.px(20), Ink2)
}
