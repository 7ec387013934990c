package frame

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// heading is the title of a page, which the strip takes over once it is above the viewport.
type heading struct {
	number int // in red before the title; 0: none
	title  string
}

// headingOf returns the title of the item or notice in view.
func headingOf(b *build.Draft) heading {
	c := b.State.Catalogue
	if i, ok := session.FindNotice(b.State, b.View.Notice); ok && b.View.Kind == session.Notice {
		return heading{i + 1, c.Notices[b.State.OnAir[i]].Title}
	}
	if i, ok := c.Find(b.View.Number); ok && b.View.Kind == session.Item {
		return heading{c.Items[i].Number, c.Items[i].Heading()}
	}
	return heading{}
}

// The title's size on the strip, u, and the least to which it shrinks to stay one line.
const headingSize, headingLeast = 36, 30

// liftHeading paints the title, the time and 文武线 on a strip of its own, which from the scroll position from on is
// drawn instead of the other one. An announced change keeps the strip.
func liftHeading(b *build.Draft, f *Frame, from int) {
	h := headingOf(b)
	if h.title == "" || b.State.Change != session.Unchanged || from > b.Scroll.Max {
		return
	}
	for _, l := range f.words {
		l.Shown.To = from
	}
	l := b.Layer("strip.title", f.strip, page.Paper)
	l.Shown.From = from
	rule := b.Px(13)
	mid := (f.strip.Min.Y + f.strip.Max.Y - rule + b.Px(1)) / 2
	right := stripRight(b, f)
	end := right
	if b.State.Clock {
		end = headingClock(b, f, mid, from) - b.Px(24)
	}
	w := f.Measure
	if b.State.Proof {
		w = right - f.X
	}
	b.FillDoubleRule(l, page.Area(f.X, f.strip.Max.Y-rule, w, rule))
	box := paintHeading(b, l, h, f.X, mid, end)
	if b.Page.Shows(l, b.State.View.Scroll) {
		b.Box("strip.title", box)
	}
}

// headingClock paints the time at the right of the title's strip, and returns its left edge.
func headingClock(b *build.Draft, f *Frame, mid fixed.Int26_6, from int) fixed.Int26_6 {
	l := clockLayer(b, f, b.Px(220))
	l.Shown.From = from
	l.Bounds.Max.Y -= b.Px(13).Ceil()
	c := build.Clock{Time: build.Pen{Face: fonts.SerifBold, Size: b.FrameSize(36), Leading: 1}, Inks: [2]page.Ink{page.Black}}
	right := stripRight(b, f)
	c.Level(b, l, right, mid-c.Time.Line()/2+c.Time.Rise())
	w, _ := c.Stacked(b)
	return right - w
}

// paintHeading paints number and title in one line about mid, and returns their box.
func paintHeading(b *build.Draft, l *page.Layer, h heading, x, mid, end fixed.Int26_6) fixed.Rectangle26_6 {
	p := build.Pen{Face: fonts.SerifBlack, Size: b.FrameSize(headingSize), Leading: 1}
	left := x
	if h.number > 0 {
		_, w := b.Label(l, fmt.Sprint(h.number), p, x, mid-p.Line()/2, page.Red)
		x += w + b.Px(20)
	}
	full := p.Line()
	p = b.FitLine(h.title, p, end-x, b.Px(headingLeast))
	par := b.OneLine(h.title, p)
	par.Measure, par.MaxLines = end-x, 1
	t := b.Block(par, p, page.Black)
	t.Paint(b, l, x, mid-p.Line()/2)
	return page.Area(left, mid-full/2, x+t.Width()-left, full)
}
