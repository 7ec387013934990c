package display

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
	"time"

	"gongkai/kiosk/layout"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// easelCanvas paints tiles when they are first asked for.
type easelCanvas struct {
	canvas
	painter *paint.Painter
	tiles   map[tileKey]*image.RGBA
}

func newEaselCanvas(size image.Point, rotate int) *easelCanvas {
	pic := image.NewRGBA(turned(image.Rectangle{Max: size}, size, rotate))
	return &easelCanvas{canvas: canvas{pic: pic, size: size, rotate: rotate}, painter: paint.New(1 << 20), tiles: map[tileKey]*image.RGBA{}}
}

// show draws a scene, and returns the picture as the reader sees it.
func (c *easelCanvas) show(s motion.Scene) *image.RGBA {
	placed := motion.Compose(s)
	for _, it := range placed {
		if it.Layer == nil {
			continue
		}
		tiles(it.Layer, it.Layer.Bounds, func(at image.Point, rect image.Rectangle) {
			key := tileKey{layer: it.Layer.Hash, at: at}
			if c.tiles[key] == nil {
				pix := image.NewRGBA(rect)
				c.painter.Layer(pix, it.Layer, it.Theme, 0)
				c.tiles[key] = mounted(pix, c.rotate)
			}
		})
	}
	c.draw(pieces(placed, press{}, time.Time{}), func(key tileKey) *image.RGBA { return c.tiles[key] })
	back := &image.RGBA{Pix: append([]byte(nil), c.pic.Pix...), Stride: c.pic.Stride, Rect: c.pic.Rect}
	return mounted(back, (360-c.rotate)%360)
}

// apart is the greatest difference of a colour between two pictures of one size.
func apart(a, b *image.RGBA) int {
	most := 0
	for i := range a.Pix {
		d := int(a.Pix[i]) - int(b.Pix[i])
		most = max(most, d, -d)
	}
	return most
}

// TestCanvasIsSnapshot: the canvas, which draws only what has changed, shows what paint makes of each
// moment by itself: the very pixels at rest, and within a rounding while something fades, however the panel is turned.
func TestCanvasIsSnapshot(t *testing.T) {
	size := image.Pt(270, 480)
	st := browsing(t)
	set := typeset.New()
	slide := session.Step(session.Start(noon, true), noon, session.Content{Catalogue: sample(t, 9)})
	views := []session.State{slide, st, session.Step(st, st.Now, session.Open{Screen: session.Screen{Kind: session.Item, Number: 2}})}
	var pages []*page.Page
	for _, v := range views {
		pages = append(pages, layout.Layout(v, page.ThemeOf(v), size, set))
	}
	kinds := []session.MotionKind{session.Fold, session.Forward, session.Slide, session.Back}
	for _, rotate := range []int{0, 90, 180, 270} {
		c := newEaselCanvas(size, rotate)
		for i, kind := range kinds {
			from, to := pages[i%len(pages)], pages[(i+1)%len(pages)]
			m := session.Motion{Kind: kind, Since: noon}
			for _, share := range []time.Duration{0, 1, 3, 7, 10, 11} {
				at := kind.Duration() * share / 10
				s := motion.Scene{Page: to, From: from, Motion: m, Now: noon.Add(at), Progress: float64(share) / 11}
				want := c.painter.Screen(size, motion.Compose(s))
				limit := 0
				if at > 0 && at < kind.Duration() {
					limit = 3
				}
				if d := apart(c.show(s), want); d > limit {
					t.Errorf("turned by %d, %v after %v: off by %d", rotate, kind, at, d)
				}
			}
		}
	}
}

// TestStale: what is the same is left alone; all else is drawn again, on one place once.
func TestStale(t *testing.T) {
	at := func(ink uint8, r image.Rectangle) piece {
		return piece{ink: color.RGBA{R: ink, A: 255}, bounds: r, seen: r, share: full, opaque: true}
	}
	ground, mark, far := at(1, image.Rect(0, 0, 100, 100)), at(2, image.Rect(10, 10, 20, 20)), at(3, image.Rect(60, 60, 70, 70))
	wider := at(2, image.Rect(10, 10, 30, 20))
	for _, c := range []struct {
		name      string
		old, next []piece
		want      []image.Rectangle
	}{
		{"nothing", []piece{ground, mark}, []piece{ground, mark}, nil},
		{"first", nil, []piece{mark}, []image.Rectangle{mark.seen}},
		{"new", []piece{ground}, []piece{ground, mark}, []image.Rectangle{mark.seen}},
		{"gone", []piece{ground, mark, far}, []piece{ground, far}, []image.Rectangle{mark.seen}},
		{"grown", []piece{ground, mark, far}, []piece{ground, wider, far}, []image.Rectangle{wider.seen}},
		{"two", []piece{ground}, []piece{ground, mark, far}, []image.Rectangle{mark.seen, far.seen}},
		{"order", []piece{mark, ground}, []piece{ground, mark}, []image.Rectangle{mark.seen}},
		{"all gone", []piece{mark}, nil, []image.Rectangle{mark.seen}},
	} {
		if got := stale(c.old, c.next); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestRows: blending in lanes is blending byte by byte.
func TestRows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		n := 4 * (1 + r.IntN(80))
		src, dst, clear := make([]byte, n), make([]byte, n), make([]byte, n)
		for i := range n {
			src[i], dst[i] = byte(r.UintN(256)), byte(r.UintN(256))
		}
		if r.IntN(4) == 0 {
			copy(src[:r.IntN(n)], dst)
		}
		for i := 0; i < n; i += 4 {
			a := r.IntN(256)
			clear[i+3] = byte(a)
			for j := range 3 {
				clear[i+j] = byte(r.IntN(a + 1))
			}
		}
		share := uint32(r.IntN(full + 1))
		mixed, laid := append([]byte(nil), dst...), append([]byte(nil), dst...)
		mix(mixed, src, share)
		lay(laid, clear, share)
		for i := range n {
			want := (int(src[i])*int(share) + int(dst[i])*(full-int(share)) + 128) / 256
			if int(mixed[i]) != want {
				t.Fatalf("mix %d over %d at %d/256: %d, want %d", src[i], dst[i], share, mixed[i], want)
			}
			above := (int(clear[i])*int(share) + 128) / 256
			alpha := (int(clear[i|3])*int(share) + 128) / 256
			want = above + (2*int(dst[i])*(255-alpha)+255)/510
			if int(laid[i]) != want {
				t.Fatalf("lay %d (alpha %d) over %d at %d/256: %d, want %d", clear[i], clear[i|3], dst[i], share, laid[i], want)
			}
		}
	}
}
