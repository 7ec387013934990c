package sample

import (
	"image"
	"testing"

	"gongkai/kiosk/picture"
)

// TestSamples: each sample has its size, as seen, with the sun at the top left.
func TestSamples(t *testing.T) {
	for name, size := range map[string]image.Point{
		Poster: {1240, 1754}, Landscape: {1600, 900}, Square: {900, 900}, Long: {500, 1500}, Turned: {1200, 900},
	} {
		f := File(name)
		if f.Image.Width != size.X || f.Image.Height != size.Y || len(f.Image.Hash) != 64 {
			t.Errorf("%s: %+v, want %v", name, f.Image, size)
		}
		m, fault := picture.Decode(Bytes(name), f.Image.Orientation, size)
		if fault != nil || m.Rect.Size() != size {
			t.Fatalf("%s: %v", name, fault)
		}
		least := min(size.X, size.Y)
		if c := m.RGBAAt(least/6, least/6); c.R < 0xE0 || c.B > 0x70 {
			t.Errorf("%s: the sun is %v", name, c)
		}
	}
}

// TestPlan: the floor plan has its size, walls and a free hall.
func TestPlan(t *testing.T) {
	m, fault := picture.Decode(Bytes(Plan), File(Plan).Image.Orientation, image.Pt(1600, 1000))
	if fault != nil || m.Rect.Size() != image.Pt(1600, 1000) {
		t.Fatal(fault)
	}
	if wall, hall := m.RGBAAt(46, 200), m.RGBAAt(400, 420); wall.R > 0x50 || hall.R < 0xF0 {
		t.Errorf("the wall is %v, the hall %v", wall, hall)
	}
}
