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
	"sync/atomic"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// MaxFaces is the most faces, including the optional ones, which are numbered after
// the embedded ones.
const MaxFaces = 128

// Seek sets the paths of the optional fonts, in order of trial: font files, or
// directories whose .ttf and .otf files are used by name. Absent paths and fonts
// beyond MaxFaces are skipped. Fonts are opened when a character is missing in the
// embedded faces, those of [Debian] only for characters of their script.
//
// Call it before any text is set, and not concurrently with setting.
func Seek(paths ...string) {
	optional = sync.OnceValue(func() []*file { return listFonts(paths) })
}

// Supply returns the face that sets a character which no style's face has, bold where the
// text is bold and there is such a font: [Symbols], or the first optional face that has it.
// It opens the fonts in turn, and is safe for concurrent use.
func Supply(r rune, bold bool) (Face, bool) {
	if _, ok := Shaping(Symbols).NominalGlyph(r); ok {
		return Symbols, true
	}
	for i, o := range optional() {
		if o.bold && !bold || o.script != nil && !o.script.has(r) {
			continue
		}
		o.asked.Store(true)
		if f, err := o.open(); err == nil {
			if _, ok := f.shaping.NominalGlyph(r); ok {
				return Face(numEmbedded + i), true
			}
		}
	}
	return 0, false
}

// Faults returns the optional fonts that can't be used, each with its path; a script's
// only if it was asked for a character.
func Faults() []*fs.PathError {
	var faults []*fs.PathError
	for _, o := range optional() {
		if o.script != nil && !o.asked.Load() {
			continue
		}
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
	if f < numEmbedded {
		return 880
	}
	return opened(f).top
}

// optional lists the optional fonts; face numEmbedded+i is the one at i.
var optional = func() []*file { return nil }

// file is an optional font. It stays open, and is read as glyphs need it.
type file struct {
	path   string
	script *Script                  // the only characters it is asked for; nil: any
	bold   bool                     // for bold text alone
	asked  atomic.Bool              // whether it was opened for a character
	open   func() (faceFile, error) // once
}

// faceFile is an opened font.
type faceFile struct {
	shaping  *font.Font
	outlines *sfnt.Font
	top      int // EmTop
}

// opened returns an optional font that Supply has opened.
func opened(f Face) faceFile {
	o, err := optional()[f-numEmbedded].open()
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
			script, bold := debianFont(path)
			found = append(found, &file{path: path, script: script, bold: bold, open: sync.OnceValues(func() (faceFile, error) { return openFile(path) })})
		}
	}
	return found[:min(len(found), MaxFaces-numEmbedded)]
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
