package page

import (
	"image"
	"testing"
	"time"

	"gongkai/kiosk/session"
)

// sketch is a page by hand: the leaf, its hairline, and layers.
func sketch(leaf, hair image.Rectangle, layers ...*Layer) *Page {
	p := &Page{Size: image.Pt(1080, 1920), Theme: &Normal, Leaf: Leaf{Rect: leaf, Hair: hair}, Layers: layers}
	for _, l := range layers {
		if l.Scrolls {
			p.Scroll = Scroll{Viewport: image.Rect(156, 112, 1040, 1600), Max: l.Bounds.Max.Y - 1600}
		}
		if l.Name == "pill" {
			p.Scroll.Pill = l
		}
	}
	return p
}

func part(name string, hash uint64, ground Ink, x0, y0, x1, y1 int) *Layer {
	return &Layer{Name: name, Hash: hash, Ground: ground, Bounds: image.Rect(x0, y0, x1, y1)}
}

func scrolling(l *Layer) *Layer { l.Scrolls = true; return l }

// sketches are the kinds of page there are, with what they have in common: the
// long slides share clock and invitation, the pages strip, foot and bar.
func sketches() map[string]*Page {
	frame := func(rest ...*Layer) []*Layer {
		return append([]*Layer{
			part("strip", 20, Paper, 120, 0, 1080, 112), part("foot", 21, LeafInk, 0, 1744, 120, 1920),
		}, rest...)
	}
	all := map[string]*Page{
		"short": sketch(image.Rect(0, 0, 1080, 1228), image.Rect(0, 1212, 1080, 1214),
			part("title", 1, LeafInk, 60, 190, 1020, 1150), part("clock", 2, LeafInk, 660, 60, 1010, 185),
			part("elements", 3, Paper, 350, 1260, 1010, 1690), part("invite", 4, Paper, 60, 1776, 600, 1864)),
		"long": sketch(image.Rect(0, 0, 360, 1920), image.Rect(344, 0, 346, 1920),
			part("title", 5, LeafInk, 20, 264, 330, 1800), part("clock", 6, Paper, 770, 60, 1016, 185),
			part("text", 7, Paper, 420, 244, 1016, 1680), part("invite", 8, Paper, 404, 1776, 930, 1864)),
		"wide": sketch(image.Rect(0, 0, 430, 1920), image.Rect(414, 0, 416, 1920),
			part("title", 9, LeafInk, 20, 264, 400, 1800), part("clock", 6, Paper, 770, 60, 1016, 185),
			part("text", 10, Paper, 490, 244, 1016, 1680), part("invite", 11, Paper, 474, 1776, 998, 1864)),
		"home": sketch(image.Rect(0, 0, 120, 1920), image.Rectangle{}, frame(
			part("spine", 22, LeafInk, 0, 0, 120, 1744), part("bar", 23, Mat, 120, 1744, 1080, 1920),
			scrolling(part("body", 24, Paper, 156, 112, 1040, 1600)))...),
		"item": sketch(image.Rect(0, 0, 120, 1920), image.Rectangle{}, frame(
			part("spine", 25, LeafInk, 0, 0, 120, 1744), part("bar", 26, Mat, 120, 1744, 1080, 1920),
			scrolling(part("body", 27, Paper, 156, 112, 1040, 2600)), part("turn", 28, Paper, 120, 1600, 1080, 1744),
			part("pill", 29, None, 156, 1408, 1040, 1600))...),
	}
	for i, name := range []string{"short", "long", "wide"} {
		p := all[name]
		left := p.Layers[3].Bounds.Min.X
		p.Ticks = &Ticks{Rect: image.Rect(left, 1732, 1016, 1744), Slides: 14, Current: i}
	}
	return all
}

// seen is what is drawn opaque over all else at a point.
func seen(t *testing.T, placed []Placed, at image.Point) (top Placed) {
	t.Helper()
	found := false
	for _, c := range placed {
		if at.In(c.seen()) && c.Alpha == 1 && (c.Layer == nil || c.Layer.Ground != None) {
			top, found = c, true
		}
	}
	if !found {
		t.Fatalf("nothing is drawn at %v", at)
	}
	return top
}

// bare is what of the screen no opaque piece covers.
func bare(size image.Point, placed []Placed) region {
	a := region{{Max: size}}
	for _, c := range placed {
		a = c.uncover(a)
	}
	return a
}

func TestRest(t *testing.T) {
	all := sketches()
	for name, p := range all {
		placed := Compose(Scene{Page: p, Progress: .5})
		if a := bare(p.Size, placed); a != nil {
			t.Errorf("%s leaves %v bare", name, a)
		}
		for i, c := range placed {
			if c.Alpha != 1 || c.Theme != p.Theme || c.Layer != nil && !c.Clip.In(c.Layer.Bounds.Add(c.Move)) {
				t.Errorf("%s: piece %d is %+v", name, i, c)
			}
		}
	}
	for _, c := range []struct {
		page string
		at   image.Point
		want string
	}{
		{"short", image.Pt(10, 10), "leaf"}, {"short", image.Pt(10, 1213), "on-leaf2"}, {"short", image.Pt(10, 1300), "paper"},
		{"short", image.Pt(100, 200), "title"}, {"short", image.Pt(62, 1738), "red"}, {"short", image.Pt(1010, 1738), "gold"},
		{"item", image.Pt(60, 100), "spine"}, {"item", image.Pt(60, 1800), "foot"}, {"item", image.Pt(140, 900), "paper"}, {"item", image.Pt(500, 900), "body"},
	} {
		top := seen(t, Compose(Scene{Page: all[c.page], Progress: .5}), c.at)
		got := top.Ink.String()
		if top.Layer != nil {
			got = top.Layer.Name
		}
		if got != c.want {
			t.Errorf("%s at %v shows %s, want %s", c.page, c.at, got, c.want)
		}
	}
}

func TestScroll(t *testing.T) {
	p := sketches()["item"]
	find := func(scroll int, name string) *Placed {
		for _, c := range Compose(Scene{Page: p, Scroll: scroll}) {
			if c.Layer != nil && c.Layer.Name == name {
				return &c
			}
		}
		return nil
	}
	view := p.Scroll.Viewport
	for _, c := range []struct {
		scroll, move int
		pill         bool
	}{{0, 0, true}, {300, -300, true}, {999, -999, true}, {1000, -1000, false}, {5000, -1000, false}, {-7, 0, true}} {
		body := find(c.scroll, "body")
		if body.Move != image.Pt(0, c.move) || body.Clip != view {
			t.Errorf("scrolled by %d the body is moved by %v, seen in %v", c.scroll, body.Move, body.Clip)
		}
		if got := find(c.scroll, "pill") != nil; got != c.pill {
			t.Errorf("scrolled by %d the pill is seen: %v", c.scroll, got)
		}
	}
}

// moment is a scene at a time after a movement began.
func moment(from, to *Page, kind session.MotionKind, t time.Duration) Scene {
	start := time.Unix(1_800_000_000, 0)
	return Scene{Page: to, From: from, Motion: session.Motion{Kind: kind, Since: start}, Now: start.Add(t), Progress: .25}
}
