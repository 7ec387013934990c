package display

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"path/filepath"
	"sync/atomic"
)

// compositor is the Wayland compositor behind an X server that has no screen of its own (Xwayland under cage): when it is
// stopped, the X server still answers, and holds pixels that reach no glass. It is asked by wl_display.sync, the request that
// every compositor answers in its turn (wayland.xml, wl_display). A Go library for Wayland would be more than these two messages.
type compositor struct {
	conn    io.ReadWriteCloser
	waiting atomic.Bool // an answer is due
}

var errNoAnswer = errors.New("the compositor does not answer")

// findCompositor returns the compositor that the environment names; nil if there is none.
func findCompositor(env func(string) string, log *slog.Logger) *compositor {
	path := env("WAYLAND_DISPLAY")
	if path == "" {
		return nil
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(env("XDG_RUNTIME_DIR"), path)
	}
	conn, err := net.Dial("unix", path)
	if err != nil {
		log.Warn("the watchdog can't see the compositor", "error", err)
		return nil
	}
	return &compositor{conn: conn}
}

// ask has answered called, on another goroutine, when the compositor has answered. It returns an error while an earlier
// question has no answer. A nil compositor has answered at once.
func (c *compositor) ask(answered func()) error {
	if c == nil {
		answered()
		return nil
	}
	if c.waiting.Swap(true) {
		return errNoAnswer
	}
	go func() {
		if c.sync() == nil { // otherwise the answer stays due: a connection that has broken has no second one
			c.waiting.Store(false)
			answered()
		}
	}()
	return nil
}

func (c *compositor) close() {
	if c != nil {
		c.conn.Close()
	}
}

// Numbers of wayland.xml.
const (
	wlDisplay      = 1 // the object that each connection begins with
	wlCallback     = 2 // the object that an answer comes from, used anew for each question
	displaySync    = 0 // request: an answer, please
	displayError   = 0 // event: the connection is at its end
	displayDeleted = 1 // event: an object's number is free again
)

// sync returns when the compositor has answered, and has freed the answer's number.
func (c *compositor) sync() error {
	var ask []byte
	for _, word := range []uint32{wlDisplay, 12<<16 | displaySync, wlCallback} {
		ask = binary.NativeEndian.AppendUint32(ask, word)
	}
	if _, err := c.conn.Write(ask); err != nil {
		return err
	}
	for {
		object, event, body, err := c.read()
		switch {
		case err != nil:
			return err
		case object == wlDisplay && event == displayError:
			return fmt.Errorf("the compositor closes the connection: %q", body)
		case object == wlDisplay && event == displayDeleted && len(body) == 4 && binary.NativeEndian.Uint32(body) == wlCallback:
			return nil
		}
	}
}

// read reads one message: who sends it, which of its events it is, and the event's arguments.
func (c *compositor) read() (object uint32, event uint16, body []byte, err error) {
	var head [8]byte
	if _, err = io.ReadFull(c.conn, head[:]); err != nil {
		return 0, 0, nil, err
	}
	object = binary.NativeEndian.Uint32(head[:])
	size := binary.NativeEndian.Uint32(head[4:])
	if size>>16 < uint32(len(head)) {
		return 0, 0, nil, fmt.Errorf("a message of %d bytes", size>>16)
	}
	body = make([]byte, size>>16-uint32(len(head)))
	_, err = io.ReadFull(c.conn, body)
	return object, uint16(size), body, err
}
