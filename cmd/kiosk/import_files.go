package main

import (
	"context"
	"errors"
	"os"
	"path"

	"gongkai/kiosk/catalogue"
)

// staged is a file that was written beside its place.
type staged struct{ temporary, final string }

// carryOut writes files into a directory, and then removes others. All of them are written beside their places first: up
// to then an error or the context's end leaves the directory as it was. The renames that follow aren't interrupted, and
// those which an error does interrupt are made by the next import.
func carryOut(ctx context.Context, dir string, writes []catalogue.File, removes []string) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	made := !exists(dir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir) // a folder of the directory may be a link that leads out of it
	if err != nil {
		return err
	}
	defer root.Close()
	var all []staged
	for _, f := range writes {
		if err = ctx.Err(); err != nil {
			break
		}
		var s staged
		if s, err = stage(root, f); err != nil {
			break
		}
		all = append(all, s)
	}
	if err != nil {
		for _, s := range all {
			root.Remove(s.temporary)
		}
		for _, f := range writes {
			root.Remove(path.Dir(f.Path)) // which fails for a folder that isn't empty, and so wasn't made here
		}
		if made {
			os.Remove(dir)
		}
		return err
	}
	for _, s := range all {
		err = errors.Join(err, root.Rename(s.temporary, s.final))
	}
	if err != nil {
		return err
	}
	for _, name := range removes {
		err = errors.Join(err, root.Remove(name))
	}
	return err
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// stage writes a file beside its place, with the permissions of the one that it replaces.
func stage(root *os.Root, file catalogue.File) (s staged, err error) {
	dir, base := path.Split(file.Path)
	if err := root.MkdirAll(path.Clean(dir), 0o755); err != nil {
		return s, err
	}
	mode := os.FileMode(0o644)
	if info, err := root.Stat(file.Path); err == nil {
		mode = info.Mode().Perm()
	}
	s = staged{dir + ".kiosk-" + base + ".tmp", file.Path}
	root.Remove(s.temporary) // of an import that was killed
	f, err := root.OpenFile(s.temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return s, err
	}
	_, err = f.Write(file.Data)
	if err == nil {
		err = f.Chmod(mode) // whatever the mask
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		root.Remove(s.temporary)
	}
	return s, err
}
