package layout

import (
	"unicode/utf8"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// noticeOnLeaf paints the date with n / N on the leaf and below it the title, as large as the leaf
// allows; whole reports whether none of the title is truncated.
func noticeOnLeaf(b *build.Draft, f *frame.Frame, n *catalogue.Notice, at int) (whole bool) {
	place := b.OutOf(at+1, len(b.State.OnAir), 44, 44)
	place.Before, place.Inks, place.Word.Leading = catalogue.LongDate(n.Date)+"　", [2]page.Ink{page.OnLeaf, page.OnLeaf}, 1
	y := b.Px(140)
	place.Paint(b, f.Spine, f.X, y+place.Word.Rise())
	top, bottom := y+place.Word.Line()+b.Px(20), f.Main.Min.Y-b.Px(44)
	p := build.Pen{Face: fonts.SerifBlack, Size: b.Px(132), Leading: 1.2, Track: .01}
	set := func(p build.Pen) typeset.Paragraph { return noticeTitle(b, n, p, f.Measure+frame.TitleHang(p)) }
	p, par := b.Shrink(build.Fit{Least: b.Px(44), Factor: .95, Height: bottom - top}, p, set)
	par.MaxLines = max(1, int((bottom-top)/p.Line()))
	t, h := b.Paragraph(f.Spine, par, p, f.X-frame.TitleHang(p), top, page.OnLeaf)
	t.Y += (bottom - top - h).Round()
	return t.Lines[len(t.Lines)-1].End == utf8.RuneCountInString(n.Title)
}
