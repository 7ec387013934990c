package page

import (
	"cmp"
	"image"
	"slices"

	"golang.org/x/image/math/fixed"
)

// High contrast is a theme and four things beyond colour (docs/design/README.md
// section 2): the leaf's free edge is a line, as is the bar's upper one; what is pressed
// turns over; and what is marked has black letters.

// onMark returns the ink of letters on a ground of Mark, and of the line under them.
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

// along returns the strip of 4 u inside an edge of r.
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

// turnOver turns a page that is complete into one of high contrast.
func (b *build) turnOver() {
	if !b.contrast {
		return
	}
	grounds := b.grounds()
	for _, l := range b.Layers {
		things := standing(l)
		for i := range b.Targets {
			if ground := grounds[i+1]; ground != nil && b.Targets[i].Layer == l {
				b.turned(i+1, ground, l, things)
			}
		}
	}
	b.lines()
}

// thing is an item that has a look, and its extent in px.
type thing struct {
	Item
	look   *Look
	extent image.Rectangle
}

// standing returns a layer's things from the top down, so that those of a row are found
// without a scan of all others.
func standing(l *Layer) []thing {
	var all []thing
	for _, it := range l.Items {
		if look := lookOf(it); look != nil {
			all = append(all, thing{it, look, extent(it)})
		}
	}
	slices.SortStableFunc(all, func(a, b thing) int { return cmp.Compare(a.extent.Min.Y, b.extent.Min.Y) })
	return all
}

// grounds returns the rectangles that show a target pressed, by its number.
func (b *build) grounds() map[int]*Rect {
	all := map[int]*Rect{}
	for _, l := range b.Layers {
		for _, it := range l.Items {
			r, ok := it.(*Rect)
			if !ok || r.Target == 0 || r.Stroke > 0 || r.Down == None || all[r.Target] != nil {
				continue
			}
			if t := &b.Targets[r.Target-1]; t.Layer == l && r.Rect == t.Paint {
				all[r.Target] = r
			}
		}
	}
	return all
}

// barLine is the thickness of the bar's upper line, u.
const barLine = 3

// lines draws the edges that colour alone shows in the normal theme.
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
		if l.Role == Bar && l.Ground == Mat {
			top := l.Bounds
			top.Max.Y = top.Min.Y + b.rule(barLine).Round()
			l.Items = append(l.Items, &Rect{Look: Look{Ink: Black}, Rect: top})
		}
	}
}

// exact returns a rectangle of whole px in 64ths.
func exact(r image.Rectangle) fixed.Rectangle26_6 {
	return fixed.R(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y)
}

// turned makes all that lies on a target's ground turn over while it is pressed: black on
// yellow; a primary button, which is that at rest, yellow on black.
func (b *build) turned(n int, ground *Rect, l *Layer, things []thing) {
	on := Paper
	if ground.Ink == Red {
		on, ground.Down = Red, Paper
		l.Items = append(l.Items, &Rect{Look: Look{Down: Red, Target: n}, Rect: ground.Rect, Radius: ground.Radius, Stroke: b.rule(3)})
	}
	within := ground.Rect.Inset(-2)
	first, _ := slices.BinarySearchFunc(things, within.Min.Y, func(t thing, y int) int { return cmp.Compare(t.extent.Min.Y, y) })
	for _, it := range things[first:] {
		if it.extent.Min.Y >= within.Max.Y {
			break
		}
		if it.Item == Item(ground) || !it.extent.In(within) || it.look.Target != 0 && it.look.Target != n {
			continue
		}
		if r, ok := it.Item.(*Rect); ok && (r.Stroke > 0 || !b.thin(r.Rect)) {
			continue // an outline has its own, and a ground within the target keeps its colour
		}
		it.look.Target, it.look.Down = n, on
	}
}

// lookOf returns an item's look, nil if it has none.
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

// thin reports whether a rectangle is a line.
func (b *build) thin(r image.Rectangle) bool {
	return min(r.Dx(), r.Dy()) <= b.px(10).Round()
}
