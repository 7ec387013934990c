package page

import (
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// notice paints the page of one notice (docs/design/README.md section 6.7). In portrait its
// pictures stand above the text, in landscape beside it; where there is no text they
// have the whole measure.
func (b *build) notice() {
	at, _ := session.FindNotice(b.state, b.View.Notice)
	n := &b.state.Catalogue.Notices[b.state.OnAir[at]]
	titled := false
	f := b.open(needs{turn: true, sheet: b.px(lowNoticeLeaf)}, head{
		spine: b.iconSpine("notice", "公告"),
		sheet: func(f *frame) { titled = b.noticeOnLeaf(f, n, at) },
	})
	l := b.scroller(f.main)
	c := &flow{build: b, on: l, x: f.x, w: f.measure, y: f.main.Min.Y}
	switch {
	case f.sheet():
		c.belowLeaf(f, n, titled)
	case b.landscape && n.Body != "" && shown(n.Images) > 0:
		c.beside(f, n, at)
	default:
		b.box("flow", rect(c.x, c.y, c.w, f.main.Max.Y-c.y))
		c.noticeHead(n, at)
		c.pictures(n.Images, c.px(24), c.w)
		c.letter(n)
	}
	b.close(f, l, c.y, overflow{slack: b.px(32), turn: func() { b.turnTo(f, "条", b.noticeNeighbour(at-1), b.noticeNeighbour(at+1)) }})
}

// belowLeaf sets pictures and text below a leaf that has the title; where it has not the
// whole of it, the title again.
func (c *flow) belowLeaf(f *frame, n *catalogue.Notice, titled bool) {
	c.y += c.px(32)
	c.box("flow", rect(c.x, c.y, c.w, f.main.Max.Y-c.y))
	if !titled {
		c.noticeHeading(n)
		c.y += c.px(30)
	}
	c.pictures(n.Images, c.px(24), c.w)
	c.letter(n)
}

// noticeNeighbour returns the page of the notice at a place of those on air; nil where there is none.
func (b *build) noticeNeighbour(at int) *neighbour {
	if at < 0 || at >= len(b.state.OnAir) {
		return nil
	}
	n := &b.state.Catalogue.Notices[b.state.OnAir[at]]
	const line = 9 // characters that a line of the strip holds
	return &neighbour{n.Title, merged(n.Breaks, utf8.RuneCountInString(n.Title), line), openNotice(n).Screen}
}

// beside sets text at the left and pictures in a rail at the right.
func (c *flow) beside(f *frame, n *catalogue.Notice, at int) {
	width, gap := c.px(660), c.px(56)
	if c.narrow() {
		width, gap = c.px(500), c.px(48)
	}
	rail := *c
	rail.x, rail.w, rail.y = c.x+c.w-width, width, c.y+c.px(10)
	c.w -= width + gap
	c.noticeHead(n, at)
	c.letter(n)
	rail.pictures(n.Images, c.px(32), width)
	c.y = max(c.y, rail.y)
	h := max(c.y, f.main.Max.Y) - f.main.Min.Y
	c.box("read", rect(c.x, f.main.Min.Y, c.w, h))
	c.box("rail", rect(rail.x, f.main.Min.Y, width, h))
}

// noticeHead sets the date with n / N, the title and 文武线.
func (c *flow) noticeHead(n *catalogue.Notice, at int) {
	end := c.begin("head")
	c.y += c.pick(2, 0)
	c.noticeEyebrow(n, at)
	c.y += c.pick(12, 6)
	c.noticeHeading(n)
	c.y += c.pick(30, 24)
	end()
	c.y = c.doubleRule(c.on, c.x, c.y, c.w)
	c.y += c.pick(32, 24)
}

// noticeEyebrow sets the date and the notice's place among those on air.
func (c *flow) noticeEyebrow(n *catalogue.Notice, at int) {
	label := pen{face: fonts.SansMedium, size: c.labelled(28), leading: 1.3, track: .06}
	h := max(c.px(43), label.line())
	c.box("eyebrow", rect(c.x, c.y, c.w, h))
	y := c.y + (h-label.line())/2
	_, w := c.label(c.on, longDate(n.Date), label, c.x, y, Ink2)
	place := c.outOf(at+1, len(c.state.OnAir), 32, 28)
	tall, rise := place.line()
	place.paint(c.build, c.on, c.x+w+c.px(16), c.y+(h-tall)/2+rise)
	c.y += h
}

// longDate returns a day with its year: 2026年3月12日.
func longDate(t time.Time) string { return t.Format("2006年1月2日") }

// noticeHeading sets the title, hung left by .05 em. No title is cut: what needs more than
// three lines is set smaller, down to the size of body text.
func (c *flow) noticeHeading(n *catalogue.Notice) {
	c.hung(c.titled(36), c.noticePen(n.Title), func(p pen, measure fixed.Int26_6) typeset.Paragraph {
		return c.noticeTitle(n, p, measure)
	})
}

// noticePen returns the title's style by its length: as an item's, but twelve characters are as
// large as eleven.
func (c *flow) noticePen(text string) pen { return c.titlePenTo(12, text) }

// noticeTitle returns a title whose lines end where its file says, at as few of those places
// as will do, or else at phrases.
func (b *build) noticeTitle(n *catalogue.Notice, p pen, measure fixed.Int26_6) typeset.Paragraph {
	line := int(measure / max(1, times(p.size, 1+p.track)))
	return b.phrased(n.Title, merged(n.Breaks, utf8.RuneCountInString(n.Title), line), p, measure)
}

// letter sets the body, its paragraphs indented by two characters, and below it the signature
// with the date. A notice without a body has no signature.
func (c *flow) letter(n *catalogue.Notice) {
	if n.Body == "" {
		return
	}
	p := pen{face: fonts.SansRegular, size: c.even(c.w, c.bodyPick(36.8, 37.2)), leading: 1.7}
	for i, text := range strings.Split(n.Body, "\n") {
		if i > 0 {
			c.y += c.px(14)
		}
		c.add(typeset.Paragraph{Spans: []typeset.Span{p.span(indent + text)}, Measure: c.w, Justify: true}, p, Black)
	}
	c.y += c.px(24)
	sign := pen{face: fonts.SansMedium, size: c.body(34), leading: 1.6}
	for _, text := range []string{c.state.Catalogue.Centre, longDate(n.Date)} {
		c.add(typeset.Paragraph{Spans: []typeset.Span{sign.span(text)}, Measure: c.w, Align: typeset.End}, sign, Black)
	}
	c.y += c.pick(32, 24)
}

// indent is two ideographic spaces: they are as wide as two characters and no line's end.
const indent = "　　"
