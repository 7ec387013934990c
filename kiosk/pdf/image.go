package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// Density is how many pixels of a picture are kept for a px of the page: paper shows more than a screen.
const Density = 2

// mostPixels limits the pixels that are kept of a picture.
const mostPixels = 16 << 20

// mostPlain is how many bytes a picture may take without loss; a larger one is a photograph, and becomes JPEG.
const mostPlain, jpegQuality = 256 << 10, 90

// picture writes an image of the content, once for each size in a document.
func (c *content) picture(it *page.Picture) {
	size := it.Rect.Size()
	if size.X*size.Y*Density*Density <= mostPixels {
		size = size.Mul(Density)
	}
	for size.X*size.Y > mostPixels {
		size = size.Div(2)
	}
	if size.X < 1 || size.Y < 1 {
		return
	}
	key := fmt.Sprint(it.Hash, it.Orientation, size, c.theme[page.Paper])
	n, ok := c.doc.images[key]
	if !ok {
		m := image.NewRGBA(image.Rectangle{Max: size})
		whole := *it
		whole.Rect = m.Rect
		c.doc.painter.Layer(m, &page.Layer{Bounds: m.Rect, Ground: page.Paper, Items: []page.Item{&whole}}, c.theme, 0)
		n = c.doc.pixels(m)
		c.doc.images[key] = n
	}
	c.paintImage(n, it.Rect)
}

// pixels adds an opaque image and returns its number.
func (d *Document) pixels(m *image.RGBA) int {
	plain := make([]byte, 0, 3*len(m.Pix)/4)
	for i := 0; i < len(m.Pix); i += 4 {
		plain = append(plain, m.Pix[i:i+3]...)
	}
	keys := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8", m.Rect.Dx(), m.Rect.Dy())
	packed := deflated(plain)
	if len(packed) <= mostPlain {
		return d.objects.encoded(packed, keys+"/Filter/FlateDecode")
	}
	var small bytes.Buffer
	if err := jpeg.Encode(&small, m, &jpeg.Options{Quality: jpegQuality}); err != nil || small.Len() > len(packed) {
		return d.objects.encoded(packed, keys+"/Filter/FlateDecode")
	}
	return d.objects.encoded(small.Bytes(), keys+"/Filter/DCTDecode")
}

// paintImage paints an image in a rectangle.
func (c *content) paintImage(n int, r image.Rectangle) {
	c.images[n] = true
	c.op("q %d 0 0 %d %d %d cm /I%d Do Q", r.Dx(), -r.Dy(), r.Min.X, r.Max.Y, n)
}

// fade writes a gradient as an image of one column, whose mask has its opacity.
func (c *content) fade(it *page.Fade) {
	if it.Rect.Empty() || it.Ink == page.None {
		return
	}
	ink := c.theme[it.Ink]
	key := fmt.Sprint("fade", it.Rect.Dy(), it.Solid, ink)
	n, ok := c.doc.images[key]
	if !ok {
		height := int64(it.Rect.Dy()) * int64(fixed.I(1)-it.Solid) // of the changing part, 64ths, as in kiosk/paint
		var colours, mask []byte
		for y := range it.Rect.Dy() {
			a := int64(255)
			if at := int64(2*y+1) * 32; at < height {
				a = (at*255 + height/2) / height
			}
			colours, mask = append(colours, ink.R, ink.G, ink.B), append(mask, uint8(a))
		}
		keys := fmt.Sprintf("/Type/XObject/Subtype/Image/Width 1/Height %d/BitsPerComponent 8", it.Rect.Dy())
		soft := c.doc.objects.stream(mask, keys+"/ColorSpace/DeviceGray")
		n = c.doc.objects.stream(colours, fmt.Sprintf("%s/ColorSpace/DeviceRGB/SMask %d 0 R", keys, soft))
		c.doc.images[key] = n
	}
	c.paintImage(n, it.Rect)
}
