package store

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
	"time"

	"gongkai/kiosk/catalogue"
)

// entry is a file as it was last read.
type entry struct {
	info  fs.FileInfo
	data  []byte
	names []string // of a notice: the images it names, as it writes them
	since since    // when it was first seen in the state of info
	final bool     // later changes will show in info
}

const (
	// grain exceeds the coarsest step of a file system's times (FAT: 2 s). A file that was read sooner after its
	// last change may change again and look the same.
	grain = 3 * time.Second
	// skew is how far the clocks of this machine and of a share may differ.
	skew = 10 * time.Minute
)

// isFinal reports whether later changes to a file will show in its state: it was changed long ago, or has been in
// this state for a while by this machine's own clock.
func isFinal(info fs.FileInfo, since since, now time.Time) bool {
	return now.Sub(info.ModTime()) > skew || now.Sub(since.Time) > grain
}

// refresh returns an entry as the file is now, and reads the file unless that is known to be unchanged. It follows
// links inside the directory, reads regular files only, and no more of one than kiosk/toml needs to call it
// too large.
func refresh(root *os.Root, path string, last entry, now time.Time) (entry, error) {
	info, err := root.Stat(path)
	if err != nil {
		return entry{}, explain(root, path, err)
	}
	if err := regular(info.Mode()); err != nil {
		return entry{}, err
	}
	if last.final && sameState(info, last.info) {
		return last, nil
	}
	e, err := read(root, path)
	if err != nil {
		return entry{}, explain(root, path, err)
	}
	if last.info != nil && bytes.Equal(e.data, last.data) {
		e.data, e.names = last.data, last.names // one copy is enough
	} else {
		e.names = catalogue.ImagesOf(catalogue.File{Path: path, Data: e.data})
	}
	e.since = last.since.renew(last.info == nil || !sameState(e.info, last.info), now)
	e.final = isFinal(e.info, e.since, now)
	return e, nil
}

// sameState reports whether a and b are states of the same file, unchanged.
func sameState(a, b fs.FileInfo) bool {
	return os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && changed(a) == changed(b)
}

// read reads a regular file.
func read(root *os.Root, path string) (entry, error) {
	f, info, err := openRegular(root, path)
	if err != nil {
		return entry{}, err
	}
	defer f.Close()
	var b bytes.Buffer
	b.Grow(int(min(max(info.Size(), 0), catalogue.MaxBytes)) + bytes.MinRead)
	_, err = io.Copy(&b, io.LimitReader(f, catalogue.MaxBytes+1))
	return entry{info: info, data: b.Bytes()}, err
}

// open opens for reading. It does not block on a pipe or device that has just replaced a file.
func open(root *os.Root, path string) (*os.File, error) {
	return root.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

// openRegular opens a regular file.
func openRegular(root *os.Root, path string) (*os.File, fs.FileInfo, error) {
	f, err := open(root, path)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil {
		err = regular(info.Mode())
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// Why a file isn't read.
var (
	errGone     = errors.New("removed while the directory was read")
	errFolder   = errors.New("a folder")
	errNoFolder = errors.New("not a folder")
	errPipe     = errors.New("a pipe or socket")
	errDevice   = errors.New("a device")
	errOutside  = errors.New("a link to the outside")
	errDangling = errors.New("a link to nothing")
	errTotal    = errors.New("too much in all")
	errSlow     = errors.New("no answer")
)

// regular returns an error unless a mode is that of a regular file.
func regular(m fs.FileMode) error {
	switch {
	case m.IsRegular():
		return nil
	case m.IsDir():
		return errFolder
	case m&(fs.ModeNamedPipe|fs.ModeSocket) != 0:
		return errPipe
	}
	return errDevice
}

// explain turns a system's error into what it means for a link. os.Root has no sentinel error for a link that leads
// outside: that is an error that no system call returned.
func explain(root *os.Root, path string, err error) error {
	var system *fs.PathError
	if !errors.As(err, &system) {
		return err
	}
	info, lerr := root.Lstat(path)
	var errno syscall.Errno
	switch {
	case errors.Is(lerr, fs.ErrNotExist):
		return errGone
	case lerr != nil && !errors.As(lerr, &errno): // its folder is a link to the outside
		return errOutside
	case lerr != nil || info.Mode()&fs.ModeSymlink == 0:
		return err
	case errors.Is(err, fs.ErrNotExist):
		return errDangling
	case errors.As(err, &errno):
		return err
	}
	return errOutside
}
