package xdrive

import (
	"context"
	"fmt"
	"image"
	"net/url"
	"strings"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Drop drops files on a point of the window of a class, as a file manager does (XDND, version 5), and returns once the window has
// taken their names.
func (s *Server) Drop(ctx context.Context, class string, at image.Point, paths ...string) error {
	to := s.find(s.root, class)
	if to == 0 {
		return fmt.Errorf("no window of class %s", class)
	}
	conn, err := xgb.NewConnDisplay(s.Display)
	if err != nil {
		return err
	}
	defer context.AfterFunc(ctx, conn.Close)()
	d := drag{conn: conn, to: to}
	defer conn.Close()
	if err := d.begin(); err != nil {
		return err
	}
	d.send("XdndEnter", 5<<24, uint32(d.atom("text/uri-list")), 0, 0)
	d.send("XdndPosition", 0, uint32(at.X)<<16|uint32(at.Y), 0, uint32(d.atom("XdndActionCopy")))
	d.send("XdndDrop", 0, 0, 0, 0)
	var names strings.Builder
	for _, p := range paths {
		names.WriteString((&url.URL{Scheme: "file", Path: p}).String() + "\r\n")
	}
	return d.give(names.String())
}

// drag is a drag that another program began.
type drag struct {
	conn *xgb.Conn
	own  xproto.Window
	to   xproto.Window
}

// begin makes the window from which the drag comes, and owns the selection.
func (d *drag) begin() (err error) {
	if d.own, err = xproto.NewWindowId(d.conn); err != nil {
		return err
	}
	screen := xproto.Setup(d.conn).DefaultScreen(d.conn)
	if err := xproto.CreateWindowChecked(d.conn, 0, d.own, screen.Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check(); err != nil {
		return err
	}
	return xproto.SetSelectionOwnerChecked(d.conn, d.own, d.atom("XdndSelection"), xproto.TimeCurrentTime).Check()
}

func (d *drag) atom(name string) xproto.Atom {
	r, err := xproto.InternAtom(d.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return 0
	}
	return r.Atom
}

// send sends one of the protocol's messages; its first word is always the drag's own window.
func (d *drag) send(name string, words ...uint32) {
	m := xproto.ClientMessageEvent{Format: 32, Window: d.to, Type: d.atom(name),
		Data: xproto.ClientMessageDataUnionData32New(append([]uint32{uint32(d.own)}, words...))}
	xproto.SendEvent(d.conn, false, d.to, 0, string(m.Bytes()))
}

// give hands over the names when the window asks for them.
func (d *drag) give(names string) error {
	finished := d.atom("XdndFinished")
	for {
		e, err := d.conn.WaitForEvent()
		if e == nil && err == nil {
			return fmt.Errorf("the window has not taken the files")
		}
		switch e := e.(type) {
		case xproto.SelectionRequestEvent:
			xproto.ChangeProperty(d.conn, xproto.PropModeReplace, e.Requestor, e.Property, e.Target, 8, uint32(len(names)), []byte(names))
			n := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property}
			xproto.SendEvent(d.conn, false, e.Requestor, 0, string(n.Bytes()))
		case xproto.ClientMessageEvent:
			if e.Type == finished {
				return nil
			}
		}
	}
}
