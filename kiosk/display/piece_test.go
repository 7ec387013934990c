package display

import (
	"bytes"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
	"time"

	"gongkai/kiosk/page"
)

// TestIncrementalIsWhole: whatever the pieces of the frames before, a canvas that draws only the dirty rectangles shows what one shows
// that draws all of the last frame; and the rectangles cover whatever has changed.
func TestIncrementalIsWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	size := image.Pt(60, 80)
	blank := func(rotate int) canvas {
		return canvas{pic: image.NewRGBA(turned(image.Rectangle{Max: size}, size, rotate)), size: size, rotate: rotate}
	}
	rect := func() image.Rectangle {
		return image.Rect(r.IntN(70)-5, r.IntN(90)-5, r.IntN(70)-5, r.IntN(90)-5)
	}
	kinds := []piece{}
	for range 12 {
		at := rect()
		kinds = append(kinds, piece{
			ink: color.RGBA{uint8(r.UintN(256)), uint8(r.UintN(256)), uint8(r.UintN(256)), 255}, bounds: at, seen: at,
			share: []uint32{full, full, 100}[r.IntN(3)], opaque: true,
		})
	}
	ground := piece{ink: color.RGBA{9, 8, 7, 255}, bounds: image.Rectangle{Max: size}, seen: image.Rectangle{Max: size}, share: full, opaque: true}
	for _, rotate := range []int{0, 90, 180, 270} {
		c := blank(rotate)
		for frame := range 200 {
			next := []piece{ground}
			for _, p := range kinds {
				if r.IntN(3) == 0 {
					next = append(next, p)
				}
			}
			before := append([]byte(nil), c.pic.Pix...)
			dirty := c.draw(next, nil)
			whole := blank(rotate)
			whole.draw(next, nil)
			if !bytes.Equal(c.pic.Pix, whole.pic.Pix) {
				t.Fatalf("turned by %d, frame %d differs", rotate, frame)
			}
			if at, ok := changedOutside(c.pic, before, dirty); ok {
				t.Fatalf("turned by %d, frame %d changes %v, which isn't in %v", rotate, frame, at, dirty)
			}
		}
	}
}

// changedOutside returns a pixel that has changed outside of all rectangles, if there is one.
func changedOutside(m *image.RGBA, before []byte, rects []image.Rectangle) (image.Point, bool) {
	for i := 0; i < len(before); i += 4 {
		at := image.Pt(i%m.Stride/4, i/m.Stride)
		inside := bytes.Equal(m.Pix[i:i+4], before[i:i+4])
		for _, r := range rects {
			inside = inside || at.In(r)
		}
		if !inside {
			return at, true
		}
	}
	return image.Point{}, false
}

// TestMissingTile: a frame in which a tile is missing is drawn again, whole, in the next one.
func TestMissingTile(t *testing.T) {
	size := image.Pt(20, 10)
	all := image.Rectangle{Max: size}
	c := canvas{pic: image.NewRGBA(all), size: size}
	p := []piece{{layer: 1, bounds: all, seen: all, share: full, opaque: true}}
	tile := image.NewRGBA(all)
	fillRow(tile.Pix, [4]byte{1, 2, 3, 255})
	c.draw(p, func(tileKey) *image.RGBA { return nil })
	if dirty := c.draw(p, func(tileKey) *image.RGBA { return tile }); len(dirty) != 1 || dirty[0] != all || !bytes.Equal(c.pic.Pix, tile.Pix) {
		t.Errorf("drawn again: %v", dirty)
	}
	if dirty := c.draw(p, func(tileKey) *image.RGBA { return tile }); len(dirty) > 0 {
		t.Errorf("drawn for a third time: %v", dirty)
	}
}

// TestPieces: nothing clear or empty is drawn, and a pressed look lies over its layer, as strong as both are.
func TestPieces(t *testing.T) {
	layer := &page.Layer{Bounds: image.Rect(0, 0, 100, 100), Ground: page.Paper, Hash: 1}
	placed := func(alpha float32, clip image.Rectangle) page.Placed {
		return page.Placed{Layer: layer, Theme: &page.Normal, Alpha: alpha, Clip: clip, Move: image.Pt(0, 10)}
	}
	look := press{look: bitmap{image.NewRGBA(image.Rect(0, 0, 20, 20))}, layer: 1, rect: image.Rect(30, 30, 50, 50)}
	screen := image.Rect(0, 0, 100, 100)
	for _, c := range []struct {
		name   string
		placed page.Placed
		press  press
		want   []piece
	}{
		{"a layer", placed(1, screen), press{}, []piece{{layer: 1, bounds: image.Rect(0, 10, 100, 110), seen: image.Rect(0, 10, 100, 100), share: full, opaque: true}}},
		{"a clear one", placed(0, screen), look, nil},
		{"one off the screen", placed(1, image.Rect(0, 0, 100, 10)), press{}, nil},
		{"a solid", page.Placed{Rect: image.Rect(5, 5, 9, 9), Theme: &page.Normal, Ink: page.Paper, Alpha: 0.5}, press{},
			[]piece{{ink: page.Normal[page.Paper], bounds: image.Rect(5, 5, 9, 9), seen: image.Rect(5, 5, 9, 9), share: full / 2, opaque: true}}},
		{"a pressed look", placed(0.5, screen), look, []piece{
			{layer: 1, bounds: image.Rect(0, 10, 100, 110), seen: image.Rect(0, 10, 100, 100), share: full / 2, opaque: true},
			{look: look.look.(bitmap).RGBA, bounds: image.Rect(30, 40, 50, 60), seen: image.Rect(30, 40, 50, 60), share: full / 2, opaque: true},
		}},
	} {
		got := pieces([]page.Placed{c.placed}, c.press, time.Time{})
		if len(got) != len(c.want) {
			t.Errorf("%s: %d pieces, want %d", c.name, len(got), len(c.want))
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %+v, want %+v", c.name, got[i], c.want[i])
			}
		}
	}
}
