package page

import (
	"fmt"
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The board's parts. A category of one row is one target from edge to edge; one of
// several rows has a cell for its name, which opens the category, and a target for
// each row, which opens the item. Where there are more rows than two screens hold, a
// category is a row itself.

// boardColumn paints the groups of one column, a hairline between them.
func (b *build) boardColumn(l *Layer, d *board, groups []catalogue.Category, x, row fixed.Int26_6) {
	if len(groups) == 0 {
		return
	}
	y := d.top
	for i, g := range groups {
		h := row * fixed.Int26_6(d.count(groups[i:i+1]))
		hair := b.hair()
		if i == len(groups)-1 {
			hair = 0
		}
		b.box("group", rect(x, y, d.w, h+hair))
		switch {
		case d.names:
			b.nameRow(l, d, g, rect(x, y, d.w, h))
		case len(g.Items) == 1:
			b.singleGroup(l, d, g, rect(x, y, d.w, h))
		default:
			b.group(l, d, g, rect(x, y, d.w, h))
		}
		if hair > 0 {
			l.fill(rect(x, y+h, d.w, hair), Line)
		}
		y += h + hair
	}
	end := y
	if !d.scrolls {
		end = d.end + b.px(16)
	}
	b.box("board", rect(x, d.top, d.w, end-d.top))
}

// opens is what a tap on a category does: it shows its items, or the only one.
func opens(items []catalogue.Item, g catalogue.Category) session.Open {
	if len(g.Items) == 1 {
		return session.Open{Screen: session.Screen{Kind: session.Item, Number: items[g.Items[0]].Number}}
	}
	return session.Open{Screen: session.Screen{Kind: session.Category, Category: g.Name}}
}

// pressRow adds the target of a row: the finger's part is 7 less above and below,
// the part that changes colour runs 16 beyond the text at both sides.
func (b *build) pressRow(l *Layer, name string, r fixed.Rectangle26_6, left fixed.Int26_6, e session.Event) {
	paint, hit, inset := r, r, b.px(7)
	paint.Min.X -= left
	paint.Max.X += b.px(16)
	hit.Min.Y += inset
	hit.Max.Y -= inset
	b.press(l, name, paint, hit, Sand, e)
}

// singleGroup is a category that has one row: one target from edge to edge.
func (b *build) singleGroup(l *Layer, d *board, g catalogue.Category, r fixed.Rectangle26_6) {
	items := b.state.Catalogue.Items
	b.pressRow(l, "row", r, b.px(16), opens(items, g))
	cell := rect(r.Min.X, r.Min.Y, d.category, r.Max.Y-r.Min.Y)
	b.box("category", cell)
	b.categoryCell(l, cell, g, false)
	b.row(l, d, &items[g.Items[0]], rect(cell.Max.X, r.Min.Y, d.w-d.category, r.Max.Y-r.Min.Y))
}

// group is a category that has several rows: one cell for its name, a target a
// row, and hairlines that start at the number.
func (b *build) group(l *Layer, d *board, g catalogue.Category, r fixed.Rectangle26_6) {
	items := b.state.Catalogue.Items
	cell := rect(r.Min.X, r.Min.Y, d.category, r.Max.Y-r.Min.Y)
	press := cell
	press.Max.X -= b.px(32) // no name reaches further; the rows' grounds begin 16 before the number
	b.pressRow(l, "category", press, b.px(16), opens(items, g))
	b.box("category", cell)
	b.categoryCell(l, cell, g, true)
	h := (r.Max.Y - r.Min.Y) / fixed.Int26_6(len(g.Items))
	for i, n := range g.Items {
		row := rect(cell.Max.X, r.Min.Y+h*fixed.Int26_6(i), d.w-d.category, h)
		b.pressRow(l, "row", row, b.px(16), session.Open{Screen: session.Screen{Kind: session.Item, Number: items[n].Number}})
		if i > 0 {
			l.fill(rect(row.Min.X, row.Min.Y, row.Max.X-row.Min.X, b.hair()), Line)
		}
		b.row(l, d, &items[n], row)
	}
}

// categoryCell is icon and 一级事项: centred in its cell, or at its top where the
// group has several rows. A name too long for one line is set in two.
func (b *build) categoryCell(l *Layer, cell fixed.Rectangle26_6, g catalogue.Category, atTop bool) {
	side, gap := b.pick(46, 42), b.pick(14, 12)
	x, room := cell.Min.X+side+gap, cell.Max.X-cell.Min.X-side-gap-b.px(12)
	p := pen{face: fonts.SerifBlack, size: b.pick(40, 38), leading: 1}
	par := typeset.Paragraph{Spans: []typeset.Span{p.span(g.Name)}}
	if b.set.Width(par.Spans...) > room { // more than six characters
		p.size, p.leading = b.px(32), 1.2
		par = b.phrased(g.Name, nil, p, room)
		par.MaxLines = 2
	}
	icon, text := cell.Min.Y+b.pick(33, 32), cell.Min.Y+b.pick(33, 32)
	if !atTop {
		middle := (cell.Min.Y + cell.Max.Y) / 2
		icon, text = middle-side/2, middle-p.line()*fixed.Int26_6(len(b.set.Lines(par)))/2
	}
	l.icon(g.Icon, cell.Min.X, icon, side, Red)
	b.para(l, par, p, x, text, Black)
}

// rowNumber is the style of 序号 on the board.
func (b *build) rowNumber() pen {
	return pen{face: fonts.SerifBold, size: b.px(31), leading: 1}
}

// row is 序号 and 二级事项, or an excerpt of 公开内容 where the row has none.
func (b *build) row(l *Layer, d *board, it *catalogue.Item, r fixed.Rectangle26_6) {
	b.box("row", r)
	d.ends = append(d.ends, rowEnd{r.Max.Y, 1})
	middle, number := (r.Min.Y+r.Max.Y)/2, b.rowNumber()
	b.label(l, fmt.Sprint(it.Number), number, r.Min.X, middle-number.line()/2, Red)
	x, room := r.Min.X+d.number, r.Max.X-r.Min.X-d.number
	if text, _ := b.news(it.Seen, it.Updated); text != "" {
		room -= b.px(markRoom)
		b.rowMark(l, text, r.Max.X, middle)
	}
	if it.Title == "" {
		// Two characters' room is kept for the ellipsis.
		p := pen{face: fonts.SansRegular, size: b.pick(27.5, 26), leading: 1.3}
		limit := max(1, int(room/p.size)-2)
		b.label(l, excerpt(it.Content, limit), p, x, middle-p.line()/2, Ink2)
		return
	}
	p := pen{face: fonts.SansMedium, size: b.pick(31, 29), leading: 1.3}
	par := typeset.Paragraph{Spans: []typeset.Span{p.span(it.Title)}}
	if b.set.Width(par.Spans...) > room {
		p.size, p.leading = b.pick(29, 27), 1.25
		par = b.phrased(it.Title, it.Breaks, p, room)
		par.MaxLines = 2
	}
	b.para(l, par, p, x, middle-p.line()*fixed.Int26_6(len(b.set.Lines(par)))/2, Black)
}

// nameRow is a category with the titles of its first items and their number.
func (b *build) nameRow(l *Layer, d *board, g catalogue.Category, r fixed.Rectangle26_6) {
	d.ends = append(d.ends, rowEnd{r.Max.Y, len(g.Items)})
	b.pressRow(l, "row", r, b.px(16), opens(b.state.Catalogue.Items, g))
	cell := rect(r.Min.X, r.Min.Y, d.category, r.Max.Y-r.Min.Y)
	middle, side := (r.Min.Y+r.Max.Y)/2, b.pick(46, 42)
	b.box("category", rect(cell.Min.X, middle-side/2, d.category, side))
	b.categoryCell(l, cell, g, false)

	count := b.rowCount(len(g.Items))
	nx := r.Max.X - count.width(b)
	count.around(b, l, nx, middle)

	p := pen{face: fonts.SansRegular, size: b.pick(27.5, 26), leading: 1.4}
	// The titles end before the column of the counts, or before a count that is wider.
	right := min(nx-b.px(8), r.Max.X-b.pick(104, 90))
	b.names(l, g, p, cell.Max.X, middle, right-cell.Max.X)
}

// names are the first titles of a category, as many as two lines hold.
func (b *build) names(l *Layer, g catalogue.Category, p pen, x, middle, room fixed.Int26_6) {
	text := b.firstTitles(g, p, room)
	par := typeset.Paragraph{Spans: []typeset.Span{p.span(text.text)}, Measure: room, Breaks: text.breaks, MaxLines: 2}
	lines := fixed.Int26_6(len(b.set.Lines(par)))
	b.para(l, par, p, x, middle-p.line()*lines/2, Ink2)
}

// firstTitles joins whole titles with 、 while they fit in two lines and in the
// characters that the design allows, and ends with …… where an item is not named.
// Where no item has a title it is an excerpt of the first.
func (b *build) firstTitles(g catalogue.Category, p pen, room fixed.Int26_6) packed {
	// Two lines of sixteen less the ellipsis; fewer in landscape, as drawn.
	items, limit := b.state.Catalogue.Items, 30
	if b.landscape {
		limit = 26
	}
	titles := titled(items, g)
	if len(titles) == 0 {
		return packed{text: excerpt(items[g.Items[0]].Content, limit)}
	}
	best := packed{text: titles[0] + ellipsis}
	for n := 1; n <= len(titles); n++ {
		try := b.pack(listed(titles[:n], n == len(g.Items)), p, room)
		if try.lines > 2 || len([]rune(strings.TrimSuffix(try.text, ellipsis))) > limit {
			break
		}
		best = try
	}
	return best
}

// titled are the 二级事项 of a category's items that have one.
func titled(items []catalogue.Item, g catalogue.Category) []string {
	var titles []string
	for _, n := range g.Items {
		if items[n].Title != "" {
			titles = append(titles, items[n].Title)
		}
	}
	return titles
}

// listed makes titles the units of a list; one that is not all there is ends with ……
func listed(titles []string, all bool) []string {
	last := len(titles) - 1
	units := make([]string, len(titles))
	for i, t := range titles {
		units[i] = t + "、"
	}
	units[last] = titles[last]
	if !all {
		units[last] += ellipsis
	}
	return units
}
