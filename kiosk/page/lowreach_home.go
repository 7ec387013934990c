package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// lowRow is a row of home in low reach: an item, or where there are many a category.
type lowRow struct {
	number   string // 序号, or the number of items
	category string // stands small over the title, or large where there is no other
	title    string
	breaks   []int
	event    session.Event
}

// lowHome paints home in low reach: the catalogue's name on the leaf, and below it two
// columns of seven rows (docs/design/README.md section 10). More than that are turned
// like pages, and do not scroll.
func (b *build) lowHome(f *frame) {
	list := f.main
	list.Min.Y, list.Max.Y = list.Min.Y+b.px(12), list.Max.Y-b.px(12)
	rows := b.lowRows()
	columns, gap := 2, b.px(40)
	if b.huge() {
		columns = 1
	}
	w := (f.measure - gap*fixed.Int26_6(columns-1)) / fixed.Int26_6(columns)
	nw := b.lowNumbers(rows)
	stacks, least := b.lowStacks(rows, nw, w-nw)
	lines := max(1, min(7, int((list.Max.Y-list.Min.Y)/least)))
	if len(rows) > lines*columns {
		list.Max.Y -= b.px(lowPager)
		lines = max(1, min(7, int((list.Max.Y-list.Min.Y)/least)))
	}
	pages := (len(rows) + lines*columns - 1) / (lines * columns)
	page := min(max(b.View.Page, 0), pages-1)
	from, to := page*lines*columns, min(len(rows), (page+1)*lines*columns)
	l := b.layer("low", rect(f.main.Min.X, f.main.Min.Y, b.w, list.Max.Y-f.main.Min.Y), Paper)
	h := (list.Max.Y - list.Min.Y) / fixed.Int26_6(lines)
	c := rowList{build: b, l: l, look: lowRows}
	for i, r := range rows[from:to] {
		col, line := fixed.Int26_6(i/lines), fixed.Int26_6(i%lines)
		c.add(row{at: rect(f.x+col*(w+gap), list.Min.Y+line*h, w, h), ruled: i%lines < lines-1, event: r.event,
			lead: column{blocks: []block{b.labelBlock(r.number, b.lowNumber(), Red)}}, stack: stacks[from+i]})
	}
	if pages > 1 {
		b.pager(rect(0, list.Max.Y, b.w, f.main.Max.Y-list.Max.Y), f.x, f.measure, page, pages)
	}
}

// homeOnLeaf paints the catalogue's name at the leaf's foot, below it 64.
func (b *build) homeOnLeaf(f *frame) {
	p, lines := pen{face: fonts.SerifBlack, size: b.px(144), leading: 1.2}, 3
	if b.landscape { // the leaf is low there
		lines = 1
	}
	b.lowTitle(f.spine, b.state.Catalogue.Name, nil, p, f.x, f.main.Min.Y-b.px(64), f.measure, lines, 60)
}

// lowRows returns home's rows: beyond two screens of the board categories only.
func (b *build) lowRows() []lowRow {
	items := b.state.Catalogue.Items
	var rows []lowRow
	if len(items) > 28 {
		for _, g := range b.state.Catalogue.Categories() {
			rows = append(rows, lowRow{number: fmt.Sprintf("%d项", len(g.Items)), category: g.Name, event: openCategory(items, g)})
		}
		return rows
	}
	for _, g := range b.state.Catalogue.Categories() {
		for _, n := range g.Items {
			rows = append(rows, lowRowOf(&items[n]))
		}
	}
	return rows
}

// lowRowOf returns an item's row. A 二级事项 that repeats its 一级事项 is left out.
func lowRowOf(it *catalogue.Item) lowRow {
	r := lowRow{number: fmt.Sprint(it.Number), category: it.Category, title: it.Title, breaks: it.Breaks, event: openItem(it)}
	if r.title == r.category {
		r.title = ""
	}
	return r
}

// lowNumber returns the style of what stands before a row.
func (b *build) lowNumber() pen { return pen{face: fonts.SerifBold, size: b.px(44), leading: 1} }

// lowNumbers returns the room for the numbers.
func (b *build) lowNumbers(rows []lowRow) fixed.Int26_6 {
	w := b.px(76)
	for _, r := range rows {
		w = max(w, b.set.Width(b.lowNumber().span(r.number))+b.px(16))
	}
	return w
}

// lowStack sets a row's name: the small line over it, and its lines.
func (b *build) lowStack(r lowRow, x, room fixed.Int26_6) column {
	c := column{x: x}
	if r.title == "" {
		p := pen{face: fonts.SerifBlack, size: b.body(40), leading: 1.2}
		title := b.phrased(r.category, nil, p, room)
		title.MaxLines = 2
		c.blocks = []block{b.block(title, p, Black)}
		return c
	}
	small := pen{face: fonts.SansRegular, size: b.labelled(24), leading: 1.15}
	over := b.oneLine(r.category, small)
	over.Measure, over.MaxLines = room, 1
	p := pen{face: fonts.SansMedium, size: b.body(30), leading: 1.22}
	title := b.phrased(r.title, r.breaks, p, room)
	title.MaxLines = 2
	if b.large() {
		title.MaxLines = 3
	}
	c.blocks = []block{b.block(over, small, Ink2), b.block(title, p, Black).below(b.px(3))}
	return c
}

// lowStacks sets the rows' names, and returns how high each row is at least: what the
// highest needs, and 110 for a finger.
func (b *build) lowStacks(rows []lowRow, x, room fixed.Int26_6) (stacks []column, least fixed.Int26_6) {
	least = b.touch(rowMin)
	for _, r := range rows {
		c := b.lowStack(r, x, room)
		stacks, least = append(stacks, c), max(least, c.height()+b.px(6))
	}
	return stacks, least
}
