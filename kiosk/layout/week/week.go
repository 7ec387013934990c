package week

import (
	"image"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// Length is how many days a Week has.
const Length = 7

// day is a day by the wall clock, which no zone's summer time shortens.
const day = 24 * time.Hour

// Week is what the carousel shows on seven days.
type Week struct {
	Catalogue *catalogue.Catalogue
	From      time.Time // the first day's midnight
	Days      [Length]Day
	Dwell     [2]time.Duration // how long a slide stays, from and to
	Own       int              // how many slides the catalogue has beside the notices
	Slides    []Slide          // of those, the ones that have room
	Rows      []Row            // the notices that are on air, in the catalogue's order
	Printed   time.Time        // wall clock; zero: unknown
}

// Slide is a slide with its small picture.
type Slide struct {
	State   session.State
	Picture catalogue.Image // what the caller has painted; no Name: its place stays blank
}

// Row is a notice that is on air.
type Row struct {
	Notice *catalogue.Notice
	Slide  Slide
	Bars   []Bar
}

// Of returns the week that begins on a day, a midnight, on screens of a size in px. base is the state of the screen with
// the catalogue's content, in which the slides are shown.
func Of(base session.State, from time.Time, screen image.Point) Week {
	c := base.Catalogue
	w := Week{Catalogue: c, From: from}
	if base.Clock {
		w.Printed = wallClock(base.Now)
	}
	own := session.RoundOf(c, nil)
	w.Own, w.Dwell = own.Slides, own.Dwell
	rounds := rounds{catalogue: c, known: map[string]session.Round{}}
	for i := range w.Days {
		w.Days[i] = rounds.day(from.AddDate(0, 0, i))
		if d := w.Days[i].Most; d.Slides > 0 {
			w.Dwell = [2]time.Duration{min(w.Dwell[0], d.Dwell[0]), max(w.Dwell[1], d.Dwell[1])}
		}
	}
	w.Slides = ownSlides(base, from.Add(morning), min(own.Slides, shapeOf(screen).most(own.Slides)))
	for i := range c.Notices {
		n := &c.Notices[i]
		air, lit := stretches(n, c, from.AddDate(0, 0, -1), from.AddDate(0, 0, Length+1))
		outside := func(s stretch) bool { return !s.to.After(from) || !s.from.Before(from.AddDate(0, 0, Length)) }
		air, lit = slices.DeleteFunc(air, outside), slices.DeleteFunc(lit, outside)
		if len(air) > 0 {
			first := append(lit, air...)[0]
			w.Rows = append(w.Rows, Row{Notice: n, Slide: Slide{State: slideAt(base, seen(first, from), n.File)}, Bars: bars(n, from, air, lit)})
		}
	}
	return w
}

// morning is the time of day on the slides' clocks.
const morning = 9 * time.Hour

// seen returns a time at which a stretch is seen in the week that begins at from: in the morning, if it lasts till then.
func seen(s stretch, from time.Time) time.Time {
	begin := later(s.from, from)
	if at := midnight(begin).Add(morning); !at.Before(begin) && at.Before(s.to) {
		return at
	}
	return begin
}

// ownSlides returns the first n of the catalogue's own slides.
func ownSlides(base session.State, from time.Time, n int) []Slide {
	bare := *base.Catalogue
	bare.Notices = nil
	st := at(session.Step(base, base.Now, session.Content{Catalogue: &bare}), from)
	var all []Slide
	for i := range n {
		s := st
		s.View = session.View{Screen: session.SlideAt(st, i)}
		all = append(all, Slide{State: s})
	}
	return all
}

// slideAt returns the state that shows a notice's slide at a time.
func slideAt(base session.State, wall time.Time, file string) session.State {
	st := at(base, wall)
	st.View = session.View{Screen: session.Screen{Kind: session.Attract, Notice: file}}
	return st
}

// at returns the carousel at a time, by a clock that is trusted, as it begins.
func at(base session.State, wall time.Time) session.State {
	now := time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), wall.Nanosecond(), base.Now.Location())
	base.Clock = true
	st := session.Step(base, now, session.Tick{})
	st.Mode, st.Motion, st.Turns, st.Trail = session.Usual(base), session.Motion{}, 0, nil
	return st
}

// Monday returns the midnight that begins the week of a time.
func Monday(now time.Time) time.Time {
	d := midnight(wallClock(now))
	return d.AddDate(0, 0, -(int(d.Weekday())+6)%7)
}

// wallClock returns a time's date and clock as a time in UTC.
func wallClock(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
}

func midnight(wall time.Time) time.Time {
	y, m, d := wall.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
