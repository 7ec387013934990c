package layout

import (
	"fmt"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/search"
	"gongkai/kiosk/typeset"
)

// lowSearch paints results and keyboard in low reach (docs/design/README.md section 10); results
// are titles only.
func lowSearch(b *build.Draft, f *frame.Frame, matches []search.Match) {
	m := f.Main
	q := searchRooms{query: page.Area(f.X, 0, f.Measure, m.Min.Y), kb: keyboard{x: f.X, w: f.Measure, h: b.Px(100), end: m.Max.Y - b.Px(24)}}
	top := q.kb.top(b.Grid)
	q.view = page.Area(m.Min.X, m.Min.Y, m.Max.X-m.Min.X, top-m.Min.Y)
	q.lower = page.Area(m.Min.X, top, m.Max.X-m.Min.X, m.Max.Y-top)
	if len(matches) > 0 {
		lowResults(b, f, q, matches)
	} else {
		noResults(b, q)
	}
	keys(b, b.Layer("keys", q.lower, page.Paper), q.kb)
}

// lowQuery paints the query in 200 on the leaf, between 查找 and the number of results, or the
// instructions if there are none.
func lowQuery(b *build.Draft, f *frame.Frame, found int) {
	l, x := f.Spine, f.X
	line := fmt.Sprintf("找到 %d 项", found)
	if found == 0 {
		line = howTo(b)
	}
	p := build.Pen{Face: fonts.SansMedium, Size: b.Px(40), Leading: 1}
	bottom := f.Main.Min.Y - b.Px(64)
	y := bottom - p.Line()
	p = b.FitLine(line, p, f.Measure, 0)
	b.Label(l, line, p, x, bottom-p.Line(), page.OnLeaf)

	p = build.Pen{Face: fonts.SerifBlack, Size: b.Px(200), Leading: 1, Track: .08}
	middle := y - b.Px(52) - p.Line()/2
	caret, at := b.Rule(8), x
	if query := b.State.View.Query; query != "" {
		p = b.FitLine(query, p, f.Measure-caret, 0)
		_, w := b.Label(l, query, p, x, middle-p.Line()/2, page.OnLeaf)
		at += w
	}
	l.Fill(page.Area(at, middle-b.Px(80), caret, b.Px(160)), page.OnLeaf2)

	p = build.Pen{Face: fonts.SerifBold, Size: b.Px(48), Leading: 1}
	y, side := middle-b.Px(100)-b.Px(36), b.Px(60)
	l.Icon("search", x, y-side, side, page.OnLeaf2)
	b.Label(l, "查找", p, x+side+b.Px(24), y-(side+p.Line())/2, page.OnLeaf)
}

// lowResults paints titles in rows of 112. The pill's fade is short, so that the third row is legible
// above it.
func lowResults(b *build.Draft, f *frame.Frame, q searchRooms, matches []search.Match) {
	c := newFound(b, q, matches, build.LowFoundRows, b.Px(40))
	c.number = b.NumberWidth(c.last, b.Px(88), b.Px(16), lowResultPen(b))
	for _, m := range c.shown {
		c.lowResult(m)
	}
	c.moreResults()
	c.close(f, q, frame.Fade{Height: 120, Solid: .9, Hides: 96})
}

func lowResultPen(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: b.Px(52), Leading: 1}
}

// lowResult adds a result's row: number, title and arrow.
func (c *found) lowResult(m search.Match) {
	it := &c.State.Catalogue.Items[m.Item]
	p := build.Pen{Face: fonts.SerifBold, Size: c.BodySize(44), Leading: 1.3}
	t := build.Marked{Text: it.Heading(), Part: m.Title}.Glimpse(mostOfTitle)
	par := typeset.Paragraph{Measure: c.w - c.number - c.arrow - c.Px(16), Title: true}
	title := c.MarkedBlock(t, par, p, fonts.SerifBlack, page.Black)
	at := page.Area(c.x, c.y, c.w, max(c.Px(112), title.Height()+c.Px(20)+c.Hair()))
	c.Add(build.Row{At: at, Ruled: true, Event: build.OpenItem(it), Next: build.Chevron{Right: c.arrow},
		Lead:  build.Column{Blocks: []build.Block{numeral(c.RowList.Draft, it, lowResultPen(c.Draft))}},
		Stack: build.Column{X: c.number, Blocks: []build.Block{title}}})
	c.y = at.Max.Y
}
