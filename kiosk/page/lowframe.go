package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// In low reach the leaf unfolds to the top, and all that is touched lies in the lower
// 55 % (docs/design/README.md section 10).
const (
	lowTop   = 864 // u: nothing above is touched on a screen of 1920 u
	lowShare = .45 // so much of any screen
	lowSide  = 56  // u: what is left free at both sides
)

// lowFrame is the frame of a page in low reach: the leaf is a sheet of height u across the
// top, on f.spine, or of all that isn't touched if that is lowTop; f.main lies below it,
// and foot, bar and turn strip are as ever, but lower.
// On the leaf stand the place and the clock, with its date if large.
func (b *build) lowFrame(height float64, large bool, p parts) frame {
	bar, end := b.px(152), b.lowEnd()
	end -= bar
	side := b.px(120)
	f := frame{
		foot:  rect(0, end, side, bar),
		bar:   rect(side, end, b.w-side, bar),
		slots: b.slots(rect(side, end, b.w-side, bar)),
		x:     b.px(lowSide), measure: b.w - 2*b.px(lowSide),
	}
	if p.turn {
		h := b.px(128)
		f.turn = rect(0, end-h, b.w, h)
		end -= h
	}
	leaf, top := b.px(height), b.lowTop()
	if height >= lowTop {
		leaf = top
	}
	if !p.facts {
		top = leaf
	}
	f.main = rect(0, top, b.w, end-top)
	if end := f.bar.Max.Y; end < b.h { // the bar is lifted into a hand's reach
		b.layer("under", rect(0, end, b.w, b.h-end), Mat)
	}
	b.lowLeaf(&f, leaf, large)
	b.box("main", f.main)
	b.foot(f)
	b.bar(f)
	return f
}

// lowLeaf is the sheet at the top, as high as leaf. The layer ends above its hairline.
func (b *build) lowLeaf(f *frame, leaf fixed.Int26_6, large bool) {
	r := rect(0, 0, b.w, leaf)
	b.Leaf = Leaf{Rect: whole(r), Hair: whole(rect(0, r.Max.Y-b.px(16), b.w, b.rule(2)))}
	b.box("leaf", r)
	r.Max.Y -= b.px(20)
	f.spine = b.layer("spine", r, LeafInk)
	f.spine.Role = Spine
	end := f.x + f.measure
	if b.state.Clock {
		end = b.lowClock(f, large) - b.px(24)
	}
	p := pen{face: fonts.SerifBold, size: b.px(36), leading: 1, track: .06}
	b.place(f.spine, p, f.x, b.px(64), end-f.x, OnLeaf)
}

// lowClock stands at the leaf's right, above its date if it is large; it returns where its
// layer begins.
func (b *build) lowClock(f *frame, large bool) fixed.Int26_6 {
	c := clock{time: pen{face: fonts.SerifBold, size: b.px(36), leading: 1, track: .06}, inks: [2]Ink{OnLeaf, OnLeaf}, align: typeset.End}
	y, right := b.px(64), f.x+f.measure
	w, high := b.px(130), b.px(48)
	if large {
		c.time.size, c.time.track = b.px(52), 0
		c.text, c.pen, c.gap = b.day(), pen{face: fonts.SansMedium, size: b.px(28), leading: 1, track: .02}, b.px(14)
		w, high = b.px(260), b.px(52+14+40)
	}
	l := b.layer("clock", rect(right-w, y-b.px(8), w, high+b.px(8)), LeafInk)
	c.stack(b, l, right-w, right, y)
	return right - w
}

// lowTitle sets a title on the leaf with the end of its line boxes at bottom, in at most
// lines lines: what is too long is set smaller, down to least u.
func (b *build) lowTitle(l *Layer, text string, breaks []int, p pen, x, bottom, measure fixed.Int26_6, lines int, least float64) (top fixed.Int26_6) {
	set := func(p pen) typeset.Paragraph { return b.phrased(text, breaks, p, measure+lowHang(p)) }
	p, par := b.shrink(fit{least: b.px(least), factor: .95, lines: lines}, p, set)
	par.MaxLines = lines
	top = bottom - p.line()*fixed.Int26_6(len(b.set.Lines(par)))
	b.para(l, par, p, x-lowHang(p), top, OnLeaf)
	return top
}

// lowHang is by how much a title on the leaf begins left of what stands below it.
func lowHang(p pen) fixed.Int26_6 { return times(p.size, .04) }
