package layout

import (
	"image"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestPosterShapes: a picture of every shape stands on its slide at a size that can be seen: a long one begins as wide as its
// place, a thumbnail is at most twice its size, any other is whole.
func TestPosterShapes(t *testing.T) {
	for _, c := range []struct {
		w, h                int
		portrait, landscape image.Point
		begins              bool
	}{
		{1080, 12000, image.Pt(1080, 12000), image.Pt(1200, 13333), true},
		{400, 12000, image.Pt(800, 24000), image.Pt(800, 24000), true},
		{500, 1500, image.Pt(509, 1528), image.Pt(360, 1080), false},
		{1080, 1528, image.Pt(1080, 1528), image.Pt(763, 1080), false},
		{8160, 6144, image.Pt(1080, 813), image.Pt(1182, 890), false},
		{12000, 1000, image.Pt(1080, 90), image.Pt(1580, 132), false},
		{120, 90, image.Pt(240, 180), image.Pt(240, 180), false},
		{90, 120, image.Pt(180, 240), image.Pt(180, 240), false},
	} {
		cat := sample.Rows(t, 1)
		cat.Notices = []catalogue.Notice{{File: "notices/1.toml", Title: "示例", Images: []catalogue.Image{{Name: "images/a.jpg", Width: c.w, Height: c.h, Orientation: 1, Hash: "1"}}}}
		for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
			p := laid(onAir(cat, session.Screen{Kind: session.Attract, Notice: "notices/1.toml"}), size.X, size.Y)
			picture, layer, fades := pictureOn(p)
			if picture == nil {
				t.Fatalf("%d x %d at %v: no picture", c.w, c.h, size)
			}
			want := c.portrait
			if size.X > size.Y {
				want = c.landscape
			}
			d := picture.Rect.Size().Sub(want)
			if d.X < -1 || d.X > 1 || d.Y < -1 || d.Y > 1 {
				t.Errorf("%d x %d at %v: %v, want %v", c.w, c.h, size, picture.Rect.Size(), want)
			}
			if whole := picture.Rect.In(layer.Bounds); whole == c.begins || fades != c.begins || picture.Rect.Min.Y < layer.Bounds.Min.Y {
				t.Errorf("%d x %d at %v: at %v in %v, fades %v", c.w, c.h, size, picture.Rect, layer.Bounds, fades)
			}
		}
	}
}

// pictureOn returns the picture of a page, its layer, and whether that fades.
func pictureOn(p *page.Page) (picture *page.Picture, layer *page.Layer, fades bool) {
	for _, l := range p.Layers {
		for _, it := range l.Items {
			switch it := it.(type) {
			case *page.Picture:
				picture, layer = it, l
			case *page.Fade:
				fades = fades || l == layer
			}
		}
	}
	return picture, layer, fades
}
