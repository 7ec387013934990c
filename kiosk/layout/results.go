package layout

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/search"
	"gongkai/kiosk/typeset"
)

// mostResults is the number of rows laid out at most: another letter narrows down the rest.
const mostResults = 100

// The characters that a row shows at most of a title, of the line above it and of a matched text.
const mostOfTitle, mostOfLabel, mostOfText = 48, 20, 60

// found builds the list of results.
type found struct {
	build.RowList
	shown               []search.Match
	hidden, last        int           // results that aren't laid out; the highest 序号
	x, w, number, arrow fixed.Int26_6 // left edge; widths of the list, of 序号 and of the arrow
	y                   fixed.Int26_6 // of the next row
}

// newFound returns an empty list of results.
func newFound(b *build.Draft, q searchRooms, matches []search.Match, look build.RowLook, arrow fixed.Int26_6) *found {
	c := &found{RowList: build.RowList{Draft: b, On: b.ScrollLayer(q.view), Look: look}, x: q.query.Min.X, w: q.query.Max.X - q.query.Min.X, y: q.view.Min.Y, arrow: arrow}
	c.shown = matches[:min(len(matches), mostResults)]
	c.hidden = len(matches) - len(c.shown)
	for _, m := range c.shown {
		c.last = max(c.last, b.State.Catalogue.Items[m.Item].Number)
	}
	return c
}

// results paints the list of results.
func results(b *build.Draft, f *frame.Frame, q searchRooms, matches []search.Match) {
	c := newFound(b, q, matches, build.FoundRows, b.Px(40))
	c.number = b.NumberWidth(c.last, b.Px(108), b.Px(40), numberPen(c.RowList.Draft))
	for _, m := range c.shown {
		c.result(m)
	}
	b.Box("list", page.Area(c.x, q.view.Min.Y, c.w, c.y-q.view.Min.Y))
	c.moreResults()
	c.close(f, q)
}

// close completes the page.
func (c *found) close(f *frame.Frame, q searchRooms) {
	view := page.Area(c.x, q.view.Min.Y, c.w, q.view.Max.Y-q.view.Min.Y)
	frame.Close(c.Draft, f, c.On, c.y, frame.Overflow{View: q.pillRoom(view), Unit: "项", Below: c.Below, After: c.hidden, Rows: c.Tops(), Fade: q.fade()})
}

func numberPen(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: b.Type(60), Leading: 1}
}

// result adds a row: 序号, 一级事项, title and the text that matched.
func (c *found) result(m search.Match) {
	it, pad := &c.State.Catalogue.Items[m.Item], c.Pick(36, 26)
	stack := build.Column{X: c.number, FromTop: true, Y: pad, Blocks: []build.Block{c.title(it, m)}}
	if it.Title != "" {
		stack.Blocks = []build.Block{c.label(it, m), stack.Blocks[0].Below(c.Px(8))}
	} else {
		stack.Y = c.Pick(30, 20)
	}
	if m.Text != "" {
		stack.Blocks = append(stack.Blocks, c.text(m).Below(c.Px(6)))
	}
	lead := build.Column{FromTop: true, Y: pad, Blocks: []build.Block{numeral(c.RowList.Draft, it, numberPen(c.RowList.Draft))}}
	if len(stack.Blocks) == 1 { // a title alone stands in the row's middle
		stack.FromTop, lead.FromTop = false, false
	}
	h := max(c.Px(112)+c.Hair(), stack.Y+stack.Height()+c.Pick(31, 21)+c.Hair())
	at := page.Area(c.x, c.y, c.w, h)
	c.Add(build.Row{At: at, Ruled: true, Event: build.OpenItem(it), Next: build.Chevron{Right: c.arrow}, Lead: lead, Stack: stack})
	c.y = at.Max.Y
}

// room returns the width of a row's text.
func (c *found) room() fixed.Int26_6 { return c.w - c.number - c.Px(foundNext) }

// foundNext is the width of the chevron's column, u.
const foundNext = 72

// label returns the line above a title: the name of the 一级事项.
func (c *found) label(it *catalogue.Item, m search.Match) build.Block {
	k := build.Marked{Text: it.Category, Part: m.Category}
	p := build.Pen{Face: fonts.SansRegular, Size: c.LabelSize(28), Leading: 1.3}
	return c.MarkedBlock(k.Glimpse(mostOfLabel), typeset.Paragraph{Measure: c.room()}, p, fonts.SansBold, page.Ink2)
}

// title returns the title, whose lines end at phrases.
func (c *found) title(it *catalogue.Item, m search.Match) build.Block {
	p := build.Pen{Face: fonts.SerifBold, Size: c.PickBodySize(48, 44), Leading: 1.35}
	t := build.Marked{Text: it.Heading(), Part: m.Title}.Glimpse(mostOfTitle)
	par := typeset.Paragraph{Measure: c.room(), Title: true}
	if t.Text == it.Heading() {
		par = c.Phrased(t.Text, it.Breaks, p, c.room())
	}
	return c.MarkedBlock(t, par, p, fonts.SerifBlack, page.Black)
}

// text returns the text that matched, with …… if its cell has more.
func (c *found) text(m search.Match) build.Block {
	t := build.Marked{Text: m.Text, Part: m.In}.Glimpse(mostOfText)
	if m.More && t.Text == m.Text {
		t.Text = catalogue.Unclosed(t.Text) + build.Ellipsis
	}
	p := build.Pen{Face: fonts.SansRegular, Size: c.BodySize(32), Leading: 1.5}
	return c.MarkedBlock(t, typeset.Paragraph{Measure: c.room()}, p, fonts.SansBold, page.Ink2)
}

// moreResults paints what to do if there are more results than are laid out.
func (c *found) moreResults() {
	if c.hidden == 0 {
		return
	}
	p := build.Pen{Face: fonts.SansMedium, Size: c.BodySize(32), Leading: 1.5}
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(fmt.Sprintf("还有 %d 项，%s", c.hidden, keysOf(c.RowList.Draft).press))}, Measure: c.w}
	c.y += c.Px(36)
	_, h := c.Paragraph(c.On, par, p, c.x, c.y, page.Ink2)
	c.y += h + c.Px(36)
}
