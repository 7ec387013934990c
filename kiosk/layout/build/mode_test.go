package build

import (
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// TestSizes: text grows by its step, labels, titles and controls up to their own limits.
func TestSizes(t *testing.T) {
	for _, c := range []struct {
		step                        float64
		body, label, title, control fixed.Int26_6
		large, huge                 bool
	}{
		{0, fixed.I(100), fixed.I(100), fixed.I(100), fixed.I(100), false, false},
		{1.3, fixed.I(130), fixed.I(130), fixed.I(125), fixed.I(130), true, false},
		{1.6, fixed.I(160), fixed.I(160), fixed.I(125), fixed.I(130), true, true},
		{2, fixed.I(200), fixed.I(160), fixed.I(125), fixed.I(130), true, true},
	} {
		b := draft(1080, 1920, session.State{Mode: session.Mode{Text: c.step}})
		got := [...]fixed.Int26_6{b.BodySize(100), b.LabelSize(100), b.TitleSize(100), b.ControlSize(100)}
		if want := [...]fixed.Int26_6{c.body, c.label, c.title, c.control}; got != want {
			t.Errorf("step %g: sizes %v, want %v", c.step, got, want)
		}
		if b.Large() != c.large || b.Huge() != c.huge {
			t.Errorf("step %g: large %v, huge %v", c.step, b.Large(), b.Huge())
		}
	}
}

// TestModes: landscape ignores low reach, but for the pages with a leaf to unfold on a panel whose
// height above the floor is known.
func TestModes(t *testing.T) {
	hung := session.Panel{Diagonal: 1000, Bottom: 900}
	for _, c := range []struct {
		w, h  int
		mode  session.Mode
		panel session.Panel
		kind  session.Kind
		low   bool
	}{
		{1080, 1920, session.Mode{LowReach: true}, session.Panel{}, session.Search, true},
		{1080, 1920, session.Mode{}, hung, session.Home, false},
		{1920, 1080, session.Mode{LowReach: true}, session.Panel{}, session.Home, false},
		{1920, 1080, session.Mode{LowReach: true}, session.Panel{Diagonal: 1000}, session.Home, false},
		{1920, 1080, session.Mode{LowReach: true}, session.Panel{Bottom: 900}, session.Home, false},
		{1920, 1080, session.Mode{LowReach: true}, hung, session.Home, true},
		{1920, 1080, session.Mode{LowReach: true}, hung, session.Item, true},
		{1920, 1080, session.Mode{LowReach: true}, hung, session.Category, true},
		{1920, 1080, session.Mode{LowReach: true}, hung, session.Search, false},
	} {
		st := session.State{Mode: c.mode, Panel: c.panel, View: session.View{Screen: session.Screen{Kind: c.kind}}}
		if b := draft(c.w, c.h, st); b.Low != c.low {
			t.Errorf("%dx%d %v %+v %+v: low reach is %v", c.w, c.h, c.kind, c.mode, c.panel, b.Low)
		}
	}
}

// TestTouchSize: what is touched is enlarged by what 96 u lack of 20 mm, where the panel is known.
func TestTouchSize(t *testing.T) {
	for _, c := range []struct {
		diagonal float64 // mm; the screen's is 2202.9 px
		want     int
	}{{0, 112}, {1000, 112}, {220.29, 112 + 200 - 96}, {440.58, 112 + 100 - 96}} {
		b := draft(1080, 1920, session.State{Panel: session.Panel{Diagonal: c.diagonal}})
		if got := b.TouchSize(112).Round(); got < c.want || got > c.want+1 {
			t.Errorf("%g mm: %d px, want %d", c.diagonal, got, c.want)
		}
	}
	b := draft(1080, 1920, session.State{Panel: session.Panel{Diagonal: 1000}})
	if got := b.MM(100); got.Ceil() != 221 || got < fixed.I(220) {
		t.Errorf("100 mm are %v px", got)
	}
}

// TestEvenMeasure: the size divides the measure, near to what is wanted, or no smaller than that where
// the distance demands it.
func TestEvenMeasure(t *testing.T) {
	far := session.Panel{Diagonal: 1000, Distance: 5000}
	for _, c := range []struct {
		panel         session.Panel
		measure, want int
		chars         int
	}{
		{session.Panel{}, 884, 37, 24}, {session.Panel{}, 884, 38, 23}, {session.Panel{}, 30, 40, 1},
		{far, 884, 37, 23}, {far, 884, 45, 19}, {far, 30, 40, 1},
	} {
		b := draft(1080, 1920, session.State{Panel: c.panel})
		if got := b.EvenMeasure(fixed.I(c.measure), fixed.I(c.want)); got != fixed.I(c.measure)/fixed.Int26_6(c.chars) {
			t.Errorf("%+v: %d at %d makes %v, want %d characters", c.panel, c.measure, c.want, got, c.chars)
		}
	}
}

// TestOpenCategory: a category of one item opens that.
func TestOpenCategory(t *testing.T) {
	items := []catalogue.Item{{Number: 11}, {Number: 22}}
	for _, c := range []struct {
		items []int
		want  session.Screen
	}{
		{[]int{1}, session.Screen{Kind: session.Item, Number: 22}},
		{[]int{0, 1}, session.Screen{Kind: session.Category, Category: "示例"}},
	} {
		if got := OpenCategory(items, catalogue.Category{Name: "示例", Items: c.items}); got.Screen != c.want {
			t.Errorf("%v opens %+v, want %+v", c.items, got.Screen, c.want)
		}
	}
}
