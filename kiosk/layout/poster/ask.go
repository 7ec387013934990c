package poster

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// The slide 问句 (docs/design/README.md section 6.1): the item's own question, then what it leads to.

const askLeading = 1.16 // of question and title

// askSlide lays out the slide: the question on the leaf, number and title below it, in landscape at its
// right.
func (p *slide) askSlide() {
	leaf := page.Area(0, 0, p.W, p.H-p.Px(700))
	hair := page.Area(0, leaf.Max.Y-p.Px(16), p.W, p.Rule(2))
	p.left, p.right = p.Px(72), p.W-p.Px(72)
	if p.Landscape {
		leaf = page.Area(0, 0, min(p.W-p.Px(680), max(p.Px(1240), page.Scale(p.W, .5))), p.H)
		hair = page.Area(leaf.Max.X-p.Px(16), 0, p.Rule(2), p.H)
		p.left, p.right = leaf.Max.X+p.Px(80), p.W-p.Px(60)
		p.foot.size = p.Px(52)
	}
	p.placeLeaf(leaf, hair)
	p.askHead(leaf)
	p.question(leaf)
	p.answer(leaf)
	invited := p.invite()
	if !p.Landscape {
		p.footName(p.State.Catalogue.Name, invited)
	}
}

// askHead sets name and clock of a slide whose leaf is the upper part or the left one.
func (p *slide) askHead(leaf fixed.Rectangle26_6) {
	ground, ink, right := page.LeafInk, page.OnLeaf, p.W-p.Px(72)
	if p.Landscape {
		ground, ink = page.Paper, page.Black
	}
	clock := p.clock(p.Px(64), right, p.FullDateText(), ground, ink)
	p.place(min(clock-p.Px(24), leaf.Max.X-p.Px(60))-p.Pick(72, 80), page.LeafInk, page.OnLeaf)
}

// question sets the question centred on the leaf, as large as possible.
func (p *slide) question(leaf fixed.Rectangle26_6) {
	x, top, end, room := p.Px(60), p.Px(240), leaf.Max.Y-p.Px(80), bounds{most: p.Px(360), wide: p.W - p.Px(120), leading: askLeading}
	if p.Landscape {
		x, top, end = p.Px(72), p.Px(160), p.H-p.Px(60)
		room.most, room.wide = p.Px(300), leaf.Max.X-p.Px(140)
	}
	room.high = end - top
	question, size := largest(p.questions(), room.size)
	p.titled(question, size, askLeading, x, (top+end-question.height(size, askLeading))/2, page.LeafInk, page.OnLeaf)
}

// questions returns the banners of the question: its own lines, or those of a single long one.
func (p *slide) questions() []banner {
	of := heading{text: strings.Join(p.it.Ask, "")}
	at := 0
	for _, line := range p.it.Ask[:max(0, len(p.it.Ask)-1)] {
		at += utf8.RuneCountInString(line)
		of.breaks = append(of.breaks, at)
	}
	all := p.banners(of, 4, 10, 0, false)
	if len(p.it.Ask) > 1 {
		all = []banner{p.banner(of, len(p.it.Ask), 0, false)}
	}
	for i := range all {
		all[i] = p.unsqueezed(all[i])
	}
	return all
}

// unsqueezed returns a banner whose lines keep the blank half of the mark at their end, as a question
// keeps that of its last one.
func (p *slide) unsqueezed(b banner) banner {
	runes, from := []rune(b.par.Spans[0].Text), 0
	for _, to := range append(slices.Clone(b.par.Breaks), len(runes)) {
		w := p.Setter.Width(typeset.Span{Text: string(runes[from:to]), Style: b.par.Spans[0].Style})
		b.long, from = max(b.long, float64(w)/float64(fixed.I(proofSize))), to
	}
	return b
}

// answer sets number, 一级事项 and title of what the question leads to.
func (p *slide) answer(leaf fixed.Rectangle26_6) {
	n := p.numberPen(104)
	y, room := leaf.Max.Y+p.Px(50), bounds{most: p.Px(180), wide: p.right - p.left, leading: askLeading}
	if p.Landscape {
		y = p.Px(400)
		room.most, room.wide = p.Px(116), p.right-p.left-p.Px(10)
	}
	p.numbered(page.Paper, n, p.left, y+n.Rise(), p.Px(32), p.right, p.above(), [2]page.Ink{page.Red, page.Black})
	top := y + n.Line() + p.Px(8)
	room.high = p.ticksTop() - p.Px(24) - top
	title, size := largest(p.banners(p.title(), 9, 18, 0, false), room.size)
	h := p.lay(title, size, askLeading, p.left-page.Scale(size, headHang), top, page.Paper, page.Black)
	p.Box("to", page.Area(p.left, y, p.right-p.left, top+h-y))
}
