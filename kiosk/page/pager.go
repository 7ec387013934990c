package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// lowPager is the room of the pager, u.
const lowPager = 136

// pager leads to the pages of a list before and after, in r: 上一页 and 下一页 as buttons,
// between them where one is. At the first page and the last one of them is absent.
func (b *build) pager(r fixed.Rectangle26_6, x, measure fixed.Int26_6, page, pages int) {
	b.paintPager(b.layer("pager", r, Paper), x, r.Min.Y, measure, page, pages)
}

// paintPager paints it on l, with its top at y.
func (b *build) paintPager(l *Layer, x, y, measure fixed.Int26_6, page, pages int) {
	w, h := b.px(320), b.px(112)
	y += b.px(12)
	if page > 0 {
		b.pageButton(l, "page.prev", rect(x, y, w, h), "prev", "上一页", page-1)
	}
	if page+1 < pages {
		b.pageButton(l, "page.next", rect(x+measure-w, y, w, h), "next", "下一页", page+1)
	}
	at := b.outOf(page+1, pages, 44, 36)
	at.word.leading = 1
	high, rise := at.line()
	at.paint(b, l, x+(measure-at.width(b))/2, y+(h-high)/2+rise)
}

// pageButton paints one of them: the chevron stands at its outer side.
func (b *build) pageButton(l *Layer, name string, r fixed.Rectangle26_6, icon, word string, to int) {
	b.box(name, r)
	n := b.button(l, name, r, session.Turn{Page: to})
	iconLabel{
		icon: icon, word: word, side: b.px(44), gap: b.px(16), trailing: icon == "next",
		pen: pen{face: fonts.SansMedium, size: b.px(36), leading: 1}, look: Look{Ink: Red, Down: OnLeaf, Target: n.target},
	}.beside(b, l, r)
}
