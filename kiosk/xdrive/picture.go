package xdrive

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"

	"github.com/jezek/xgb/xproto"
)

// Picture returns what the screen shows.
func (s *Server) Picture() (*image.RGBA, error) { return s.Part(image.Rectangle{Max: s.Size}) }

// Part returns what a part of the screen shows; a small one costs next to nothing.
func (s *Server) Part(r image.Rectangle) (*image.RGBA, error) {
	return s.part(xproto.Drawable(s.root), r)
}

// part returns a part of the root or of a window.
func (s *Server) part(of xproto.Drawable, r image.Rectangle) (*image.RGBA, error) {
	reply, err := xproto.GetImage(s.conn, xproto.ImageFormatZPixmap, of, int16(r.Min.X), int16(r.Min.Y),
		uint16(r.Dx()), uint16(r.Dy()), ^uint32(0)).Reply()
	if err != nil {
		return nil, err
	}
	m := image.NewRGBA(image.Rectangle{Max: r.Size()})
	if len(reply.Data) != len(m.Pix) {
		return nil, fmt.Errorf("picture of %d bytes, want %d: 32 bits a pixel", len(reply.Data), len(m.Pix))
	}
	for i := 0; i < len(m.Pix); i += 4 { // X stores blue first
		m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3] = reply.Data[i+2], reply.Data[i+1], reply.Data[i], 255
	}
	return m, nil
}

// Save writes a picture as PNG.
func Save(path string, m image.Image) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	fast := png.Encoder{CompressionLevel: png.BestSpeed}
	return errors.Join(fast.Encode(f, m), f.Close())
}

// Plain reports whether a picture has a single colour: nothing is shown yet.
func Plain(m *image.RGBA) bool {
	for i := 4; i < len(m.Pix); i += 4 {
		if [4]byte(m.Pix[i:]) != [4]byte(m.Pix) {
			return false
		}
	}
	return true
}

// Changed returns the share of pixels, 0 to 1, in which two pictures of one size differ.
func Changed(a, b *image.RGBA) float64 {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		if [4]byte(a.Pix[i:]) != [4]byte(b.Pix[i:]) {
			n++
		}
	}
	return float64(n) / float64(len(a.Pix)/4)
}
