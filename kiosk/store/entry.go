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
	"gongkai/kiosk/diag"
)

// entry is a file as it was last read.
type entry struct {
	info  fs.FileInfo
	data  []byte
	names []string // of a notice: the images that it names
	since since    // when it was first seen as info says
	final bool     // later changes show in info
}

const (
	// grain is the coarsest step in which a file system counts a file's times (FAT has 2 s). A file
	// that was read sooner after its last change may change again and look the same.
	grain = 3 * time.Second
	// skew is how far apart the clocks of this machine and of a share may be.
	skew = 10 * time.Minute
)

// isFinal says whether later changes of a file will show in its state: it was changed long ago, or has been
// seen like this, by this machine's own clock, for a while.
func isFinal(info fs.FileInfo, since since, now time.Time) bool {
	return now.Sub(info.ModTime()) > skew || now.Sub(since.Time) > grain
}

// look brings an entry up to date. It follows links inside the directory, reads
// regular files only, and no more of one than kiosk/diag needs to call it too large.
func look(root *os.Root, path string, last entry, now time.Time) (entry, error) {
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

// sameState says whether a file is the one it was, and unchanged.
func sameState(a, b fs.FileInfo) bool {
	return os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && changed(a) == changed(b)
}

// read opens a file and reads it if it is a regular one.
func read(root *os.Root, path string) (entry, error) {
	f, info, err := openRegular(root, path)
	if err != nil {
		return entry{}, err
	}
	defer f.Close()
	var b bytes.Buffer
	b.Grow(int(min(max(info.Size(), 0), diag.MaxBytes)) + bytes.MinRead)
	_, err = io.Copy(&b, io.LimitReader(f, diag.MaxBytes+1))
	return entry{info: info, data: b.Bytes()}, err
}

// open opens for reading; a pipe or device that has taken a file's place meanwhile
// makes nobody wait.
func open(root *os.Root, path string) (*os.File, error) {
	return root.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

// openRegular opens a file if it is a regular one.
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

// regular says why a thing isn't a file to be read.
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

// explain tells what a system's error means for a link. os.Root has no error to be
// recognised for one that leads outside; it is what no system call has said.
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
	case lerr != nil && !errors.As(lerr, &errno): // its folder leads outside
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
