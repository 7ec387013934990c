package main

import (
	"context"
	"fmt"
	"image"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"gongkai/kiosk/display"
	"gongkai/kiosk/store"
)

// simulated is a kiosk on a simulated clock.
type simulated struct {
	*place
	state   string
	now     time.Time
	start   time.Time
	size    image.Point
	store   *store.Store
	screen  *display.Offscreen
	touches int
	// When what happens next is due.
	frame, read, hour time.Time
	tasks             []task // by time
}

// task is something that happens at a time.
type task struct {
	at time.Time
	do func()
}

// newSimulated starts a kiosk at the midnight to come.
func newSimulated(dir string, size image.Point, seed uint64, dwell int, off string) (*simulated, error) {
	p, err := newPlace(filepath.Join(dir, "content"), seed, dwell, off)
	if err != nil {
		return nil, err
	}
	y, m, d := time.Now().Date()
	s := &simulated{place: p, state: filepath.Join(dir, "state"), size: size, start: time.Date(y, m, d+1, 0, 0, 0, 0, time.Local)}
	s.now = s.start
	log := slog.New(slog.DiscardHandler)
	st, first := store.Place{Dir: p.dir, State: s.state, Zone: time.Local}.Open(log)
	s.store = st
	s.screen = display.NewOffscreen(display.Options{
		First: first.Catalogue, Images: st.Images(), Zone: time.Local, Log: log, Memory: 160 << 20,
	}, size, s.now)
	s.frame, s.read, s.hour = s.now, s.now, s.now.Add(time.Hour)
	return s, nil
}

// runTo runs the loops until a time.
func (s *simulated) runTo(ctx context.Context, end time.Time) {
	for ctx.Err() == nil {
		next := earliest(s.frame, s.read, s.hour)
		if len(s.tasks) > 0 {
			next = earliest(next, s.tasks[0].at)
		}
		if next.After(end) {
			s.now = end
			return
		}
		if next.After(s.now) {
			s.now = next
		}
		switch {
		case len(s.tasks) > 0 && !s.tasks[0].at.After(s.now):
			do := s.tasks[0].do
			s.tasks = s.tasks[1:]
			do()
			s.frame = s.now
		case !s.read.After(s.now):
			snap, changed, again := s.store.Poll(s.now)
			s.read = s.now.Add(again)
			if changed {
				s.screen.Content(snap.Catalogue)
				s.frame = s.now
			}
		case !s.hour.After(s.now):
			store.SaveClock(s.state, s.now)
			s.hour = s.now.Add(time.Hour)
		}
		if !s.frame.After(s.now) {
			s.frame = s.screen.Frame(s.now)
		}
	}
}

// jump sets the clock.
func (s *simulated) jump(to time.Time) { s.now, s.frame, s.read, s.hour = to, to, to, to }

// earliest returns the earliest of some moments.
func earliest(first time.Time, more ...time.Time) time.Time {
	for _, t := range more {
		if t.Before(first) {
			first = t
		}
	}
	return first
}

// at adds a task.
func (s *simulated) at(t time.Time, do func()) {
	i := len(s.tasks)
	for i > 0 && t.Before(s.tasks[i-1].at) {
		i--
	}
	s.tasks = append(s.tasks[:i], append([]task{{t, do}}, s.tasks[i:]...)...)
}

// day plans visits, edits and faults for so long from a time on.
func (s *simulated) day(from time.Time, long time.Duration, visits, edits, faults int) {
	some := func() time.Time { return from.Add(time.Duration(s.random.Int64N(int64(long)))) }
	for range visits {
		s.visit(some())
	}
	for range edits {
		s.at(some(), func() { s.edit(s.now) })
	}
	for range faults {
		s.at(some(), func() {
			mend := s.fault(s.now)
			s.at(s.now.Add(time.Duration(1+s.random.IntN(10))*time.Minute), func() { mend(s.now) })
		})
	}
}

// visit plans some touches, taps and drags, anywhere.
func (s *simulated) visit(t time.Time) {
	for range 3 + s.random.IntN(15) {
		from := image.Pt(s.random.IntN(s.size.X), s.random.IntN(s.size.Y))
		if s.random.IntN(3) == 0 { // on the bar, which leads on
			from.Y = s.size.Y - s.size.Y/20
		}
		drag := s.random.IntN(5) == 0
		s.at(t, func() { s.touches++; s.screen.Down(from) })
		for i := range 6 {
			if drag {
				to := from.Sub(image.Pt(0, (i+1)*s.size.Y/20))
				s.at(t.Add(time.Duration(i+1)*16*time.Millisecond), func() { s.screen.Move(to) })
			}
		}
		s.at(t.Add(110*time.Millisecond), func() { s.screen.Up() })
		t = t.Add(time.Duration(500+s.random.IntN(6000)) * time.Millisecond)
	}
}

// sample measures this process at rest.
func (s *simulated) sample() sample {
	runtime.GC()
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	one := process(os.Getpid())
	one.days = s.now.Sub(s.start).Hours() / 24
	one.at = fmt.Sprintf("day %.0f", one.days)
	one.heap, one.goroutines = float64(m.HeapAlloc)/(1<<20), runtime.NumGoroutine()
	one.frames, one.touches, one.edits, one.faults = s.screen.Frames(), s.touches, s.edits, s.faults
	return one
}

// reported are the days whose figures are printed.
var reported = map[int]bool{1: true, 2: true, 7: true, 14: true, 21: true, 30: true}

// month runs days and prints the table.
func month(ctx context.Context, out io.Writer, size image.Point, days, dwell int, seed uint64) error {
	dir, err := os.MkdirTemp("", "month-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := newSimulated(dir, size, seed, dwell, "20:00")
	if err != nil {
		return err
	}
	defer s.screen.Close()
	began := time.Now()
	fmt.Fprintf(out, header, "goroutines")
	var all []sample
	for day := 1; day <= days && ctx.Err() == nil; day++ {
		midnight := s.start.AddDate(0, 0, day-1)
		s.day(midnight.Add(7*time.Hour), 15*time.Hour, 25, 6, 2)
		s.runTo(ctx, midnight.AddDate(0, 0, 1))
		one := s.sample()
		if all = append(all, one); reported[day] || day == days {
			one.print(out)
		}
	}
	if len(all) > 2 {
		fmt.Fprintf(out, "\n%d days in %v. PSS grows by %.3f MiB a day after day 2.\n", len(all), time.Since(began).Round(time.Second), slope(all[2:]))
	}
	return ctx.Err()
}
