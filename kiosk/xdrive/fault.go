package xdrive

import (
	"fmt"
	"image"
	"syscall"

	"github.com/jezek/xgb/xproto"
)

// This file makes a screen black, or dead, in the ways that a program on it can't prevent.

// Pause stops the server's process, or lets it go on.
func (s *Server) Pause(on bool) error {
	if on {
		return s.cmd.Process.Signal(syscall.SIGSTOP)
	}
	return s.cmd.Process.Signal(syscall.SIGCONT)
}

// Show unmaps the window of a class, or maps it again.
func (s *Server) Show(class string, on bool) error {
	w := s.find(s.root, class)
	switch {
	case w == 0:
		return fmt.Errorf("no window of class %q", class)
	case on:
		return xproto.MapWindowChecked(s.conn, w).Check()
	}
	return xproto.UnmapWindowChecked(s.conn, w).Check()
}

// Cover lays a black window over the whole screen; uncover removes it.
func (s *Server) Cover() (uncover func() error, err error) {
	w, err := xproto.NewWindowId(s.conn)
	if err != nil {
		return nil, err
	}
	screen := xproto.Setup(s.conn).DefaultScreen(s.conn)
	all := image.Rectangle{Max: s.Size}
	made := xproto.CreateWindowChecked(s.conn, screen.RootDepth, w, s.root, 0, 0, uint16(all.Dx()), uint16(all.Dy()), 0, xproto.WindowClassInputOutput,
		screen.RootVisual, xproto.CwBackPixel|xproto.CwOverrideRedirect, []uint32{screen.BlackPixel, 1})
	if err := made.Check(); err != nil {
		return nil, err
	}
	return func() error { return xproto.DestroyWindowChecked(s.conn, w).Check() }, xproto.MapWindowChecked(s.conn, w).Check()
}
