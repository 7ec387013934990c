package page

import (
	"unicode/utf8"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// lowNoticeLeaf is the height of the leaf on a notice's page, u.
const lowNoticeLeaf = 460

// noticeOnLeaf sets the date with n / N on the leaf and below it the title, as large as the leaf
// allows; it reports whether the whole of it is shown.
func (b *build) noticeOnLeaf(f *frame, n *catalogue.Notice, at int) (whole bool) {
	place := b.outOf(at+1, len(b.state.OnAir), 44, 44)
	place.before, place.inks, place.word.leading = longDate(n.Date)+"　", [2]Ink{OnLeaf, OnLeaf}, 1
	y := b.px(140)
	place.paint(b, f.spine, f.x, y+place.word.rise())
	top, bottom := y+place.word.line()+b.px(20), f.main.Min.Y-b.px(44)
	p := pen{face: fonts.SerifBlack, size: b.px(132), leading: 1.2, track: .01}
	set := func(p pen) typeset.Paragraph { return b.noticeTitle(n, p, f.measure+lowHang(p)) }
	p, par := b.shrink(fit{least: b.px(44), factor: .95, height: bottom - top}, p, set)
	par.MaxLines = max(1, int((bottom-top)/p.line()))
	t, h := b.para(f.spine, par, p, f.x-lowHang(p), top, OnLeaf)
	t.Y += (bottom - top - h).Round()
	return t.Lines[len(t.Lines)-1].End == utf8.RuneCountInString(n.Title)
}
