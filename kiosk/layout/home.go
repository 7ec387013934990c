package layout

import (
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
)

// board is the layout of home's list (docs/design/README.md section 6.2).
type board struct {
	build.RowList
	columns  [][]catalogue.Category // one, or two in landscape
	x        []fixed.Int26_6        // the columns' left edges
	w        fixed.Int26_6          // a column's width
	top, end fixed.Int26_6
	rows     []fixed.Int26_6 // height of a row in each column, without the hairline below a group
	scrolls  bool            // the rows have a fixed height and don't all fit
	names    bool            // each row is a category, without its items
	last     int             // the highest 序号
	category fixed.Int26_6   // width of icon and 一级事项
	arrow    fixed.Int26_6   // width of the chevron's column
	number   fixed.Int26_6   // width of 序号
	part     frame.Portion   // of the categories
	after    int             // items of the later portions
}

// homeScreen lays out the board.
func homeScreen(b *build.Draft) {
	f := frame.Open(b, frame.Needs{Board: true, Day: true}, frame.Head{Spine: func(f *frame.Frame) { homeSpine(b, f) }, Sheet: func(f *frame.Frame) { homeOnLeaf(b, f) }})
	if f.IsSheet() {
		lowHome(b, f)
		return
	}
	view := frame.UnderRule(b, f)
	d := planBoard(b, f, view)
	d.On = b.ScrollLayer(view)
	if !d.scrolls && !b.Large() {
		d.allColumns()
		frame.Close(b, f, d.On, view.Max.Y, frame.Overflow{})
		return
	}
	view.Min.X, view.Max.X = f.X, f.X+f.Measure
	r := frame.Overflow{View: view, Unit: "项", Below: d.Below, After: d.after, Part: d.part, Pad: b.Px(16)}
	if b.Large() {
		d.Look = build.LargeRows
		bottom := d.largeColumns()
		r.Rows = d.Tops()
		frame.Close(b, f, d.On, bottom, r)
		return
	}
	d.allColumns()
	r.Rows = d.Tops()
	frame.Close(b, f, d.On, d.Bottom(), r)
}

// allColumns paints the groups of all columns.
func (d *board) allColumns() {
	for i, groups := range d.columns {
		d.column(groups, d.x[i], d.rows[i])
	}
}

// homeSpine paints the catalogue's name on the spine.
func homeSpine(b *build.Draft, f *frame.Frame) {
	title := build.Pen{Face: fonts.SerifBlack, Size: b.PickType(80, 64), Leading: 1.2, Track: .46}
	if b.Landscape {
		title.Track = .26
	}
	frame.SpineText(b, f, b.State.Catalogue.Name, title, frame.SpineTop(b.Grid))
}

// planBoard returns home's board. It shows every item if they fill at most two screens, else
// categories only, as a longer board would hide most of them.
func planBoard(b *build.Draft, f *frame.Frame, view fixed.Rectangle26_6) *board {
	d := &board{RowList: build.RowList{Draft: b, Look: build.BoardRows}, top: view.Min.Y + b.Px(6), end: view.Max.Y - b.Px(16), w: f.Measure, x: []fixed.Int26_6{f.X}}
	d.category, d.arrow = b.Pick(316, 300), b.Px(68)
	if b.Narrow() { // as little as a name of six characters needs
		d.category = b.Px(278)
	}
	if b.Landscape {
		gap := b.Px(56)
		d.w = (f.Measure - gap) / 2
		d.x = append(d.x, f.X+d.w+gap)
	}
	items := b.State.Catalogue.Items
	d.last = items[len(items)-1].Number
	screen := int((view.Max.Y-d.top)/b.TouchSize(build.RowFixed)) * len(d.x)
	d.names = len(items) > 2*screen
	groups := b.State.Catalogue.Categories()
	d.part = frame.Portion{To: len(groups), Pages: 1}
	if d.names {
		d.part = frame.PortionOf(b, len(groups))
	}
	for _, g := range groups[d.part.To:] {
		d.after += len(g.Items)
	}
	d.split(groups[d.part.From:d.part.To])
	d.share(b.Hair(), b.TouchSize(build.RowMax))
	if slices.Min(d.rows) < b.TouchSize(build.RowMin) {
		d.scrolls = true
		for i := range d.rows {
			d.rows[i] = b.TouchSize(build.RowFixed)
		}
	}
	if !d.names {
		d.number = b.Numerals(d.last, b.Px(76), rowNumber(b))
	}
	return d
}

// split distributes the groups to the columns in order: the first has them up to half of the rows.
func (d *board) split(groups []catalogue.Category) {
	if len(d.x) == 1 {
		d.columns = [][]catalogue.Category{groups}
		return
	}
	rows, i := 0, 0
	for half := (d.count(groups) + 1) / 2; i < len(groups) && rows < half; i++ {
		rows += d.count(groups[i : i+1])
	}
	d.columns = [][]catalogue.Category{groups[:i], groups[i:]}
}

// count returns the number of rows of groups.
func (d *board) count(groups []catalogue.Category) int {
	if d.names {
		return len(groups)
	}
	n := 0
	for _, g := range groups {
		n += len(g.Items)
	}
	return n
}

// share sets the height of each column's rows so that the fullest column fills the board, at most
// most. Hairlines between groups are extra; those within a group are part of its rows.
func (d *board) share(hair, most fixed.Int26_6) {
	n := 1
	for _, c := range d.columns {
		n = max(n, d.count(c))
	}
	for _, c := range d.columns {
		room := d.end - d.top - hair*fixed.Int26_6(max(0, len(c)-1))
		d.rows = append(d.rows, min(most, room/fixed.Int26_6(n)))
	}
}
