package xdrive

import (
	_ "embed"
	"errors"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/jezek/xgb/dpms"
	"github.com/jezek/xgb/xproto"
)

// This file is what Xorg does by itself to a screen that isn't touched: it blanks it, and switches its monitor off.

// Blanking is after how many seconds Xorg blanks the screen, 0 for never, and whether its monitor is on.
type Blanking struct {
	Saver    int
	Monitor  [3]uint16 // standby, suspend, off
	Switched bool      // the monitor's times are in force
	On       bool
}

// Blanking returns what is set.
func (x *Xorg) Blanking() (b Blanking, err error) {
	saver, err := xproto.GetScreenSaver(x.conn).Reply()
	if err != nil {
		return b, err
	}
	info, err := dpms.Info(x.conn).Reply()
	if err != nil {
		return b, err
	}
	times, err := dpms.GetTimeouts(x.conn).Reply()
	if err != nil {
		return b, err
	}
	return Blanking{int(saver.Timeout), [3]uint16{times.StandbyTimeout, times.SuspendTimeout, times.OffTimeout}, info.State, info.PowerLevel == dpms.DPMSModeOn}, nil
}

// SetBlanking sets it, as xset does, and switches the monitor.
func (x *Xorg) SetBlanking(b Blanking) error {
	level := uint16(dpms.DPMSModeOff)
	if b.On {
		level = dpms.DPMSModeOn
	}
	return errors.Join(
		xproto.SetScreenSaverChecked(x.conn, int16(b.Saver), 0, xproto.BlankingPreferred, xproto.ExposuresDefault).Check(),
		dpms.EnableChecked(x.conn).Check(),
		dpms.SetTimeoutsChecked(x.conn, b.Monitor[0], b.Monitor[1], b.Monitor[2]).Check(),
		dpms.ForceLevelChecked(x.conn, level).Check())
}

// monitorSwitch is the source of the switch that the dummy driver lacks.
//
//go:embed preload/dpms.c
var monitorSwitch []byte

// buildSwitch compiles the switch in a directory, and returns what has Xorg load it.
func buildSwitch(dir string) (env string, err error) {
	source, library := filepath.Join(dir, "dpms.c"), filepath.Join(dir, "dpms.so")
	if err := os.WriteFile(source, monitorSwitch, 0o600); err != nil {
		return "", err
	}
	out, err := exec.Command("gcc", "-shared", "-fPIC", "-Wl,-z,lazy", "-o", library, source).CombinedOutput()
	if err != nil {
		return "", errors.Join(err, errors.New(string(out)))
	}
	return "LD_PRELOAD=" + library, nil
}
