// Package qr makes the screen's QR codes (ISO/IEC 18004): an item's own text to
// take away, the link of a guide, the proof of what was on the glass.
//
// It says which modules are dark, and draws nothing: kiosk/page places a code
// and its quiet zone of four modules, kiosk/paint fills it.
//
// Texts stand in a single segment of bytes, UTF-8 without an ECI header: a phone
// guesses a segment's encoding by itself, and guesses wrong in short ones.
package qr

import (
	"fmt"

	// The only small one that takes a segment, version and mask as given, and does
	// nothing when the program starts.
	"rsc.io/qr/coding"
)

// Level is how much of a code may be damaged and still be read.
type Level int

// The levels in use, by the part of the codewords that can be restored.
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

// Quiet is the least width of the light margin on each side, in modules (clause 5.3.8).
const Quiet = 4

// Code is a symbol. It is a plain value: two codes with the same modules are equal.
type Code struct {
	Size int // modules a side, without the quiet zone: 21 to 177; 0 where there is none

	bits string // rows from the top, eight modules a byte, the leftmost the highest bit
}

// Dark tells whether a module is dark; x counts from the left, y from the top.
// Outside the code all is light.
func (c Code) Dark(x, y int) bool {
	if x < 0 || y < 0 || x >= c.Size || y >= c.Size {
		return false
	}
	i := y*c.Size + x
	return c.bits[i/8]&(0x80>>(i%8)) != 0
}

// Module is the side of a module, in whole units, when the code and its quiet
// zone stand in a square of so many units: ⌊side / (n + 8)⌋.
func (c Code) Module(side int) int { return side / (c.Size + 2*Quiet) }

// Encode makes the smallest code of a level that holds a text, 2,953 bytes of
// UTF-8 at most at level L and 2,331 at M.
func Encode(text string, level Level) (Code, error) {
	v := version(len(text), level)
	if v == 0 {
		return Code{}, fmt.Errorf("二维码装不下 %d 字节；缩短文字", len(text))
	}
	return draw(v, level, coding.String(text))
}

// version is the least version whose code holds n bytes, 0 where there is none.
func version(n int, level Level) coding.Version {
	for v := coding.MinVersion; v <= coding.MaxVersion; v++ {
		if n <= capacity(coding.Version(v), level) {
			return coding.Version(v)
		}
	}
	return 0
}

// capacity is how many bytes a code holds beside its segment's header.
func capacity(v coding.Version, level Level) int {
	return (v.DataBytes(level.coding())*8 - coding.String("").Bits(v)) / 8
}

// side is how many modules a code of a version has on a side.
func side(v coding.Version) int { return 17 + 4*int(v) }
