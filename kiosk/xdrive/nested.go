package xdrive

import (
	"fmt"
	"image"
	"io"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"
)

// This file is a server that rotates its picture, and touch with it: Xephyr, whose monitor is a window on another server. The
// dummy driver can't.

// Nested is a server whose monitor is another server's screen: what is seen and touched is the other's.
type Nested struct{ *Server }

// Nest starts one that covers the whole of a server.
func (s *Server) Nest() (Nested, error) {
	n := newServer(s.Size)
	n.env = []string{"DISPLAY=" + s.Display}
	err := n.launch("Xephyr", "-displayfd", "3", "-screen", fmt.Sprintf("%dx%d", s.Size.X, s.Size.Y), "-nolisten", "tcp", "-noreset")
	if err != nil {
		return Nested{}, fmt.Errorf("start Xephyr: %w (Debian has it in xserver-xephyr)", err)
	}
	xgb.Logger.SetOutput(io.Discard)
	if n.conn, err = xgb.NewConnDisplay(n.Display); err != nil {
		n.Close()
		return Nested{}, err
	}
	n.root = xproto.Setup(n.conn).DefaultScreen(n.conn).Root
	return Nested{n}, nil
}

// RotateLeft rotates the picture as xrandr --rotate left does: its top is at the monitor's left.
func (n Nested) RotateLeft() error {
	const name = "RANDR"
	ext, err := xproto.QueryExtension(n.conn, uint16(len(name)), name).Reply()
	if err != nil {
		return err
	}
	n.conn.ExtLock.Lock() // in place of Init, which changes the events' numbers for the other server too
	n.conn.Extensions[name] = ext.MajorOpcode
	n.conn.ExtLock.Unlock()
	r, err := randr.GetScreenResources(n.conn, n.root).Reply()
	if err != nil {
		return err
	}
	c, err := randr.GetCrtcInfo(n.conn, r.Crtcs[0], r.ConfigTimestamp).Reply()
	if err != nil {
		return err
	}
	set, err := randr.SetCrtcConfig(n.conn, r.Crtcs[0], xproto.TimeCurrentTime, r.ConfigTimestamp, 0, 0, c.Mode, randr.RotationRotate90, c.Outputs).Reply()
	if err == nil && set.Status != randr.SetConfigSuccess {
		err = fmt.Errorf("RANDR answers %d", set.Status)
	}
	return err
}

// Left returns where a point of the picture is on the monitor once the picture is rotated left.
func Left(p, monitor image.Point) image.Point { return image.Pt(p.Y, monitor.Y-1-p.X) }
