package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// Centred paints a word in the middle of r.
func (b *Draft) Centred(l *page.Layer, r fixed.Rectangle26_6, word string, p Pen, look page.Look) {
	b.Across(l, r, (r.Min.Y+r.Max.Y-p.Line())/2, word, p, look)
}

// Across paints a word in the middle of r's width, its line box's top at y.
func (b *Draft) Across(l *page.Layer, r fixed.Rectangle26_6, y fixed.Int26_6, word string, p Pen, look page.Look) {
	t, _ := b.Label(l, word, p, (r.Min.X+r.Max.X-b.Setter.Width(p.Span(word)))/2, y, look.Ink)
	t.Look = look
}

// IconLabel is a word with an icon beside it or above it, in one look.
type IconLabel struct {
	Icon, Word string        // Icon "": none; Side and Gap are 0 then
	Side, Gap  fixed.Int26_6 // of the icon; between it and the word
	Trailing   bool          // in Beside the icon follows the word
	Pen        Pen
	Look       page.Look
}

// fit returns the label with its word as large as a room holds, at most as its pen says.
func (s IconLabel) fit(b *Draft, w, h fixed.Int26_6) IconLabel {
	s.Pen = b.FitLine(s.Word, s.Pen, w, 0)
	s.Pen.Size = min(s.Pen.Size, max(h, 0))
	return s
}

// Beside paints icon and word side by side, centred in r.
func (s IconLabel) Beside(b *Draft, l *page.Layer, r fixed.Rectangle26_6) {
	s = s.fit(b, r.Max.X-r.Min.X-s.Side-s.Gap, r.Max.Y-r.Min.Y)
	w := b.Setter.Width(s.Pen.Span(s.Word))
	icon, mid := (r.Min.X+r.Max.X-s.Side-s.Gap-w)/2, (r.Min.Y+r.Max.Y)/2
	word := icon + s.Side + s.Gap
	if s.Trailing {
		word, icon = icon, icon+w+s.Gap
	}
	if s.Icon != "" {
		l.Icon(s.Icon, icon, mid-s.Side/2, s.Side, s.Look.Ink).Look = s.Look
	}
	t, _ := b.Label(l, s.Word, s.Pen, word, mid-s.Pen.Line()/2, s.Look.Ink)
	t.Look = s.Look
}

// Stack paints the icon above the word, centred in r.
func (s IconLabel) Stack(b *Draft, l *page.Layer, r fixed.Rectangle26_6) {
	s = s.fit(b, r.Max.X-r.Min.X-b.Px(8), r.Max.Y-r.Min.Y-s.Side-s.Gap-b.Px(8))
	y, mid := (r.Min.Y+r.Max.Y-s.Side-s.Gap-s.Pen.Line())/2, (r.Min.X+r.Max.X)/2
	l.Icon(s.Icon, mid-s.Side/2, y, s.Side, s.Look.Ink).Look = s.Look
	t, _ := b.Label(l, s.Word, s.Pen, mid-b.Setter.Width(s.Pen.Span(s.Word))/2, y+s.Side+s.Gap, s.Look.Ink)
	t.Look = s.Look
}
