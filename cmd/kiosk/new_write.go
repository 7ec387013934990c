package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// newFile is a file that is to be written into a content directory.
type newFile struct {
	path    string // slash-separated, inside the directory
	data    []byte
	replace bool // it may be there: the old one is kept as .bak
}

// writeFiles writes files in their order, each through a temporary one; what refers to others stands last. A file that is
// there isn't overwritten. If one fails, or the work is interrupted, those that were new are removed.
func writeFiles(ctx context.Context, dir string, files []newFile) (err error) {
	var made []string
	defer func() {
		if err != nil {
			for _, path := range made {
				os.Remove(path)
			}
		}
	}()
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.path))
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if f.replace {
			if err := replaceKept(path, f.data); err != nil {
				return err
			}
			continue
		}
		if err := placeNew(path, f.data); err != nil {
			return err
		}
		made = append(made, path)
	}
	return nil
}

// replaceKept replaces a file, and keeps the old one beside it as .bak.
func replaceKept(path string, data []byte) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if bytes.Equal(old, data) {
		return nil
	}
	if err := replaceFile(path+".bak", writes(old)); err != nil {
		return err
	}
	return replaceFile(path, writes(data))
}

// placeNew writes a file that must not be there: whole, or not at all.
func placeNew(path string, data []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	whole := path + ".tmp"
	if err := replaceFile(whole, writes(data)); err != nil {
		return err
	}
	defer os.Remove(whole)
	err := os.Link(whole, path) // fails if the file was created meanwhile
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(path); err == nil { // a share or a card without links
		return fs.ErrExist
	}
	return os.Rename(whole, path)
}

// writes returns a function that writes bytes.
func writes(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}
