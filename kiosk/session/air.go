package session

import (
	"time"

	"gongkai/kiosk/catalogue"
)

// airCheck is the last evaluation of the notices' times.
type airCheck struct {
	at, next time.Time // when it was made, and when the next notice goes on air or off
	found    bool      // next exists
	clock    bool      // by a trusted clock
}

// current reports whether the evaluation still holds.
func (c airCheck) current(s State) bool {
	return c.clock == s.Clock && !s.Now.Before(c.at) && !(c.found && !s.Now.Before(c.next))
}

// updateOnAir updates the list of notices on air. Without a trusted clock their
// times are not evaluated, and all of them are shown.
func updateOnAir(s State) State {
	if s.Catalogue == nil || s.airing.current(s) {
		return s
	}
	old := s
	if s = findOnAir(s); s.Edition == old.Edition {
		return s
	}
	return keepPlace(old, s)
}

// findOnAir determines the notices that are on air; a changed list gets a new Edition.
func findOnAir(s State) State {
	var on []int
	for i := range s.Catalogue.Notices {
		if !s.Clock || s.Catalogue.Notices[i].Shown(s.Now, s.Catalogue.Holidays) {
			on = append(on, i)
		}
	}
	s = arrange(s, on)
	s.airing = airCheck{at: s.Now, clock: s.Clock}
	if s.Clock {
		s.airing.next, s.airing.found = nextAirChange(s.Catalogue, s.Now)
	}
	return s
}

// nextAirChange returns when the next notice goes on air or off, if one does.
func nextAirChange(c *catalogue.Catalogue, now time.Time) (next time.Time, found bool) {
	for i := range c.Notices {
		wall, ok := c.Notices[i].NextChange(now, c.Holidays)
		if !ok {
			continue
		}
		t := time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), wall.Nanosecond(), now.Location())
		if t.After(now) && (!found || t.Before(next)) {
			next, found = t, true
		}
	}
	return next, found
}
