package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// A change shows in two ways (docs/design/README.md section 6.4): for some seconds on the strip,
// when it happens under the reader's eyes, and for the days of catalogue.NewsDays by a mark.

// changedStrip announces a change in place of the strip; the rest of the strip's room is free.
func (b *build) changedStrip(f *frame) {
	r := f.strip
	r.Max.Y = b.pick(96, 76)
	b.box("strip", r)
	l := b.layer("strip", f.strip, Paper)
	b.said(l, r, f.x, f.x+f.measure)
}

// lowChanged announces a change over the head of a page in low reach.
func (b *build) lowChanged() {
	r := rect(0, 0, b.w, b.px(112))
	b.box("strip", r)
	b.said(b.layer("strip", r, Mat), r, b.px(lowSide), b.w-b.px(lowSide))
}

// said paints the announcement, with the time, on mat above a red line.
func (b *build) said(l *Layer, r fixed.Rectangle26_6, x, right fixed.Int26_6) {
	rule := b.rule(2)
	l.fill(r, Mat)
	l.fill(rect(r.Min.X, r.Max.Y-rule, r.Max.X-r.Min.X, rule), Red)
	mid := (r.Min.Y + r.Max.Y - rule) / 2
	size := b.px(38)
	say := pen{face: fonts.SerifBlack, size: size, leading: 1, track: float64(b.px(1.12)) / float64(size)}
	more := pen{face: fonts.SansRegular, size: b.px(28), leading: 1}
	what, line := "内容已更新", "正在看的这一页刚刚换成最新内容"
	if b.state.Change == session.Gone {
		what, line = "这一项已不再公开", "已经回到目录首页"
		if b.View.Kind == session.Notices {
			what, line = "这条公告已不再公开", "已经回到公告列表"
		}
	}
	_, w := b.label(l, what, say, x, mid-say.line()/2, Red)
	b.label(l, line, more, x+w+b.px(32), mid-more.line()/2, Black)
	if !b.state.Clock {
		return
	}
	c := clock{time: pen{face: fonts.SerifBold, size: b.px(36), leading: 1}, inks: [2]Ink{Black}}
	h, rise := shared(more, c.time)
	c.level(b, l, right, mid-h/2+rise)
}

// markRoom is the width that a mark takes from a row's title.
const markRoom = 64 // u

// rowMark paints 〔改〕 at a row's right end, its middle at mid, with brackets half as wide
// as a character.
func (b *build) rowMark(l *Layer, text string, right, mid fixed.Int26_6) {
	p := pen{face: fonts.SerifBlack, size: b.control(28), leading: 1}
	x := right - b.px(2) - times(p.size, 1.5)
	b.box("mark", rect(x, mid-p.line()/2, times(p.size, 1.5), p.line()))
	b.label(l, "〔"+text+"〕", p, x-p.size/2, mid-p.line()/2, Red)
}
