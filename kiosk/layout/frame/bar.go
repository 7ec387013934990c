package frame

import (
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// slots returns the bar's slots: equal parts of the bar in portrait, of 840 u in landscape.
func slots(g page.Grid, bar fixed.Rectangle26_6) []fixed.Rectangle26_6 {
	n := fixed.Int26_6(len(barSlots))
	x, w := bar.Min.X, (bar.Max.X-bar.Min.X)/n
	if g.Landscape {
		x, w = x+g.Px(16), 4*g.Px(210)/n
	}
	s := make([]fixed.Rectangle26_6, n)
	for i := range s {
		s[i] = page.Area(x+fixed.Int26_6(i)*w, bar.Min.Y, w, bar.Max.Y-bar.Min.Y)
	}
	return s
}

// slot is a button of the bar.
type slot struct {
	icon, word string
	event      session.Event
	of         []session.Kind // the screens on which it is the current one
}

var barSlots = []slot{
	{"home", "首页", session.GoHome{}, []session.Kind{session.Home}},
	{"search", "查找", session.Open{Screen: session.Screen{Kind: session.Search}}, []session.Kind{session.Search}},
	{"notice", "公告", session.Open{Screen: session.Screen{Kind: session.Notices}}, []session.Kind{session.Notices, session.Notice}},
	{"access", "无障碍", session.OpenSheet{Kind: session.Accessibility}, nil},
}

// paintBar paints the bar: slots with lines between them, in the same place on every page.
func paintBar(b *build.Draft, f *Frame) {
	l := b.Layer("bar", f.bar, page.Mat)
	l.Role = page.Bar
	b.Box("bar", f.bar)
	inset := b.Pick(44, 36)
	for i, s := range barSlots {
		r := f.slots[i]
		b.Box("bar.slot", r)
		paintSlot(b, l, r, s, slices.Contains(s.of, b.State.View.Kind))
		if i > 0 {
			l.Fill(page.Area(r.Min.X, r.Min.Y+inset, b.Rule(2), r.Max.Y-r.Min.Y-2*inset), page.Line)
		}
	}
}

// paintSlot paints a slot's icon and word, stacked in portrait, side by side in landscape. The
// current one is bold and red under a red line, and still a target.
func paintSlot(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, s slot, current bool) {
	hit := r
	hit.Min.X += hitGap(b.Grid)
	hit.Max.X -= hitGap(b.Grid)
	hit.Min.Y += hitGap(b.Grid)
	n := b.Press(l, "bar.slot", r, hit, page.Sand, s.event)
	look, p := page.Look{Ink: page.Black, Target: n.Target}, build.Pen{Face: fonts.SansMedium, Size: b.Pick(30, 32), Leading: 1}
	if current {
		inset := b.Px(16)
		y := r.Min.Y
		if b.Contrast { // under the bar's upper line
			y += b.Rule(build.BarLine)
		}
		l.Fill(page.Area(r.Min.X+inset, y, r.Max.X-r.Min.X-2*inset, b.Rule(8)), page.Red)
		look.Ink, p.Face = page.Red, fonts.SansBold
	}
	label := build.IconLabel{Icon: s.icon, Word: s.word, Side: b.Px(52), Gap: b.Pick(14, 20), Pen: p, Look: look}
	room := hit.Max.X - hit.Min.X
	if b.Landscape {
		room -= label.Side + label.Gap
	}
	label.Pen = b.FitLine(s.word, p, room, 0)
	if b.Landscape {
		label.Beside(b, l, r)
	} else {
		label.Stack(b, l, r)
	}
}
