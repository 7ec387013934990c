package display

import (
	"image"
	"slices"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// TestMouse: the left button is a finger, and a release moves it first: a quick drag may have no motion of its own. Other
// buttons, the wheel among them, are nothing.
func TestMouse(t *testing.T) {
	p := &panel{}
	at := image.Pt(30, 40)
	for _, c := range []struct {
		what string
		e    xgb.Event
		want []contact
	}{
		{"press", xproto.ButtonPressEvent{Detail: 1, EventX: 30, EventY: 40}, []contact{{mouse, down, at}}},
		{"motion", xproto.MotionNotifyEvent{EventX: 30, EventY: 40}, []contact{{mouse, move, at}}},
		{"release", xproto.ButtonReleaseEvent{Detail: 1, EventX: 30, EventY: 40}, []contact{{mouse, move, at}, {mouse, up, at}}},
		{"the right button", xproto.ButtonPressEvent{Detail: 3}, nil},
		{"the wheel", xproto.ButtonReleaseEvent{Detail: 4}, nil},
		{"another window", xproto.ConfigureNotifyEvent{Window: 9, Width: 500, Height: 500}, nil},
	} {
		if got := p.handle(nil, c.e); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

// TestCloses: a window manager's request closes the window, and so does Esc where there is a desk.
func TestCloses(t *testing.T) {
	desk, full := &panel{keys: keys{escape: 9, protocols: 70, delete: 77}}, &panel{keys: keys{protocols: 70, delete: 77}}
	of := func(kind xproto.Atom, atom uint32) xgb.Event {
		return xproto.ClientMessageEvent{Format: 32, Type: kind, Data: xproto.ClientMessageDataUnionData32New([]uint32{atom, 0, 0, 0, 0})}
	}
	message := func(atom uint32) xgb.Event { return of(70, atom) }
	for _, c := range []struct {
		what string
		p    *panel
		e    xgb.Event
		want bool
	}{
		{"the window manager", full, message(77), true},
		{"another request", full, message(78), false},
		{"a message of another type", full, of(71, 77), false},
		{"a message of zeros, with the atoms unknown", &panel{}, of(0, 0), false},
		{"Esc on a desk", desk, xproto.KeyPressEvent{Detail: 9}, true},
		{"another key", desk, xproto.KeyPressEvent{Detail: 10}, false},
		{"a key, full screen", full, xproto.KeyPressEvent{Detail: 9}, false},
		{"no key, full screen", full, xproto.KeyPressEvent{Detail: 0}, false},
	} {
		if got := c.p.closes(c.e); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// TestWakeTwice: a panel that is woken twice before it looks draws one frame, and no caller waits.
func TestWakeTwice(t *testing.T) {
	p := &panel{woken: make(chan struct{}, 1)}
	p.wake()
	p.wake()
	if len(p.woken) != 1 {
		t.Errorf("%d frames are scheduled", len(p.woken))
	}
}

// TestArrived: what has arrived is handled in one frame, in its order, and nothing is waited for.
func TestArrived(t *testing.T) {
	more := make(chan xgb.Event, 3)
	at := func(x int16) xgb.Event { return xproto.MotionNotifyEvent{EventX: x} }
	more <- at(2)
	more <- at(3)
	if got := arrived(at(1), more); !slices.Equal(got, []xgb.Event{at(1), at(2), at(3)}) {
		t.Errorf("%v", got)
	}
	if got := arrived(at(4), more); !slices.Equal(got, []xgb.Event{at(4)}) {
		t.Errorf("%v", got)
	}
	close(more)
	if got := arrived(at(5), more); !slices.Equal(got, []xgb.Event{at(5)}) {
		t.Errorf("a closed connection: %v", got)
	}
}

// TestExposed: what the server has lost of the window is shown again after the frame, which may bring a new picture, and
// not before.
func TestExposed(t *testing.T) {
	p := &panel{size: image.Pt(300, 400)}
	p.handle(nil, xproto.ExposeEvent{X: 10, Y: 20, Width: 30, Height: 40})
	if want := image.Rect(10, 20, 40, 60); len(p.unread) > 0 || len(p.exposed) != 1 || p.exposed[0] != want {
		t.Errorf("%d puts, to be shown %v", len(p.unread), p.exposed)
	}
}

// TestSmallWindow: a window is never opened smaller than a page.
func TestSmallWindow(t *testing.T) {
	for desk, want := range map[image.Point]image.Point{{100, 600}: {240, 600}, {600, 1}: {600, 240}, {540, 960}: {540, 960}} {
		if got := (&panel{desk: desk}).firstSize(); got != want {
			t.Errorf("%v for %v", got, desk)
		}
	}
}
