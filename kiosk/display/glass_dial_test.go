package display

import (
	"context"
	"image"
	"sync"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"gongkai/kiosk/xdrive"
)

// TestDialAtOnce: connections that are opened at once, while the readers of others look up errors, don't touch xgb's
// tables: concurrent writes to them end the program.
func TestDialAtOnce(t *testing.T) {
	s, err := xdrive.Start(image.Pt(64, 64))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	t.Setenv("DISPLAY", s.Display)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			x, err := dial()
			if err != nil {
				t.Error(err)
				return
			}
			defer x.Close()
			if m, on := x.monitor(); on != 1 || m.Dx() != 64 || x.watchMonitors() != nil {
				t.Errorf("the monitor is %v, one of %d", m, on)
			}
			if _, err := x.extension("MIT-SHM"); err != nil {
				t.Error(err)
			}
			if err := xproto.MapWindowChecked(x.Conn, 1).Check(); err == nil {
				t.Error("a window that doesn't exist is mapped")
			}
			e := xgb.NewEventFuncs[int(x.randr)](make([]byte, 32))
			if _, ok := e.(extensionEvent); !ok {
				t.Errorf("RANDR's events are %T", e)
			}
		})
	}
	all.Wait()
}

// TestResizeEnds: the wait for Ebitengine's window ends with the surface, and the connection with it.
func TestResizeEnds(t *testing.T) {
	s, err := xdrive.Start(image.Pt(64, 64))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	t.Setenv("DISPLAY", s.Display)
	x, err := dial()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan bool)
	go func() {
		resizeFirstMapped(ctx, x, image.Pt(64, 64))
		close(done)
	}()
	cancel()
	select {
	case <-done:
	case <-time.After(patience):
		t.Error("it waits for good")
	}
}
