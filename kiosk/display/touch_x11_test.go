package display

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"image"
	"io"
	"net"
	"slices"
	"testing"
	"testing/iotest"
)

// frame returns 32 bytes, or more if it has a length, of a kind.
func frame(kind byte, more int) []byte {
	b := make([]byte, 32+4*more)
	for i := range b {
		b[i] = kind ^ byte(i)
	}
	b[0] = kind
	binary.LittleEndian.PutUint32(b[4:], uint32(more))
	return b
}

// finger is an XIDeviceEvent of 80 bytes.
func fingerEvent(kind uint16, id uint32, x, y float64) []byte {
	b := frame(genericEvent, 12)
	binary.LittleEndian.PutUint16(b[8:], kind)
	binary.LittleEndian.PutUint32(b[16:], id)
	binary.LittleEndian.PutUint32(b[40:], uint32(int32(x*65536)))
	binary.LittleEndian.PutUint32(b[44:], uint32(int32(y*65536)))
	return b
}

// TestTouchConn: everything passes unchanged but generic events, which are shortened to the 32 bytes that xgb reads;
// however small the pieces in which the bytes arrive.
func TestTouchConn(t *testing.T) {
	setup := append([]byte{1, 0, 11, 0, 0, 0, 3, 0}, make([]byte, 12)...)
	touch := fingerEvent(touchBegin, 9, 700.5, 1300)
	short := shorten(slices.Clone(touch))
	server := slices.Concat(setup, frame(1, 5), frame(12, 0), touch, frame(0, 0), frame(1, 0), touch, frame(1, 300), frame(28, 0))
	want := slices.Concat(setup, frame(1, 5), frame(12, 0), short, frame(0, 0), frame(1, 0), short, frame(1, 300), frame(28, 0))
	for name, from := range map[string]io.Reader{"at once": bytes.NewReader(server), "byte by byte": iotest.OneByteReader(bytes.NewReader(server))} {
		got, err := io.ReadAll(&touchConn{from: bufio.NewReader(from)})
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes, want %d; equal %v, error %v", name, len(got), len(want), bytes.Equal(got, want), err)
		}
	}
	if len(short) != 32 || binary.LittleEndian.Uint32(short[4:]) != 0 {
		t.Errorf("shortened to %d bytes with %d to follow", len(short), binary.LittleEndian.Uint32(short[4:]))
	}
}

// TestTouchEvent: a shortened event is the contact that it was.
func TestTouchEvent(t *testing.T) {
	at := image.Pt(700, 1300)
	for kind, want := range map[uint16][]contact{
		touchBegin:  {{9, down, at}},
		touchUpdate: {{9, move, at}},
		touchEnd:    {{9, move, at}, {9, up, at}},
		99:          nil,
	} {
		e := touchEvent{shorten(fingerEvent(kind, 9, 700.5, 1300.9))}
		if got := e.contacts(); !slices.Equal(got, want) {
			t.Errorf("%d: %v, want %v", kind, got, want)
		}
	}
	if got := (touchEvent{shorten(frame(genericEvent, 0))}).contacts(); got != nil {
		t.Errorf("an event of another extension is %v", got)
	}
}

// written is a connection that keeps what is written.
type written struct {
	net.Conn
	bytes.Buffer
}

func (w *written) Write(b []byte) (int, error) { return w.Buffer.Write(b) }
func (w *written) Read([]byte) (int, error)    { return 0, io.EOF }

// TestCookieIsSent: the request that opens the connection gets the cookie, and nothing else does.
func TestCookieIsSent(t *testing.T) {
	open := []byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0}
	cookie := []byte("0123456789abcdef")
	w := &written{}
	c := &touchConn{Conn: w, cookie: cookie}
	for range 2 {
		if n, err := c.Write(open); n != len(open) || err != nil {
			t.Errorf("%d bytes are written (%v)", n, err)
		}
	}
	with := slices.Concat([]byte{'l', 0, 11, 0, 0, 0, 18, 0, 16, 0, 0, 0}, []byte("MIT-MAGIC-COOKIE-1\x00\x00"), cookie)
	if want := slices.Concat(with, open); !bytes.Equal(w.Bytes(), want) {
		t.Errorf("%q, want %q", w.Bytes(), want)
	}
}

// TestFindCookie: the cookie is that of this machine and display.
func TestFindCookie(t *testing.T) {
	entry := func(family uint16, fields ...string) []byte {
		b := binary.BigEndian.AppendUint16(nil, family)
		for _, f := range fields {
			b = append(binary.BigEndian.AppendUint16(b, uint16(len(f))), f...)
		}
		return b
	}
	const local, internet, wild = 256, 0, 65535
	key := func(c byte) string { return string(bytes.Repeat([]byte{c}, 16)) }
	file := slices.Concat(
		entry(internet, "\x7f\x00\x00\x01", "0", magicCookie, key('i')),
		entry(local, "elsewhere", "0", magicCookie, key('e')),
		entry(local, "here", "0", "XDM-AUTHORIZATION-1", key('x')),
		entry(local, "here", "1", magicCookie, key('1')),
		entry(local, "here", "0", magicCookie, key('0')),
		entry(wild, "", "", magicCookie, key('w')),
	)
	for _, c := range []struct{ host, display, want string }{
		{"here", "0", key('0')}, {"here", "1", key('1')}, {"here", "7", key('w')}, {"there", "0", key('w')},
	} {
		if got := findCookie(file, c.host, c.display); string(got) != c.want {
			t.Errorf("%s:%s: %q, want %q", c.host, c.display, got, c.want)
		}
	}
	for n := range file { // a file that is being written
		findCookie(file[:n], "here", "7")
	}
	if got := findCookie(nil, "here", "0"); got != nil {
		t.Errorf("an empty file has %q", got)
	}
}
