package motion

import (
	"image"
	"testing"
	"time"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// sketch returns a page made by hand: the leaf, its hairline, and layers.
func sketch(leaf, hair image.Rectangle, layers ...*page.Layer) *page.Page {
	p := &page.Page{Size: image.Pt(1080, 1920), Theme: &page.Normal, Leaf: page.Leaf{Rect: leaf, Hair: hair}, Layers: layers}
	for _, l := range layers {
		if l.Scrolls {
			p.Scroll = page.Scroll{Viewport: image.Rect(156, 112, 1040, 1600), Max: l.Bounds.Max.Y - 1600}
		}
		if l.Name == "pill" {
			l.Role, l.Shown.To = page.Pill, p.Scroll.Max
		}
	}
	return p
}

func part(name string, hash uint64, ground page.Ink, x0, y0, x1, y1 int) *page.Layer {
	return &page.Layer{Name: name, Hash: hash, Ground: ground, Bounds: image.Rect(x0, y0, x1, y1)}
}

func scrolling(l *page.Layer) *page.Layer { l.Scrolls = true; return l }

// sketches returns a page of each kind: the long slides share clock and invitation, the pages
// strip, foot and bar.
func sketches() map[string]*page.Page {
	frame := func(rest ...*page.Layer) []*page.Layer {
		return append([]*page.Layer{
			part("strip", 20, page.Paper, 120, 0, 1080, 112), part("foot", 21, page.LeafInk, 0, 1744, 120, 1920),
		}, rest...)
	}
	all := map[string]*page.Page{
		"short": sketch(image.Rect(0, 0, 1080, 1228), image.Rect(0, 1212, 1080, 1214),
			part("title", 1, page.LeafInk, 60, 190, 1020, 1150), part("clock", 2, page.LeafInk, 660, 60, 1010, 185),
			part("elements", 3, page.Paper, 350, 1260, 1010, 1690), part("invite", 4, page.Paper, 60, 1776, 600, 1864)),
		"long": sketch(image.Rect(0, 0, 360, 1920), image.Rect(344, 0, 346, 1920),
			part("title", 5, page.LeafInk, 20, 264, 330, 1800), part("clock", 6, page.Paper, 770, 60, 1016, 185),
			part("text", 7, page.Paper, 420, 244, 1016, 1680), part("invite", 8, page.Paper, 404, 1776, 930, 1864)),
		"wide": sketch(image.Rect(0, 0, 430, 1920), image.Rect(414, 0, 416, 1920),
			part("title", 9, page.LeafInk, 20, 264, 400, 1800), part("clock", 6, page.Paper, 770, 60, 1016, 185),
			part("text", 10, page.Paper, 490, 244, 1016, 1680), part("invite", 11, page.Paper, 474, 1776, 998, 1864)),
		"home": sketch(image.Rect(0, 0, 120, 1920), image.Rectangle{}, frame(
			part("spine", 22, page.LeafInk, 0, 0, 120, 1744), part("bar", 23, page.Mat, 120, 1744, 1080, 1920),
			scrolling(part("body", 24, page.Paper, 156, 112, 1040, 1600)))...),
		"item": sketch(image.Rect(0, 0, 120, 1920), image.Rectangle{}, frame(
			part("spine", 25, page.LeafInk, 0, 0, 120, 1744), part("bar", 26, page.Mat, 120, 1744, 1080, 1920),
			scrolling(part("body", 27, page.Paper, 156, 112, 1040, 2600)), part("turn", 28, page.Paper, 120, 1600, 1080, 1744),
			part("pill", 29, page.None, 156, 1408, 1040, 1600))...),
	}
	for i, name := range []string{"short", "long", "wide"} {
		p := all[name]
		left := p.Layers[3].Bounds.Min.X
		p.Ticks = &page.Ticks{Rect: image.Rect(left, 1732, 1016, 1744), Slides: 14, Current: i}
	}
	return all
}

// seen returns the opaque piece on top at a point.
func seen(t *testing.T, placed []page.Placed, at image.Point) (top page.Placed) {
	t.Helper()
	found := false
	for _, c := range placed {
		if at.In(c.Visible()) && c.Alpha == 1 && (c.Layer == nil || c.Layer.Ground != page.None) {
			top, found = c, true
		}
	}
	if !found {
		t.Fatalf("nothing is drawn at %v", at)
	}
	return top
}

// bare returns the part of the screen that no opaque piece covers.
func bare(size image.Point, placed []page.Placed) region {
	a := region{{Max: size}}
	for _, c := range placed {
		a = uncover(c, a)
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
	find := func(scroll int, name string) *page.Placed {
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

// moment returns a scene at a time after a movement began.
func moment(from, to *page.Page, kind session.MotionKind, t time.Duration) Scene {
	start := time.Unix(1_800_000_000, 0)
	return Scene{Page: to, From: from, Motion: session.Motion{Kind: kind, Since: start}, Now: start.Add(t), Progress: .25}
}
