package pdf

import (
	"fmt"
	"image"
	"math"
	"unicode"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// text writes a paragraph line by line.
func (c *content) text(it *page.Text) {
	var runes []rune
	for _, s := range it.Spans {
		runes = append(runes, []rune(s.Text)...)
	}
	for i, l := range it.Lines {
		own := own(l, runes, it.Vertical)
		if own != "" {
			c.op("/Span<</ActualText%s>>BDC", text(own))
		}
		c.line(it, l, origin(it, i))
		if own != "" {
			c.op("EMC")
		}
	}
}

// own returns the text of a line that its glyphs alone don't give, "" where they do: in a column, and where a glyph stands for
// several characters. From right to left they do, since a reader takes characters by their places.
func own(l typeset.Line, runes []rune, vertical bool) string {
	if len(l.Glyphs) == 0 || l.End > len(runes) {
		return ""
	}
	line := runes[l.Start:l.End]
	if last := l.Glyphs[len(l.Glyphs)-1]; last.Rune == '…' && (len(line) == 0 || line[len(line)-1] != '…') {
		return "" // cut: not all of it is seen
	}
	glyphs, same := 0, true
	for _, g := range l.Glyphs {
		if !unicode.IsSpace(g.Rune) {
			glyphs++
		}
		same = same && !g.Missing
	}
	for _, r := range line {
		switch {
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko):
			return ""
		case unicode.IsGraphic(r) && !unicode.IsSpace(r):
			glyphs--
		}
	}
	if same && glyphs == 0 && !vertical {
		return ""
	}
	return string(line)
}

// origin returns the origin of line i's glyphs.
func origin(it *page.Text, i int) fixed.Point26_6 {
	at, down := fixed.P(it.X, it.Y), fixed.Int26_6(i)*it.Pitch
	if it.Vertical {
		return fixed.Point26_6{X: at.X - down, Y: at.Y + it.Lines[i].X}
	}
	return fixed.Point26_6{X: at.X + it.Lines[i].X, Y: at.Y + down}
}

// run is glyphs of one font, size and baseline that follow each other.
type run struct {
	face   fonts.Face
	size   fixed.Int26_6
	turned bool
	x, y   fixed.Int26_6 // its origin
	open   bool
	pen    float64 // where the reader's pen is along the baseline, px
}

// line writes a line's glyphs, at the places that the painter rounds to px across the baseline.
func (c *content) line(it *page.Text, l typeset.Line, at fixed.Point26_6) {
	var r run
	for _, g := range l.Glyphs {
		x, y := at.X+g.X, at.Y+g.Y
		ink := it.Ink
		if g.Span < len(it.Inks) {
			ink = it.Inks[g.Span]
		}
		if ink == page.None {
			continue
		}
		if g.Missing {
			c.end(&r)
			c.ink(ink)
			c.missing(g, x, y)
			continue
		}
		along, across := x, fixed.I(y.Round())
		if g.Turned {
			along, across = y, fixed.I(x.Round())
		}
		f := c.font(g.Face)
		if !r.open || r.face != g.Face || r.size != g.Size || r.turned != g.Turned || r.across() != across || c.colour != c.theme[ink] {
			c.end(&r)
			c.ink(ink)
			r = run{face: g.Face, size: g.Size, turned: g.Turned, x: along, y: across, open: true, pen: float64(along) / 64}
			if g.Turned {
				r.x, r.y = across, along
			}
			c.begin(r)
		}
		c.glyph(&r, f, f.cid(g.ID, g.Rune), along)
	}
	c.end(&r)
}

// across returns where the run's baseline is.
func (r run) across() fixed.Int26_6 {
	if r.turned {
		return r.x
	}
	return r.y
}

// begin begins a run at its origin.
func (c *content) begin(r run) {
	matrix := "1 0 0 -1"
	if r.turned { // a quarter clockwise
		matrix = "0 1 1 0"
	}
	fmt.Fprintf(&c.out, "BT /F%d %s Tf %s %s %s Tm[<", r.face, px(r.size), matrix, px(r.x), px(r.y))
}

// glyph adds a glyph to a run, after the move from the pen to its place, in thousandths of the size.
func (c *content) glyph(r *run, f *font, cid int, along fixed.Int26_6) {
	size := float64(r.size) / 64
	if move := math.Round((r.pen - float64(along)/64) * 1000 / size); move != 0 {
		fmt.Fprintf(&c.out, ">%d<", int(move))
		r.pen -= float64(move * size / 1000)
	}
	fmt.Fprintf(&c.out, "%04X", cid)
	r.pen += float64(float64(f.glyphs[cid].width) * size / 1000)
}

// end ends a run.
func (c *content) end(r *run) {
	if r.open {
		c.op(">]TJ ET")
	}
	r.open = false
}

// font returns the font of a face, for this page too.
func (c *content) font(face fonts.Face) *font {
	f := c.doc.fonts[face]
	if f == nil {
		f = newFont(face, c.doc.objects.reserve())
		c.doc.fonts[face] = f
	}
	c.fonts[face] = true
	return f
}

// missing writes the frame of a character that no face has, with its code point, as kiosk/paint draws it.
func (c *content) missing(g typeset.Glyph, x, y fixed.Int26_6) {
	const face = fonts.SansMedium
	em := g.Size.Round()
	side, line := em-em/12, max(1, em/28)
	left, top := (x + g.Size/24).Round(), y.Round()-em*21/25
	c.rect(&page.Rect{Look: page.Look{Ink: c.inkOf()}, Rect: image.Rect(left, top, left+side, top+side), Stroke: fixed.I(line)})
	digits := fmt.Sprintf("%04X", g.Rune)
	columns := (len(digits) + 1) / 2
	size := g.Size * 4 / fixed.Int26_6(9+columns)
	cell := fixed.I(side-4*line) / fixed.Int26_6(columns)
	f := c.font(face)
	for i, digit := range digits {
		cid := f.cid(f.index(digit), digit)
		advance := fixed.Int26_6(int64(f.glyphs[cid].width) * int64(size) / fonts.UnitsPerEm)
		r := run{face: face, size: size, open: true}
		r.x = fixed.I(left+2*line) + cell*fixed.Int26_6(i%columns) + (cell-advance)/2
		r.y = fixed.I(top) + fixed.I(side)*fixed.Int26_6(9+8*(i/columns))/20
		r.pen = float64(r.x) / 64
		c.begin(r)
		c.glyph(&r, f, cid, r.x)
		c.end(&r)
	}
}

// inkOf returns the ink whose colour is set.
func (c *content) inkOf() page.Ink {
	for i, rgb := range c.theme {
		if rgb == c.colour && page.Ink(i) != page.None {
			return page.Ink(i)
		}
	}
	return page.Black
}
