package session

import (
	"slices"
	"time"
)

// Urgent notices have the carousel to themselves, and lie as a sheet over what is being read until it is put aside.
// While the clock is unknown none is urgent, since it could not end.

// UrgentNotices returns the indices in the Catalogue of the urgent notices on air, the newest first.
func UrgentNotices(s State) []int {
	if empty(s) {
		return nil
	}
	return urgentNotices(s.Catalogue, s.OnAir, s.Clock)
}

// urgentFiles returns their files.
func urgentFiles(s State) (files []string) {
	for _, i := range UrgentNotices(s) {
		files = append(files, s.Catalogue.Notices[i].File)
	}
	return files
}

// waiting returns the index in UrgentNotices of the newest one that hasn't been put aside.
func waiting(s State) (i int, ok bool) {
	i = slices.IndexFunc(urgentFiles(s), func(file string) bool { return !slices.Contains(s.aside, file) })
	return max(i, 0), i >= 0
}

// putAside puts all urgent notices aside until the session ends; one that goes on air later lies over the page again.
func putAside(s State) State {
	s.aside = slices.Concat(s.aside, urgentFiles(s))
	slices.Sort(s.aside)
	s.aside = slices.Compact(s.aside)
	return s
}

// keptUrgent returns which urgent notice is shown when the content changes: the same, or the newest one that is waiting
// if that one is new or the other gone.
func keptUrgent(old, now State) int {
	before, after := urgentFiles(old), urgentFiles(now)
	newest, ok := waiting(now)
	if i := old.Sheet.Part; ok && i < len(before) && slices.Contains(before, after[newest]) {
		if i = slices.Index(after, before[i]); i >= 0 {
			return i
		}
	}
	return newest
}

// lull is how long the glass isn't touched before a sheet comes by itself: longer than between two letters of a query.
const lull = time.Second

// raiseUrgent lays the sheet with an urgent notice that is waiting over the page, once nothing moves and the reader's
// hand rests, so that no tap meant for the page puts it aside; the sheet goes with the last such notice.
func raiseUrgent(s State) State {
	i, ok := waiting(s)
	switch raised := s.Sheet.Kind == Urgent; {
	case raised && !ok:
		s.Sheet = Sheet{}
		if !s.Warned {
			s = startMotion(s, Sink, s.View)
		}
	case !raised && ok && mayRise(s) && s.Motion.Kind == Still && !s.Now.Before(s.Touched.Add(lull)):
		s = startMotion(s, Rise, s.View)
		s.Sheet = Sheet{Kind: Urgent, Part: i}
	}
	return s
}

// mayRise reports whether a sheet may come over the page, but for what moves and for the lull.
func mayRise(s State) bool { return browsing(s) && !IsStaff(s.View.Kind) && !s.Warned && !s.Holding }

// urgentDue returns when the lull before an urgent notice's sheet is over.
func urgentDue(s State) (time.Time, bool) {
	end := s.Touched.Add(lull)
	if s.Sheet.Kind == Urgent || !mayRise(s) || !end.After(s.Now) {
		return time.Time{}, false
	}
	_, ok := waiting(s)
	return end, ok
}

// isUrgent reports whether a screen is the page of an urgent notice.
func isUrgent(s State, at Screen) bool {
	return at.Kind == Notice && slices.Contains(urgentFiles(s), at.Notice)
}
