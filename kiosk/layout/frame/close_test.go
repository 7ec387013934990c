package frame

import (
	"image"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// opened returns a page of home with an open frame and its body, seen from 144 to 1744.
func opened(view session.View) (*build.Draft, *Frame, *page.Layer) {
	st := stateOf(session.Home)
	st.View.Page, st.View.Scroll = view.Page, view.Scroll
	b := draft(1080, 1920, st)
	f := Open(b, Needs{Board: true}, Head{})
	return b, f, b.ScrollLayer(f.Main)
}

// TestClose: content beyond the viewport scrolls, ends 128 u after its last line and has a pill; what the slack allows is
// cut.
func TestClose(t *testing.T) {
	for _, c := range []struct {
		bottom, pad, slack int
		scrolls            int
	}{
		{1000, 0, 0, 0}, {1744, 0, 0, 0}, {1745, 0, 0, 129}, {1744, 40, 0, 128}, {1700, 40, 0, 0}, {1744, 200, 0, 200},
		{1760, 0, 16, 0}, {1761, 0, 16, 145}, {1750, 10, 16, 0}, {1751, 10, 16, 135},
	} {
		b, f, l := opened(session.View{})
		turned := 0
		Close(b, f, l, fixed.I(c.bottom), Overflow{Pad: fixed.I(c.pad), Slack: fixed.I(c.slack), Turn: func() { turned++ }})
		if b.Scroll.Max != c.scrolls || l.Bounds.Max.Y != 1744+c.scrolls || turned != 1 {
			t.Errorf("%+v: scrolls %d px, the body ends at %d, %d turn strips", c, b.Scroll.Max, l.Bounds.Max.Y, turned)
		}
		if pill := layer(b, "pill"); (pill != nil) != (c.scrolls > 0) {
			t.Errorf("%+v: pill %v", c, pill)
		}
	}
}

// TestPillText: the pill counts the rows below where its fade hides them, and those not laid out.
func TestPillText(t *testing.T) {
	for _, c := range []struct {
		o      Overflow
		scroll int
		want   string
		below  int // the height from which rows are counted
	}{
		{Overflow{}, 0, "下面还有内容", 0},
		{Overflow{Unit: "项"}, 0, "下面还有 7 项", 1744 - 115},
		{Overflow{Unit: "条", After: 3}, 0, "下面还有 10 条", 1744 - 115},
		{Overflow{Unit: "项"}, 100, "下面还有 7 项", 1744 - 115 + 100},
		{Overflow{Unit: "项"}, 9999, "下面还有 7 项", 1744 - 115 + 256 + 128},
		{Overflow{Unit: "项"}, -5, "下面还有 7 项", 1744 - 115},
		{Overflow{Unit: "项", Fade: Fade{Height: 100, Solid: .5, Hides: 44}}, 0, "下面还有 7 项", 1700},
		{Overflow{Unit: "项", View: rect(100, 100, 500, 1000)}, 0, "下面还有 7 项", 1000 - 115},
	} {
		b, f, l := opened(session.View{Scroll: c.scroll})
		from := 0
		c.o.Below = func(y fixed.Int26_6) int { from = y.Round(); return 7 }
		Close(b, f, l, fixed.I(2000), c.o)
		if got := wordsOn(layer(b, "pill")); got != c.want || from != c.below {
			t.Errorf("%+v scrolled by %d: %s, counted from %d, want %s from %d", c.o.Unit, c.scroll, got, from, c.want, c.below)
		}
	}
}

// TestPills: 下面还有内容 stands in the middle of its view over the fade, 16 u above the end; beside it, once the first row
// is out of sight, 回到开头, which at the end stands there alone.
func TestPills(t *testing.T) {
	for _, c := range []struct {
		o     Overflow
		fade  image.Rectangle
		solid fixed.Int26_6 // of 64
	}{
		{Overflow{}, image.Rect(156, 1552, 1040, 1744), 38},
		{Overflow{View: rect(100, 100, 700, 1000)}, image.Rect(100, 808, 700, 1000), 38},
		{Overflow{Fade: Fade{Height: 120, Solid: .5}}, image.Rect(156, 1624, 1040, 1744), 32},
	} {
		c.o.Rows = []fixed.Int26_6{fixed.I(144), fixed.I(344), fixed.I(544)}
		for _, s := range []struct {
			scroll      int
			on, back    bool
			left, right int // of all, from the view's middle
		}{{0, true, false, -155, 155}, {199, true, false, -155, 155}, {200, true, true, -292, 292}, {383, true, true, -292, 292}, {384, false, true, -125, 125}} {
			b, f, l := opened(session.View{Scroll: s.scroll})
			Close(b, f, l, fixed.I(2000), c.o)
			middle := (c.fade.Min.X + c.fade.Max.X) / 2
			all := append(boxes(b, "pill.back"), boxes(b, "pill")...)
			if len(boxes(b, "pill")) > 0 != s.on || len(boxes(b, "pill.back")) > 0 != s.back || len(boxes(b, "fade")) > 0 != s.on {
				t.Fatalf("at %d: %v", s.scroll, b.Boxes)
			}
			if left, right := all[0].Min.X-middle, all[len(all)-1].Max.X-middle; left != s.left || right != s.right {
				t.Errorf("at %d: pills from %d to %d", s.scroll, left, right)
			}
			for _, r := range all {
				if r.Max.Y != c.fade.Max.Y-16 || r.Dy() != 96 {
					t.Errorf("at %d: pill at %v", s.scroll, r)
				}
				at := r.Min.Add(image.Pt(9, 9))
				if hit, ok := b.Hit(at, s.scroll); !ok || hit.Hit != r {
					t.Errorf("at %d: %v hits %v", s.scroll, at, hit)
				}
			}
			fade := layer(b, "fade").Items[0].(*page.Fade)
			if fade.Rect != c.fade || fade.Solid != c.solid {
				t.Errorf("fade at %v, %d 64ths of it solid", fade.Rect, fade.Solid)
			}
		}
	}
}

// TestPortion: a long list is cut into portions of 120, of which the view is turned to one.
func TestPortion(t *testing.T) {
	for _, c := range []struct {
		rows, page int
		want       Portion
	}{
		{0, 0, Portion{0, 0, 0, 1}}, {120, 0, Portion{0, 120, 0, 1}}, {121, 0, Portion{0, 120, 0, 2}},
		{121, 1, Portion{120, 121, 1, 2}}, {121, 9, Portion{120, 121, 1, 2}}, {5000, 41, Portion{4920, 5000, 41, 42}},
	} {
		b, f, l := opened(session.View{Page: c.page})
		got := PortionOf(b, c.rows)
		if got != c.want {
			t.Errorf("%d rows turned to %d: %+v, want %+v", c.rows, c.page, got, c.want)
		}
		end := fixed.I(1000)
		if c.want.Pages > 1 {
			end = fixed.I(1000 + 16 + LowPager)
		}
		if bottom := got.withPager(b, l, fixed.I(1000), f.X, f.Measure); bottom != end {
			t.Errorf("%d rows: ends at %v, want %v", c.rows, bottom, end)
		}
	}
}

// TestPager: a button on each side where there is a page to turn to, and between them which one is shown.
func TestPager(t *testing.T) {
	for _, c := range []struct {
		current, pages int
		prev, next     session.Event
		words          string
	}{
		{0, 3, nil, session.Turn{Page: 1}, "下一页 1 / 3"},
		{1, 3, session.Turn{Page: 0}, session.Turn{Page: 2}, "上一页 下一页 2 / 3"},
		{2, 3, session.Turn{Page: 1}, nil, "上一页 3 / 3"},
		{0, 1, nil, nil, "1 / 1"},
	} {
		b := draft(1080, 1920, stateOf(session.Home))
		Pager(b, rect(0, 1500, 1080, 1636), fixed.I(56), fixed.I(968), c.current, c.pages)
		prev, next := targetOf(b, "page.prev"), targetOf(b, "page.next")
		if prev.Event != c.prev || next.Event != c.next {
			t.Errorf("%d of %d: leads to %v and %v", c.current, c.pages, prev.Event, next.Event)
		}
		if c.prev != nil && prev.Hit != image.Rect(56, 1512, 376, 1624) || c.next != nil && next.Hit != image.Rect(704, 1512, 1024, 1624) {
			t.Errorf("%d of %d: buttons at %v and %v", c.current, c.pages, prev.Hit, next.Hit)
		}
		if got := wordsOn(layer(b, "pager")); got != c.words {
			t.Errorf("%d of %d: %s, want %s", c.current, c.pages, got, c.words)
		}
		texts := textsOn(layer(b, "pager"))
		count := texts[len(texts)-1]
		if middle := count.X + build.Width(count.Lines).Round()/2; middle < 539 || middle > 541 {
			t.Errorf("%d of %d: the count's middle is at %d", c.current, c.pages, middle)
		}
	}
}
