package poster

import (
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// drifts are the offsets of the chrome from the design's place, u. What stands on every slide
// moves together from slide to slide, or it would burn into the panel; each step is at least as
// wide as a stroke.
var drifts = [session.Drifts][2]float64{{0, 0}, {4, -2}, {-2, 4}, {2, -4}, {-4, -1}, {3, 3}, {-3, -4}, {-1, 2}}

// drift moves the chrome by the state's offset, and all of an urgent slide that is the only one but its ground.
func (p *slide) drift() {
	at := drifts[p.State.Face().Drift]
	by := image.Pt(p.Px(at[0]).Round(), p.Px(at[1]).Round())
	alone := session.Slides(p.State) == 1 && session.CompositionOf(p.State) == session.UrgentSlide
	for _, l := range p.Layers {
		if alone || l.Role == page.Chrome {
			moveLayer(l, by)
		}
	}
	for i := range p.Targets {
		p.Targets[i].Paint = p.Targets[i].Paint.Add(by)
	}
	for i, b := range p.Boxes {
		if alone && b.Name != "leaf" || b.Role == page.Chrome {
			p.Boxes[i].Rect = b.Rect.Add(fixed.P(by.X, by.Y))
		}
	}
	if p.Ticks != nil {
		p.Ticks.Rect = p.Ticks.Rect.Add(by)
	}
}

// moveLayer moves a layer of text, icons, pictures and pressed grounds.
func moveLayer(l *page.Layer, by image.Point) {
	l.Bounds = l.Bounds.Add(by)
	for _, it := range l.Items {
		switch it := it.(type) {
		case *page.Rect:
			it.Rect = it.Rect.Add(by)
		case *page.Icon:
			it.Rect = it.Rect.Add(by)
		case *page.Picture:
			it.Rect = it.Rect.Add(by)
		case *page.Text:
			it.X, it.Y = it.X+by.X, it.Y+by.Y
		}
	}
}
