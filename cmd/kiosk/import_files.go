package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"

	"gongkai/kiosk/catalogue"
)

// staged is a file that was written beside its place.
type staged struct{ temporary, final string }

// carryOut writes files into a directory, and then removes others. All of them are written beside their places first: up
// to then an error or the context's end leaves the directory as it was. The renames that follow aren't interrupted, and
// those which an error does interrupt are made by the next import. It calls step after each file.
func carryOut(ctx context.Context, dir string, writes []catalogue.File, removes []string, step func()) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	made := missing(dir, writes)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir) // a folder of the directory may be a link that leads out of it
	if err != nil {
		return err
	}
	defer root.Close()
	all, err := stageAll(ctx, root, writes, step)
	if err != nil {
		for _, s := range all {
			removeIn(root, s.temporary)
		}
		for _, folder := range made {
			os.Remove(folder)
		}
		return err
	}
	for _, s := range all {
		if failed := root.Rename(s.temporary, s.final); failed != nil {
			removeIn(root, s.temporary)
			err = errors.Join(err, failed)
		}
	}
	if err != nil {
		return partError{err}
	}
	for _, name := range removes {
		err = errors.Join(err, removeIn(root, name))
	}
	if err != nil {
		return partError{err}
	}
	return nil
}

// partError reports that some of the files may have been written or removed, and others not.
type partError struct{ error }

func (e partError) Unwrap() error { return e.error }

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// missing returns the folders that writing files will make, the innermost first.
func missing(dir string, writes []catalogue.File) []string {
	var all []string
	for _, folder := range append(folders(writes), ".") {
		folder = filepath.Join(dir, filepath.FromSlash(folder))
		if _, err := os.Lstat(folder); errors.Is(err, fs.ErrNotExist) && !slices.Contains(all, folder) {
			all = append(all, folder)
		}
	}
	slices.SortFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all
}

// folders returns the folders of files.
func folders(files []catalogue.File) []string {
	var all []string
	for _, f := range files {
		if folder := path.Dir(f.Path); !slices.Contains(all, folder) {
			all = append(all, folder)
		}
	}
	return all
}

// atOnce is how many files are written at a time: most of the time is spent waiting for the disk, which saves several as
// fast as one.
const atOnce = 16

// stageAll writes files beside their places, and returns those that it began.
func stageAll(ctx context.Context, root *os.Root, writes []catalogue.File, step func()) ([]staged, error) {
	for _, folder := range folders(writes) {
		if err := root.MkdirAll(folder, 0o755); err != nil {
			return nil, err
		}
	}
	all, errs := make([]staged, len(writes)), make([]error, len(writes))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(atOnce, len(writes)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(writes); i = int(next.Add(1)) - 1 {
				if errs[i] = ctx.Err(); errs[i] != nil {
					return
				}
				if all[i], errs[i] = stage(root, writes[i]); errs[i] != nil {
					return
				}
				step()
			}
		})
	}
	group.Wait()
	return slices.DeleteFunc(all, func(s staged) bool { return s.temporary == "" }), firstError(errs)
}

// removeIn removes a file within a directory. On Windows, where the system refuses os.Root's way (Wine does), os removes it; a path that leads
// out of the directory is refused by os.Root itself, and stays.
func removeIn(root *os.Root, name string) error {
	err := root.Remove(name)
	var refusal syscall.Errno
	if runtime.GOOS == "windows" && errors.As(err, &refusal) {
		return os.Remove(filepath.Join(root.Name(), filepath.FromSlash(name)))
	}
	return err
}

// firstError returns the first of some errors that is one.
func firstError(errs []error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// stage writes a file beside its place, with the permissions of the one that it replaces.
func stage(root *os.Root, file catalogue.File) (s staged, err error) {
	dir, base := path.Split(file.Path)
	mode := os.FileMode(0o644)
	info, err := root.Stat(file.Path)
	replaces := err == nil
	if replaces {
		mode = info.Mode().Perm()
	}
	s = staged{dir + ".kiosk-" + base + ".tmp", file.Path}
	f, err := root.OpenFile(s.temporary, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode) // which an import that was killed may have left
	if err != nil {
		return s, err
	}
	_, err = f.Write(file.Data)
	if err == nil && replaces {
		err = f.Chmod(mode) // whatever the mask
	}
	if err == nil && replaces { // a new file has nothing to lose when the power fails: the import is repeated
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		removeIn(root, s.temporary)
	}
	return s, err
}
