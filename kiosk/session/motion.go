package session

import "time"

// Motion is the movement in progress, if any; the State is already at its end.
// From is what was seen before.
type Motion struct {
	Kind  MotionKind
	From  View
	Since time.Time
}

// MotionKind is a row of the design's table of motion (README section 8).
type MotionKind uint8

// The movements.
const (
	Still   MotionKind = iota
	Slide              // carousel: old text out, leaf moves, new text in
	Fold               // the leaf folds to the spine while the page fades in; the other way round on return
	Forward            // page to page: cross-fade, the new text rises
	Back               // the same downwards
	Rise               // a sheet rises from its edge, the veil fades in
	Sink               // the reverse of Rise
	Plain              // a cross-fade in place: reduced motion, and the strip's 内容已更新
	Dim                // into the night
	Wake               // out of it
)

// Duration returns how long a movement takes.
func (k MotionKind) Duration() time.Duration {
	return [...]time.Duration{0, 1100, 420, 180, 160, 260, 180, 120, 1000, 200}[k] * time.Millisecond
}

// end returns when the movement is over.
func (m Motion) end() time.Time { return m.Since.Add(m.Kind.Duration()) }

// endMotion ends a movement whose time is over.
func endMotion(s State) State {
	if s.Motion.Kind != Still && !s.Now.Before(s.Motion.end()) {
		s.Motion = Motion{}
	}
	return s
}

// startMotion starts a movement away from a view.
func startMotion(s State, by MotionKind, from View) State {
	if s.Mode.Reduced {
		by = reducedMotion(by)
	}
	s.Motion = Motion{}
	if by != Still {
		s.Motion = Motion{Kind: by, From: from, Since: s.Now}
	}
	return s
}

// reducedMotion returns what replaces a movement in reduced motion: leaf and sheets
// change in one frame, text cross-fades (README section 8).
func reducedMotion(k MotionKind) MotionKind {
	switch k {
	case Slide, Fold, Forward, Back:
		return Plain
	case Rise, Sink:
		return Still
	}
	return k
}

// show switches to another view, with a movement away from the present one.
func show(s State, v View, by MotionKind) State {
	s = startMotion(s, by, s.View)
	s.View, s.Sheet, s.Warned = v, Sheet{}, false
	if v.Kind == Attract {
		s.SlideAt = s.Now
	}
	s.Change = Unchanged
	return s
}
