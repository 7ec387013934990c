package page

import (
	"image"
	"testing"
)

// TestPlace: a scrolling layer moves in its viewport, past the lines that the upper edge cuts: a rail's always, the
// content's at rest; one that ends before the page does stays at its end. A layer is drawn at its scroll positions only,
// and one that follows the scroll moves a share of it.
func TestPlace(t *testing.T) {
	view := image.Rect(120, 112, 1080, 1600)
	p := &Page{Scroll: Scroll{Viewport: view, Max: 900, Rests: []int{0, 300, 900}, Lines: []Span{{400, 440}, {440, 480}, {1000, 1040}}}}
	body := &Layer{Name: "body", Scrolls: true, Bounds: image.Rect(120, 112, 1080, 2500)}
	rail := &Layer{Name: "rail", Scrolls: true, Bounds: image.Rect(700, 112, 1080, 2500), Whole: []Span{{200, 240}, {230, 260}, {300, 330}}}
	short := &Layer{Name: "short", Scrolls: true, Bounds: image.Rect(120, 112, 700, 2500), Short: 600}
	title := &Layer{Name: "title", Bounds: image.Rect(120, 0, 1080, 112), Shown: Span{From: 200}}
	strip := &Layer{Name: "strip", Bounds: image.Rect(120, 0, 1080, 112), Shown: Span{To: 200}}
	mark := &Layer{Name: "mark", Bounds: image.Rect(56, 1300, 64, 1400), Follows: .1}
	for _, c := range []struct {
		l      *Layer
		scroll int
		clip   image.Rectangle // empty: not drawn
		move   int
	}{
		{body, 0, view, 0},
		{body, 310, view, -310}, // on its way, through a line
		{body, 300, image.Rect(120, 140, 1080, 1600), -300}, // at rest, with the line that ends at 440 cut
		{body, 900, image.Rect(120, 140, 1080, 1600), -900},
		{body, 5000, image.Rect(120, 140, 1080, 1600), -900},
		{short, 200, image.Rect(120, 112, 700, 1600), -200}, {short, 300, image.Rect(120, 140, 700, 1600), -300}, {short, 900, image.Rect(120, 140, 700, 1600), -300},
		{rail, 100, image.Rect(700, 160, 1080, 1600), -100}, // two that overlap
		{rail, 149, image.Rect(700, 112, 1080, 1600), -149},
		{rail, 200, image.Rect(700, 130, 1080, 1600), -200},
		{strip, 199, strip.Bounds, 0}, {strip, 200, image.Rectangle{}, 0}, {title, 199, image.Rectangle{}, 0}, {title, 200, title.Bounds, 0}, {title, 9999, title.Bounds, 0},
		{mark, 0, mark.Bounds, 0}, {mark, 254, image.Rect(56, 1325, 64, 1425), 25}, {mark, 9999, image.Rect(56, 1390, 64, 1490), 90},
	} {
		got, ok := p.Place(c.l, c.scroll)
		if ok != !c.clip.Empty() || ok && (got.Clip != c.clip || got.Move != image.Pt(0, c.move)) {
			t.Errorf("%s scrolled by %d: drawn %v in %v, moved by %v", c.l.Name, c.scroll, ok, got.Clip, got.Move)
		}
	}
}

// TestRest: a page settles at the nearest position of rest, and a button leads on to the last one within its way.
func TestRest(t *testing.T) {
	s := Scroll{Max: 900, Rests: []int{0, 300, 340, 900}}
	for y, want := range map[int]int{-5: 0, 0: 0, 149: 0, 150: 300, 310: 300, 320: 340, 340: 340, 619: 340, 620: 900, 1200: 900} {
		if got := s.Rest(y); got != want {
			t.Errorf("from %d to %d, want %d", y, got, want)
		}
	}
	for _, c := range []struct{ from, to, want int }{{0, 320, 300}, {0, 340, 340}, {0, 800, 340}, {340, 800, 800}, {340, 1200, 900}, {0, 200, 200}} {
		if got := s.Onward(c.from, c.to); got != c.want {
			t.Errorf("on from %d by %d to %d, want %d", c.from, c.to-c.from, got, c.want)
		}
	}
	if got := (Scroll{Max: 900}).Rest(77); got != 77 {
		t.Errorf("without rests a page settles at %d", got)
	}
}
