package poster

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// The long slide 竖题 (docs/design/README.md section 6.1): the leaf is the left column, the
// title runs down it, and the text stands beside it on paper.

// longSlide lays out the long slide.
func (p *slide) longSlide() {
	one := 9 // characters that one column holds
	if p.Landscape {
		one = 7
	}
	all := p.banners(p.title(), one, one, .05, true)
	title, size := largest(all, p.columnSize)
	leaf := p.Pick(360, 270)
	if title.lines > 1 {
		leaf = p.Pick(430, 340)
	}
	p.left, p.right = leaf+p.Pick(60, 72), p.W-p.Pick(64, 72)
	p.placeLeaf(page.Area(0, 0, leaf, p.H), page.Area(leaf-p.Px(16), 0, p.Rule(2), p.H))
	p.columnNumber(leaf)
	p.columnTitle(title, size, leaf)
	p.head()
	fd := fieldOf(p.left, p.Pick(244, 236)+p.lowered, p.right, p.H-p.Pick(240, 200), size)
	fd.columns = p.Landscape
	p.text(fd)
	p.foot.track = .02
	invited := p.invite()
	if p.Landscape {
		p.footName(p.State.Catalogue.Name, invited)
	}
}

// columnSize returns the largest size at which a title's columns fit between the number and the
// leaf's end, and side by side.
func (p *slide) columnSize(b banner) fixed.Int26_6 {
	most := p.Pick(290, 158)
	if b.lines > 1 {
		most = page.Scale(p.Pick(180, 130), 2/float64(b.lines))
		most = min(most, page.Scale(p.columnPitch(b), 1/(1.05*columnsApart)))
	}
	return min(most, page.Scale(p.H-p.Pick(350, 240), 1/b.long))
}

// columnsApart is how many times as far apart columns are than characters, at least.
const columnsApart = 1.09

// columnPitch returns how far apart the columns of a title of several are.
func (p *slide) columnPitch(b banner) fixed.Int26_6 {
	return (p.Pick(430, 340) - p.Px(16+2*16)) / fixed.Int26_6(b.lines)
}

// columnTitle sets the title's columns from right to left, centred between the leaf's edge and its
// hairline.
func (p *slide) columnTitle(title banner, size, leaf fixed.Int26_6) {
	inner, inset := leaf-p.Px(16), fixed.Int26_6(0)
	if title.lines > 1 {
		inset = p.Px(16)
	}
	inner -= 2 * inset
	pitch, y := inner/fixed.Int26_6(title.lines), p.Pick(264, 196)
	p.leafTitle(title, size, pitch, inset+inner-pitch/2, y)
	r := page.Area(inset, y, inner, page.Scale(size, title.long))
	p.Box("leaf.title", r)
	p.Box("title", r)
}

// columnNumber sets 序号 at the top of the leaf.
func (p *slide) columnNumber(leaf fixed.Int26_6) {
	n := build.Pen{Face: fonts.SerifBlack, Size: p.PickType(130, 96), Leading: 1}
	p.number(p.addLayer("no", page.LeafInk), n, 0, p.Pick(64, 60), leaf-p.Pick(16, 14), page.OnLeaf2, true)
}

// head sets clock and place and, for an item with a 二级事项, its 一级事项.
func (p *slide) head() {
	day := p.FullDateText()
	if !p.Landscape {
		day = p.DateText()
	}
	y := p.Pick(64, 60)
	room := p.clock(y, p.right, day, page.Paper, page.Black) - p.left
	l := p.addChrome("head", page.Paper)
	place := build.Pen{Face: fonts.SerifBold, Size: p.chromeSize(30), Leading: 1, Track: .02}
	if !p.capped() {
		place = build.Pen{Face: fonts.SerifBlack, Size: p.Type(48), Leading: 1, Track: .02}
		p.fitText(l, p.State.Catalogue.Centre, place, p.left, y+p.Px(54), room-p.Px(8), p.Px(26), page.Red)
		return
	}
	p.fitText(l, p.State.Catalogue.Centre, place, p.left, y+p.Px(44), room-p.Px(8), p.Px(26), page.Ink2)
	p.category(l, p.left, y+p.Pick(131.6, 121.6), room-p.Px(24), p.right-p.left, 2, page.Red)
}
