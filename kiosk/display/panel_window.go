package display

import (
	"encoding/binary"
	"image"
	"os"
	"slices"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// The window's name for people and for the X server.
const (
	title     = "公开"
	className = "kiosk"
)

// keys are what ends a desk's window.
type keys struct {
	escape    xproto.Keycode
	protocols xproto.Atom // the type of a window manager's requests
	delete    xproto.Atom // its request to close the window
}

// openWindow makes the window, but doesn't show it yet.
func (p *panel) openWindow() (err error) {
	c := p.x.Conn
	screen := xproto.Setup(c).DefaultScreen(c)
	if p.window, err = xproto.NewWindowId(c); err != nil {
		return err
	}
	if p.gc, err = xproto.NewGcontextId(c); err != nil {
		return err
	}
	full := p.desk == (image.Point{})
	at, _ := p.x.monitor()
	events := uint32(xproto.EventMaskExposure | xproto.EventMaskStructureNotify |
		xproto.EventMaskButtonPress | xproto.EventMaskButtonRelease | xproto.EventMaskButton1Motion)
	values := []uint32{xproto.BackPixmapNone, events} // a background would flash before a picture
	mask := uint32(xproto.CwBackPixmap | xproto.CwEventMask)
	if full {
		cursor, err := p.noCursor()
		if err != nil {
			return err
		}
		mask, values = mask|xproto.CwCursor, append(values, uint32(cursor))
	} else {
		values[1] |= xproto.EventMaskKeyPress
		p.keys.escape = p.x.keycode(escape)
	}
	made := xproto.CreateWindowChecked(c, p.depth, p.window, p.x.root, int16(at.Min.X), int16(at.Min.Y), uint16(p.size.X), uint16(p.size.Y), 0,
		xproto.WindowClassInputOutput, screen.RootVisual, mask, values)
	if err := made.Check(); err != nil {
		return err
	}
	if err := xproto.CreateGCChecked(c, p.gc, xproto.Drawable(p.window), 0, nil).Check(); err != nil {
		return err
	}
	p.describe(full)
	if err := p.x.followTouches(p.window); lost(err) {
		return err
	} else if err != nil {
		p.log.Debug("fingers are the mouse", "error", err)
	}
	if !full {
		return nil
	}
	p.blank = p.x.takeBlanking()
	return p.x.watchMonitors()
}

// close gives back what the panel has taken.
func (p *panel) close() {
	if p.blank != nil {
		p.blank.release()
	}
	p.release()
	p.x.Close()
}

// describe sets what a window manager wants to know of the window (ICCCM 4.1.2, EWMH).
func (p *panel) describe(full bool) {
	p.keys.protocols, p.keys.delete = p.x.atom("WM_PROTOCOLS"), p.x.atom("WM_DELETE_WINDOW")
	p.set(xproto.AtomWmName, p.x.atom("UTF8_STRING"), 8, []byte(title))
	p.set(p.x.atom("_NET_WM_NAME"), p.x.atom("UTF8_STRING"), 8, []byte(title))
	p.set(xproto.AtomWmClass, xproto.AtomString, 8, []byte(className+"\x00"+className+"\x00"))
	p.set(p.x.atom(pidProperty), xproto.AtomCardinal, 32, words(uint32(os.Getpid())))
	p.set(p.keys.protocols, xproto.AtomAtom, 32, words(uint32(p.keys.delete)))
	const inputHint = 1
	p.set(xproto.AtomWmHints, xproto.AtomWmHints, 32, words(inputHint, 1, 0, 0, 0, 0, 0, 0, 0))
	if full {
		p.set(p.x.atom(stateProperty), xproto.AtomAtom, 32, words(uint32(p.x.atom(fullScreenState))))
		return
	}
	const minSize, maxSize = 1 << 4, 1 << 5
	w, h := uint32(p.size.X), uint32(p.size.Y)
	p.set(xproto.AtomWmNormalHints, xproto.AtomWmSizeHints, 32, words(minSize|maxSize, 0, 0, 0, 0, w, h, w, h, 0, 0, 0, 0, 0, 0, 0, 0, 0))
}

// set sets a property of the window; format is the bits of a unit.
func (p *panel) set(name, kind xproto.Atom, format byte, data []byte) {
	xproto.ChangeProperty(p.x.Conn, xproto.PropModeReplace, p.window, name, kind, format, uint32(len(data)/int(format/8)), data)
}

// words returns 32-bit values as a property holds them.
func words(values ...uint32) []byte {
	var b []byte
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}

// noCursor returns a cursor that isn't seen.
func (p *panel) noCursor() (xproto.Cursor, error) {
	c := p.x.Conn
	clear, err := xproto.NewPixmapId(c)
	if err != nil {
		return 0, err
	}
	id, err := xproto.NewCursorId(c)
	if err != nil {
		return 0, err
	}
	gc, err := xproto.NewGcontextId(c)
	if err != nil {
		return 0, err
	}
	xproto.CreatePixmap(c, 1, clear, xproto.Drawable(p.x.root), 1, 1)
	xproto.CreateGC(c, gc, xproto.Drawable(clear), xproto.GcForeground, []uint32{0})
	xproto.PolyFillRectangle(c, xproto.Drawable(clear), gc, []xproto.Rectangle{{Width: 1, Height: 1}})
	xproto.FreeGC(c, gc)
	err = xproto.CreateCursorChecked(c, id, clear, clear, 0, 0, 0, 0, 0, 0, 0, 0).Check()
	xproto.FreePixmap(c, clear)
	return id, err
}

// escape is Esc's keysym.
const escape = 0xff1b

// keycode returns the key with a keysym; 0 if there is none.
func (x xserver) keycode(sym xproto.Keysym) xproto.Keycode {
	setup := xproto.Setup(x.Conn)
	n := setup.MaxKeycode - setup.MinKeycode + 1
	m, err := xproto.GetKeyboardMapping(x.Conn, setup.MinKeycode, byte(n)).Reply()
	if err != nil || m.KeysymsPerKeycode == 0 {
		return 0
	}
	if i := slices.Index(m.Keysyms, sym); i >= 0 {
		return setup.MinKeycode + xproto.Keycode(i/int(m.KeysymsPerKeycode))
	}
	return 0
}

// closes reports whether an event closes the window: a window manager's request or, on a desk, Esc.
func (p *panel) closes(e xgb.Event) bool {
	switch e := e.(type) {
	case xproto.ClientMessageEvent:
		request := e.Format == 32 && e.Type == p.keys.protocols && len(e.Data.Data32) > 0
		return request && p.keys.delete != 0 && xproto.Atom(e.Data.Data32[0]) == p.keys.delete
	case xproto.KeyPressEvent:
		return p.keys.escape != 0 && e.Detail == p.keys.escape
	}
	return false
}
