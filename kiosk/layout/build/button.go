package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Button paints the ground of a secondary button, paper in a red outline, and adds its target.
func (b *Draft) Button(l *page.Layer, name string, r fixed.Rectangle26_6, e session.Event) Pressed {
	return b.Outlined(l, name, r, b.Px(8), b.Rule(3), page.Red, e)
}

// Outlined paints a ground of paper in an outline with rounded corners, and adds its target.
func (b *Draft) Outlined(l *page.Layer, name string, r fixed.Rectangle26_6, radius, stroke fixed.Int26_6, ink page.Ink, e session.Event) Pressed {
	return b.Framed(l, name, r, radius, stroke, page.Paper, ink, e)
}

// Framed paints an outline on a ground of another ink, and adds its target.
func (b *Draft) Framed(l *page.Layer, name string, r fixed.Rectangle26_6, radius, stroke fixed.Int26_6, ground, ink page.Ink, e session.Event) Pressed {
	n := b.Filled(l, name, r, radius, ground, e)
	line := l.Fill(r, ink)
	line.Radius, line.Stroke, line.Down, line.Target = radius, stroke, page.RedDown, n.Target
	return n
}

// Command is a button with a word and, if it has one, an icon.
type Command struct {
	Word, Icon string
	Trailing   bool // the icon follows the word
	Primary    bool // filled rather than outlined
	OnSheet    bool // the word grows as a sheet's do
	Event      session.Event
}

// commandPen returns the style of a command's word.
func (b *Draft) commandPen(c Command) Pen {
	p := Pen{Face: fonts.SansMedium, Size: b.Type(36), Leading: 1}
	if c.Primary {
		p.Face = fonts.SansBold
	}
	if c.OnSheet {
		p.Size = b.FrameSize(36)
	}
	return p
}

// A command's icon, its gap to the word, and its padding, u.
const commandIcon, commandGap, commandPad = 44, 16, 44

// CommandWidth returns the width of a command with its padding.
func (b *Draft) CommandWidth(c Command) fixed.Int26_6 {
	w := b.Setter.Width(b.commandPen(c).Span(c.Word)) + 2*b.Px(commandPad) + 2*b.Rule(3)
	if c.Icon != "" {
		w += b.Px(commandIcon) + b.Px(commandGap)
	}
	return w
}

// PaintCommand paints a command in r and adds its target.
func (b *Draft) PaintCommand(l *page.Layer, r fixed.Rectangle26_6, c Command) {
	b.Box("button", r)
	look := page.Look{Ink: page.Red, Down: page.OnLeaf}
	if c.Primary {
		look.Ink = page.Paper
		look.Target = b.Filled(l, "button", r, b.Px(8), page.Red, c.Event).Target
	} else {
		look.Target = b.Button(l, "button", r, c.Event).Target
	}
	label := IconLabel{Icon: c.Icon, Word: c.Word, Trailing: c.Trailing, Pen: b.commandPen(c), Look: look}
	if c.Icon != "" {
		label.Side, label.Gap = b.Px(commandIcon), b.Px(commandGap)
	}
	label.Beside(b, l, r)
}

// Filled paints a ground of one ink with rounded corners, and adds its target.
func (b *Draft) Filled(l *page.Layer, name string, r fixed.Rectangle26_6, radius fixed.Int26_6, ink page.Ink, e session.Event) Pressed {
	n := b.Press(l, name, r, r, page.RedDown, e)
	n.Ground.Ink, n.Ground.Radius = ink, radius
	return n
}
