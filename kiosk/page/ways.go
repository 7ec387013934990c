package page

import (
	"gongkai/fonts"

	"golang.org/x/image/math/fixed"
)

// ways are buttons of their own widths, beside each other in portrait if they fit in
// room, else below each other.
type ways struct {
	all    []command
	places []fixed.Rectangle26_6 // from where the first begins
	height fixed.Int26_6
}

func (b *build) ways(room fixed.Int26_6, all ...command) ways {
	w := ways{all: all, height: b.px(112)}
	gap, at, widest := b.px(24), fixed.Point26_6{}, fixed.Int26_6(0)
	for _, a := range all {
		r := rect(at.X, at.Y, min(b.commandWidth(a), room), w.height)
		w.places = append(w.places, r)
		at.X = r.Max.X + gap
		widest = max(widest, r.Max.X)
	}
	if !b.landscape && widest <= room {
		return w
	}
	for i := range w.places {
		r := &w.places[i]
		*r = rect(0, fixed.Int26_6(i)*(b.px(112)+gap), r.Max.X-r.Min.X, b.px(112))
		w.height = r.Max.Y
	}
	return w
}

// commandWidth returns the width of a button with room about its words.
func (b *build) commandWidth(a command) fixed.Int26_6 {
	p := pen{face: fonts.SansMedium, size: b.px(36), leading: 1}
	if a.primary {
		p.face = fonts.SansBold
	}
	w := b.set.Width(p.span(a.word)) + 2*b.px(44) + 2*b.rule(3)
	if a.icon != "" {
		w += b.px(44) + b.px(16)
	}
	return w
}

// paint paints the buttons from x, y on.
func (w ways) paint(b *build, l *Layer, x, y fixed.Int26_6) {
	for i, a := range w.all {
		b.command(l, w.places[i].Add(fixed.Point26_6{X: x, Y: y}), a)
	}
}
