package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// The long slide 竖题 (docs/design/README.md section 6.1): the leaf is the left column, the
// title runs down it, and the text stands beside it on paper.

// long lays the long slide.
func (p *poster) long() {
	one := 9 // characters that one column holds
	if p.landscape {
		one = 7
	}
	all := p.banners(one, one, .05, true)
	title, size := largest(all, p.columnSize)
	leaf := p.pick(360, 270)
	if title.lines > 1 {
		leaf = p.pick(430, 340)
	}
	p.left, p.right = leaf+p.pick(60, 72), p.w-p.pick(64, 72)
	p.fold(rect(0, 0, leaf, p.h), rect(leaf-p.px(16), 0, p.rule(2), p.h))
	p.columnNumber(leaf)
	p.columnTitle(title, size, leaf)
	p.head()
	p.text()
	invited := p.invite(44, 20, .03)
	if p.landscape {
		p.name(p.state.Catalogue.Name, invited)
	}
}

// columnSize returns the largest size of a title in its columns: between the number and
// the foot of the leaf, and beside each other in it.
func (p *poster) columnSize(b banner) fixed.Int26_6 {
	most := p.pick(290, 158)
	if b.lines > 1 {
		most = times(p.pick(180, 130), 2/float64(b.lines))
	}
	return min(most, times(p.h-p.pick(350, 240), 1/b.long))
}

// columnTitle sets the title's columns from right to left, centred in the leaf
// as far as its hairline.
func (p *poster) columnTitle(title banner, size, leaf fixed.Int26_6) {
	inner, inset := leaf-p.px(16), fixed.Int26_6(0)
	if title.lines > 1 {
		inset = p.px(16)
	}
	inner -= 2 * inset
	pitch, y := inner/fixed.Int26_6(title.lines), p.pick(264, 196)
	p.giant(title, size, pitch, inset+inner-pitch/2, y)
	r := rect(inset, y, inner, times(size, title.long))
	p.box("leaf.title", r)
	p.box("title", r)
}

// columnNumber sets the row's 序号 at the head of the leaf.
func (p *poster) columnNumber(leaf fixed.Int26_6) {
	n := pen{face: fonts.SerifBlack, size: p.pick(130, 96), leading: 1}
	p.number(p.on("no", LeafInk), n, 0, p.pick(64, 60), leaf-p.pick(16, 14), OnLeaf2, true)
}

// head sets clock and place and, for a row that has a title of its own, its 一级事项.
func (p *poster) head() {
	day := p.fullDay()
	if !p.landscape {
		day = p.day()
	}
	y := p.pick(64, 60)
	room := p.clock(y, day, Paper, Black) - p.left
	l := p.onChrome("head", Paper)
	place := pen{face: fonts.SerifBold, size: p.px(30), leading: 1, track: .02}
	if p.it.Title == "" {
		place = pen{face: fonts.SerifBlack, size: p.px(48), leading: 1, track: .02}
		p.fitted(l, p.state.Catalogue.Centre, place, p.left, y+p.px(54), room-p.px(8), p.px(26), Red)
		return
	}
	p.fitted(l, p.state.Catalogue.Centre, place, p.left, y+p.px(44), room-p.px(8), p.px(26), Ink2)
	over := pen{face: fonts.SerifBlack, size: p.px(52), leading: 1, track: .02}
	p.fitted(l, p.it.Category, over, p.left, y+p.pick(131.6, 121.6), room-p.px(24), p.px(34), Red)
}
