package page

import (
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// slots returns the places of the bar: equal parts of it in portrait, of 840 u in landscape.
func (g grid) slots(bar fixed.Rectangle26_6) []fixed.Rectangle26_6 {
	n := fixed.Int26_6(len(barSlots))
	x, w := bar.Min.X, (bar.Max.X-bar.Min.X)/n
	if g.landscape {
		x, w = x+g.px(16), 4*g.px(210)/n
	}
	s := make([]fixed.Rectangle26_6, n)
	for i := range s {
		s[i] = rect(x+fixed.Int26_6(i)*w, bar.Min.Y, w, bar.Max.Y-bar.Min.Y)
	}
	return s
}

// slot is a place of the bar: where it leads, and the screens on which it is the current one.
type slot struct {
	icon, word string
	event      session.Event
	of         []session.Kind
}

var barSlots = []slot{
	{"home", "首页", session.GoHome{}, []session.Kind{session.Home}},
	{"search", "查找", session.Open{Screen: session.Screen{Kind: session.Search}}, []session.Kind{session.Search}},
	{"notice", "公告", session.Open{Screen: session.Screen{Kind: session.Notices}}, []session.Kind{session.Notices, session.Notice}},
	{"access", "无障碍", session.OpenSheet{Kind: session.Accessibility}, nil},
}

// bar paints the bottom bar: slots that never move, lines between them.
func (b *build) bar(f *frame) {
	l := b.layer("bar", f.bar, Mat)
	l.Role = Bar
	b.box("bar", f.bar)
	inset := b.pick(44, 36)
	for i, s := range barSlots {
		r := f.slots[i]
		b.box("bar.slot", r)
		b.slot(l, r, s, slices.Contains(s.of, b.state.View.Kind))
		if i > 0 {
			l.fill(rect(r.Min.X, r.Min.Y+inset, b.rule(2), r.Max.Y-r.Min.Y-2*inset), Line)
		}
	}
}

// slot paints icon and word, one below the other in portrait, beside each other in
// landscape. It stays a target on its own screen; there, as the current slot, it
// has a bar above it and bold red letters.
func (b *build) slot(l *Layer, r fixed.Rectangle26_6, s slot, current bool) {
	hit := r // 16 lie between the slots' hit areas
	hit.Min.X += b.px(8)
	hit.Max.X -= b.px(8)
	hit.Min.Y += b.px(8) // and between them and the turn strip's
	n := b.press(l, "bar.slot", r, hit, Sand, s.event)
	look, p := Look{Ink: Black, Target: n.target}, pen{face: fonts.SansMedium, size: b.pick(30, 32), leading: 1}
	if current {
		inset := b.px(16)
		y := r.Min.Y
		if b.contrast { // under the bar's upper line
			y += b.rule(barLine)
		}
		l.fill(rect(r.Min.X+inset, y, r.Max.X-r.Min.X-2*inset, b.rule(8)), Red)
		look.Ink, p.face = Red, fonts.SansBold
	}
	label := iconLabel{icon: s.icon, word: s.word, side: b.px(52), gap: b.pick(14, 20), pen: p, look: look}
	if b.landscape {
		label.beside(b, l, r)
	} else {
		label.stack(b, l, r)
	}
}
