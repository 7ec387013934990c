package layout

import (
	"image"
	"image/color"
	"math"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// luminance returns the relative luminance of WCAG 2.2.
func luminance(c color.RGBA) float64 {
	part := func(v uint8) float64 {
		if s := float64(v) / 255; s > .04045 {
			return math.Pow((s+.055)/1.055, 2.4)
		}
		return float64(v) / 255 / 12.92
	}
	return .2126*part(c.R) + .7152*part(c.G) + .0722*part(c.B)
}

func ratio(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

// In high contrast what is pressed is black on yellow, or yellow on black, with all that
// lies on it.
func TestPressedTurnsOver(t *testing.T) {
	for name, c := range map[string]*catalogue.Catalogue{"shipped": sample.Rows(t, 14), "40": sample.Rows(t, 40)} {
		for _, s := range screensOf(c) {
			for _, low := range []bool{false, true} {
				st := sample.At(c, s)
				st.Mode = session.Mode{Contrast: true, LowReach: low}
				p := laid(st, 1080, 1920)
				for i := range p.Targets {
					pressedApart(t, name+" "+title(s), p, i+1)
				}
			}
		}
	}
}

// pressedApart reports whether each text and icon of a target stands out from its ground while
// it is pressed.
func pressedApart(t *testing.T, name string, p *page.Page, n int) {
	target := p.Targets[n-1]
	ground := groundOf(p, n)
	if ground == nil {
		t.Errorf("%s: nothing shows that %s is pressed", name, target.Name)
		return
	}
	for _, it := range target.Layer.Items {
		switch it.(type) {
		case *page.Text, *page.Icon:
		default:
			continue
		}
		if !page.Extent(it).In(ground.Rect.Inset(-2)) {
			continue
		}
		look := page.LookOf(it)
		if look.Target != n || look.Down == page.None || ratio(p.Theme[look.Down], p.Theme[ground.Down]) < 12 {
			t.Errorf("%s: on %s %+v lies on %v", name, target.Name, *look, ground.Down)
		}
	}
}

// The leaf's free edge is a line in high contrast, wherever the leaf is, and nowhere else.
func TestContrastEdge(t *testing.T) {
	for _, c := range []struct {
		screen session.Screen
		low    bool
		size   image.Point
		want   image.Rectangle
	}{
		{session.Screen{Kind: session.Home}, false, image.Pt(1080, 1920), image.Rect(116, 0, 120, 1920)},
		{session.Screen{Kind: session.Home}, true, image.Pt(1080, 1920), image.Rect(0, 860, 1080, 864)},
		{session.Screen{Kind: session.Item, Number: 6}, true, image.Pt(1080, 1920), image.Rect(0, 294, 1080, 298)},
		{session.Screen{Kind: session.Attract, Number: 6}, false, image.Pt(1080, 1920), image.Rect(356, 0, 360, 1920)},
		{session.Screen{Kind: session.Attract, Number: 6}, false, image.Pt(1920, 1080), image.Rect(266, 0, 270, 1080)},
	} {
		st := sample.At(sample.Rows(t, 14), c.screen)
		st.Mode.LowReach = c.low
		if got := laid(st, c.size.X, c.size.Y).Leaf.Edge; !got.Empty() {
			t.Errorf("%v: an edge %v without high contrast", c.screen, got)
		}
		st.Mode.Contrast = true
		if got := laid(st, c.size.X, c.size.Y).Leaf.Edge; got != c.want {
			t.Errorf("%v: edge %v, want %v", c.screen, got, c.want)
		}
	}
}

// Measures are whole numbers of characters: 24, 18, 15 and 12.
func TestMeasures(t *testing.T) {
	for step, want := range map[float64]int{1: 24, 1.3: 18, 1.6: 15, 2: 12} {
		st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Item, Number: 12})
		st.Mode.Text = step
		p := laid(st, 1080, 1920)
		for _, l := range p.Layers {
			for _, it := range l.Items {
				if x, ok := it.(*page.Text); ok && len(x.Lines) > 2 && x.X == 156 {
					if n := int(math.Round(884 / float(x.Spans[0].Style.Size))); n != want {
						t.Errorf("text %g: %d characters a line, want %d", step, n, want)
					}
				}
			}
		}
	}
}

// Home's pages in low reach are turned, hold all rows between them, and lead to each other.
func TestLowPages(t *testing.T) {
	for _, n := range []int{14, 15, 28, 60} {
		for _, step := range []float64{1, 1.3, 1.6, 2} {
			st := sample.At(sample.Rows(t, n), session.Screen{Kind: session.Home})
			st.Mode = session.Mode{LowReach: true, Text: step}
			opened := make(map[session.Event]int)
			for pages := 1; st.View.Page < pages; st.View.Page++ {
				p := laid(st, 1080, 1920)
				if p.Scroll.Max != 0 {
					t.Errorf("%d rows at %g: page %d scrolls", n, step, st.View.Page)
				}
				for _, target := range p.Targets {
					if target.Name == "low" {
						opened[target.Event]++
					}
					if turn, ok := target.Event.(session.Turn); ok {
						pages = max(pages, turn.Page+1)
					}
					if target.Hit.Min.Y < 864 {
						t.Errorf("%s is touched at %v", target.Name, target.Hit)
					}
				}
			}
			want := n
			if n > 28 {
				want = len(st.Catalogue.Categories())
			}
			if len(opened) != want {
				t.Errorf("%d rows at %g: %d can be opened, want %d", n, step, len(opened), want)
			}
		}
	}
}

// groundOf returns the rectangle that shows target n pressed.
func groundOf(p *page.Page, n int) *page.Rect {
	target := p.Targets[n-1]
	for _, it := range target.Layer.Items {
		if r, ok := it.(*page.Rect); ok && r.Target == n && r.Stroke == 0 && r.Down != page.None && r.Rect == target.Paint {
			return r
		}
	}
	return nil
}
