package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"gongkai/kiosk/picture"
)

// vault is the directory that keeps the last good state of one content directory after the program ends:
//
//	content         the state file (record.go), replaced as a whole
//	images/SHA-256  copies of the images in it, each written once
//	lock            held by the process that writes
//	….tmp           an unfinished write, left by a power failure
//
// Nothing in it is trusted: another program, or staff, may have changed it.
type vault struct {
	dir  string
	lock *os.File                           // nil: not held
	sum  [sha256.Size]byte                  // of the present state file, as far as is known
	have map[string]int64                   // the sizes of the present copies, by hash
	open func(name string) (fs.File, error) // opens an image of the content directory
}

// maxCopies limits the bytes of all copies together.
const maxCopies = 256 << 20

const (
	stateFile  = "content"
	copies     = "images"
	lockFile   = "lock"
	tempSuffix = ".tmp"
)

var errBusy = errors.New("another process keeps its state there")

// load reads what was kept of a content directory; fs.ErrNotExist if nothing was.
func (v *vault) load(dir string) (record, error) {
	root, err := openRoot(v.dir)
	if err != nil {
		return record{}, err
	}
	defer root.Close()
	data, err := readState(root)
	if err != nil {
		return record{}, err
	}
	r, err := decode(data)
	if err != nil {
		return record{}, err
	}
	if r.content != dir {
		return record{}, fmt.Errorf("%w: %s", errDir, r.content)
	}
	v.sum = sha256.Sum256(data)
	return r, nil
}

// save writes a record, unless it is there already: first the images, then the state file. What is no longer needed is
// removed last, so all that the state file names exists at any moment.
func (v *vault) save(r *record) error {
	data, err := r.encode()
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	if v.lock != nil && sum == v.sum && v.complete(r) {
		return nil
	}
	root, err := v.root()
	if err != nil {
		return err
	}
	defer root.Close()
	if err := v.acquire(root); err != nil {
		return err
	}
	keep, err := v.saveImages(root, r)
	if err != nil {
		return err
	}
	if sum != v.sum {
		if err := put(root, stateFile, bytes.NewReader(data)); err != nil {
			return err
		}
		v.sum = sum
	}
	return v.prune(root, keep)
}

// root opens the directory, and creates it if need be, for its owner alone.
func (v *vault) root() (*os.Root, error) {
	if err := os.MkdirAll(filepath.Join(v.dir, copies), 0o700); err != nil {
		return nil, err
	}
	return openRoot(v.dir)
}

// acquire takes the lock, which ends with the process however that ends, and then tidies up.
func (v *vault) acquire(root *os.Root) error {
	if v.lock != nil {
		return nil
	}
	f, err := root.OpenFile(lockFile, os.O_RDWR|os.O_CREATE|syscall.O_NONBLOCK, 0o600)
	if err != nil {
		return err
	}
	if err := flock(f); err != nil {
		f.Close()
		return err
	}
	v.lock = f
	data, _ := readState(root)
	v.sum = sha256.Sum256(data) // the previous holder of the lock may have written
	return v.tidy(root)
}

// readState reads the state file.
func readState(root *os.Root) ([]byte, error) {
	f, _, err := openRegular(root, stateFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxRecord+1))
}

// tidy removes unfinished writes and spoilt copies, and lists the good ones.
func (v *vault) tidy(root *os.Root) error {
	v.have = make(map[string]int64)
	if err := remove(root, stateFile+tempSuffix); err != nil {
		return err
	}
	entries, err := fs.ReadDir(root.FS(), copies)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := copies + "/" + e.Name()
		switch hash, torn := strings.CutSuffix(e.Name(), tempSuffix); {
		case !isHash(hash):
		case torn || !isCopy(root, name, hash):
			if err := remove(root, name); err != nil {
				return err
			}
		default:
			info, err := e.Info()
			if err != nil {
				return err
			}
			v.have[hash] = info.Size()
		}
	}
	return nil
}

// isCopy reports whether a file in the vault really has that hash: a disk may have spoilt it.
func isCopy(root *os.Root, name, hash string) bool {
	f, _, err := openRegular(root, name)
	if err != nil {
		return false
	}
	defer f.Close()
	return isImage(f, hash)
}

// remove removes a file if it exists.
func remove(root *os.Root, name string) error {
	if err := root.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// put writes a file atomically: beside its place, synced to disk, then renamed.
func put(root *os.Root, name string, from io.Reader) error {
	root.Remove(name + tempSuffix)
	f, err := root.OpenFile(name+tempSuffix, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = root.Rename(name+tempSuffix, name)
	}
	if err != nil {
		root.Remove(name + tempSuffix)
		return err
	}
	return syncFolder(root, filepath.Dir(name))
}

// complete reports whether the vault has all images of a record.
func (v *vault) complete(r *record) bool {
	for _, name := range r.names {
		if _, ok := v.have[r.facts[name].Hash]; !ok {
			return false
		}
	}
	return true
}

// saveImages copies the images that a record names and the vault lacks, as far as there is room, and returns the
// hashes to keep.
func (v *vault) saveImages(root *os.Root, r *record) (keep map[string]bool, err error) {
	keep = make(map[string]bool)
	room := int64(maxCopies)
	for _, name := range r.names {
		hash := r.facts[name].Hash
		if keep[hash] {
			continue
		}
		size, ok := v.have[hash]
		if !ok {
			if size, err = v.saveImage(root, name, hash, room); err != nil {
				return nil, err
			}
		}
		if size > 0 && size <= room {
			keep[hash], room = true, room-size
		}
	}
	return keep, nil
}

// saveImage copies an image and returns its size; 0 if there is no room for it, or if the file is now another image.
func (v *vault) saveImage(root *os.Root, name, hash string, room int64) (int64, error) {
	f, err := v.open(name)
	if err != nil {
		return 0, nil
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() > room {
		return 0, nil
	}
	data, err := io.ReadAll(io.LimitReader(f, picture.MaxBytes+1))
	if err != nil || int64(len(data)) > room || hashOf(data) != hash {
		return 0, nil
	}
	if err := put(root, copies+"/"+hash, bytes.NewReader(data)); err != nil {
		return 0, err
	}
	v.have[hash] = int64(len(data))
	return v.have[hash], nil
}

// prune removes the copies that are not in keep.
func (v *vault) prune(root *os.Root, keep map[string]bool) error {
	for hash := range v.have {
		if keep[hash] {
			continue
		}
		if err := remove(root, copies+"/"+hash); err != nil {
			return err
		}
		delete(v.have, hash)
	}
	return nil
}
