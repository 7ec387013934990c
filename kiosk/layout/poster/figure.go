package poster

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// The slide 数字 (docs/design/README.md section 6.1): the leaf carries 序号 as its figure.

const figureLeading = 1.12 // of the title

// figureSlide lays out the slide: title and text on paper, the leaf below, in landscape at the right.
func (p *slide) figureSlide() {
	leaf, hair := page.Area(0, p.H-p.Px(740), p.W, p.Px(740)), page.Area(0, p.H-p.Px(726), p.W, p.Rule(2))
	p.left, p.right = p.Px(72), p.W-p.Px(72)
	x, y, end, gap := p.Px(66), p.Px(224), p.H-p.Px(776), p.Px(32)
	most := bounds{most: p.Px(180), wide: p.right - p.left, leading: figureLeading}
	if p.Landscape {
		leaf, hair = page.Area(p.W-p.Px(720), 0, p.Px(720), p.H), page.Area(p.W-p.Px(706), 0, p.Rule(2), p.H)
		p.left, p.right = p.Px(80), p.W-p.Px(800)
		x, y, end, gap = p.Px(76), p.Px(190), p.H-p.Px(200), p.Px(20)
		most.most, most.wide = p.Px(150), leaf.Min.X-p.Px(240)
	}
	p.placeLeaf(leaf, hair)
	clock := p.clock(p.Px(64), p.right, p.FullDateText(), page.Paper, page.Black)
	p.placed(clock-p.Px(24)-p.left, p.right-p.left, page.Paper, page.Ink2, page.Red)
	y = max(y, p.belowClock()) + p.lowered

	fd := fieldOf(p.left, 0, p.right, end, p.H)
	most.high = end - y - gap - p.needed(&fd)
	title, size := largest(p.banners(p.title(), 6, 18, 0, false), func(b banner) fixed.Int26_6 {
		return max(most.size(b), min(p.Px(84), page.Scale(most.wide, 1/b.long)))
	})
	fd.top, fd.title = y+p.titled(title, size, figureLeading, x, y, page.Paper, page.Black)+gap, size
	p.text(fd)
	p.bigNumber(leaf)
	p.foot.onLeaf = !p.Landscape
	p.invite()
}

// bigNumber sets 第 n 项 on the leaf, centred, on one baseline.
func (p *slide) bigNumber(leaf fixed.Rectangle26_6) {
	text := fmt.Sprint(p.it.Number)
	word := build.Pen{Face: fonts.SerifBlack, Size: p.PickType(130, 96), Leading: 1}
	n := build.Pen{Face: fonts.SerifBlack, Size: p.Type(figureSize(len(text), p.Landscape)), Leading: 1, Track: -.04}
	gap, top := p.Pick(48, 24), leaf.Min.Y+p.Px(26)
	if p.Landscape {
		top = p.Px(220)
	}
	wide := leaf.Max.X - leaf.Min.X
	n = p.FitLine(text, n, wide-2*(p.Px(60)+word.Size+gap), 0)
	number := p.width(n, text)
	x := leaf.Min.X + (wide-number)/2 - gap - word.Size
	baseline := top + n.Rise()
	l := p.addLayer("figure", page.LeafInk)
	p.Label(l, "第", word, x, baseline-word.Rise(), page.OnLeaf2)
	x += word.Size + gap
	p.Label(l, text, n, x, top, page.OnLeaf)
	p.Box("figure", page.Area(x, top, number, n.Line()))
	p.Label(l, "项", word, x+number+gap, baseline-word.Rise(), page.OnLeaf2)
	l.Hug()
}

// figureSize returns the size of a number of so many digits, u.
func figureSize(digits int, landscape bool) float64 {
	switch {
	case digits > 2:
		return 340
	case digits > 1 && landscape:
		return 380
	}
	return 500
}
