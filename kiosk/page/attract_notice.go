package page

import (
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The notice's slide 公告 (docs/design/README.md section 6.1): the title stands on paper, as
// large as that allows; the leaf is the lower sheet, in landscape the right one, and has
// the day and the beginning of the text. A poster's slide is in attract_poster.go.

// announce lays the slide of the notice that the view names.
func (p *poster) announce() {
	at, _ := session.FindNotice(p.state, p.View.Notice)
	n := &p.state.Catalogue.Notices[p.state.OnAir[at]]
	p.it, p.open = &catalogue.Item{Title: n.Title, Breaks: n.Breaks}, openNotice(n).Screen
	p.foot.onLeaf = true
	switch {
	case n.Poster() && shown(n.Images) > 0:
		p.show(&n.Images[0], n)
	case p.landscape:
		p.rightSheet(n)
	default:
		p.lowerSheet(n)
	}
}

// lowerSheet paints the notice's slide in portrait.
func (p *poster) lowerSheet(n *catalogue.Notice) {
	leaf := rect(0, p.h-p.px(800), p.w, p.px(800))
	p.fold(leaf, rect(0, leaf.Min.Y+p.px(14), p.w, p.rule(2)))
	p.left, p.right = p.px(72), p.w-p.px(72)
	p.overline(Paper, Black, Red)
	p.bold(rect(p.px(66), p.px(230), p.w-p.px(160), leaf.Min.Y-p.px(230)), boldMost, p.px(89), Paper, Black)
	p.opening(n, leaf.Min.Y+p.px(80), leaf.Min.Y+p.px(190), p.right)
	p.invite(46, 24, .06)
}

// rightSheet paints the notice's slide in landscape. The leaf is 840 wide, and less where that
// would leave less than 920.
func (p *poster) rightSheet(n *catalogue.Notice) {
	w := min(p.px(840), p.w-p.px(920))
	leaf := rect(p.w-w, 0, w, p.h)
	p.fold(leaf, rect(leaf.Min.X+p.px(14), 0, p.rule(2), p.h))
	p.left, p.right = p.px(72), leaf.Min.X-p.px(70)
	p.overline(Paper, Black, Red)
	p.bold(rect(p.px(68), p.px(220), leaf.Min.X-p.px(176), p.h-p.px(220)), 226, p.px(73), Paper, Black)
	p.left, p.right = leaf.Min.X+p.px(80), p.w-p.px(72)
	p.opening(n, p.px(72), p.px(194), p.right-p.px(12))
	p.invite(46, 24, .06)
}

// overline sets the sender and the clock at the head of a ground.
func (p *poster) overline(ground, clock, ink Ink) {
	end := p.clock(p.px(64), p.fullDay(), ground, clock)
	n := pen{face: fonts.SerifBold, size: p.px(34), leading: 1, track: .08}
	p.fitted(p.onChrome("place", ground), p.sender(), n, p.left, p.px(80)+n.rise(), end-p.px(24)-p.left, p.px(28), ink)
}

// sender returns the line that names the centre of a notice.
func (p *poster) sender() string { return p.state.Catalogue.Centre + "　公告" }

// A notice's title is no larger than this, u: lines of four characters have it in portrait.
const boldMost, boldLeading = 230, 1.16

// bold sets the title in lines from r's left top corner on, as large as r allows up to most
// u, foot left free at r's end.
func (p *poster) bold(r fixed.Rectangle26_6, most float64, foot fixed.Int26_6, ground, ink Ink) {
	wide, high := r.Max.X-r.Min.X, r.Max.Y-r.Min.Y-foot
	title, size := largest(p.banners(4, 8, 0, false), func(b banner) fixed.Int26_6 {
		return min(p.px(most), times(wide, 1/b.long), times(high, 1/(boldLeading*float64(b.lines))))
	})
	p.lines(title, size, r, ground, ink)
}

// lines sets a title from r's left top corner on; its layer keeps within r to the right and below.
func (p *poster) lines(title banner, size fixed.Int26_6, r fixed.Rectangle26_6, ground, ink Ink) {
	n := pen{face: fonts.SerifBlack, size: size, leading: boldLeading}
	l := p.headline(title, size, n.line(), r.Min.X, r.Min.Y+n.rise(), ground, ink)
	within := whole(rect(0, 0, p.w, r.Max.Y))
	l.Bounds = l.Bounds.Intersect(within)
	p.box("title", rect(r.Min.X, r.Min.Y, times(size, title.long), times(size, boldLeading*float64(title.lines))))
}

// The beginning of a notice's text on the leaf: five lines at most of its first paragraph, and as
// much of the next ones as makes four in all, but no single line of any.
const openingLines, openingFurther, openingLeast = 5, 4, 2

// opening sets the day with its top at y and, from text on, how the notice's text begins, in
// lines that end at right.
func (p *poster) opening(n *catalogue.Notice, y, text, right fixed.Int26_6) {
	p.dateOnLeaf(n, y)
	if n.Body == "" {
		return
	}
	w := right - p.left
	pen := pen{face: fonts.SansRegular, size: p.even(w, p.px(52)), leading: 1.6}
	l := p.on("text", LeafInk)
	at, room := text, openingLines
	for i, par := range strings.SplitN(n.Body, "\n", openingFurther+1) {
		t, h := p.para(l, typeset.Paragraph{Spans: []typeset.Span{pen.span(beginning(par, room, w, pen.size))}, Measure: w, Justify: true, MaxLines: room}, pen, p.left, at, OnLeaf)
		at += h
		if i == 0 {
			room = openingFurther
		}
		if room -= len(t.Lines); room < openingLeast {
			break
		}
	}
	l.hug()
	p.box("text", rect(p.left, text, w, at-text))
}

// beginning truncates a text to what could fit in so many lines, so that the rest is not set. The
// narrowest letters are a quarter of an em.
func beginning(text string, lines int, w, em fixed.Int26_6) string {
	most := (lines + 1) * 4 * int(w/em)
	for i := range text {
		if most--; most < 0 {
			return text[:i]
		}
	}
	return text
}

// dateOnLeaf sets the notice's day in 72 with its top at y.
func (p *poster) dateOnLeaf(n *catalogue.Notice, y fixed.Int26_6) {
	l := p.on("when", LeafInk)
	p.label(l, n.Date.Format("1月2日"), pen{face: fonts.SerifBlack, size: p.px(72), leading: 1}, p.left, y, OnLeaf2)
	l.hug()
}
