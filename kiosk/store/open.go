package store

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"gongkai/kiosk/picture"
)

// Images opens a content directory's images as they are at the moment; the caller has to compare
// the hash of what it reads with the catalogue's. Only regular files inside the directory are opened, and
// opening never blocks.
type Images struct {
	Dir   string
	shown *shownImages // nil: no copies are kept
}

// shownImages holds the hashes, by name, of the images that are shown, and where their copies lie.
type shownImages struct {
	vault  string
	hashes atomic.Pointer[map[string]string]
}

// Open opens images/…, preferring the copy of what is shown: it exists whatever happened to the directory.
func (im Images) Open(name string) (fs.File, error) {
	if hash := im.shown.hash(name); hash != "" {
		if f := im.shown.open(hash); f != nil {
			return f, nil
		}
	}
	f, err := openImage(im.Dir, name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f, nil
}

// open opens the copy of an image, nil if there is none, or a spoilt one.
func (s *shownImages) open(hash string) *os.File {
	f, err := openIn(filepath.Join(s.vault, copies), hash)
	if err != nil {
		return nil
	}
	if !isImage(f, hash) {
		f.Close()
		return nil
	}
	return f
}

// copied reports whether there is a copy of an image.
func (s *shownImages) copied(hash string) bool {
	f := s.open(hash)
	if f != nil {
		f.Close()
	}
	return f != nil
}

// hash returns the hash of the image that is shown under a name, "" if none is.
func (s *shownImages) hash(name string) string {
	if s == nil {
		return ""
	}
	hashes := s.hashes.Load()
	if hashes == nil {
		return ""
	}
	return (*hashes)[name]
}

// hashOf returns the SHA-256 of data in hexadecimal digits.
func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// isImage reports whether a file's content has that hash, and rewinds the file.
func isImage(f *os.File, hash string) bool {
	h := sha256.New()
	_, err := io.Copy(h, io.LimitReader(f, picture.MaxBytes+1))
	_, seekErr := f.Seek(0, io.SeekStart)
	return err == nil && seekErr == nil && hex.EncodeToString(h.Sum(nil)) == hash
}

// openImage opens an image of the content directory.
func openImage(dir, name string) (*os.File, error) {
	if !fs.ValidPath(name) || !strings.HasPrefix(name, "images/") {
		return nil, fs.ErrInvalid
	}
	return openIn(dir, name)
}

// openIn opens a regular file in a directory.
func openIn(dir, name string) (*os.File, error) {
	root, err := openRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	f, _, err := openRegular(root, name)
	return f, err
}
