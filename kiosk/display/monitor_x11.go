package display

import (
	"context"
	"fmt"
	"image"
	"log/slog"
	"slices"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"
)

// This file keeps a window over the whole of a monitor, whatever happens to the monitors: one is switched off and on
// again, gets another mode, or a second one is plugged in.

// screenSize returns the monitor's size, or zero where there is no X server.
func screenSize() image.Point {
	x, err := dial()
	if err != nil {
		return image.Point{}
	}
	defer x.Close()
	m, _ := x.monitor()
	return m.Size()
}

// monitor returns the monitor to show on: the primary one, else the first one that is on; without RANDR the whole
// screen. on is how many are on.
func (x xserver) monitor() (m image.Rectangle, on int) {
	if x.randr == 0 {
		return x.whole()
	}
	r, err := randr.GetScreenResourcesCurrent(x.Conn, x.root).Reply()
	if err != nil || len(r.Crtcs) == 0 {
		return x.whole()
	}
	var primary randr.Output
	if p, err := randr.GetOutputPrimary(x.Conn, x.root).Reply(); err == nil {
		primary = p.Output
	}
	var crtcs []*randr.GetCrtcInfoReply
	for _, id := range r.Crtcs {
		if c, err := randr.GetCrtcInfo(x.Conn, id, r.ConfigTimestamp).Reply(); err == nil {
			crtcs = append(crtcs, c)
		}
	}
	return chooseMonitor(crtcs, primary)
}

// whole returns the whole screen as a monitor. Xwayland's has no extent while its compositor has no output.
func (x xserver) whole() (m image.Rectangle, on int) {
	g, err := xproto.GetGeometry(x.Conn, xproto.Drawable(x.root)).Reply()
	if err != nil || g.Width == 0 || g.Height == 0 {
		return image.Rectangle{}, 0
	}
	return image.Rect(0, 0, int(g.Width), int(g.Height)), 1
}

// chooseMonitor returns the part of the screen that the primary output shows, else the first that any output shows, and how many are shown.
func chooseMonitor(crtcs []*randr.GetCrtcInfoReply, primary randr.Output) (m image.Rectangle, on int) {
	for _, c := range crtcs {
		if c.Mode == 0 || len(c.Outputs) == 0 {
			continue
		}
		at := image.Rect(0, 0, int(c.Width), int(c.Height)).Add(image.Pt(int(c.X), int(c.Y)))
		if at.Empty() {
			continue
		}
		if on == 0 || slices.Contains(c.Outputs, primary) {
			m = at
		}
		on++
	}
	return m, on
}

// watchMonitors has the server report changes of its monitors.
func (x xserver) watchMonitors() error {
	if x.randr != 0 {
		const changes = randr.NotifyMaskScreenChange | randr.NotifyMaskCrtcChange | randr.NotifyMaskOutputChange
		if err := randr.SelectInputChecked(x.Conn, x.root, changes).Check(); err != nil {
			return err
		}
	}
	return xproto.ChangeWindowAttributesChecked(x.Conn, x.root, xproto.CwEventMask, []uint32{xproto.EventMaskStructureNotify}).Check()
}

// monitorsChanged reports whether an event is about the monitors.
func (x xserver) monitorsChanged(e xgb.Event) bool {
	switch e := e.(type) {
	case extensionEvent:
		n := e.number()
		return x.randr != 0 && (n == x.randr+randr.ScreenChangeNotify || n == x.randr+randr.Notify)
	case xproto.ConfigureNotifyEvent:
		return e.Window == x.root
	}
	return false
}

// put puts a window over a monitor unless it is there already.
func (x xserver) put(w xproto.Window, target image.Rectangle) {
	if at, err := x.place(w); err != nil || at == target {
		return
	}
	xproto.ConfigureWindow(x.Conn, w, xproto.ConfigWindowX|xproto.ConfigWindowY|xproto.ConfigWindowWidth|xproto.ConfigWindowHeight,
		[]uint32{uint32(target.Min.X), uint32(target.Min.Y), uint32(target.Dx()), uint32(target.Dy())})
	if x.managed() {
		const add, fromProgram = 1, 1
		state := xproto.ClientMessageEvent{Format: 32, Window: w, Type: x.atom(stateProperty),
			Data: xproto.ClientMessageDataUnionData32New([]uint32{add, uint32(x.atom(fullScreenState)), 0, fromProgram, 0})}
		xproto.SendEvent(x.Conn, false, x.root, xproto.EventMaskSubstructureNotify|xproto.EventMaskSubstructureRedirect, string(state.Bytes()))
	}
}

const (
	stateProperty   = "_NET_WM_STATE"
	fullScreenState = "_NET_WM_STATE_FULLSCREEN"
)

// cover keeps a window over the monitor, and the monitor from being blanked: a window that leaves full screen brings back the
// server's screen saver. A window manager moves windows in its own time when monitors change, so the
// window is looked at again for two seconds.
type cover struct {
	modeset
	blank *blanking
	again *time.Timer
	tries int
	last  string // what was logged
}

const (
	coverSoon  = 50 * time.Millisecond // after several changes in a row
	coverAgain = 400 * time.Millisecond
	coverTries = 5
)

func newCover(x xserver, b *blanking, log *slog.Logger) *cover {
	c := &cover{modeset: modeset{xserver: x, log: log}, blank: b, again: time.NewTimer(idle)}
	c.again.Stop()
	return c
}

// follow notes an event that may be about the monitors.
func (c *cover) follow(e xgb.Event) {
	if c.monitorsChanged(e) {
		c.begin()
	}
}

// begin schedules the tries.
func (c *cover) begin() {
	c.tries = coverTries
	c.again.Reset(coverSoon)
}

// try covers the monitor with a window when again is due, and reports whether one is on. While none is it leaves the window alone.
func (c *cover) try(w xproto.Window) (on bool) {
	c.blank.hold()
	c.light()
	m, n := c.monitor()
	c.report(m, n)
	if n > 0 {
		c.put(w, m)
	}
	if c.tries--; c.tries > 0 {
		c.again.Reset(coverAgain)
	}
	return n > 0
}

// noMonitor is logged where nothing can be seen.
const noMonitor = "no monitor is on: waiting for one"

// report logs on which monitor the window lies, when that is another.
func (c *cover) report(m image.Rectangle, on int) {
	now := fmt.Sprintf("monitor at %v, one of %d", m, on)
	switch {
	case now == c.last:
		return
	case on == 0:
		c.log.Warn(noMonitor)
	default:
		c.log.Info("monitor", "size", m.Size(), "at", m.Min, "others", on-1)
	}
	c.last = now
}

// readEvents passes on a connection's events until it is closed, and logs the errors of requests that wait for no answer.
func readEvents(ctx context.Context, c *xgb.Conn, to chan<- xgb.Event, log *slog.Logger) {
	defer close(to)
	for {
		e, err := c.WaitForEvent()
		if e == nil && err == nil {
			return
		}
		if e == nil {
			log.Debug("X server", "error", err)
			continue
		}
		select {
		case to <- e:
		case <-ctx.Done():
			return
		}
	}
}
