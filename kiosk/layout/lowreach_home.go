package layout

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// lowRow is a row of home in low reach: an item, or a category if there are many items.
type lowRow struct {
	number   string // 序号, or the number of items
	category string // small above the title, or large without one
	title    string
	breaks   []int
	event    session.Event
}

// lowHome paints home's rows in low reach: two columns of up to seven, paged if there are more
// (docs/design/README.md section 10).
func lowHome(b *build.Draft, f *frame.Frame) {
	list := f.Main
	list.Min.Y, list.Max.Y = list.Min.Y+b.Px(12), list.Max.Y-b.Px(12)
	rows := homeRows(b)
	columns, gap := 2, b.Px(40)
	if b.Huge() {
		columns = 1
	}
	w := (f.Measure - gap*fixed.Int26_6(columns-1)) / fixed.Int26_6(columns)
	nw := lowNumbers(b, rows)
	stacks, least := lowStacks(b, rows, nw, w-nw-b.Px(56))
	lines := max(1, min(7, int((list.Max.Y-list.Min.Y)/least)))
	if len(rows) > lines*columns {
		list.Max.Y -= b.Px(frame.LowPager)
		lines = max(1, min(7, int((list.Max.Y-list.Min.Y)/least)))
	}
	pages := (len(rows) + lines*columns - 1) / (lines * columns)
	current := min(max(b.View.Page, 0), pages-1)
	from, to := current*lines*columns, min(len(rows), (current+1)*lines*columns)
	l := b.Layer("low", page.Area(f.Main.Min.X, f.Main.Min.Y, b.W, list.Max.Y-f.Main.Min.Y), page.Paper)
	h := (list.Max.Y - list.Min.Y) / fixed.Int26_6(lines)
	c := build.RowList{Draft: b, On: l, Look: build.LowRows}
	for i, r := range rows[from:to] {
		col, line := fixed.Int26_6(i/lines), fixed.Int26_6(i%lines)
		c.Add(build.Row{At: page.Area(f.X+col*(w+gap), list.Min.Y+line*h, w, h), Ruled: i%lines < lines-1, Event: r.event,
			Next: build.Chevron{Right: b.Px(c.Look.Chevron)},
			Lead: build.Column{Blocks: []build.Block{b.LabelBlock(r.number, lowNumberPen(b), page.Red)}}, Stack: stacks[from+i]})
	}
	if pages > 1 {
		frame.Pager(b, page.Area(0, list.Max.Y, b.W, f.Main.Max.Y-list.Max.Y), f.X, f.Measure, current, pages)
	}
}

// homeOnLeaf paints the catalogue's name at the leaf's foot.
func homeOnLeaf(b *build.Draft, f *frame.Frame) {
	p, lines := build.Pen{Face: fonts.SerifBlack, Size: b.Type(144), Leading: 1.2}, 3
	if b.Landscape { // the leaf is low there
		lines = 1
	}
	frame.LeafTitle(b, f.Spine, b.State.Catalogue.Name, nameBreaks(b.State.Catalogue.Name), p, f.X, f.Main.Min.Y-b.Px(64), f.Measure, lines, 60)
}

// nameBreaks returns where the catalogue's name breaks: behind 公开, if no stump follows (政务公开｜事项标准目录).
func nameBreaks(name string) []int {
	before, rest, _ := strings.Cut(name, "公开")
	if before == "" || utf8.RuneCountInString(rest) < 4 {
		return nil
	}
	return []int{utf8.RuneCountInString(before) + 2}
}

// homeRows returns home's rows: items, or categories if the items fill more than two pages.
func homeRows(b *build.Draft) []lowRow {
	items := b.State.Catalogue.Items
	var rows []lowRow
	if len(items) > 28 {
		for _, g := range b.State.Catalogue.Categories() {
			rows = append(rows, lowRow{number: fmt.Sprintf("%d项", len(g.Items)), category: g.Name, event: build.OpenCategory(items, g)})
		}
		return rows
	}
	for _, g := range b.State.Catalogue.Categories() {
		for _, n := range g.Items {
			rows = append(rows, lowRowOf(&items[n]))
		}
	}
	return rows
}

// lowRowOf returns an item's row, without a 二级事项 that repeats its 一级事项.
func lowRowOf(it *catalogue.Item) lowRow {
	r := lowRow{number: fmt.Sprint(it.Number), category: it.Category, title: it.Title, breaks: it.Breaks, event: build.OpenItem(it)}
	if r.title == r.category {
		r.title = ""
	}
	return r
}

// lowNumberPen returns the style of rows' numbers.
func lowNumberPen(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SerifBold, Size: b.Type(44), Leading: 1}
}

// lowNumbers returns the width of the numbers' column.
func lowNumbers(b *build.Draft, rows []lowRow) fixed.Int26_6 {
	w := b.Px(92)
	for _, r := range rows {
		w = max(w, b.Setter.Width(lowNumberPen(b).Span(r.number))+b.Px(16))
	}
	return w
}

// mostLowLines is how many lines of a title a row shows: all rows are as high as the highest.
const mostLowLines = 5

// lowStack sets a row's title below its category, or the category alone.
func lowStack(b *build.Draft, r lowRow, x, room fixed.Int26_6) build.Column {
	c := build.Column{X: x}
	if r.title == "" {
		p := build.Pen{Face: fonts.SerifBlack, Size: b.BodySize(36), Leading: 1.2}
		title := b.Phrased(r.category, nil, p, room)
		title.MaxLines = mostLowLines
		c.Blocks = []build.Block{b.Block(title, p, page.Black)}
		return c
	}
	small := build.Pen{Face: fonts.SansRegular, Size: b.LabelSize(24), Leading: 1.15}
	over := b.Phrased(r.category, nil, small, room)
	over.MaxLines = 2
	p := build.Pen{Face: fonts.SansMedium, Size: b.BodySize(30), Leading: 1.22}
	title := b.Phrased(r.title, r.breaks, p, room)
	title.MaxLines = mostLowLines
	c.Blocks = []build.Block{b.Block(over, small, page.Ink2), b.Block(title, p, page.Black).Below(b.Px(3))}
	return c
}

// lowStacks sets the rows' titles, and returns the least height of a row: of the highest title, but
// at least 110 for a finger.
func lowStacks(b *build.Draft, rows []lowRow, x, room fixed.Int26_6) (stacks []build.Column, least fixed.Int26_6) {
	least = b.TouchSize(build.RowMin)
	for _, r := range rows {
		c := lowStack(b, r, x, room)
		stacks, least = append(stacks, c), max(least, c.Height()+b.Px(6))
	}
	return stacks, least
}
