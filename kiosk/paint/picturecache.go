package paint

import (
	"container/list"
	"image"
	"io/fs"
	"sync"
)

// pictureBudget limits the bytes of all cached pictures at first, except for one that fills a larger screen.
const pictureBudget = 64 << 20

// pictureKey identifies a strip of a picture at the size in which the whole is drawn, px.
type pictureKey struct {
	hash        string
	orientation uint8
	size        image.Point
	top         int // the strip's first row
}

// pictureCache caches pictures, each at the size in which it is drawn, within a budget; the least
// recently used goes first. A picture is decoded once, however many tiles of it are painted,
// and one at a time, as decoding a photograph takes 100 MB.
type pictureCache struct {
	decoding sync.Mutex

	mu     sync.Mutex
	budget int                          // bytes
	kept   map[pictureKey]*list.Element // of *plate
	used   list.List                    // the most recently used in front
	size   int                          // bytes
}

// cachedPicture is an entry of the pictureCache.
type cachedPicture struct {
	key  pictureKey
	name string      // of the file
	pix  *image.RGBA // nil: the file holds no picture
}

// pictureOverhead is the approximate size of an entry without its pixels.
const pictureOverhead = 512

func (p *cachedPicture) cost() int {
	if p.pix == nil {
		return pictureOverhead
	}
	return pictureOverhead + len(p.pix.Pix)
}

// get returns a picture, read from files if it is not cached, or nil if its file holds none. known
// reports whether the file could be read.
func (c *pictureCache) get(files fs.FS, k pictureKey, name string) (m *image.RGBA, known bool) {
	if m, known = c.find(k); known {
		return m, true
	}
	c.decoding.Lock()
	defer c.decoding.Unlock()
	if m, known = c.find(k); known { // another painter has read it meanwhile
		return m, true
	}
	all, known := open(files, name, k, around(k.size, k.top))
	if !known {
		c.dropFile(name)
		return nil, false
	}
	return c.keepStrips(all, k, name), true
}

// keepStrips keeps the strips of a decoded part, and returns the one that is asked for.
func (c *pictureCache) keepStrips(all *image.RGBA, asked pictureKey, name string) (m *image.RGBA) {
	if all == nil {
		c.keep(&cachedPicture{asked, name, nil})
		return nil
	}
	for top := all.Rect.Min.Y; top < all.Rect.Max.Y; top += stripRows(asked.size) {
		k := asked
		k.top = top
		if _, known := c.find(k); known {
			continue
		}
		strip := cut(all, stripAt(k.size, top))
		c.keep(&cachedPicture{k, name, strip})
		if k == asked {
			m = strip
		}
	}
	return m
}

// previous returns the strip of the picture that a file of this name held before it was replaced, at this size, or nil
// if it is not cached.
func (c *pictureCache) previous(name string, k pictureKey) *image.RGBA {
	c.mu.Lock()
	defer c.mu.Unlock()
	for e := c.used.Front(); e != nil; e = e.Next() {
		if p := e.Value.(*cachedPicture); p.name == name && p.key.size == k.size && p.key.top == k.top {
			return p.pix
		}
	}
	return nil
}

// dropFile drops the pictures of a file that is no longer available.
func (c *pictureCache) dropFile(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.dropIf(func(p *cachedPicture) bool { return p.name == name })
}

// dropIf drops some pictures.
func (c *pictureCache) dropIf(drop func(*cachedPicture) bool) {
	for e := c.used.Front(); e != nil; {
		next := e.Next()
		if drop(e.Value.(*cachedPicture)) {
			c.drop(e)
		}
		e = next
	}
}

// find returns a cached picture.
func (c *pictureCache) find(k pictureKey) (m *image.RGBA, known bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.kept[k]
	if e == nil {
		return nil, false
	}
	c.used.MoveToFront(e)
	return e.Value.(*cachedPicture).pix, true
}

// keep adds a picture and drops what no longer fits. One that alone exceeds the budget stays until the next
// is added, or it would be decoded again for each of its tiles.
func (c *pictureCache) keep(p *cachedPicture) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.kept == nil {
		c.kept = map[pictureKey]*list.Element{}
	}
	c.dropIf(func(o *cachedPicture) bool { // what the file held before
		return o.name == p.name && o.key.hash != p.key.hash && o.key.size == p.key.size && o.key.top == p.key.top
	})
	c.kept[p.key] = c.used.PushFront(p)
	c.size += p.cost()
	c.trim()
}

// trim drops what no longer fits.
func (c *pictureCache) trim() {
	for c.size > c.budget && c.used.Len() > 1 {
		c.drop(c.used.Back())
	}
}

// limit changes the budget.
func (c *pictureCache) limit(budget int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.budget = budget
	c.trim()
}

func (c *pictureCache) drop(e *list.Element) {
	p := c.used.Remove(e).(*cachedPicture)
	delete(c.kept, p.key)
	c.size -= p.cost()
}
