package page

import (
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// The board's parts. A category of one row is one target from edge to edge; one of
// several rows has a cell for its name, which opens the category, and a target for
// each row, which opens the item. Where there are more rows than two screens hold, a
// category is a row itself.

// column paints the groups of one column, a hairline between them.
func (d *board) column(groups []catalogue.Category, x, row fixed.Int26_6) {
	if len(groups) == 0 {
		return
	}
	y := d.top
	for i, g := range groups {
		r, hair := rect(x, y, d.w, row*fixed.Int26_6(d.count(groups[i:i+1]))), d.hair()
		if i == len(groups)-1 {
			hair = 0
		}
		y = r.Max.Y + hair
		d.box("group", rect(x, r.Min.Y, d.w, y-r.Min.Y))
		switch {
		case d.names:
			d.nameRow(g, r)
		case len(g.Items) == 1:
			d.singleGroup(g, r)
		default:
			d.group(g, r)
		}
		if hair > 0 {
			d.line(rect(x, r.Max.Y, d.w, hair))
		}
	}
	end := y
	if !d.scrolls {
		end = d.end + d.px(16)
	}
	d.box("board", rect(x, d.top, d.w, end-d.top))
}

// singleGroup paints a category that has one row: one target from edge to edge.
func (d *board) singleGroup(g catalogue.Category, r fixed.Rectangle26_6) {
	it := &d.state.Catalogue.Items[g.Items[0]]
	d.press("row", r, openItem(it))
	cell := d.cell(r)
	d.box("category", cell)
	d.categoryCell(cell, g, false)
	d.itemRow(it, row{at: rect(cell.Max.X, r.Min.Y, d.w-d.category, r.Max.Y-r.Min.Y)})
}

// cell returns the part of a group in which its category stands.
func (d *board) cell(r fixed.Rectangle26_6) fixed.Rectangle26_6 {
	r.Max.X = r.Min.X + d.category
	return r
}

// group paints a category that has several rows: one cell for its name, a target a
// row, and hairlines that start at the number.
func (d *board) group(g catalogue.Category, r fixed.Rectangle26_6) {
	items := d.state.Catalogue.Items
	cell := d.cell(r)
	press := cell
	press.Max.X -= d.px(32) // no name reaches further; the rows' grounds begin 16 before the number
	d.press("category", press, openCategory(items, g))
	d.box("category", cell)
	d.categoryCell(cell, g, true)
	h := (r.Max.Y - r.Min.Y) / fixed.Int26_6(len(g.Items))
	for i, n := range g.Items {
		it := &items[n]
		d.itemRow(it, row{at: rect(cell.Max.X, r.Min.Y+h*fixed.Int26_6(i), d.w-d.category, h), ruled: i > 0, event: openItem(it)})
	}
}

// categoryCell paints icon and 一级事项: centred in its cell, or at its top where the
// group has several rows. A name too long for one line is set in two.
func (d *board) categoryCell(cell fixed.Rectangle26_6, g catalogue.Category, atTop bool) {
	side, gap := d.pick(46, 42), d.pick(14, 12)
	x, room := cell.Min.X+side+gap, cell.Max.X-cell.Min.X-side-gap-d.px(12)
	p := pen{face: fonts.SerifBlack, size: d.pick(40, 38), leading: 1}
	par := typeset.Paragraph{Spans: []typeset.Span{p.span(g.Name)}}
	if d.set.Width(par.Spans...) > room { // more than six characters
		p.size, p.leading = d.px(32), 1.2
		par = d.phrased(g.Name, nil, p, room)
		par.MaxLines = 2
	}
	icon, text := cell.Min.Y+d.pick(33, 32), cell.Min.Y+d.pick(33, 32)
	if !atTop {
		middle := (cell.Min.Y + cell.Max.Y) / 2
		icon, text = middle-side/2, middle-p.line()*fixed.Int26_6(len(d.set.Lines(par)))/2
	}
	d.l.icon(g.Icon, cell.Min.X, icon, side, Red)
	d.para(d.l, par, p, x, text, Black)
}

// rowNumber returns the style of 序号 on the board.
func (b *build) rowNumber() pen {
	return pen{face: fonts.SerifBold, size: b.px(31), leading: 1}
}

// itemRow adds a row with 序号 and 二级事项, or an excerpt of 公开内容 where the item has none.
func (d *board) itemRow(it *catalogue.Item, r row) {
	room := r.at.Max.X - r.at.Min.X - d.number
	if r.mark, _ = d.news(it.Seen, it.Updated); r.mark != "" {
		room -= d.px(markRoom)
	}
	r.lead.blocks = []block{d.numeral(it, d.rowNumber())}
	r.stack = column{x: d.number, blocks: []block{d.itemTitle(it, room)}}
	d.add(r)
}

// itemTitle sets what names an item in its row.
func (d *board) itemTitle(it *catalogue.Item, room fixed.Int26_6) block {
	if it.Title == "" {
		// Two characters' room is kept for the ellipsis.
		p := pen{face: fonts.SansRegular, size: d.pick(27.5, 26), leading: 1.3}
		limit := max(1, int(room/p.size)-2)
		return d.labelBlock(excerpt(it.Content, limit), p, Ink2)
	}
	p := pen{face: fonts.SansMedium, size: d.pick(31, 29), leading: 1.3}
	par := d.oneLine(it.Title, p)
	if d.set.Width(par.Spans...) > room {
		p.size, p.leading = d.pick(29, 27), 1.25
		par = d.phrased(it.Title, it.Breaks, p, room)
		par.MaxLines = 2
	}
	return d.block(par, p, Black)
}

// nameRow paints a category with the titles of its first items and their number.
func (d *board) nameRow(g catalogue.Category, r fixed.Rectangle26_6) {
	d.note(r.Max.Y, len(g.Items))
	d.press("row", r, openCategory(d.state.Catalogue.Items, g))
	cell, mid, side := d.cell(r), midOf(r), d.pick(46, 42)
	d.box("category", rect(cell.Min.X, mid-side/2, d.category, side))
	d.categoryCell(cell, g, false)

	count := d.rowCount(len(g.Items))
	nx := r.Max.X - count.width(d.build)
	count.around(d.build, d.l, nx, mid)

	p := pen{face: fonts.SansRegular, size: d.pick(27.5, 26), leading: 1.4}
	// The titles end before the column of the counts, or before a count that is wider.
	right := min(nx-d.px(8), r.Max.X-d.pick(104, 90))
	d.titles(g, p, cell.Max.X, mid, right-cell.Max.X)
}

// titles paints the first titles of a category, as many as two lines hold.
func (d *board) titles(g catalogue.Category, p pen, x, mid, room fixed.Int26_6) {
	text := d.firstTitles(g, p, room)
	t := d.block(typeset.Paragraph{Spans: []typeset.Span{p.span(text.text)}, Measure: room, Breaks: text.breaks, MaxLines: 2}, p, Ink2)
	t.paint(d.build, d.l, x, mid-t.height()/2)
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

// titled returns the 二级事项 of a category's items that have one.
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
