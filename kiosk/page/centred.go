package page

import "golang.org/x/image/math/fixed"

// centred paints a word in the middle of r.
func (b *build) centred(l *Layer, r fixed.Rectangle26_6, word string, p pen, look Look) {
	b.across(l, r, (r.Min.Y+r.Max.Y-p.line())/2, word, p, look)
}

// across paints a word in the middle of r's width, its line box's top at y.
func (b *build) across(l *Layer, r fixed.Rectangle26_6, y fixed.Int26_6, word string, p pen, look Look) {
	t, _ := b.label(l, word, p, (r.Min.X+r.Max.X-b.set.Width(p.span(word)))/2, y, look.Ink)
	t.Look = look
}

// iconLabel is a word with an icon beside it or above it, in one look.
type iconLabel struct {
	icon, word string        // without an icon, side and gap are 0
	side, gap  fixed.Int26_6 // of the icon; between it and the word
	trailing   bool          // beside: the icon follows the word
	pen        pen
	look       Look
}

// beside paints the icon with the word at its right, or at its left, centred in r.
func (s iconLabel) beside(b *build, l *Layer, r fixed.Rectangle26_6) {
	w := b.set.Width(s.pen.span(s.word))
	icon, mid := (r.Min.X+r.Max.X-s.side-s.gap-w)/2, (r.Min.Y+r.Max.Y)/2
	word := icon + s.side + s.gap
	if s.trailing {
		word, icon = icon, icon+w+s.gap
	}
	if s.icon != "" {
		l.icon(s.icon, icon, mid-s.side/2, s.side, s.look.Ink).Look = s.look
	}
	t, _ := b.label(l, s.word, s.pen, word, mid-s.pen.line()/2, s.look.Ink)
	t.Look = s.look
}

// stack paints the icon with the word below it, centred in r.
func (s iconLabel) stack(b *build, l *Layer, r fixed.Rectangle26_6) {
	y, mid := (r.Min.Y+r.Max.Y-s.side-s.gap-s.pen.line())/2, (r.Min.X+r.Max.X)/2
	l.icon(s.icon, mid-s.side/2, y, s.side, s.look.Ink).Look = s.look
	t, _ := b.label(l, s.word, s.pen, mid-b.set.Width(s.pen.span(s.word))/2, y+s.side+s.gap, s.look.Ink)
	t.Look = s.look
}
