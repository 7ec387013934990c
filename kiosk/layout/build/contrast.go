package build

import (
	"cmp"
	"image"
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// High contrast is a theme and four things beyond colour (docs/design/README.md
// section 2): the leaf's free edge is a line, as is the bar's upper one; what is pressed
// turns over; and what is marked has black letters.

// onMark returns the ink of letters on a ground of Mark, and of the line under them.
func (b *Draft) onMark() page.Ink {
	if b.Contrast {
		return page.Paper
	}
	return page.Red
}

// EdgeLine paints the line along the edge e of the leaf, or of a sheet's part of it, r.
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

// InvertPressed turns a page that is complete into one of high contrast.
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

// lookItem is an item that has a look, and its extent in px.
type lookItem struct {
	page.Item
	look   *page.Look
	extent image.Rectangle
}

// itemsFromTop returns a layer's things from the top down, so that those of a row are found
// without a scan of all others.
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

// pressedGrounds returns the rectangles that show a target pressed, by its number.
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

// BarLine is the thickness of the bar's upper line, u.
const BarLine = 3

// contrastLines draws the edges that colour alone shows in the normal theme.
func (b *Draft) contrastLines() {
	free := b.Leaf.FreeEdge()
	if free == page.NoEdge {
		free = page.RightEdge
	}
	if !b.Leaf.Rect.Empty() {
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

// invert makes all that lies on a target's ground turn over while it is pressed: black on
// yellow; a primary button, which is that at rest, yellow on black.
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
			continue // an outline has its own, and a ground within the target keeps its colour
		}
		it.look.Target, it.look.Down = n, on
	}
}

// thin reports whether a rectangle is a line.
func (b *Draft) thin(r image.Rectangle) bool {
	return min(r.Dx(), r.Dy()) <= b.Px(10).Round()
}
