package store

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// folders hold the wanted files; the images that they name are in another one.
var (
	folders = [...]string{".", "items", "notices"}
	watched = append(folders[:], "images")
)

// maxTotal limits the bytes of all texts together: about what the largest number of files of the usual size have.
const maxTotal = 64 << 20

// scan is one reading of a directory.
type scan struct {
	files    []catalogue.File    // by path, then the images, without their bytes
	names    map[string][]string // by notice: the images it names, as it writes them until scanImages has found them
	arriving []string            // images that are named and missing or incomplete; sorted
	doubtful []untried           // images that may turn out to hold no picture; by name
	problems []diag.Problem      // of the reading itself, in no particular order
	unread   []string            // wanted files that exist and can't be read
	broken   bool                // a folder can't be read, so its files are unknown
	underway bool                // a sync tool is writing a file that will replace a wanted one
	moving   []string            // files that are still changing and can't be trusted; sorted
}

// same reports whether two readings found the same.
func (sc scan) same(other scan) bool {
	return sc.broken == other.broken && slices.Equal(sc.problems, other.problems) && slices.Equal(sc.unread, other.unread) &&
		slices.Equal(sc.doubtful, other.doubtful) && slices.EqualFunc(sc.files, other.files, sameFile)
}

func sameFile(a, b catalogue.File) bool {
	return a.Path == b.Path && bytes.Equal(a.Data, b.Data) && sameFact(a.Image, b.Image)
}

func sameFact(a, b *catalogue.Fact) bool { return a == b || a != nil && b != nil && *a == *b }

// fault records why a file or a folder can't be read.
func (sc *scan) fault(path string, err error) {
	if slices.Contains(folders[:], path) {
		sc.broken = true
	} else {
		sc.unread = append(sc.unread, path)
	}
	sc.problems = append(sc.problems, problemOf(path, err))
}

// directory reads a directory repeatedly, skipping files that have not changed.
type directory struct {
	path   string
	seen   map[string]entry
	images gallery

	temporaries, found map[string]temporary // by name, of the last reading and of this one
}

// scan reads the directory that the path leads to now, which may be another one than last time. It holds
// it by a handle meanwhile, so that it never mixes files of two directories. Which files may still be
// incomplete depends on now.
func (d *directory) scan(now time.Time) scan {
	var sc scan
	root, err := openRoot(d.path)
	if err != nil {
		sc.fault(".", err)
		return sc
	}
	defer root.Close()
	fresh := make(map[string]entry)
	sc.names = make(map[string][]string)
	total := 0
	d.found = make(map[string]temporary)
	for _, path := range d.list(root, &sc, now) {
		if total > maxTotal { // reading the rest, only to drop it, would take minutes
			sc.fault(path, errTotal)
			continue
		}
		e, err := refresh(root, path, d.seen[path], now)
		if err == nil {
			if total += len(e.data); total > maxTotal {
				err = errTotal
			}
		}
		switch {
		case err == nil:
			fresh[path] = e
			sc.files = append(sc.files, catalogue.File{Path: path, Data: e.data})
			if len(e.names) > 0 {
				sc.names[path] = e.names
			}
		case errors.Is(err, errGone):
		default:
			sc.fault(path, err)
		}
	}
	d.seen = fresh
	d.scanImages(root, &sc, now)
	d.temporaries = d.found
	return sc
}

// scanImages reads the images that notices name, and lists those that none names.
func (d *directory) scanImages(root *os.Root, sc *scan, now time.Time) {
	there := d.listImages(root, sc, now)
	known := catalogue.NewImageNames(there)
	named := make(map[string]bool)
	for notice, written := range sc.names {
		sc.names[notice] = paths(known, written)
		for _, path := range sc.names[notice] {
			named[path] = true
		}
	}
	names := slices.Sorted(maps.Keys(named))
	files, arriving, doubtful := d.images.scan(root, names[:min(len(names), maxImages)], now)
	sc.files, sc.arriving, sc.doubtful = append(sc.files, files...), arriving, doubtful
	for _, path := range there {
		if !named[path] {
			sc.files = append(sc.files, catalogue.File{Path: path})
		}
	}
}

// paths returns the paths that names of images mean.
func paths(known catalogue.ImageNames, written []string) []string {
	var found []string
	for _, name := range written {
		if path := known.Find(name); path != "" {
			found = append(found, path)
		}
	}
	return found
}

// openRoot opens a directory. It checks first, since opening a pipe would block.
func openRoot(path string) (*os.Root, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, errNoFolder
	}
	return os.OpenRoot(path)
}

// list returns the wanted files' paths, sorted.
func (d *directory) list(root *os.Root, sc *scan, now time.Time) []string {
	l := listing{d: d, root: root, sc: sc, now: now, wants: catalogue.Wants, wanted: make(map[string]bool), strays: maxStrays}
	for _, folder := range folders {
		err := l.read(folder)
		if err == nil {
			continue
		}
		if err = explain(root, folder, err); !errors.Is(err, errGone) {
			sc.fault(folder, err)
		}
	}
	if !l.wanted["kiosk.toml"] {
		sc.problems = append(sc.problems, l.deeper()...)
	}
	diag.Sort(sc.problems)
	return slices.Sorted(maps.Keys(l.wanted))
}

// deeper warns of folders that seem to hold the content itself.
func (l *listing) deeper() (problems []diag.Problem) {
	for _, folder := range l.folders {
		if info, err := l.root.Stat(folder + "/kiosk.toml"); err == nil && info.Mode().IsRegular() {
			problems = append(problems, diag.Problem{
				File: folder, Severity: diag.Warning, Code: "content-deeper", Message: "内容在这个文件夹里，深了一层，不会显示",
				Fix: "把里面的文件和文件夹都移到外面一层，或把 --content 指到这里",
			})
		}
	}
	return problems
}

// listImages returns the images' paths, sorted. A problem with the folder is reported where its images are named.
func (d *directory) listImages(root *os.Root, sc *scan, now time.Time) []string {
	l := listing{d: d, root: root, sc: sc, now: now, wants: catalogue.WantsImage, wanted: make(map[string]bool)}
	l.read("images")
	return slices.Sorted(maps.Keys(l.wanted))
}

// listing searches folders for wanted names, and for temporaries.
type listing struct {
	d      *directory
	root   *os.Root
	sc     *scan
	now    time.Time
	wants  func(string) bool
	wanted map[string]bool
	strays int // how many stray names may still be reported

	folders []string // the first ones in the directory itself
}

// read reads a folder in parts: it may hold far more names than are wanted.
func (l *listing) read(folder string) error {
	f, err := open(l.root, folder)
	if err != nil {
		return err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && !info.IsDir() {
		return errNoFolder
	}
	for len(l.wanted) <= catalogue.MaxFiles {
		entries, err := f.ReadDir(1024)
		for _, e := range entries {
			l.add(path.Join(folder, e.Name()), e)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// add classifies one name.
func (l *listing) add(name string, e fs.DirEntry) {
	if e.IsDir() && !strings.Contains(name, "/") && len(l.folders) < maxStrays {
		l.folders = append(l.folders, name)
	}
	switch {
	case l.wants(name):
		l.wanted[name] = true
	case len(l.d.found) >= maxTemporaries:
	case e.IsDir() && e.Name() == delayed, e.Type().IsRegular() && targetOf(name) != "":
		if info, err := e.Info(); err == nil && l.d.stillWritten(info, name, l.now) {
			l.sc.underway = true
		}
	case l.strays > 0 && (e.IsDir() || e.Type().IsRegular()):
		if p, ok := catalogue.Stray(name, e.IsDir()); ok {
			l.sc.problems = append(l.sc.problems, p)
			l.strays--
		}
	}
}

// Bounds of what is examined besides the wanted files.
const (
	maxTemporaries = 1_000
	maxStrays      = 100
)
