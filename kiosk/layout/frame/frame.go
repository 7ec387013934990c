package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Frame is an open frame of a page: its plan, whose leaf, strip, foot and bar are painted.
type Frame struct {
	Plan
	Spine  *page.Layer               // the leaf above its foot
	words  []*page.Layer             // of the strip, which the page's title may replace
	head   func(limit fixed.Int26_6) // ends the target on the spine's head; nil: there is none
	text   fixed.Int26_6             // the lower end of the text on the spine
	thread fixed.Rectangle26_6       // between the neighbours on the spine; empty: none
}

// Head paints what stands on the leaf, by the leaf's form; nil: nothing.
type Head struct {
	Spine func(*Frame) // on a spine
	Sheet func(*Frame) // on a sheet, the page's title too
}

// Open plans the frame of a page and paints it.
func Open(b *build.Draft, n Needs, h Head) *Frame {
	f := &Frame{Plan: planOf(b, n)}
	if f.IsSheet() {
		openSheetLeaf(b, f, n)
	} else {
		openSpine(b, f, n.Board)
	}
	b.Box("main", f.Main)
	paintFoot(b, f)
	paintBar(b, f)
	head := h.Spine
	if f.IsSheet() {
		head = h.Sheet
	}
	if head != nil {
		head(f)
	}
	return f
}

// openSpine paints a leaf that is a spine, and the strip.
func openSpine(b *build.Draft, f *Frame, board bool) {
	b.Leaf = page.Leaf{Rect: page.Round(f.Leaf.Union(f.Foot))}
	leafLayer(b, f, f.Leaf)
	switch {
	case b.State.Change != session.Unchanged:
		paintChangedStrip(b, f)
	case board:
		paintMasthead(b, f)
	default:
		paintStrip(b, f)
	}
}

// openSheetLeaf paints a leaf that is a sheet, with a page's head or the place and the clock on it. Its layer ends
// above its hairline.
func openSheetLeaf(b *build.Draft, f *Frame, n Needs) {
	if !f.under.Empty() {
		b.Layer("under", f.under, page.Mat)
	}
	r := f.Leaf
	b.Leaf = page.Leaf{Rect: page.Round(r), Hair: page.Round(page.Area(0, r.Max.Y-b.Px(16), b.W, b.Rule(2)))}
	r.Max.Y -= b.Px(20)
	leafLayer(b, f, r)
	if n.Head != nil {
		n.Head.paint(b, f)
		return
	}
	end := f.X + f.Measure
	if b.State.Clock {
		end = lowClock(b, f, n.Day) - b.Px(24)
	}
	p := build.Pen{Face: fonts.SerifBold, Size: b.Type(36), Leading: 1, Track: .06}
	paintPlace(b, f.Spine, p, f.X, b.Px(64), end-f.X, page.OnLeaf)
}

// leafLayer adds the layer of the text on the leaf.
func leafLayer(b *build.Draft, f *Frame, r fixed.Rectangle26_6) {
	b.Box("leaf", f.Leaf)
	f.Spine = b.Layer("spine", r, page.LeafInk)
	f.Spine.Role = page.Spine
}

// paintFoot paints 返回, with a rule or an edge line where it meets the rest of the page.
func paintFoot(b *build.Draft, f *Frame) {
	l := b.Layer("foot", f.Foot, page.LeafInk)
	b.Box("foot", f.Foot)
	hit := f.Foot
	hit.Max.X -= hitGap(b.Grid)
	hit.Min.Y += hitGap(b.Grid)
	n := b.Press(l, "foot", f.Foot, hit, page.RedDown, session.GoBack{})
	if f.IsSheet() { // the leaf lies elsewhere
		b.EdgeLine(l, f.Foot, page.RightEdge)
	} else {
		paintSeam(b, l, f.Foot)
	}
	paintBack(b, l, f.Foot, n.Target)
}

// paintSeam paints the rule between a foot and the leaf above it.
func paintSeam(b *build.Draft, l *page.Layer, foot fixed.Rectangle26_6) {
	inset := b.Px(20)
	l.Fill(page.Area(foot.Min.X+inset, foot.Min.Y, foot.Max.X-foot.Min.X-2*inset, b.Rule(2)), page.OnLeaf2)
}

// paintBack paints 返回 in the middle of r, which is target n.
func paintBack(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, n int) {
	p := build.Pen{Face: fonts.SansMedium, Size: b.FrameSize(30), Leading: 1}
	build.IconLabel{Icon: "back", Word: "返回", Side: frameIcon(b), Gap: b.Pick(14, 10), Pen: p, Look: page.Look{Ink: page.OnLeaf, Target: n}}.Stack(b, l, r)
}

// frameIcon returns the side of an icon above its word.
func frameIcon(b *build.Draft) fixed.Int26_6 {
	if b.Huge() {
		return b.Px(60)
	}
	return b.Px(52)
}

// UnderRule paints 文武线 at the upper end of the main part, where it doesn't scroll, and returns
// the rest of the main part.
func UnderRule(b *build.Draft, f *Frame) fixed.Rectangle26_6 {
	view := f.Main
	view.Min.Y += b.Px(13)
	l := b.Layer("rule", page.Area(f.Main.Min.X, f.Main.Min.Y, f.Main.Max.X-f.Main.Min.X, b.Px(13)), page.Paper)
	b.DoubleRule(l, f.X, f.Main.Min.Y, f.Measure)
	return view
}
