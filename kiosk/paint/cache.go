package paint

import (
	"sync"

	"golang.org/x/image/math/fixed"
)

// key names a mask: what it shows, its size, and where between two px it lies.
type key uint64

// glyphKey is the key of a glyph step quarters of a px to the right of a whole one.
func glyphKey(face uint8, id uint16, size fixed.Int26_6, step int) key {
	return key(face)<<56 | key(step)<<40 | key(id)<<24 | key(size)&0xffffff
}

// iconKey is the key of icon number id, side px wide, its lines stroke 48ths of that.
func iconKey(id, side int, stroke fixed.Int26_6) key {
	return 0xff<<56 | key(stroke)&0xffff<<40 | key(id)<<24 | key(side)&0xffffff
}

// cache keeps masks within a budget, in two generations: what is asked for moves to
// the young one; when that holds half of the budget it becomes the old one, and what nobody
// asked for since the last time is forgotten.
type cache struct {
	budget int // bytes

	mu         sync.Mutex
	young, old map[key]*stencil
	size       int // bytes of young
}

// overhead is about what a mask costs beside its pixels: itself, its place in the map,
// and what the allocator rounds up.
const overhead = 128

// get is the mask kept under a key, or nil.
func (c *cache) get(k key) *stencil {
	c.mu.Lock()
	defer c.mu.Unlock()
	if m := c.young[k]; m != nil {
		return m
	}
	m := c.old[k]
	if m != nil {
		c.keep(k, m)
	}
	return m
}

// put keeps a mask, unless it is so large that it would drive out all else.
func (c *cache) put(k key, m *stencil) {
	if m.cost() > c.budget/8 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.young[k] == nil {
		c.keep(k, m)
	}
}

func (c *cache) keep(k key, m *stencil) {
	cost := m.cost()
	if c.young == nil || c.size+cost > c.budget/2 {
		c.young, c.old, c.size = map[key]*stencil{}, c.young, 0
	}
	c.young[k] = m
	c.size += cost
}
