package page

import (
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
