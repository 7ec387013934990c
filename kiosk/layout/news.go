package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
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
