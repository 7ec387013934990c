package display

import (
	"sync/atomic"

	"github.com/jezek/xgb/dpms"
	"github.com/jezek/xgb/screensaver"
	"github.com/jezek/xgb/xproto"
)

// This file keeps the X server from blanking the monitor, and switches the monitor at night: where there is no desktop
// both are the program's business.

// blanking is what the server does to a screen that isn't touched: nothing while the window covers it.
type blanking struct {
	xserver
	saver    *xproto.GetScreenSaverReply // as it was before; nil: unknown
	timeouts *dpms.GetTimeoutsReply      // as they were before; nil: the server can't switch the monitor
	enabled  bool                        // the timeouts were in force
	dark     atomic.Bool                 // the monitor is to be off
}

// takeBlanking suspends the server's timers for as long as the connection lasts, and keeps the monitor lit.
func (x xserver) takeBlanking() *blanking {
	b := &blanking{xserver: x}
	b.saver, _ = xproto.GetScreenSaver(x.Conn).Reply()
	if _, err := x.extension("MIT-SCREEN-SAVER"); err == nil {
		const suspend = 1
		screensaver.Suspend(x.Conn, suspend)
	}
	if _, err := x.extension("DPMS"); err == nil {
		if r, err := dpms.Info(x.Conn).Reply(); err == nil {
			b.enabled = r.State
			b.timeouts, _ = dpms.GetTimeouts(x.Conn).Reply()
		}
	}
	b.hold()
	return b
}

// light switches the monitor on or off. A touch switches it on by itself, as the server has it.
func (b *blanking) light(on bool) {
	b.dark.Store(!on)
	b.hold()
}

// hold undoes what others have done to the server's blanking: Ebitengine and desktops set it by their own.
func (b *blanking) hold() {
	b.setScreenSaver(&xproto.GetScreenSaverReply{PreferBlanking: xproto.BlankingPreferred, AllowExposures: xproto.ExposuresDefault})
	if b.timeouts == nil {
		return
	}
	dpms.Enable(b.Conn) // without timeouts that switches nothing, but the monitor can be switched
	dpms.SetTimeouts(b.Conn, 0, 0, 0)
	level := uint16(dpms.DPMSModeOn)
	if b.dark.Load() {
		level = dpms.DPMSModeOff
	}
	dpms.ForceLevel(b.Conn, level)
}

// release gives the server's blanking back, with the monitor lit. The round trip has the server read the requests before the
// connection is closed.
func (b *blanking) release() {
	if b.timeouts != nil {
		dpms.ForceLevel(b.Conn, dpms.DPMSModeOn)
		dpms.SetTimeouts(b.Conn, b.timeouts.StandbyTimeout, b.timeouts.SuspendTimeout, b.timeouts.OffTimeout)
		if !b.enabled {
			dpms.Disable(b.Conn)
		}
	}
	if b.saver != nil {
		b.setScreenSaver(b.saver)
	}
	xproto.GetInputFocus(b.Conn).Reply()
}

// setScreenSaver sets the server's own screen saver.
func (x xserver) setScreenSaver(s *xproto.GetScreenSaverReply) {
	xproto.SetScreenSaver(x.Conn, int16(s.Timeout), int16(s.Interval), s.PreferBlanking, s.AllowExposures)
}
