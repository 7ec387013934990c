package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// A list that would be thousands of rows long is cut into portions, so that what is
// off the screen costs nothing; a pager at the end of each leads on.

// portionRows is the most rows that a portion has.
const portionRows = 120

// Portion is the part of a list that is laid out.
type Portion struct {
	From, To    int // its rows
	page, Pages int
}

// PortionOf returns the part of n rows that the view is turned to.
func PortionOf(b *build.Draft, n int) Portion {
	p := Portion{Pages: max(1, (n+portionRows-1)/portionRows)}
	p.page = min(b.State.View.Page, p.Pages-1)
	p.From = p.page * portionRows
	p.To = min(n, p.From+portionRows)
	return p
}

// WithPager ends a list on l at bottom with the pager, where there is more than one
// portion, and returns where all of it ends.
func (p Portion) WithPager(b *build.Draft, l *page.Layer, bottom, x, measure fixed.Int26_6) fixed.Int26_6 {
	if p.Pages < 2 {
		return bottom
	}
	end := bottom + b.Px(16+LowPager)
	paintPager(b, l, x, bottom+b.Px(16), measure, p.page, p.Pages)
	return end
}
