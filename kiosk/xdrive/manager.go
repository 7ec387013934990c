package xdrive

import (
	"context"
	"fmt"
	"image"
	"os"
	"os/exec"
	"syscall"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Manage runs a window manager on the server until Close, and waits until it manages windows.
func (s *Server) Manage(ctx context.Context, manager string, args ...string) error {
	conn, err := xgb.NewConnDisplay(s.Display)
	if err != nil {
		return err
	}
	defer context.AfterFunc(ctx, conn.Close)()
	defer conn.Close()
	watch := xproto.ChangeWindowAttributesChecked(conn, s.root, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange})
	if err := watch.Check(); err != nil {
		return err
	}
	if err := s.accompany(manager, args...); err != nil {
		return err
	}
	for !s.managed() {
		if ev, err := conn.WaitForEvent(); ev == nil && err == nil {
			return fmt.Errorf("%s does not manage the screen: %w", manager, context.Cause(ctx))
		}
	}
	return nil
}

// accompany starts a program that ends with the server.
func (s *Server) accompany(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+s.Display)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
	if err := cmd.Start(); err != nil {
		return err
	}
	s.companions = append(s.companions, cmd)
	return nil
}

// managed reports whether a window manager has announced itself (EWMH _NET_SUPPORTING_WM_CHECK).
func (s *Server) managed() bool {
	const name = "_NET_SUPPORTING_WM_CHECK"
	atom, err := xproto.InternAtom(s.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return false
	}
	v, err := xproto.GetProperty(s.conn, false, s.root, atom.Atom, xproto.AtomWindow, 0, 1).Reply()
	return err == nil && len(v.Value) == 4
}

// Window returns the rectangle of the window of a class on the screen, px, without a window manager's frame.
func (s *Server) Window(class string) (image.Rectangle, error) {
	w := s.find(s.root, class)
	if w == 0 {
		return image.Rectangle{}, fmt.Errorf("no window of class %q", class)
	}
	g, err := xproto.GetGeometry(s.conn, xproto.Drawable(w)).Reply()
	if err != nil {
		return image.Rectangle{}, err
	}
	at, err := xproto.TranslateCoordinates(s.conn, w, s.root, 0, 0).Reply()
	if err != nil {
		return image.Rectangle{}, err
	}
	return image.Rect(0, 0, int(g.Width), int(g.Height)).Add(image.Pt(int(at.DstX), int(at.DstY))), nil
}

// CloseWindow asks the window manager to close the window of a class, as its own button does (EWMH).
func (s *Server) CloseWindow(class string) error {
	const name = "_NET_CLOSE_WINDOW"
	atom, err := xproto.InternAtom(s.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return err
	}
	e := xproto.ClientMessageEvent{Format: 32, Window: s.find(s.root, class), Type: atom.Atom, Data: xproto.ClientMessageDataUnionData32New(make([]uint32, 5))}
	return xproto.SendEventChecked(s.conn, false, s.root, xproto.EventMaskSubstructureNotify|xproto.EventMaskSubstructureRedirect, string(e.Bytes())).Check()
}

// find returns the first window of a class below another, or 0: one that is mapped if there is one, since wine has further ones of
// the class, which never are.
func (s *Server) find(below xproto.Window, class string) xproto.Window {
	if w := s.first(below, class, s.mapped); w != 0 {
		return w
	}
	return s.first(below, class, func(xproto.Window) bool { return true })
}

// first returns the first window of a class (ICCCM 4.1.2.5) below another that is as wanted, or 0.
func (s *Server) first(below xproto.Window, class string, wanted func(xproto.Window) bool) xproto.Window {
	tree, err := xproto.QueryTree(s.conn, below).Reply()
	if err != nil {
		return 0
	}
	for _, w := range tree.Children {
		v, err := xproto.GetProperty(s.conn, false, w, xproto.AtomWmClass, xproto.AtomString, 0, 64).Reply()
		if err == nil && string(v.Value) == class+"\x00"+class+"\x00" && wanted(w) {
			return w
		}
		if w := s.first(w, class, wanted); w != 0 {
			return w
		}
	}
	return 0
}

func (s *Server) mapped(w xproto.Window) bool {
	a, err := xproto.GetWindowAttributes(s.conn, w).Reply()
	return err == nil && a.MapState != xproto.MapStateUnmapped
}
