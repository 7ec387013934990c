package frame

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestSpineText: a text keeps its size while it fits above the foot; a longer one is set smaller,
// to 28 u, and then truncated.
func TestSpineText(t *testing.T) {
	for _, c := range []struct {
		n    int
		size int // of 64
		cut  bool
	}{{2, 64, false}, {20, 64, false}, {21, 61, false}, {30, 42, false}, {45, 28, false}, {80, 28, true}} {
		b := draft(1080, 1920, stateOf(session.Item))
		f := Open(b, Needs{}, Head{})
		text := strings.Repeat("示", c.n)
		SpineText(b, f, text, build.Pen{Face: fonts.SerifBlack, Size: fixed.I(64), Leading: 1.2, Track: .24}, fixed.I(136))
		got := textsOn(f.Spine)[0]
		if size := got.Spans[0].Style.Size.Floor(); size != c.size {
			t.Errorf("%d characters: size %d, want %d", c.n, size, c.size)
		}
		if cut := got.Lines[0].End < c.n; cut != c.cut || !got.Vertical || got.X != 60 {
			t.Errorf("%d characters: cut %v, at %d", c.n, cut, got.X)
		}
		if r := boxes(b, "leaf.title")[0]; r.Min.Y != 136 || r.Max.Y > 1744-16 {
			t.Errorf("%d characters: box %v", c.n, r)
		}
	}
}

// TestSpineNumber: digits too many for the spine are set smaller, in the middle of the same height.
func TestSpineNumber(t *testing.T) {
	for number, small := range map[int]bool{1: false, 14: false, 123: true, 123456: true} {
		b := draft(1080, 1920, stateOf(session.Item))
		f := Open(b, Needs{}, Head{})
		SpineNumber(b, f, number, fixed.I(44))
		text, box := textsOn(f.Spine)[0], boxes(b, "leaf.num")[0]
		if got := text.Spans[0].Style.Size < fixed.I(76); got != small || text.Spans[0].Text != fmt.Sprint(number) {
			t.Errorf("%d: size %v", number, text.Spans[0].Style.Size)
		}
		p := build.Pen{Face: fonts.SerifBlack, Size: text.Spans[0].Style.Size, Leading: 1}
		if y := fixed.I(44) + (fixed.I(76)-p.Size)/2 + p.Rise(); text.Y != y.Round() {
			t.Errorf("%d: stands on %d, want %v", number, text.Y, y)
		}
		if box.Dy() != 76 || box.Min.Y != 44 || box.Min.X+box.Max.X != 120 && box.Min.X+box.Max.X != 121 || box.Dx() > 104 {
			t.Errorf("%d: box %v", number, box)
		}
	}
}

// TestIconSpine: an icon stands over the name, and the name's column begins below it.
func TestIconSpine(t *testing.T) {
	for _, c := range []struct {
		w, h int
		icon image.Rectangle
		y    int
	}{{1080, 1920, image.Rect(30, 44, 90, 104), 136}, {1920, 1080, image.Rect(36, 36, 96, 96), 128}} {
		b := draft(c.w, c.h, stateOf(session.Search))
		f := Open(b, Needs{}, Head{Spine: IconSpine(b, "search", "查找")})
		icon, text := f.Spine.Items[0].(*page.Icon), f.Spine.Items[1].(*page.Text)
		if icon.Rect != c.icon || text.Y != c.y || wordsOn(f.Spine) != "查找" {
			t.Errorf("%dx%d: icon %v, %s at %d", c.w, c.h, icon.Rect, wordsOn(f.Spine), text.Y)
		}
	}
}

// TestHead: the head that fits the leaf's form is painted, and only that one.
func TestHead(t *testing.T) {
	for _, low := range []bool{false, true} {
		st := stateOf(session.Item)
		st.Mode.LowReach = low
		b, got := draft(1080, 1920, st), ""
		f := Open(b, Needs{}, Head{Spine: func(*Frame) { got += "spine" }, Sheet: func(*Frame) { got += "sheet" }})
		if want := map[bool]string{false: "spine", true: "sheet"}[low]; got != want || f.IsSheet() != low {
			t.Errorf("low reach %v: %s", low, got)
		}
		hair := image.Rectangle{}
		if low { // 16 u above its free edge
			end := f.Leaf.Max.Y.Round()
			hair = image.Rect(0, end-16, 1080, end-14)
			if y := f.Spine.Bounds.Max.Y; y != end-20 {
				t.Errorf("the sheet's layer ends at %d, the sheet at %d", y, end)
			}
		}
		if b.Leaf.Hair != hair || b.Leaf.Rect != page.Round(f.Leaf.Union(leafFoot(f))) {
			t.Errorf("low reach %v: leaf %v with a hairline at %v, want %v", low, b.Leaf.Rect, b.Leaf.Hair, hair)
		}
	}
}

// leafFoot returns the foot where it belongs to the leaf: on a spine.
func leafFoot(f *Frame) fixed.Rectangle26_6 {
	if f.IsSheet() {
		return fixed.Rectangle26_6{}
	}
	return f.Foot
}

// TestLeafTitle: a title on the leaf ends where it must, in so many lines: smaller ones, and at the
// least size truncated.
func TestLeafTitle(t *testing.T) {
	for _, c := range []struct {
		n, lines, shown int
		small           bool
	}{{4, 2, 1, false}, {18, 2, 2, false}, {30, 2, 2, true}, {200, 2, 2, true}, {30, 4, 4, false}} {
		b, l := draft(1080, 1920, stateOf(session.Item)), &page.Layer{}
		p := build.Pen{Face: fonts.SerifBlack, Size: fixed.I(100), Leading: 1.2}
		top := LeafTitle(b, l, strings.Repeat("示", c.n), nil, p, fixed.I(56), fixed.I(500), fixed.I(960), c.lines, 60)
		text := textsOn(l)[0]
		if len(text.Lines) != c.shown || (text.Spans[0].Style.Size < p.Size) != c.small || text.Spans[0].Style.Size < fixed.I(60) {
			t.Errorf("%d characters: %d lines of %v", c.n, len(text.Lines), text.Spans[0].Style.Size)
		}
		if end := top + fixed.Int26_6(len(text.Lines))*text.Pitch; end != fixed.I(500) {
			t.Errorf("%d characters end at %v", c.n, end)
		}
		if hang := page.Scale(text.Spans[0].Style.Size, .04); text.X != (fixed.I(56) - hang).Round() {
			t.Errorf("%d characters begin at %d", c.n, text.X)
		}
	}
}

// TestUnderRule: the double rule takes 13 u of the main part.
func TestUnderRule(t *testing.T) {
	b := draft(1080, 1920, stateOf(session.Category))
	f := Open(b, Needs{}, Head{})
	if view := UnderRule(b, f); page.Round(view) != image.Rect(120, 125, 1080, 1744) {
		t.Errorf("the main part is %v", view)
	}
	if got := boxes(b, "ww"); !slices.Equal(got, []image.Rectangle{image.Rect(156, 112, 1040, 125)}) {
		t.Errorf("the rule is at %v", got)
	}
}
