package layout

import (
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// A category of one row is one target from edge to edge; one of several rows has a cell with
// its name, which opens the category, and rows, which open their items. With more rows than
// two screens hold, each category is a row.

// column paints the groups of a column, with hairlines between them.
func (d *board) column(groups []catalogue.Category, x, row fixed.Int26_6) {
	if len(groups) == 0 {
		return
	}
	y := d.top
	for i, g := range groups {
		r, hair := page.Area(x, y, d.w, row*fixed.Int26_6(d.count(groups[i:i+1]))), d.Hair()
		if i == len(groups)-1 {
			hair = 0
		}
		y = r.Max.Y + hair
		d.Box("group", page.Area(x, r.Min.Y, d.w, y-r.Min.Y))
		switch {
		case d.names:
			d.nameRow(g, r)
		case len(g.Items) == 1:
			d.singleGroup(g, r)
		default:
			d.group(g, r)
		}
		if hair > 0 {
			d.Line(page.Area(x, r.Max.Y, d.w, hair))
		}
	}
	end := y
	if !d.scrolls {
		end = d.end + d.Px(16)
	}
	d.Box("board", page.Area(x, d.top, d.w, end-d.top))
}

// singleGroup paints a category of one row.
func (d *board) singleGroup(g catalogue.Category, r fixed.Rectangle26_6) {
	it := &d.State.Catalogue.Items[g.Items[0]]
	d.Press("row", r, build.OpenItem(it))
	cell := d.cell(r)
	d.Box("category", cell)
	d.categoryCell(cell, g, false)
	d.itemRow(it, build.Row{At: page.Area(cell.Max.X, r.Min.Y, d.w-d.category, r.Max.Y-r.Min.Y)})
}

// cell returns the part of a group that has the category's name.
func (d *board) cell(r fixed.Rectangle26_6) fixed.Rectangle26_6 {
	r.Max.X = r.Min.X + d.category
	return r
}

// group paints a category of several rows; the hairlines between them start at the number.
func (d *board) group(g catalogue.Category, r fixed.Rectangle26_6) {
	items := d.State.Catalogue.Items
	cell := d.cell(r)
	press := cell
	press.Max.X -= d.Px(32) // longer than any name, and clear of the rows' pressed grounds
	d.Press("category", press, build.OpenCategory(items, g))
	d.Box("category", cell)
	d.categoryCell(cell, g, true)
	h := (r.Max.Y - r.Min.Y) / fixed.Int26_6(len(g.Items))
	for i, n := range g.Items {
		it := &items[n]
		d.itemRow(it, build.Row{At: page.Area(cell.Max.X, r.Min.Y+h*fixed.Int26_6(i), d.w-d.category, h), Ruled: i > 0, Event: build.OpenItem(it)})
	}
}

// categoryCell paints icon and 一级事项, centred in the cell or at its top. A name too long for one
// line is set in two.
func (d *board) categoryCell(cell fixed.Rectangle26_6, g catalogue.Category, atTop bool) {
	side, gap := d.Pick(46, 42), d.Pick(14, 12)
	x, room := cell.Min.X+side+gap, cell.Max.X-cell.Min.X-side-gap-d.Px(12)
	p := build.Pen{Face: fonts.SerifBlack, Size: d.Pick(40, 38), Leading: 1}
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(g.Name)}}
	if d.Setter.Width(par.Spans...) > room { // more than six characters
		p.Size, p.Leading = d.Px(32), 1.2
		p, par = d.Shrink(build.Fit{Least: d.Px(26), Factor: .95, Lines: 2}, p, func(p build.Pen) typeset.Paragraph {
			return d.Phrased(g.Name, nil, p, room)
		})
		par.MaxLines = max(2, int((cell.Max.Y-cell.Min.Y-d.Px(8))/p.Line()))
	}
	icon, text := cell.Min.Y+d.Pick(33, 32), cell.Min.Y+d.Pick(33, 32)
	if !atTop {
		middle := (cell.Min.Y + cell.Max.Y) / 2
		icon, text = middle-side/2, middle-p.Line()*fixed.Int26_6(len(d.Setter.Lines(par)))/2
	}
	d.On.Icon(g.Icon, cell.Min.X, icon, side, page.Red)
	d.Paragraph(d.On, par, p, x, text, page.Black)
}

// rowNumber returns the style of 序号 on the board.
func rowNumber(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SerifBold, Size: b.Px(31), Leading: 1}
}

// itemRow adds an item's row.
func (d *board) itemRow(it *catalogue.Item, r build.Row) {
	room := r.At.Max.X - r.At.Min.X - d.number
	if r.Mark, _ = record.MarkOf(d.RowList.Draft, it.Seen, it.Updated); r.Mark != "" {
		room -= d.Px(build.MarkRoom)
	}
	r.Lead.Blocks = []build.Block{numeral(d.RowList.Draft, it, rowNumber(d.RowList.Draft))}
	r.Stack = build.Column{X: d.number, Blocks: []build.Block{d.itemTitle(it, room, r.At.Max.Y-r.At.Min.Y-d.Px(8))}}
	d.Add(r)
}

// itemTitle sets an item's 二级事项, in as many lines as a row has room for, or an excerpt of 公开内容
// if it has none.
func (d *board) itemTitle(it *catalogue.Item, room, height fixed.Int26_6) build.Block {
	if it.Title == "" {
		// Two characters' room is kept for the ellipsis.
		p := build.Pen{Face: fonts.SansRegular, Size: d.Pick(27.5, 26), Leading: 1.3}
		limit := max(1, int(room/p.Size)-2)
		return d.LabelBlock(build.Excerpt(it.Content, limit), p, page.Ink2)
	}
	p := build.Pen{Face: fonts.SansMedium, Size: d.Pick(31, 29), Leading: 1.3}
	par := d.OneLine(it.Title, p)
	if d.Setter.Width(par.Spans...) > room {
		p.Size, p.Leading = d.Pick(29, 27), 1.25
		p, par = d.Shrink(build.Fit{Least: d.Px(26), Factor: .95, Lines: 2}, p, func(p build.Pen) typeset.Paragraph {
			return d.Phrased(it.Title, it.Breaks, p, room)
		})
		par.MaxLines = max(2, int(height/p.Line()))
	}
	return d.Block(par, p, page.Black)
}

// nameRow paints a category as a row, with the titles of its first items and their number.
func (d *board) nameRow(g catalogue.Category, r fixed.Rectangle26_6) {
	d.Note(r.Max.Y, len(g.Items))
	d.Press("row", r, build.OpenCategory(d.State.Catalogue.Items, g))
	cell, mid, side := d.cell(r), build.MidOf(r), d.Pick(46, 42)
	d.Box("category", page.Area(cell.Min.X, mid-side/2, d.category, side))
	d.categoryCell(cell, g, false)

	count := d.RowCount(len(g.Items))
	nx := r.Max.X - count.Width(d.Draft)
	count.Around(d.Draft, d.On, nx, mid)

	p := build.Pen{Face: fonts.SansRegular, Size: d.Pick(27.5, 26), Leading: 1.4}
	// The titles end before the column of the counts, or before a count that is wider.
	right := min(nx-d.Px(8), r.Max.X-d.Pick(104, 90))
	d.titles(g, p, cell.Max.X, mid, right-cell.Max.X)
}

// titles paints the first titles of a category, as many as two lines hold.
func (d *board) titles(g catalogue.Category, p build.Pen, x, mid, room fixed.Int26_6) {
	text := firstTitles(d.RowList.Draft, g, p, room)
	t := d.Block(typeset.Paragraph{Spans: []typeset.Span{p.Span(text.Text)}, Measure: room, Breaks: text.Breaks, MaxLines: 2}, p, page.Ink2)
	t.Paint(d.Draft, d.On, x, mid-t.Height()/2)
}

// firstTitles joins whole titles with 、 while they fit in two lines and in the characters that the
// design allows, and ends with …… if an item is left out. If no item has a title it returns an
// excerpt of the first.
func firstTitles(b *build.Draft, g catalogue.Category, p build.Pen, room fixed.Int26_6) build.Packed {
	// Two lines of sixteen less the ellipsis; fewer in landscape, as drawn.
	items, limit := b.State.Catalogue.Items, 30
	if b.Landscape {
		limit = 26
	}
	titles := titled(items, g)
	if len(titles) == 0 {
		return b.PackExcerpt(items[g.Items[0]].Content, limit, p, room)
	}
	best := build.Packed{Text: titles[0] + build.Ellipsis}
	for n := 1; n <= len(titles); n++ {
		try := b.Pack(listed(titles[:n], n == len(g.Items)), p, room)
		if try.Lines > 2 || len([]rune(strings.TrimSuffix(try.Text, build.Ellipsis))) > limit {
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

// listed returns titles as the units of a list, which ends with …… unless it has all.
func listed(titles []string, all bool) []string {
	last := len(titles) - 1
	units := make([]string, len(titles))
	for i, t := range titles {
		units[i] = t + "、"
	}
	units[last] = titles[last]
	if !all {
		units[last] += build.Ellipsis
	}
	return units
}
