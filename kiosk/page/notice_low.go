package page

import (
	"unicode/utf8"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// Notices in low reach (docs/design/README.md section 10): the list lies wholly in the lower
// 55 %, a notice's date and title stand on the leaf.

// lowNotices is the list: rows of 112 to 160 with the title and its day.
func (b *build) lowNotices() {
	f := b.lowFrame(lowTop, true, parts{})
	p := pen{face: fonts.SerifBlack, size: b.px(144), leading: 1.1, track: .04}
	b.lowTitle(f.spine, "公告", nil, p, f.x, f.main.Min.Y-b.px(64), f.measure, 1, 132)
	if len(b.state.OnAir) == 0 {
		b.noNotices(f, f.main)
		return
	}
	l := b.scroller(f.main)
	c := &noticeList{build: b, l: l, x: f.x, w: f.measure, least: b.px(112), most: b.px(160)}
	c.fill(f)
}

// lowNotice is a notice's page: pictures and text scroll below the leaf.
func (b *build) lowNotice(n *catalogue.Notice, at int) {
	f := b.lowFrame(lowNoticeLeaf, false, parts{turn: true})
	whole := b.lowHead(f, n, at)
	l := b.scroller(f.main)
	c := &flow{build: b, on: l, x: f.x, w: f.measure, y: f.main.Min.Y + b.px(32)}
	b.box("flow", rect(c.x, c.y, c.w, f.main.Max.Y-c.y))
	if !whole {
		c.noticeHeading(n)
		c.y += c.px(30)
	}
	c.pictures(n.Images, c.px(24), c.w)
	c.letter(n)
	b.endNotice(f, l, c.y, at)
}

// lowNoticeLeaf is the height of the leaf on a notice's page, u.
const lowNoticeLeaf = 460

// lowHead sets the date with n / N on the leaf and below it the title, as large as the leaf
// allows; it says whether that is the whole of it.
func (b *build) lowHead(f frame, n *catalogue.Notice, at int) (whole bool) {
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
