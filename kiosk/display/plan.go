package display

import (
	"time"

	"gongkai/kiosk/session"
)

// This file is the rest of a frame: what may be wanted next is got ready in frames that aren't shown, so
// that what is pressed is shown first.

// plan gets ready what may be wanted next, unless this frame is still to be shown, and returns when the next one is due.
func (g *game) plan(now time.Time) (next time.Time, moving bool) {
	g.switchPanel(now)
	busy := g.changed && !g.finger.rolling
	if !busy && !g.turning(now) {
		g.getAhead()
	}
	moving = g.moving(now)
	next = g.pace.next(now, demand{
		moving:     moving,
		unattended: g.state.Motion.Kind == session.Slide,
		atOnce:     busy || len(g.stage.renewed) > 0,
		held:       g.state.Holding,
		due:        []time.Time{g.sessionDue(), g.tickDue(), g.finger.hand.Due()},
	})
	if g.beat = (time.Time{}); moving {
		g.beat = next
	}
	return next, moving
}

// sessionDue returns when time itself changes the state; zero for never.
func (g *game) sessionDue() time.Time {
	at, ok := session.Next(g.state)
	if !ok || g.Script != nil {
		return time.Time{}
	}
	return at
}

// tickDue returns when the progress marks take their next step; zero for never.
func (g *game) tickDue() time.Time {
	if g.shown.Ticks == nil || g.state.Holding {
		return time.Time{}
	}
	return g.step.Add(g.pace.rates.tick)
}

// getAhead has painted, and uploads, what may be wanted next.
func (g *game) getAhead() {
	g.stage.collect()
	g.stage.prepare(g.ahead()...)
	if g.stage.sweep() {
		g.quiet.Reset(time.Second)
	}
}

// ahead lists what is seen and what may be wanted next: a margin around what is read, the page under the finger, the
// next slide.
func (g *game) ahead() []need {
	here := g.seen()
	if g.stage.budget.around {
		here.margin = g.shown.Scroll.Viewport.Dy() / 2
	}
	needs := []need{g.seen(), here}
	if then := g.finger.press.then; then != nil {
		needs = append(needs, need{page: g.stage.page(*then), scroll: then.View.Scroll})
		g.stage.page(g.state) // stays the most recently used
	} else if g.state.View.Kind == session.Attract && !g.state.Holding {
		needs = append(needs, need{page: g.stage.page(session.NextSlide(g.state))})
		g.stage.page(g.state) // stays the most recently used
		g.stage.keep(2)       // Back leads nowhere from here
	}
	return needs
}
