package display

import (
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"slices"
	"syscall"

	"github.com/jezek/xgb" // X11 without Cgo: Ebitengine's own connection is out of reach
	"github.com/jezek/xgb/xproto"
)

// xserver is a connection to the X server.
type xserver struct {
	*xgb.Conn
	root    xproto.Window
	randr   byte // the number of RANDR's first event; 0: the server doesn't report its monitors
	touches bool // it can report fingers
}

// dial connects to the X server.
func dial() (xserver, error) {
	xgb.Logger.SetOutput(io.Discard) // it logs every connection; the kiosk's log is for what concerns it
	c, touches, err := connect(os.Getenv("DISPLAY"))
	if err != nil {
		return xserver{}, err
	}
	x := xserver{Conn: c, root: xproto.Setup(c).DefaultScreen(c).Root, touches: touches}
	ext, err := x.extension("RANDR")
	if err == nil {
		x.randr = ext.FirstEvent
	}
	if lost(err) {
		return xserver{}, err
	}
	return x, nil
}

// lost reports whether an error is the connection's end.
func lost(err error) bool {
	return slices.ContainsFunc([]error{io.EOF, io.ErrUnexpectedEOF, syscall.ECONNRESET, syscall.EPIPE}, func(end error) bool { return errors.Is(err, end) })
}

// lostAs returns the error that stands for a lost connection, or err itself if it is another.
func lostAs(gone, err error) error {
	if lost(err) {
		return fmt.Errorf("%w: %w", gone, err)
	}
	return err
}

// atom returns a name's atom; 0 if the connection is lost.
func (x xserver) atom(name string) xproto.Atom {
	a, err := xproto.InternAtom(x.Conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return 0
	}
	return a.Atom
}

// managed reports whether a window manager redirects the root's children (ICCCM 4.1.3).
func (x xserver) managed() bool {
	a, err := xproto.GetWindowAttributes(x.Conn, x.root).Reply()
	return err == nil && a.AllEventMasks&xproto.EventMaskSubstructureRedirect != 0
}

// place returns where a window lies on the root, px, a window manager's frame left out.
func (x xserver) place(w xproto.Window) (image.Rectangle, error) {
	g, err := xproto.GetGeometry(x.Conn, xproto.Drawable(w)).Reply()
	if err != nil {
		return image.Rectangle{}, err
	}
	at, err := xproto.TranslateCoordinates(x.Conn, w, x.root, 0, 0).Reply()
	if err != nil {
		return image.Rectangle{}, err
	}
	return image.Rect(0, 0, int(g.Width), int(g.Height)).Add(image.Pt(int(at.DstX), int(at.DstY))), nil
}

// own returns this process's window below another, a window manager's frames included; 0 if there is none.
func (x xserver) own(below xproto.Window, depth int) xproto.Window {
	tree, err := xproto.QueryTree(x.Conn, below).Reply()
	if err != nil {
		return 0
	}
	pid := x.atom(pidProperty)
	for _, w := range tree.Children {
		v, err := xproto.GetProperty(x.Conn, false, w, pid, xproto.AtomCardinal, 0, 1).Reply()
		if err == nil && len(v.Value) == 4 && int(xgb.Get32(v.Value)) == os.Getpid() {
			return w
		}
		if depth > 1 {
			if w := x.own(w, depth-1); w != 0 {
				return w
			}
		}
	}
	return 0
}

const pidProperty = "_NET_WM_PID"
