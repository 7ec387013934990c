package frame

import (
	"image"
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Sheet is a sheet over a page (docs/design/README.md section 6.8): in portrait over its lower
// part, in landscape over its left. The leaf runs through it.
type Sheet struct {
	r, edge fixed.Rectangle26_6 // all of it; its part of the leaf
	X, W    fixed.Int26_6       // of its content
	Top     fixed.Int26_6       // of its content
	End     fixed.Int26_6       // of its content
}

// PlaceSheet records the sheet's place and the offset from which it rises. The veil spares the
// leaf, whose text is removed; in low reach only if the sheet would cut it.
func PlaceSheet(b *build.Draft, r fixed.Rectangle26_6, away image.Point) {
	veil := image.Rectangle{Max: b.Size}
	if b.Low {
		veil.Min.Y = b.Leaf.Rect.Max.Y
	} else {
		veil.Min.X = b.Leaf.Rect.Max.X
	}
	if !b.Low || page.Round(r).Min.Y < b.Leaf.Rect.Max.Y {
		clearSpine(b)
	}
	b.Box("veil", page.Area(fixed.I(veil.Min.X), fixed.I(veil.Min.Y), b.W-fixed.I(veil.Min.X), b.H-fixed.I(veil.Min.Y)))
	b.Sheet = &page.Sheet{Rect: page.Round(r), Away: away, Veil: veil}
}

// clearSpine removes the text of the spine.
func clearSpine(b *build.Draft) {
	for _, l := range b.Layers {
		if l.Role == page.Spine {
			l.Items = nil
		}
	}
	b.Boxes = slices.DeleteFunc(b.Boxes, func(x page.Box) bool { return x.Role == page.Spine })
}

// SheetLayer adds a layer of the sheet.
func SheetLayer(b *build.Draft, name string, r fixed.Rectangle26_6, ground page.Ink) *page.Layer {
	l := b.Layer(name, r, ground)
	l.Over = true
	return l
}

// OpenSheet paints the frame of a sheet: its part of the leaf with an icon, a name and 返回, and
// paper, whose layer it returns.
func OpenSheet(b *build.Draft, icon, name string) (Sheet, *page.Layer) {
	spine, rule := spineWidth(b.Grid), b.Rule(3)
	s := Sheet{r: page.Area(0, b.H-b.Px(1056), b.W, b.Px(1056)), X: spine + leftMargin(b.Grid)}
	away := image.Pt(0, s.r.Max.Y.Round()-s.r.Min.Y.Round())
	if b.Landscape {
		s.r = page.Area(0, 0, b.Px(1160), b.H)
		away = image.Pt(-s.r.Max.X.Round(), 0)
	}
	PlaceSheet(b, s.r, away)
	b.Box("sheet", s.r)
	s.edge = s.r
	s.edge.Max.X = spine
	paper := s.r
	paper.Min.X = spine
	l := SheetLayer(b, "sheet", paper, page.Paper)
	s.Top, s.End = s.r.Min.Y+b.Px(40), s.r.Max.Y-b.Px(40)
	if b.Landscape {
		l.Fill(page.Area(s.r.Max.X-rule, s.r.Min.Y, rule, s.r.Max.Y-s.r.Min.Y), page.Black)
		s.W = s.r.Max.X - rule - innerMargin(b.Grid) - s.X
	} else {
		l.Fill(page.Area(paper.Min.X, paper.Min.Y, paper.Max.X-paper.Min.X, rule), page.Black)
		s.Top += rule
		s.W = s.r.Max.X - innerMargin(b.Grid) - s.X
	}
	sheetEdge(b, s, icon, name)
	return s, l
}

// sheetEdge paints a sheet's part of the leaf, with 返回 in its usual place.
func sheetEdge(b *build.Draft, s Sheet, icon, name string) {
	foot := barHeight(b.Grid)
	l := SheetLayer(b, "sheet.edge", s.edge, page.LeafInk)
	b.Box("sheet.edge", s.edge)
	b.EdgeLine(l, s.edge, page.RightEdge)
	side, middle := b.Px(60), s.edge.Max.X/2
	y := s.edge.Min.Y + b.Px(44)
	l.Icon(icon, middle-side/2, y, side, page.OnLeaf2)
	p := build.Pen{Face: fonts.SerifBlack, Size: b.Px(64), Leading: 1.2, Track: .24}
	b.Column(l, name, p, middle, y+side+b.Px(32), s.edge.Max.Y-foot-y-side-b.Px(48), page.OnLeaf)

	r := page.Area(0, s.edge.Max.Y-foot, s.edge.Max.X, foot)
	b.Box("sheet.foot", r)
	hit := r
	hit.Max.X -= hitGap(b.Grid)
	n := b.Press(l, "sheet.foot", r, hit, page.RedDown, session.GoBack{})
	paintSeam(b, l, r)
	paintBack(b, l, r, n.Target)
}

// Commands paints buttons of 112 at the end of a sheet that share its width.
func Commands(b *build.Draft, l *page.Layer, s Sheet, all ...build.Command) {
	gap, h, n := b.Px(24), b.Px(112), fixed.Int26_6(len(all))
	w := (s.W - gap*(n-1)) / n
	for i, c := range all {
		b.PaintCommand(l, page.Area(s.X+fixed.Int26_6(i)*(w+gap), s.End-h, w, h), c)
	}
}
