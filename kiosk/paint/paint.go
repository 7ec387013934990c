// Package paint turns the layers of a page into pixels: glyphs, shapes, icons, pictures,
// on the CPU, the same bytes on every machine. It lays nothing out and moves
// nothing: kiosk/page says where things are.
//
// Everything that is not a rectangle of whole pixels goes the same way: an outline is
// flattened (flat.go) and perhaps stroked (stroke.go), covered areas are counted into
// a mask (mask.go), which may be kept (cache.go), and a colour is blended through the
// mask (blend.go). Geometry is in fixed point; where floats can't be avoided, products
// are converted before they are added, so that no machine fuses the two. Pictures come
// from kiosk/picture at their size (picture.go) and are kept (album.go).
package paint

import (
	"image"
	"image/color"
	"io/fs"
	"sync"

	"gongkai/fonts"
	"gongkai/kiosk/page"
)

// Painter paints layers. It keeps masks of glyphs and pictures within a budget each and is
// safe for concurrent use.
type Painter struct {
	// Pictures has the files of the content's images; nil: no picture is painted. It is set
	// before the first layer is painted.
	Pictures fs.FS

	masks cache
	album album
	desks sync.Pool // of *desk
}

// New makes a Painter that keeps masks of at most budget bytes.
func New(budget int) *Painter {
	return &Painter{
		masks: cache{budget: budget},
		desks: sync.Pool{New: func() any { return new(desk) }},
	}
}

// Rest gives back the memory that painting needs only while it paints.
func (p *Painter) Rest() { fonts.Rest() }

// Layer paints the part of a layer that lies within dst's bounds (px on the screen, before scrolling) into
// dst, over its ground, as it looks while target down is pressed (0: none).
// A transparent layer is painted premultiplied over clear pixels.
//
// What of dst lies outside the layer's bounds is left as it is. whole says whether the files of
// all pictures in it could be read.
func (p *Painter) Layer(dst *image.RGBA, l *page.Layer, theme *page.Theme, down int) (whole bool) {
	return p.paint(dst, l, theme, down, false)
}

// Draft is Layer for who can't wait for a picture: where one has not been decoded before, there is mat, or what its file showed before, and
// what is painted is not whole.
func (p *Painter) Draft(dst *image.RGBA, l *page.Layer, theme *page.Theme, down int) (whole bool) {
	return p.paint(dst, l, theme, down, true)
}

func (p *Painter) paint(dst *image.RGBA, l *page.Layer, theme *page.Theme, down int, draft bool) (whole bool) {
	s := &sheet{
		masks: &p.masks, album: &p.album, files: p.Pictures, draft: draft, whole: true,
		dst: dst, clip: dst.Rect.Intersect(l.Bounds), theme: theme, down: down,
	}
	if s.clip.Empty() {
		return true
	}
	s.desk = p.desks.Get().(*desk)
	defer p.desks.Put(s.desk)

	s.fill(s.clip, theme[l.Ground])
	for _, item := range l.Items {
		s.item(item)
	}
	return s.whole
}

// sheet is a layer being painted.
type sheet struct {
	*desk
	masks *cache
	album *album
	files fs.FS
	draft bool // waits for no picture
	whole bool // lacks none so far
	dst   *image.RGBA
	clip  image.Rectangle // what may be painted, within dst
	theme *page.Theme
	down  int
}

func (s *sheet) item(item page.Item) {
	switch it := item.(type) {
	case *page.Rect:
		if ink := s.ink(it.Look); ink != page.None {
			s.rect(it, s.theme[ink])
		}
	case *page.Text:
		s.text(it)
	case *page.Icon:
		if ink := s.ink(it.Look); ink != page.None {
			s.icon(it, s.theme[ink])
		}
	case *page.Picture:
		s.picture(it)
	case *page.Fade:
		s.fade(it, s.theme[it.Ink])
	case *page.Code:
		s.code(it)
	}
}

// pressed says whether a thing shows that its target is pressed.
func (s *sheet) pressed(l page.Look) bool {
	return l.Down != page.None && l.Target != 0 && l.Target == s.down
}

// ink is a thing's ink now, None if it is not seen.
func (s *sheet) ink(l page.Look) page.Ink {
	if s.pressed(l) {
		return l.Down
	}
	return l.Ink
}

// fill sets all pixels of a rectangle, to clear ones too.
func (s *sheet) fill(r image.Rectangle, c color.RGBA) {
	r = r.Intersect(s.clip)
	if r.Empty() {
		return
	}
	first := s.row(r.Min.Y, r.Min.X, r.Max.X)
	n := copy(first, []byte{c.R, c.G, c.B, c.A})
	for n < len(first) {
		n += copy(first[n:], first[:n])
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(s.row(y, r.Min.X, r.Max.X), first)
	}
}

// row is the bytes of the pixels [x0, x1) of row y, which lie within the clip.
func (s *sheet) row(y, x0, x1 int) []byte {
	i := s.dst.PixOffset(x0, y)
	return s.dst.Pix[i : i+4*(x1-x0)]
}
