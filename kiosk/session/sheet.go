package session

// openSheet lays a sheet over the page, if one is being read; a takeaway
// needs a text to take away. 大字 makes text of the usual size one step larger at once.
func openSheet(s State, kind SheetKind) State {
	if !browsing(s) || s.Sheet.Kind == kind || s.Sheet.Kind == Urgent || kind == Urgent || kind == IdleWarning {
		return s
	}
	if kind == Takeaway && !hasTakeaway(s) {
		return s
	}
	s = startMotion(s, Rise, s.View)
	s.Sheet = Sheet{Kind: kind}
	if kind == Accessibility && s.Mode.Text <= 1 {
		s.Mode.Text, s.View.Page = firstStep, 0
	}
	return s
}

// firstStep is the text step that 大字 sets at once.
const firstStep = 1.3

// hasTakeaway reports whether the page has a text to take away.
func hasTakeaway(s State) bool {
	n := noticeOnAir(s, s.View.Notice)
	return s.View.Kind == Item || s.View.Kind == Notice && n != nil && n.Body != ""
}

// closeSheet closes the sheet. An urgent notice is thereby put aside.
func closeSheet(s State) State {
	if s.Sheet.Kind == Urgent {
		s = putAside(s)
	}
	s = startMotion(s, Sink, s.View)
	s.Sheet = Sheet{}
	return s
}

// showPart shows another of a takeaway's codes, or of the urgent notices.
func showPart(s State, part int) State {
	switch {
	case s.Sheet.Kind == Takeaway && part >= 0, s.Sheet.Kind == Urgent && part >= 0 && part < len(UrgentNotices(s)):
		s.Sheet.Part = part
	}
	return s
}

// adjust changes the mode at once, without a movement.
func adjust(s State, m Mode) State {
	if !browsing(s) || m == s.Mode {
		return s
	}
	s.Mode, s.View.Page, s.Motion = m, 0, Motion{}
	return s
}

// Usual returns the mode in which every session begins.
func Usual(s State) Mode {
	m := Mode{Text: 1}
	if s.Catalogue != nil && s.Catalogue.Settings.Text > 0 {
		m.Text = s.Catalogue.Settings.Text
	}
	return m
}
