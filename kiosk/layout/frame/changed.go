package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// paintChangedStrip announces a change in place of the strip, whose lower end stays blank.
func paintChangedStrip(b *build.Draft, f *Frame) {
	r := f.strip
	r.Max.Y = b.Pick(96, 76)
	b.Box("strip", r)
	l := b.Layer("strip", f.strip, page.Paper)
	PaintChange(b, l, r, f.X, f.X+f.Measure)
}

// PaintChange paints the announcement of a change, with the time, on mat above a red line.
func PaintChange(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, x, right fixed.Int26_6) {
	rule := b.Rule(2)
	l.Fill(r, page.Mat)
	l.Fill(page.Area(r.Min.X, r.Max.Y-rule, r.Max.X-r.Min.X, rule), page.Red)
	mid := (r.Min.Y + r.Max.Y - rule) / 2
	strong := build.Pen{Face: fonts.SerifBlack, Size: b.FrameSize(38), Leading: 1, Track: 1.12 / 38}
	plain := build.Pen{Face: fonts.SansRegular, Size: b.FrameSize(28), Leading: 1}
	title, text := "内容已更新", "正在看的这一页刚刚换成最新内容"
	if b.State.Change == session.Gone {
		title, text = "这一项已不再公开", "已经回到目录首页"
		if b.View.Kind == session.Notices {
			title, text = "这条公告已不再公开", "已经回到公告列表"
		}
	}
	_, w := b.Label(l, title, strong, x, mid-strong.Line()/2, page.Red)
	x += w + b.Px(32)
	c := build.Clock{Time: build.Pen{Face: fonts.SerifBold, Size: b.FrameSize(36), Leading: 1}, Inks: [2]page.Ink{page.Black}}
	end := right
	if b.State.Clock {
		w, _ := c.Stacked(b)
		end -= w + b.Px(24)
	}
	h, rise := build.SharedLine(plain, c.Time)
	plain = b.FitLine(text, plain, end-x, 0)
	b.Label(l, text, plain, x, mid-plain.Line()/2, page.Black)
	if b.State.Clock {
		c.Level(b, l, right, mid-h/2+rise)
	}
}
