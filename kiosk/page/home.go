package page

import (
	"fmt"
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
)

// board is home's directory (docs/design/README.md section 6.2): how its groups stand.
type board struct {
	rowList
	columns  [][]catalogue.Category // one, or two in landscape
	x        []fixed.Int26_6        // the columns' left edges
	w        fixed.Int26_6          // a column's width
	top, end fixed.Int26_6
	rows     []fixed.Int26_6 // height of a row by column, without the hairline below a group
	scrolls  bool            // the rows have their fixed height, and don't all fit
	names    bool            // a row a category, its items not shown
	last     int             // the highest 序号
	category fixed.Int26_6   // width of icon and 一级事项
	number   fixed.Int26_6   // width of 序号
	part     portion         // of the categories
	after    int             // items of the portions behind it
}

// home paints the board: all that the centre discloses, at a glance.
func (b *build) home() {
	f := b.open(needs{board: true, day: true}, head{spine: b.homeSpine, sheet: b.homeOnLeaf})
	if f.sheet() {
		b.lowHome(f)
		return
	}
	view := b.underRule(f)
	d := b.board(f, view)
	d.l = b.scroller(view)
	if !d.scrolls && !b.large() {
		d.allColumns()
		b.close(f, d.l, view.Max.Y, overflow{})
		return
	}
	r := overflow{view: view, unit: "项", below: d.below, after: d.after, part: d.part, pad: b.px(16)}
	if b.large() {
		d.look = largeRows
		b.close(f, d.l, d.largeColumns(), r)
		return
	}
	d.allColumns()
	b.close(f, d.l, d.bottom(), r)
}

// allColumns paints the groups of all columns.
func (d *board) allColumns() {
	for i, groups := range d.columns {
		d.column(groups, d.x[i], d.rows[i])
	}
}

// homeSpine paints the catalogue's name on the spine.
func (b *build) homeSpine(f *frame) {
	title := pen{face: fonts.SerifBlack, size: b.pick(80, 64), leading: 1.2, track: .46}
	if b.landscape {
		title.track = .26
	}
	b.spineText(f, b.state.Catalogue.Name, title, b.spineTop())
}

// A row is 160 high at most, and 112 where the board scrolls. Rows share the height
// while each has 110: 96 for a finger and 7 above and below.
const rowMax, rowFixed, rowMin = 160, 112, 110

// board returns the arithmetic of home. Up to two screens of rows it shows every item;
// beyond that categories only, as a long scrolling board would hide most of them.
func (b *build) board(f *frame, view fixed.Rectangle26_6) *board {
	d := &board{rowList: rowList{build: b, look: boardRows}, top: view.Min.Y + b.px(6), end: view.Max.Y - b.px(16), w: f.measure, x: []fixed.Int26_6{f.x}}
	d.category = b.pick(332, 304)
	if b.landscape {
		gap := b.px(56)
		d.w = (f.measure - gap) / 2
		d.x = append(d.x, f.x+d.w+gap)
	}
	items := b.state.Catalogue.Items
	d.last = items[len(items)-1].Number
	screen := int((view.Max.Y-d.top)/b.touch(rowFixed)) * len(d.x)
	d.names = len(items) > 2*screen
	groups := b.state.Catalogue.Categories()
	d.part = portion{to: len(groups), pages: 1}
	if d.names {
		d.part = b.portion(len(groups))
	}
	for _, g := range groups[d.part.to:] {
		d.after += len(g.Items)
	}
	d.split(groups[d.part.from:d.part.to])
	d.share(b.hair(), b.touch(rowMax))
	if slices.Min(d.rows) < b.touch(rowMin) {
		d.scrolls = true
		for i := range d.rows {
			d.rows[i] = b.touch(rowFixed)
		}
	}
	if !d.names {
		d.number = b.numberWidth(d.last, b.pick(52, 44), b.px(7), b.rowNumber())
	}
	return d
}

// numberWidth returns the room that 序号 take beside titles: least, or more where the
// longest, which is the last, needs it.
func (b *build) numberWidth(last int, least, gap fixed.Int26_6, p pen) fixed.Int26_6 {
	return max(least, b.set.Width(p.span(fmt.Sprint(last)))+gap)
}

// split deals the groups to the columns in order: the first takes them until it
// has half of the rows.
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

// count counts the rows of groups.
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

// share gives each column's rows the height at which the fullest column fills the
// board, most at most. Hairlines stand between groups; those within a group are
// part of its rows.
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
