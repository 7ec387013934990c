package page

import (
	"image"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// TestReach compares what a layer leaves around its text with the faces' outlines:
// every digit and letter and every seventh hanzi.
func TestReach(t *testing.T) {
	for f := range fonts.Face(fonts.NumFaces) {
		for r := rune(' '); r < 0x9fff; r++ {
			if r > '~' && r < '一' {
				r = '一'
			}
			if r > '一' && r%7 > 0 {
				continue
			}
			up, down, left, right := ink(t, f, r)
			z := ReachOf(typeset.Line{Glyphs: []typeset.Glyph{{Rune: r}}})
			if up > z.up || down > z.down || left > z.side || right > z.side {
				t.Errorf("%v %c extends %.3f up, %.3f down, %.3f left, %.3f right, of %+v", f, r, up, down, left, right, z)
			}
		}
	}
}

// ink returns how far a glyph's outline extends beyond the baseline, its origin and its advance, em.
func ink(t *testing.T, f fonts.Face, r rune) (up, down, left, right float64) {
	t.Helper()
	var buf sfnt.Buffer
	const em = fixed.Int26_6(fonts.UnitsPerEm)
	id, err := fonts.Outlines(f).GlyphIndex(&buf, r)
	if err != nil || id == 0 {
		return 0, 0, 0, 0
	}
	wide, err := fonts.Outlines(f).GlyphAdvance(&buf, id, em, font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	path, err := fonts.Outlines(f).LoadGlyph(&buf, id, em, nil)
	if err != nil {
		t.Fatal(err)
	}
	var pen fixed.Point26_6
	for _, s := range path {
		a, b, c := pen, s.Args[0], s.Args[0]
		pen = s.Args[0]
		if s.Op == sfnt.SegmentOpCubeTo {
			b, c, pen = s.Args[0], s.Args[1], s.Args[2]
		}
		for i := 0; i <= 8; i++ {
			k := float64(i) / 8
			x := at4(a.X, b.X, c.X, pen.X, k)
			y := at4(a.Y, b.Y, c.Y, pen.Y, k)
			up, down, left, right = max(up, -y), max(down, y), max(left, -x), max(right, x-float64(wide)/float64(em))
		}
	}
	return up, down, left, right
}

// at4 returns a cubic Bézier's value, em; a line has its end as both inner points.
func at4(a, b, c, d fixed.Int26_6, k float64) float64 {
	n := 1 - k
	return (n*n*n*float64(a) + 3*n*n*k*float64(b) + 3*n*k*k*float64(c) + k*k*k*float64(d)) / fonts.UnitsPerEm
}

// TestExtent: an item paints within its rectangle, a text within what its glyphs reach.
func TestExtent(t *testing.T) {
	line := func(r rune) []typeset.Line {
		return []typeset.Line{{X: fixed.I(10), Width: fixed.I(200), Glyphs: []typeset.Glyph{{Rune: r}}}}
	}
	spans := []typeset.Span{{Style: typeset.Style{Size: fixed.I(100)}}}
	r := image.Rect(10, 20, 30, 40)
	for name, c := range map[string]struct {
		it   Item
		want image.Rectangle
	}{
		"rectangle": {&Rect{Rect: r}, r}, "icon": {&Icon{Rect: r}, r}, "picture": {&Picture{Rect: r}, r}, "fade": {&Fade{Rect: r}, r},
		"digits":   {&Text{Spans: spans, Lines: line('1'), X: 50, Y: 500}, image.Rect(59, 422, 261, 503)},
		"hanzi":    {&Text{Spans: spans, Lines: line('示'), X: 50, Y: 500}, image.Rect(58, 410, 262, 513)},
		"letters":  {&Text{Spans: spans, Lines: line('g'), X: 50, Y: 500}, image.Rect(49, 407, 271, 529)},
		"a column": {&Text{Spans: spans, Lines: line('示'), X: 50, Y: 500, Vertical: true}, image.Rect(-2, 508, 102, 712)},
		"two lines": {
			&Text{Spans: spans, Lines: append(line('示'), line('示')...), X: 50, Y: 500, Pitch: fixed.I(150)}, image.Rect(58, 410, 262, 663),
		},
		"two columns": {
			&Text{Spans: spans, Lines: append(line('示'), line('示')...), X: 250, Y: 500, Pitch: fixed.I(150), Vertical: true}, image.Rect(48, 508, 302, 712),
		},
		"no lines": {&Text{Spans: spans, X: 50, Y: 500}, image.Rectangle{}},
	} {
		if got := Extent(c.it); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestPlaced: a piece is visible where it is clipped, and clipped no further than asked.
func TestPlaced(t *testing.T) {
	layer, solid := Placed{Layer: &Layer{}, Clip: image.Rect(0, 0, 50, 50)}, Placed{Rect: image.Rect(0, 0, 50, 50)}
	for _, p := range []Placed{layer, solid} {
		if got := p.Within(image.Rect(20, 30, 90, 90)).Visible(); p.Visible() != image.Rect(0, 0, 50, 50) || got != image.Rect(20, 30, 50, 50) {
			t.Errorf("%+v: visible in %v, then in %v", p, p.Visible(), got)
		}
	}
}
