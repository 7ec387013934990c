package record

import (
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// A drawing's characters stand in cells, a hanzi in two, in lines without a gap: its strokes meet. They are painted as
// rules, since a face's own strokes are as high as its characters alone.

// drawingLine is the height of a drawing's line, em; leastDrawing is the size below which it is set as text, u.
const drawingLine, leastDrawing = 1.3, 14

// drawing sets a drawing, made smaller until it fits the measure.
func (c *Flow) drawing(b catalogue.Block, look Prose) {
	d := c.sketch(b, look)
	if 2*d.half < c.Px(leastDrawing) {
		for _, r := range b.Rows {
			c.proseParagraph(catalogue.Block{Indent: look.Indent, Rows: [][]string{{r[0]}}}, look)
		}
		return
	}
	end := c.Begin("drawing")
	for _, r := range b.Rows {
		d.draw(r[0])
	}
	end()
}

// sketch returns a drawing to be painted, in cells that fit the measure.
func (c *Flow) sketch(b catalogue.Block, look Prose) *sketch {
	var lines []string
	for _, r := range b.Rows {
		lines = append(lines, r[0])
	}
	stroke := strokeCells(lines)
	most := 1
	for _, l := range lines {
		most = max(most, cellsOf(l, stroke))
	}
	half := min(look.Base/2, c.W/fixed.Int26_6(most))
	return &sketch{Flow: c, half: half, line: page.Scale(2*half, drawingLine), stroke: stroke}
}

// cellsOf returns the cells of a text, of which a stroke takes as many.
func cellsOf(text string, stroke int) (n int) {
	for _, r := range text {
		n += cellOfRune(r, stroke)
	}
	return n
}

// cellOfRune returns the cells of a character.
func cellOfRune(r rune, stroke int) int {
	if _, ok := catalogue.BoxArms(r); ok {
		return stroke
	}
	return 1 + b2i(r >= 0x1100 && r != '\u2002')
}

// strokeCells returns the cells that the author's screen gave to a stroke: one or two, with which more strokes meet
// between the lines.
func strokeCells(lines []string) int {
	if meets(lines, 1) > meets(lines, 2) {
		return 1
	}
	return 2
}

// meets counts the strokes that lead to one in the next line.
func meets(lines []string, stroke int) (n int) {
	var below map[int]bool
	for _, l := range lines {
		next := make(map[int]bool)
		at := 0
		for _, r := range l {
			arms, _ := catalogue.BoxArms(r)
			n += b2i(arms[0] > 0 && below[at])
			next[at] = arms[2] > 0
			at += cellOfRune(r, stroke)
		}
		below = next
	}
	return n
}

// sketch is a drawing while it is painted.
type sketch struct {
	*Flow
	half, line fixed.Int26_6 // a cell's width and height
	stroke     int           // the cells of a stroke
}

// draw paints a line.
func (d *sketch) draw(line string) {
	at := 0
	word, from := "", 0
	for _, r := range line + " " {
		arms, ok := catalogue.BoxArms(r)
		if wide := r >= 0x1100; ok || r == ' ' || r == '　' || word != "" && wide != (cellsOf(word, d.stroke) == 2*len([]rune(word))) {
			d.word(word, from)
			word = ""
		}
		switch {
		case ok:
			d.strokes(arms, at)
		case r != ' ' && r != '　':
			if word == "" {
				from = at
			}
			word += string(r)
		}
		at += cellOfRune(r, d.stroke)
	}
	d.Y += d.line
}

// word paints a word from a cell on, in the room of its cells.
func (d *sketch) word(word string, from int) {
	if strings.TrimSpace(word) == "" {
		return
	}
	p := build.Pen{Face: fonts.SansRegular, Size: 2 * d.half, Leading: drawingLine}
	p = d.FitLine(word, p, d.half*fixed.Int26_6(cellsOf(word, d.stroke)), 0)
	d.Label(d.On, word, p, d.X+d.half*fixed.Int26_6(from), d.Y+(d.line-p.Line())/2, page.Black)
}

// strokes paints a character's strokes from the middle of its cells: up, right, down, left.
func (d *sketch) strokes(arms [4]byte, at int) {
	cell := page.Area(d.X+d.half*fixed.Int26_6(at), d.Y, d.half*fixed.Int26_6(d.stroke), d.line)
	mid := cell.Min.Add(cell.Max).Div(fixed.I(2))
	thin := fixed.I(max(1, (d.half / 9).Round()))
	for way, weight := range arms {
		lines, thick := []fixed.Int26_6{0}, thin
		switch weight {
		case 0:
			continue
		case heavyStroke:
			thick *= 2
		case doubleStroke:
			lines = []fixed.Int26_6{-2 * thin, 2 * thin}
		}
		for _, off := range lines {
			d.On.Fill(strokeArea(cell, mid, way, off, thick, past(arms, way, off, thin)), page.Black)
		}
	}
}

// The weights of a stroke that are not light.
const heavyStroke, doubleStroke = 2, 3

// strokeArea returns a stroke from the cell's edge to the middle and past it, off beside the middle.
func strokeArea(cell fixed.Rectangle26_6, mid fixed.Point26_6, way int, off, thick, past fixed.Int26_6) fixed.Rectangle26_6 {
	r := cell
	switch way {
	case 0:
		r.Max.Y = mid.Y + past
	case 1:
		r.Min.X = mid.X - past
	case 2:
		r.Min.Y = mid.Y - past
	default:
		r.Max.X = mid.X + past
	}
	if way%2 == 0 {
		r.Min.X = fixed.I((mid.X + off - thick/2).Round())
		r.Max.X = r.Min.X + thick
	} else {
		r.Min.Y = fixed.I((mid.Y + off - thick/2).Round())
		r.Max.Y = r.Min.Y + thick
	}
	return r
}

// past returns how far beyond the middle a stroke goes, off beside it: to the strokes across it, of which a double one
// on its own side stops it.
func past(arms [4]byte, way int, off, thin fixed.Int26_6) fixed.Int26_6 {
	own, other := arms[3], arms[1] // across it, on the side of off and on the other
	if way%2 > 0 {
		own, other = arms[0], arms[2]
	}
	if off > 0 {
		own, other = other, own
	}
	switch {
	case own == doubleStroke && (off != 0 || other == doubleStroke && arms[(way+2)%4] == 0):
		return -2*thin + thin/2
	case own == doubleStroke || other == doubleStroke:
		return 2*thin + thin/2
	case own > 0 || other > 0:
		return thin / 2 * fixed.Int26_6(max(1, min(own, heavyStroke), min(other, heavyStroke)))
	}
	return 0
}
