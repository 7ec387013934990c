// Package paint turns the layers of a page into pixels: glyphs, shapes, icons,
// on the CPU, the same bytes on every machine. It lays nothing out and moves
// nothing: kiosk/page says where things are.
package paint

import (
	"image"

	"gongkai/kiosk/page"
)

// Painter paints layers. It keeps masks of glyphs within a budget and is safe for
// concurrent use.
type Painter struct {
}

// New makes a Painter that keeps masks of at most budget bytes.
func New(budget int) *Painter { return &Painter{} }

// Layer paints the part of a layer that lies within dst's bounds (px on the screen, before scrolling) into
// dst, over its ground, as it looks while target down is pressed (0: none).
// A transparent layer is painted premultiplied over clear pixels.
func (p *Painter) Layer(dst *image.RGBA, l *page.Layer, theme *page.Theme, down int) {}

// Screen paints what Compose placed, in software: what display shows, for snapshots and tests.
func (p *Painter) Screen(size image.Point, placed []page.Placed) *image.RGBA {
	return image.NewRGBA(image.Rectangle{Max: size})
}
