package paint

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"gongkai/kiosk/page"
	"gongkai/kiosk/picture"
)

// content is a content directory of images that counts how often one is opened.
type content struct {
	fstest.MapFS
	opened atomic.Int32
}

func (c *content) Open(name string) (fs.File, error) {
	c.opened.Add(1)
	return c.MapFS.Open(name)
}

func (c *content) put(name string, data []byte) string {
	if c.MapFS == nil {
		c.MapFS = fstest.MapFS{}
	}
	c.MapFS[name] = &fstest.MapFile{Data: data}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// patterned returns a PNG with squares and a gradient, fading out to the right if clear.
func patterned(t testing.TB, w, h int, clear bool) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{uint8(x * 255 / w), uint8((x/8 + y/8) % 2 * 200), uint8(y * 255 / h), 255}
			if clear {
				c.A = uint8(255 - x*255/w)
			}
			m.SetNRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func placed(hash, name string, orientation uint8, r image.Rectangle) *page.Picture {
	return &page.Picture{Name: name, Hash: hash, Orientation: orientation, Rect: r}
}

// TestPictures paints reduced, enlarged, rotated and transparent pictures over a mat.
func TestPictures(t *testing.T) {
	var c content
	plain := c.put("images/a.png", patterned(t, 160, 120, false))
	clear := c.put("images/b.png", patterned(t, 160, 120, true))
	p := New(0)
	p.Pictures = &c
	l := layer(260, 180, page.Mat,
		placed(plain, "images/a.png", 1, image.Rect(10, 10, 90, 70)),
		placed(plain, "images/a.png", 6, image.Rect(10, 80, 70, 160)),
		placed(clear, "images/b.png", 1, image.Rect(100, 10, 230, 107)),
		placed(plain, "images/a.png", 3, image.Rect(100, 120, 300, 270)))
	m := image.NewRGBA(l.Bounds)
	p.Layer(m, l, &page.Normal, 0)
	golden(t, "pictures", m)
}

// TestPictureOnce checks that a picture painted in tiles on two goroutines equals one
// painted whole, and is read once.
func TestPictureOnce(t *testing.T) {
	var c content
	hash := c.put("images/a.png", patterned(t, 300, 200, true))
	l := layer(200, 200, page.None, placed(hash, "images/a.png", 1, image.Rect(-20, 30, 180, 163)))
	alone := New(0)
	alone.Pictures = c.MapFS
	whole := image.NewRGBA(l.Bounds)
	alone.Layer(whole, l, &page.Normal, 0)

	p := New(0)
	p.Pictures = &c
	var group sync.WaitGroup
	for seed := range uint64(2) {
		group.Go(func() {
			random := rand.New(rand.NewPCG(seed, 0))
			for range 40 {
				lo := image.Pt(random.IntN(180), random.IntN(180))
				tile := image.NewRGBA(image.Rectangle{lo, lo.Add(image.Pt(20, 20))})
				p.Layer(tile, l, &page.Normal, 0)
				for y := lo.Y; y < lo.Y+20; y++ {
					for x := lo.X; x < lo.X+20; x++ {
						if got, want := tile.RGBAAt(x, y), whole.RGBAAt(x, y); got != want {
							t.Errorf("tile at %v: (%d, %d) is %v, want %v", lo, x, y, got, want)
							return
						}
					}
				}
			}
		})
	}
	group.Wait()
	if n := c.opened.Load(); n != 1 {
		t.Errorf("read %d times", n)
	}
}

// TestNoPicture checks that an unreadable file leaves the ground as it is, that a file that becomes the
// expected one is shown, and that one that holds no picture is not retried.
func TestNoPicture(t *testing.T) {
	var c content
	good := patterned(t, 20, 20, false)
	hash := c.put("images/late.png", good)
	late := placed(hash, "images/late.png", 1, image.Rect(0, 0, 10, 10))
	c.put("images/late.png", good[:30])
	rubbish := placed(c.put("images/b.png", []byte("no picture")), "images/b.png", 1, image.Rect(10, 0, 20, 10))
	large := placed(c.put("images/c.png", make([]byte, picture.MaxBytes+1)), "images/c.png", 1, image.Rect(20, 0, 30, 10))
	gone := placed("another", "images/gone.png", 1, image.Rect(30, 0, 40, 10))
	outside := placed("another", "../a.png", 1, image.Rect(30, 0, 40, 10))
	l := layer(40, 10, page.Mat, late, rubbish, large, gone, outside)

	p := New(0)
	paint := func() *image.RGBA {
		m := image.NewRGBA(l.Bounds)
		p.Layer(m, l, &page.Normal, 0)
		return m
	}
	empty := func(m *image.RGBA) {
		t.Helper()
		for i := 0; i < len(m.Pix); i += 4 {
			if c := (color.RGBA{m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3]}); c != page.Normal[page.Mat] {
				t.Fatalf("px %d is %v", i/4, c)
			}
		}
	}
	empty(paint())
	p.Pictures = &c
	empty(paint())
	c.put("images/late.png", good)
	before := c.opened.Load()
	if m := paint(); m.RGBAAt(5, 5) == page.Normal[page.Mat] {
		t.Error("a file that is the right one now isn't shown")
	}
	if n := c.opened.Load() - before; n != 3 {
		t.Errorf("%d files opened, want the three that weren't there", n)
	}
}

// TestPictureCacheIsBounded checks that the least recently used pictures go first, and that all together
// never exceed the budget.
func TestPictureCacheIsBounded(t *testing.T) {
	a := pictureCache{budget: pictureBudget}
	key := func(i int) pictureKey { return pictureKey{size: image.Pt(i, i)} }
	for i := range 20 {
		a.keep(&cachedPicture{key(i), "", image.NewRGBA(image.Rect(0, 0, 1024, 2048))}) // 8 MiB
		if !holds(&a, key(0)) {
			t.Fatal("the one that is asked for has gone")
		}
		sum := 0
		for _, e := range a.kept {
			sum += e.Value.(*cachedPicture).cost()
		}
		if sum > pictureBudget || sum != a.size || a.used.Len() != len(a.kept) {
			t.Fatalf("%d bytes, counted %d", sum, a.size)
		}
	}
	if len(a.kept) != 7 || !holds(&a, key(19)) || holds(&a, key(1)) {
		t.Errorf("%d kept", len(a.kept))
	}
	a.limit(20 << 20)
	if len(a.kept) != 2 || !holds(&a, key(19)) || a.size > 20<<20 {
		t.Errorf("with less room %d are kept, %d bytes", len(a.kept), a.size)
	}
	a.keep(&cachedPicture{key(99), "", image.NewRGBA(image.Rect(0, 0, 4097, 4096))})
	if !holds(&a, key(99)) || len(a.kept) != 1 {
		t.Errorf("one that is larger than the budget is kept among %d", len(a.kept))
	}
	a.keep(&cachedPicture{key(1), "", image.NewRGBA(image.Rect(0, 0, 1, 1))})
	if holds(&a, key(99)) || !holds(&a, key(1)) {
		t.Error("it stays when another comes")
	}
}

func holds(a *pictureCache, k pictureKey) bool {
	_, known := a.find(k)
	return known
}

// TestDraft checks that a picture not decoded yet is painted as mat and reported, that a decoded one is painted
// at once, and that a file without a picture is not reported for ever.
func TestDraft(t *testing.T) {
	var c content
	hash := c.put("images/a.png", patterned(t, 20, 20, false))
	rubbish := c.put("images/b.png", []byte("no picture"))
	l := layer(40, 10, page.Paper,
		placed(hash, "images/a.png", 1, image.Rect(0, 0, 10, 10)),
		placed(rubbish, "images/b.png", 1, image.Rect(10, 0, 20, 10)),
		placed("another", "images/gone.png", 1, image.Rect(20, 0, 30, 10)))
	p := New(0)
	p.Pictures = &c
	m := image.NewRGBA(l.Bounds)
	mat, paper := page.Normal[page.Mat], page.Normal[page.Paper]
	if whole := p.Partial(m, l, &page.Normal, 0); whole || c.opened.Load() > 0 {
		t.Errorf("whole %v, %d files opened", whole, c.opened.Load())
	}
	for x, want := range map[int]color.RGBA{5: mat, 15: mat, 25: mat, 35: paper} {
		if got := m.RGBAAt(x, 5); got != want {
			t.Errorf("at first %d is %v", x, got)
		}
	}
	painted := image.NewRGBA(l.Bounds)
	if p.Layer(painted, l, &page.Normal, 0) {
		t.Error("whole without a file")
	}
	if p.Partial(m, l, &page.Normal, 0) {
		t.Error("a partial layer is whole without a file")
	}
	for x, want := range map[int]color.RGBA{5: painted.RGBAAt(5, 5), 15: paper, 25: mat, 35: paper} {
		if got := m.RGBAAt(x, 5); got != want || x == 5 && got == mat {
			t.Errorf("later %d is %v", x, got)
		}
	}
	l.Items = l.Items[:2]
	if before := c.opened.Load(); !p.Partial(m, l, &page.Normal, 0) || !p.Layer(m, l, &page.Normal, 0) || c.opened.Load() != before {
		t.Error("what is known is not whole, or read again")
	}
}

// TestReplaced checks that a picture is painted as the one that it replaces until it is decoded, and as mat once
// it turns out to be unavailable.
func TestReplaced(t *testing.T) {
	var c content
	old := placed(c.put("images/a.png", patterned(t, 20, 20, false)), "images/a.png", 1, image.Rect(0, 0, 10, 10))
	larger := placed("another", "images/a.png", 1, image.Rect(10, 0, 21, 10))
	elsewhere := placed("another", "images/b.png", 1, image.Rect(30, 0, 40, 10))
	p := New(0)
	p.Pictures = &c
	paint := func(how func(*image.RGBA, *page.Layer, *page.Theme, int) bool, items ...page.Item) (m *image.RGBA, whole bool) {
		l := layer(40, 10, page.Paper, items...)
		m = image.NewRGBA(l.Bounds)
		return m, how(m, l, &page.Normal, 0)
	}
	shown, _ := paint(p.Layer, old)
	next := *old
	next.Hash = c.put("images/a.png", patterned(t, 30, 30, true))
	m, whole := paint(p.Partial, &next, larger, elsewhere)
	mat := page.Normal[page.Mat]
	if whole || m.RGBAAt(5, 5) != shown.RGBAAt(5, 5) || m.RGBAAt(15, 5) != mat || m.RGBAAt(35, 5) != mat {
		t.Errorf("whole %v, the three are %v, %v, %v", whole, m.RGBAAt(5, 5), m.RGBAAt(15, 5), m.RGBAAt(35, 5))
	}
	read, _ := paint(p.Layer, &next)
	if m, whole := paint(p.Partial, &next); !whole || m.RGBAAt(5, 5) != read.RGBAAt(5, 5) || m.RGBAAt(5, 5) == shown.RGBAAt(5, 5) {
		t.Errorf("whole %v, it is %v", whole, m.RGBAAt(5, 5))
	}
	gone := next
	gone.Hash = "another"
	for _, how := range []func(*image.RGBA, *page.Layer, *page.Theme, int) bool{p.Layer, p.Partial} {
		if m, whole := paint(how, &gone); whole || m.RGBAAt(5, 5) != mat {
			t.Errorf("whole %v, what can't be had is %v", whole, m.RGBAAt(5, 5))
		}
	}
}

func BenchmarkPosterPicture(b *testing.B) { // a cached picture over a whole screen
	c := content{}
	hash := c.put("images/a.png", patterned(b, 600, 800, false))
	l := layer(1080, 1528, page.Mat, placed(hash, "images/a.png", 1, image.Rect(0, 0, 1080, 1528)))
	p := New(0)
	p.Pictures = &c
	m := image.NewRGBA(l.Bounds)
	for b.Loop() {
		p.Layer(m, l, &page.Normal, 0)
	}
}

// TestReplacedPictureIsDropped checks that a picture gives its room to the one that replaces it in its file, at its own size only: at
// others it stands in until the new one is decoded.
func TestReplacedPictureIsDropped(t *testing.T) {
	c := pictureCache{budget: pictureBudget}
	keep := func(hash, name string, side int) pictureKey {
		k := pictureKey{hash: hash, size: image.Pt(side, side)}
		c.keep(&cachedPicture{k, name, image.NewRGBA(image.Rect(0, 0, side, side))})
		return k
	}
	large, small, other := keep("1", "a.png", 20), keep("1", "a.png", 10), keep("1", "b.png", 30)
	for i := range 50 {
		keep(fmt.Sprint(2+i), "a.png", 20)
	}
	if holds(&c, large) || !holds(&c, small) || !holds(&c, other) || len(c.kept) != 3 {
		t.Errorf("%d are kept", len(c.kept))
	}
}
