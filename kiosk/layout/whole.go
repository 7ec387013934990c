package layout

import (
	"image"

	"gongkai/kiosk/page"
)

// Whole returns a page that is as high as its content: what scrolls is seen from its beginning to its end, what lies above
// and below it is there once, and the pills that lead on are not. A page that doesn't scroll, or lies under a sheet, is
// returned as it is. It is for pictures and paper, and has no targets.
func Whole(p *page.Page) *page.Page {
	more := p.Scroll.Max
	if more <= 0 || p.Sheet != nil {
		return p
	}
	w, end := *p, p.Scroll.Viewport.Max.Y
	w.Size.Y += more
	w.Scroll = page.Scroll{Viewport: p.Scroll.Viewport}
	w.Scroll.Viewport.Max.Y += more
	w.View.Scroll, w.Targets, w.Layers = 0, nil, nil
	w.Leaf.Rect, w.Leaf.Hair, w.Leaf.Edge = longer(p.Leaf.Rect, p.Size.Y, more), longer(p.Leaf.Hair, p.Size.Y, more), longer(p.Leaf.Edge, p.Size.Y, more)
	for _, l := range p.Layers {
		if l.Role == page.Mist || l.Role == page.Pill || !p.Shows(l, 0) {
			continue
		}
		whole := *l
		whole.Shown, whole.Whole, whole.Short, whole.Follows = page.Span{}, nil, 0, 0
		if !l.Scrolls && l.Bounds.Min.Y >= end {
			whole = lowered(whole, more)
		}
		w.Layers = append(w.Layers, &whole)
	}
	w.Seal()
	return &w
}

// longer returns a part of the leaf that reaches the end of a page, down to the end of a longer one.
func longer(r image.Rectangle, end, more int) image.Rectangle {
	if !r.Empty() && r.Max.Y >= end {
		r.Max.Y += more
	}
	return r
}

// lowered returns a layer that lies px lower.
func lowered(l page.Layer, by int) page.Layer {
	down := image.Pt(0, by)
	l.Bounds = l.Bounds.Add(down)
	items := l.Items
	l.Items = nil
	for _, it := range items {
		l.Items = append(l.Items, loweredItem(it, down))
	}
	return l
}

// loweredItem returns a copy of an item that lies lower.
func loweredItem(it page.Item, down image.Point) page.Item {
	switch it := it.(type) {
	case *page.Rect:
		c := *it
		c.Rect = c.Rect.Add(down)
		return &c
	case *page.Text:
		c := *it
		c.Y += down.Y
		return &c
	case *page.Icon:
		c := *it
		c.Rect = c.Rect.Add(down)
		return &c
	case *page.Picture:
		c := *it
		c.Rect = c.Rect.Add(down)
		return &c
	case *page.Code:
		c := *it
		c.At, c.Ground = c.At.Add(down), c.Ground.Add(down)
		return &c
	case *page.Fade:
		c := *it
		c.Rect = c.Rect.Add(down)
		return &c
	}
	return it
}
