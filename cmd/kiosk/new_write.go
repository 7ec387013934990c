package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"

	"gongkai/kiosk/catalogue"
)

// newFile is a file that is to be written into a content directory.
type newFile struct {
	path    string // slash-separated, inside the directory
	data    []byte
	replace bool // it may be there: the old one is kept as .bak
}

// writeFiles writes files in their order, each through a temporary one; what refers to others stands last. A file that is
// there isn't overwritten, and none is written through a link that leads out of the directory. If one fails, or the work is
// interrupted, those that were new are removed, with their folders.
func writeFiles(ctx context.Context, dir string, files []newFile) (err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	var made []string
	defer func() {
		if err != nil {
			for _, name := range slices.Backward(made) {
				removeIn(root, name) // a folder that has another's files stays
			}
		}
	}()
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		made = append(made, absentIn(root, path.Dir(f.path))...)
		if err := root.MkdirAll(path.Dir(f.path), 0o755); err != nil {
			return err
		}
		if f.replace {
			if err := replaceKept(root, f); err != nil {
				return err
			}
			continue
		}
		if err := placeNew(root, f); err != nil {
			return err
		}
		made = append(made, f.path)
	}
	return nil
}

// absentIn returns a folder that isn't there, behind those above it.
func absentIn(root *os.Root, folder string) (names []string) {
	for ; folder != "."; folder = path.Dir(folder) {
		if _, err := root.Lstat(folder); err == nil {
			break
		}
		names = append([]string{folder}, names...)
	}
	return names
}

// replaceKept replaces a file, and keeps the old one beside it as .bak.
func replaceKept(root *os.Root, f newFile) error {
	old, err := root.ReadFile(f.path)
	if err != nil || bytes.Equal(old, f.data) {
		return err
	}
	for _, file := range []catalogue.File{{Path: f.path + ".bak", Data: old}, {Path: f.path, Data: f.data}} {
		s, err := stage(root, file)
		if err != nil {
			return err
		}
		if err := root.Rename(s.temporary, s.final); err != nil {
			return errors.Join(err, removeIn(root, s.temporary))
		}
	}
	return nil
}

// placeNew writes a file that must not be there: whole, or not at all.
func placeNew(root *os.Root, f newFile) error {
	if _, err := root.Lstat(f.path); err == nil {
		return fs.ErrExist
	}
	whole, err := stage(root, catalogue.File{Path: f.path, Data: f.data})
	if err != nil {
		return err
	}
	defer removeIn(root, whole.temporary)
	err = root.Link(whole.temporary, f.path) // fails if the file was created meanwhile
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := root.Lstat(f.path); err == nil { // a share or a card without links
		return fs.ErrExist
	}
	return root.Rename(whole.temporary, f.path)
}
