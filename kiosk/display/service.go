package display

import (
	"image"
	"time"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// knockCorner is the side of the corner, in u, that leads to the service pages.
const knockCorner = 120

// serviceTap takes a tap that no target receives: one of those in the corner that lead to the service pages, or one of the touch
// test. It reports whether that was all that the tap means.
func (g *game) serviceTap(now time.Time, at image.Point) bool {
	if g.state.PIN == "" {
		return false
	}
	size, before := g.pageSize(), g.state
	switch test := g.state.View.Kind == session.TouchTest && g.state.Staff.Marked < len(g.state.Staff.Marks) && !g.state.Warned; {
	case test:
		g.apply(now, session.Mark{At: session.Spot{X: fraction(at.X, size.X), Y: fraction(at.Y, size.Y)}})
	case max(at.X, at.Y) < page.Px(size, knockCorner):
		g.apply(now, session.Knock{})
	}
	return g.state.View != before.View || g.state.Staff.Marked != before.Staff.Marked
}

// fraction returns the place of the middle of a px in shares of a length.
func fraction(px, length int) float64 { return (float64(px) + .5) / float64(length) }

// serve inspects the machine when its page opens, and carries out an order.
func (g *game) serve(now time.Time, before session.State) {
	if g.state.View.Kind == session.Service && before.View.Kind != session.Service && g.Inspect != nil {
		g.state = session.Step(g.state, now, session.Inspected{Machine: g.Inspect()})
	}
	if o := g.state.Staff.Order; o != before.Staff.Order && o != session.NoOrder && g.Obey != nil {
		g.Obey(o)
	}
}
