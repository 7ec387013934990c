package display

import (
	"fmt"
	"image"
	"log/slog"
	"slices"

	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"
)

// This file gives a monitor its mode on a server without a desktop, where nothing else does: one that is plugged in after the server's start
// stays dark there, and one that replaces another keeps the other's mode, which it may not have.

// output is a connector of the server, with what is plugged into it.
type output struct {
	id        randr.Output
	connected bool
	modes     []randr.Mode // that the monitor has, the preferred one first
	crtc      randr.Crtc   // 0: dark
	crtcs     []randr.Crtc // that can drive it
	mode      randr.Mode   // of its crtc
	rotation  uint16       // of its crtc
}

// shows reports whether the output's monitor has the mode that it is given.
func (o output) shows() bool { return o.crtc != 0 && slices.Contains(o.modes, o.mode) }

// unlit returns the output that needs its monitor's mode: one whose monitor doesn't have the present one, or that has
// been plugged in dark. An output that was switched off while its monitor is connected stays off. None needs it while another shows the page.
func unlit(now []output, connected map[randr.Output]bool) (output, bool) {
	if slices.ContainsFunc(now, func(o output) bool { return o.connected && o.shows() }) {
		return output{}, false
	}
	i := slices.IndexFunc(now, func(o output) bool {
		return o.connected && len(o.modes) > 0 && len(o.crtcs) > 0 && (o.crtc != 0 || !connected[o.id])
	})
	if i < 0 {
		return output{}, false
	}
	return now[i], true
}

// outputs returns the server's outputs, and its modes by number.
func (x xserver) outputs() (all []output, modes map[randr.Mode]image.Point, err error) {
	r, err := randr.GetScreenResourcesCurrent(x.Conn, x.root).Reply()
	if err != nil {
		return nil, nil, err
	}
	modes = map[randr.Mode]image.Point{}
	for _, m := range r.Modes {
		modes[randr.Mode(m.Id)] = image.Pt(int(m.Width), int(m.Height))
	}
	for _, id := range r.Outputs {
		i, err := randr.GetOutputInfo(x.Conn, id, r.ConfigTimestamp).Reply()
		if err != nil {
			return nil, nil, err
		}
		o := output{id: id, connected: i.Connection == randr.ConnectionConnected, modes: i.Modes, crtc: i.Crtc, crtcs: i.Crtcs, rotation: randr.RotationRotate0}
		if i.Crtc != 0 {
			c, err := randr.GetCrtcInfo(x.Conn, i.Crtc, r.ConfigTimestamp).Reply()
			if err != nil {
				return nil, nil, err
			}
			o.mode, o.rotation = c.Mode, c.Rotation
		}
		all = append(all, o)
	}
	return all, modes, nil
}

// setMode gives an output's monitor its preferred mode, as the whole screen, turned as before, and switches off all others.
func (x xserver) setMode(o output, size image.Point, all []output) error {
	for _, other := range all {
		if other.crtc != 0 {
			if err := x.setCrtc(other.crtc, 0, randr.RotationRotate0, nil); err != nil {
				return err
			}
		}
	}
	if o.crtc == 0 {
		o.crtc = o.crtcs[0]
	}
	if o.rotation&(randr.RotationRotate90|randr.RotationRotate270) != 0 {
		size.X, size.Y = size.Y, size.X
	}
	const dpi, mmPerInch = 96, 25.4
	mm := func(px int) uint32 { return uint32(float64(px) * mmPerInch / dpi) }
	if err := randr.SetScreenSizeChecked(x.Conn, x.root, uint16(size.X), uint16(size.Y), mm(size.X), mm(size.Y)).Check(); err != nil {
		return err
	}
	return x.setCrtc(o.crtc, o.modes[0], o.rotation, []randr.Output{o.id})
}

func (x xserver) setCrtc(c randr.Crtc, m randr.Mode, rotation uint16, to []randr.Output) error {
	r, err := randr.GetScreenResourcesCurrent(x.Conn, x.root).Reply()
	if err != nil {
		return err
	}
	set, err := randr.SetCrtcConfig(x.Conn, c, xproto.TimeCurrentTime, r.ConfigTimestamp, 0, 0, m, rotation, to).Reply()
	if err == nil && set.Status != randr.SetConfigSuccess {
		err = fmt.Errorf("the X server refuses the mode: %d", set.Status)
	}
	return err
}

// modeset gives monitors their modes.
type modeset struct {
	xserver
	log       *slog.Logger
	connected map[randr.Output]bool // when last looked at; empty: not yet
}

// light gives a monitor its mode if one needs it and no window manager is there to decide.
func (m *modeset) light() {
	if m.randr == 0 || m.managed() {
		return
	}
	all, modes, err := m.outputs()
	if err != nil {
		m.log.Debug("outputs", "error", err)
		return
	}
	o, ok := unlit(all, m.connected)
	m.connected = map[randr.Output]bool{}
	for _, o := range all {
		m.connected[o.id] = o.connected
	}
	if !ok {
		return
	}
	size := modes[o.modes[0]]
	if err := m.setMode(o, size, all); err != nil {
		delete(m.connected, o.id) // to be tried again
		m.log.Warn("a monitor was plugged in, and can't be given its mode", "size", size, "error", err)
		return
	}
	m.log.Info("a monitor was plugged in: given its mode", "size", size)
}
