package display

import (
	"image"
	"math/rand/v2"
	"testing"

	"gongkai/kiosk/page"
)

// Every pixel of what is asked for lies in just one tile, and no tile leaves its layer.
func TestTilesCover(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		l := &page.Layer{Bounds: image.Rect(0, 0, 1+r.IntN(2200), 1+r.IntN(4000)).Add(image.Pt(r.IntN(300), r.IntN(300)))}
		ask := image.Rect(r.IntN(2000), r.IntN(3000), r.IntN(2500), r.IntN(5000))
		want := ask.Intersect(l.Bounds)
		area := 0
		tiles(l, ask, func(at image.Point, rect image.Rectangle) {
			if !rect.In(l.Bounds) || rect.Min != l.Bounds.Min.Add(at) || rect.Dx() > tileSize.X || rect.Dy() > tileSize.Y {
				t.Errorf("layer %v: tile %v at %v", l.Bounds, rect, at)
			}
			part := rect.Intersect(want)
			area += part.Dx() * part.Dy()
		})
		if area != want.Dx()*want.Dy() {
			t.Fatalf("layer %v, asked for %v: tiles hold %d px of %d", l.Bounds, ask, area, want.Dx()*want.Dy())
		}
	}
}
