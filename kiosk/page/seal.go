package page

import (
	"encoding/binary"
	"hash"
	"hash/fnv"
	"image"
)

// Seal hashes the layers of a complete page. A layer's hash covers all that decides its
// pixels, including the theme's colours and the numbers of its targets: layers with the
// same hash look the same, at rest and pressed, whatever page they are on.
func (p *Page) Seal() {
	for _, l := range p.Layers {
		s := sum{Hash64: fnv.New64a(), theme: p.Theme}
		s.rect(l.Bounds)
		s.ink(l.Ground)
		for _, it := range l.Items {
			s.item(it)
		}
		l.Hash = s.Sum64()
	}
}

// sum accumulates a hash. FNV-1a needs no key, so a page painted ahead keeps its hash.
type sum struct {
	hash.Hash64
	theme *Theme
}

func (s sum) add(values ...int) {
	var word [8]byte
	for _, v := range values {
		binary.LittleEndian.PutUint64(word[:], uint64(v))
		s.Write(word[:])
	}
}

func (s sum) rect(r image.Rectangle) { s.add(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y) }

// ink adds an ink's colour in the theme.
func (s sum) ink(i Ink) {
	c := s.theme[i]
	s.add(int(c.R), int(c.G), int(c.B), int(c.A))
}

func (s sum) look(l Look) {
	s.ink(l.Ink)
	s.ink(l.Down)
	s.add(l.Target)
}

// item adds an item, its type first.
func (s sum) item(it Item) {
	switch it := it.(type) {
	case *Rect:
		s.add(1, int(it.Radius), int(it.Stroke))
		s.look(it.Look)
		s.rect(it.Rect)
	case *Icon:
		s.add(2, int(it.Stroke), len(it.Name))
		s.Write([]byte(it.Name))
		s.look(it.Look)
		s.rect(it.Rect)
	case *Fade:
		s.add(3, int(it.Solid))
		s.ink(it.Ink)
		s.rect(it.Rect)
	case *Text:
		s.add(4)
		s.text(it)
	case *Picture: // its name isn't visible
		s.add(5, int(it.Orientation))
		s.Write([]byte(it.Hash))
		s.rect(it.Rect)
	case *Code:
		s.add(6, it.Module, it.At.X, it.At.Y, it.Code.Size)
		s.rect(it.Ground)
		s.ink(it.Ink)
		for i := range it.Code.Size * it.Code.Size {
			if it.Code.Dark(i%it.Code.Size, i/it.Code.Size) {
				s.add(i)
			}
		}
	}
}

// text adds what is drawn rather than the words: glyphs, their positions and their inks.
func (s sum) text(t *Text) {
	s.look(t.Look)
	vertical := 0
	if t.Vertical {
		vertical = 1
	}
	s.add(t.X, t.Y, int(t.Pitch), vertical, len(t.Inks), len(t.Lines))
	for _, i := range t.Inks {
		s.ink(i)
	}
	for _, l := range t.Lines {
		s.add(int(l.X), len(l.Glyphs))
		for _, g := range l.Glyphs {
			missing := rune(0) // drawn as its code point
			if g.Missing {
				missing = g.Rune
			}
			turned := 0
			if g.Turned {
				turned = 1
			}
			s.add(turned, int(g.Face), int(g.ID), int(missing), g.Span, int(g.Size), int(g.X), int(g.Y))
		}
	}
}
