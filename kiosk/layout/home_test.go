package layout

import (
	"image"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// pillText returns the pill's words, "" without a pill.
func pillText(p *page.Page) string {
	l := firstPill(p)
	if l == nil {
		return ""
	}
	text := ""
	for _, it := range l.Items {
		if t, ok := it.(*page.Text); ok {
			text += t.Spans[0].Text
		}
	}
	return text
}

// firstPill returns the layer of 下面还有内容 alone, nil without one.
func firstPill(p *page.Page) *page.Layer {
	for _, l := range p.Layers {
		if l.Role == page.Pill {
			return l
		}
	}
	return nil
}

// TestAmounts lays out the board at every amount where its form changes.
func TestAmounts(t *testing.T) {
	tests := []struct {
		n, categories int
		w, h          int
		scroll        int
		pill          string
		row           float64 // height of the first group, u
	}{
		{1, 1, 1080, 1920, 0, "", 160},
		{3, 2, 1080, 1920, 0, "", 160 * 2},
		{14, 14, 1080, 1920, 0, "", 111.9},
		{15, 15, 1080, 1920, 0, "下面还有 3 项", 113},
		{15, 15, 1080, 1920, 9999, "下面还有 0 项", 113},
		{28, 28, 1080, 1920, 0, "下面还有 16 项", 113},
		{29, 12, 1080, 1920, 0, "", 130.4},
		{300, 30, 1080, 1920, 0, "下面还有 180 项", 113},
		{14, 14, 1920, 1080, 0, "", 112.6},
		{28, 28, 1920, 1080, 0, "下面还有 16 项", 113},
		{29, 14, 1920, 1080, 0, "", 112.6},
		{14, 14, 1080, 1350, 0, "下面还有 4 项", 113},
	}
	for _, tt := range tests {
		st := sample.At(sample.Only(t, tt.n, tt.categories), session.Screen{Kind: session.Home})
		st.View.Scroll = tt.scroll
		p := laid(st, tt.w, tt.h)
		if got := pillText(p); got != tt.pill {
			t.Errorf("%d in %d at %dx%d: pill %q, want %q", tt.n, tt.categories, tt.w, tt.h, got, tt.pill)
		}
		for _, b := range p.Boxes {
			if b.Name == "group" {
				if got := float(b.Rect.Max.Y-b.Rect.Min.Y) / page.NewGrid(p.Size).U; got < tt.row-1 || got > tt.row+1.2 {
					t.Errorf("%d in %d at %dx%d: the first group is %.1f u high, want %.1f", tt.n, tt.categories, tt.w, tt.h, got, tt.row)
				}
				break
			}
		}
	}
}

// TestAllWithinReach: every item can be opened from home, directly or through its category.
func TestAllWithinReach(t *testing.T) {
	for _, c := range []*catalogue.Catalogue{sample.Only(t, 1, 1), sample.Rows(t, 14), sample.Rows(t, 28), sample.Rows(t, 40), sample.Only(t, 300, 300), sample.Only(t, 300, 1), sample.Nine(t)} {
		for _, size := range sizes {
			found := make(map[int]bool)
			opened(c, session.Screen{Kind: session.Home}, size.X, size.Y, func(s session.Screen) {
				if s.Kind == session.Item {
					found[s.Number] = true
					return
				}
				if s.Kind == session.Category {
					opened(c, s, size.X, size.Y, func(s session.Screen) { found[s.Number] = true })
				}
			})
			if len(found) != len(c.Items) {
				t.Errorf("%d of %d items can be reached at %v", len(found), len(c.Items), size)
			}
		}
	}
}

// opened calls f with every screen that a page's content opens, on all pages that it is turned to.
func opened(c *catalogue.Catalogue, s session.Screen, w, h int, f func(session.Screen)) {
	st := aired(c, s)
	for more := true; more; {
		more = false
		for _, target := range laid(st, w, h).Targets {
			switch e := target.Event.(type) {
			case session.Open:
				if target.Name != "bar.slot" {
					f(e.Screen)
				}
			case session.Turn:
				if e.Page > st.View.Page {
					st.View.Page, more = e.Page, true
				}
			}
		}
	}
}

// TestBoardFits: fourteen rows fill the board of 16:9 and don't scroll it, be a px a part of a u.
func TestBoardFits(t *testing.T) {
	for _, size := range []image.Point{{X: 1080, Y: 1920}, {X: 1920, Y: 1080}, {X: 1366, Y: 768}, {X: 1360, Y: 768}, {X: 768, Y: 1366}, {X: 1280, Y: 720}} {
		p := laid(sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Home}), size.X, size.Y)
		if p.Scroll.Max != 0 {
			t.Errorf("at %v home scrolls by %d px", size, p.Scroll.Max)
		}
	}
}

// TestTitleFallsToOneLine: in large text a title that is a little too long for the line is smaller, not broken.
func TestTitleFallsToOneLine(t *testing.T) {
	st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Item, Number: 9})
	st.Mode.Text = 1.3
	for _, b := range laid(st, 1080, 1920).Boxes {
		if h := b.Rect.Max.Y - b.Rect.Min.Y; b.Name == "h1" && h > fixed.I(150) {
			t.Errorf("the title of eight characters is %v px high", h)
		}
	}
}
