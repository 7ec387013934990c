package session

import (
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// judgement is what was last found of the notices' times.
type judgement struct {
	at, next time.Time // when it was made, and when the next notice goes on air or off
	some     bool      // there is a next one
	clock    bool      // by a trusted clock
}

// holds says whether it needs not be made again.
func (j judgement) holds(s State) bool {
	return j.clock == s.Clock && !s.Now.Before(j.at) && !(j.some && !s.Now.Before(j.next))
}

// air brings the notices up to the time: some go on air, some off. Without a trusted
// clock that isn't judged, and all of them are shown.
func air(s State) State {
	if s.Catalogue == nil || s.judged.holds(s) {
		return s
	}
	old := s
	if s = judge(s); s.Edition == old.Edition {
		return s
	}
	return settleContent(old, s)
}

// judge finds the notices that are on air; another list is another Edition.
func judge(s State) State {
	var on []int
	for i := range s.Catalogue.Notices {
		if !s.Clock || s.Catalogue.Notices[i].Shown(s.Now) {
			on = append(on, i)
		}
	}
	if !slices.Equal(on, s.OnAir) {
		s.OnAir, s.Edition = on, s.Edition+1
	}
	s.judged = judgement{at: s.Now, clock: s.Clock}
	if s.Clock {
		s.judged.next, s.judged.some = nextAir(s.Catalogue.Notices, s.Now)
	}
	return s
}

// nextAir is when the next notice goes on air or off.
func nextAir(notices []catalogue.Notice, now time.Time) (next time.Time, some bool) {
	for i := range notices {
		for _, wall := range []time.Time{notices[i].Publish, notices[i].Expire} {
			t := time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), wall.Nanosecond(), now.Location())
			if !wall.IsZero() && t.After(now) && (!some || t.Before(next)) {
				next, some = t, true
			}
		}
	}
	return next, some
}
