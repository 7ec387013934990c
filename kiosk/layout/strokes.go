package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/search"
	"gongkai/kiosk/session"
)

// strokeRows is the number of the letters' rows that the keys of strokes take up.
const strokeRows = 3

// strokeKeys paints the five kinds of stroke in place of the letters, and in the last row's rest what to press.
func strokeKeys(b *build.Draft, l *page.Layer, k keyboard) {
	query := b.State.View.Query
	leads, full := b.State.Index.LeadStrokes(query), session.Full(query)
	gap := b.Px(keyGap)
	n := fixed.Int26_6(len(signs))
	w, h := (k.w-(n-1)*gap)/n, strokeRows*k.h+(strokeRows-1)*gap
	for i := range signs {
		at := page.Area(k.x+fixed.Int26_6(i)*(k.w+gap)/n, k.top(b.Grid), w, h)
		strokeKey(b, l, at, i, leads[i] && !full, !full)
	}
	rest := k.place(b.Grid, 21).Union(k.place(b.Grid, 25))
	p := build.Pen{Face: fonts.SerifBold, Size: b.Type(40), Leading: 1}
	text := "每个字只点第一笔"
	p = b.FitLine(text, p, rest.Max.X-rest.Min.X, 0)
	b.Label(l, text, p, rest.Min.X, build.MidOf(rest)-p.Line()/2, page.Ink2)
}

// strokeKey paints a kind of stroke with its name, and what else counts as one.
func strokeKey(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, i int, strong, live bool) {
	look := key(b, l, r, strong, live, session.Type{Key: search.Strokes[i]})
	s := signs[i]
	sign, name := build.Pen{Face: fonts.SerifBold, Size: b.Type(112), Leading: 1}, build.Pen{Face: fonts.SerifBold, Size: b.Type(50), Leading: 1}
	if strong {
		sign.Face, name.Face = fonts.SerifBlack, fonts.SerifBlack
	}
	also := build.Pen{Face: fonts.SansRegular, Size: b.Type(28), Leading: 1}
	gap := b.Px(24)
	y := build.MidOf(r) - (sign.Line()+gap+name.Line()+gap/2+also.Line())/2
	b.Across(l, r, y, s.sign, sign, look)
	y += sign.Line() + gap
	b.Across(l, r, y, s.name, name, look)
	if s.also != "" {
		b.Across(l, r, y+name.Line()+gap/2, s.also, b.FitLine(s.also, also, r.Max.X-r.Min.X-b.Px(16), 0), page.Look{Ink: page.Ink2, Down: look.Down, Target: look.Target})
	}
}
