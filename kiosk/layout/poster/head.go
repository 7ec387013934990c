package poster

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// The slide 横题 (docs/design/README.md section 6.1): the title runs across the leaf at the top, the
// text stands large below.

// headLeading is the leading of its title, headHang how far that hangs left of the margin, em.
const headLeading, headHang = 1.1, .04

// numberPen returns the pen of 序号 above a title.
func (p *slide) numberPen(size float64) build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: p.Type(size), Leading: 1}
}

// headSlide lays out the slide.
func (p *slide) headSlide() {
	if p.Landscape {
		p.wideHead()
		return
	}
	p.left, p.right = p.Px(72), p.W-p.Px(72)
	clock := p.clock(p.Px(64), p.right, p.FullDateText(), page.LeafInk, page.OnLeaf)
	p.place(clock-p.Px(24)-p.left, page.LeafInk, page.OnLeaf)

	title, size := largest(p.banners(p.title(), 6, 18, 0, false), bounds{most: p.Px(200), wide: p.right - p.left, high: p.Px(480), leading: headLeading}.size)
	leaf := p.Px(346) + title.height(size, headLeading)
	p.placeLeaf(page.Area(0, 0, p.W, leaf), page.Area(0, leaf-p.Px(16), p.W, p.Rule(2)))
	top, n := leaf-p.Px(52)-title.height(size, headLeading), p.numberPen(104)
	p.numbered(page.LeafInk, n, p.left, top-p.Px(12)-n.Line()+n.Rise(), p.Px(32), p.right, p.above(), [2]page.Ink{page.OnLeaf2, page.OnLeaf})
	x := p.left - page.Scale(size, headHang)
	p.Box("title", page.Area(x, top, p.right-x, p.lay(title, size, headLeading, x, top, page.LeafInk, page.OnLeaf)))

	fd := fieldOf(p.left, leaf+p.Px(40), p.right, p.H-p.Px(252), size)
	fd.open = true
	p.text(fd)
	p.footName(p.State.Catalogue.Name, p.invite())
}

// wideHead lays out the slide in landscape: number, 一级事项 and title on one baseline.
func (p *slide) wideHead() {
	leaf := p.Px(420)
	p.left, p.right = p.Px(80), p.W-p.Px(80)
	p.placeLeaf(page.Area(0, 0, p.W, leaf), page.Area(0, leaf-p.Px(16), p.W, p.Rule(2)))
	clock := p.clock(p.Px(64), p.W-p.Px(72), p.FullDateText(), page.LeafInk, page.OnLeaf)
	p.place(clock-p.Px(24)-p.left, page.LeafInk, page.OnLeaf)

	baseline := leaf - p.Px(48) - page.Scale(p.Px(200), headLeading) + p.titlePen(p.Px(200)).Rise()
	size := p.wideLine(baseline, clock)

	fd := fieldOf(p.left, leaf+p.Px(24), p.right, p.H-p.Px(188), size)
	fd.columns = true
	p.text(fd)
	p.footName(p.State.Catalogue.Name, p.invite())
}

// wideLine sets number, 一级事项 and title on a baseline, and returns the title's size. A 一级事项 that would make
// the title small stands under the centre's name.
func (p *slide) wideLine(baseline, clock fixed.Int26_6) fixed.Int26_6 {
	number, gap, inks := p.numberPen(150), p.Px(48), [2]page.Ink{page.OnLeaf2, page.OnLeaf}
	x := p.left + p.width(number, fmt.Sprint(p.it.Number)) + gap
	category, after := p.above(), x
	if category != "" {
		after += p.width(categoryPen(p.Type(56)), category) + gap
	}
	title, size := p.wideTitle(after, baseline, clock)
	if _, alone := p.wideTitle(x, baseline, clock); after > x && size < p.Px(84) && size < alone {
		n := categoryPen(p.Type(52))
		p.fitText(p.addChrome("category", page.LeafInk), category, n, p.left, p.Px(68+34+26)+n.Rise(), clock-gap-p.left, p.Px(18), page.OnLeaf)
		category, after = "", x
		title, size = p.wideTitle(x, baseline, clock)
	}
	p.numbered(page.LeafInk, number, p.left, baseline, gap, after, category, inks)
	p.placeWide(title, size, after, baseline)
	return size
}

// titlePen returns the pen of the title.
func (p *slide) titlePen(size fixed.Int26_6) build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: size, Leading: headLeading}
}

// wideTitle returns the title from x on, its last line on a baseline, and its size. One line is 1260
// wide at most and, where it reaches the clock, ends below that; a long title has more lines.
func (p *slide) wideTitle(x, baseline, clock fixed.Int26_6) (banner, fixed.Int26_6) {
	room, below := min(p.Px(1260), p.right-x), p.belowClock()+p.Px(2)
	fits := func(b banner) fixed.Int26_6 {
		size := min(p.Px(200), page.Scale(room, 1/b.long))
		if b.lines > 1 || x+page.Scale(size, b.long-headHang) > clock-p.Px(16) {
			size = min(size, page.Scale(baseline-below, 1/(b.leading(headLeading)*float64(b.lines-1)+.9)))
		}
		return size
	}
	all := []banner{p.banner(p.title(), 1, 0, false)}
	if fits(all[0]) < p.Px(84) {
		all = append(all, p.banners(p.title(), 0, 0, 0, false)...)
	}
	return largest(all, fits)
}

// placeWide sets the title from x on, its last line on a baseline.
func (p *slide) placeWide(title banner, size, x, baseline fixed.Int26_6) {
	n := p.titlePen(size)
	n.Leading = title.leading(headLeading)
	first := baseline - page.Scale(n.Line(), float64(title.lines-1))
	p.leafTitle(title, size, n.Line(), x-page.Scale(size, headHang), first)
	p.Box("title", page.Area(x-page.Scale(size, headHang), first-n.Rise(), page.Scale(size, title.long), title.height(size, headLeading)))
}
