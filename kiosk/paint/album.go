package paint

import (
	"container/list"
	"image"
	"io/fs"
	"sync"
)

// albumBudget bounds the bytes of all pictures that are kept.
const albumBudget = 64 << 20

// pictureKey names a picture at the size in which it is drawn, px.
type pictureKey struct {
	hash        string
	orientation uint8
	size        image.Point
}

// album keeps pictures, each at the size in which it is drawn, within a budget; the one that
// has not been asked for longest goes first. A picture is decoded once, however many tiles
// of it are painted, and one at a time, as a photograph takes 100 MB while it is decoded.
type album struct {
	decoding sync.Mutex

	mu   sync.Mutex
	kept map[pictureKey]*list.Element // of *plate
	used list.List                    // the last asked for in front
	size int                          // bytes
}

// plate is a picture in the album.
type plate struct {
	key pictureKey
	pix *image.RGBA // nil: the file holds no picture
}

// plateOverhead is about what a plate costs beside its pixels.
const plateOverhead = 512

func (l *plate) cost() int {
	if l.pix == nil {
		return plateOverhead
	}
	return plateOverhead + len(l.pix.Pix)
}

// get is a picture, read from files if it is not kept; nil if it can't be.
func (a *album) get(files fs.FS, k pictureKey, name string) *image.RGBA {
	if l := a.find(k); l != nil {
		return l.pix
	}
	a.decoding.Lock()
	defer a.decoding.Unlock()
	if l := a.find(k); l != nil { // another painter has read it meanwhile
		return l.pix
	}
	m, final := open(files, name, k)
	if final {
		a.keep(&plate{k, m})
	}
	return m
}

func (a *album) find(k pictureKey) *plate {
	a.mu.Lock()
	defer a.mu.Unlock()
	e := a.kept[k]
	if e == nil {
		return nil
	}
	a.used.MoveToFront(e)
	return e.Value.(*plate)
}

// keep adds a picture and drops what no longer fits. One that is larger than the budget isn't kept.
func (a *album) keep(l *plate) {
	if l.cost() > albumBudget {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.kept == nil {
		a.kept = map[pictureKey]*list.Element{}
	}
	a.kept[l.key] = a.used.PushFront(l)
	for a.size += l.cost(); a.size > albumBudget; {
		last := a.used.Remove(a.used.Back()).(*plate)
		delete(a.kept, last.key)
		a.size -= last.cost()
	}
}
