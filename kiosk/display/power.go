package display

import (
	"time"

	"gongkai/kiosk/session"
)

// power is how the panel was switched last.
type power struct {
	dark   bool
	minute time.Time // of the surface's last order
}

// switchPanel switches the panel on before the first picture after a night, and off once the night's has been shown: by the
// machine's own command, else by the surface. The surface receives the order again each minute, for others may have switched the panel, and
// a key or a mouse lights it.
func (g *game) switchPanel(now time.Time) {
	asleep := g.state.View.Kind == session.Night
	shown := !g.changed && !g.turning(now)
	minute := now.Truncate(time.Minute)
	if asleep != g.power.dark && (!asleep || shown) {
		g.power.dark, g.power.minute = asleep, time.Time{}
		if g.Power != nil {
			g.Power(!asleep)
		}
	}
	if minute != g.power.minute {
		g.power.minute = minute
		g.surface.light(!g.power.dark || g.Power != nil)
	}
}
