package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gongkai/kiosk/catalogue"
)

// record is what outlives the program: all that stood on the screen, but for the images' bytes, and
// when each item and notice appeared and changed.
type record struct {
	content string                     // the content directory that all comes from
	files   texts                      // in use
	broken  map[string]bool            // those of them that have no good state
	facts   map[string]*catalogue.Fact // of images in use
	names   []string                   // those of them that are shown, in the order of the notices
	marks   *marks                     // nil: nothing remembered
	waiting map[string]since           // since when images are waited for
}

// header is the first line of a record's body; the files' bytes follow it, one behind the other.
type header struct {
	Content []byte           `json:"content"` // paths are bytes: they need not be UTF-8
	Files   []fileHeader     `json:"files"`
	Images  []factHeader     `json:"images,omitempty"`
	Marks   *marks           `json:"marks,omitempty"`
	Waiting map[string]since `json:"waiting,omitempty"` // for one whose name is not UTF-8 the wait begins anew
}

type fileHeader struct {
	Path   []byte `json:"path"`
	Size   int    `json:"size"`
	Broken bool   `json:"broken,omitempty"`
}

type factHeader struct {
	Path []byte         `json:"path"`
	Fact catalogue.Fact `json:"fact"`
}

// A state file is the line "kiosk state 1", the SHA-256 of all that follows it as a line of
// hexadecimal digits, the header as a line of JSON, the files' bytes.
const (
	signature = "kiosk state "
	edition   = 1
	maxRecord = maxTotal + 32<<20 // a bound of bytes that no record comes near
)

// encode makes a state file; the same record gives the same bytes.
func (r record) encode() ([]byte, error) {
	h := header{Content: []byte(r.content), Marks: r.marks, Waiting: r.waiting}
	paths := slices.Sorted(maps.Keys(r.files))
	for _, path := range paths {
		h.Files = append(h.Files, fileHeader{[]byte(path), len(r.files[path]), r.broken[path]})
	}
	for _, path := range slices.Sorted(maps.Keys(r.facts)) {
		h.Images = append(h.Images, factHeader{[]byte(path), *r.facts[path]})
	}
	line, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	body := append(line, '\n')
	for _, path := range paths {
		body = append(body, r.files[path]...)
	}
	return append(fmt.Appendf(nil, "%s%d\n%x\n", signature, edition, sha256.Sum256(body)), body...), nil
}

// Why a state file is passed over.
var (
	errForeign = errors.New("not a state file")
	errEdition = errors.New("written by another version")
	errTorn    = errors.New("torn or changed: its checksum is wrong")
	errShape   = errors.New("its parts do not fit together")
	errDir     = errors.New("of another content directory")
)

// decode reads a state file. Nothing in it is believed before the checksum is right, and
// what the program would not have written is not believed at all.
func decode(data []byte) (record, error) {
	rest, ok := bytes.CutPrefix(data, []byte(signature))
	if !ok {
		return record{}, errForeign
	}
	number, rest, _ := bytes.Cut(rest, []byte("\n"))
	if string(number) != strconv.Itoa(edition) {
		return record{}, errEdition
	}
	digits, body, _ := bytes.Cut(rest, []byte("\n"))
	if sum := sha256.Sum256(body); string(digits) != hex.EncodeToString(sum[:]) {
		return record{}, errTorn
	}
	line, bodies, _ := bytes.Cut(body, []byte("\n"))
	var h header
	if err := json.Unmarshal(line, &h); err != nil {
		return record{}, errShape
	}
	return h.record(bodies)
}

// record puts the bytes of the files where the header says that they belong.
func (h header) record(bodies []byte) (record, error) {
	r := record{content: string(h.Content), files: make(texts), broken: make(map[string]bool), facts: make(map[string]*catalogue.Fact), marks: h.Marks, waiting: h.Waiting}
	for _, f := range h.Files {
		path := string(f.Path)
		if f.Size < 0 || f.Size > len(bodies) || !catalogue.Wants(path) {
			return record{}, errShape
		}
		r.files[path], bodies = bodies[:f.Size:f.Size], bodies[f.Size:]
		r.broken[path] = f.Broken
	}
	if len(bodies) > 0 || len(r.files) > catalogue.MaxFiles {
		return record{}, errShape
	}
	for _, f := range h.Images {
		if !f.sound() {
			return record{}, errShape
		}
		r.facts[string(f.Path)] = &f.Fact
	}
	return r, nil
}

// sound says whether an image is named as one, and can be shown or is told why not.
func (f factHeader) sound() bool {
	known := f.Fact.Hash == "" && f.Fact.Message != "" || isHash(f.Fact.Hash)
	return known && strings.HasPrefix(string(f.Path), "images/") && (f.Fact.Message != "" || f.Fact.Width > 0 && f.Fact.Height > 0)
}

// isHash says whether a text is a SHA-256 in hexadecimal digits, and so a file's name and no way elsewhere.
func isHash(s string) bool {
	raw, err := hex.DecodeString(s)
	return err == nil && len(raw) == sha256.Size && hex.EncodeToString(raw) == s
}

// record is what is to outlive the program; nil while there is nothing.
func (k *keeper) record() *record {
	if k.shown == nil {
		return nil
	}
	r := &record{files: k.used, broken: make(map[string]bool), facts: make(map[string]*catalogue.Fact), waiting: k.awaited.since}
	for path := range k.used {
		_, good := k.good[path]
		r.broken[path] = !good
	}
	for _, f := range k.usedImages {
		if f.Image != nil {
			r.facts[f.Path] = f.Image
		}
	}
	for _, n := range k.shown.Notices {
		for _, im := range n.Images {
			r.names = append(r.names, im.Name)
		}
	}
	return r
}

// resume begins where a record ends: all in it counts as if it had just been read. It is parsed when
// something of it has to be shown, so that a start with all in order costs no more than without.
func (k *keeper) resume(r record) {
	k.kept = &r
	k.good = maps.Clone(r.files)
	maps.DeleteFunc(k.good, func(path string, _ []byte) bool { return r.broken[path] })
	k.awaited.rememberImages(r.images())
	k.awaited.since = r.waiting
}

// images are a record's, as a reading has them.
func (r record) images() (files []catalogue.File) {
	for path, f := range r.facts {
		files = append(files, catalogue.File{Path: path, Image: f})
	}
	return files
}

// last is what was shown last, if need be by the process before; nil if nothing was.
func (k *keeper) last() *catalogue.Catalogue {
	if k.shown != nil || k.kept == nil {
		return k.shown
	}
	r := k.kept
	k.kept = nil
	read := k.images
	k.images = r.images()
	c, _ := k.parse(r.files)
	if k.shown = c; c != nil {
		k.used, k.usedImages = r.files, k.images
	}
	k.images = read
	return c
}
