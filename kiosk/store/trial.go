package store

import (
	"bytes"
	"context"
	"io"
	"maps"
	"os"
	"runtime/debug"
	"slices"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/picture"
)

// An image whose header is right may still hold no picture: only decoding it whole tells. That takes up to a second and
// 128 MiB, too much for each reading of the directory, so it happens once for each content, one image at a time, beside
// the readings: a trial. Until then the image is untried, and counts as one that is still on its way.

// outcome is what a trial has shown.
type outcome struct {
	fault *picture.Fault // nil: the image is sound
	old   bool           // by another version of the program: it holds until the image is tried again
}

// trials holds the outcomes by the images' hashes.
type trials map[string]outcome

// untried is an image that has to be tried.
type untried struct{ name, hash string }

// judge applies the outcome of an image's trial to its facts. known is false if it has to be tried, now or again.
func (t trials) judge(fact catalogue.Fact) (judged catalogue.Fact, arriving, known bool) {
	if fact.Message != "" || fact.Hash == "" {
		return fact, false, true
	}
	o, known := t[fact.Hash]
	if o.fault == nil {
		return fact, false, known
	}
	judged = factOf(o.fault)
	judged.Hash = fact.Hash
	return judged, o.fault.Unfinished, !o.old
}

// prune forgets the outcomes of all but these images.
func (t trials) prune(files []catalogue.File) {
	there := make(map[string]bool)
	for _, f := range files {
		if f.Image != nil {
			there[f.Image.Hash] = true
		}
	}
	maps.DeleteFunc(t, func(hash string, _ outcome) bool { return !there[hash] })
}

// sound returns the hashes of the images that have been found sound, sorted.
func (t trials) sound() (hashes []string) {
	for hash, o := range t {
		if o.fault == nil {
			hashes = append(hashes, hash)
		}
	}
	slices.Sort(hashes)
	return hashes
}

// resume takes over the outcomes of a record. A decoder may have been mended since, so what was faulty is tried again.
func (t trials) resume(r record) {
	for _, hash := range r.sound {
		t[hash] = outcome{}
	}
	for _, f := range r.facts {
		if _, known := t[f.Hash]; f.Hash != "" && f.Message != "" && !known {
			t[f.Hash] = outcome{fault: &picture.Fault{Code: f.Code, Message: f.Message, Fix: f.Fix}, old: true}
		}
	}
}

// tried is a trial that has ended.
type tried struct {
	untried
	fault *picture.Fault
	read  bool // the file still was the image
}

// try decodes an image whole.
func try(dir string, u untried) tried {
	data, err := readImage(dir, u.name)
	if err != nil || hashOf(data) != u.hash {
		return tried{untried: u}
	}
	_, fault := picture.Check(data)
	return tried{u, fault, true}
}

// readImage reads an image of the content directory.
func readImage(dir, name string) ([]byte, error) {
	f, err := openImage(dir, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f)
}

// readAll reads an image's bytes, at most one more than are allowed.
func readAll(f *os.File) ([]byte, error) {
	var b bytes.Buffer
	if info, err := f.Stat(); err == nil {
		b.Grow(int(min(info.Size(), picture.MaxBytes)) + bytes.MinRead)
	}
	_, err := io.Copy(&b, io.LimitReader(f, picture.MaxBytes+1))
	return b.Bytes(), err
}

// take takes in an ended trial. An image that could not be read any more is read again.
func (g *gallery) take(t tried) {
	if !t.read {
		delete(g.seen, t.name)
		return
	}
	g.trials[t.hash] = outcome{fault: t.fault}
}

// trier tries images one by one, off the goroutine that reads the directory.
type trier struct {
	dir   string
	ended chan tried
	busy  bool
}

// begin tries an image unless one is being tried. It gives the memory back that decoding has taken.
func (t *trier) begin(ctx context.Context, all []untried) {
	if t.busy || len(all) == 0 {
		return
	}
	t.busy = true
	go func() {
		done := try(t.dir, all[0])
		debug.FreeOSMemory()
		select {
		case t.ended <- done:
		case <-ctx.Done():
		}
	}()
}
