package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// overflow is what a page says of what lies below its viewport: on the pill, which stands in the
// middle of view, and on the pager.
type overflow struct {
	view  fixed.Rectangle26_6              // zero: the content's width in the main part
	unit  string                           // 项 or 条, which are counted; "": 下面还有内容
	below func(y fixed.Int26_6) (rows int) // counts the rows that do not wholly end above y
	after int                              // rows beyond those that are laid out
	part  portion                          // of the rows; zero: all
	pad   fixed.Int26_6                    // below the content
	slack fixed.Int26_6                    // room below the last line that is cut rather than scrolled for
	fade  fade                             // zero: longFade
	turn  func()                           // paints the turn strip; nil where there is none
}

// fade is the form of the pill's fade, u.
type fade struct {
	height float64
	solid  float64 // the share of it that hides all
	hides  float64 // from the viewport's end up to where rows count as seen
}

var longFade = fade{height: 192, solid: fadeSolid, hides: 192 * fadeSolid}

// close ends a page whose content on l reaches down to bottom: how far it scrolls, the pager,
// the turn strip and the pill, which is seen until the end is reached.
func (b *build) close(f *frame, l *Layer, bottom fixed.Int26_6, o overflow) {
	bottom = o.part.turned(b, l, bottom, f.x, f.measure) + o.pad
	if end := fixed.I(b.Scroll.Viewport.Max.Y); bottom > end && bottom <= end+o.slack {
		bottom = end
	}
	more := b.settle(l, bottom)
	if o.turn != nil {
		o.turn()
	}
	if !more {
		return
	}
	if o.view.Empty() {
		o.view = rect(f.x, f.main.Min.Y, f.measure, f.main.Max.Y-f.main.Min.Y)
	}
	if o.fade == (fade{}) {
		o.fade = longFade
	}
	b.pill(o)
}

// settle sets how far a body scrolls whose content reaches down to bottom, and reports whether it does.
func (b *build) settle(l *Layer, bottom fixed.Int26_6) (more bool) {
	end := b.Scroll.Viewport.Max.Y
	l.Bounds.Max.Y = max(end, bottom.Round())
	b.Scroll.Max = l.Bounds.Max.Y - end
	return b.Scroll.Max > 0
}

// words returns the pill's.
func (o overflow) words(b *build) string {
	if o.unit == "" {
		return "下面还有内容"
	}
	scrolled := fixed.I(min(max(b.state.View.Scroll, 0), b.Scroll.Max))
	return fmt.Sprintf("下面还有 %d %s", o.below(o.view.Max.Y-b.px(o.fade.hides)+scrolled)+o.after, o.unit)
}

// pill paints the words over their fade at the end of the view; a tap on them scrolls on.
func (b *build) pill(o overflow) {
	text, view, h := o.words(b), o.view, b.px(o.fade.height)
	ground := rect(view.Min.X, view.Max.Y-h, view.Max.X-view.Min.X, h)
	l := b.layer("pill", ground, None)
	b.Scroll.Pill = l
	l.Items = append(l.Items, &Fade{Ink: Paper, Rect: whole(ground), Solid: times(fixed.I(1), o.fade.solid)})
	b.box("fade", ground)

	p := pen{face: fonts.SansMedium, size: b.control(30), leading: 1}
	stroke, left, gap, side, right := b.rule(3), b.px(36), b.px(16), b.px(40), b.px(32)
	tw := b.set.Width(p.span(text))
	w, ph := 2*stroke+left+tw+gap+side+right, b.px(96)
	box := rect((ground.Min.X+ground.Max.X-w)/2, view.Max.Y-b.px(16)-ph, w, ph)
	b.box("pill", box)
	pressed := b.framed(l, "pill", box, ph/2, stroke, Paper, Red, session.More{})

	look, mid := Look{Ink: Red, Down: OnLeaf, Target: pressed.target}, (box.Min.Y+box.Max.Y)/2
	t, _ := b.label(l, text, p, box.Min.X+stroke+left, mid-p.line()/2, Red)
	t.Look = look
	l.icon("down", box.Max.X-stroke-right-side, mid-side/2, side, Red).Look = look
}
