package layout

import (
	"math"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/page"
)

// With large text (docs/design/README.md section 9) a category stands above its rows, each as
// high as its title needs, and the board scrolls. A category of one row is one target, as is a
// category that is a row itself. Otherwise the category's target is 96 u high, and each of its
// rows is at least 112 with a target of 98.
const (
	largeRow    = 112 // u, at least, one of several rows
	largeAlone  = 96  // u, at least, the only row
	largeAbove  = 22  // u, above the category
	largeBelow  = 20  // u, below the last row
	largeApart  = 6   // u, between category and rows
	largeNumber = 88  // u, of 序号
	largeArrow  = 72  // u, of the chevron
)

// largeColumns paints the columns and returns the lower end of the longest.
func (d *board) largeColumns() fixed.Int26_6 {
	bottom := d.top
	for i, groups := range d.columns {
		y := d.top
		for k, g := range groups {
			y = d.largeGroup(g, d.x[i], y, k == len(groups)-1)
		}
		d.Box("board", page.Area(d.x[i], d.top, d.w, d.end+d.Px(16)-d.top))
		bottom = max(bottom, y)
	}
	return bottom
}

// largeGroup paints a category with its rows, and returns its lower end.
func (d *board) largeGroup(g catalogue.Category, x, y fixed.Int26_6, last bool) fixed.Int26_6 {
	top := y
	alone, name := d.names || len(g.Items) == 1, "category"
	if alone {
		name = "row"
	}
	// its height isn't known yet
	group := d.Draft.Press(d.On, name, page.Area(x, y, d.w, 0), page.Area(x, y, d.w, 0), page.Sand, build.OpenCategory(d.State.Catalogue.Items, g))
	y = d.largeCategory(g, x, y+d.Px(largeAbove)) + d.Px(largeApart)
	foot := y - d.Px(4)
	if d.names {
		y = d.largeNames(g, x, y)
	} else {
		for i, k := range g.Items {
			y = d.largeItem(&d.State.Catalogue.Items[k], x, y, i, alone)
		}
	}
	if alone {
		foot = y
	}
	y += d.Px(largeBelow)
	group.Reach(page.Area(x, top, d.w, foot-top))
	if alone {
		foot = y
	}
	group.Cover(page.Round(d.Ground(page.Area(x, top, d.w, foot-top))))
	if !last {
		d.Line(page.Area(x, y, d.w, d.Hair()))
		y += d.Hair()
	}
	d.Box("group", page.Area(x, top, d.w, y-top))
	return y
}

// largeCategory paints icon and 一级事项, with the number of its rows and the chevron if they aren't shown, and
// returns its lower end.
func (d *board) largeCategory(g catalogue.Category, x, y fixed.Int26_6) fixed.Int26_6 {
	side, right := d.Px(60), x+d.w
	p := build.Pen{Face: fonts.SerifBlack, Size: d.PickBodySize(40, 38), Leading: 1}
	count := d.RowCount(len(g.Items))
	if d.names {
		right -= d.Px(largeArrow) + count.Width(d.Draft) + d.Px(24)
	}
	text := x + side + d.Px(12)
	par := d.OneLine(g.Name, p)
	if d.Setter.Width(par.Spans...) > right-text {
		p.Leading = 1.2
		par = d.Phrased(g.Name, nil, p, right-text)
		par.MaxLines = mostTitleLines
	}
	lines := p.Line() * fixed.Int26_6(len(d.Setter.Lines(par)))
	h := max(side, lines) + d.Px(12)
	d.Box("category", page.Area(x, y, d.w, h))
	d.On.Icon(g.Icon, x, y+(h-side)/2, side, page.Red)
	d.Paragraph(d.On, par, p, text, y+(h-lines)/2, page.Black)
	if d.names {
		count.Around(d.Draft, d.On, x+d.w-d.Px(largeArrow)-count.Width(d.Draft), y+h/2)
		arrow := d.Px(d.Look.Chevron)
		d.Arrow(x+d.w-arrow, y+(h-arrow)/2)
	}
	return y + h
}

// largeItem adds row i of a category, and returns its lower end.
func (d *board) largeItem(it *catalogue.Item, x, y fixed.Int26_6, i int, alone bool) fixed.Int26_6 {
	r, least := build.Row{Ruled: i > 0}, d.TouchSize(largeAlone)
	if !alone {
		r.Event, least = build.OpenItem(it), d.TouchSize(largeRow)
	}
	number := build.Pen{Face: fonts.SerifBold, Size: d.Type(40), Leading: 1}
	nw := d.Numerals(d.last, d.Px(largeNumber), number)
	room := d.w - nw - d.Px(largeArrow)
	if r.Mark, _ = record.MarkOf(d.RowList.Draft, it.Seen, it.Updated); r.Mark != "" {
		room -= page.Scale(d.Px(build.MarkRoom), min(d.Step, build.MostControl))
	}
	r.Next.Right = d.Px(d.Look.Chevron)
	title := d.largeTitle(it, room)
	h := max(least, title.Height()+2*d.Px(10))
	if r.Ruled {
		h += d.Hair()
	}
	r.At = page.Area(x, y, d.w, h)
	r.Lead.Blocks = []build.Block{numeral(d.RowList.Draft, it, number)}
	r.Stack = build.Column{X: nw, Blocks: []build.Block{title}}
	d.Add(r)
	return r.At.Max.Y
}

// largeTitle sets an item's 二级事项, or an excerpt of 公开内容 if it has none.
func (d *board) largeTitle(it *catalogue.Item, room fixed.Int26_6) build.Block {
	if it.Title == "" {
		p := build.Pen{Face: fonts.SansRegular, Size: d.LabelSize(28), Leading: 1.3}
		return d.LabelBlock(build.Excerpt(it.Content, max(1, int(room/p.Size)-2)), p, page.Ink2)
	}
	p := build.Pen{Face: fonts.SansMedium, Size: d.PickBodySize(31, 29), Leading: 1.25}
	par := d.Phrased(it.Title, it.Breaks, p, room)
	if float64(utf8.RuneCountInString(it.Title)) > math.Floor(24/d.Step) {
		par = d.BrokenAtPhrase(it.Title, it.Breaks, p, room)
	}
	par.MaxLines = mostTitleLines
	return d.Block(par, p, page.Black)
}

// largeNames paints the first titles of a category that is a row itself, and returns their lower
// end.
func (d *board) largeNames(g catalogue.Category, x, y fixed.Int26_6) fixed.Int26_6 {
	p := build.Pen{Face: fonts.SansRegular, Size: d.LabelSize(28), Leading: 1.4}
	side := d.Px(60 + 12)
	t := d.titles(g, p, d.w-side-d.Px(largeArrow))
	t.Paint(d.Draft, d.On, x+side, y)
	y += t.Height()
	d.Note(y, len(g.Items))
	return y
}
