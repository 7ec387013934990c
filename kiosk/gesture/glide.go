package gesture

import (
	"math"
	"time"
)

const (
	decay = 325 * time.Millisecond // a glide's velocity falls to 1/e in this time (docs/design/README.md section 8)
	leap  = 260 * time.Millisecond // the duration of a jump by most of a screen
	near  = 0.5                    // px from its end at which a movement is over
)

// Glide is a page that scrolls by itself, between hard ends at 0 and max. The zero
// Glide is over. To stop one, forget it.
type Glide struct {
	since    time.Time
	from, to float64 // px; a coasting page may aim beyond its ends
	max      float64
	jump     bool
}

// Coast returns the glide of a page that is released at y with a velocity in px a second.
func Coast(y, velocity, max float64, now time.Time) Glide {
	return Glide{since: now, from: y, to: y + velocity*decay.Seconds(), max: max}
}

// Jump returns a quick movement from y to another position that the reader asked for.
func Jump(y, to, max float64, now time.Time) Glide {
	return Glide{since: now, from: y, to: to, max: max, jump: true}
}

// Settle returns the glide with an end where the page rests, which rest returns for the end that it has.
func (g Glide) Settle(rest func(y int) int) Glide {
	if g.to > 0 && g.to < g.max {
		g.to = float64(rest(int(math.Round(g.to))))
	}
	return g
}

// carries reports whether a page that is released with a velocity moves at all.
func carries(velocity float64) bool { return math.Abs(velocity)*decay.Seconds() >= 1 }

// At returns where the page is at a time, in px, and whether it has stopped there.
func (g Glide) At(now time.Time) (y float64, done bool) {
	gone := max(now.Sub(g.since), 0)
	part := 1 - math.Exp(-gone.Seconds()/decay.Seconds())
	if g.jump {
		left := 1 - min(gone.Seconds()/leap.Seconds(), 1)
		part = 1 - left*left*left
	}
	y = g.from + (g.to-g.from)*part
	if math.Abs(g.to-y) < near {
		y, done = g.to, true
	}
	if y <= 0 && g.to <= 0 || y >= g.max && g.to >= g.max {
		done = true
	}
	return min(max(y, 0), max(g.max, 0)), done
}
