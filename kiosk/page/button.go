package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"

	"gongkai/kiosk/session"
)

// button paints the ground of a secondary button, which can be pressed: paper in a red
// outline.
func (b *build) button(l *Layer, name string, r fixed.Rectangle26_6, e session.Event) pressed {
	return b.outlined(l, name, r, b.px(8), b.rule(3), Red, e)
}

// outlined paints a ground of paper with rounded corners in an outline, which can be pressed.
func (b *build) outlined(l *Layer, name string, r fixed.Rectangle26_6, radius, stroke fixed.Int26_6, ink Ink, e session.Event) pressed {
	return b.framed(l, name, r, radius, stroke, Paper, ink, e)
}

// framed paints an outline on a ground of its own ink, which can be pressed.
func (b *build) framed(l *Layer, name string, r fixed.Rectangle26_6, radius, stroke fixed.Int26_6, ground, ink Ink, e session.Event) pressed {
	n := b.filled(l, name, r, radius, ground, e)
	line := l.fill(r, ink)
	line.Radius, line.Stroke, line.Down, line.Target = radius, stroke, RedDown, n.target
	return n
}

// command is a button of a sheet: its words, and an icon before them or, trailing,
// behind.
type command struct {
	word, icon string
	trailing   bool
	primary    bool
	event      session.Event
}

// commands share the width of a sheet, 112 high, at its end.
func (b *build) commands(l *Layer, s sheet, all ...command) {
	gap, h, n := b.px(24), b.px(112), fixed.Int26_6(len(all))
	w := (s.w - gap*(n-1)) / n
	for i, c := range all {
		b.command(l, rect(s.x+fixed.Int26_6(i)*(w+gap), s.end-h, w, h), c)
	}
}

func (b *build) command(l *Layer, r fixed.Rectangle26_6, c command) {
	b.box("button", r)
	p, look := pen{face: fonts.SansMedium, size: b.px(36), leading: 1}, Look{Ink: Red, Down: OnLeaf}
	if c.primary {
		p.face, look.Ink = fonts.SansBold, Paper
		look.Target = b.filled(l, "button", r, b.px(8), Red, c.event).target
	} else {
		look.Target = b.button(l, "button", r, c.event).target
	}
	label := iconLabel{icon: c.icon, word: c.word, trailing: c.trailing, pen: p, look: look}
	if c.icon != "" {
		label.side, label.gap = b.px(44), b.px(16)
	}
	label.beside(b, l, r)
}

// filled paints a ground of one ink with rounded corners, which can be pressed.
func (b *build) filled(l *Layer, name string, r fixed.Rectangle26_6, radius fixed.Int26_6, ink Ink, e session.Event) pressed {
	n := b.press(l, name, r, r, RedDown, e)
	n.ground.Ink, n.ground.Radius = ink, radius
	return n
}
