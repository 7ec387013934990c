package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// MaxFaces bounds the faces, the optional ones included: those have the numbers
// from NumFaces on.
const MaxFaces = 16

// Seek says where the optional fonts are, in order of trial: a font file, or a
// directory of which every .ttf and .otf is one, by name. What isn't there is passed
// over, and so is what comes after MaxFaces. Nothing is opened before a
// character is missing in the embedded faces.
//
// It is to be called before any text is set, and not while some is.
func Seek(paths ...string) {
	optional = sync.OnceValue(func() []*file { return find(paths) })
}

// Supply is the first optional face that has a character; it opens the fonts as it
// comes to them. It is safe for concurrent use.
func Supply(r rune) (Face, bool) {
	for i, o := range optional() {
		if f, err := o.open(); err == nil {
			if _, ok := f.shaping.NominalGlyph(r); ok {
				return Face(NumFaces + i), true
			}
		}
	}
	return 0, false
}

// Faults are the optional fonts that can't be used, each with its path.
func Faults() []*fs.PathError {
	var faults []*fs.PathError
	for _, o := range optional() {
		var fault *fs.PathError
		if _, err := o.open(); errors.As(err, &fault) {
			faults = append(faults, fault)
		}
	}
	return faults
}

// EmTop is how far the square that a hanzi fills reaches above the baseline, in
// font units; it is one em high.
func EmTop(f Face) int {
	if f < NumFaces {
		return 880
	}
	return opened(f).top
}

// optional lists the optional fonts; face NumFaces+i is the one at i.
var optional = func() []*file { return nil }

// file is an optional font. It stays open, and is read where a glyph needs it.
type file struct {
	path string
	open func() (faceFile, error) // once
}

// faceFile is an opened font.
type faceFile struct {
	shaping  *font.Font
	outlines *sfnt.Font
	top      int // EmTop
}

// opened is an optional font that has been opened before: Supply gave its number.
func opened(f Face) faceFile {
	o, err := optional()[f-NumFaces].open()
	if err != nil {
		panic(fmt.Sprintf("fonts: face %d: %v", f, err))
	}
	return o
}

// find lists the font files at the paths.
func find(paths []string) []*file {
	var found []*file
	for _, path := range paths {
		for _, path := range list(path) {
			found = append(found, &file{path, sync.OnceValues(func() (faceFile, error) { return openFile(path) })})
		}
	}
	return found[:min(len(found), MaxFaces-NumFaces)]
}

// list is the font files of a directory, or the one file that the path names.
func list(path string) []string {
	info, err := os.Stat(path)
	if err != nil {
		return nil
	}
	if !info.IsDir() {
		return []string{path}
	}
	entries, _ := os.ReadDir(path) // by name, as far as it can be read
	var paths []string
	for _, e := range entries {
		if slices.Contains([]string{".ttf", ".otf"}, strings.ToLower(filepath.Ext(e.Name()))) {
			paths = append(paths, filepath.Join(path, e.Name()))
		}
	}
	return paths
}

// openFile opens a font; errors are of type *fs.PathError.
func openFile(path string) (faceFile, error) {
	info, err := os.Stat(path)
	if err != nil {
		return faceFile{}, err
	}
	if !info.Mode().IsRegular() { // to open a pipe would wait for its other end
		return faceFile{}, &fs.PathError{Op: "open", Path: path, Err: errors.New("not a regular file")}
	}
	f, err := os.Open(path)
	if err != nil {
		return faceFile{}, err
	}
	o, err := parseFile(io.NewSectionReader(f, 0, info.Size()))
	if err != nil {
		f.Close()
		return faceFile{}, &fs.PathError{Op: "parse", Path: path, Err: err}
	}
	return o, nil
}

// parseFile reads of a font what shaping needs; outlines are read later. The libraries
// stumble over some files that are no fonts: that is one font's fault, not the end of the program.
func parseFile(file *io.SectionReader) (o faceFile, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	if o.shaping, err = parseShaping(file); err != nil {
		return o, err
	}
	if o.outlines, err = sfnt.ParseReaderAt(file); err != nil {
		return o, err
	}
	o.top, err = readEmTop(file, int(o.shaping.Upem()))
	return o, err
}

// readEmTop reads OS/2's sTypoAscender, the top of the em box in a font of hanzi.
func readEmTop(file *io.SectionReader, upem int) (int, error) {
	loader, err := opentype.NewLoader(file)
	if err != nil {
		return 0, err
	}
	table, err := loader.RawTable(opentype.MustNewTag("OS/2"))
	if err != nil || len(table) < 70 || upem == 0 {
		return 0, errors.New("no OS/2 table")
	}
	return int(int16(binary.BigEndian.Uint16(table[68:]))) * UnitsPerEm / upem, nil
}
