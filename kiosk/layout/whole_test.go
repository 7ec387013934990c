package layout

import (
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestWhole: a page as high as its content shows all of it, and what lies above and below it once; nothing of it is bare.
func TestWhole(t *testing.T) {
	c := sample.Rows(t, 40)
	scrolled := 0
	for _, sc := range []session.Screen{{Kind: session.Home}, {Kind: session.Item, Number: 6}, {Kind: session.Item, Number: 9}, {Kind: session.Category, Category: "生育"}} {
		for _, mode := range []session.Mode{{Text: 1}, {Text: 2}, {Text: 2, LowReach: true}, {Text: 1.6, Contrast: true}} {
			for _, size := range [][2]int{{1080, 1920}, {1920, 1080}} {
				st := sample.At(c, sc)
				st.Mode = mode
				p := laid(st, size[0], size[1])
				w := Whole(p)
				if p.Scroll.Max == 0 {
					if w != p {
						t.Errorf("%v %v: a page that fits is another", sc, mode)
					}
					continue
				}
				scrolled++
				if w.Size.Y != p.Size.Y+p.Scroll.Max || w.Size.X != p.Size.X || w.Scroll.Max != 0 {
					t.Errorf("%v %v: %v of %v and %d", sc, mode, w.Size, p.Size, p.Scroll.Max)
				}
				covered := 0
				for _, placed := range motion.Compose(motion.Scene{Page: w}) {
					if l := placed.Layer; l != nil && l.Scrolls && l.Name == "body" && placed.Clip != l.Bounds {
						t.Errorf("%v %v: %s is cut to %v of %v", sc, mode, l.Name, placed.Clip, l.Bounds)
					}
					covered = max(covered, placed.Visible().Max.Y)
				}
				if covered != w.Size.Y {
					t.Errorf("%v %v: it ends at %d of %d", sc, mode, covered, w.Size.Y)
				}
				for _, l := range w.Layers {
					if l.Role == page.Pill || l.Role == page.Mist {
						t.Errorf("%v %v: it has a %s", sc, mode, l.Name)
					}
					if l.Role == page.Bar && l.Bounds.Max.Y < w.Scroll.Viewport.Max.Y {
						t.Errorf("%v %v: %s ends at %v", sc, mode, l.Name, l.Bounds)
					}
				}
			}
		}
	}
	if scrolled < 8 {
		t.Errorf("only %d pages scroll", scrolled)
	}
	st := sample.At(c, session.Screen{Kind: session.Item, Number: 6})
	st.Mode.Text, st.Sheet.Kind = 2, session.Takeaway
	if p := laid(st, 1080, 1920); Whole(p) != p {
		t.Error("a page under a sheet is made longer")
	}
}
