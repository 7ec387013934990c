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
