package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// ScrollLayer adds the layer of a page's content, which scrolls in the viewport view.
func (b *Draft) ScrollLayer(view fixed.Rectangle26_6) *page.Layer {
	l := b.Layer("body", view, page.Paper)
	l.Scrolls = true
	b.Scroll.Viewport = l.Bounds
	return l
}

// RailLayer adds the layer of a column beside the content, from x on. It scrolls along with the
// content, and shows no line that the viewport's upper edge cuts.
func (b *Draft) RailLayer(x fixed.Int26_6) *page.Layer {
	r := b.Scroll.Viewport
	r.Min.X = x.Round()
	l := b.Layer("rail", page.Exact(r), page.Paper)
	l.Scrolls = true
	return l
}
