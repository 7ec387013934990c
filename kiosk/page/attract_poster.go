package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// The poster's slide 海报 (docs/design/README.md section 6.1): a notice that is a picture.
// The picture is whole, on mat where it leaves room; the leaf takes the rest of the screen.

// posterLeaf is the height of the leaf below a picture, u.
const posterLeaf = 392

// show lays a poster's slide; a square counts as portrait.
func (p *poster) show(im *catalogue.Image, n *catalogue.Notice) {
	tall := im.Height >= im.Width
	if !tall || !p.landscape {
		p.foot.base, p.foot.gap = p.px(48), p.px(36)
	}
	switch {
	case p.landscape && tall:
		p.besideLeaf(im)
	case p.landscape:
		p.aboveFoot(im)
	case tall:
		p.aboveLeaf(im)
	default:
		p.onLeaf(im, n)
	}
}

// hang paints a picture in the middle of an area of mat.
func (p *poster) hang(im *catalogue.Image, area fixed.Rectangle26_6) {
	l := p.layer("picture", area, Mat)
	w, h := fitting(im, area.Max.X-area.Min.X, area.Max.Y-area.Min.Y)
	r := rect((area.Min.X+area.Max.X-w)/2, (area.Min.Y+area.Max.Y-h)/2, w, h)
	l.picture(im, r)
	p.box("picture", r)
}

// pictureLeaf folds the leaf to a sheet below the picture, and returns where it begins.
func (p *poster) pictureLeaf() fixed.Int26_6 {
	top := p.h - p.px(posterLeaf)
	p.fold(rect(0, top, p.w, p.h-top), rect(0, top+p.px(14), p.w, p.rule(2)))
	p.left, p.right = p.px(72), p.w-p.px(72)
	return top
}

// aboveLeaf paints a portrait picture on a portrait screen; its title is on the leaf below.
func (p *poster) aboveLeaf(im *catalogue.Image) {
	top := p.pictureLeaf()
	area := rect(0, 0, p.w, top)
	p.hang(im, area)
	p.box("mat", area)
	end := p.clock(top+p.px(56), p.day(), LeafInk, OnLeaf)
	p.smallTitle(p.px(72), top+p.px(52), end-p.px(32)-p.px(72))
	p.invite(46, 24, .06)
}

// smallTitle sets the title in two lines of 60; longer ones in more and smaller ones that
// take no more height.
func (p *poster) smallTitle(x, y, room fixed.Int26_6) {
	ways := []struct {
		size, leading float64
		lines         int
	}{{60, 1.3, 2}, {48, 1.3, 2}, {40, 1.3, 3}, {34, 1.14, 4}}
	for i, way := range ways {
		n := pen{face: fonts.SerifBlack, size: p.px(way.size), leading: way.leading}
		par := p.phrased(p.it.Title, merged(p.it.Breaks, len([]rune(p.it.Title)), int(room/n.size)), n, room)
		if len(p.set.Lines(par)) > way.lines && i+1 < len(ways) {
			continue
		}
		par.MaxLines = way.lines
		l := p.on("title", LeafInk)
		p.para(l, par, n, x, y, OnLeaf)
		l.hug()
		return
	}
}

// onLeaf paints a landscape picture on a portrait screen: it stands on the leaf's upper edge, the
// title above it on paper.
func (p *poster) onLeaf(im *catalogue.Image, n *catalogue.Notice) {
	top := p.pictureLeaf()
	above := p.px(208 + 56) // head and foot of the title
	_, high := fitting(im, p.w, max(top-above-p.px(200), p.px(200)))
	area := rect(0, top-high, p.w, high)
	p.overline(Paper, Black, Red)
	p.bold(rect(p.px(66), p.px(208), p.w-p.px(160), area.Min.Y-p.px(208)), boldMost, p.px(56), Paper, Black)
	p.hang(im, area)
	p.dateOnLeaf(n, top+p.px(72))
	p.invite(46, 24, .06)
}

// besideLeaf paints a portrait picture on a landscape screen: as high as that, flush right. The
// leaf at its left is 720 wide at least, and has the title.
func (p *poster) besideLeaf(im *catalogue.Image) {
	w, _ := fitting(im, p.w-p.px(720), p.h)
	w = min(w, p.w-p.px(720))
	leaf := p.w - w
	p.fold(rect(0, 0, leaf, p.h), rect(leaf-p.px(16), 0, p.rule(2), p.h))
	p.left, p.right = p.px(72), leaf-p.px(88)
	p.overline(LeafInk, OnLeaf, OnLeaf)
	p.bold(rect(p.px(66), p.px(224), p.right-p.px(66), p.h-p.px(224+200)), boldMost, 0, LeafInk, OnLeaf)
	p.hang(im, rect(leaf, 0, w, p.h))
	p.invite(46, 24, .06)
}

// aboveFoot paints a landscape picture on a landscape screen: the leaf is a column at the left
// with the title, the foot is on paper.
func (p *poster) aboveFoot(im *catalogue.Image) {
	leaf := p.px(340)
	p.foot.onLeaf = false
	p.fold(rect(0, 0, leaf, p.h), rect(leaf-p.px(16), 0, p.rule(2), p.h))
	p.columnClock(leaf - p.px(16))
	title, size := largest(p.banners(6, 12, .05, true), func(b banner) fixed.Int26_6 {
		return min(times(p.px(240), 1/float64(b.lines)), times(p.h-p.px(324), 1/b.long), p.px(158))
	})
	column, y := p.px(288), p.px(240)
	pitch := column / fixed.Int26_6(title.lines)
	p.giant(title, size, pitch, p.px(24)+column-pitch/2, y)
	r := rect(p.px(24), y, column, times(size, title.long))
	p.box("leaf.title", r)
	p.box("title", r)
	area := rect(leaf, 0, p.w-leaf, p.h-p.px(190))
	p.hang(im, area)
	p.box("mat", area)
	p.left, p.right = leaf+p.px(60), p.w-p.px(72)
	p.name(p.sender(), p.invite(46, 24, .06))
}

// columnClock sets time and day in the middle of a column w wide.
func (p *poster) columnClock(w fixed.Int26_6) {
	if !p.state.Clock {
		return
	}
	l := p.onChrome("clock", LeafInk)
	box := p.clockOf(p.day(), OnLeaf, typeset.Center).stack(p.build, l, 0, w, p.px(60))
	l.hug()
	box.Min.X, box.Max.X = 0, w
	p.boxAs(Chrome, "clock", box)
}
