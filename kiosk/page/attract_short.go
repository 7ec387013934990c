package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// The short slide 大字 (docs/design/README.md section 6.1): the leaf is the upper sheet, in
// landscape the left one, and the title fills it.

// elementStyle is a pen for a short slide's elements, and the room above and below each.
type elementStyle struct {
	pen
	pad fixed.Int26_6
}

// elementStyles returns the styles of the elements, the best first. A single element is
// set like a sentence on a poster.
func (p *poster) elementStyles() []elementStyle {
	var out []elementStyle
	if len(p.it.Content) == 1 {
		if !p.landscape {
			out = append(out, elementStyle{pen{face: fonts.SerifBold, size: p.px(roomy), leading: 1.4}, p.px(34)})
		}
		for size := p.pick(72, 68); size >= p.px(40); size -= p.px(8) {
			out = append(out, elementStyle{pen{face: fonts.SerifBold, size: size, leading: 1.4}, p.px(34)})
		}
		return out
	}
	for size := p.pick(54, 64); size >= p.px(34); size -= p.px(4) {
		out = append(out, elementStyle{pen{face: fonts.SansMedium, size: size, leading: 1.2}, p.pick(19.6, 24)})
	}
	return out
}

// A single element is this large, u, where the leaf is lower than lowLeaf.
const roomy, lowLeaf = 108, 900

// short lays the short slide.
func (p *poster) short() {
	if p.landscape {
		p.leftSheet()
	} else {
		p.upperSheet()
	}
}

// upperSheet paints the short slide in portrait. The leaf is as high as its title; where the
// content needs what is left below and more, the title is smaller, and then the content.
func (p *poster) upperSheet() {
	p.left, p.right = p.px(72), p.w-p.px(72)
	title, size, way := p.upperSizes()
	leaf := p.upperTop(title) + p.px(62) + p.stacked(title, size)
	p.fold(rect(0, 0, p.w, leaf), rect(0, leaf-p.px(16), p.w, p.rule(2)))

	clock := p.clock(p.px(64), p.fullDay(), LeafInk, OnLeaf)
	p.placeOnLeaf(clock - p.px(24) - p.px(72))
	p.sheetTitle(title, size, p.px(60), p.upperTop(title))

	n := pen{face: fonts.SerifBlack, size: p.px(300), leading: .8, track: -.04}
	p.number(p.on("no", Paper), n, p.left, leaf+p.px(86), p.px(264), Red, false)
	p.elements(p.on("elements", Paper), way, p.upperList(), leaf+p.px(40))
	p.name(p.state.Catalogue.Name, p.invite(46, 24, .06))
}

// upperSizes chooses the title's size and how the elements are set: the best way that
// leaves the title what its width allows, or 150 u.
func (p *poster) upperSizes() (title banner, size fixed.Int26_6, way elementStyle) {
	all, wide := p.banners(3, 10, .02, false), p.w-p.px(140)
	free := func(b banner) fixed.Int26_6 { return min(p.sheetMost(b, 470), times(wide, 1.02/b.long)) }
	for _, way = range p.elementStyles() {
		below := p.elementsEnd(way, p.upperList(), 0)
		below = max(p.px(40)+below, p.px(86+256)) + p.px(24)
		title, size = largest(all, func(b banner) fixed.Int26_6 {
			high := p.ticksTop() - below - p.upperTop(b) - p.px(62)
			return min(free(b), times(high, 1/(1.04*float64(b.lines))))
		})
		leaf := p.upperTop(title) + p.px(62) + p.stacked(title, size)
		if way.size == p.px(roomy) && (leaf >= p.px(lowLeaf) || size < free(title)) {
			continue
		}
		if size >= min(p.px(150), free(title)) {
			break
		}
	}
	return title, size, way
}

// upperTop returns where the title begins on the upper sheet.
func (p *poster) upperTop(title banner) fixed.Int26_6 {
	if title.long <= 2*1.02 {
		return p.px(188)
	}
	return p.px(224)
}

// upperList returns the left edge of the elements.
func (p *poster) upperList() (x fixed.Int26_6) { return p.px(352) }

// leftSheet paints the short slide in landscape. The leaf is 1020 wide, and less where
// that would leave less than 900.
func (p *poster) leftSheet() {
	leaf := min(p.px(1020), p.w-p.px(900))
	p.left, p.right = leaf+p.px(100), p.w-p.px(72)
	p.fold(rect(0, 0, leaf, p.h), rect(leaf-p.px(16), 0, p.rule(2), p.h))

	p.placeOnLeaf(leaf - p.px(60) - p.px(72))
	wide, high := leaf-p.px(180), p.h-p.px(168)
	fits := func(b banner) fixed.Int26_6 {
		high := high
		if b.low {
			high -= p.px(60)
		}
		return min(p.sheetMost(b, 400), times(wide, 1.02/b.long), times(high, 1/(1.04*float64(b.lines))))
	}
	title, size := largest(p.banners(3, 10, .02, false), fits)
	if size < p.px(140) {
		title, size = largest(p.banners(0, 0, .02, false), fits)
	}
	p.sheetTitle(title, size, p.px(80), p.h/2+p.px(66)-p.stacked(title, size)/2)

	clock := p.clock(p.px(64), p.fullDay(), Paper, Black)
	n := pen{face: fonts.SerifBlack, size: p.px(180), leading: .8, track: -.04}
	p.number(p.on("no", Paper), n, p.left, p.px(68), clock-p.px(40)-p.left, Red, false)
	var way elementStyle
	for _, way = range p.elementStyles() {
		if p.elementsEnd(way, p.left, p.px(270)) <= p.ticksTop()-p.px(24) {
			break
		}
	}
	p.elements(p.on("elements", Paper), way, p.left, p.px(270))
	p.invite(46, 24, .06)
}

// sheetMost returns the largest size of a title, u: descenders of the
// last line have to end above the hairline.
func (p *poster) sheetMost(b banner, most float64) fixed.Int26_6 {
	if b.low {
		most = 250
	}
	return p.px(most)
}

// stacked returns how high a title of lines at 1.04 is.
func (p *poster) stacked(title banner, size fixed.Int26_6) fixed.Int26_6 {
	return times(size, 1.04*float64(title.lines))
}

// sheetTitle sets the title in lines from x, y on.
func (p *poster) sheetTitle(title banner, size, x, y fixed.Int26_6) {
	n := pen{face: fonts.SerifBlack, size: size, leading: 1.04}
	p.giant(title, size, n.line(), x, y+n.rise())
	p.box("title", rect(x, y, times(size, title.long), p.stacked(title, size)))
}

// placeOnLeaf sets the centre's name in the leaf's corner.
func (p *poster) placeOnLeaf(room fixed.Int26_6) {
	n := pen{face: fonts.SerifBold, size: p.px(34), leading: 1, track: .08}
	l := p.onChrome("place", LeafInk)
	p.fitted(l, p.state.Catalogue.Centre, n, p.px(72), p.px(80)+n.rise(), room, p.px(28), OnLeaf)
}

// elements sets the elements below one another from x, y on, gold between them, and
// returns where they end.
func (p *poster) elements(l *Layer, way elementStyle, x, y fixed.Int26_6) fixed.Int26_6 {
	w, top := p.right-x, y
	for i, e := range p.it.Content {
		start := y
		par := official(e.Text, way.pen, w)
		par.Title = len(p.it.Content) == 1
		t, h := p.para(l, par, way.pen, x, y+way.pad, Black)
		t.Inks = quiet(t.Spans, Black)
		y += h + 2*way.pad
		if i+1 < len(p.it.Content) {
			l.fill(rect(x, y, w, p.rule(2)), Gold)
			y += p.rule(2)
		}
		p.box("elements", rect(x, start, w, y-start))
	}
	p.box("box", rect(x, top, w, y-top))
	l.hug()
	return y
}

// elementsEnd measures where the elements end that are set in a way from x, y on.
func (p *poster) elementsEnd(way elementStyle, x, y fixed.Int26_6) (end fixed.Int26_6) {
	p.aside(func(l *Layer) { end = p.elements(l, way, x, y) })
	return end
}
