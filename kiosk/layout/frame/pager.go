package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Pager paints the pager of a list in r: 上一页 and 下一页, where there is such a page, and between
// them the current page's number.
func Pager(b *build.Draft, r fixed.Rectangle26_6, x, measure fixed.Int26_6, current, pages int) {
	paintPager(b, b.Layer("pager", r, page.Paper), x, r.Min.Y, measure, current, pages)
}

// paintPager paints the pager on l, with its top at y.
func paintPager(b *build.Draft, l *page.Layer, x, y, measure fixed.Int26_6, current, pages int) {
	w, h := b.Px(320), b.Px(112)
	y += b.Px(12)
	if current > 0 {
		pageButton(b, l, "page.prev", page.Area(x, y, w, h), "prev", "上一页", current-1, false)
	}
	if current+1 < pages {
		pageButton(b, l, "page.next", page.Area(x+measure-w, y, w, h), "next", "下一页", current+1, true)
	}
	at := b.OutOf(current+1, pages, 44, 36)
	at.Word.Leading = 1
	high, rise := at.Line()
	at.Paint(b, l, x+(measure-at.Width(b))/2, y+(h-high)/2+rise)
}

// pageButton paints 上一页 or 下一页, with the chevron at its outer side.
func pageButton(b *build.Draft, l *page.Layer, name string, r fixed.Rectangle26_6, icon, word string, to int, trailing bool) {
	b.Box(name, r)
	n := b.Button(l, name, r, session.Turn{Page: to})
	build.IconLabel{
		Icon: icon, Word: word, Side: b.Px(44), Gap: b.Px(16), Trailing: trailing,
		Pen: build.Pen{Face: fonts.SansMedium, Size: b.Type(36), Leading: 1}, Look: page.Look{Ink: page.Red, Down: page.OnLeaf, Target: n.Target},
	}.Beside(b, l, r)
}
