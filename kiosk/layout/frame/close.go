package frame

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Overflow describes the part of a page below its viewport, for the pill and the pager.
type Overflow struct {
	View  fixed.Rectangle26_6              // that the pill is centred in; zero: the main part as wide as the content
	Unit  string                           // 项 or 条, counted on the pill; "": 下面还有内容
	Below func(y fixed.Int26_6) (rows int) // counts the rows that end below y
	After int                              // rows that aren't laid out
	Part  Portion                          // of the rows; zero: all
	Pad   fixed.Int26_6                    // below the content
	Slack fixed.Int26_6                    // overflow that is clipped instead of scrolled
	Fade  Fade                             // zero: LongFade
	Turn  func()                           // paints the turn strip; nil: none
}

// Fade is the form of the pill's fade, u.
type Fade struct {
	Height float64
	Solid  float64 // the share of it that is opaque
	Hides  float64 // from the viewport's end up to where rows count as visible
}

// LongFade is the fade of most pages.
var LongFade = Fade{Height: 192, Solid: page.FadeSolid, Hides: 192 * page.FadeSolid}

// Close completes a page whose content on l ends at bottom: it sets how far the page scrolls and
// paints the pager, the turn strip and the pill.
func Close(b *build.Draft, f *Frame, l *page.Layer, bottom fixed.Int26_6, o Overflow) {
	bottom = o.Part.withPager(b, l, bottom, f.X, f.Measure) + o.Pad
	if end := fixed.I(b.Scroll.Viewport.Max.Y); bottom > end && bottom <= end+o.Slack {
		bottom = end
	}
	more := endBody(b, l, bottom)
	if o.Turn != nil {
		o.Turn()
	}
	if !more {
		return
	}
	if o.View.Empty() {
		o.View = page.Area(f.X, f.Main.Min.Y, f.Measure, f.Main.Max.Y-f.Main.Min.Y)
	}
	if o.Fade == (Fade{}) {
		o.Fade = LongFade
	}
	paintPill(b, o)
}

// endBody sets how far a body scrolls whose content ends at bottom, and reports whether it does.
func endBody(b *build.Draft, l *page.Layer, bottom fixed.Int26_6) (more bool) {
	end := b.Scroll.Viewport.Max.Y
	l.Bounds.Max.Y = max(end, bottom.Round())
	b.Scroll.Max = l.Bounds.Max.Y - end
	return b.Scroll.Max > 0
}

// pillText returns the words on the pill.
func (o Overflow) pillText(b *build.Draft) string {
	if o.Unit == "" {
		return "下面还有内容"
	}
	scrolled := fixed.I(min(max(b.State.View.Scroll, 0), b.Scroll.Max))
	return fmt.Sprintf("下面还有 %d %s", o.Below(o.View.Max.Y-b.Px(o.Fade.Hides)+scrolled)+o.After, o.Unit)
}

// paintPill paints the pill over its fade at the end of the view; a tap scrolls on.
func paintPill(b *build.Draft, o Overflow) {
	text, view, h := o.pillText(b), o.View, b.Px(o.Fade.Height)
	ground := page.Area(view.Min.X, view.Max.Y-h, view.Max.X-view.Min.X, h)
	l := b.Layer("pill", ground, page.None)
	b.Scroll.Pill = l
	l.Items = append(l.Items, &page.Fade{Ink: page.Paper, Rect: page.Round(ground), Solid: page.Scale(fixed.I(1), o.Fade.Solid)})
	b.Box("fade", ground)

	p := build.Pen{Face: fonts.SansMedium, Size: b.ControlSize(30), Leading: 1}
	stroke, left, gap, side, right := b.Rule(3), b.Px(36), b.Px(16), b.Px(40), b.Px(32)
	tw := b.Setter.Width(p.Span(text))
	w, ph := 2*stroke+left+tw+gap+side+right, b.Px(96)
	box := page.Area((ground.Min.X+ground.Max.X-w)/2, view.Max.Y-b.Px(16)-ph, w, ph)
	b.Box("pill", box)
	pressed := b.Framed(l, "pill", box, ph/2, stroke, page.Paper, page.Red, session.More{})

	look, mid := page.Look{Ink: page.Red, Down: page.OnLeaf, Target: pressed.Target}, (box.Min.Y+box.Max.Y)/2
	t, _ := b.Label(l, text, p, box.Min.X+stroke+left, mid-p.Line()/2, page.Red)
	t.Look = look
	l.Icon("down", box.Max.X-stroke-right-side, mid-side/2, side, page.Red).Look = look
}
