package paint

import (
	"bytes"
	"image"
	"sync"
	"testing"

	"gongkai/fonts"
	"gongkai/kiosk/page"
)

func TestCache(t *testing.T) {
	const budget = 64 << 10
	c := &maskCache{budget: budget}
	held := func() (n int) {
		seen := map[*stencil]bool{}
		for _, m := range c.young {
			seen[m] = true
		}
		for _, m := range c.old {
			seen[m] = true
		}
		for m := range seen {
			n += 8*len(m.quads) + overhead
		}
		return n
	}
	often := &stencil{quads: make([]quad, 12)}
	c.put(1, often)
	for i := range 1000 {
		c.put(key(100+i), &stencil{quads: make([]quad, 112)})
		if c.get(1) != often {
			t.Fatalf("after %d others, what is asked for all the time is gone", i)
		}
		if n := held(); n > budget {
			t.Fatalf("after %d masks, %d bytes are held", i, n)
		}
	}
	if c.get(100) != nil || c.get(100+999) == nil {
		t.Error("what came first should be gone, what came last be there")
	}
	c.put(2, &stencil{quads: make([]quad, budget/64)})
	if c.get(2) != nil {
		t.Error("a mask of an eighth of the budget was kept")
	}
	if n := held(); n < budget/4 {
		t.Errorf("only %d bytes are held", n)
	}
	c.limit(budget / 4)
	for i := range 100 {
		c.put(key(2000+i), &stencil{quads: make([]quad, 112)})
	}
	if n := held(); n > budget/4 {
		t.Errorf("with less room %d bytes are held", n)
	}
}

func TestKeys(t *testing.T) {
	seen := map[key]bool{}
	add := func(k key) {
		if seen[k] {
			t.Errorf("key %x is used twice", uint64(k))
		}
		seen[k] = true
	}
	for face := range uint8(fonts.MaxFaces) {
		for step := range 4 {
			for _, id := range []uint16{0, 1, 65535} {
				for _, turned := range []bool{false, true} {
					add(glyphKey(face, id, px26(36.8), step, turned))
					add(glyphKey(face, id, px26(2000), step, turned))
				}
			}
		}
	}
	for id := range 4 {
		add(iconKey(id, 46, px26(3)))
		add(iconKey(id, 46, px26(5)))
		add(iconKey(id, 460, px26(3)))
	}
}

// TestConcurrent paints on several goroutines with so small a budget that masks are
// dropped and made again; run with -race.
func TestConcurrent(t *testing.T) {
	var items []page.Item
	for _, name := range iconNames {
		items = append(items, icon48(name, 0, 0, 60))
	}
	items = append(items, words(fonts.SerifBold, px26(30), page.Black, 0, 40, "政务公开事项标准目录", "组织机构工作动态党建"))
	l := layer(320, 120, page.Paper, items...)
	want := paint(l, 0)
	p := New(8 << 10)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 8 {
				m := image.NewRGBA(l.Bounds)
				if p.Layer(m, l, &page.Normal, 0); !bytes.Equal(m.Pix, want.Pix) {
					t.Error("painted at the same time, a layer differs")
				}
			}
		})
	}
	wg.Wait()
}
