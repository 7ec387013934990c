package display

import (
	"context"
	"image"
	"log/slog"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// fullScreen makes Ebitengine's window cover the monitor, and keeps it so. It returns the size to ask for.
func (t *textures) fullScreen(ctx context.Context, size image.Point) image.Point {
	ebiten.SetFullscreen(true)
	ebiten.SetWindowDecorated(false)                               // nor is it when full screen is lost
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled) // for attend to resize it
	if x, err := dial(); err == nil {
		t.blank = x.takeBlanking() // as it is before Ebitengine sets it
		go t.attend(ctx, x)
	}
	return nudgeWindow(ctx, size)
}

// attend does for Ebitengine's window, on a second connection and until ctx is done, what Ebitengine doesn't. It
// keeps the window over the monitor: Ebitengine leaves full screen when the monitor goes, and must not be asked to
// return, since at the wrong moment the X server's answer ends the program. It has the window drawn again when the
// server has lost some of it. And it reads each finger of a touch panel.
func (t *textures) attend(ctx context.Context, x xserver) {
	if x.watchMonitors() != nil {
		return
	}
	events := make(chan xgb.Event, 64)
	go readEvents(ctx, x.Conn, events, t.game.Log)
	c := newCover(x, t.blank, t.game.Log)
	c.begin()
	var window xproto.Window
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-events:
			if !ok {
				return
			}
			t.note(e)
			c.follow(e)
		case <-c.again.C:
			if window == 0 {
				if window = x.watchOwn(t.game.Log); window == 0 { // it isn't open yet
					c.begin()
					continue
				}
				t.game.Log.Debug("watching the window")
			}
			on := c.try(window)
			t.game.plugged(on)
			if !on {
				t.noteUnplugged()
			}
		}
	}
}

// leave gives back what fullScreen has taken, after Ebitengine has.
func (t *textures) leave() {
	if t.blank != nil {
		t.blank.release()
		t.blank.Close()
	}
}

// watchOwn has the server report what happens to this process's window, and returns it; 0 if it isn't open.
func (x xserver) watchOwn(log *slog.Logger) xproto.Window {
	w := x.own(x.root, 3)
	if w != 0 {
		xproto.ChangeWindowAttributes(x.Conn, w, xproto.CwEventMask, []uint32{xproto.EventMaskExposure})
		if err := x.followTouches(w); err != nil {
			log.Debug("fingers are the mouse", "error", err)
		}
	}
	return w
}

// note wakes the loop for an event that Ebitengine doesn't see.
func (t *textures) note(e xgb.Event) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch e := e.(type) {
	case xproto.ExposeEvent:
		t.notes.exposed = true
	case touchEvent:
		t.notes.touches = append(t.notes.touches, e.contacts()...)
	default:
		return
	}
	t.wake()
}

// noteUnplugged wakes the loop when no monitor is on. Touches that no frame has seen yet don't count either.
func (t *textures) noteUnplugged() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.notes.touches, t.notes.unplugged = nil, true
	t.wake()
}

// noted returns what has been noted since the last frame.
func (t *textures) noted() notes {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := t.notes
	t.notes = notes{}
	return n
}

// awaitMonitor waits until a monitor is on or ctx is done; without any Ebitengine ends the program. The watchdog is answered
// meanwhile.
func (t *textures) awaitMonitor(ctx context.Context) error {
	x, err := dial()
	if err != nil || x.watchMonitors() != nil {
		return nil // Ebitengine reports what is wrong
	}
	defer x.Close()
	defer context.AfterFunc(ctx, x.Close)()
	events := make(chan xgb.Event, 64)
	go readEvents(ctx, x.Conn, events, t.game.Log)
	outputs := modeset{xserver: x, log: t.game.Log}
	for logged := false; ; logged = true {
		outputs.light()
		_, on := x.monitor()
		t.game.plugged(on > 0)
		if on > 0 {
			return nil
		}
		if !logged {
			t.game.Log.Warn(noMonitor)
		}
		t.game.answer(func() error { return nil }) // the server has just answered
		select {
		case <-ctx.Done():
			return nil
		case _, ok := <-events:
			if !ok && ctx.Err() == nil {
				return ErrServerGone
			}
		case <-t.woken:
		}
	}
}

// nudgeWindow saves 100 ms at the start. Ebitengine waits that long for a window's
// size to change, which never happens where there is no window manager and the
// window already has the right size. So the window is asked for one row too short,
// and as soon as it is mapped a second connection gives it its true height. nudgeWindow returns the size
// to ask for. With a window manager, which answers in its own way, it does nothing.
func nudgeWindow(ctx context.Context, size image.Point) image.Point {
	x, err := dial()
	if err != nil {
		return size
	}
	if x.managed() {
		x.Close()
		return size
	}
	watch := xproto.ChangeWindowAttributesChecked(x.Conn, x.root, xproto.CwEventMask, []uint32{xproto.EventMaskSubstructureNotify})
	if watch.Check() != nil {
		x.Close()
		return size
	}
	go resizeFirstMapped(ctx, x, size)
	return image.Pt(size.X, size.Y-1)
}

// resizeFirstMapped waits until ctx is done for a window of the asked size to be mapped, and gives it its true height. The
// round trip before closing has the server read the request first.
func resizeFirstMapped(ctx context.Context, x xserver, size image.Point) {
	defer x.Close()
	defer context.AfterFunc(ctx, x.Close)()
	for {
		ev, err := x.WaitForEvent()
		if ev == nil && err == nil {
			return
		}
		m, ok := ev.(xproto.MapNotifyEvent)
		if !ok || !shortByOne(x, m.Window, size) {
			continue
		}
		xproto.ConfigureWindow(x.Conn, m.Window, xproto.ConfigWindowWidth|xproto.ConfigWindowHeight, []uint32{uint32(size.X), uint32(size.Y)})
		xproto.GetInputFocus(x.Conn).Reply()
		return
	}
}

func shortByOne(x xserver, w xproto.Window, size image.Point) bool {
	g, err := xproto.GetGeometry(x.Conn, xproto.Drawable(w)).Reply()
	return err == nil && int(g.Width) == size.X && int(g.Height) == size.Y-1
}
