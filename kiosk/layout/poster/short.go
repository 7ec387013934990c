package poster

import (
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// The short slide 大字 (docs/design/README.md section 6.1): the leaf is the upper part, in landscape
// the left one, and the title fills it.

// shortLeading is the leading of its title.
const shortLeading = 1.04

// shortSlide lays out the short slide.
func (p *slide) shortSlide() {
	if p.Landscape {
		p.leftSheet()
	} else {
		p.upperSheet()
	}
}

// shortBanners returns the title in two lines: halves, or a long one in more. Of two characters none
// stands alone.
func (p *slide) shortBanners() []banner { return p.banners(p.title(), 2, 10, .02, false) }

// shortField returns the field of the elements.
func shortField(left, top, right, end, title fixed.Int26_6) field {
	fd := fieldOf(left, top, right, end, title)
	fd.face, fd.above, fd.below, fd.open, fd.sentence = fonts.SansMedium, .2, .2, true, true
	return fd
}

// upperSheet lays out the short slide in portrait. The leaf is as high as its title, which leaves the
// content its room.
func (p *slide) upperSheet() {
	p.left, p.right = p.Px(72), p.W-p.Px(72)
	clock := p.clock(p.Px(64), p.right, p.FullDateText(), page.LeafInk, page.OnLeaf)
	p.placed(clock-p.Px(24)-p.Px(72), p.W-p.Px(144), page.LeafInk, page.OnLeaf, page.OnLeaf)

	fd := shortField(p.Px(352), 0, p.right, p.H-p.Px(252), p.H)
	below := max(p.Px(40)+p.needed(&fd), p.Px(86+240))
	var top fixed.Int26_6
	title, size := largest(p.shortBanners(), func(b banner) fixed.Int26_6 {
		room := bounds{most: p.Px(470), wide: page.Scale(p.W-p.Px(140), 1.02), high: fd.end - below - p.upperTop(b) - p.Px(62), leading: shortLeading}
		return max(room.size(b), min(p.Px(104), page.Scale(room.wide, 1/b.long)))
	})
	top = p.upperTop(title)
	leaf := top + p.Px(62) + title.height(size, shortLeading)
	p.placeLeaf(page.Area(0, 0, p.W, leaf), page.Area(0, leaf-p.Px(16), p.W, p.Rule(2)))
	p.titled(title, size, shortLeading, p.Px(60), top, page.LeafInk, page.OnLeaf)

	n := build.Pen{Face: fonts.SerifBlack, Size: p.Type(300), Leading: .8, Track: -.04}
	p.number(p.addLayer("no", page.Paper), n, p.left, leaf+p.Px(86), p.Px(240), page.Red, false)
	fd.top, fd.title = leaf+p.Px(40), size
	p.text(fd)
	p.footName(p.State.Catalogue.Name, p.invite())
}

// upperTop returns the title's top on the upper sheet.
func (p *slide) upperTop(title banner) fixed.Int26_6 {
	if utf8.RuneCountInString(p.it.Heading()) <= 4 && !p.capped() && title.long <= 2*1.02 {
		return p.Px(188)
	}
	return p.Px(224) + p.lowered
}

// leftSheet lays out the short slide in landscape. The leaf is 1020 wide, or narrower to leave 900
// of paper.
func (p *slide) leftSheet() {
	leaf := min(p.Px(1020), p.W-p.Px(900))
	p.left, p.right = leaf+p.Px(100), p.W-p.Px(72)
	p.placeLeaf(page.Area(0, 0, leaf, p.H), page.Area(leaf-p.Px(16), 0, p.Rule(2), p.H))

	p.placed(leaf-p.Px(60)-p.Px(80), leaf-p.Px(60)-p.Px(80), page.LeafInk, page.OnLeaf, page.OnLeaf)
	high := p.H - p.Px(248)
	if p.capped() {
		high -= 2 * (p.Px(10) + p.lowered) // the title is centred
	}
	fits := bounds{most: p.Px(400), wide: page.Scale(leaf-p.Px(180), 1.02), high: high, leading: shortLeading}.size
	title, size := largest(p.shortBanners(), fits)
	if size < p.Px(140) {
		title, size = largest(p.banners(p.title(), 0, 0, .02, false), fits)
	}
	p.titled(title, size, shortLeading, p.Px(80), p.H/2+p.Px(66)-title.height(size, shortLeading)/2, page.LeafInk, page.OnLeaf)

	clock := p.clock(p.Px(64), p.right, p.FullDateText(), page.Paper, page.Black)
	n := build.Pen{Face: fonts.SerifBlack, Size: p.Type(180), Leading: .8, Track: -.04}
	p.number(p.addLayer("no", page.Paper), n, p.left, p.Px(68), clock-p.Px(40)-p.left, page.Red, false)
	p.text(shortField(p.left, p.Px(270), p.right, p.H-p.Px(200), size))
	p.invite()
}
