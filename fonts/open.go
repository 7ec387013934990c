package fonts

import (
	"bytes"
	"fmt"
	"io"
	"sync"

	// go-text is HarfBuzz in pure Go: it shapes, and reads no outline here.
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	// x/image/font/sfnt reads CFF outlines in place, without a heap copy.
	"golang.org/x/image/font/sfnt"
)

var (
	shapingFonts = onceEach(openShaping)
	outlineFonts = onceEach(openOutlines)
)

// Shaping opens the face for go-text/typesetting with its outlines hidden:
// go-text would copy them to the heap, 27 MB for the five, and shaping needs
// none. Use HarfbuzzShaper.ShapeNoExtents with it, as there are no extents.
// The font may be shared; a font.Face made of it may not be used concurrently.
// It is parsed once per process.
func Shaping(f Face) *font.Font { return shapingFonts[f]() }

// Outlines reads the face's glyph outlines lazily from the embedded bytes. It
// is safe for concurrent use with a sfnt.Buffer per goroutine, and parsed once
// per process. For font units ask for ppem fixed.Int26_6(UnitsPerEm).
func Outlines(f Face) *sfnt.Font { return outlineFonts[f]() }

// onceEach makes a lazily opened value of every face.
func onceEach[T any](open func(Face) (T, error)) [NumFaces]func() T {
	var each [NumFaces]func() T
	for i := range each {
		f := Face(i)
		each[i] = sync.OnceValue(func() T {
			v, err := open(f)
			if err != nil { // the embedded files are fixed and tested: a broken build
				panic(fmt.Sprintf("fonts: %v: %v", f, err))
			}
			return v
		})
	}
	return each
}

func openShaping(f Face) (*font.Font, error) {
	data := Data(f)
	file := &hidden{directory: hideOutlines(data), data: data}
	loader, err := opentype.NewLoader(io.NewSectionReader(file, 0, int64(len(data))))
	if err != nil {
		return nil, err
	}
	return font.NewFont(loader)
}

func openOutlines(f Face) (*sfnt.Font, error) { return sfnt.Parse(Data(f)) }

// hidden serves a font file under another table directory.
type hidden struct {
	directory []byte // stands for the file's first len(directory) bytes
	data      []byte
}

// ReadAt implements io.ReaderAt.
func (h *hidden) ReadAt(p []byte, offset int64) (int, error) {
	n := copy(p, h.data[min(offset, int64(len(h.data))):])
	if offset < int64(len(h.directory)) {
		copy(p[:n], h.directory[offset:])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// An OpenType file starts with a header of 12 bytes, whose fifth and sixth
// count the tables, and a record of 16 bytes a table, its tag first.
const (
	headerSize = 12
	recordSize = 16
)

// hideOutlines copies the file's table directory with the tag of the CFF table
// changed to one that no reader knows.
func hideOutlines(data []byte) []byte {
	tables := int(data[4])<<8 | int(data[5])
	directory := bytes.Clone(data[:headerSize+recordSize*tables])
	for i := headerSize; i < len(directory); i += recordSize {
		if tag := directory[i : i+4]; string(tag) == "CFF " {
			copy(tag, "cff-")
		}
	}
	return directory
}
