package xdrive

import (
	"errors"
	"image"
	"time"

	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// This file is the finger: for X, the pointer's first button.

// fingerDown is how long a tapping finger stays on the glass.
const fingerDown = 60 * time.Millisecond

// Tap puts the finger down at a point of the panel and lifts it.
func (s *Server) Tap(p image.Point) error {
	if err := s.Press(p); err != nil {
		return err
	}
	time.Sleep(fingerDown)
	return s.Release()
}

// Press puts the finger down.
func (s *Server) Press(p image.Point) error {
	if err := s.Move(p); err != nil {
		return err
	}
	return s.fake(xproto.ButtonPress, 1, image.Point{})
}

// Release lifts the finger where it is.
func (s *Server) Release() error { return s.fake(xproto.ButtonRelease, 1, image.Point{}) }

// Move moves the finger if it is down, else the bare pointer.
func (s *Server) Move(p image.Point) error { return s.fake(xproto.MotionNotify, 0, p) }

// Drag drags the finger from one point to another in steps of a frame.
func (s *Server) Drag(from, to image.Point, steps int) error {
	if err := s.Press(from); err != nil {
		return err
	}
	for i := 1; i <= steps; i++ {
		time.Sleep(16 * time.Millisecond)
		if err := s.Move(from.Add(to.Sub(from).Mul(i).Div(steps))); err != nil {
			return err
		}
	}
	return s.Release()
}

// Key presses a key and releases it.
func (s *Server) Key(keycode byte) error {
	return errors.Join(s.Hold(keycode, true), s.Hold(keycode, false))
}

// Hold presses a key, or releases it.
func (s *Server) Hold(keycode byte, down bool) error {
	if down {
		return s.fake(xproto.KeyPress, keycode, image.Point{})
	}
	return s.fake(xproto.KeyRelease, keycode, image.Point{})
}

// Button presses one of a mouse's buttons, or releases it, where the pointer is.
func (s *Server) Button(n byte, down bool) error {
	if down {
		return s.fake(xproto.ButtonPress, n, image.Point{})
	}
	return s.fake(xproto.ButtonRelease, n, image.Point{})
}

// Keycodes of a keyboard on Linux.
const (
	Escape    = 9
	Tab       = 23
	Control   = 37
	Alt       = 64
	F1, F10   = 67, 76
	F11, F12  = 95, 96
	Backspace = 22
	Delete    = 119
	PrintKey  = 107 // with Alt, SysRq
	Super     = 133
)

func (s *Server) fake(kind, detail byte, p image.Point) error {
	return xtest.FakeInputChecked(s.conn, kind, detail, 0, s.root, int16(p.X), int16(p.Y), 0).Check()
}

// Wheel turns the mouse's wheel over a point by notches, downwards if they are positive.
func (s *Server) Wheel(p image.Point, notches int) error {
	const up, down = 4, 5
	button := byte(down)
	if notches < 0 {
		button, notches = up, -notches
	}
	err := s.Move(p)
	for range notches {
		err = errors.Join(err, s.fake(xproto.ButtonPress, button, image.Point{}), s.fake(xproto.ButtonRelease, button, image.Point{}))
	}
	return err
}
