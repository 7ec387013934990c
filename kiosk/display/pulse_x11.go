package display

import (
	"errors"
	"image"

	"github.com/jezek/xgb/xproto"
)

// This file looks, for the watchdog, at the window as the X server has it. A server that is stopped doesn't answer, which
// stops the loop, and with it the watchdog's pulse.

var (
	errUnmapped = errors.New("the window is not mapped")
	errDiffers  = errors.New("the window does not show what was presented")
)

// mapped returns an error unless a window, and all that it lies in, is mapped.
func (x xserver) mapped(w xproto.Window) error {
	a, err := xproto.GetWindowAttributes(x.Conn, w).Reply()
	switch {
	case err != nil:
		return err
	case a.MapState != xproto.MapStateViewable:
		return errUnmapped
	}
	return nil
}

// look returns an error unless the window is mapped and a row of it, another one each time, holds the pixels that were
// presented. If it doesn't, all is presented once more. Without a monitor the window may lie where the server has no pixels.
func (p *panel) look() error {
	if err := p.x.mapped(p.window); err != nil || p.unplugged {
		return err
	}
	y := p.looked % p.size.Y
	p.looked += p.size.Y*3/8 + 1
	err := p.compare(y)
	if errors.Is(err, errDiffers) {
		p.put(image.Rectangle{Max: p.size})
		err = p.compare(y)
	}
	return err
}

// compare returns an error unless a row of the window holds the picture's pixels.
func (p *panel) compare(y int) error {
	const zPixmap, allPlanes = 2, ^uint32(0)
	got, err := xproto.GetImage(p.x.Conn, zPixmap, xproto.Drawable(p.window), 0, int16(y), uint16(p.size.X), 1, allPlanes).Reply()
	if err != nil {
		return err
	}
	if row := p.pix[4*p.size.X*y : 4*p.size.X*(y+1)]; !samePixels(got.Data, row) {
		return errDiffers
	}
	return nil
}

// samePixels reports whether two rows have the same colours; the fourth byte of a pixel has no meaning.
func samePixels(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i+4 <= len(a); i += 4 {
		if a[i] != b[i] || a[i+1] != b[i+1] || a[i+2] != b[i+2] {
			return false
		}
	}
	return true
}

// look returns an error unless Ebitengine's window is mapped. It looks on a connection of its own, since Ebitengine's is out of
// reach, which is opened when a watchdog first asks.
func (t *textures) look() error {
	if t.seen == nil {
		x, err := dial()
		if err != nil {
			return err
		}
		t.seen = &x
	}
	w := t.seen.own(t.seen.root, 3)
	if w == 0 {
		return errUnmapped
	}
	return t.seen.mapped(w)
}
