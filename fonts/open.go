package fonts

import (
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"sync"

	// go-text is HarfBuzz in pure Go, used here for shaping without outlines.
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
func Shaping(f Face) *font.Font {
	if f >= numEmbedded {
		return opened(f).shaping
	}
	return shapingFonts[f]()
}

// Outlines reads the face's glyph outlines lazily from the embedded bytes. It
// is safe for concurrent use with a sfnt.Buffer per goroutine, and parsed once
// per process. For font units ask for ppem fixed.Int26_6(UnitsPerEm).
func Outlines(f Face) *sfnt.Font {
	if f >= numEmbedded {
		return opened(f).outlines
	}
	return outlineFonts[f]()
}

// onceEach returns a function for each face that opens it once.
func onceEach[T any](open func(Face) (T, error)) [numEmbedded]func() T {
	var each [numEmbedded]func() T
	for i := range each {
		f := Face(i)
		each[i] = sync.OnceValue(func() T {
			v, err := open(f)
			if err != nil { // the embedded files are fixed and tested: the build is broken
				panic(fmt.Sprintf("fonts: %v: %v", f, err))
			}
			return v
		})
	}
	return each
}

func openShaping(f Face) (*font.Font, error) {
	file := *files[f]
	return parseShaping(io.NewSectionReader(strings.NewReader(file), 0, int64(len(file))))
}

func openOutlines(f Face) (*sfnt.Font, error) { return sfnt.Parse(Data(f)) }

// parseShaping parses a font file without its outlines.
func parseShaping(file *io.SectionReader) (*font.Font, error) {
	directory, err := hideOutlines(file)
	if err != nil {
		return nil, err
	}
	loader, err := opentype.NewLoader(io.NewSectionReader(&withDirectory{directory, file}, 0, file.Size()))
	if err != nil {
		return nil, err
	}
	return font.NewFont(loader)
}

// withDirectory is a font file with a replaced table directory.
type withDirectory struct {
	directory []byte // replaces the file's first len(directory) bytes
	file      io.ReaderAt
}

// ReadAt implements io.ReaderAt.
func (h *withDirectory) ReadAt(p []byte, offset int64) (int, error) {
	n, err := h.file.ReadAt(p, offset)
	if offset < int64(len(h.directory)) {
		copy(p[:n], h.directory[offset:])
	}
	return n, err
}

// An OpenType file starts with a header of 12 bytes, whose fifth and sixth count the
// tables, and a record of 16 bytes a table: tag, checksum, offset and length.
const (
	headerSize = 12
	recordSize = 16
)

// hideOutlines copies the file's table directory with the outlines' tags changed
// to unknown ones. A file that ends before its tables do, such as one that is still
// being copied, is an error.
func hideOutlines(file *io.SectionReader) ([]byte, error) {
	directory := make([]byte, headerSize)
	if _, err := file.ReadAt(directory, 0); err != nil {
		return nil, err
	}
	directory = make([]byte, headerSize+recordSize*int(binary.BigEndian.Uint16(directory[4:])))
	if _, err := file.ReadAt(directory, 0); err != nil {
		return nil, err
	}
	for i := headerSize; i < len(directory); i += recordSize {
		record := directory[i : i+recordSize]
		end := int64(binary.BigEndian.Uint32(record[8:])) + int64(binary.BigEndian.Uint32(record[12:]))
		if end > file.Size() {
			return nil, io.ErrUnexpectedEOF
		}
		switch tag := record[:4]; string(tag) {
		case "CFF ", "glyf", "loca":
			copy(tag, "----")
		}
	}
	return directory, nil
}
