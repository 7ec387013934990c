package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// With large text (docs/design/README.md section 9) a category stands above its rows,
// each as high as its title needs, and the board scrolls.

// A category that has one row is one target, and so is a category that is a row
// itself. In the others the category has 96 u for a finger, and each of its rows 98 of at
// least 112, with 14 between them.
const (
	largeRow    = 112 // u, at least, of one among several
	largeAlone  = 96  // u, at least, of one by itself
	largeAbove  = 22  // u: over the category
	largeBelow  = 20  // u: under the last row
	largeApart  = 6   // u: between category and rows
	largeNumber = 76  // u: 序号, or icon
)

// largeBoard lays the columns and says where the longest ends.
func (b *build) largeBoard(l *Layer, d *board) fixed.Int26_6 {
	bottom := d.top
	for i, groups := range d.columns {
		y := d.top
		for k, g := range groups {
			y = b.largeGroup(l, d, g, d.x[i], y, k == len(groups)-1)
		}
		b.box("board", rect(d.x[i], d.top, d.w, d.end+b.px(16)-d.top))
		bottom = max(bottom, y)
	}
	return bottom
}

// largeGroup is a category with its rows; it says where it ends.
func (b *build) largeGroup(l *Layer, d *board, g catalogue.Category, x, y fixed.Int26_6, last bool) fixed.Int26_6 {
	top := y
	alone, name := d.names || len(g.Items) == 1, "category"
	if alone {
		name = "row"
	}
	// its height is not known yet
	group := b.press(l, name, rect(x, y, d.w, 0), rect(x, y, d.w, 0), Sand, opens(b.state.Catalogue.Items, g))
	y = b.largeCategory(l, d, g, x, y+b.px(largeAbove)) + b.px(largeApart)
	foot := y - b.px(4)
	if d.names {
		y = b.largeNames(l, d, g, x, y)
	} else {
		for i, k := range g.Items {
			y = b.largeItem(l, d, &b.state.Catalogue.Items[k], rect(x, y, d.w, 0), i, alone)
		}
	}
	if alone {
		foot = y
	}
	y += b.px(largeBelow)
	group.reach(rect(x, top, d.w, foot-top))
	paint := whole(b.wider(rect(x, top, d.w, foot-top)))
	if alone {
		paint.Max.Y = y.Round()
	}
	group.cover(paint)
	if !last {
		l.fill(rect(x, y, d.w, b.hair()), Line)
		y += b.hair()
	}
	b.box("group", rect(x, top, d.w, y-top))
	return y
}

// wider is a row's ground: it runs 16 beyond the text at both sides.
func (b *build) wider(r fixed.Rectangle26_6) fixed.Rectangle26_6 {
	r.Min.X -= b.px(16)
	r.Max.X += b.px(16)
	return r
}

// largeCategory is icon and 一级事项, with the number of its rows where they are not
// shown; it says where it ends.
func (b *build) largeCategory(l *Layer, d *board, g catalogue.Category, x, y fixed.Int26_6) fixed.Int26_6 {
	side, right := b.px(60), x+d.w
	p := pen{face: fonts.SerifBlack, size: b.bodyPick(40, 38), leading: 1}
	count := b.rowCount(len(g.Items))
	if d.names {
		right -= count.width(b) + b.px(24)
	}
	text := x + side + b.px(14)
	par := b.oneLine(g.Name, p)
	if b.set.Width(par.Spans...) > right-text {
		p.leading = 1.2
		par = b.phrased(g.Name, nil, p, right-text)
		par.MaxLines = 3
	}
	lines := p.line() * fixed.Int26_6(len(b.set.Lines(par)))
	h := max(side, lines) + b.px(12)
	b.box("category", rect(x, y, d.w, h))
	l.icon(g.Icon, x, y+(h-side)/2, side, Red)
	b.para(l, par, p, text, y+(h-lines)/2, Black)
	if d.names {
		count.around(b, l, x+d.w-count.width(b), y+h/2)
	}
	return y + h
}

// largeItem is row i of a category: 序号 and 二级事项, or an excerpt of 公开内容 where it has
// none. It says where it ends.
func (b *build) largeItem(l *Layer, d *board, it *catalogue.Item, r fixed.Rectangle26_6, i int, alone bool) fixed.Int26_6 {
	pad, least := b.px(10), b.touch(largeRow)
	if alone {
		least = b.touch(largeAlone)
	}
	number := pen{face: fonts.SerifBold, size: b.px(40), leading: 1}
	nw := b.numberWidth(d.last, b.px(largeNumber), b.px(12), number)
	x, room := r.Min.X+nw, r.Max.X-r.Min.X-nw
	mark, _ := b.news(it.Seen, it.Updated)
	if mark != "" {
		room -= times(b.px(markRoom), min(b.step, mostControl))
	}
	par, p, ink := b.largeTitle(it, room)
	lines := p.line() * fixed.Int26_6(len(b.set.Lines(par)))
	hair := b.hair()
	if i == 0 {
		hair = 0
	}
	h := hair + max(least, lines+2*pad)
	r.Max.Y = r.Min.Y + h
	b.box("row", r)
	d.ends = append(d.ends, rowEnd{r.Max.Y, 1})
	if !alone {
		hit := r
		hit.Min.Y += b.px(10)
		hit.Max.Y -= b.px(4)
		b.press(l, "row", b.wider(r), hit, Sand, session.Open{Screen: session.Screen{Kind: session.Item, Number: it.Number}})
	}
	if i > 0 {
		l.fill(rect(r.Min.X, r.Min.Y, d.w, hair), Line)
	}
	middle := (r.Min.Y + hair + r.Max.Y) / 2
	b.label(l, fmt.Sprint(it.Number), number, r.Min.X, middle-number.line()/2, Red)
	b.para(l, par, p, x, middle-lines/2, ink)
	if mark != "" {
		b.rowMark(l, mark, r.Max.X, middle)
	}
	return r.Max.Y
}

// largeTitle is how the board names an item in a room.
func (b *build) largeTitle(it *catalogue.Item, room fixed.Int26_6) (typeset.Paragraph, pen, Ink) {
	if it.Title == "" {
		p := pen{face: fonts.SansRegular, size: b.labelled(28), leading: 1.3}
		return b.oneLine(excerpt(it.Content, max(1, int(room/b.body(28))-2)), p), p, Ink2
	}
	p := pen{face: fonts.SansMedium, size: b.bodyPick(31, 29), leading: 1.25}
	par := b.phrased(it.Title, it.Breaks, p, room)
	par.MaxLines = 3
	return par, p, Black
}

// largeNames are the first titles of a category that is a row itself; it says where they end.
func (b *build) largeNames(l *Layer, d *board, g catalogue.Category, x, y fixed.Int26_6) fixed.Int26_6 {
	p := pen{face: fonts.SansRegular, size: b.labelled(28), leading: 1.4}
	h := p.line() * 2
	b.names(l, g, p, x+b.px(74), y+h/2, d.w-b.px(74))
	d.ends = append(d.ends, rowEnd{y + h, len(g.Items)})
	return y + h
}
