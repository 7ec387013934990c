package poster

import (
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// What stands on every slide drifts: the place, the clock, the ticks and the foot's words
// move together by a few u from slide to slide, or they would burn into the panel.
// No step there and back lights the same strokes, since each is as wide as a stroke or wider.

// drifts are the offsets, u, from the design's place.
var drifts = [session.Drifts][2]float64{{0, 0}, {4, -2}, {-2, 4}, {2, -4}, {-4, -1}, {3, 3}, {-3, -4}, {-1, 2}}

// drift moves the chrome by the offset of the state.
func (p *slide) drift() {
	at := drifts[p.State.Face().Drift]
	by := image.Pt(p.Px(at[0]).Round(), p.Px(at[1]).Round())
	for _, l := range p.Layers {
		if l.Role == page.Chrome {
			moveLayer(l, by)
		}
	}
	for i := range p.Targets {
		p.Targets[i].Paint = p.Targets[i].Paint.Add(by)
	}
	for i, b := range p.Boxes {
		if b.Role == page.Chrome {
			p.Boxes[i].Rect = b.Rect.Add(fixed.P(by.X, by.Y))
		}
	}
	if p.Ticks != nil {
		p.Ticks.Rect = p.Ticks.Rect.Add(by)
	}
}

// moveLayer moves a layer of text, icons and pressed looks with all that is painted in it.
func moveLayer(l *page.Layer, by image.Point) {
	l.Bounds = l.Bounds.Add(by)
	for _, it := range l.Items {
		switch it := it.(type) {
		case *page.Rect:
			it.Rect = it.Rect.Add(by)
		case *page.Icon:
			it.Rect = it.Rect.Add(by)
		case *page.Text:
			it.X, it.Y = it.X+by.X, it.Y+by.Y
		}
	}
}
