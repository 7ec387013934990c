package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"

	"golang.org/x/image/draw"
)

// manualWidth is that of the manual's pictures, px, and manualBytes the most that one may have.
const (
	manualWidth = 1200
	manualBytes = 150 << 10
)

// keep writes a picture of the manual, into docs/screens with -update.
func (c *clerk) keep(name string, m *image.RGBA) {
	c.Helper()
	dir := c.ArtifactDir()
	if *update {
		dir = "../../docs/screens"
	}
	data, err := small(m)
	c.must(err)
	if len(data) > manualBytes {
		c.Errorf("the picture %s has %d bytes", name, len(data))
	}
	c.must(os.WriteFile(filepath.Join(dir, name+".png"), data, 0o644))
}

// small returns a picture as a PNG of few colours.
func small(m *image.RGBA) ([]byte, error) {
	size := image.Rect(0, 0, manualWidth, m.Rect.Dy()*manualWidth/m.Rect.Dx())
	scaled := image.NewRGBA(size)
	draw.CatmullRom.Scale(scaled, size, m, m.Rect, draw.Src, nil)
	var few image.Image = scaled
	for step := 8; step <= 64; step *= 2 {
		if p := paletted(scaled, step); p != nil {
			few = p
			break
		}
	}
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestCompression}
	err := e.Encode(&b, few)
	return b.Bytes(), err
}

// paletted returns a picture in which the colours of large areas are as they were, and others rounded to a step; nil: they are more
// than 256.
func paletted(m *image.RGBA, step int) *image.Paletted {
	p, exact := image.NewPaletted(m.Rect, nil), areas(m)
	known := map[color.RGBA]uint8{}
	for i := range p.Pix {
		c := pixel(m, i)
		if !exact[c] {
			c = color.RGBA{near(c.R, step), near(c.G, step), near(c.B, step), 255}
		}
		n, ok := known[c]
		if !ok {
			if len(known) == 256 {
				return nil
			}
			n = uint8(len(known))
			known[c] = n
			p.Palette = append(p.Palette, c)
		}
		p.Pix[i] = n
	}
	return p
}

// areas returns the colours that a picture has in a hundredth of it and more.
func areas(m *image.RGBA) map[color.RGBA]bool {
	count := map[color.RGBA]int{}
	for i := range len(m.Pix) / 4 {
		count[pixel(m, i)]++
	}
	much := map[color.RGBA]bool{}
	for c, n := range count {
		much[c] = n > len(m.Pix)/400
	}
	return much
}

// pixel returns a pixel by its place in the picture.
func pixel(m *image.RGBA, i int) color.RGBA {
	return color.RGBA{m.Pix[4*i], m.Pix[4*i+1], m.Pix[4*i+2], m.Pix[4*i+3]}
}

// near returns the multiple of a step that is nearest.
func near(v uint8, step int) uint8 { return uint8(min(255, (int(v)+step/2)/step*step)) }
