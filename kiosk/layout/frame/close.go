package frame

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Overflow describes the part of a page below its viewport, for the pills and the pager.
type Overflow struct {
	View  fixed.Rectangle26_6              // that the pills are centred in; zero: the main part as wide as the content
	Unit  string                           // 项 or 条, counted on the pill; "": 下面还有内容
	Below func(y fixed.Int26_6) (rows int) // counts the rows that end below y
	After int                              // rows that aren't laid out
	Part  Portion                          // of the rows; zero: all
	Pad   fixed.Int26_6                    // below the content
	Slack fixed.Int26_6                    // overflow that is clipped instead of scrolled
	Fade  Fade                             // zero: LongFade
	Turn  func()                           // paints the turn strip; nil: none
	Rows  []fixed.Int26_6                  // the tops of rows, where the page rests; nil: 12 u above each line
	Rail  fixed.Int26_6                    // by how much a rail is longer than the content, which stays while only the rail goes on
}

// Fade is the form of the fade under the pills, u.
type Fade struct {
	Height float64
	Solid  float64 // the share of it that is opaque
	Hides  float64 // from the viewport's end up to where rows count as visible
}

// LongFade is the fade of most pages.
var LongFade = Fade{Height: 192, Solid: .6, Hides: 192 * .6}

// afterLast is the room between a page's last line and its end if it scrolls, u: for 回到开头.
const afterLast = 128

// Close completes a page whose content on l ends at bottom: it sets how far the page scrolls and
// where it rests, and paints the pager, the turn strip, the pills, the title on the strip and the
// mark on the thread.
func Close(b *build.Draft, f *Frame, l *page.Layer, bottom fixed.Int26_6, o Overflow) {
	bottom = o.Part.withPager(b, l, bottom, f.X, f.Measure) + o.Pad
	end := fixed.I(b.Scroll.Viewport.Max.Y)
	if bottom > end && (bottom <= end+o.Slack || bottom.Round() <= b.Scroll.Viewport.Max.Y) {
		bottom = end // not even a px is left
	}
	if bottom > end {
		bottom += max(0, b.Px(afterLast)-o.Pad)
	}
	more := endBody(b, bottom)
	if o.Turn != nil {
		o.Turn()
	}
	if !more {
		return
	}
	if o.Fade == (Fade{}) {
		o.Fade = LongFade
	}
	l.Short = o.stays(b)
	if o.View.Empty() {
		o.View = page.Area(f.X, f.Main.Min.Y, f.Measure, f.Main.Max.Y-f.Main.Min.Y)
	}
	setRests(b, l, o.Rows)
	from := b.Scroll.Rests[1] // where the page's beginning is out of sight
	if title := b.RuleEnd.Ceil() - b.Scroll.Viewport.Min.Y; b.RuleEnd > 0 && !f.IsSheet() && title <= b.Scroll.Max-l.Short {
		from = max(1, title)
		liftHeading(b, f, from)
	}
	paintMist(b, o)
	paintPills(b, o, from)
	markThread(b, f)
}

// stays returns the px for which a page scrolls on while its content stays, so that the last line of the content is above
// the fade; or, if the content ends in the viewport, while it doesn't move.
func (o Overflow) stays(b *build.Draft) int {
	if o.Rail <= 0 {
		return 0
	}
	if !o.View.Empty() {
		return b.Scroll.Max
	}
	return max(0, min(b.Scroll.Max, (o.Rail-b.Px(o.Fade.Height-afterLast)).Floor()))
}

// endBody sets how far a body scrolls whose content ends at bottom, and reports whether it does.
func endBody(b *build.Draft, bottom fixed.Int26_6) (more bool) {
	end := b.Scroll.Viewport.Max.Y
	for _, l := range b.Layers {
		if l.Scrolls {
			l.Bounds.Max.Y = max(end, bottom.Round())
		}
	}
	b.Scroll.Max = max(end, bottom.Round()) - end
	return b.Scroll.Max > 0
}

// pillText returns the words on the pill.
func (o Overflow) pillText(b *build.Draft) string {
	if o.Unit == "" {
		return "下面还有内容"
	}
	scrolled := fixed.I(b.Scroll.Clamp(b.State.View.Scroll))
	return fmt.Sprintf("下面还有 %d %s", o.Below(o.View.Max.Y-b.Px(o.Fade.Hides)+scrolled)+o.After, o.Unit)
}

// paintMist paints the fade at the end of the view, which is there until the end is reached.
func paintMist(b *build.Draft, o Overflow) {
	view, h := o.View, b.Px(o.Fade.Height)
	ground := page.Area(view.Min.X, view.Max.Y-h, view.Max.X-view.Min.X, h)
	l := b.Layer("fade", ground, page.None)
	l.Role, l.Shown = page.Mist, page.Span{To: b.Scroll.Max}
	l.Items = append(l.Items, &page.Fade{Ink: page.Paper, Rect: l.Bounds, Solid: page.Scale(fixed.I(1), o.Fade.Solid)})
	b.Scroll.Hidden = l.Bounds
	b.Scroll.Hidden.Min.Y = l.Bounds.Max.Y - page.Scale(fixed.I(l.Bounds.Dy()), o.Fade.Solid).Ceil()
	if b.Scroll.Clamp(b.State.View.Scroll) < b.Scroll.Max {
		b.Box("fade", ground)
	}
}

// pill is a button over the fade.
type pill struct {
	name, text, icon string
	ink              page.Ink
	event            session.Event
}

// paintPills paints 下面还有内容 over the fade, from the scroll position from on 回到开头 beside it, and at
// the end 回到开头 alone.
func paintPills(b *build.Draft, o Overflow, from int) {
	b.Scroll.Counts = o.Unit != ""
	on := pill{"pill", o.pillText(b), "down", page.Red, session.More{}}
	back := pill{"pill.back", "回到开头", "up", page.Black, session.Top{}}
	end := b.Scroll.Max
	pillRow(b, o.View, page.Span{To: min(from, end)}, on)
	if from < end {
		pillRow(b, o.View, page.Span{From: from, To: end}, back, on)
	}
	if from <= end {
		pillRow(b, o.View, page.Span{From: end}, back)
	}
}

// pillRow paints pills side by side in the middle of the view, on a layer that is drawn at some scroll positions.
func pillRow(b *build.Draft, view fixed.Rectangle26_6, shown page.Span, all ...pill) {
	gap, h := b.Px(24), b.Px(96)
	p := build.Pen{Face: fonts.SansMedium, Size: b.ControlSize(30), Leading: 1}
	free := view.Max.X - view.Min.X - gap*fixed.Int26_6(len(all)-1)
	var text, w fixed.Int26_6
	for _, s := range all {
		text += b.Setter.Width(p.Span(s.text))
		w += pillWidth(b, p, s)
	}
	if w > free { // a narrow rail
		p.Size = max(b.Px(26), page.Scale(p.Size, float64(text-(w-free))/float64(text)))
		w = 0
		for _, s := range all {
			w += pillWidth(b, p, s)
		}
	}
	w += gap * fixed.Int26_6(len(all)-1)
	x, y := (view.Min.X+view.Max.X-w)/2, view.Max.Y-b.Px(16)-h
	room := max(w, view.Max.X-view.Min.X)
	l := b.Layer("pill", page.Area((view.Min.X+view.Max.X-room)/2, y, room, h), page.None)
	l.Role, l.Shown = page.Pill, shown
	seen := b.Page.Shows(l, b.State.View.Scroll)
	for _, s := range all {
		box := page.Area(x, y, pillWidth(b, p, s), h)
		paintPill(b, l, box, p, s)
		if seen {
			b.Box(s.name, box)
		}
		x = box.Max.X + gap
	}
}

// The padding of a pill at its word and at its icon, the gap between them and the icon's side, u.
const pillLeft, pillRight, pillGap, pillIcon = 36, 32, 16, 40

// pillWidth returns the width of a pill.
func pillWidth(b *build.Draft, p build.Pen, s pill) fixed.Int26_6 {
	return 2*b.Rule(3) + b.Px(pillLeft) + b.Setter.Width(p.Span(s.text)) + b.Px(pillGap) + b.Px(pillIcon) + b.Px(pillRight)
}

// paintPill paints a pill in box: its word and its icon in an outline.
func paintPill(b *build.Draft, l *page.Layer, box fixed.Rectangle26_6, p build.Pen, s pill) {
	stroke, side := b.Rule(3), b.Px(pillIcon)
	pressed := b.Framed(l, s.name, box, (box.Max.Y-box.Min.Y)/2, stroke, page.Paper, s.ink, s.event)
	look, mid := page.Look{Ink: s.ink, Down: page.OnLeaf, Target: pressed.Target}, (box.Min.Y+box.Max.Y)/2
	t, _ := b.Label(l, s.text, p, box.Min.X+stroke+b.Px(pillLeft), mid-p.Line()/2, s.ink)
	t.Look = look
	l.Icon(s.icon, box.Max.X-stroke-b.Px(pillRight)-side, mid-side/2, side, s.ink).Look = look
}
