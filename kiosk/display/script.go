package display

import (
	"context"
	"time"

	"gongkai/kiosk/session"
)

// This file shows states that are given from outside, one after the other: a crash is looked at again. Fingers, content
// and time change nothing then.

// forwardScript wakes the surface for each state.
func (g *game) forwardScript(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case s := <-g.Script:
			select {
			case g.scripted <- s:
				g.wake()
			case <-ctx.Done():
				return
			}
		}
	}
}

// follow shows the newest state that was given.
func (g *game) follow(now time.Time) {
	select {
	case s := <-g.scripted:
		s.Motion = session.Motion{}
		g.state, g.from, g.changed = s, nil, true
	default:
	}
	g.showPage()
	g.markChanged(now)
}
