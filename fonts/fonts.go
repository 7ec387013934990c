// Package fonts holds the five faces that every screen is set in, subsets of
// Noto CJK SC, embedded raw: 24 MB of the program's read-only file pages, of
// which the system loads what is touched.
//
// A face is opened twice, each time once per process: [Shaping] for go-text's
// shaper, without outlines, and [Outlines] for the painter, which reads them
// glyph by glyph from the embedded bytes. Glyph numbers are the same in both.
//
// What they lack, most of GB 18030 level 3, may come from font files of the
// machine: [Seek] says where they are, [Supply] opens them when a character is
// missing. They are read in place too, and have faces behind the embedded ones.
//
// Left out: measuring and setting text (typeset), drawing it (paint). README.md
// beside this file says where the faces come from, build.sh makes them again.
package fonts

import (
	_ "embed" // the faces
	"fmt"
	"unsafe"
)

// Face names one of the five embedded faces, or an optional one.
type Face uint8

// The faces. The two with GB 18030 levels 1 and 2 set whatever residents and
// staff may write; the others have the 8105 characters of 通用规范汉字表 and
// GB 2312, for titles and headings, and lean on [Fallback] for the rest.
const (
	SansRegular Face = iota // body text; levels 1 and 2
	SansMedium              // labels and buttons; 8105 and GB 2312
	SansBold                // headings; levels 1 and 2
	SerifBold               // titles; 8105 and GB 2312
	SerifBlack              // posters; 8105 and GB 2312

	NumFaces = 5 // how many are embedded, for tables indexed by Face
)

// UnitsPerEm is the font units of an em in every embedded face. Optional ones may
// have others; shaped and read at this size, they come out in the same units.
const UnitsPerEm = 1000

// Strings and not byte slices: the linker puts these in read-only pages, which
// stay backed by the file and are shared and dropped at no cost.
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
)

var files = [NumFaces]*string{&sansRegular, &sansMedium, &sansBold, &serifBold, &serifBlack}

// Data is an embedded face's whole OpenType file. It is the embedded bytes themselves,
// never a copy: writing to it ends the program.
func Data(f Face) []byte {
	file := *files[f]
	return unsafe.Slice(unsafe.StringData(file), len(file))
}

var names = [NumFaces]string{"SansRegular", "SansMedium", "SansBold", "SerifBold", "SerifBlack"}

// String is the constant's name, an optional face's number from 0, for logs and test output.
func (f Face) String() string {
	if f >= NumFaces {
		return fmt.Sprintf("Optional%d", f-NumFaces)
	}
	return names[f]
}

// Metrics is how far an embedded face reaches above and below the baseline, in font
// units, as its hhea table has it: ascent is positive, descent negative.
// Browsers build a line's content box from these two. The em box that hanzi
// fill is another thing: [EmTop].
func Metrics(f Face) (ascent, descent int) {
	if f == SerifBold || f == SerifBlack {
		return 1151, -286
	}
	return 1160, -288
}

// Fallback lists the faces that supply a character which f lacks, in order of
// trial. Both full faces have the same characters, so there is nothing behind
// them: what they lack is in no embedded face, and [Supply] is asked.
func Fallback(f Face) []Face {
	if f == SansRegular || f == SansBold {
		return nil
	}
	return []Face{SansBold}
}
