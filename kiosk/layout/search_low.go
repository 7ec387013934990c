package layout

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/search"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// lowRoomsOf returns the rooms in low reach (docs/design/README.md section 10): the query on the
// leaf, the results below it, and the keyboard, with the switch above its right end.
func lowRoomsOf(b *build.Draft, f *frame.Frame) searchRooms {
	m := f.Main
	q := searchRooms{query: page.Area(f.X, 0, f.Measure, m.Min.Y), kb: keyboard{x: f.X, w: f.Measure, h: b.Px(100), end: m.Max.Y - b.Px(24)}}
	top := q.kb.top(b.Grid)
	q.view = page.Area(m.Min.X, m.Min.Y, m.Max.X-m.Min.X, top-m.Min.Y)
	q.lower = page.Area(m.Min.X, top, m.Max.X-m.Min.X, m.Max.Y-top)
	w, h := b.Px(240), b.Px(96)
	q.spelling = page.Area(f.X+f.Measure-w, top-b.Px(16)-h, w, h)
	return q
}

// pillRoom returns the part of a view in which the pill is centred: in low reach left of the switch.
func (q searchRooms) pillRoom(view fixed.Rectangle26_6) fixed.Rectangle26_6 {
	if q.overList() {
		view.Max.X = q.spelling.Min.X
	}
	return view
}

// overList reports whether the switch lies over the end of the list, as in low reach.
func (q searchRooms) overList() bool { return q.spelling.In(q.view) }

// lowFade is the fade in low reach, short so that the third row is legible above it.
var lowFade = frame.Fade{Height: 120, Solid: .9, Hides: 96}

// fade returns the pill's fade.
func (q searchRooms) fade() frame.Fade {
	if q.overList() {
		return lowFade
	}
	return frame.LongFade
}

// lowQuery paints the query in 200 on the leaf, between 查找 and the number of results, or what to
// do if there are none.
func lowQuery(b *build.Draft, f *frame.Frame, found int) {
	l, x := f.Spine, f.X
	y := f.Main.Min.Y - b.Px(64)
	for _, line := range lowLines(b, found) {
		p := build.Pen{Face: fonts.SansMedium, Size: b.Type(40), Leading: 1}
		p = b.FitLine(line, p, f.Measure, 0)
		y -= p.Line()
		b.Label(l, line, p, x, y, page.OnLeaf)
		y -= b.Px(20)
	}
	y += b.Px(20)

	p := build.Pen{Face: fonts.SerifBlack, Size: b.Type(200), Leading: 1, Track: .08}
	middle := y - b.Px(52) - p.Line()/2
	caret, at := b.Rule(8), x
	if query := shownKeys(b.State.View.Query); query != "" {
		p = b.FitLine(query, p, f.Measure-caret, 0)
		_, w := b.Label(l, query, p, x, middle-p.Line()/2, page.OnLeaf)
		at += w
	} else {
		ask := build.Pen{Face: fonts.SerifBold, Size: b.Type(100), Leading: 1}
		b.Label(l, keysOf(b).ask, b.FitLine(keysOf(b).ask, ask, f.Measure-caret-b.Px(40), 0), x+caret+b.Px(40), middle-ask.Line()/2, page.OnLeaf)
	}
	l.Fill(page.Area(at, middle-b.Px(80), caret, b.Px(160)), page.OnLeaf2)

	p = build.Pen{Face: fonts.SerifBold, Size: b.Type(48), Leading: 1}
	y, side := middle-b.Px(100)-b.Px(36), b.Px(60)
	l.Icon("search", x, y-side, side, page.OnLeaf2)
	b.Label(l, "查找", p, x+side+b.Px(24), y-(side+p.Line())/2, page.OnLeaf)
}

// lowLines returns what stands below the query, the lowest line first.
func lowLines(b *build.Draft, found int) []string {
	query := b.State.View.Query
	switch {
	case found > 0:
		return []string{fmt.Sprintf("找到 %d 项", found)}
	case query == "":
		return []string{keysOf(b).kinds, howTo(b)}
	}
	for begin := session.Shorter(query); begin != ""; begin = session.Shorter(begin) {
		if n := b.State.Index.Count(begin); n > 0 {
			return []string{beginningFinds(begin, n), "没有找到" + quoted(query)}
		}
	}
	return []string{"没有找到" + quoted(query)}
}

// lowResults paints titles in rows of 112.
func lowResults(b *build.Draft, f *frame.Frame, q searchRooms, matches []search.Match) {
	c := newFound(b, q, matches, build.LowFoundRows, b.Px(40))
	c.number = b.NumberWidth(c.last, b.Px(104), b.Px(40), lowResultPen(b))
	for _, m := range c.shown {
		c.lowResult(m)
	}
	c.moreResults()
	c.close(f, q)
}

func lowResultPen(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: b.Type(52), Leading: 1}
}

// lowResult adds a result's row: number, title and arrow.
func (c *found) lowResult(m search.Match) {
	it := &c.State.Catalogue.Items[m.Item]
	p := build.Pen{Face: fonts.SerifBold, Size: c.BodySize(44), Leading: 1.3}
	t := build.Marked{Text: it.Heading(), Part: m.Title}.Glimpse(mostOfTitle)
	par := typeset.Paragraph{Measure: c.w - c.number - c.arrow - c.Px(32), Title: true}
	title := c.MarkedBlock(t, par, p, fonts.SerifBlack, page.Black)
	at := page.Area(c.x, c.y, c.w, max(c.Px(112), title.Height()+c.Px(20)+c.Hair()))
	c.Add(build.Row{At: at, Ruled: true, Event: build.OpenItem(it), Next: build.Chevron{Right: c.arrow},
		Lead:  build.Column{Blocks: []build.Block{numeral(c.RowList.Draft, it, lowResultPen(c.Draft))}},
		Stack: build.Column{X: c.number, Blocks: []build.Block{title}}})
	c.y = at.Max.Y
}
