package layout

import (
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// noticeRowPen returns the mark's style in the list of notices.
func noticeRowPen(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: b.LabelSize(30), Leading: 1}
}

// noticeMarkWidth returns the width of a mark, with brackets half as wide as a character.
func noticeMarkWidth(b *build.Draft) fixed.Int26_6 { return 2 * noticeRowPen(b).Size }

// noticeMark sets a mark from x on, centred on y.
func (c *noticeList) noticeMark(text string, x, y fixed.Int26_6) {
	p := noticeRowPen(c.RowList.Draft)
	c.Box("mark", page.Area(x+p.Size/2, y-p.Size/2, page.Scale(p.Size, 1.5), p.Size)) // the design's box leaves the first bracket out
	c.Label(c.On, "〔"+text+"〕", p, x, y-p.Line()/2, page.Red)
}

// urgentTag is 紧急 on a leaf of its own, which marks an urgent notice in the list and on its page.
type urgentTag struct {
	pen build.Pen
	pad fixed.Int26_6
}

// urgentTagOf returns the tag, as large as labels are.
func urgentTagOf(b *build.Draft) urgentTag {
	p := build.Pen{Face: fonts.SerifBlack, Size: b.LabelSize(28), Leading: 1.5, Track: .02}
	return urgentTag{p, page.Scale(p.Size, .45)}
}

// width returns the tag's width.
func (t urgentTag) width(b *build.Draft) fixed.Int26_6 {
	return b.Setter.Width(t.pen.Span("紧急")) + 2*t.pad
}

// paint paints the tag from x on, centred on y.
func (t urgentTag) paint(b *build.Draft, l *page.Layer, x, y fixed.Int26_6) {
	r := page.Area(x, y-t.pen.Line()/2, t.width(b), t.pen.Line())
	b.Box("urgent.tag", r)
	l.Fill(r, page.Red).Radius = b.Px(4)
	b.Label(l, "紧急", t.pen, x+t.pad, r.Min.Y, page.Paper)
}

// isUrgent reports whether a notice is one of those that take the carousel over.
func isUrgent(b *build.Draft, n *catalogue.Notice) bool {
	return slices.ContainsFunc(session.UrgentNotices(b.State), func(i int) bool { return &b.State.Catalogue.Notices[i] == n })
}
