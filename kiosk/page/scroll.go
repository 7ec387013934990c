package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// scroller is the layer of a page's content, seen through view; where the content is
// longer than that it scrolls.
func (b *build) scroller(view fixed.Rectangle26_6) *Layer {
	l := b.layer("body", view, Paper)
	l.Scrolls = true
	b.Scroll.Viewport = l.Bounds
	return l
}

// settle ends a body whose content reaches down to bottom, and says whether that
// is further than what is seen of it.
func (b *build) settle(l *Layer, bottom fixed.Int26_6) (more bool) {
	end := b.Scroll.Viewport.Max.Y
	l.Bounds.Max.Y = max(end, bottom.Round())
	b.Scroll.Max = l.Bounds.Max.Y - end
	return b.Scroll.Max > 0
}

// scrolled is how far the page is scrolled, within what there is to scroll.
func (b *build) scrolled() fixed.Int26_6 {
	return fixed.I(min(max(b.state.View.Scroll, 0), b.Scroll.Max))
}

// The fade at a viewport's end, u, and the share of it that hides all.
const fadeHeight, fadeSolid = 192, .6

// shown is where what is seen of a scrolling body ends, by the content's own
// coordinates: below it the fade is solid.
func (b *build) shown(view fixed.Rectangle26_6) fixed.Int26_6 {
	return view.Max.Y - b.px(fadeHeight*fadeSolid) + b.scrolled()
}

// listEnds are where the rows of a list end.
type listEnds []fixed.Int26_6

// below counts the rows that do not wholly end above y.
func (ends listEnds) below(y fixed.Int26_6) int {
	n := 0
	for _, e := range ends {
		if e > y {
			n++
		}
	}
	return n
}

// pill is 下面还有内容 over its fade, at the end of view; a tap on it scrolls on.
// It is seen until the end is reached.
func (b *build) pill(view fixed.Rectangle26_6, text string) {
	h := b.px(fadeHeight)
	fade := rect(view.Min.X, view.Max.Y-h, view.Max.X-view.Min.X, h)
	l := b.layer("pill", fade, None)
	b.Scroll.Pill = l
	l.Items = append(l.Items, &Fade{Ink: Paper, Rect: whole(fade), Solid: times(fixed.I(1), fadeSolid)})
	b.box("fade", fade)

	p := pen{face: fonts.SansMedium, size: b.control(30), leading: 1}
	stroke, left, gap, side, right := b.rule(3), b.px(36), b.px(16), b.px(40), b.px(32)
	tw := b.set.Width(p.span(text))
	w, ph := 2*stroke+left+tw+gap+side+right, b.px(96)
	r := rect((fade.Min.X+fade.Max.X-w)/2, view.Max.Y-b.px(16)-ph, w, ph)
	b.box("pill", r)
	n := b.target(Target{Name: "pill", Hit: whole(r), Paint: whole(r), Layer: l, Event: session.More{}})
	ground, edge := l.fill(r, Paper), l.fill(r, Red)
	ground.Radius, edge.Radius, edge.Stroke = ph/2, ph/2, stroke
	ground.Down, ground.Target, edge.Down, edge.Target = RedDown, n, RedDown, n

	look, mid := Look{Ink: Red, Down: OnLeaf, Target: n}, (r.Min.Y+r.Max.Y)/2
	t, _ := b.label(l, text, p, r.Min.X+stroke+left, mid-p.line()/2, Red)
	t.Look = look
	l.icon("down", r.Max.X-stroke-right-side, mid-side/2, side, Red).Look = look
}
