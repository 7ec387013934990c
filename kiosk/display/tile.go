package display

import (
	"image"

	"gongkai/kiosk/page"
)

// tileSize is the largest size of a tile, px. Textures are powers of two in size, so a page of
// 1080 px in one piece would take twice its room.
var tileSize = image.Pt(1024, 512)

// tile is a painted tile, as the surface shows it.
type tile struct {
	sprite sprite // nil: none
	lacks  bool   // a picture of the content, whose place is empty
	tried  bool   // to get it, in vain
	sum    uint64 // of its pixels, if it lacks one
}

// drop frees its sprite.
func (t tile) drop() {
	if t.sprite != nil {
		t.sprite.drop()
	}
}

// tiles calls f with each tile of a layer that meets r (px on the screen, before scrolling).
func tiles(l *page.Layer, r image.Rectangle, f func(at image.Point, rect image.Rectangle)) {
	tilesIn(l.Bounds, r, f)
}

// tilesIn does the same for a layer that has been moved to bounds.
func tilesIn(bounds, r image.Rectangle, f func(at image.Point, rect image.Rectangle)) {
	r = r.Intersect(bounds).Sub(bounds.Min)
	if r.Empty() {
		return
	}
	for y := r.Min.Y / tileSize.Y * tileSize.Y; y < r.Max.Y; y += tileSize.Y {
		for x := r.Min.X / tileSize.X * tileSize.X; x < r.Max.X; x += tileSize.X {
			at := image.Pt(x, y)
			rect := image.Rectangle{Min: at, Max: at.Add(tileSize)}.Add(bounds.Min).Intersect(bounds)
			f(at, rect)
		}
	}
}

// unrotate returns the point of the page at a point of the panel.
func unrotate(p image.Point, size image.Point, rotate int) image.Point {
	switch rotate {
	case 90:
		return image.Pt(p.Y, size.Y-1-p.X)
	case 180:
		return image.Pt(size.X-1-p.X, size.Y-1-p.Y)
	case 270:
		return image.Pt(size.X-1-p.Y, p.X)
	}
	return p
}
