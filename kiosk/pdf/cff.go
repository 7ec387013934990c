package pdf

import (
	"encoding/binary"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// The Compact Font Format: Adobe's technical notes 5176 (the file) and 5177 (its charstrings).

// Operators of a charstring, and the most operands before one.
const (
	rlineto, rrcurveto, rmoveto, endchar = 5, 8, 21, 14

	mostOperands = 48
)

// charstring encodes an outline in font units, whose y is downwards, with its width.
func charstring(segments sfnt.Segments, width int) []byte {
	e := encoder{}
	if width != fonts.UnitsPerEm { // else it is the default
		e.out = operand(e.out, width)
	}
	for _, seg := range segments {
		a := seg.Args
		switch seg.Op {
		case sfnt.SegmentOpMoveTo:
			e.flush()
			e.to(a[0])
			e.op = rmoveto
			e.flush()
		case sfnt.SegmentOpLineTo:
			e.need(rlineto, 2)
			e.to(a[0])
		case sfnt.SegmentOpQuadTo:
			e.need(rrcurveto, 6)
			from := e.at
			e.to(toward(from, a[0]))
			e.to(toward(a[1], a[0]))
			e.to(a[1])
		case sfnt.SegmentOpCubeTo:
			e.need(rrcurveto, 6)
			e.to(a[0])
			e.to(a[1])
			e.to(a[2])
		}
	}
	e.flush()
	return append(e.out, endchar)
}

// toward returns the point two thirds of the way to another: a control point of the cube that is the same curve.
func toward(from, to fixed.Point26_6) fixed.Point26_6 {
	return fixed.Point26_6{X: from.X + (to.X-from.X)*2/3, Y: from.Y + (to.Y-from.Y)*2/3}
}

// encoder collects the operands of an operator.
type encoder struct {
	out  []byte
	args []byte
	n    int
	op   byte
	at   fixed.Point26_6
}

// need begins an operator with room for n more operands, or goes on with the same one.
func (e *encoder) need(op byte, n int) {
	if e.op != op || e.n+n > mostOperands {
		e.flush()
	}
	e.op = op
}

// to adds the way to a point.
func (e *encoder) to(p fixed.Point26_6) {
	e.args = operand(operand(e.args, int(p.X-e.at.X)), -int(p.Y-e.at.Y))
	e.n += 2
	e.at = p
}

// flush writes the operator with its operands.
func (e *encoder) flush() {
	if e.n > 0 {
		e.out = append(append(e.out, e.args...), e.op)
	}
	e.args, e.n, e.op = e.args[:0], 0, 0
}

// operand appends a number as charstrings and dictionaries have it; beyond 16 bits, dictionaries alone.
func operand(out []byte, v int) []byte {
	switch {
	case -107 <= v && v <= 107:
		return append(out, byte(v+139))
	case 108 <= v && v <= 1131:
		return append(out, byte((v-108)>>8+247), byte(v-108))
	case -1131 <= v && v <= -108:
		return append(out, byte((-v-108)>>8+251), byte(-v-108))
	case -32768 <= v && v <= 32767:
		return append(out, 28, byte(v>>8), byte(v))
	}
	return binary.BigEndian.AppendUint32(append(out, 29), uint32(int32(v)))
}

// offset appends an offset, always in five bytes, so that a dictionary's length doesn't depend on it.
func offset(out []byte, v int) []byte {
	return binary.BigEndian.AppendUint32(append(out, 29), uint32(v))
}

// index returns an INDEX of data.
func index(all ...[]byte) []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(all)))
	if len(all) == 0 {
		return out
	}
	out = append(out, 4)
	at := uint32(1)
	out = binary.BigEndian.AppendUint32(out, at)
	for _, data := range all {
		at += uint32(len(data))
		out = binary.BigEndian.AppendUint32(out, at)
	}
	for _, data := range all {
		out = append(out, data...)
	}
	return out
}

// Operators of the dictionaries; escaped ones follow a 12.
const (
	fontBBox, charset, charStrings, private, defaultWidthX = 5, 15, 17, 18, 20

	ros, cidCount, fdArray, fdSelect = 30, 34, 36, 37

	firstOwnString = 391 // the SID of the String INDEX's first
)

// cff returns a CID-keyed font whose CIDs are the glyphs' numbers.
func cff(name string, glyphs []glyph) []byte {
	var outlines [][]byte
	for _, g := range glyphs {
		outlines = append(outlines, g.charstring)
	}
	n := len(glyphs)
	head := append([]byte{1, 0, 4, 4}, index([]byte(name))...)
	rest := append(index([]byte("Adobe"), []byte("Identity")), index()...)

	chars := index(outlines...)
	set := []byte{0} // format 0: .notdef alone
	if n > 1 {
		set = []byte{2, 0, 1, byte((n - 2) >> 8), byte(n - 2)}
	}
	choice := []byte{3, 0, 1, 0, 0, 0, byte(n >> 8), byte(n)}
	widths := append(operand(nil, fonts.UnitsPerEm), defaultWidthX)

	top := func(at int) []byte { // the parts lie in this order from at on
		d := append(operand(operand(operand(nil, firstOwnString), firstOwnString+1), 0), 12, ros)
		d = append(operand(operand(operand(operand(d, -1000), -1000), 3000), 2000), fontBBox)
		d = append(operand(d, n), 12, cidCount)
		d = append(offset(d, at), charset)
		d = append(offset(d, at+len(set)), 12, fdSelect)
		d = append(offset(d, at+len(set)+len(choice)), charStrings)
		return append(offset(d, at+len(set)+len(choice)+len(chars)+len(widths)), 12, fdArray)
	}
	at := len(head) + len(index(top(0))) + len(rest)
	fonts := index(append(offset(operand(nil, len(widths)), at+len(set)+len(choice)+len(chars)), private))

	var out []byte
	for _, part := range [][]byte{head, index(top(at)), rest, set, choice, chars, widths, fonts} {
		out = append(out, part...)
	}
	return out
}
