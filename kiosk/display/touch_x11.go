package display

import (
	"bufio"
	"encoding/binary"
	"errors"
	"image"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// This file reads a touch panel's fingers. The core protocol makes the first finger the mouse's button and hides
// all others, so that a contact that never lifts would make the panel deaf. XInput 2.2 reports each finger, but in
// events longer than xgb can read: touchConn shortens them on their way.

// touchEvent is a finger's event (XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd), shortened to the 32 bytes of a core event.
type touchEvent struct{ buf []byte }

// String and Bytes make it an xgb.Event.
func (e touchEvent) String() string { return "touch" }
func (e touchEvent) Bytes() []byte  { return e.buf }

// The events' types, which are the bits of their masks too.
const (
	touchBegin  = 18
	touchUpdate = 19
	touchEnd    = 20
)

// followTouches has the server report a window's fingers. Where it can't, and reports why, the first finger stays the
// mouse's button.
func (x xserver) followTouches(w xproto.Window) error {
	if !x.touches {
		return errors.New("the X server is on another machine")
	}
	ext, err := x.extension("XInputExtension")
	if err != nil {
		return err
	}
	const queryVersion, selectEvents, allMasters = 47, 46, 1
	v, err := x.request(ext.MajorOpcode, queryVersion, true, words(2|2<<16)).Reply()
	if err != nil {
		return err
	}
	if len(v) < 12 || [2]uint16{xgb.Get16(v[8:]), xgb.Get16(v[10:])} != [2]uint16{2, 2} {
		return errors.New("the X server's XInput is not 2.2")
	}
	return x.request(ext.MajorOpcode, selectEvents, false, words(uint32(w), 1, allMasters|1<<16, 1<<touchBegin|1<<touchUpdate|1<<touchEnd)).Check()
}

// request sends a request of an extension that xgb doesn't know.
func (x xserver) request(major, minor byte, replies bool, body []byte) *xgb.Cookie {
	buf := append([]byte{major, minor, 0, 0}, body...)
	binary.LittleEndian.PutUint16(buf[2:], uint16(len(buf)/4))
	cookie := x.NewCookie(true, replies)
	x.NewRequest(buf, cookie)
	return cookie
}

// contacts returns what the event changes of a finger.
func (e touchEvent) contacts() []contact {
	finger := int(xgb.Get32(e.buf[16:]))
	at := image.Pt(int(int32(xgb.Get32(e.buf[20:]))>>16), int(int32(xgb.Get32(e.buf[28:]))>>16)) // 16.16
	switch xgb.Get16(e.buf[8:]) {
	case touchBegin:
		return []contact{{finger, down, at}}
	case touchUpdate:
		return []contact{{finger, move, at}}
	case touchEnd:
		return []contact{{finger, move, at}, {finger, up, at}}
	}
	return nil
}

// shorten turns an XIDeviceEvent into 32 bytes: its head as it is, and in place of the root's and the child's window the
// position in the event's.
func shorten(e []byte) []byte {
	if len(e) < 48 { // none of ours
		e = append(e, make([]byte, 48-len(e))...)
	}
	short := append([]byte(nil), e[:32]...)
	clear(short[4:8]) // no bytes beyond these
	copy(short[20:24], e[40:44])
	copy(short[28:32], e[44:48])
	return short
}

// touchConn is a connection to the X server on which generic events are shortened.
type touchConn struct {
	net.Conn
	from   *bufio.Reader
	frame  []byte // read from the server, but not yet by xgb
	rest   int    // bytes of a long reply that follow the frame as they are
	setUp  bool   // the server's first answer, which has a layout of its own, has been read
	cookie []byte // what the server admits us by; nil: nothing
}

// genericEvent is the type of events with a length of their own.
const genericEvent = 35

// Write passes on what xgb writes. Its first request, which opens the connection, gets the cookie: xgb doesn't know
// the display of a connection that it hasn't made, and can't find it.
func (c *touchConn) Write(b []byte) (int, error) {
	cookie := c.cookie
	c.cookie = nil
	if cookie == nil || len(b) != 12 {
		return c.Conn.Write(b)
	}
	request := append([]byte(nil), b...)
	binary.LittleEndian.PutUint16(request[6:], uint16(len(magicCookie)))
	binary.LittleEndian.PutUint16(request[8:], uint16(len(cookie)))
	request = append(append(request, magicCookie+"\x00\x00"...), cookie...)
	_, err := c.Conn.Write(request)
	return len(b), err
}

// Read passes on replies, errors and events.
func (c *touchConn) Read(b []byte) (int, error) {
	if len(c.frame) == 0 && c.rest > 0 {
		n, err := c.from.Read(b[:min(len(b), c.rest)])
		c.rest -= n
		return n, err
	}
	if len(c.frame) == 0 {
		if err := c.next(); err != nil {
			return 0, err
		}
	}
	n := copy(b, c.frame)
	c.frame = c.frame[n:]
	return n, nil
}

// next reads the next frame: an error, an event, or the head of a reply.
func (c *touchConn) next() error {
	if !c.setUp {
		c.setUp = true
		head, err := c.read(8)
		if err == nil {
			c.frame, c.rest = head, 4*int(xgb.Get16(head[6:]))
		}
		return err
	}
	head, err := c.read(32)
	if err != nil {
		return err
	}
	const reply = 1
	more := 4 * int(xgb.Get32(head[4:]))
	switch head[0] & 0x7f {
	case reply:
		c.rest = more
	case genericEvent:
		body, err := c.read(more)
		if err != nil {
			return err
		}
		head = shorten(append(head, body...))
	}
	c.frame = head
	return nil
}

func (c *touchConn) read(n int) ([]byte, error) {
	b := make([]byte, n)
	_, err := io.ReadFull(c.from, b)
	return b, err
}

// connect connects to the X server of DISPLAY, through a touchConn if it is on this machine.
func connect(display string) (c *xgb.Conn, touches bool, err error) {
	number, local := strings.CutPrefix(display, ":")
	number, _, _ = strings.Cut(number, ".")
	if !local {
		c, err = xgb.NewConn()
		return c, false, err
	}
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+number)
	if err != nil {
		return nil, false, err
	}
	c, err = xgb.NewConnNet(&touchConn{Conn: conn, from: bufio.NewReader(conn), cookie: cookieFor(number)})
	if err != nil {
		return nil, false, errors.Join(err, conn.Close())
	}
	return c, true, nil
}

const magicCookie = "MIT-MAGIC-COOKIE-1"

// cookieFor returns the cookie of a display on this machine, as xauth(1) keeps it; nil if there is none.
func cookieFor(display string) []byte {
	path := os.Getenv("XAUTHORITY")
	if path == "" {
		path = filepath.Join(os.Getenv("HOME"), ".Xauthority")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	host, _ := os.Hostname()
	return findCookie(data, host, display)
}

// findCookie finds it in a file of entries: family, and, each with its length before it, address, display, name, data.
func findCookie(data []byte, host, display string) []byte {
	const local, wild = 256, 65535
	for len(data) >= 2 {
		family := binary.BigEndian.Uint16(data)
		data = data[2:]
		var field [4][]byte
		for i := range field {
			if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
				return nil
			}
			n := int(binary.BigEndian.Uint16(data))
			field[i], data = data[2:2+n], data[2+n:]
		}
		here := family == wild || family == local && string(field[0]) == host
		if number := string(field[1]); here && (number == "" || number == display) && string(field[2]) == magicCookie && len(field[3]) == 16 {
			return field[3]
		}
	}
	return nil
}
