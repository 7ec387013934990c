package session

import (
	"time"

	"gongkai/kiosk/catalogue"
)

// Round is what a carousel shows until it begins anew.
type Round struct {
	Slides  int // showings of pinned notices are counted each
	Length  time.Duration
	Dwell   [2]time.Duration // of the slides that stay shortest and longest
	Notices []int            // indices of the notices on air, in the catalogue's order
	Urgent  bool             // urgent notices have the carousel to themselves
}

// RoundOf returns the round of a catalogue's carousel while some of its notices are on air, by a clock that is trusted.
func RoundOf(c *catalogue.Catalogue, onAir []int) Round {
	r := Round{Notices: onAir, Urgent: len(urgentNotices(c, onAir, true)) > 0}
	if len(c.Items) == 0 {
		return r
	}
	for i, sl := range programme(c, onAir, true) {
		if r.Slides++; i == 0 {
			r.Dwell = [2]time.Duration{sl.dwell, sl.dwell}
		}
		r.Length += sl.dwell
		r.Dwell = [2]time.Duration{min(r.Dwell[0], sl.dwell), max(r.Dwell[1], sl.dwell)}
	}
	return r
}
