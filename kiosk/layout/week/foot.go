package week

import (
	"fmt"
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/qr"
)

// foot paints what is signed, and what proves which content it is: revision, time, the proof code.
func (p *paper) foot() {
	choice := build.Pen{Face: fonts.SansMedium, Size: p.Type(32), Leading: 1}
	for i, word := range []string{"同意播出", "修改后再报"} {
		y := fixed.I(footTop + 26 + 62*i)
		r := page.Area(fixed.I(left), y, p.Px(36), p.Px(36))
		p.Box("choice", r)
		p.l.Fill(r, page.Black).Stroke = fixed.I(3)
		p.words(word, choice, r.Max.X+p.Px(18), y+p.Px(2), page.Black)
	}
	sign := build.Pen{Face: fonts.SerifBold, Size: p.Type(32), Leading: 1}
	for _, s := range []struct {
		word string
		x, w int
	}{{"编制人签字", 496, 430}, {"审核人签字", 970, 430}, {"日期", 1444, 300}} {
		r := page.Area(fixed.I(s.x), fixed.I(footEnd-3), fixed.I(s.w), p.Px(3))
		p.Box("sign", r)
		p.words(s.word, sign, r.Min.X, r.Min.Y-p.Px(14)-sign.Line(), page.Black)
		p.l.Fill(r, page.Black)
	}
	p.proof()
}

// codeModule is the side of a module of the proof code, px: 0.6 mm on A4, which phones read from paper.
const codeModule = 5

// proof paints revision and time, and their code.
func (p *paper) proof() {
	edge := fixed.I(right)
	if c, err := qr.Proof(0, p.Catalogue.Revision, p.Printed); err == nil {
		side := fixed.I(c.Size * codeModule)
		r := page.Area(edge-side, fixed.I(footEnd)-side, side, side)
		p.Box("proof", r)
		it := build.PlaceCode(c, page.Round(r), codeModule, build.TopRight)
		it.Ink = page.Black
		p.l.Items = append(p.l.Items, it)
		edge = r.Min.X - p.Px(22)
	}
	word, revision, _ := strings.Cut(frame.Edition(p.Catalogue.Revision), " ")
	lines := [][2]string{{word, revision}}
	if p.of > 1 {
		lines = append([][2]string{{"", fmt.Sprintf("第 %d 页　共 %d 页", p.number, p.of)}}, lines...)
	}
	if t := p.Printed; !t.IsZero() {
		lines = append(lines, [2]string{fmt.Sprintf("%d年%s %02d:%02d", t.Year(), dayOf(t), t.Hour(), t.Minute()), ""})
	}
	for i, line := range lines {
		p.flush(edge, fixed.I(footEnd)-fixed.Int26_6(len(lines)-i)*countPen.Line(), line[0], line[1])
	}
}

// flush paints words that end at an edge, the last of them bold.
func (p *paper) flush(edge, y fixed.Int26_6, plain, strong string) {
	bold := countPen
	bold.Face = fonts.SansBold
	w, gap := p.Setter.Width(bold.Span(strong)), p.Px(6)
	if plain == "" || strong == "" {
		gap = 0
	}
	if plain != "" {
		p.words(plain, countPen, edge-w-gap-p.Setter.Width(countPen.Span(plain)), y, page.Ink2)
	}
	if strong != "" {
		p.words(strong, bold, edge-w, y, page.Black)
	}
}
