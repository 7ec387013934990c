package paint

import (
	"bytes"
	"image"
	"math"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// at returns a point from px.
func at(x, y float64) point {
	return point{X: fixed.Int52_12(math.Round(x * one)), Y: fixed.Int52_12(math.Round(y * one))}
}

// polygon returns the mask of one contour.
func polygon(points ...point) *mask {
	var d scratch
	d.shape.move(points[0])
	for _, p := range points[1:] {
		d.shape.line(p)
	}
	return d.rasterise()
}

func (m *mask) sum() (sum int) {
	for _, a := range m.pix {
		sum += int(a)
	}
	return sum
}

// TestCoverage checks that a pixel's coverage by a rectangle is the product of its shares
// across and down.
func TestCoverage(t *testing.T) {
	for _, r := range [][4]float64{{0, 0, 4, 3}, {.25, .5, 3.75, 2.5}, {-1.125, 2, 5.5, 3.25}, {1.1, 1.2, 1.7, 1.9}, {600.5, 0, 1300.25, 700.75}} {
		m := polygon(at(r[0], r[1]), at(r[2], r[1]), at(r[2], r[3]), at(r[0], r[3]))
		share := func(x int, lo, hi float64) float64 {
			return math.Max(0, math.Min(float64(x+1), hi)-math.Max(float64(x), lo))
		}
		for y := m.rect.Min.Y; y < m.rect.Max.Y; y++ {
			for x := m.rect.Min.X; x < m.rect.Max.X; x++ {
				got := m.pix[(y-m.rect.Min.Y)*m.rect.Dx()+x-m.rect.Min.X]
				want := 255 * share(x, r[0], r[2]) * share(y, r[1], r[3])
				if math.Abs(float64(got)-want) > 1.5 {
					t.Fatalf("%v: (%d, %d) is %d, want %.1f", r, x, y, got, want)
				}
			}
		}
	}
}

// TestTiles checks that a shape larger than a tile has no seams: away from its long slanted
// edges it is covered wholly or not at all, and the edges lie where they should.
func TestTiles(t *testing.T) {
	const w, h, lean = 700.0, 1500.0, 400.0
	m := polygon(at(0, 0), at(w, 0), at(w+lean, h), at(lean, h))
	for y := range m.rect.Dy() {
		edge := lean * (float64(y) + .5) / h
		for x := range m.rect.Dx() {
			got, want := float64(m.pix[y*m.rect.Dx()+x]), 255.0
			slack := 1.5
			switch in := math.Min(float64(x)+.5-edge, edge+w-float64(x)-.5); {
			case in < -.7:
				want = 0
			case in < .7:
				want, slack = 255*math.Max(0, math.Min(1, .5+in)), 30 // an edge drifts by 1/16 px
			}
			if math.Abs(got-want) > slack {
				t.Fatalf("(%d, %d) is %g, want %g", x, y, got, want)
			}
		}
	}
}

// TestOverlap checks that overlapping shapes of the same direction add up, and that a
// hole stays one whichever direction the whole was drawn in.
func TestOverlap(t *testing.T) {
	var d scratch
	d.shape.frame(image.Pt(8, 8), 0, fixed.I(2))
	for i := range d.shape.ends { // all in reverse
		pts := d.shape.contour(i)
		for j, k := 0, len(pts)-1; j < k; j, k = j+1, k-1 {
			pts[j], pts[k] = pts[k], pts[j]
		}
	}
	d.shape.orient(0)
	d.shape.round(fixed.R(1, 3, 7, 5), 0, false) // a bar across the hole
	m := d.rasterise()
	for y := range 8 {
		for x := range 8 {
			in := x < 2 || x >= 6 || y < 2 || y >= 6 || y == 3 || y == 4
			if got := m.pix[8*y+x]; got != 255 && in || got != 0 && !in {
				t.Errorf("(%d, %d) is %d", x, y, got)
			}
		}
	}
}

// TestQuarters checks that a glyph is placed at the nearest quarter of a px across and the
// nearest whole one down.
func TestQuarters(t *testing.T) {
	shot := func(dx, dy float64) *image.RGBA {
		it := words(fonts.SansRegular, px26(36.83), page.Black, 4, 40, "永")
		it.Lines[0].Glyphs[0].X += px26(dx)
		it.Lines[0].Glyphs[0].Y += px26(dy)
		return paint(layer(50, 50, page.Paper, it), 0)
	}
	rest := shot(0, 0)
	for _, c := range []struct {
		dx, dy float64
		same   bool
	}{{.11, 0, true}, {.13, 0, false}, {.25, 0, false}, {0, .49, true}, {0, .5, false}} {
		if got := bytes.Equal(shot(c.dx, c.dy).Pix, rest.Pix); got != c.same {
			t.Errorf("moved by (%v, %v): the same is %v", c.dx, c.dy, got)
		}
	}
	whole := shot(1, 1)
	for y := range 48 {
		if !bytes.Equal(whole.Pix[whole.PixOffset(1, y+1):whole.PixOffset(50, y+1)], rest.Pix[rest.PixOffset(0, y):rest.PixOffset(49, y)]) {
			t.Fatalf("moved by a whole px, row %d differs", y)
		}
	}
}

// TestSteps checks that the four masks of a glyph lie a quarter apart and have the same coverage.
func TestSteps(t *testing.T) {
	s := &painting{scratch: new(scratch), masks: &maskCache{budget: 1 << 20}}
	g := words(fonts.SerifBlack, px26(40), page.Black, 0, 0, "永").Lines[0].Glyphs[0]
	centre := func(m *mask) float64 {
		var sum float64
		for i, a := range m.pix {
			sum += float64(a) * (float64(i%m.rect.Dx()+m.rect.Min.X) + .5)
		}
		return sum / float64(m.sum())
	}
	first := s.glyph(g, 0).mask()
	for step := 1; step < 4; step++ {
		m := s.glyph(g, step).mask()
		if d := centre(m) - centre(first); math.Abs(d-float64(step)/4) > .01 {
			t.Errorf("step %d is moved by %.3f", step, d)
		}
		if r := float64(m.sum()) / float64(first.sum()); math.Abs(r-1) > .005 {
			t.Errorf("step %d covers %.4f of step 0", step, r)
		}
	}
}

// TestScale checks that a glyph twice the size covers four times the area, at fractional sizes too.
func TestScale(t *testing.T) {
	s := &painting{scratch: new(scratch), masks: &maskCache{}}
	cover := func(size float64) float64 {
		return float64(s.glyph(words(fonts.SansBold, px26(size), page.Black, 0, 0, "国").Lines[0].Glyphs[0], 0).mask().sum()) / size / size
	}
	large := cover(400)
	for _, size := range []float64{28, 36.83, 92.5, 600} {
		if r := cover(size) / large; math.Abs(r-1) > .02 {
			t.Errorf("at %v px a glyph covers %.4f of what it should", size, r)
		}
	}
}

// TestNoGlyph checks that glyph numbers that no face has, and empty glyphs, paint nothing.
func TestNoGlyph(t *testing.T) {
	it := words(fonts.SansRegular, px26(40), page.Black, 0, 40, "　 ")
	it.Lines[0].Glyphs = append(it.Lines[0].Glyphs, typeset.Glyph{ID: 65535, Size: fixed.I(40)})
	if !bytes.Equal(paint(layer(60, 50, page.Paper, it), 0).Pix, paint(layer(60, 50, page.Paper), 0).Pix) {
		t.Error("something was painted")
	}
}
