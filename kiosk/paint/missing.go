package paint

import (
	"fmt"
	"image"
	"image/color"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// missing paints the replacement for a character that no face has: a frame the size of a
// hanzi, with the code point's hexadecimal digits, by which staff can name it, and which can't
// be mistaken for a character. Four digits stand in two rows of two, more in two of three.
func (pt *painting) missing(g typeset.Glyph, x, y fixed.Int26_6, c color.RGBA) {
	em := g.Size.Round()
	side, line := em-em/12, max(1, em/28)
	left, top := (x + g.Size/24).Round(), y.Round()-em*21/25 // the em box reaches 22/25 up

	pt.shape.reset()
	pt.shape.frame(image.Pt(side, side), 0, fixed.I(line))
	digits := fmt.Sprintf("%04X", g.Rune)
	columns := (len(digits) + 1) / 2
	size := g.Size * 4 / fixed.Int26_6(9+columns)
	cell := fixed.I(side-4*line) / fixed.Int26_6(columns)
	for i, digit := range digits {
		id, advance := pt.digit(digit, size)
		at := fixed.Point26_6{
			X: fixed.I(2*line) + cell*fixed.Int26_6(i%columns) + (cell-advance)/2,
			Y: fixed.I(side) * fixed.Int26_6(9+8*(i/columns)) / 20,
		}
		pt.draw(digitFace, id, size, point{X: widen(at.X), Y: widen(at.Y)})
	}
	pt.place(pt.cutStencil(), image.Pt(left, top), c, weightFor(c))
}

// digitFace is the face of the digits in a missing character's frame.
const digitFace = fonts.SansMedium

// digit returns the glyph of a hexadecimal digit and its advance, px.
func (d *scratch) digit(r rune, size fixed.Int26_6) (id uint16, advance fixed.Int26_6) {
	f := fonts.Outlines(digitFace)
	g, err := f.GlyphIndex(&d.segments, r)
	if err != nil {
		return 0, 0
	}
	advance, err = f.GlyphAdvance(&d.segments, g, fonts.UnitsPerEm, font.HintingNone)
	if err != nil {
		return 0, 0
	}
	return uint16(g), fixed.Int26_6(int64(advance) * int64(size) / fonts.UnitsPerEm)
}
