package paint

import (
	"image"
	"image/color"
	"testing"

	"gongkai/fonts"
	"gongkai/kiosk/page"
)

// TestScreen composes solids and layers: moved, clipped, faded, opaque and not.
func TestScreen(t *testing.T) {
	theme := &page.Normal
	dot := func(ground page.Ink) *page.Layer {
		return &page.Layer{Bounds: image.Rect(10, 10, 30, 30), Ground: ground, Items: []page.Item{
			&page.Rect{Look: page.Look{Ink: page.Red}, Rect: image.Rect(10, 10, 20, 30)},
		}}
	}
	all := image.Rect(0, 0, 100, 60)
	m := New(1<<16).Screen(image.Pt(100, 60), []page.Placed{
		{Ink: page.Paper, Rect: image.Rect(-5, -5, 105, 65), Alpha: 1, Theme: theme},
		{Layer: dot(page.Mat), Clip: all, Alpha: 1, Theme: theme},
		{Layer: dot(page.Mat), Clip: image.Rect(0, 0, 100, 20), Move: image.Pt(30, 0), Alpha: 1, Theme: theme},
		{Layer: dot(page.None), Clip: all, Move: image.Pt(60, -20), Alpha: 1, Theme: theme},
		{Layer: dot(page.Mat), Clip: all, Move: image.Pt(0, 25), Alpha: .5, Theme: theme},
		{Layer: dot(page.None), Clip: all, Move: image.Pt(30, 25), Alpha: .25, Theme: theme},
		{Layer: dot(page.Mat), Clip: image.Rectangle{}, Alpha: 1, Theme: theme},
		{Ink: page.Gold, Rect: image.Rect(70, 40, 90, 50), Alpha: .5, Theme: theme},
		{Layer: dot(page.Mat), Clip: all, Alpha: 0, Theme: theme},
	})
	mixed := func(a, b page.Ink, share float64) color.RGBA {
		x, y := theme[a], theme[b]
		mix := func(x, y uint8) uint8 { return uint8(float64(x)*share + float64(y)*(1-share) + .5) }
		return color.RGBA{mix(x.R, y.R), mix(x.G, y.G), mix(x.B, y.B), 255}
	}
	for _, c := range []struct {
		x, y int
		want color.RGBA
	}{
		{0, 0, theme[page.Paper]}, {99, 59, theme[page.Paper]},
		{10, 10, theme[page.Red]}, {29, 29, theme[page.Mat]}, {30, 29, theme[page.Paper]},
		{40, 19, theme[page.Red]}, {40, 20, theme[page.Paper]}, {59, 19, theme[page.Mat]},
		{70, 0, theme[page.Red]}, {80, 0, theme[page.Paper]}, {70, 9, theme[page.Red]}, {70, 10, theme[page.Paper]},
		{10, 35, mixed(page.Red, page.Paper, .5)}, {20, 54, mixed(page.Mat, page.Paper, .5)},
		{40, 35, mixed(page.Red, page.Paper, .25)}, {50, 35, theme[page.Paper]},
		{70, 40, mixed(page.Gold, page.Paper, .5)}, {90, 40, theme[page.Paper]},
	} {
		if got := m.RGBAAt(c.x, c.y); got != c.want {
			t.Errorf("(%d, %d) is %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

// TestScreenLayer checks that an opaque layer scrolled and clipped shows its own pixels, moved.
func TestScreenLayer(t *testing.T) {
	l := layer(120, 400, page.Paper, words(fonts.SansRegular, px26(36.83), page.Black, 4, 40, "政务", "公开", "事项", "标准", "目录"))
	alone := paint(l, 0)
	clip := image.Rect(10, 20, 110, 90)
	m := New(1<<20).Screen(image.Pt(120, 100), []page.Placed{{Layer: l, Clip: clip, Move: image.Pt(0, -123), Alpha: 1, Theme: &page.Normal}})
	for y := range 100 {
		for x := range 120 {
			var want color.RGBA
			if image.Pt(x, y).In(clip) {
				want = alone.RGBAAt(x, y+123)
			}
			if got := m.RGBAAt(x, y); got != want {
				t.Fatalf("(%d, %d) is %v, want %v", x, y, got, want)
			}
		}
	}
}
