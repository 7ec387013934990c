package paint

import (
	"container/list"
	"image"
	"io/fs"
	"sync"
)

// albumBudget bounds the bytes of all pictures that are kept, but for one that fills a larger screen.
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
	key  pictureKey
	name string      // of the file
	pix  *image.RGBA // nil: the file holds no picture
}

// plateOverhead is about what a plate costs beside its pixels.
const plateOverhead = 512

func (l *plate) cost() int {
	if l.pix == nil {
		return plateOverhead
	}
	return plateOverhead + len(l.pix.Pix)
}

// get is a picture, read from files if it is not kept; nil if there is none in its file. known says
// whether that could be read.
func (a *album) get(files fs.FS, k pictureKey, name string) (m *image.RGBA, known bool) {
	if m, known = a.find(k); known {
		return m, true
	}
	a.decoding.Lock()
	defer a.decoding.Unlock()
	if m, known = a.find(k); known { // another painter has read it meanwhile
		return m, true
	}
	m, known = open(files, name, k)
	if known {
		a.keep(&plate{k, name, m})
	} else {
		a.forget(name)
	}
	return m, known
}

// former is what a file of this name showed at this size before it was replaced, nil if that is not kept.
func (a *album) former(name string, size image.Point) *image.RGBA {
	a.mu.Lock()
	defer a.mu.Unlock()
	for e := a.used.Front(); e != nil; e = e.Next() {
		if l := e.Value.(*plate); l.name == name && l.key.size == size {
			return l.pix
		}
	}
	return nil
}

// forget drops what a file showed that is not to be had any more.
func (a *album) forget(name string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for e := a.used.Front(); e != nil; {
		next := e.Next()
		if e.Value.(*plate).name == name {
			a.drop(e)
		}
		e = next
	}
}

// find is a picture that is kept.
func (a *album) find(k pictureKey) (m *image.RGBA, known bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	e := a.kept[k]
	if e == nil {
		return nil, false
	}
	a.used.MoveToFront(e)
	return e.Value.(*plate).pix, true
}

// keep adds a picture and drops what no longer fits. One that is larger than the budget by itself stays alone,
// until the next one comes, or it would be decoded again for each of its tiles.
func (a *album) keep(l *plate) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.kept == nil {
		a.kept = map[pictureKey]*list.Element{}
	}
	a.kept[l.key] = a.used.PushFront(l)
	for a.size += l.cost(); a.size > albumBudget && a.used.Len() > 1; {
		a.drop(a.used.Back())
	}
}

func (a *album) drop(e *list.Element) {
	l := a.used.Remove(e).(*plate)
	delete(a.kept, l.key)
	a.size -= l.cost()
}
