package poster

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// The short slide 大字 (docs/design/README.md section 6.1): the leaf is the upper part, in landscape
// the left one, and the title fills it.

// elementStyle is a pen for a short slide's elements, and the padding above and below each.
type elementStyle struct {
	build.Pen
	pad fixed.Int26_6
}

// elementStyles returns the styles of the elements, the best first. A single element is
// set like a sentence on a poster.
func (p *slide) elementStyles() []elementStyle {
	var out []elementStyle
	if len(p.it.Content) == 1 {
		if !p.Landscape {
			out = append(out, elementStyle{build.Pen{Face: fonts.SerifBold, Size: p.Px(roomySize), Leading: 1.4}, p.Px(34)})
		}
		for size := p.Pick(72, 68); size >= p.Px(40); size -= p.Px(8) {
			out = append(out, elementStyle{build.Pen{Face: fonts.SerifBold, Size: size, Leading: 1.4}, p.Px(34)})
		}
		return out
	}
	for size := p.Pick(54, 64); size >= p.Px(34); size -= p.Px(4) {
		out = append(out, elementStyle{build.Pen{Face: fonts.SansMedium, Size: size, Leading: 1.2}, p.Pick(19.6, 24)})
	}
	return out
}

// The size of a single element, u, if the leaf is lower than lowLeaf.
const roomySize, lowLeaf = 108, 900

// shortSlide lays out the short slide.
func (p *slide) shortSlide() {
	if p.Landscape {
		p.leftSheet()
	} else {
		p.upperSheet()
	}
}

// upperSheet lays out the short slide in portrait. The leaf is as high as its title; if the content
// needs more than the rest, first the title is set smaller, then the content.
func (p *slide) upperSheet() {
	p.left, p.right = p.Px(72), p.W-p.Px(72)
	clock := p.clock(p.Px(64), p.FullDateText(), page.LeafInk, page.OnLeaf)
	p.placeOnLeaf(clock-p.Px(24)-p.Px(72), p.W-p.Px(144))
	title, size, style := p.upperSizes()
	leaf := p.upperTop(title) + p.Px(62) + p.titleHeight(title, size)
	p.placeLeaf(page.Area(0, 0, p.W, leaf), page.Area(0, leaf-p.Px(16), p.W, p.Rule(2)))
	p.sheetTitle(title, size, p.Px(60), p.upperTop(title))

	n := build.Pen{Face: fonts.SerifBlack, Size: p.Px(300), Leading: .8, Track: -.04}
	p.number(p.addLayer("no", page.Paper), n, p.left, leaf+p.Px(86), p.Px(240), page.Red, false)
	p.elements(p.addLayer("elements", page.Paper), style, p.listLeft(), leaf+p.Px(40))
	p.footName(p.State.Catalogue.Name, p.invite(46, 24, .06))
}

// upperSizes chooses the size of the title and the style of the elements: the best one that leaves
// the title the size its width allows, or 150 u.
func (p *slide) upperSizes() (title banner, size fixed.Int26_6, style elementStyle) {
	all, wide := p.banners(3, 10, .02, false), p.W-p.Px(140)
	free := func(b banner) fixed.Int26_6 { return min(p.sheetMost(b, 470), page.Scale(wide, 1.02/b.long)) }
	for _, style = range p.elementStyles() {
		below := p.elementsEnd(style, p.listLeft(), 0)
		below = max(p.Px(40)+below, p.Px(86+256)) + p.Px(24)
		title, size = largest(all, func(b banner) fixed.Int26_6 {
			high := p.ticksTop() - below - p.upperTop(b) - p.Px(62)
			return min(free(b), page.Scale(high, 1/(b.leading()*float64(b.lines))))
		})
		leaf := p.upperTop(title) + p.Px(62) + p.titleHeight(title, size)
		if style.Size == p.Px(roomySize) && (leaf >= p.Px(lowLeaf) || size < free(title)) {
			continue
		}
		if size >= min(p.Px(150), free(title)) {
			break
		}
	}
	return title, size, style
}

// upperTop returns the title's top on the upper sheet.
func (p *slide) upperTop(title banner) fixed.Int26_6 {
	if title.long <= 2*1.02 && p.it.Title == "" {
		return p.Px(188)
	}
	return p.Px(224) + p.lowered
}

// listLeft returns the left edge of the elements.
func (p *slide) listLeft() (x fixed.Int26_6) { return p.Px(352) }

// leftSheet lays out the short slide in landscape. The leaf is 1020 wide, or narrower to leave 900
// of paper.
func (p *slide) leftSheet() {
	leaf := min(p.Px(1020), p.W-p.Px(900))
	p.left, p.right = leaf+p.Px(100), p.W-p.Px(72)
	p.placeLeaf(page.Area(0, 0, leaf, p.H), page.Area(leaf-p.Px(16), 0, p.Rule(2), p.H))

	p.placeOnLeaf(leaf-p.Px(60)-p.Px(72), leaf-p.Px(60)-p.Px(72))
	wide, high := leaf-p.Px(180), p.H-p.Px(168)
	if p.it.Title != "" {
		high -= 2 * (p.Px(52) + p.lowered) // the title is centred
	}
	fits := func(b banner) fixed.Int26_6 {
		high := high
		if b.low {
			high -= p.Px(60)
		}
		return min(p.sheetMost(b, 400), page.Scale(wide, 1.02/b.long), page.Scale(high, 1/(b.leading()*float64(b.lines))))
	}
	title, size := largest(p.banners(3, 10, .02, false), fits)
	if size < p.Px(140) {
		title, size = largest(p.banners(0, 0, .02, false), fits)
	}
	p.sheetTitle(title, size, p.Px(80), p.H/2+p.Px(66)-p.titleHeight(title, size)/2)

	clock := p.clock(p.Px(64), p.FullDateText(), page.Paper, page.Black)
	n := build.Pen{Face: fonts.SerifBlack, Size: p.Px(180), Leading: .8, Track: -.04}
	p.number(p.addLayer("no", page.Paper), n, p.left, p.Px(68), clock-p.Px(40)-p.left, page.Red, false)
	var style elementStyle
	for _, style = range p.elementStyles() {
		if p.elementsEnd(style, p.left, p.Px(270)) <= p.ticksTop()-p.Px(24) {
			break
		}
	}
	p.elements(p.addLayer("elements", page.Paper), style, p.left, p.Px(270))
	p.invite(46, 24, .06)
}

// sheetMost returns the largest size of a title: most u, or less if descenders of the last line
// have to end above the hairline.
func (p *slide) sheetMost(b banner, most float64) fixed.Int26_6 {
	if b.low {
		most = 250
	}
	return p.Px(most)
}

// leading returns the pitch of a title's lines, em.
func (b banner) leading() float64 {
	if b.tall {
		return 1.5
	}
	return 1.04
}

// titleHeight returns the height of a title.
func (p *slide) titleHeight(title banner, size fixed.Int26_6) fixed.Int26_6 {
	return page.Scale(size, title.leading()*float64(title.lines))
}

// sheetTitle sets the title in lines from x, y on.
func (p *slide) sheetTitle(title banner, size, x, y fixed.Int26_6) {
	n := build.Pen{Face: fonts.SerifBlack, Size: size, Leading: title.leading()}
	p.leafTitle(title, size, n.Line(), x, y+n.Rise())
	p.Box("title", page.Area(x, y, page.Scale(size, title.long), p.titleHeight(title, size)))
}

// placeOnLeaf sets the centre's name in the leaf's corner, in room, and the 一级事项 of an item with a
// 二级事项 below it, wide if it is long.
func (p *slide) placeOnLeaf(room, wide fixed.Int26_6) {
	n := build.Pen{Face: fonts.SerifBold, Size: p.Px(34), Leading: 1, Track: .08}
	l := p.addChrome("place", page.LeafInk)
	p.fitText(l, p.State.Catalogue.Centre, n, p.Px(72), p.Px(80)+n.Rise(), room, p.Px(28), page.OnLeaf)
	if p.it.Title != "" {
		p.category(l, p.Px(72), p.Px(184), room, wide, 1, page.OnLeaf)
	}
}

// elements sets the elements one below the other from x, y on, with gold lines between them, and
// returns their lower end.
func (p *slide) elements(l *page.Layer, style elementStyle, x, y fixed.Int26_6) fixed.Int26_6 {
	w, top := p.right-x, y
	for i, e := range p.it.Content {
		start := y
		par := build.Official(e.Text, style.Pen, w)
		par.Title = len(p.it.Content) == 1
		t, h := p.Paragraph(l, par, style.Pen, x, y+style.pad, page.Black)
		t.Inks = build.QuietInks(t.Spans, page.Black)
		y += h + 2*style.pad
		if i+1 < len(p.it.Content) {
			l.Fill(page.Area(x, y, w, p.Rule(2)), page.Gold)
			y += p.Rule(2)
		}
		p.Box("elements", page.Area(x, start, w, y-start))
	}
	p.Box("box", page.Area(x, top, w, y-top))
	l.Hug()
	return y
}

// elementsEnd returns the lower end of elements set in a style from x, y on.
func (p *slide) elementsEnd(style elementStyle, x, y fixed.Int26_6) (end fixed.Int26_6) {
	p.Aside(func(l *page.Layer) { end = p.elements(l, style, x, y) })
	return end
}
