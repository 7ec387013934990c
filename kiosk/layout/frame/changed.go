package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// paintChangedStrip announces a change in place of the strip; the rest of the strip's room is free.
func paintChangedStrip(b *build.Draft, f *Frame) {
	r := f.strip
	r.Max.Y = b.Pick(96, 76)
	b.Box("strip", r)
	l := b.Layer("strip", f.strip, page.Paper)
	PaintChange(b, l, r, f.X, f.X+f.Measure)
}

// PaintChange paints the announcement, with the time, on mat above a red line.
func PaintChange(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, x, right fixed.Int26_6) {
	rule := b.Rule(2)
	l.Fill(r, page.Mat)
	l.Fill(page.Area(r.Min.X, r.Max.Y-rule, r.Max.X-r.Min.X, rule), page.Red)
	mid := (r.Min.Y + r.Max.Y - rule) / 2
	size := b.Px(38)
	say := build.Pen{Face: fonts.SerifBlack, Size: size, Leading: 1, Track: float64(b.Px(1.12)) / float64(size)}
	more := build.Pen{Face: fonts.SansRegular, Size: b.Px(28), Leading: 1}
	what, line := "内容已更新", "正在看的这一页刚刚换成最新内容"
	if b.State.Change == session.Gone {
		what, line = "这一项已不再公开", "已经回到目录首页"
		if b.View.Kind == session.Notices {
			what, line = "这条公告已不再公开", "已经回到公告列表"
		}
	}
	_, w := b.Label(l, what, say, x, mid-say.Line()/2, page.Red)
	b.Label(l, line, more, x+w+b.Px(32), mid-more.Line()/2, page.Black)
	if !b.State.Clock {
		return
	}
	c := build.Clock{Time: build.Pen{Face: fonts.SerifBold, Size: b.Px(36), Leading: 1}, Inks: [2]page.Ink{page.Black}}
	h, rise := build.SharedLine(more, c.Time)
	c.Level(b, l, right, mid-h/2+rise)
}
