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
// part, in landscape over its left or, as a band, over its lower part too. The leaf runs through it.
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

// sheetForm is what stands on a sheet's part of the leaf, and the sheet's form.
type sheetForm struct {
	icon, name string
	band       float64 // in landscape the height of a sheet across the screen, u; 0: it stands at the left
	live       bool    // the page above has no veil, and fades towards the sheet
}

// OpenSheet paints the frame of a sheet: its part of the leaf with an icon, a name and 返回, and
// paper, whose layer it returns.
func OpenSheet(b *build.Draft, icon, name string) (Sheet, *page.Layer) {
	return openSheet(b, sheetForm{icon: icon, name: name})
}

// OpenLiveSheet paints the frame of a sheet over a page that stays live: it has no veil. In landscape the sheet is a band
// across the screen, band u high.
func OpenLiveSheet(b *build.Draft, icon, name string, band float64) (Sheet, *page.Layer) {
	return openSheet(b, sheetForm{icon, name, band, true})
}

// The room above a live page's sheet in which the page fades, u, and the share of it that is opaque.
const sheetFade, sheetSolid = 96, .3

// openSheet paints the frame of a sheet, and returns the layer of its paper.
func openSheet(b *build.Draft, h sheetForm) (Sheet, *page.Layer) {
	spine, rule, band := spineWidth(b.Grid), b.Rule(3), !b.Landscape || h.band > 0
	s := Sheet{r: page.Area(0, b.H-b.Pick(1056, h.band), b.W, b.Pick(1056, h.band)), X: spine + leftMargin(b.Grid)}
	away := image.Pt(0, s.r.Max.Y.Round()-s.r.Min.Y.Round())
	pad, right := b.Px(40), innerMargin(b.Grid)
	switch {
	case !band:
		s.r = page.Area(0, 0, b.Px(1160), b.H)
		away = image.Pt(-s.r.Max.X.Round(), 0)
	case b.Landscape:
		pad, right = b.Px(28), RightMargin(b.Grid, false)
	}
	if h.live {
		away.Y += b.Px(sheetFade).Round()
	}
	PlaceSheet(b, s.r, away)
	if h.live {
		b.Sheet.Veil = image.Rectangle{}
		b.Boxes = slices.DeleteFunc(b.Boxes, func(x page.Box) bool { return x.Name == "veil" })
		fadeAbove(b, s.r)
	}
	b.Box("sheet", s.r)
	s.edge = s.r
	s.edge.Max.X = spine
	paper := s.r
	paper.Min.X = spine
	l := SheetLayer(b, "sheet", paper, page.Paper)
	s.Top, s.End = s.r.Min.Y+pad, s.r.Max.Y-pad
	s.W = s.r.Max.X - right - s.X
	if band {
		l.Fill(page.Area(paper.Min.X, paper.Min.Y, paper.Max.X-paper.Min.X, rule), page.Black)
		s.Top += rule
	} else {
		l.Fill(page.Area(s.r.Max.X-rule, s.r.Min.Y, rule, s.r.Max.Y-s.r.Min.Y), page.Black)
		s.W -= rule
	}
	sheetEdge(b, s, h)
	return s, l
}

// fadeAbove has the page above a sheet fade into paper, beside a spine that runs through. A leaf across the page's top
// doesn't fade.
func fadeAbove(b *build.Draft, sheet fixed.Rectangle26_6) {
	x := spineWidth(b.Grid)
	if b.Low {
		x = 0
		if fixed.I(b.Leaf.Rect.Max.Y) > sheet.Min.Y-b.Px(sheetFade) {
			return
		}
	}
	r := page.Area(x, sheet.Min.Y-b.Px(sheetFade), sheet.Max.X-x, b.Px(sheetFade))
	l := SheetLayer(b, "sheet.fade", r, page.None)
	l.Items = append(l.Items, &page.Fade{Ink: page.Paper, Rect: l.Bounds, Solid: page.Scale(fixed.I(1), sheetSolid)})
}

// sheetEdge paints a sheet's part of the leaf, with 返回 in its usual place.
func sheetEdge(b *build.Draft, s Sheet, h sheetForm) {
	foot := barHeight(b.Grid)
	l := SheetLayer(b, "sheet.edge", s.edge, page.LeafInk)
	b.Box("sheet.edge", s.edge)
	b.EdgeLine(l, s.edge, page.RightEdge)
	side, middle := b.Px(60), s.edge.Max.X/2
	y, gap := s.edge.Min.Y+b.Px(44), b.Px(32)
	if b.Landscape && h.band > 0 {
		y, gap = s.edge.Min.Y+b.Px(28), b.Px(20)
	}
	l.Icon(h.icon, middle-side/2, y, side, page.OnLeaf2)
	p := build.Pen{Face: fonts.SerifBlack, Size: b.Type(64), Leading: 1.2, Track: .24}
	b.Column(l, h.name, p, middle, y+side+gap, s.edge.Max.Y-foot-y-side-gap-b.Px(16), page.OnLeaf)

	r := page.Area(0, s.edge.Max.Y-foot, s.edge.Max.X, foot)
	b.Box("sheet.foot", r)
	hit := r
	hit.Max.X -= hitGap(b.Grid)
	n := b.Press(l, "sheet.foot", r, hit, page.RedDown, session.GoBack{})
	paintSeam(b, l, r)
	paintBack(b, l, r, n.Target)
}

// Commands paints buttons of 112 at the end of a sheet that share its width, in a band of 400 at its right.
func Commands(b *build.Draft, l *page.Layer, s Sheet, all ...build.Command) {
	gap, h, n := b.Px(24), b.Px(112), fixed.Int26_6(len(all))
	x, w := s.X, (s.W-gap*(n-1))/n
	if b.Landscape && s.r.Min.Y > 0 {
		w = min(w, b.Px(400))
		x += s.W - n*w - gap*(n-1)
	}
	for i, c := range all {
		c.OnSheet = true
		b.PaintCommand(l, page.Area(x+fixed.Int26_6(i)*(w+gap), s.End-h, w, h), c)
	}
}
