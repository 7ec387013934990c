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
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// noResults paints, in place of results, what the longest beginning of the query finds, and the
// ways on (docs/design/README.md section 6.6).
func noResults(b *build.Draft, f *frame.Frame, q searchRooms) {
	query := b.State.View.Query
	begin := session.Shorter(query)
	matches := b.State.Index.Find(begin)
	for len(matches) == 0 && begin != "" {
		begin = session.Shorter(begin)
		matches = b.State.Index.Find(begin)
	}
	least, gap := 112, b.Pick(36, 20)
	if b.Landscape {
		least = 104
	}
	c := newFound(b, q, matches, lateRows(least), b.Px(kindNext))
	if !f.IsSheet() {
		c.notFound(query, begin, len(matches))
	}
	all := []build.Command{allItems(b)}
	if begin != "" {
		all = append([]build.Command{{Word: "改查" + quoted(begin), Primary: true, Event: session.Ask{Query: begin}}}, all...)
	}
	on := buttonGroupOf(b, c.w, all...)
	row := b.Px(float64(least))
	if first := c.y + c.heightOf(row) + gap + on.height; first > q.view.Max.Y { // the ways on are seen without scrolling
		if f.IsSheet() {
			c.y += b.Px(20)
		}
		on.paint(b, c.On, c.x, c.y)
		c.y += on.height + gap
		c.shorter(row)
	} else {
		c.shorter(row)
		if len(c.shown) > 0 || f.IsSheet() {
			c.y += gap
		} else {
			c.y += gap - b.Px(20)
		}
		on.paint(b, c.On, c.x, c.y)
		c.y += on.height
	}
	c.moreResults()
	c.close(f, q)
}

// notFound paints that nothing is found, and what the beginning of the query finds.
func (c *found) notFound(query, begin string, n int) {
	c.y += c.Pick(40, 20)
	p := build.Pen{Face: fonts.SerifBlack, Size: page.Scale(c.PickType(60, 52), min(c.Step, build.MostTitle)), Leading: 1.3}
	text := "没有找到" + quoted(query)
	p = c.FitLine(text, p, c.w, 0)
	c.Label(c.On, text, p, c.x, c.y, page.Black)
	c.y += p.Line()
	if begin != "" {
		p = build.Pen{Face: fonts.SansRegular, Size: c.LabelSize(35), Leading: 1.5}
		par := typeset.Paragraph{Spans: []typeset.Span{p.Span(beginningFinds(begin, n))}, Measure: c.w}
		c.y += c.Px(8)
		_, h := c.Paragraph(c.On, par, p, c.x, c.y, page.Ink2)
		c.y += h
	}
	c.y += c.Px(20)
}

// beginningFinds returns what a query's beginning finds.
func beginningFinds(begin string, n int) string {
	if search.ByStrokes(begin) {
		return fmt.Sprintf("下面是%s能找到的 %d 项", quoted(begin), n)
	}
	return fmt.Sprintf("下面是%s 能找到的 %d 项", quoted(begin), n)
}

// shorter paints the results of the beginning: 序号 and title, under a hairline.
func (c *found) shorter(least fixed.Int26_6) {
	if len(c.shown) == 0 {
		return
	}
	top := c.y
	c.Line(page.Area(c.x, c.y, c.w, c.Hair()))
	c.y += c.Hair()
	for i, m := range c.shown {
		it := &c.State.Catalogue.Items[m.Item]
		title := c.shorterTitle(it)
		at := page.Area(c.x, c.y, c.w, c.shorterHeight(title, least))
		c.Add(build.Row{At: at, Ruled: i < len(c.shown)-1, Event: build.OpenItem(it), Next: build.Chevron{Right: c.arrow},
			Lead:  build.Column{Blocks: []build.Block{numeral(c.RowList.Draft, it, shorterNumber(c.RowList.Draft))}},
			Stack: build.Column{X: c.shorterX(), Blocks: []build.Block{title}}})
		c.y = at.Max.Y
	}
	c.Box("lately", page.Area(c.x, top, c.w, c.y-top))
}

// heightOf returns the height of the results of the beginning.
func (c *found) heightOf(least fixed.Int26_6) fixed.Int26_6 {
	h := c.Hair()
	for _, m := range c.shown {
		if h > c.H { // more than any view
			break
		}
		h += c.shorterHeight(c.shorterTitle(&c.State.Catalogue.Items[m.Item]), least)
	}
	return h
}

func (c *found) shorterHeight(title build.Block, least fixed.Int26_6) fixed.Int26_6 {
	return max(least, title.Height()+c.Px(20)+c.Hair())
}

func shorterNumber(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: b.Type(44), Leading: 1}
}

func (c *found) shorterX() fixed.Int26_6 {
	return c.NumberWidth(c.last, c.Px(changeNumber), c.Px(40), shorterNumber(c.RowList.Draft))
}

func (c *found) shorterTitle(it *catalogue.Item) build.Block {
	p := build.Pen{Face: fonts.SerifBold, Size: c.BodySize(44), Leading: 1.3}
	t := build.Marked{Text: it.Heading(), Part: search.Span{}}.Glimpse(mostOfTitle)
	room := c.w - c.shorterX() - c.Px(changeNext)
	par := typeset.Paragraph{Measure: room, Title: true}
	if t.Text == it.Heading() {
		par = c.Phrased(t.Text, it.Breaks, p, room)
	}
	return c.MarkedBlock(t, par, p, fonts.SerifBlack, page.Black)
}
