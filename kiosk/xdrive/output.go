package xdrive

import (
	"fmt"

	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"
)

// This file is the panel's plug: through RANDR a screen's only output is switched off and on.

// Output switches the screen's output off, or on again in its mode.
func (s *Server) Output(on bool) error {
	if err := randr.Init(s.conn); err != nil {
		return err
	}
	r, err := randr.GetScreenResourcesCurrent(s.conn, s.root).Reply()
	if err != nil {
		return err
	}
	if len(r.Crtcs) == 0 || len(r.Outputs) == 0 {
		return fmt.Errorf("%d outputs on %d controllers", len(r.Outputs), len(r.Crtcs))
	}
	mode, outputs := randr.Mode(0), []randr.Output(nil)
	if on {
		mode, outputs = s.mode, r.Outputs[:1]
	} else {
		c, err := randr.GetCrtcInfo(s.conn, r.Crtcs[0], r.ConfigTimestamp).Reply()
		if err != nil {
			return err
		}
		s.mode = c.Mode
	}
	set, err := randr.SetCrtcConfig(s.conn, r.Crtcs[0], xproto.TimeCurrentTime, r.ConfigTimestamp, 0, 0, mode, randr.RotationRotate0, outputs).Reply()
	if err != nil {
		return err
	}
	if set.Status != randr.SetConfigSuccess {
		return fmt.Errorf("RANDR answers %d", set.Status)
	}
	return nil
}
