package page

import (
	"image"
	"testing"
)

// TestHit presses points of a page with a button that stays, two rows that scroll
// and a pill over the second; a px is a u.
func TestHit(t *testing.T) {
	body, pill := &Layer{Scrolls: true}, &Layer{Shown: Span{To: 450}}
	p := &Page{Size: image.Pt(1080, 1920), Targets: []Target{
		{Name: "foot", Hit: image.Rect(0, 1744, 112, 1920), Layer: &Layer{}},
		{Name: "row 1", Hit: image.Rect(156, 400, 1040, 500), Layer: body, Scrolls: true},
		{Name: "row 2", Hit: image.Rect(156, 1450, 1040, 1550), Layer: body, Scrolls: true},
		{Name: "pill", Hit: image.Rect(400, 1488, 800, 1584), Layer: pill},
	}}
	p.Scroll = Scroll{Viewport: image.Rect(120, 112, 1080, 1600), Max: 450, Hidden: image.Rect(0, 1484, 1080, 1600)}
	tests := []struct {
		name   string
		x, y   int
		scroll int
		want   string
	}{
		{"inside", 50, 1800, 0, "foot"},
		{"within 12 of it", 123, 1800, 0, "foot"},
		{"further than that", 124, 1800, 0, ""},
		{"the last px", 111, 1919, 0, "foot"},
		{"a row", 600, 450, 0, "row 1"},
		{"a row where it was", 600, 450, 300, ""},
		{"a row where it is", 600, 150, 300, "row 1"},
		{"a row cut by the viewport", 600, 101, 330, "row 1"},
		{"the part of it that is cut off", 600, 60, 330, ""},
		{"a row that is out of sight", 600, 105, 450, ""},
		{"the nearer of two", 600, 1480, 0, "row 2"},
		{"the pill over a row", 600, 1520, 0, "pill"},
		{"a row under the solid fade", 200, 1540, 0, ""},
		{"a row above it", 200, 1470, 0, "row 2"},
		{"the pill's place at the end", 600, 1560, 450, ""},
		{"a row at the end", 600, 1050, 450, "row 2"},
		{"nothing", 600, 800, 0, ""},
	}
	for _, tt := range tests {
		got := ""
		if hit, ok := p.Hit(image.Pt(tt.x, tt.y), tt.scroll); ok {
			got = hit.Name
		}
		if got != tt.want {
			t.Errorf("%s: %d, %d scrolled by %d hits %q, want %q", tt.name, tt.x, tt.y, tt.scroll, got, tt.want)
		}
	}
}

// TestHitNearest: of targets at the same distance the topmost is hit, and the slop grows with the screen.
func TestHitNearest(t *testing.T) {
	for _, c := range []struct {
		size image.Point
		x    int
		want string
	}{
		{image.Pt(1080, 1920), 100, "left"}, {image.Pt(1080, 1920), 106, "left"}, {image.Pt(1080, 1920), 109, "right"}, {image.Pt(1080, 1920), 150, "over"},
		{image.Pt(1080, 1920), 211, "over"}, {image.Pt(1080, 1920), 212, ""}, {image.Pt(2160, 3840), 212, "over"}, {image.Pt(2160, 3840), 224, ""},
		{image.Pt(540, 960), 106, ""}, {image.Pt(540, 960), 105, "left"},
	} {
		p := &Page{Size: c.size, Targets: []Target{
			{Name: "left", Hit: image.Rect(0, 0, 100, 100)}, {Name: "right", Hit: image.Rect(116, 0, 200, 100)}, {Name: "over", Hit: image.Rect(130, 0, 200, 100)},
		}}
		got := ""
		if hit, ok := p.Hit(image.Pt(c.x, 50), 0); ok {
			got = hit.Name
		}
		if got != c.want {
			t.Errorf("%v: %d hits %q, want %q", c.size, c.x, got, c.want)
		}
	}
}

// TestHitUnderSheet: below a sheet nothing is hit.
func TestHitUnderSheet(t *testing.T) {
	below, sheet := &Layer{}, &Layer{Over: true}
	p := &Page{Size: image.Pt(1080, 1920), Targets: []Target{
		{Name: "row", Hit: image.Rect(0, 0, 500, 500), Layer: below}, {Name: "button", Hit: image.Rect(400, 400, 900, 900), Layer: sheet},
	}}
	for _, open := range []bool{false, true} {
		if p.Sheet = nil; open {
			p.Sheet = &Sheet{}
		}
		if _, ok := p.Hit(image.Pt(100, 100), 0); ok == open {
			t.Errorf("sheet %v: the row is hit: %v", open, ok)
		}
		if hit, ok := p.Hit(image.Pt(450, 450), 0); !ok || hit.Name != "button" {
			t.Errorf("sheet %v: %v", open, hit)
		}
	}
}
