package gesture

import "time"

const (
	// window is the time over which a finger's velocity is measured: long enough
	// to average out a panel's jitter, short enough that a stop before the release counts.
	window = 100 * time.Millisecond
	// shortest keeps two reports at nearly the same time from giving a huge velocity.
	shortest = 16 * time.Millisecond
	// samples is how many a window has at 640 reports a second.
	samples = 64
)

// sample is where a finger was at a time, px from the top.
type sample struct {
	at time.Time
	y  int
}

// trace is the last part of a finger's path.
type trace []sample

func (t *trace) add(at time.Time, y int) {
	if len(*t) == samples {
		*t = append((*t)[:0], (*t)[1:]...)
	}
	*t = append(*t, sample{at, y})
}

// velocity returns the velocity just before now, px a second; 0 for a finger
// that has stopped.
func (t trace) velocity(now time.Time) float64 {
	for len(t) > 0 && now.Sub(t[0].at) > window {
		t = t[1:]
	}
	if len(t) < 2 {
		return 0
	}
	last := t[len(t)-1]
	took := max(last.at.Sub(t[0].at), shortest)
	return float64(last.y-t[0].y) / took.Seconds()
}
