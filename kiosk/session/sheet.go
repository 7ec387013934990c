package session

// openSheet lays a sheet over the page, if there is one to lie over; a takeaway
// needs something to take away.
func openSheet(s State, kind SheetKind) State {
	if !browsing(s) || s.Sheet.Kind == kind || kind == IdleWarning {
		return s
	}
	if kind == Takeaway && !takeable(s) {
		return s
	}
	s = move(s, Rise, s.View)
	s.Sheet = Sheet{Kind: kind}
	return s
}

// takeable says whether the page has a text to take away.
func takeable(s State) bool {
	n := notice(s, s.View.Notice)
	return s.View.Kind == Item || s.View.Kind == Notice && n != nil && n.Body != ""
}

// closeSheet takes it away again.
func closeSheet(s State) State {
	s = move(s, Sink, s.View)
	s.Sheet = Sheet{}
	return s
}

// showPart shows another of a takeaway's codes.
func showPart(s State, part int) State {
	if s.Sheet.Kind == Takeaway && part >= 0 {
		s.Sheet.Part = part
	}
	return s
}

// adjust changes how the screen is shown, at once and with no movement.
func adjust(s State, m Mode) State {
	if !browsing(s) || m == s.Mode {
		return s
	}
	s.Mode, s.View.Page, s.Motion = m, 0, Motion{}
	return s
}

// Usual is the mode in which every session begins.
func Usual(s State) Mode {
	m := Mode{Text: 1}
	if s.Catalogue != nil && s.Catalogue.Settings.Text > 0 {
		m.Text = s.Catalogue.Settings.Text
	}
	return m
}
