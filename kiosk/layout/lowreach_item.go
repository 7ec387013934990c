package layout

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// itemNeeds returns what an item's page needs of its frame, and the place of its facts above the
// viewport, a zero flow if they scroll. In low reach (docs/design/README.md section 10) they stand
// between the leaf and LowTop if they fit there, and the leaf takes the remaining room.
func itemNeeds(b *build.Draft, it *catalogue.Item) (n frame.Needs, facts record.Flow) {
	n.Turn = true
	if !b.Low {
		return n, facts
	}
	if p := b.State.Panel; !b.Landscape && p.Bottom > 0 && b.PerPx(p) > 0 && len(it.Guides) == 0 {
		// The viewport has no targets, and may be above reach.
		n.Sheet = b.Px(frame.LowLeaf)
		return n, facts
	}
	rows := record.FactRows(it, b.State.Catalogue.Levels)
	above := record.Flow{Draft: b, X: b.Px(frame.LowSide), W: b.W - 2*b.Px(frame.LowSide), Y: b.Px(frame.LowLeaf)}
	high := above.Height(func(c *record.Flow) { c.FactBlock(rows, false) })
	free := frame.LowTop(b) - high - above.Y
	if len(rows) == 0 || free < 0 {
		return n, facts
	}
	if free > b.Px(40) {
		above.Y += free
	}
	n.Sheet, n.Facts = above.Y, true
	return n, above
}

// itemBelowLeaf sets an item whose title stands on the leaf: its facts in their place, or if they
// are too high for it in the viewport.
func itemBelowLeaf(b *build.Draft, f *frame.Frame, it *catalogue.Item, facts record.Flow, r frame.Overflow) {
	rows := record.FactRows(it, b.State.Catalogue.Levels)
	if facts.Draft != nil {
		facts.On = b.Layer("facts", page.Area(0, f.Leaf.Max.Y, b.W, f.Main.Min.Y-f.Leaf.Max.Y), page.Paper)
		facts.FactBlock(rows, false)
		rows = nil
	}
	view := underFacts(b, f)
	l := b.ScrollLayer(view)
	c := &record.Flow{Draft: b, On: l, X: f.X, W: f.Measure, Y: view.Min.Y}
	b.Box("flow", page.Area(c.X, c.Y, c.W, view.Max.Y-c.Y))
	r.View = page.Area(f.X, view.Min.Y, f.Measure, view.Max.Y-view.Min.Y)
	frame.Close(b, f, l, lowContent(c, it, rows), r)
}

// lowContent sets the content, the given rows of facts and 公开依据, and returns their lower end.
func lowContent(c *record.Flow, it *catalogue.Item, rows [][]record.Fact) fixed.Int26_6 {
	c.Y += c.Px(20)
	c.Blocks(it)
	c.Guide(it)
	if len(rows) > 0 {
		c.Y += c.Px(32)
		c.FactBlock(rows, true)
	}
	c.Basis(it.Basis, true)
	if len(rows)+len(it.Basis) == 0 {
		c.Y += c.Px(32)
	}
	return c.Y
}

// underFacts paints the rule at the upper end of the main part, and returns the viewport below it.
func underFacts(b *build.Draft, f *frame.Frame) fixed.Rectangle26_6 {
	view, rule := f.Main, b.Rule(3)
	l := b.Layer("rule", page.Area(view.Min.X, view.Min.Y, b.W, rule), page.Paper)
	l.Fill(page.Area(view.Min.X, view.Min.Y, b.W, rule), page.Black)
	view.Min.Y += rule
	return view
}

// itemOnLeaf paints the item's number, 一级事项 and title at the foot of a leaf that is a sheet: the
// title in one line of 132 if it fits, else in more and smaller lines.
func itemOnLeaf(b *build.Draft, f *frame.Frame, it *catalogue.Item) {
	bottom := f.Leaf.Max.Y - b.Px(64)
	number, name := build.Pen{Face: fonts.SerifBlack, Size: b.Px(48), Leading: 1}, build.Pen{Face: fonts.SerifBold, Size: b.Px(48), Leading: 1}
	text := it.Category
	if it.Title == "" { // the category is the title
		text = b.State.Catalogue.Name
	}
	digits := fmt.Sprint(it.Number)
	x := f.X + b.Setter.Width(number.Span(digits)) + b.Px(24)
	name = b.FitLine(text, name, f.X+f.Measure-x, b.Px(34))
	over := b.Block(b.Phrased(text, nil, name, f.X+f.Measure-x), name, page.OnLeaf)
	p := lowFit(b, it, f.Measure, bottom-b.Px(24)-over.Height()-b.Px(132))
	y := frame.LeafTitle(b, f.Spine, it.Heading(), it.Breaks, p, f.X, bottom, f.Measure, maxLowLines, 36) - b.Px(24) - over.Height()
	b.Label(f.Spine, digits, number, f.X, y+name.Rise()-number.Rise(), page.OnLeaf)
	over.Paint(b, f.Spine, x, y)
}

// maxLowLines is more than a title ever needs.
const maxLowLines = 9

// lowFit returns the title's pen: the largest up to 132 whose lines are within room.
func lowFit(b *build.Draft, it *catalogue.Item, measure, room fixed.Int26_6) build.Pen {
	set := func(p build.Pen) typeset.Paragraph {
		return b.Phrased(it.Heading(), it.Breaks, p, measure+frame.TitleHang(p))
	}
	p := build.Pen{Face: fonts.SerifBlack, Size: b.Px(132), Leading: 1.2}
	p, _ = b.Shrink(build.Fit{Least: b.Px(36), Factor: .97, Height: room}, p, set)
	return p
}
