package session

import (
	"slices"
	"time"
)

// air brings the notices up to the time: some go on air, some off. Without a trusted
// clock that isn't judged, and all of them are shown.
func air(s State) State {
	if s.Catalogue == nil {
		return s
	}
	on := onAir(s)
	if slices.Equal(on, s.OnAir) {
		return s
	}
	old := s
	s.OnAir, s.Edition = on, s.Edition+1
	return settleContent(old, s)
}

// onAir are the notices that are shown now.
func onAir(s State) []int {
	var on []int
	for i := range s.Catalogue.Notices {
		if !s.Clock || s.Catalogue.Notices[i].Shown(s.Now) {
			on = append(on, i)
		}
	}
	return on
}

// nextAir is when the next notice goes on air or off.
func nextAir(s State) (next time.Time, some bool) {
	if s.Catalogue == nil || !s.Clock {
		return next, false
	}
	for i := range s.Catalogue.Notices {
		n := &s.Catalogue.Notices[i]
		for _, wall := range []time.Time{n.Publish, n.Expire} {
			t := time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), wall.Nanosecond(), s.Now.Location())
			if !wall.IsZero() && t.After(s.Now) && (!some || t.Before(next)) {
				next, some = t, true
			}
		}
	}
	return next, some
}
