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

// Images are the bytes of a content directory's images as they are at the moment; who opens one
// compares its hash with the catalogue's. Only regular files inside the directory are opened,
// and nobody is made to wait.
type Images struct {
	Dir   string
	shown *shownImages // nil: no copies are kept
}

// shownImages are the hashes by name of the images that are shown, and where their copies lie.
type shownImages struct {
	vault  string
	hashes atomic.Pointer[map[string]string]
}

// Open opens images/…, first of all the copy of what is shown: it is here, whatever has become of the directory.
func (im Images) Open(name string) (fs.File, error) {
	if hash := im.shown.hash(name); hash != "" {
		if f, err := openIn(filepath.Join(im.shown.vault, copies), hash); err == nil {
			if isImage(f, hash) {
				return f, nil
			}
			f.Close()
		}
	}
	f, err := openImage(im.Dir, name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f, nil
}

// hash is that of the image that is shown under a name, "" if none is.
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

// isImage says whether a file has a hash, and leaves it at its beginning.
func isImage(f *os.File, hash string) bool {
	h := sha256.New()
	_, err := io.Copy(h, io.LimitReader(f, picture.MaxBytes+1))
	_, sought := f.Seek(0, io.SeekStart)
	return err == nil && sought == nil && hex.EncodeToString(h.Sum(nil)) == hash
}

// openImage opens an image of the content directory.
func openImage(dir, name string) (*os.File, error) {
	if !fs.ValidPath(name) || !strings.HasPrefix(name, "images/") {
		return nil, fs.ErrInvalid
	}
	return openIn(dir, name)
}

// openIn opens a regular file inside a directory.
func openIn(dir, name string) (*os.File, error) {
	root, err := openRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	f, _, err := openRegular(root, name)
	return f, err
}
