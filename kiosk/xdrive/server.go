// Package xdrive drives the real program from the outside, as a visitor and a
// stopwatch would: a private X server (Xvfb, or Xorg with outputs, modes and a touch panel), with or without a window
// manager, taps and drags through XTEST, pictures through
// GetImage, what is drawn and when through DAMAGE, and the program's own log. The end-to-end
// tests, the tour and the measurements use it.
//
// Of what is on a screen it knows only the design's fixed positions (places.go). It ends only what it has started.
package xdrive

import (
	"bufio"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"github.com/jezek/xgb" // the X protocol in pure Go, with the XTEST and DAMAGE extensions
	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// Portrait is the panel's size that the design is drawn for, px.
var Portrait = image.Pt(1080, 1920)

// A Server is a private X server and a connection to it, for taps and pictures.
type Server struct {
	Display string // its name, as in DISPLAY
	Size    image.Point
	Damage  *Damage // counts what is drawn on it

	conn   *xgb.Conn
	root   xproto.Window
	mode   randr.Mode // of the output while it is off
	env    []string   // of the server, beside the caller's
	cmd    *exec.Cmd
	exited chan struct{}

	companions []*exec.Cmd // programs that end with the server
}

// startLimit is how long a server may take to announce its display.
const startLimit = 20 * time.Second

func newServer(size image.Point) *Server {
	return &Server{Size: size, Damage: newDamage(), exited: make(chan struct{})}
}

// Start starts an X server of a size on a free display; more are arguments to Xvfb, such as
// "-extension", "MIT-SHM" for one that shares no memory.
func Start(size image.Point, more ...string) (*Server, error) {
	s := newServer(size)
	args := append(more, "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", size.X, size.Y), "-nolisten", "tcp", "-noreset", "-nocursor")
	if err := s.start("Xvfb", "xvfb", args...); err != nil {
		return nil, err
	}
	return s, nil
}

// start runs an X server, of a Debian package, and connects to it.
func (s *Server) start(name, debian string, args ...string) error {
	if err := s.launch(name, args...); err != nil {
		return fmt.Errorf("start %s: %w (Debian has it in %s)", name, err, debian)
	}
	if err := s.connect(); err != nil {
		s.Close()
		return fmt.Errorf("display %s: %w", s.Display, err)
	}
	return nil
}

// launch runs a server and waits for the number of its display. The server dies with its parent.
func (s *Server) launch(name string, args ...string) error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	defer read.Close()
	s.cmd = exec.Command(name, args...)
	s.cmd.Env = append(os.Environ(), s.env...)
	s.cmd.ExtraFiles = []*os.File{write}
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
	err = s.cmd.Start()
	write.Close()
	if err != nil {
		return err
	}
	go func() { s.cmd.Wait(); close(s.exited) }()
	read.SetReadDeadline(time.Now().Add(startLimit))
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		s.Close()
		return fmt.Errorf("it did not announce its display: %w", err)
	}
	s.Display = ":" + strings.TrimSpace(line)
	return nil
}

func (s *Server) connect() (err error) {
	xgb.Logger.SetOutput(io.Discard) // it logs every connection that is closed
	if s.conn, err = xgb.NewConnDisplay(s.Display); err != nil {
		return err
	}
	s.root = xproto.Setup(s.conn).DefaultScreen(s.conn).Root
	if err := errors.Join(xtest.Init(s.conn), damage.Init(s.conn)); err != nil {
		return err
	}
	if _, err := damage.QueryVersion(s.conn, 1, 1).Reply(); err != nil {
		return err
	}
	id, err := damage.NewDamageId(s.conn)
	if err != nil {
		return err
	}
	go s.Damage.follow(s.conn)
	return damage.CreateChecked(s.conn, id, xproto.Drawable(s.root), damage.ReportLevelRawRectangles).Check()
}

// Close ends the server, and with it every program that still shows something on it.
func (s *Server) Close() {
	if s.conn != nil {
		s.conn.Close()
	}
	for _, c := range s.companions {
		c.Process.Kill()
		c.Wait()
	}
	s.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-s.exited:
	case <-time.After(5 * time.Second):
		s.cmd.Process.Kill()
		<-s.exited
	}
}
