package display

import (
	"context"
	"image"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/jezek/xgb/xproto"
)

// fullScreen has Ebitengine's window cover the monitor, and keeps it so. It returns the size to ask for.
func (t *textures) fullScreen(ctx context.Context, size image.Point) image.Point {
	ebiten.SetFullscreen(true)
	ebiten.SetWindowDecorated(false)                               // nor is it when full screen is lost
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled) // for keepCovered to resize it
	go keepCovered(ctx, func() {
		t.exposed.Store(true)
		t.wake()
	})
	return nudgeWindow(size)
}

// nudgeWindow saves 100 ms at the start. Ebitengine waits that long for a window's
// size to change, which never happens where there is no window manager and the
// window already has the right size. So the window is asked for one row too short,
// and as soon as it is mapped a second connection gives it its true height. nudgeWindow returns the size
// to ask for. With a window manager, which answers in its own way, it does nothing.
func nudgeWindow(size image.Point) image.Point {
	x, err := dial()
	if err != nil {
		return size
	}
	if x.managed() {
		x.Close()
		return size
	}
	watch := xproto.ChangeWindowAttributesChecked(x.Conn, x.root, xproto.CwEventMask, []uint32{xproto.EventMaskSubstructureNotify})
	if watch.Check() != nil {
		x.Close()
		return size
	}
	go resizeFirstMapped(x, size)
	return image.Pt(size.X, size.Y-1)
}

// resizeFirstMapped waits for a window of the asked size to be mapped and gives it its true height. The
// round trip before closing has the server read the request first.
func resizeFirstMapped(x xserver, size image.Point) {
	defer x.Close()
	for {
		ev, err := x.WaitForEvent()
		if ev == nil && err == nil {
			return
		}
		m, ok := ev.(xproto.MapNotifyEvent)
		if !ok || !shortByOne(x, m.Window, size) {
			continue
		}
		xproto.ConfigureWindow(x.Conn, m.Window, xproto.ConfigWindowWidth|xproto.ConfigWindowHeight, []uint32{uint32(size.X), uint32(size.Y)})
		xproto.GetInputFocus(x.Conn).Reply()
		return
	}
}

func shortByOne(x xserver, w xproto.Window, size image.Point) bool {
	g, err := xproto.GetGeometry(x.Conn, xproto.Drawable(w)).Reply()
	return err == nil && int(g.Width) == size.X && int(g.Height) == size.Y-1
}
