package frame

import (
	"fmt"
	"image"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// drafts are Drafts of every form of screen, held upright and in low reach.
func drafts() map[string]*build.Draft {
	all := make(map[string]*build.Draft)
	for _, size := range []image.Point{{540, 960}, {1080, 1350}, {1080, 1920}, {2160, 3840}, {1440, 1080}, {1280, 800}, {1680, 1080}, {1920, 1080}, {2560, 1080}} {
		for _, low := range []bool{false, true} {
			g := page.NewGrid(size)
			b := &build.Draft{Grid: g, Page: &page.Page{Size: size}, Setter: typeset.New()}
			b.Modes = build.Modes{Step: 1, Low: low}
			b.State.View.Kind = session.Item
			all[fmt.Sprintf("%dx%d low %v", size.X, size.Y, low)] = b
		}
	}
	return all
}

// TestPlan: the parts of a page lie on the screen and apart, whatever a page needs, and the
// foot stands beside the bar.
func TestPlan(t *testing.T) {
	for name, b := range drafts() {
		for _, n := range []Needs{{}, {Board: true, Day: true}, {Turn: true}, {Turn: true, Head: &LowHead{Number: 1, Title: "示例的事项"}}} {
			p := planOf(b, n)
			parts := map[string]fixed.Rectangle26_6{"leaf": p.Leaf, "main": p.Main, "foot": p.Foot}
			if !p.strip.Empty() {
				parts["strip"] = p.strip
			}
			for i, slot := range p.slots {
				parts[fmt.Sprintf("slot %d", i)] = slot
				if slot.Min.X < p.bar.Min.X || slot.Max.X > p.bar.Max.X {
					t.Errorf("%s %+v: slot %d at %v leaves the bar at %v", name, n, i, slot, p.bar)
				}
			}
			if n.Turn {
				parts["turn strip"] = p.turn
			} else if !p.turn.Empty() {
				t.Errorf("%s %+v: a turn strip at %v", name, n, p.turn)
			}
			apart(t, fmt.Sprintf("%s %+v", name, n), b, parts)
			if len(p.slots) != len(barSlots) || p.Foot.Min.Y != p.bar.Min.Y || p.Foot.Max.Y != p.bar.Max.Y || p.Foot.Max.X != p.bar.Min.X {
				t.Errorf("%s %+v: %d slots; foot at %v, bar at %v", name, n, len(p.slots), p.Foot, p.bar)
			}
			if p.Measure <= 0 || p.X < p.Main.Min.X || p.X+p.Measure > p.Main.Max.X {
				t.Errorf("%s %+v: content from %v, %v wide, in %v", name, n, p.X, p.Measure, p.Main)
			}
			if p.IsSheet() != b.Low {
				t.Errorf("%s %+v: the leaf is a sheet: %v", name, n, p.IsSheet())
			}
		}
	}
}

// apart checks that parts lie on the screen and don't overlap.
func apart(t *testing.T, name string, b *build.Draft, parts map[string]fixed.Rectangle26_6) {
	t.Helper()
	screen := fixed.Rectangle26_6{Max: fixed.Point26_6{X: b.W, Y: b.H}}
	for i, r := range parts {
		if r.Empty() || !r.In(screen) {
			t.Errorf("%s: %s is at %v", name, i, r)
		}
		for k, s := range parts {
			if i < k && !r.Intersect(s).Empty() {
				t.Errorf("%s: %s at %v meets %s at %v", name, i, r, k, s)
			}
		}
	}
}
