package page

import "golang.org/x/image/math/fixed"

// scroller adds the layer of a page's content, seen through view; where the content is
// longer than that it scrolls.
func (b *build) scroller(view fixed.Rectangle26_6) *Layer {
	l := b.layer("body", view, Paper)
	l.Scrolls = true
	b.Scroll.Viewport = l.Bounds
	return l
}

// fadeSolid is the share of the pill's fade that hides what is below it, so that it can't be hit.
const fadeSolid = .6
