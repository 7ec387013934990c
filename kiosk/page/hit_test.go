package page

import (
	"image"
	"testing"
)

// TestHit presses points of a page with a button that stays, two rows that scroll
// and a pill over the second; a px is a u.
func TestHit(t *testing.T) {
	body, pill := &Layer{Scrolls: true}, &Layer{Bounds: image.Rect(0, 1408, 1080, 1600)}
	p := &Page{Size: image.Pt(1080, 1920), Targets: []Target{
		{Name: "foot", Hit: image.Rect(0, 1744, 112, 1920)},
		{Name: "row 1", Hit: image.Rect(156, 400, 1040, 500), Layer: body, Scrolls: true},
		{Name: "row 2", Hit: image.Rect(156, 1450, 1040, 1550), Layer: body, Scrolls: true},
		{Name: "pill", Hit: image.Rect(400, 1488, 800, 1584), Layer: pill},
	}}
	p.Scroll = Scroll{Viewport: image.Rect(120, 112, 1080, 1600), Max: 450, Pill: pill}
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
