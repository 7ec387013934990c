package build

import (
	"cmp"
	"image"
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// High contrast is a theme and four changes beyond colour (docs/design/README.md
// section 2): lines along the leaf's free edge and the bar's upper one, inverted colours of
// what is pressed, and black letters in marked text.

// onMark returns the ink of marked letters and of the line under them.
func (b *Draft) onMark() page.Ink {
	if b.Contrast {
		return page.Paper
	}
	return page.Red
}

// EdgeLine paints high contrast's line along the edge e of the leaf, or of its part on a sheet, r.
func (b *Draft) EdgeLine(l *page.Layer, r fixed.Rectangle26_6, e page.Edge) {
	if b.Contrast {
		l.Fill(b.edgeStrip(r, e), page.OnLeaf)
	}
}

// edgeStrip returns the strip of 4 u inside an edge of r.
func (b *Draft) edgeStrip(r fixed.Rectangle26_6, e page.Edge) fixed.Rectangle26_6 {
	w := b.Rule(4)
	switch e {
	case page.TopEdge:
		r.Max.Y = r.Min.Y + w
	case page.RightEdge:
		r.Min.X = r.Max.X - w
	case page.BottomEdge:
		r.Min.Y = r.Max.Y - w
	case page.LeftEdge:
		r.Max.X = r.Min.X + w
	}
	return r
}

// InvertPressed completes a page of high contrast: its edge lines, and the inverted inks of
// pressed targets.
func (b *Draft) InvertPressed() {
	if !b.Contrast {
		return
	}
	grounds := b.pressedGrounds()
	for _, l := range b.Layers {
		things := itemsFromTop(l)
		for i := range b.Targets {
			if ground := grounds[i+1]; ground != nil && b.Targets[i].Layer == l {
				b.invert(i+1, ground, l, things)
			}
		}
	}
	b.contrastLines()
}

// lookItem is an item with its look and its extent in px.
type lookItem struct {
	page.Item
	look   *page.Look
	extent image.Rectangle
}

// itemsFromTop returns the items of a layer that have a look, sorted by their tops for a binary
// search.
func itemsFromTop(l *page.Layer) []lookItem {
	var all []lookItem
	for _, it := range l.Items {
		if look := page.LookOf(it); look != nil {
			all = append(all, lookItem{it, look, page.Extent(it)})
		}
	}
	slices.SortStableFunc(all, func(a, b lookItem) int { return cmp.Compare(a.extent.Min.Y, b.extent.Min.Y) })
	return all
}

// pressedGrounds returns the rectangle that shows each target pressed, by the target's number.
func (b *Draft) pressedGrounds() map[int]*page.Rect {
	all := map[int]*page.Rect{}
	for _, l := range b.Layers {
		for _, it := range l.Items {
			r, ok := it.(*page.Rect)
			if !ok || r.Target == 0 || r.Stroke > 0 || r.Down == page.None || all[r.Target] != nil {
				continue
			}
			if t := &b.Targets[r.Target-1]; t.Layer == l && r.Rect == t.Paint {
				all[r.Target] = r
			}
		}
	}
	return all
}

// BarLine is the thickness of high contrast's line on the bar's upper edge, u.
const BarLine = 3

// contrastLines draws lines along edges that only a colour shows in the normal theme.
func (b *Draft) contrastLines() {
	free := b.Leaf.FreeEdge()
	if free == page.NoEdge {
		free = page.RightEdge
	}
	if whole := (image.Rectangle{Max: b.Size}); !b.Leaf.Rect.Empty() && b.Leaf.Rect != whole {
		b.Leaf.Edge = page.Round(b.edgeStrip(page.Exact(b.Leaf.Rect), free))
	}
	for _, l := range b.Layers {
		if l.Ground == page.LeafInk && !l.Over && l.Bounds.Overlaps(b.Leaf.Edge) {
			l.Items = append(l.Items, &page.Rect{Look: page.Look{Ink: page.OnLeaf}, Rect: l.Bounds.Intersect(b.Leaf.Edge)})
		}
		if l.Role == page.Bar && l.Ground == page.Mat {
			top := l.Bounds
			top.Max.Y = top.Min.Y + b.Rule(BarLine).Round()
			l.Items = append(l.Items, &page.Rect{Look: page.Look{Ink: page.Black}, Rect: top})
		}
	}
}

// invert sets the inks of all items on target n's ground while it is pressed: black on
// yellow, and on a primary button, which is so at rest, yellow on black.
func (b *Draft) invert(n int, ground *page.Rect, l *page.Layer, things []lookItem) {
	on := page.Paper
	if ground.Ink == page.Red {
		on, ground.Down = page.Red, page.Paper
		l.Items = append(l.Items, &page.Rect{Look: page.Look{Down: page.Red, Target: n}, Rect: ground.Rect, Radius: ground.Radius, Stroke: b.Rule(3)})
	}
	within := ground.Rect.Inset(-2)
	first, _ := slices.BinarySearchFunc(things, within.Min.Y, func(t lookItem, y int) int { return cmp.Compare(t.extent.Min.Y, y) })
	for _, it := range things[first:] {
		if it.extent.Min.Y >= within.Max.Y {
			break
		}
		if it.Item == page.Item(ground) || !it.extent.In(within) || it.look.Target != 0 && it.look.Target != n {
			continue
		}
		if r, ok := it.Item.(*page.Rect); ok && (r.Stroke > 0 || !b.thin(r.Rect)) {
			continue // an outline has its own ink, and a ground within the target keeps its colour
		}
		it.look.Target, it.look.Down = n, on
	}
}

// thin reports whether a rectangle is a line.
func (b *Draft) thin(r image.Rectangle) bool {
	return min(r.Dx(), r.Dy()) <= b.Px(10).Round()
}
