package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// DoubleRule paints the 文武线 of a page, and returns its lower end.
func (b *Draft) DoubleRule(l *page.Layer, x, y, w fixed.Int26_6) fixed.Int26_6 {
	r := page.Area(x, y, w, b.Px(13))
	b.Box("ww", r)
	b.FillDoubleRule(l, r)
	if l.Scrolls {
		b.RuleEnd = r.Max.Y
	}
	return r.Max.Y
}

// FillDoubleRule paints a 文武线 in r: lines of 6 and 2 u with a gap of 5.
func (b *Draft) FillDoubleRule(l *page.Layer, r fixed.Rectangle26_6) {
	l.Fill(page.Area(r.Min.X, r.Min.Y, r.Max.X-r.Min.X, b.Rule(6)), page.Red)
	l.Fill(page.Area(r.Min.X, r.Max.Y-b.Rule(2), r.Max.X-r.Min.X, b.Rule(2)), page.Red)
}

// Hairline paints the gold line inside the leaf's free edge.
func (b *Draft) Hairline(r fixed.Rectangle26_6) {
	b.Leaf.Hair = page.Round(r)
	b.Box("leaf.line", r)
}

// LeafRule paints the 文武线 on the leaf and returns its lower end.
func (b *Draft) LeafRule(l *page.Layer, x, y, w fixed.Int26_6) fixed.Int26_6 {
	end := y + b.Px(13)
	l.Fill(page.Area(x, y, w, b.Rule(6)), page.OnLeaf2)
	l.Fill(page.Area(x, end-b.Rule(2), w, b.Rule(2)), page.OnLeaf2)
	return end
}
