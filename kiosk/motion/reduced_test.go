package motion

import (
	"image"
	"testing"
	"time"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestPlainMovesNothing checks that in reduced motion pages cross-fade in place: no layer is moved, and no leaf passes
// through places between the old and the new one.
func TestPlainMovesNothing(t *testing.T) {
	for _, m := range moves(t) {
		if m.kind != session.Plain || m.from.Sheet != nil || m.to.Sheet != nil {
			continue
		}
		var first image.Rectangle // the leaves in the first frame
		m.each(func(at time.Duration, placed []page.Placed) {
			leaf := image.Rectangle{}
			for _, c := range placed {
				if c.Layer == nil && c.Ink == page.LeafInk || c.Layer != nil && c.Layer.Ground == page.LeafInk {
					leaf = leaf.Union(c.Visible())
				}
				if c.Move != (image.Point{}) {
					t.Fatalf("%s: a layer is moved by %v at %v", m.name, c.Move, at)
				}
			}
			switch at {
			case 0:
			case time.Millisecond:
				first = leaf
			default:
				if leaf != first {
					t.Fatalf("%s: the leaf is at %v at %v, and at %v before", m.name, leaf, at, first)
				}
			}
		})
	}
}
