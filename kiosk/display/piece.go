package display

import (
	"image"
	"image/color"
	"math"
	"time"

	"gongkai/kiosk/page"
)

// piece is one thing to draw, as plain values: two frames' pieces can be compared, and
// only what differs has to be drawn again. Rectangles are px on the page, moved to where they are seen.
type piece struct {
	layer  uint64          // the hash of a layer's picture; 0: a solid or a pressed look
	look   *image.RGBA     // a pressed look
	ink    color.RGBA      // of a solid
	bounds image.Rectangle // of the whole picture
	seen   image.Rectangle // what of it is seen
	share  uint32          // its opacity in 256ths
	opaque bool            // the picture has no clear pixels
}

// full is the share of a piece that hides what is below it.
const full = 256

// pieces returns what is placed at a moment and the pressed look over it; nothing that is clear or empty.
func pieces(placed []page.Placed, press press, now time.Time) []piece {
	var out []piece
	add := func(p piece, alpha float32) {
		p.share = uint32(math.Round(float64(min(alpha, 1) * full)))
		if p.seen = p.seen.Intersect(p.bounds); !p.seen.Empty() && p.share > 0 && alpha > 0 {
			out = append(out, p)
		}
	}
	for _, it := range placed {
		if it.Layer == nil {
			add(piece{ink: it.Theme[it.Ink], bounds: it.Rect, seen: it.Rect, opaque: true}, it.Alpha)
			continue
		}
		opaque := it.Layer.Ground != page.None
		add(piece{layer: it.Layer.Hash, bounds: it.Layer.Bounds.Add(it.Move), seen: it.Clip, opaque: opaque}, it.Alpha)
		if alpha := press.alpha(it.Layer, now); alpha > 0 {
			add(piece{look: press.look.(bitmap).RGBA, bounds: press.rect.Add(it.Move), seen: it.Clip, opaque: opaque}, alpha*it.Alpha)
		}
	}
	return out
}

// hides reports whether the piece hides everything below it within r.
func (p piece) hides(r image.Rectangle) bool {
	return p.opaque && p.share == full && r.In(p.seen)
}

// stale returns the dirty rectangles of a screen that shows old and has to show next: wherever one of them
// has a piece that the other lacks, or has in another order. They don't overlap.
func stale(old, next []piece) []image.Rectangle {
	var out []image.Rectangle
	for len(next) > 0 {
		kept := 0
		for kept < len(old) && old[kept] != next[0] {
			kept++
		}
		if kept == len(old) {
			out = joined(out, next[0].seen)
		} else {
			for _, p := range old[:kept] {
				out = joined(out, p.seen)
			}
			old = old[kept+1:]
		}
		next = next[1:]
	}
	for _, p := range old {
		out = joined(out, p.seen)
	}
	return out
}

// gathered returns one rectangle around all if they cover most of it: a frame that changes much is
// shown at once, not part by part.
func gathered(rects []image.Rectangle) []image.Rectangle {
	var all image.Rectangle
	area := 0
	for _, r := range rects {
		all, area = all.Union(r), area+r.Dx()*r.Dy()
	}
	if len(rects) > 1 && 2*area > all.Dx()*all.Dy() {
		return []image.Rectangle{all}
	}
	return rects
}

// joined adds r to rectangles and merges those that overlap.
func joined(rects []image.Rectangle, r image.Rectangle) []image.Rectangle {
	for i := 0; i < len(rects); i++ {
		if rects[i].Overlaps(r) {
			r = r.Union(rects[i])
			rects = append(rects[:i], rects[i+1:]...)
			i = -1
		}
	}
	return append(rects, r)
}
