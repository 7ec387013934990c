package page

import (
	"fmt"

	"gongkai/fonts"
	"gongkai/kiosk/search"
	"gongkai/kiosk/typeset"
)

// lowSearch paints search in low reach (docs/design/README.md section 10): the query stands
// on the leaf, results are titles alone, and they and the keyboard lie low.
func (b *build) lowSearch(f *frame, matches []search.Match) {
	m := f.main
	q := searchRooms{ask: rect(f.x, 0, f.measure, m.Min.Y), kb: keyboard{x: f.x, w: f.measure, h: b.px(100), end: m.Max.Y - b.px(24)}}
	top := q.kb.top(b.grid)
	q.view = rect(m.Min.X, m.Min.Y, m.Max.X-m.Min.X, top-m.Min.Y)
	q.lower = rect(m.Min.X, top, m.Max.X-m.Min.X, m.Max.Y-top)
	if len(matches) > 0 {
		b.lowResults(f, q, matches)
	} else {
		b.nothing(q)
	}
	b.keys(b.layer("keys", q.lower, Paper), q.kb)
}

// lowAsk paints the query in 200 on the leaf, under 查找 and above how much was found or,
// where that is nothing, how to search.
func (b *build) lowAsk(f *frame, found int) {
	l, x := f.spine, f.x
	said := fmt.Sprintf("找到 %d 项", found)
	if found == 0 {
		said = b.howTo()
	}
	p := pen{face: fonts.SansMedium, size: b.px(40), leading: 1}
	bottom := f.main.Min.Y - b.px(64)
	y := bottom - p.line()
	p = b.fitLine(said, p, f.measure, 0)
	b.label(l, said, p, x, bottom-p.line(), OnLeaf)

	p = pen{face: fonts.SerifBlack, size: b.px(200), leading: 1, track: .08}
	middle := y - b.px(52) - p.line()/2
	caret, at := b.rule(8), x
	if query := b.state.View.Query; query != "" {
		p = b.fitLine(query, p, f.measure-caret, 0)
		_, w := b.label(l, query, p, x, middle-p.line()/2, OnLeaf)
		at += w
	}
	l.fill(rect(at, middle-b.px(80), caret, b.px(160)), OnLeaf2)

	p = pen{face: fonts.SerifBold, size: b.px(48), leading: 1}
	y, side := middle-b.px(100)-b.px(36), b.px(60)
	l.icon("search", x, y-side, side, OnLeaf2)
	b.label(l, "查找", p, x+side+b.px(24), y-(side+p.line())/2, OnLeaf)
}

// lowResults paints titles, 112 each, three and then the pill: its fade is short, so that the third
// can be read above it.
func (b *build) lowResults(f *frame, q searchRooms, matches []search.Match) {
	c := b.found(q, matches, lowFoundRows, b.px(40))
	c.number = b.numberWidth(c.last, b.px(88), b.px(16), lowNumber(b))
	for _, m := range c.shown {
		c.lowResult(m)
	}
	c.beyond()
	c.close(f, q, fade{height: 120, solid: .9, hides: 96})
}

func lowNumber(b *build) pen { return pen{face: fonts.SerifBlack, size: b.px(52), leading: 1} }

// lowResult adds a row of number, title and arrow.
func (c *found) lowResult(m search.Match) {
	it := &c.state.Catalogue.Items[m.Item]
	p := pen{face: fonts.SerifBold, size: c.body(44), leading: 1.3}
	t := marked{it.Heading(), m.Title}.glimpse(mostOfTitle)
	par := typeset.Paragraph{Measure: c.w - c.number - c.arrow - c.px(16), Title: true}
	title := c.markedBlock(t, par, p, fonts.SerifBlack, Black)
	at := rect(c.x, c.y, c.w, max(c.px(112), title.height()+c.px(20)+c.hair()))
	c.add(row{at: at, ruled: true, event: openItem(it), next: chevron{right: c.arrow},
		lead:  column{blocks: []block{c.numeral(it, lowNumber(c.build))}},
		stack: column{x: c.number, blocks: []block{title}}})
	c.y = at.Max.Y
}
