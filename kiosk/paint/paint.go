// Package paint turns the layers of a page into pixels: glyphs, shapes, icons, pictures,
// on the CPU, the same bytes on every machine. It lays nothing out and moves nothing:
// the layers come from kiosk/layout, their places at a moment from kiosk/motion.
//
// All that is not a rectangle of whole pixels takes the same path: an outline is
// flattened (flat.go) and perhaps stroked (stroke.go), rasterised into a mask of
// coverage (mask.go), which may be cached (maskcache.go), and a colour is blended through
// the mask (blend.go). Geometry is in fixed point; where floats can't be avoided, products
// are converted before they are added, so that no machine fuses the two. Pictures come
// from kiosk/picture at their size (picture.go) and are cached (picturecache.go).
package paint

import (
	"image"
	"image/color"
	"io/fs"
	"sync"

	"gongkai/fonts"
	"gongkai/kiosk/page"
)

// Painter paints layers. It caches masks of glyphs, and pictures, within a budget each. It is
// safe for concurrent use.
type Painter struct {
	// Pictures holds the files of the content's images; nil: no picture is painted. Set it
	// before the first layer is painted.
	Pictures fs.FS

	masks   maskCache
	decoded pictureCache
	pool    sync.Pool // of *scratch
}

// New returns a Painter that caches masks of at most budget bytes.
func New(budget int) *Painter {
	return &Painter{
		masks: maskCache{budget: budget}, decoded: pictureCache{budget: pictureBudget},
		pool: sync.Pool{New: func() any { return new(scratch) }},
	}
}

// Limit changes how many bytes of masks and of pictures are cached.
func (p *Painter) Limit(masks, pictures int) {
	p.masks.limit(masks)
	p.decoded.limit(pictures)
}

// Release releases the memory that is needed only during painting.
func (p *Painter) Release() { fonts.Release() }

// Layer paints the part of a layer that lies within dst's bounds (px on the screen, before scrolling) into
// dst, over its ground, as it looks while target down is pressed (0: none).
// A transparent layer is painted premultiplied over clear pixels.
//
// Pixels of dst outside the layer's bounds stay unchanged. It reports whether all pictures'
// files could be read.
func (p *Painter) Layer(dst *image.RGBA, l *page.Layer, theme *page.Theme, down int) (whole bool) {
	return p.paint(dst, l, theme, down, false)
}

// Partial paints like Layer, but waits for no picture: one that is not decoded yet is replaced by
// mat, or by the file's previous picture. It reports whether all pictures were painted.
func (p *Painter) Partial(dst *image.RGBA, l *page.Layer, theme *page.Theme, down int) (whole bool) {
	return p.paint(dst, l, theme, down, true)
}

func (p *Painter) paint(dst *image.RGBA, l *page.Layer, theme *page.Theme, down int, partial bool) (whole bool) {
	pt := &painting{
		masks: &p.masks, decoded: &p.decoded, files: p.Pictures, partial: partial, whole: true,
		dst: dst, clip: dst.Rect.Intersect(l.Bounds), theme: theme, down: down,
	}
	if pt.clip.Empty() {
		return true
	}
	pt.scratch = p.pool.Get().(*scratch)
	defer p.pool.Put(pt.scratch)

	pt.fill(pt.clip, theme[l.Ground])
	for _, item := range l.Items {
		pt.item(item)
	}
	return pt.whole
}

// painting is a layer in the process of being painted.
type painting struct {
	*scratch
	masks   *maskCache
	decoded *pictureCache
	files   fs.FS
	partial bool // wait for no picture
	whole   bool // no picture is missing so far
	dst     *image.RGBA
	clip    image.Rectangle // what may be painted, within dst
	theme   *page.Theme
	down    int
}

func (pt *painting) item(item page.Item) {
	switch it := item.(type) {
	case *page.Rect:
		if ink := pt.ink(it.Look); ink != page.None {
			pt.rect(it, pt.theme[ink])
		}
	case *page.Text:
		pt.text(it)
	case *page.Icon:
		if ink := pt.ink(it.Look); ink != page.None {
			pt.icon(it, pt.theme[ink])
		}
	case *page.Picture:
		pt.picture(it)
	case *page.Fade:
		pt.fade(it, pt.theme[it.Ink])
	case *page.Code:
		pt.code(it)
	}
}

// pressed reports whether an item is drawn in its pressed state.
func (pt *painting) pressed(l page.Look) bool {
	return l.Down != page.None && l.Target != 0 && l.Target == pt.down
}

// ink returns an item's present ink, None if it is invisible.
func (pt *painting) ink(l page.Look) page.Ink {
	if pt.pressed(l) {
		return l.Down
	}
	return l.Ink
}

// fill sets all pixels of a rectangle, to transparent ones too.
func (pt *painting) fill(r image.Rectangle, c color.RGBA) {
	r = r.Intersect(pt.clip)
	if r.Empty() {
		return
	}
	first := pt.row(r.Min.Y, r.Min.X, r.Max.X)
	n := copy(first, []byte{c.R, c.G, c.B, c.A})
	for n < len(first) {
		n += copy(first[n:], first[:n])
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(pt.row(y, r.Min.X, r.Max.X), first)
	}
}

// row returns the bytes of the pixels [x0, x1) of row y, which lie within the clip.
func (pt *painting) row(y, x0, x1 int) []byte {
	i := pt.dst.PixOffset(x0, y)
	return pt.dst.Pix[i : i+4*(x1-x0)]
}
