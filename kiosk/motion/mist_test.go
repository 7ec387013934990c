package motion

import (
	"image"
	"testing"
	"time"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// misty returns a page whose text goes on below a mist with a pill over it.
func misty(text uint64, pill uint64) *page.Page {
	p := sketch(image.Rect(0, 0, 120, 1920), image.Rectangle{},
		part("spine", 25, page.LeafInk, 0, 0, 120, 1744), scrolling(part("body", text, page.Paper, 156, 112, 1040, 2600)),
		part("mist", 40, page.None, 156, 1408, 1040, 1600), part("pill", pill, page.None, 400, 1488, 800, 1584))
	p.Layers[2].Role, p.Layers[2].Shown.To = page.Mist, p.Scroll.Max
	p.Scroll.Hidden = image.Rect(156, 1484, 1040, 1600)
	return p
}

// TestPillFadesWithText: no pill stands over faded text, and no text shows where the mist hides it at rest.
func TestPillFadesWithText(t *testing.T) {
	plain := sketch(image.Rect(0, 0, 120, 1920), image.Rectangle{},
		part("spine", 25, page.LeafInk, 0, 0, 120, 1744), part("text", 41, page.Paper, 156, 112, 1040, 1600))
	for _, m := range []struct {
		name     string
		from, to *page.Page
		kind     session.MotionKind
	}{
		{"page to page", misty(50, 60), misty(51, 60), session.Forward}, {"back to another count", misty(50, 60), misty(51, 61), session.Back},
		{"to a long page", plain, misty(51, 60), session.Forward}, {"from a long page", misty(50, 60), plain, session.Back},
		{"from a slide", sketches()["short"], misty(51, 60), session.Fold}, {"to a slide", misty(50, 60), sketches()["short"], session.Fold},
	} {
		for at := 5 * time.Millisecond; at < m.kind.Duration(); at += 5 * time.Millisecond {
			placed := Compose(moment(m.from, m.to, m.kind, at))
			mist, body, pill := float32(0), float32(0), float32(0)
			for _, c := range placed {
				switch {
				case c.Layer == nil:
				case c.Layer.Role == page.Mist:
					mist = max(mist, c.Alpha)
				case c.Layer.Role == page.Pill:
					if pill = max(pill, c.Alpha); mist == 0 {
						t.Fatalf("%s: a pill without its mist at %v", m.name, at)
					}
				case c.Layer.Name == "body":
					hidden := c.Visible().Overlaps(m.to.Scroll.Hidden) || c.Visible().Overlaps(m.from.Scroll.Hidden)
					if body = max(body, c.Alpha); hidden && mist > 0 && c.Alpha < 1 && m.from == plain {
						t.Fatalf("%s: text over the mist at %v", m.name, at)
					}
					if m.from == plain && c.Visible().Overlaps(m.to.Scroll.Hidden) {
						t.Fatalf("%s: text where the mist hides it at %v", m.name, at)
					}
				}
			}
			if body > 0 && mist < body || pill > mist+.001 {
				t.Fatalf("%s: text %.2f, mist %.2f, pill %.2f at %v", m.name, body, mist, pill, at)
			}
		}
	}
}
