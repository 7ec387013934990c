// Package fonts holds the five faces of all screens, subsets of Noto CJK SC, and a
// sixth with the signs and letters that those lack, embedded raw: 24 MB of the
// program's read-only file pages, of which the system loads those that are used.
//
// A face is opened twice, each time once per process: [Shaping] for go-text's
// shaper, without outlines, and [Outlines] for the painter, which reads them
// glyph by glyph from the embedded bytes. Glyph numbers are the same in both.
//
// Characters that they lack, most of GB 18030 level 3 and the scripts of China's
// nationalities, are looked up in optional font files of the machine ([Scripts]): [Seek]
// sets their paths, [Supply] opens them when a character is missing. They too are read in
// place; their faces are numbered after the embedded ones.
//
// Left out: measuring and setting text (typeset), drawing it (paint). README.md
// in this directory names the faces' sources, build.sh builds them again.
package fonts

import (
	_ "embed" // the faces
	"fmt"
	"unsafe"
)

// Face names one of the embedded faces, or an optional one.
type Face uint8

// The faces. The two with GB 18030 levels 1 and 2 cover what residents and staff
// may write; the others have the 8105 characters of 通用规范汉字表 and GB 2312, for
// titles and headings, and use [Fallback] for the rest.
const (
	SansRegular Face = iota // body text; levels 1 and 2
	SansMedium              // labels and buttons; 8105 and GB 2312
	SansBold                // headings; levels 1 and 2
	SerifBold               // titles; 8105 and GB 2312
	SerifBlack              // posters; 8105 and GB 2312

	NumFaces = 5 // how many a style may name, for tables indexed by Face
)

// Symbols is the embedded face of what the others lack: superscripts, ticks and boxes,
// arrows, mathematics, and whole alphabets of Latin, Greek and Cyrillic letters with their
// marks. No style names it: [Supply] does.
const Symbols Face = NumFaces

// numEmbedded is how many faces are embedded.
const numEmbedded = NumFaces + 1

// UnitsPerEm is the number of font units in an em of every embedded face. Optional
// ones may differ; shaped and read at this size, they yield the same units.
const UnitsPerEm = 1000

// Strings and not byte slices: the linker puts strings in read-only pages, which
// stay backed by the file and can be shared and dropped at no cost.
var (
	//go:embed sans-regular.otf
	sansRegular string
	//go:embed sans-medium.otf
	sansMedium string
	//go:embed sans-bold.otf
	sansBold string
	//go:embed serif-bold.otf
	serifBold string
	//go:embed serif-black.otf
	serifBlack string
	//go:embed symbols.ttf
	symbols string
)

var files = [numEmbedded]*string{&sansRegular, &sansMedium, &sansBold, &serifBold, &serifBlack, &symbols}

// Data returns an embedded face's whole OpenType file. It is the embedded bytes themselves,
// never a copy: writing to it ends the program.
func Data(f Face) []byte {
	file := *files[f]
	return unsafe.Slice(unsafe.StringData(file), len(file))
}

var names = [numEmbedded]string{"SansRegular", "SansMedium", "SansBold", "SerifBold", "SerifBlack", "Symbols"}

// String returns the constant's name, an optional face's number from 0, for logs and test output.
func (f Face) String() string {
	if f >= numEmbedded {
		return fmt.Sprintf("Optional%d", f-numEmbedded)
	}
	return names[f]
}

// Metrics returns a style's face's ascent (positive) and descent (negative), in font
// units, from its hhea table. Browsers compute a line's content box from these two. For
// the em box that hanzi fill see [EmTop].
func Metrics(f Face) (ascent, descent int) {
	if f == SerifBold || f == SerifBlack {
		return 1151, -286
	}
	return 1160, -288
}

// Fallback lists the faces to try for a character that f lacks, in order. Both full
// faces have the same characters, so they have no fallback: [Supply] is next.
func Fallback(f Face) []Face {
	if f == SansRegular || f == SansBold {
		return nil
	}
	return []Face{SansBold}
}
