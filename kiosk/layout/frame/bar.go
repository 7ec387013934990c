package frame

import (
	"fmt"
	"slices"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// slots returns the places of a bar's slots: equal parts of the bar in portrait, of 840 u in landscape.
func slots(g page.Grid, bar fixed.Rectangle26_6, of []Slot) []fixed.Rectangle26_6 {
	n := fixed.Int26_6(max(1, len(of)))
	x, w := bar.Min.X, (bar.Max.X-bar.Min.X)/n
	if g.Landscape {
		x, w = x+g.Px(16), 4*g.Px(210)/n
	}
	s := make([]fixed.Rectangle26_6, len(of))
	for i := range s {
		s[i] = page.Area(x+fixed.Int26_6(i)*w, bar.Min.Y, w, bar.Max.Y-bar.Min.Y)
	}
	return s
}

// Slot is a button of the bar.
type Slot struct {
	Icon, Word string
	Event      session.Event
	of         []session.Kind // the screens on which it is the current one
}

var barSlots = []Slot{
	{"home", "首页", session.GoHome{}, []session.Kind{session.Home}},
	{"search", "查找", session.Open{Screen: session.Screen{Kind: session.Search}}, []session.Kind{session.Search}},
	{"notice", "公告", session.Open{Screen: session.Screen{Kind: session.Notices}}, []session.Kind{session.Notices, session.Notice}},
	{"access", "大字", session.OpenSheet{Kind: session.Accessibility}, nil},
}

// paintBar paints the bar: slots with lines between them, in the same place on every page. A bar without slots is no bar.
func paintBar(b *build.Draft, f *Frame) {
	if len(f.buttons) == 0 {
		return
	}
	l := b.Layer("bar", f.bar, page.Mat)
	l.Role = page.Bar
	b.Box("bar", f.bar)
	inset := b.Pick(44, 36)
	for i, s := range f.buttons {
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
func paintSlot(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, s Slot, current bool) {
	hit := r
	hit.Min.X += hitGap(b.Grid)
	hit.Max.X -= hitGap(b.Grid)
	hit.Min.Y += hitGap(b.Grid)
	n := b.Press(l, "bar.slot", r, hit, page.Sand, s.Event)
	look, p := page.Look{Ink: page.Black, Target: n.Target}, build.Pen{Face: fonts.SansMedium, Size: page.Scale(b.PickType(30, 32), b.Frame(barGrowth(b))), Leading: 1}
	if current {
		inset := b.Px(16)
		y := r.Min.Y
		if b.Contrast { // under the bar's upper line
			y += b.Rule(build.BarLine)
		}
		l.Fill(page.Area(r.Min.X+inset, y, r.Max.X-r.Min.X-2*inset, b.Rule(8)), page.Red)
		look.Ink, p.Face = page.Red, fonts.SansBold
	}
	label := build.IconLabel{Icon: s.Icon, Word: s.Word, Side: b.Px(52), Gap: b.Pick(14, 20), Pen: p, Look: look}
	if !b.Landscape {
		label.Side = frameIcon(b)
	}
	room := hit.Max.X - hit.Min.X
	if b.Landscape {
		room -= label.Side + label.Gap
	}
	label.Pen = b.FitLine(s.Word, p, room, 0)
	if b.Landscape {
		label.Beside(b, l, r)
	} else {
		label.Stack(b, l, r)
	}
	if s.Icon == "notice" {
		paintFresh(b, l, r)
	}
}

// barGrowth returns the limit to the growth of the bar's words.
func barGrowth(b *build.Draft) float64 {
	if b.Landscape {
		return 1.25
	}
	return build.MostFrame
}

// paintFresh paints the number of notices that are marked 〔新〕 on a small leaf at the upper right of the slot's icon.
func paintFresh(b *build.Draft, l *page.Layer, slot fixed.Rectangle26_6) {
	n := freshNotices(b.State)
	if n == 0 {
		return
	}
	text, p := fmt.Sprint(n), build.Pen{Face: fonts.SerifBlack, Size: b.PickType(28, 26), Leading: 1}
	side := b.Pick(42, 36)
	w := max(side, b.Setter.Width(p.Span(text))+b.Px(16))
	x, y := (slot.Min.X+slot.Max.X)/2+b.Px(14), slot.Min.Y+b.Px(26)
	if b.Landscape {
		x, y = slot.Min.X+b.Px(156), slot.Min.Y+b.Px(14)
	}
	r := page.Area(x, y, w, side)
	b.Box("fresh", r)
	ground, ink := page.LeafInk, page.OnLeaf
	if b.Contrast {
		ground, ink = page.Red, page.Paper
	}
	l.Fill(r, ground)
	b.Centred(l, r, text, p, page.Look{Ink: ink})
}

// freshNotices counts the notices on air that are marked 〔新〕.
func freshNotices(st session.State) (n int) {
	if !st.Clock || st.Catalogue == nil {
		return 0
	}
	for _, i := range st.OnAir {
		notice := &st.Catalogue.Notices[i]
		if mark, _ := catalogue.News(notice.Seen, time.Time{}, st.Now); mark == "新" {
			n++
		}
	}
	return n
}
