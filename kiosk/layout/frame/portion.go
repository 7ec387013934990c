package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// portionRows is the number of rows in a portion at most. A list of thousands of rows is laid out
// in portions, with a pager at the end of each.
const portionRows = 120

// Portion is the part of a list that is laid out.
type Portion struct {
	From, To    int // the rows from From up to, not including, To
	page, Pages int
}

// PortionOf returns the portion of n rows that the view is turned to.
func PortionOf(b *build.Draft, n int) Portion {
	p := Portion{Pages: max(1, (n+portionRows-1)/portionRows)}
	p.page = min(b.State.View.Page, p.Pages-1)
	p.From = p.page * portionRows
	p.To = min(n, p.From+portionRows)
	return p
}

// withPager paints the pager below a list that ends at bottom, if there are several portions, and
// returns the lower end.
func (p Portion) withPager(b *build.Draft, l *page.Layer, bottom, x, measure fixed.Int26_6) fixed.Int26_6 {
	if p.Pages < 2 {
		return bottom
	}
	end := bottom + b.Px(16+LowPager)
	paintPager(b, l, x, bottom+b.Px(16), measure, p.page, p.Pages)
	return end
}
