// Package qr encodes the screen's QR codes (ISO/IEC 18004): an item's text to take away, the link of a guide, the proof
// of what was on the glass.
//
// It determines which modules are dark, and draws nothing: kiosk/layout places a code and its quiet zone of
// four modules, kiosk/paint fills it.
//
// A text is a single segment of bytes, UTF-8 without an ECI header: phones guess the encoding of each segment, and guess
// wrong in short ones.
package qr

import (
	"fmt"

	// The only small library that takes segment, version and mask as given, and does nothing at the program's
	// start.
	"rsc.io/qr/coding"
)

// Level is an error correction level.
type Level int

// The levels in use, with the share of codewords that can be restored.
const (
	L Level = iota // 7 %
	M              // 15 %
)

func (l Level) coding() coding.Level {
	if l == M {
		return coding.M
	}
	return coding.L
}

// Quiet is the minimum width of the light margin on each side, in modules (clause 5.3.8).
const Quiet = 4

// Code is a symbol. It is a plain value: two codes with the same modules are equal.
type Code struct {
	Size int // modules on a side, without the quiet zone: 21 to 177; 0 for no code

	bits string // rows from the top, eight modules a byte, the leftmost the highest bit
}

// Dark reports whether a module is dark; x counts from the left, y from the top. Outside the code all is light.
func (c Code) Dark(x, y int) bool {
	if x < 0 || y < 0 || x >= c.Size || y >= c.Size {
		return false
	}
	i := y*c.Size + x
	return c.bits[i/8]&(0x80>>(i%8)) != 0
}

// Module returns the side of a module, in whole units, if the code and its quiet zone fill a square of that side:
// ⌊side / (n + 8)⌋.
func (c Code) Module(side int) int { return side / (c.Size + 2*Quiet) }

// Encode returns the smallest code of a level that holds a text: at most 2,953 bytes of UTF-8 at level L, and 2,331
// at M.
func Encode(text string, level Level) (Code, error) {
	v := version(len(text), level)
	if v == 0 {
		return Code{}, fmt.Errorf("二维码装不下 %d 字节；缩短文字", len(text))
	}
	return draw(v, level, coding.String(text))
}

// version returns the smallest version that holds n bytes, 0 if none does.
func version(n int, level Level) coding.Version {
	for v := coding.MinVersion; v <= coding.MaxVersion; v++ {
		if n <= capacity(coding.Version(v), level) {
			return coding.Version(v)
		}
	}
	return 0
}

// capacity returns how many bytes a code holds besides its segment's header.
func capacity(v coding.Version, level Level) int {
	return (v.DataBytes(level.coding())*8 - coding.String("").Bits(v)) / 8
}

// side returns how many modules a version has on a side.
func side(v coding.Version) int { return 17 + 4*int(v) }
