package display

import (
	"fmt"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// This file stands in for xgb's Init functions of extensions. Those write xgb's tables of events and errors, which the
// readers of all connections read without a lock; here the tables are filled once, before any connection is opened.

// extensionEvent is an event of an extension as the server sent it. Its number depends on the server.
type extensionEvent struct{ buf []byte }

// String and Bytes make it an xgb.Event.
func (e extensionEvent) String() string { return fmt.Sprintf("extension event %d", e.number()) }
func (e extensionEvent) Bytes() []byte  { return e.buf }

// number returns the event's number; the highest bit marks one that a client sent.
func (e extensionEvent) number() byte { return e.buf[0] &^ 0x80 }

// extensionError is an error of an extension as the server sent it.
type extensionError struct{ buf []byte }

// SequenceId, BadId and Error make it an xgb.Error.
func (e extensionError) SequenceId() uint16 { return xgb.Get16(e.buf[2:]) }
func (e extensionError) BadId() uint32      { return xgb.Get32(e.buf[4:]) }
func (e extensionError) Error() string {
	return fmt.Sprintf("X error %d of request %d.%d, value %#x", e.buf[1], e.buf[10], xgb.Get16(e.buf[8:]), e.BadId())
}

// The numbers that the X protocol leaves to extensions.
const (
	firstExtensionEvent, lastExtensionEvent = 64, 127
	firstExtensionError, lastExtensionError = 128, 255
)

func init() {
	for n := firstExtensionEvent; n <= lastExtensionEvent; n++ {
		xgb.NewEventFuncs[n] = func(buf []byte) xgb.Event { return extensionEvent{buf} }
	}
	for n := firstExtensionError; n <= lastExtensionError; n++ {
		xgb.NewErrorFuncs[n] = func(buf []byte) xgb.Error { return extensionError{buf} }
	}
	xgb.NewEventFuncs[genericEvent] = func(buf []byte) xgb.Event { return touchEvent{buf} }
}

// extension asks for an extension's numbers, and lets xgb send its requests.
func (x xserver) extension(name string) (*xproto.QueryExtensionReply, error) {
	r, err := xproto.QueryExtension(x.Conn, uint16(len(name)), name).Reply()
	if err != nil {
		return nil, err
	}
	if !r.Present {
		return nil, fmt.Errorf("the X server lacks the extension %s", name)
	}
	x.ExtLock.Lock()
	defer x.ExtLock.Unlock()
	x.Extensions[name] = r.MajorOpcode
	return r, nil
}
