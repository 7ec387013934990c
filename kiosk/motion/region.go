package motion

import "image"

// A pixel that is painted over costs as much as one that is seen, so the ground is drawn
// only where no opaque layer covers it.

// region is an area of the screen as rectangles that don't overlap.
type region []image.Rectangle

// minus returns the region without r: above it, left of it, right of it, below it.
func (a region) minus(r image.Rectangle) region {
	var out region
	for _, b := range a {
		c := b.Intersect(r)
		if c.Empty() {
			out = append(out, b)
			continue
		}
		out = out.add(image.Rect(b.Min.X, b.Min.Y, b.Max.X, c.Min.Y))
		out = out.add(image.Rect(b.Min.X, c.Min.Y, c.Min.X, c.Max.Y))
		out = out.add(image.Rect(c.Max.X, c.Min.Y, b.Max.X, c.Max.Y))
		out = out.add(image.Rect(b.Min.X, c.Max.Y, b.Max.X, b.Max.Y))
	}
	return out
}

// in returns the part of the region that lies in r.
func (a region) in(r image.Rectangle) region {
	var out region
	for _, b := range a {
		out = out.add(b.Intersect(r))
	}
	return out
}

// add adds a rectangle that overlaps none of the region; an empty one is dropped.
func (a region) add(r image.Rectangle) region {
	if r.Empty() {
		return a
	}
	return append(a, r)
}
