package display

import (
	"image"
	"io"

	"github.com/jezek/xgb" // X11 without Cgo: Ebitengine's own connection is out of reach
	"github.com/jezek/xgb/xproto"
)

// dial connects to the X server.
func dial() (*xgb.Conn, error) {
	xgb.Logger.SetOutput(io.Discard) // it tells of every connection; the kiosk's log is for what concerns it
	return xgb.NewConn()
}

// screenSize is the X screen's size, or zero where there is none to ask.
func screenSize() image.Point {
	c, err := dial()
	if err != nil {
		return image.Point{}
	}
	defer c.Close()
	return sizeOf(c)
}

func sizeOf(c *xgb.Conn) image.Point {
	s := xproto.Setup(c).DefaultScreen(c)
	return image.Pt(int(s.WidthInPixels), int(s.HeightInPixels))
}

// nudgeWindow spares the start 100 ms. Ebitengine waits that long for a window's
// size to change, which never happens where there is no window manager and the
// window already has the right size. So the window is asked for one row too short,
// and as soon as it is mapped a second connection gives it its true height. It returns the size
// to ask for. With a window manager, which answers in its own way, it does nothing.
func nudgeWindow(size image.Point) image.Point {
	c, err := dial()
	if err != nil {
		return size
	}
	root := xproto.Setup(c).DefaultScreen(c).Root
	if managed(c, root) {
		c.Close()
		return size
	}
	watch := xproto.ChangeWindowAttributesChecked(c, root, xproto.CwEventMask, []uint32{xproto.EventMaskSubstructureNotify})
	if watch.Check() != nil {
		c.Close()
		return size
	}
	go resizeFirstMapped(c, size)
	return image.Pt(size.X, size.Y-1)
}

// managed says whether a window manager holds the redirection of the root's children (ICCCM 4.1.3).
func managed(c *xgb.Conn, root xproto.Window) bool {
	a, err := xproto.GetWindowAttributes(c, root).Reply()
	return err == nil && a.AllEventMasks&xproto.EventMaskSubstructureRedirect != 0
}

// resizeFirstMapped waits for a window of the asked size to be mapped and makes it whole. The
// round trip before closing has the server read the request first.
func resizeFirstMapped(c *xgb.Conn, size image.Point) {
	defer c.Close()
	for {
		ev, err := c.WaitForEvent()
		if ev == nil && err == nil {
			return
		}
		m, ok := ev.(xproto.MapNotifyEvent)
		if !ok || !shortByOne(c, m.Window, size) {
			continue
		}
		xproto.ConfigureWindow(c, m.Window, xproto.ConfigWindowWidth|xproto.ConfigWindowHeight, []uint32{uint32(size.X), uint32(size.Y)})
		xproto.GetInputFocus(c).Reply()
		return
	}
}

func shortByOne(c *xgb.Conn, w xproto.Window, size image.Point) bool {
	g, err := xproto.GetGeometry(c, xproto.Drawable(w)).Reply()
	return err == nil && int(g.Width) == size.X && int(g.Height) == size.Y-1
}
