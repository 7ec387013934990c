// Package sample draws pictures for tests' notices: an A-series poster, a landscape, a square, a long one of 1:3, a
// photograph that is stored on its side and a floor plan. All read 示例, and a sun shows which side of a scene is up. Every machine draws
// the same bytes. The package is no part of the program.
package sample

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"slices"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/picture"
)

// Names of the samples, inside a content directory.
const (
	Poster    = "images/poster.jpg"    // 1240x1754, JPEG
	Landscape = "images/landscape.png" // 1600x900, PNG
	Square    = "images/square.jpg"    // 900x900, JPEG
	Long      = "images/long.png"      // 500x1500, PNG
	Turned    = "images/turned.jpg"    // 1200x900 as seen, stored 900x1200 with EXIF's orientation 6
)

// Bytes returns a sample's file, nil for an unknown name.
func Bytes(name string) []byte {
	switch name {
	case Poster:
		return asJPEG(scene(1240, 1754, color.RGBA{0x1F, 0x5C, 0x57, 255}, "示例", "海报"), 1)
	case Landscape:
		return asPNG(scene(1600, 900, color.RGBA{0x2B, 0x4F, 0x81, 255}, "示例横图"))
	case Square:
		return asJPEG(scene(900, 900, color.RGBA{0x8A, 0x5A, 0x1E, 255}, "示例", "方图"), 1)
	case Long:
		return asPNG(scene(500, 1500, color.RGBA{0x5B, 0x3A, 0x6E, 255}, "示例", "长图"))
	case Plan:
		return asPNG(plan())
	case Turned:
		return asJPEG(scene(1200, 900, color.RGBA{0x3E, 0x6B, 0x35, 255}, "示例", "照片"), 6)
	}
	return nil
}

// File returns a sample as the catalogue receives it.
func File(name string) catalogue.File {
	data := Bytes(name)
	info, _ := picture.Read(data)
	sum := sha256.Sum256(data)
	return catalogue.File{Path: name, Image: &catalogue.Fact{
		Width: info.Width, Height: info.Height, Orientation: info.Orientation, Hash: hex.EncodeToString(sum[:]),
	}}
}

// scene draws a picture with a frame, which reveals a cropped edge, a sun at the top left, hills, and lines of text.
func scene(w, h int, ground color.RGBA, lines ...string) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	pale := color.RGBA{0xF6, 0xF1, 0xE4, 255}
	for y := range h { // a sky that gets lighter downwards
		for x := range w {
			m.SetRGBA(x, y, between(ground, pale, y*40/h))
		}
	}
	least := min(w, h)
	for y := h * 7 / 10; y < h; y++ {
		for x := range w {
			top := h*7/10 + least/8 - (least/8)*bump(x, w/2)/100
			if y >= top {
				m.SetRGBA(x, y, between(ground, color.RGBA{0, 0, 0, 255}, 30))
			}
		}
	}
	disc(m, image.Pt(least/6, least/6), least/12, color.RGBA{0xF2, 0xC1, 0x4E, 255})
	size := min(w*8/10/len([]rune(lines[0])), h*45/100/len(lines))
	for i, text := range lines {
		write(m, text, (w-size*len([]rune(text)))/2, h*32/100+i*size*11/10+size/2, size, pale)
	}
	frame := max(4, least/60)
	for _, r := range []image.Rectangle{{Max: image.Pt(w, frame)}, {Min: image.Pt(0, h-frame), Max: image.Pt(w, h)}, {Max: image.Pt(frame, h)}, {Min: image.Pt(w-frame, 0), Max: image.Pt(w, h)}} {
		draw.Draw(m, r, image.NewUniform(pale), image.Point{}, draw.Src)
	}
	return m
}

// between returns the colour that is percent of the way from a to b.
func between(a, b color.RGBA, percent int) color.RGBA {
	mix := func(x, y uint8) uint8 { return uint8((int(x)*(100-percent) + int(y)*percent) / 100) }
	return color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

// bump rises from 0 to 100 and falls back over each length.
func bump(x, length int) int {
	x = x % length * 200 / length
	return min(x, 200-x)
}

func disc(m *image.RGBA, at image.Point, radius int, c color.RGBA) {
	for y := -radius; y <= radius; y++ {
		for x := -radius; x <= radius; x++ {
			if x*x+y*y <= radius*radius {
				m.SetRGBA(at.X+x, at.Y+y, c)
			}
		}
	}
}

// write sets a line of text with the left of its first em box at x and its baseline at y, in px.
func write(m *image.RGBA, text string, x, y, size int, c color.RGBA) {
	var b sfnt.Buffer
	face := fonts.Outlines(fonts.SansBold)
	r := vector.NewRasterizer(m.Rect.Dx(), m.Rect.Dy())
	for _, letter := range text {
		id, _ := face.GlyphIndex(&b, letter)
		segments, _ := face.LoadGlyph(&b, id, fixed.I(size), nil)
		var pen fixed.Point26_6
		to := func(p fixed.Point26_6) (ax, ay float32) {
			pen = p
			return float32(fixed.I(x)+p.X) / 64, float32(fixed.I(y)+p.Y) / 64
		}
		for _, s := range segments {
			switch a := s.Args; s.Op {
			case sfnt.SegmentOpMoveTo:
				r.ClosePath()
				r.MoveTo(to(a[0]))
			case sfnt.SegmentOpLineTo:
				r.LineTo(to(a[0]))
			case sfnt.SegmentOpCubeTo:
				for from, n := pen, 1; n <= steps; n++ {
					r.LineTo(to(along(from, a, n)))
				}
			}
		}
		r.ClosePath()
		x += size
	}
	r.Draw(m, m.Rect, image.NewUniform(c), image.Point{})
}

// steps is the number of lines that approximate a curve.
const steps = 8

// along returns the point of a cubic curve n steps from its start. The rasteriser's own curves use floats, which some
// machines round differently.
func along(from fixed.Point26_6, a [3]fixed.Point26_6, n int) fixed.Point26_6 {
	t, u := fixed.Int26_6(n), fixed.Int26_6(steps-n)
	mix := func(p, q, r, s fixed.Int26_6) fixed.Int26_6 {
		return (p*u*u*u + 3*q*u*u*t + 3*r*u*t*t + s*t*t*t) / (steps * steps * steps)
	}
	return fixed.Point26_6{X: mix(from.X, a[0].X, a[1].X, a[2].X), Y: mix(from.Y, a[0].Y, a[1].Y, a[2].Y)}
}

func asPNG(m image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err) // writing to memory
	}
	return b.Bytes()
}

// asJPEG stores a picture so that orientation 1 or 6 shows it upright.
func asJPEG(m *image.RGBA, orientation uint8) []byte {
	if orientation == 6 {
		m = onItsSide(m)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 80}); err != nil {
		panic(err)
	}
	return slices.Insert(b.Bytes(), 2, exif(orientation)...)
}

// onItsSide turns a picture as a camera stores it that is held upright, its right side down.
func onItsSide(m *image.RGBA) *image.RGBA {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			out.SetRGBA(y, w-1-x, m.RGBAAt(x, y))
		}
	}
	return out
}

// exif returns a JPEG's segment with an orientation and nothing else.
func exif(orientation uint8) []byte {
	return append([]byte("\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), orientation, 0, 0, 0, 0, 0, 0)
}
