package layout

import (
	"strings"
	"unicode/utf8"

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
	side, gap := d.Pick(46, 42), d.Px(12)
	x, room := cell.Min.X+side+gap, cell.Max.X-cell.Min.X-side-gap-d.Px(8)
	p := build.Pen{Face: fonts.SerifBlack, Size: d.PickType(38, 36), Leading: 1}
	if d.Narrow() {
		p.Size = d.Type(34)
	}
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(g.Name)}}
	if d.Setter.Width(par.Spans...) > room { // more than six characters
		p.Size, p.Leading = d.Type(32), 1.2
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
	return build.Pen{Face: fonts.SerifBold, Size: b.Type(31), Leading: 1}
}

// itemRow adds an item's row.
func (d *board) itemRow(it *catalogue.Item, r build.Row) {
	room := r.At.Max.X - r.At.Min.X - d.number - d.arrow
	limit := oneLineTitle(d.RowList.Draft)
	if r.Mark, _ = record.MarkOf(d.RowList.Draft, it.Seen, it.Updated); r.Mark != "" {
		room, limit = room-d.Px(build.MarkRoom), limit-2
	}
	r.Lead.Blocks = []build.Block{numeral(d.RowList.Draft, it, rowNumber(d.RowList.Draft))}
	r.Stack = build.Column{X: d.number, Blocks: []build.Block{d.itemTitle(it, room, r.At.Max.Y-r.At.Min.Y-d.Px(8), limit)}}
	r.Next.Right = d.Px(d.Look.Chevron)
	d.Add(r)
}

// oneLineTitle returns the number of characters up to which a row's title stands in one line.
func oneLineTitle(b *build.Draft) int {
	if b.Landscape {
		return 12
	}
	return 13
}

// itemTitle sets an item's 二级事项, from limit characters on at its phrase and in as many lines as a
// row has room for, or an excerpt of 公开内容 if it has none.
func (d *board) itemTitle(it *catalogue.Item, room, height fixed.Int26_6, limit int) build.Block {
	if it.Title == "" {
		// Two characters' room is kept for the ellipsis.
		p := build.Pen{Face: fonts.SansRegular, Size: d.PickType(27.5, 26), Leading: 1.3}
		limit := max(1, int(room/p.Size)-2)
		return d.LabelBlock(build.Excerpt(it.Content, limit), p, page.Ink2)
	}
	p := build.Pen{Face: fonts.SansMedium, Size: d.PickType(31, 29), Leading: 1.3}
	par := d.OneLine(it.Title, p)
	if utf8.RuneCountInString(it.Title) > limit || d.Setter.Width(par.Spans...) > room {
		p.Size, p.Leading = d.PickType(29, 27), 1.25
		p, par = d.Shrink(build.Fit{Least: d.Px(26), Factor: .95, Lines: 2}, p, func(p build.Pen) typeset.Paragraph {
			return d.BrokenAtPhrase(it.Title, it.Breaks, p, room)
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
	arrow := d.Px(d.Look.Chevron)
	d.Arrow(r.Max.X-arrow, mid-arrow/2)
	end := r.Max.X - d.Pick(68, 60)
	nx := end - count.Width(d.Draft)
	count.Around(d.Draft, d.On, nx, mid)

	p := build.Pen{Face: fonts.SansRegular, Size: d.PickType(27.5, 26), Leading: 1.4}
	// The titles end before the column of the counts, or before a count that is wider.
	right := min(nx-d.Px(8), end-d.Pick(104, 90))
	t := d.titles(g, p, right-cell.Max.X)
	t.Paint(d.Draft, d.On, cell.Max.X, mid-t.Height()/2)
}

// titles sets the first titles of a category, as many as two lines hold.
func (d *board) titles(g catalogue.Category, p build.Pen, room fixed.Int26_6) build.Block {
	text := firstTitles(d.RowList.Draft, g, p, room)
	return d.Block(typeset.Paragraph{Spans: []typeset.Span{p.Span(text.Text)}, Measure: room, Breaks: text.Breaks, MaxLines: 2}, p, page.Ink2)
}

// firstTitles joins whole titles with 、 while they fit in two lines and in the characters that the
// design allows, and ends with …… if an item is left out. If no item has a title it returns an
// excerpt of the first.
func firstTitles(b *build.Draft, g catalogue.Category, p build.Pen, room fixed.Int26_6) build.Packed {
	items, limit := b.State.Catalogue.Items, 26
	if b.Landscape {
		limit = 22
	}
	titles := titled(b, g, p, room)
	if len(titles) == 0 {
		return b.PackExcerpt(items[g.Items[0]].Content, limit, p, room)
	}
	best := b.Pack(listed(titles[:1], false), p, room)
	for n := 1; n <= len(titles); n++ {
		try := b.Pack(listed(titles[:n], n == len(g.Items)), p, room)
		if try.Lines > 2 || len([]rune(strings.TrimSuffix(try.Text, build.Ellipsis))) > limit {
			break
		}
		best = try
	}
	return best
}

// titled returns the 二级事项 of a category's items that have one, each in the parts that stay whole:
// one that is longer than a line is in several, cut at the file's breaks.
func titled(b *build.Draft, g catalogue.Category, p build.Pen, room fixed.Int26_6) (titles [][]string) {
	for _, n := range g.Items {
		it := &b.State.Catalogue.Items[n]
		switch {
		case it.Title == "":
		case b.Setter.Width(p.Span(it.Title+build.Ellipsis)) > room:
			titles = append(titles, cutAt(it.Title, it.Breaks))
		default:
			titles = append(titles, []string{it.Title})
		}
	}
	return titles
}

// cutAt cuts a text at offsets in runes.
func cutAt(text string, offsets []int) (parts []string) {
	runes, from := []rune(text), 0
	for _, to := range offsets {
		parts, from = append(parts, string(runes[from:to])), to
	}
	return append(parts, string(runes[from:]))
}

// listed returns titles as the units of a list, which ends with …… unless it has all.
func listed(titles [][]string, all bool) []string {
	var units []string
	for i, parts := range titles {
		units = append(units, parts...)
		if last := &units[len(units)-1]; i < len(titles)-1 {
			*last += "、"
		} else if !all {
			*last += build.Ellipsis
		}
	}
	return units
}
