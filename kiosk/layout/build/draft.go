package build

import (
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// Draft is a page while it is laid out.
type Draft struct {
	page.Grid
	Modes
	*page.Page
	State   session.State
	RuleEnd fixed.Int26_6 // the lower end of a 文武线 that scrolls with the content; 0: there is none
	Setter  *typeset.Setter
}

// Layer adds a layer on top of all others.
func (b *Draft) Layer(name string, r fixed.Rectangle26_6, ground page.Ink) *page.Layer {
	l := &page.Layer{Name: name, Bounds: page.Round(r), Ground: ground}
	b.Layers = append(b.Layers, l)
	return l
}

// Pressed is a target with the ground that shows it pressed.
type Pressed struct {
	Target int // for Look.Target
	Ground *page.Rect
	page   *page.Page
}

// Press adds a target to a layer: hit where a finger hits it, paint where its ground turns to
// the ink down.
func (b *Draft) Press(l *page.Layer, name string, paint, hit fixed.Rectangle26_6, down page.Ink, e session.Event) Pressed {
	n := b.target(page.Target{Name: name, Hit: page.Round(hit), Paint: page.Round(paint), Layer: l, Scrolls: l.Scrolls, Event: e})
	ground := l.Fill(paint, page.None)
	ground.Down, ground.Target = down, n
	return Pressed{n, ground, b.Page}
}

// Reach sets the target's hit area.
func (p Pressed) Reach(hit fixed.Rectangle26_6) { p.page.Targets[p.Target-1].Hit = page.Round(hit) }

// Cover sets the target's ground.
func (p Pressed) Cover(paint image.Rectangle) {
	p.page.Targets[p.Target-1].Paint, p.Ground.Rect = paint, paint
}

// Box records a part by the design's name.
func (b *Draft) Box(name string, r fixed.Rectangle26_6) { b.BoxAs(page.Plain, name, r) }

// BoxAs records a part that has a role.
func (b *Draft) BoxAs(role page.Role, name string, r fixed.Rectangle26_6) {
	b.Boxes = append(b.Boxes, page.Box{Name: name, Rect: r, Role: role})
}

// Aside calls lay for measuring, with a layer that is dropped together with the boxes and the targets.
func (b *Draft) Aside(lay func(*page.Layer)) {
	boxes, targets := len(b.Boxes), len(b.Targets)
	lay(&page.Layer{})
	b.Boxes, b.Targets = b.Boxes[:boxes], b.Targets[:targets]
}

// target adds a target and returns its number for Look.Target.
func (b *Draft) target(t page.Target) int {
	b.Targets = append(b.Targets, t)
	return len(b.Targets)
}
