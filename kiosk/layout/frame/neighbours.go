package frame

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// The spine works (docs/design/README.md section 6): its head opens what stands on it, the numbers of the pages
// before and after stand at its lower end, and between them the thread shows what part of the page is seen.

// The length of the thread, the least for which it is drawn, the least that has a mark, and the mark's width, u: on a
// shorter one the mark would look like an exclamation mark.
const threadLength, threadLeast, threadMarked, threadMark = 300, 40, 120, 8

// linkHeight returns the height of a neighbour's target.
func linkHeight(b *build.Draft) fixed.Int26_6 { return b.Pick(112, 96) }

// paintLinks paints the numbers of the pages before and after at the spine's lower end, nil where there is none, and
// the thread between them in the room that the spine's text leaves.
func paintLinks(b *build.Draft, f *Frame, prev, next *Neighbour) {
	h, seam := linkHeight(b), f.Foot.Min.Y
	long := min(b.Px(threadLength), seam-2*h-f.text)
	if long < b.Px(threadLeast) {
		long = 0
	}
	end := seam - h
	if long > 0 {
		x := (f.Leaf.Min.X + f.Leaf.Max.X - b.Rule(2)) / 2
		f.thread = page.Area(x, end-long, b.Rule(2), long)
		b.BoxAs(page.Spine, "thread", f.thread)
		f.Spine.Fill(f.thread, page.OnLeaf2)
	}
	touch, gap := b.Px(96), hitGap(b.Grid)
	top := seam - gap - touch // of the hit area of the one after
	free := top
	if prev != nil {
		y := end - long - h
		free = y + gap
		if long == 0 {
			free = top - 2*gap - touch
		}
		paintLink(b, f, prev, y, free)
	}
	if next != nil {
		paintLink(b, f, next, end, top)
	}
	if f.head != nil {
		f.head(free - 2*gap)
	}
}

// paintLink paints a neighbour's number as a target with its top at y, whose hit area begins at hit.
func paintLink(b *build.Draft, f *Frame, k *Neighbour, y, hit fixed.Int26_6) {
	r := page.Area(f.Leaf.Min.X, y, f.Leaf.Max.X-f.Leaf.Min.X, linkHeight(b))
	touch := page.Area(r.Min.X, hit, r.Max.X-r.Min.X-hitGap(b.Grid), b.Px(96))
	n := b.Press(f.Spine, "neighbour", r, touch, page.RedDown, session.Open{Screen: k.At})
	b.BoxAs(page.Spine, "neighbour", r)
	text, p := fmt.Sprint(k.number(b.State)), build.Pen{Face: fonts.SerifBold, Size: b.Type(44), Leading: 1}
	p = b.FitLine(text, p, r.Max.X-r.Min.X-b.Px(16), 0)
	b.Centred(f.Spine, r, text, p, page.Look{Ink: page.OnLeaf, Target: n.Target})
}

// number returns 序号 of an item, or the place of a notice among those on air.
func (k *Neighbour) number(st session.State) int {
	if k.At.Kind == session.Notice {
		i, _ := session.FindNotice(st, k.At.Notice)
		return i + 1
	}
	return k.At.Number
}

// markThread paints the part of the page that is seen on the thread: a layer that follows the scroll.
func markThread(b *build.Draft, f *Frame) {
	if f.thread.Max.Y-f.thread.Min.Y < b.Px(threadMarked) {
		return
	}
	view := b.Scroll.Viewport.Dy()
	length := float64(view + b.Scroll.Max)
	long, w := f.thread.Max.Y-f.thread.Min.Y, b.Px(threadMark)
	r := page.Area((f.thread.Min.X+f.thread.Max.X-w)/2, f.thread.Min.Y, w, page.Scale(long, float64(view)/length))
	l := b.Layer("thread", r, page.LeafInk)
	l.Role, l.Follows = page.Spine, float64(long)/64/length
	l.Fill(r, page.OnLeaf)
	at := page.Scale(long, float64(b.Scroll.Clamp(b.State.View.Scroll))/length)
	b.BoxAs(page.Spine, "thread.shown", r.Add(fixed.Point26_6{Y: at}))
}

// headTarget makes the spine's head a target that opens a screen: down to 24 u below the text, as far as the
// neighbours' targets leave it. It is called before the head is painted.
func headTarget(b *build.Draft, f *Frame, e session.Event) {
	n := b.Press(f.Spine, "leaf.head", f.Leaf, f.Leaf, page.RedDown, e)
	f.head = func(limit fixed.Int26_6) {
		r := f.Leaf
		r.Max.X -= hitGap(b.Grid)
		r.Max.Y = min(f.text+b.Px(24), limit)
		n.Reach(r)
		r.Max.X = f.Leaf.Max.X
		n.Cover(page.Round(r))
	}
}

// opensMark paints the chevron below a 一级事项 that ends at y.
func opensMark(b *build.Draft, f *Frame, y fixed.Int26_6) {
	side := b.Px(40)
	y += b.Pick(20, 12)
	f.text = y + side
	f.Spine.Icon("next", (f.Leaf.Min.X+f.Leaf.Max.X-side)/2, y, side, page.OnLeaf2)
}

// spineEnd returns the lower end of the room for the spine's text: above the neighbours, if the page has any.
func spineEnd(b *build.Draft, f *Frame) fixed.Int26_6 {
	if f.turn.Empty() {
		return f.Foot.Min.Y
	}
	return f.Foot.Min.Y - 2*linkHeight(b)
}
