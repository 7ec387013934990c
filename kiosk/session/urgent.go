package session

import "slices"

// Urgent notices have the carousel to themselves, and lie as a sheet over what is being read until it is put aside.
// While the clock is unknown none is urgent, since it could not end.

// UrgentNotices returns the indices in the Catalogue of the urgent notices on air, the newest first.
func UrgentNotices(s State) []int {
	if empty(s) {
		return nil
	}
	return urgentNotices(s.Catalogue, s.OnAir, s.Clock)
}

// waiting returns the index in UrgentNotices of the newest one that hasn't been put aside.
func waiting(s State) (i int, ok bool) {
	i = slices.IndexFunc(UrgentNotices(s), func(n int) bool { return !slices.Contains(s.aside, s.Catalogue.Notices[n].File) })
	return max(i, 0), i >= 0
}

// putAside puts all urgent notices aside until the session ends; one that goes on air later lies over the page again.
func putAside(s State) State {
	aside := slices.Clone(s.aside)
	for _, n := range UrgentNotices(s) {
		aside = append(aside, s.Catalogue.Notices[n].File)
	}
	slices.Sort(aside)
	s.aside = slices.Compact(aside)
	return s
}

// raiseUrgent lays the sheet with an urgent notice that is waiting over the page, once nothing moves and no finger is
// down, so that no tap meant for the page puts it aside; the sheet goes with the last such notice.
func raiseUrgent(s State) State {
	i, ok := waiting(s)
	switch raised := s.Sheet.Kind == Urgent; {
	case raised && !ok:
		s.Sheet = Sheet{}
		if !s.Warned {
			s = startMotion(s, Sink, s.View)
		}
	case !raised && ok && browsing(s) && !s.Warned && !s.Holding && s.Motion.Kind == Still:
		s = startMotion(s, Rise, s.View)
		s.Sheet = Sheet{Kind: Urgent, Part: i}
	}
	return s
}

// isUrgent reports whether a screen is the page of an urgent notice.
func isUrgent(s State, at Screen) bool {
	return at.Kind == Notice && slices.ContainsFunc(UrgentNotices(s), func(n int) bool { return s.Catalogue.Notices[n].File == at.Notice })
}
