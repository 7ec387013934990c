package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"strconv"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
)

// content is a page's content while it is written. Its coordinates are px on the screen, y downwards.
type content struct {
	doc     *Document
	section section
	out     bytes.Buffer
	theme   *page.Theme
	move    image.Point // of the layer
	colour  color.RGBA  // set last
	set     bool        // a colour has been set since the last q
	alphas  map[string]bool
	fonts   map[fonts.Face]bool
	images  map[int]bool
}

// op writes an operation.
func (c *content) op(format string, args ...any) {
	fmt.Fprintf(&c.out, format, args...)
	c.out.WriteByte('\n')
}

// exact returns a scale without rounding.
func exact(v float64) string { return strconv.FormatFloat(v, 'f', 9, 64) }

// px returns a length of 64ths.
func px(v fixed.Int26_6) string { return number(float64(v) / 64) }

// ground fills the page with the ground of its largest piece. Readers smooth the edges of pieces that touch, and the white of
// the paper would shine through between them.
func (c *content) ground(s Sheet) {
	most, ink := 0, page.None
	for _, p := range s.Pieces {
		seen, own := p.Visible(), p.Ink
		if p.Layer != nil {
			own = p.Layer.Ground
		}
		if area := seen.Dx() * seen.Dy(); p.Alpha == 1 && own != page.None && area > most {
			most, ink, c.theme = area, own, p.Theme
		}
	}
	if ink != page.None {
		c.artifact(func() { c.fill(image.Rectangle{Max: s.Size}, ink) })
	}
}

// artifact writes what has no place in the document's structure.
func (c *content) artifact(write func()) {
	c.op("/Artifact BMC")
	write()
	c.op("EMC")
}

// placed writes a layer in its clip, or a rectangle of one ink.
func (c *content) placed(p page.Placed) {
	seen := p.Visible()
	if seen.Empty() || p.Alpha <= 0 {
		return
	}
	c.theme, c.set, c.move = p.Theme, false, p.Move
	c.op("q")
	if p.Alpha < 1 {
		a := fmt.Sprintf("%03d", int(float64(p.Alpha)*1000+.5))
		c.alphas[a] = true
		c.op("/A%s gs", a)
	}
	c.op("%d %d %d %d re W n", seen.Min.X, seen.Min.Y, seen.Dx(), seen.Dy())
	switch l := p.Layer; {
	case l == nil:
		c.artifact(func() { c.fill(p.Rect, p.Ink) })
	default:
		if p.Move != (image.Point{}) {
			c.op("1 0 0 1 %d %d cm", p.Move.X, p.Move.Y)
		}
		if l.Ground != page.None {
			c.artifact(func() { c.fill(l.Bounds, l.Ground) })
		}
		for _, it := range l.Items {
			c.item(it)
		}
	}
	c.op("Q")
}

// ink sets the colour of an ink; false for None, which is not painted.
func (c *content) ink(i page.Ink) (painted bool) {
	if i == page.None {
		return false
	}
	c.rgb(c.theme[i])
	return true
}

// rgb sets the colour of fillings and strokes.
func (c *content) rgb(rgb color.RGBA) {
	if c.set && c.colour == rgb {
		return
	}
	c.colour, c.set = rgb, true
	part := func(v uint8) string { return number(float64(v) / 255) }
	c.op("%s %s %s rg %[1]s %[2]s %[3]s RG", part(rgb.R), part(rgb.G), part(rgb.B))
}

// fill fills a rectangle.
func (c *content) fill(r image.Rectangle, ink page.Ink) {
	if c.ink(ink) {
		c.op("%d %d %d %d re f", r.Min.X, r.Min.Y, r.Dx(), r.Dy())
	}
}

// item writes an item as it looks at rest.
func (c *content) item(it page.Item) {
	switch it := it.(type) {
	case *page.Rect:
		c.artifact(func() { c.rect(it) })
	case *page.Text:
		c.paragraph(it)
		c.text(it)
		c.op("EMC")
	case *page.Icon:
		c.artifact(func() { c.icon(it) })
	case *page.Code:
		c.piece(it.At, "Figure", "二维码")
		c.code(it)
		c.op("EMC")
	case *page.Picture:
		c.piece(it.Rect.Min, "Figure", "图片")
		c.picture(it)
		c.op("EMC")
	case *page.Fade:
		c.artifact(func() { c.fade(it) })
	}
}

// code fills a QR code's dark modules, on white where it has no ink.
func (c *content) code(it *page.Code) {
	dark := color.RGBA{A: 255}
	if it.Ink == page.None {
		c.rgb(color.RGBA{255, 255, 255, 255})
		c.op("%d %d %d %d re f", it.Ground.Min.X, it.Ground.Min.Y, it.Ground.Dx(), it.Ground.Dy())
	} else {
		dark = c.theme[it.Ink]
	}
	c.rgb(dark)
	for y := range it.Code.Size {
		for x := 0; x < it.Code.Size; x++ {
			run := 0
			for it.Code.Dark(x+run, y) {
				run++
			}
			if run > 0 {
				c.op("%d %d %d %d re", it.At.X+x*it.Module, it.At.Y+y*it.Module, run*it.Module, it.Module)
				x += run
			}
		}
	}
	c.op("f")
}
