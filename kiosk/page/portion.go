package page

import "golang.org/x/image/math/fixed"

// A list that would be thousands of rows long is cut into portions, so that what is
// off the screen costs nothing; a pager at the end of each leads on.

// portionRows is the most rows that a portion has.
const portionRows = 120

// portion is the part of a list that is laid out.
type portion struct {
	from, to    int // its rows
	page, pages int
}

// portion returns the part of n rows that the view is turned to.
func (b *build) portion(n int) portion {
	p := portion{pages: max(1, (n+portionRows-1)/portionRows)}
	p.page = min(b.state.View.Page, p.pages-1)
	p.from = p.page * portionRows
	p.to = min(n, p.from+portionRows)
	return p
}

// turned ends a list on l at bottom with the pager, where there is more than one
// portion, and returns where all of it ends.
func (p portion) turned(b *build, l *Layer, bottom, x, measure fixed.Int26_6) fixed.Int26_6 {
	if p.pages < 2 {
		return bottom
	}
	end := bottom + b.px(16+lowPager)
	b.paintPager(l, x, bottom+b.px(16), measure, p.page, p.pages)
	return end
}
