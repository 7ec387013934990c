package page

import (
	"image"

	"golang.org/x/image/math/fixed"
)

// High contrast is a theme, and four things that no colour says (docs/design/README.md
// section 2): the leaf's free edge is a line, as is the bar's upper one; what is pressed
// turns over; and what is marked has black letters.

// onMark is the ink of letters on a ground of Mark, and of the line under them.
func (b *build) onMark() Ink {
	if b.contrast {
		return Paper
	}
	return Red
}

// freeEdge paints the line along the edge e of the leaf, or of a sheet's part of it, r.
func (b *build) freeEdge(l *Layer, r fixed.Rectangle26_6, e edge) {
	if b.contrast {
		l.fill(b.along(r, e), OnLeaf)
	}
}

// along is the strip of 4 u inside an edge of r.
func (b *build) along(r fixed.Rectangle26_6, e edge) fixed.Rectangle26_6 {
	w := b.rule(4)
	switch e {
	case topEdge:
		r.Max.Y = r.Min.Y + w
	case rightEdge:
		r.Min.X = r.Max.X - w
	case bottomEdge:
		r.Min.Y = r.Max.Y - w
	case leftEdge:
		r.Max.X = r.Min.X + w
	}
	return r
}

// turnOver makes a page that is complete one of high contrast.
func (b *build) turnOver() {
	if !b.contrast {
		return
	}
	for i := range b.Targets {
		b.turned(i+1, &b.Targets[i])
	}
	b.lines()
}

// barLine is the thickness of the bar's upper line, u.
const barLine = 3

// lines draws the edges that colour alone shows elsewhere.
func (b *build) lines() {
	free := b.Leaf.free()
	if free == noEdge {
		free = rightEdge
	}
	if !b.Leaf.Rect.Empty() {
		b.Leaf.Edge = whole(b.along(exact(b.Leaf.Rect), free))
	}
	for _, l := range b.Layers {
		if l.Ground == LeafInk && !l.Over && l.Bounds.Overlaps(b.Leaf.Edge) {
			l.Items = append(l.Items, &Rect{Look: Look{Ink: OnLeaf}, Rect: l.Bounds.Intersect(b.Leaf.Edge)})
		}
		if l.Ground == Mat && (l.Name == "bar" || l.Name == "turn") {
			top := l.Bounds
			top.Max.Y = top.Min.Y + b.rule(barLine).Round()
			l.Items = append(l.Items, &Rect{Look: Look{Ink: Black}, Rect: top})
		}
	}
}

// exact is a rectangle of whole px in 64ths.
func exact(r image.Rectangle) fixed.Rectangle26_6 {
	return fixed.R(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y)
}

// turned has all that lies on a target's ground turn over with it while it is pressed: black on
// yellow, and a primary button, which is that at rest, yellow on black.
func (b *build) turned(n int, t *Target) {
	ground := groundOf(n, t)
	if ground == nil {
		return
	}
	on := Paper
	if ground.Ink == Red {
		on, ground.Down = Red, Paper
		t.Layer.Items = append(t.Layer.Items, &Rect{Look: Look{Down: Red, Target: n}, Rect: ground.Rect, Radius: ground.Radius, Stroke: b.rule(3)})
	}
	within := ground.Rect.Inset(-2)
	for _, it := range t.Layer.Items {
		look := lookOf(it)
		if look == nil || it == Item(ground) || !extent(it).In(within) || look.Target != 0 && look.Target != n {
			continue
		}
		if r, ok := it.(*Rect); ok && (r.Stroke > 0 || !b.thin(r.Rect)) {
			continue // an outline has its own, and a ground within the target keeps its colour
		}
		look.Target, look.Down = n, on
	}
}

// groundOf is what shows that target n is pressed; nil if nothing does.
func groundOf(n int, t *Target) *Rect {
	for _, it := range t.Layer.Items {
		if r, ok := it.(*Rect); ok && r.Target == n && r.Stroke == 0 && r.Down != None && r.Rect == t.Paint {
			return r
		}
	}
	return nil
}

// lookOf is an item's look; nil if it has none.
func lookOf(it Item) *Look {
	switch it := it.(type) {
	case *Rect:
		return &it.Look
	case *Text:
		return &it.Look
	case *Icon:
		return &it.Look
	}
	return nil
}

// thin says whether a rectangle is a line.
func (b *build) thin(r image.Rectangle) bool {
	return min(r.Dx(), r.Dy()) <= b.px(10).Round()
}
