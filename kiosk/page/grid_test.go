package page

import (
	"image"
	"image/color"
	"math"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// TestGrid: the narrower of two dimensions decides u, in each orientation by its own measures.
func TestGrid(t *testing.T) {
	for _, c := range []struct {
		w, h      int
		u         float64
		landscape bool
		narrow    bool
		hair      int
		rule      int // of 3 u
	}{
		{1080, 1920, 1, false, false, 1, 3}, {1080, 1600, 1, false, false, 1, 3}, {1080, 1280, .8, false, false, 1, 2}, {1200, 1200, .75, false, false, 1, 2},
		{2160, 3840, 2, false, false, 3, 6}, {540, 960, .5, false, false, 1, 2}, {1920, 1080, 1, true, false, 1, 3}, {1280, 1024, .8, true, true, 1, 2},
		{1680, 1080, 1, true, false, 1, 3}, {1679, 1080, 1, true, true, 1, 3}, {3840, 2160, 2, true, false, 3, 6}, {240, 240, .15, false, false, 1, 1},
	} {
		g := NewGrid(image.Pt(c.w, c.h))
		if math.Abs(g.U-c.u) > 1e-9 || g.Landscape != c.landscape || g.Narrow() != c.narrow {
			t.Errorf("%dx%d: u is %g, landscape %v, narrow %v", c.w, c.h, g.U, g.Landscape, g.Narrow())
		}
		if g.Hair() != fixed.I(c.hair) || g.Rule(3) != fixed.I(c.rule) {
			t.Errorf("%dx%d: hairline %v, rule %v", c.w, c.h, g.Hair(), g.Rule(3))
		}
		want := g.Px(10)
		if c.landscape {
			want = g.Px(20)
		}
		if g.Pick(10, 20) != want {
			t.Errorf("%dx%d picks %v", c.w, c.h, g.Pick(10, 20))
		}
	}
}

// TestRound: boxes that abut stay abutting, whatever their fractions.
func TestRound(t *testing.T) {
	for f := fixed.Int26_6(0); f < 64; f++ {
		a, b := Area(0, 0, fixed.I(10)+f, fixed.I(5)), Area(fixed.I(10)+f, 0, fixed.I(10), fixed.I(5))
		if Round(a).Max.X != Round(b).Min.X {
			t.Errorf("at %v: %v and %v", fixed.I(10)+f, Round(a), Round(b))
		}
	}
	if r := image.Rect(1, 2, 3, 4); Round(Exact(r)) != r {
		t.Errorf("%v became %v", r, Round(Exact(r)))
	}
}

// TestTextScale: text grows with the distance it is read from, where the screen's size is known, and
// never shrinks.
func TestTextScale(t *testing.T) {
	g := NewGrid(image.Pt(1080, 1920)) // 2202.9 px from corner to corner
	for _, c := range []struct {
		panel session.Panel
		want  float64
	}{
		{session.Panel{}, 1}, {session.Panel{Diagonal: 1000}, 1}, {session.Panel{Distance: 2000}, 1}, {session.Panel{Diagonal: 1000, Distance: 500}, 1},
		{session.Panel{Diagonal: 1000, Distance: 2000}, 2.004}, {session.Panel{Diagonal: 2000, Distance: 2000}, 1.002}, {session.Panel{Diagonal: 1000, Distance: 3000}, 3.006},
	} {
		if got := g.TextScale(c.panel); math.Abs(got-c.want) > .002 {
			t.Errorf("%+v: %.4f, want %g", c.panel, got, c.want)
		}
	}
}

// TestThemeOf: a centre's accent is the leaf's and the letters' red, with a darker shade for what is
// pressed; high contrast has none.
func TestThemeOf(t *testing.T) {
	blue := &catalogue.Catalogue{Settings: catalogue.Settings{Accent: [3]uint8{0x12, 0x36, 0x60}}}
	red := &catalogue.Catalogue{Settings: catalogue.Settings{Accent: [3]uint8{0x98, 0x19, 0x1C}}}
	for _, c := range []struct {
		name      string
		catalogue *catalogue.Catalogue
		contrast  bool
		leaf      color.RGBA
		down      color.RGBA
	}{
		{"none", nil, false, Normal[LeafInk], Normal[RedDown]},
		{"the design's", red, false, Normal[LeafInk], Normal[RedDown]},
		{"blue", blue, false, color.RGBA{0x12, 0x36, 0x60, 255}, color.RGBA{0x0F, 0x2D, 0x50, 255}},
		{"blue in high contrast", blue, true, Contrast[LeafInk], Contrast[RedDown]},
		{"none in high contrast", nil, true, Contrast[LeafInk], Contrast[RedDown]},
	} {
		normal, contrast := Normal, Contrast
		theme := ThemeOf(session.State{Catalogue: c.catalogue, Mode: session.Mode{Contrast: c.contrast}})
		if theme[LeafInk] != c.leaf || theme[RedDown] != c.down || !c.contrast && theme[Red] != theme[LeafInk] {
			t.Errorf("%s: leaf %v, pressed %v, red %v", c.name, theme[LeafInk], theme[RedDown], theme[Red])
		}
		if theme[Gold] = (color.RGBA{}); Normal != normal || Contrast != contrast {
			t.Fatalf("%s: the theme is shared", c.name)
		}
	}
}

// TestThemes: every ink but None is opaque in both themes, and has a name.
func TestThemes(t *testing.T) {
	for i := range numInks {
		for name, theme := range map[string]Theme{"normal": Normal, "contrast": Contrast} {
			if opaque := theme[i].A == 255; opaque != (i != None) {
				t.Errorf("%s: %v has the alpha %d", name, i, theme[i].A)
			}
		}
		if (i.String() == "") != (i == None) {
			t.Errorf("ink %d is called %q", i, i)
		}
	}
}

// TestFreeEdge: a line along the leaf shows which of its edges is free.
func TestFreeEdge(t *testing.T) {
	leaf := image.Rect(100, 200, 500, 900)
	for _, c := range []struct {
		hair image.Rectangle
		want Edge
	}{
		{image.Rectangle{}, NoEdge}, {image.Rect(100, 214, 500, 216), TopEdge}, {image.Rect(100, 884, 500, 886), BottomEdge},
		{image.Rect(114, 200, 116, 900), LeftEdge}, {image.Rect(114, 200, 116, 800), LeftEdge}, {image.Rect(484, 200, 486, 900), RightEdge},
	} {
		if got := (Leaf{Rect: leaf, Hair: c.hair}).FreeEdge(); got != c.want {
			t.Errorf("%v: edge %d, want %d", c.hair, got, c.want)
		}
	}
}
