package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// slots are the four places of the bar: quarters of it in portrait, 210 each in landscape.
func (g grid) slots(bar fixed.Rectangle26_6) []fixed.Rectangle26_6 {
	x, w := bar.Min.X, (bar.Max.X-bar.Min.X)/4
	if g.landscape {
		x, w = x+g.px(16), g.px(210)
	}
	s := make([]fixed.Rectangle26_6, 4)
	for i := range s {
		s[i] = rect(x+fixed.Int26_6(i)*w, bar.Min.Y, w, bar.Max.Y-bar.Min.Y)
	}
	return s
}

// bar is the bottom bar. Of its four slots only 首页 leads somewhere as yet; the
// places of 查找, 公告 and 无障碍 stay empty between their lines.
func (b *build) bar(f frame, current bool) {
	l := b.layer("bar", f.bar, Mat)
	b.box("bar", f.bar)
	for _, s := range f.slots {
		b.box("bar.slot", s)
	}
	b.homeSlot(l, f.slots[0], current)
	inset := b.pick(44, 36)
	for _, s := range f.slots[1:] {
		l.fill(rect(s.Min.X, s.Min.Y+inset, b.rule(2), s.Max.Y-s.Min.Y-2*inset), Line)
	}
}

// homeSlot is 首页: icon and word one below the other in portrait, beside each other
// in landscape. It stays a target on home itself; there, as the current slot, it
// has a bar above it and bold red letters.
func (b *build) homeSlot(l *Layer, s fixed.Rectangle26_6, current bool) {
	hit := s // 16 lie between the slots' hit areas
	hit.Min.X += b.px(8)
	hit.Max.X -= b.px(8)
	n := b.press(l, "bar.slot", s, hit, Sand, session.GoHome{})
	look, p := Look{Ink: Black, Target: n}, pen{face: fonts.SansMedium, size: b.pick(30, 32), leading: 1}
	if current {
		inset := b.px(16)
		l.fill(rect(s.Min.X+inset, s.Min.Y, s.Max.X-s.Min.X-2*inset, b.rule(8)), Red)
		look.Ink, p.face = Red, fonts.SansBold
	}
	if !b.landscape {
		b.stack(l, s, "home", "首页", b.px(14), p, look)
		return
	}
	side, gap := b.px(52), b.px(20)
	w := b.set.Width(p.span("首页"))
	x, mid := (s.Min.X+s.Max.X-side-gap-w)/2, (s.Min.Y+s.Max.Y)/2
	l.icon("home", x, mid-side/2, side, look.Ink).Look = look
	t, _ := b.label(l, "首页", p, x+side+gap, mid-p.line()/2, look.Ink)
	t.Look = look
}
