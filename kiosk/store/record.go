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

// record is what outlives the program: all that was on the screen, except for the images' bytes, and
// when each item and notice appeared and changed.
type record struct {
	content string                     // the path of the content directory
	files   texts                      // in use
	broken  map[string]bool            // those of them without a good state
	facts   map[string]*catalogue.Fact // of the images in use
	names   []string                   // of the images that are shown, in the order of Catalogue.Images
	marks   *marks                     // nil: no marks yet
	waiting map[string]since           // since when each missing image has been waited for
	sound   []string                   // the hashes of the images that were decoded whole
	origins map[string]string          // as the keeper's
}

// header is the first line of a record's body; the files' bytes follow it, one after the other.
type header struct {
	Content []byte           `json:"content"` // paths are bytes: they need not be UTF-8
	Files   []fileHeader     `json:"files"`
	Images  []factHeader     `json:"images,omitempty"`
	Marks   *marks           `json:"marks,omitempty"`
	Waiting map[string]since `json:"waiting,omitempty"` // an image whose name is not UTF-8 is waited for anew
	Sound   []string         `json:"sound,omitempty"`
	Origins []originHeader   `json:"origins,omitempty"`
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

type originHeader struct {
	File []byte `json:"file"`
	From []byte `json:"from"`
}

// A state file consists of the line "kiosk state 1", a line with the SHA-256 of all that follows it in hexadecimal
// digits, the header as a line of JSON, and the files' bytes.
const (
	signature = "kiosk state "
	version   = 1
	maxRecord = maxTotal + 32<<20 // bytes; no record gets near it
)

// encode returns a state file's bytes; they are the same for the same record.
func (r record) encode() ([]byte, error) {
	h := header{Content: []byte(r.content), Marks: r.marks, Waiting: r.waiting, Sound: r.sound}
	paths := slices.Sorted(maps.Keys(r.files))
	for _, path := range paths {
		h.Files = append(h.Files, fileHeader{[]byte(path), len(r.files[path]), r.broken[path]})
	}
	for _, path := range slices.Sorted(maps.Keys(r.facts)) {
		h.Images = append(h.Images, factHeader{[]byte(path), *r.facts[path]})
	}
	for _, file := range slices.Sorted(maps.Keys(r.origins)) {
		h.Origins = append(h.Origins, originHeader{[]byte(file), []byte(r.origins[file])})
	}
	line, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	body := append(line, '\n')
	for _, path := range paths {
		body = append(body, r.files[path]...)
	}
	return append(fmt.Appendf(nil, "%s%d\n%s\n", signature, version, hashOf(body)), body...), nil
}

// Why a state file is skipped.
var (
	errForeign = errors.New("not a state file")
	errVersion = errors.New("written by another version")
	errTorn    = errors.New("torn or changed: its checksum is wrong")
	errShape   = errors.New("its parts do not fit together")
	errDir     = errors.New("of another content directory")
)

// decode parses a state file. It reads nothing before the checksum is right, and rejects what the program would
// not have written.
func decode(data []byte) (record, error) {
	rest, ok := bytes.CutPrefix(data, []byte(signature))
	if !ok {
		return record{}, errForeign
	}
	number, rest, _ := bytes.Cut(rest, []byte("\n"))
	if string(number) != strconv.Itoa(version) {
		return record{}, errVersion
	}
	digits, body, _ := bytes.Cut(rest, []byte("\n"))
	if string(digits) != hashOf(body) {
		return record{}, errTorn
	}
	line, bodies, _ := bytes.Cut(body, []byte("\n"))
	var h header
	if err := json.Unmarshal(line, &h); err != nil {
		return record{}, errShape
	}
	return h.record(bodies)
}

// record assigns the files' bytes to the paths in the header.
func (h header) record(bodies []byte) (record, error) {
	r := record{
		content: string(h.Content), files: make(texts), broken: make(map[string]bool), facts: make(map[string]*catalogue.Fact),
		marks: h.Marks, waiting: h.Waiting, sound: h.Sound, origins: make(map[string]string),
	}
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
		if !f.valid() {
			return record{}, errShape
		}
		r.facts[string(f.Path)] = &f.Fact
	}
	if slices.ContainsFunc(h.Sound, func(hash string) bool { return !isHash(hash) }) {
		return record{}, errShape
	}
	for _, o := range h.Origins {
		r.origins[string(o.File)] = string(o.From)
	}
	return r, nil
}

// valid reports whether an image has an image's name, and either can be shown or has a message why not.
func (f factHeader) valid() bool {
	known := f.Fact.Hash == "" && f.Fact.Message != "" || isHash(f.Fact.Hash)
	return known && strings.HasPrefix(string(f.Path), "images/") && (f.Fact.Message != "" || f.Fact.Width > 0 && f.Fact.Height > 0)
}

// isHash reports whether s is a SHA-256 in hexadecimal digits, and so a plain file name and no path elsewhere.
func isHash(s string) bool {
	raw, err := hex.DecodeString(s)
	return err == nil && len(raw) == sha256.Size && hex.EncodeToString(raw) == s
}

// record returns what is to outlive the program; nil while there is nothing.
func (k *keeper) record() *record {
	if k.shown == nil {
		return nil
	}
	r := &record{files: k.used, broken: make(map[string]bool), facts: make(map[string]*catalogue.Fact), waiting: k.awaited.since, origins: k.origins}
	for path := range k.used {
		_, good := k.good[path]
		r.broken[path] = !good
	}
	for _, f := range k.usedImages {
		if f.Image != nil {
			r.facts[f.Path] = f.Image
		}
	}
	for _, im := range k.shown.Images() {
		r.names = append(r.names, im.Name)
	}
	return r
}

// resume continues from a record as if it had just been read. It is parsed only when something in it has to be
// shown, so that a start with the content in order costs no more for it.
func (k *keeper) resume(r record) {
	k.kept = &r
	k.good = maps.Clone(r.files)
	maps.DeleteFunc(k.good, func(path string, _ []byte) bool { return r.broken[path] })
	k.awaited.rememberImages(r.images())
	k.awaited.since = r.waiting
	k.origins = r.origins
}

// images returns a record's images, as a reading has them.
func (r record) images() (files []catalogue.File) {
	for path, f := range r.facts {
		files = append(files, catalogue.File{Path: path, Image: f})
	}
	return files
}

// last returns what was shown last, by the process before if need be; nil if nothing was.
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
