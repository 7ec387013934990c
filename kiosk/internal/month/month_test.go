package main

import (
	"image"
	"testing"
	"time"
)

// TestDays runs an hour and a half of two days, at whose ends the screen sleeps, after one in which all that is kept has been
// filled: nothing grows. Goroutines and descriptors are the same to the number.
func TestDays(t *testing.T) {
	s, err := newSimulated(t.TempDir(), image.Pt(270, 480), 7, 40, "08:15")
	if err != nil {
		t.Fatal(err)
	}
	defer s.screen.Close()
	var all []sample
	for day := range 3 {
		from := s.start.AddDate(0, 0, day).Add(7 * time.Hour)
		s.jump(from)
		s.day(from, time.Hour, 12, 6, 2)
		s.runTo(t.Context(), from.Add(90*time.Minute))
		all = append(all, s.sample())
		all[day].print(t.Output())
	}
	first, last := all[0], all[2]
	if last.goroutines != first.goroutines || last.descriptors != first.descriptors {
		t.Errorf("%d goroutines and %d descriptors, then %d and %d", first.goroutines, first.descriptors, last.goroutines, last.descriptors)
	}
	if grown := last.heap - first.heap; grown > 8 {
		t.Errorf("the heap has grown by %.1f MiB in two days", grown)
	}
	if last.frames < 1000 || last.touches < 100 || last.edits != 18 || last.faults != 6 {
		t.Errorf("hardly anything has happened: %+v", last)
	}
	if name, _ := s.screen.Shown(); name != "night" {
		t.Errorf("in the evening the screen shows %s", name)
	}
	s.jump(s.start.AddDate(0, 0, 3).Add(8 * time.Hour))
	s.runTo(t.Context(), s.now.Add(time.Minute))
	if name, _ := s.screen.Shown(); name != "attract" {
		t.Errorf("in the morning the screen shows %s", name)
	}
}

func TestSlope(t *testing.T) {
	all := []sample{{days: 1, pss: 10}, {days: 2, pss: 12}, {days: 3, pss: 11}, {days: 4, pss: 13}}
	if got := slope(all); got < 0.79 || got > 0.81 {
		t.Errorf("%.2f", got)
	}
	if slope(all[:1]) != 0 || slope(nil) != 0 {
		t.Error("one day has a slope")
	}
}
