package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/search"
	"gongkai/kiosk/typeset"
)

// mostResults is how many rows are laid out: readers don't scroll further, and another
// letter finds what lies beyond.
const mostResults = 100

// The most characters that a row shows of a title and of a matched text.
const mostOfTitle, mostOfLabel, mostOfText = 48, 20, 60

// found is the list of results in the making.
type found struct {
	rowList
	shown               []search.Match
	hidden, last        int           // how many lie beyond those shown; the highest 序号
	x, w, number, arrow fixed.Int26_6 // columns: all, 序号, the arrow
	y                   fixed.Int26_6
}

// found begins a list, of as many results as are laid out.
func (b *build) found(q searchRooms, matches []search.Match, look rowLook, arrow fixed.Int26_6) *found {
	c := &found{rowList: rowList{build: b, l: b.scroller(q.view), look: look}, x: q.ask.Min.X, w: q.ask.Max.X - q.ask.Min.X, y: q.view.Min.Y, arrow: arrow}
	c.shown = matches[:min(len(matches), mostResults)]
	c.hidden = len(matches) - len(c.shown)
	for _, m := range c.shown {
		c.last = max(c.last, b.state.Catalogue.Items[m.Item].Number)
	}
	return c
}

// results paints the rows of what was found; what doesn't fit scrolls under the pill.
func (b *build) results(f *frame, q searchRooms, matches []search.Match) {
	c := b.found(q, matches, foundRows, b.pick(44, 40))
	c.number = b.numberWidth(c.last, b.pick(88, 84), b.px(16), c.numberPen())
	for _, m := range c.shown {
		c.result(m)
	}
	b.box("list", rect(c.x, q.view.Min.Y, c.w, c.y-q.view.Min.Y))
	c.beyond()
	c.close(f, q, longFade)
}

// close ends the list.
func (c *found) close(f *frame, q searchRooms, fade fade) {
	view := rect(c.x, q.view.Min.Y, c.w, q.view.Max.Y-q.view.Min.Y)
	c.build.close(f, c.l, c.y, overflow{view: view, unit: "项", below: c.below, after: c.hidden, fade: fade})
}

func (b *build) numberPen() pen { return pen{face: fonts.SerifBlack, size: b.px(60), leading: 1} }

// result adds a row: 序号, 一级事项, title and the text that matched.
func (c *found) result(m search.Match) {
	it, pad := &c.state.Catalogue.Items[m.Item], c.pick(36, 26)
	stack := column{x: c.number, fromTop: true, y: pad, blocks: []block{c.kind(it, m), c.title(it, m).below(c.px(8))}}
	if m.Text != "" {
		stack.blocks = append(stack.blocks, c.text(m).below(c.px(6)))
	}
	at := rect(c.x, c.y, c.w, pad+stack.height()+c.pick(31, 21)+c.hair())
	c.add(row{at: at, ruled: true, event: openItem(it), next: chevron{right: c.arrow},
		lead:  column{fromTop: true, y: pad, blocks: []block{c.numeral(it, c.numberPen())}},
		stack: stack})
	c.y = at.Max.Y
}

// room returns the width of a row's text. The larger it is, the more keeps it from the arrow.
func (c *found) room() fixed.Int26_6 {
	return c.w - c.number - c.arrow - times(c.px(32), c.step-1)
}

// kind returns the line above a title: 一级事项, by its name where the row has both.
func (c *found) kind(it *catalogue.Item, m search.Match) block {
	k := marked{it.Category, m.Category}
	if it.Title == "" {
		k = marked{text: "一级事项"}
	}
	p := pen{face: fonts.SansRegular, size: c.labelled(28), leading: 1.3}
	return c.markedBlock(k.glimpse(mostOfLabel), typeset.Paragraph{Measure: c.room()}, p, fonts.SansBold, Ink2)
}

// title returns the title, whose lines end at phrases.
func (c *found) title(it *catalogue.Item, m search.Match) block {
	p := pen{face: fonts.SerifBold, size: c.bodyPick(48, 44), leading: 1.35}
	t := marked{it.Heading(), m.Title}.glimpse(mostOfTitle)
	par := typeset.Paragraph{Measure: c.room(), Title: true}
	if t.text == it.Heading() {
		par = c.phrased(t.text, it.Breaks, p, c.room())
	}
	return c.markedBlock(t, par, p, fonts.SerifBlack, Black)
}

// text returns the text that matched; …… where its cell goes on.
func (c *found) text(m search.Match) block {
	t := marked{m.Text, m.In}.glimpse(mostOfText)
	if m.More && t.text == m.Text {
		t.text = catalogue.Unclosed(t.text) + ellipsis
	}
	p := pen{face: fonts.SansRegular, size: c.body(32), leading: 1.5}
	return c.markedBlock(t, typeset.Paragraph{Measure: c.room()}, p, fonts.SansBold, Ink2)
}

// beyond paints what to do where there are more results than are shown.
func (c *found) beyond() {
	if c.hidden == 0 {
		return
	}
	p := pen{face: fonts.SansMedium, size: c.body(32), leading: 1.5}
	par := typeset.Paragraph{Spans: []typeset.Span{p.span(fmt.Sprintf("还有 %d 项。请再输入一个字母。", c.hidden))}, Measure: c.w}
	c.y += c.px(36)
	_, h := c.para(c.l, par, p, c.x, c.y, Ink2)
	c.y += h + c.px(36)
}
