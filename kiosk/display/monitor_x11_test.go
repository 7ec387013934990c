package display

import (
	"image"
	"log/slog"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"
)

// TestChooseMonitor: the primary output's part of the screen, else the first that is shown; none while all are off.
func TestChooseMonitor(t *testing.T) {
	off := &randr.GetCrtcInfoReply{}
	unplugged := &randr.GetCrtcInfoReply{Mode: 5, Width: 640, Height: 480}
	left := &randr.GetCrtcInfoReply{Mode: 5, Width: 1080, Height: 1920, Outputs: []randr.Output{7}}
	right := &randr.GetCrtcInfoReply{Mode: 6, X: 1080, Y: 40, Width: 1920, Height: 1080, Outputs: []randr.Output{8, 9}}
	for _, c := range []struct {
		name    string
		crtcs   []*randr.GetCrtcInfoReply
		primary randr.Output
		want    image.Rectangle
		on      int
	}{
		{"no controller", nil, 7, image.Rectangle{}, 0},
		{"one without an extent", []*randr.GetCrtcInfoReply{{Mode: 5, Outputs: []randr.Output{7}}}, 7, image.Rectangle{}, 0},
		{"all off", []*randr.GetCrtcInfoReply{off, unplugged}, 7, image.Rectangle{}, 0},
		{"the only one", []*randr.GetCrtcInfoReply{off, left}, 0, image.Rect(0, 0, 1080, 1920), 1},
		{"the first one", []*randr.GetCrtcInfoReply{left, right}, 0, image.Rect(0, 0, 1080, 1920), 2},
		{"the primary one", []*randr.GetCrtcInfoReply{left, right}, 8, image.Rect(1080, 40, 3000, 1120), 2},
		{"which shows what another does", []*randr.GetCrtcInfoReply{left, right}, 9, image.Rect(1080, 40, 3000, 1120), 2},
		{"the primary one is off", []*randr.GetCrtcInfoReply{off, right}, 7, image.Rect(1080, 40, 3000, 1120), 1},
	} {
		if got, on := chooseMonitor(c.crtcs, c.primary); got != c.want || on != c.on {
			t.Errorf("%s: %v of %d, want %v of %d", c.name, got, on, c.want, c.on)
		}
	}
}

// TestMonitorsChanged: RANDR's events are about the monitors, and the root's size is, where there is no RANDR.
func TestMonitorsChanged(t *testing.T) {
	x := xserver{root: 3, randr: 89}
	event := func(n byte) xgb.Event { return extensionEvent{append([]byte{n}, make([]byte, 31)...)} }
	for _, c := range []struct {
		e    xgb.Event
		want bool
	}{
		{event(89), true},
		{event(90), true},
		{event(91), false},
		{event(88), false},
		{xproto.ConfigureNotifyEvent{Window: 3}, true},
		{xproto.ConfigureNotifyEvent{Window: 4}, false},
		{xproto.ExposeEvent{Window: 3}, false},
	} {
		c2 := newCover(x, nil, slog.New(slog.DiscardHandler))
		if c2.follow(c.e); c2.tries > 0 != c.want || x.monitorsChanged(c.e) != c.want {
			t.Errorf("%v: %d tries", c.e, c2.tries)
		}
	}
}
