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

// MaxFaces is the most faces, including the optional ones, which are numbered from
// NumFaces on.
const MaxFaces = 16

// Seek sets the paths of the optional fonts, in order of trial: font files, or
// directories whose .ttf and .otf files are used by name. Absent paths and fonts
// beyond MaxFaces are skipped. Fonts are opened when a character is missing in the
// embedded faces.
//
// Call it before any text is set, and not concurrently with setting.
func Seek(paths ...string) {
	optional = sync.OnceValue(func() []*file { return listFonts(paths) })
}

// Supply returns the first optional face that has a character, opening the fonts in
// turn. It is safe for concurrent use.
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

// Faults returns the optional fonts that can't be used, each with its path.
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

// EmTop returns the top of a hanzi's square above the baseline, in font units; the
// square is one em high.
func EmTop(f Face) int {
	if f < NumFaces {
		return 880
	}
	return opened(f).top
}

// optional lists the optional fonts; face NumFaces+i is the one at i.
var optional = func() []*file { return nil }

// file is an optional font. It stays open, and is read as glyphs need it.
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

// opened returns an optional font that Supply has opened.
func opened(f Face) faceFile {
	o, err := optional()[f-NumFaces].open()
	if err != nil {
		panic(fmt.Sprintf("fonts: face %d: %v", f, err))
	}
	return o
}

// listFonts lists the font files at the paths.
func listFonts(paths []string) []*file {
	var found []*file
	for _, path := range paths {
		for _, path := range fontFiles(path) {
			found = append(found, &file{path, sync.OnceValues(func() (faceFile, error) { return openFile(path) })})
		}
	}
	return found[:min(len(found), MaxFaces-NumFaces)]
}

// fontFiles returns the font files of a directory, or path itself if it is a file.
func fontFiles(path string) []string {
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

// parseFile parses the tables that shaping needs; outlines are read later. The libraries
// panic on some files that are not fonts: that is reported as the file's fault.
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
