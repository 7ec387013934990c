package store

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"gongkai/kiosk/catalogue"
)

// fault is a damage to the directory while it is watched. It is repaired by the end of the
// round only where that end could not be marked in the directory otherwise.
type fault struct {
	name string
	do   func(*torment)
}

var tortures = []fault{
	{"edit", func(w *torment) { w.rename(w.any()) }},
	{"edit in place", func(w *torment) { w.overwrite(w.any()) }},
	{"truncate", func(w *torment) {
		name := w.any()
		data := w.fresh(name)
		w.spoil(name, data[:w.random.IntN(len(data)-pixelless(name))])
	}},
	{"interleave", interleave},
	{"stall at a line's end", stall},
	{"corrupt", func(w *torment) {
		name := w.any()
		w.spoil(name, [][]byte{
			nil, {0}, []byte("\xff\xfe\x00"), []byte("title = \"\xca\xbe\xc0\xfd\""), bytes.Repeat([]byte("["), 5000), bytes.Repeat([]byte("#"), 1<<20+1), []byte("GIF89a"),
		}[w.random.IntN(7)])
	}},
	{"delete", func(w *torment) {
		name := w.loose()
		w.must(os.RemoveAll(w.path(name)))
		delete(w.present, name)
	}},
	{"rename", func(w *torment) {
		from := w.loose()
		to := strings.TrimSuffix(from, ".toml") + "-改名.toml"
		if w.present[from] == "" {
			return
		}
		data, err := os.ReadFile(w.path(from))
		w.must(err)
		w.note(to, data)
		w.must(os.Rename(w.path(from), w.path(to)))
		delete(w.present, from)
		w.dawdle(300)
		w.must(os.Rename(w.path(to), w.path(from)))
		delete(w.present, to)
		w.note(from, data)
	}},
	{"conflict copy", conflict},
	{"no file", func(w *torment) {
		name := w.any()
		w.must(os.RemoveAll(w.path(name)))
		w.present[name] = ""
		switch w.random.IntN(3) {
		case 0:
			w.must(syscall.Mkfifo(w.path(name), 0o644))
		case 1:
			w.must(os.Symlink("/etc/passwd", w.path(name)))
		default:
			w.must(os.Mkdir(w.path(name), 0o755))
		}
	}},
	{"swap", swap},
	{"gone", func(w *torment) {
		w.must(os.Rename(w.dir, w.dir+".away"))
		w.dawdle(400)
		w.must(os.Rename(w.dir+".away", w.dir))
	}},
	{"empty", func(w *torment) {
		w.must(os.Rename(w.dir, w.dir+".away"))
		w.must(os.Mkdir(w.dir, 0o755))
		w.dawdle(400)
		w.must(os.Remove(w.dir))
		w.must(os.Rename(w.dir+".away", w.dir))
	}},
	{"fill the disk", fill},
	{"flood", func(w *torment) {
		for i := range 300 {
			name := w.path(fmt.Sprintf("items/.%d.tmp", i))
			os.WriteFile(name, []byte("x"), 0o644)
			os.Remove(name)
		}
	}},
	{"image away", func(w *torment) {
		name := imageName(1 + w.random.IntN(allNotes))
		w.must(os.RemoveAll(w.path(name)))
		w.present[name] = ""
	}},
	{"temporary left", func(w *torment) {
		w.must(os.WriteFile(w.path("items/.1.toml.Xa3Q1b"), []byte("x"), 0o644))
		w.dawdle(200)
		w.must(os.Remove(w.path("items/.1.toml.Xa3Q1b")))
	}},
}

// any returns one of the files, loose one of those that may be removed.
func (w *torment) any() string {
	names := w.names()
	return names[w.random.IntN(len(names))]
}

func (w *torment) loose() string { return itemName(lasting + 1 + w.random.IntN(allItems-lasting)) }

// conflict renames a file to a copy's name, as a sync tool does, and puts a new original in its place.
func conflict(w *torment) {
	from := w.any()
	dir, base := filepath.Split(from)
	copied := strings.Replace(conflictNames[w.random.IntN(len(conflictNames))], "02", strings.TrimSuffix(base, filepath.Ext(base)), 1)
	if strings.HasPrefix(from, "images/") {
		copied = strings.ReplaceAll(copied, ".toml", ".png")
	}
	if w.present[from] == "" || dir == "" && !catalogue.Wants(copied) || slices.Contains(w.names(), dir+copied) {
		return
	}
	data, err := os.ReadFile(w.path(from))
	w.must(err)
	w.note(dir+copied, data)
	delete(w.present, dir+copied)
	w.present[from] = ""
	w.must(os.Rename(w.path(from), w.path(dir+copied)))
	w.dawdle(1500)
	w.rename(from)
	w.dawdle(300)
	w.must(os.Remove(w.path(dir + copied)))
}

// interleave writes one file with two writers at once, each from the beginning. The result is whole
// only if one of them wrote last; no other mixture of the two is valid.
func interleave(w *torment) {
	name := w.any()
	if name == "kiosk.toml" || strings.HasPrefix(name, "images/") { // a mixture of two of them looks valid
		name = itemName(1)
	}
	a, b := w.halved(name)
	w.clear(name)
	w.note(name, a)
	w.note(name, b)
	w.present[name] = ""
	first, err := os.Create(w.path(name))
	if err != nil {
		return
	}
	defer first.Close()
	first.Write(a[:len(a)/2])
	w.dawdle(10)
	second, err := os.Create(w.path(name))
	if err != nil {
		return
	}
	defer second.Close()
	second.Write(b[:len(b)/2])
	w.dawdle(10)
	first.Write(a[len(a)/2:])
	w.dawdle(10)
	if w.random.IntN(2) == 0 {
		second.Truncate(int64(len(b)))
		if _, err := second.WriteAt(b, 0); err == nil {
			w.note(name, b)
		}
	}
}

// stall writes a file in place and pauses where the written part looks whole. Where a busy machine makes the pause longer
// than the store waits, the part counts as a version.
func stall(w *torment) {
	data := w.stallable()
	last := bytes.LastIndex(data, []byte("basis"))
	f, err := os.Create(w.path(stalls))
	w.must(err)
	defer f.Close()
	_, err = f.Write(data[:last])
	w.must(err)
	began := time.Now()
	w.dawdle(1500)
	if time.Since(began) > shortWait-time.Second/2 {
		w.note(stalls, data[:last])
	}
	w.note(stalls, data)
	_, err = f.Write(data[last:])
	w.must(err)
}

// swap replaces the directory with another one, at once where it is a link.
func swap(w *torment) {
	w.edition++
	next := fmt.Sprint(w.dir, ".", w.edition)
	if err := os.CopyFS(next, os.DirFS(w.dir)); err != nil { // the disk is full, or not everything in it is a file
		w.must(os.RemoveAll(next))
		return
	}
	if !w.link {
		w.must(os.Rename(w.dir, w.dir+".before"))
		w.must(os.Rename(next, w.dir))
		w.must(os.RemoveAll(w.dir + ".before"))
		return
	}
	before, err := os.Readlink(w.dir)
	w.must(err)
	w.must(os.Symlink(filepath.Base(next), w.dir+".next"))
	w.must(os.Rename(w.dir+".next", w.dir))
	w.must(os.RemoveAll(filepath.Join(w.home, before)))
}

// fill leaves no room on the disk while files are written, and then makes room again. Without a disk
// to fill, writers also stop in the middle.
func fill(w *torment) {
	names := []string{w.any(), w.any(), w.any()}
	if !w.disk {
		for _, name := range names {
			data := w.fresh(name)
			w.spoil(name, data[:w.random.IntN(len(data)-pixelless(name))])
		}
		return
	}
	ballast := filepath.Join(w.home, "ballast")
	os.WriteFile(ballast, make([]byte, diskSize), 0o644) // as much as there is room for
	for _, name := range names {
		if w.random.IntN(2) == 0 {
			w.overwrite(name)
		} else {
			w.rename(name)
		}
	}
	w.dawdle(300)
	w.must(os.Remove(ballast))
}

// verify compares a child's glance with the ledger and with its earlier ones, and returns what is
// wrong.
func (w *torment) verify(g glance, seen map[string]int) (wrong []string) {
	for path, hash := range g.Shown {
		if path == roundMark {
			continue
		}
		switch n := w.whole[path][hash]; {
		case n == 0:
			wrong = append(wrong, path+" as it never was")
		case n < seen[path]:
			wrong = append(wrong, path+" as it was before")
		default:
			seen[path] = n
		}
	}
	for n := 1; n <= lasting; n++ {
		if !slices.Contains(g.Numbers, n) {
			wrong = append(wrong, fmt.Sprintf("no item %d", n))
		}
	}
	return wrong
}

// behind returns the files that are whole now but shown otherwise, though the child has read them: a
// notice whose image is broken may wait.
func (w *torment) behind(g glance) (wrong []string) {
	for path, hash := range w.present {
		image := strings.HasPrefix(path, "images/")
		waits := strings.HasPrefix(path, "notices/") && w.present["images"+strings.TrimSuffix(strings.TrimPrefix(path, "notices"), ".toml")+".png"] == ""
		if hash != "" && !image && !waits && g.Shown[path] != hash {
			wrong = append(wrong, path+" is not shown as it is")
		}
	}
	return wrong
}
