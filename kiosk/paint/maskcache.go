package paint

import (
	"sync"

	"golang.org/x/image/math/fixed"
)

// key identifies a mask: its glyph or icon, its size, and its subpixel position.
type key uint64

// glyphKey returns the key of a glyph, which may lie, step quarters of a px along its baseline.
func glyphKey(face uint8, id uint16, size fixed.Int26_6, step int, turned bool) key {
	if turned {
		step += 4
	}
	return key(face)<<56 | key(step)<<40 | key(id)<<24 | key(size)&0xffffff
}

// iconKey returns the key of icon number id, side px wide, with lines of stroke 48ths of that.
func iconKey(id, side int, stroke fixed.Int26_6) key {
	return 0xff<<56 | key(stroke)&0xffff<<40 | key(id)<<24 | key(side)&0xffffff
}

// maskCache caches masks within a budget, in two generations: a mask that is used moves to
// the young one; when that fills half of the budget it becomes the old one, and the masks
// of the previous old one, unused since, are dropped.
type maskCache struct {
	mu         sync.Mutex
	budget     int // bytes
	young, old map[key]*stencil
	size       int // bytes of young
}

// overhead is the approximate size of a mask without its pixels: the value, its map entry,
// and the allocator's rounding.
const overhead = 128

// limit changes the budget. Masks beyond it go with the next one that is cached.
func (c *maskCache) limit(budget int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.budget = budget
}

// get returns the mask cached under a key, or nil.
func (c *maskCache) get(k key) *stencil {
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

// put caches a mask, unless it is so large that it would displace all others.
func (c *maskCache) put(k key, m *stencil) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if m.cost() <= c.budget/8 && c.young[k] == nil {
		c.keep(k, m)
	}
}

func (c *maskCache) keep(k key, m *stencil) {
	cost := m.cost()
	if c.young == nil || c.size+cost > c.budget/2 {
		c.young, c.old, c.size = map[key]*stencil{}, c.young, 0
	}
	c.young[k] = m
	c.size += cost
}
