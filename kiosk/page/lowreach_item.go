package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// lowLeafItem is the leaf's height on an item, u, if its facts fit between it and lowTop.
const lowLeafItem = 460

// itemNeeds returns what an item's page wants of its frame, and where its facts stand above what
// scrolls; a flow without a place has none. In low reach (docs/design/README.md section 10) they stand between
// the leaf and where it is touched, if they fit there; the leaf takes the room that they leave.
func (b *build) itemNeeds(it *catalogue.Item) (n needs, facts flow) {
	n.turn = true
	if !b.low {
		return n, facts
	}
	if p := b.state.Panel; !b.landscape && p.Bottom > 0 && b.perPx(p) > 0 && len(it.Guides) == 0 {
		// All that scrolls is only read, and may stand above the hand's reach.
		n.sheet = b.px(lowLeafItem)
		return n, facts
	}
	rows := factRows(it, b.state.Catalogue.Levels)
	above := flow{build: b, x: b.px(lowSide), w: b.w - 2*b.px(lowSide), y: b.px(lowLeafItem)}
	high := above.tall(func(c *flow) { c.factBlock(rows, false) })
	free := b.lowTop() - high - above.y
	if len(rows) == 0 || free < 0 {
		return n, facts
	}
	if free > b.px(40) {
		above.y += free
	}
	n.sheet, n.facts = above.y, true
	return n, above
}

// belowLeaf sets an item whose title stands on the leaf: its facts in their place, or with large
// text, where they are too high for that, among what scrolls.
func (b *build) belowLeaf(f *frame, it *catalogue.Item, facts flow, r overflow) {
	rows := factRows(it, b.state.Catalogue.Levels)
	if facts.build != nil {
		facts.on = b.layer("facts", rect(0, f.leaf.Max.Y, b.w, f.main.Min.Y-f.leaf.Max.Y), Paper)
		facts.factBlock(rows, false)
		rows = nil
	}
	view := b.underFacts(f)
	l := b.scroller(view)
	c := &flow{build: b, on: l, x: f.x, w: f.measure, y: view.Min.Y}
	b.box("flow", rect(c.x, c.y, c.w, view.Max.Y-c.y))
	r.view = rect(f.x, view.Min.Y, f.measure, view.Max.Y-view.Min.Y)
	b.close(f, l, c.lowContent(it, rows), r)
}

// lowContent sets what scrolls: the content, the rows of facts that stand nowhere else, and
// 公开依据. It returns where that ends.
func (c *flow) lowContent(it *catalogue.Item, rows [][]fact) fixed.Int26_6 {
	c.y += c.px(20)
	c.blocks(it)
	c.guide(it)
	if len(rows) > 0 {
		c.y += c.px(32)
		c.factBlock(rows, true)
	}
	c.basis(it.Basis, true)
	if len(rows)+len(it.Basis) == 0 {
		c.y += c.px(32)
	}
	return c.y
}

// underFacts sets the rule at the upper end of what scrolls, and returns where that is.
func (b *build) underFacts(f *frame) fixed.Rectangle26_6 {
	view, rule := f.main, b.rule(3)
	l := b.layer("rule", rect(view.Min.X, view.Min.Y, b.w, rule), Paper)
	l.fill(rect(view.Min.X, view.Min.Y, b.w, rule), Black)
	view.Min.Y += rule
	return view
}

// itemOnLeaf sets the item's number, 一级事项 and title at the foot of a leaf that is a
// sheet: in one line of 132 if that fits, else smaller, in as many as there is room for.
func (b *build) itemOnLeaf(f *frame, it *catalogue.Item) {
	bottom := f.leaf.Max.Y - b.px(64)
	number, name := pen{face: fonts.SerifBlack, size: b.px(48), leading: 1}, pen{face: fonts.SerifBold, size: b.px(48), leading: 1}
	p := b.lowFit(it, f.measure, bottom-b.px(24)-name.line()-b.px(132))
	top := b.lowTitle(f.spine, it.Heading(), it.Breaks, p, f.x, bottom, f.measure, maxLowLines, 36)
	y := top - b.px(24) - name.line()
	_, w := b.label(f.spine, fmt.Sprint(it.Number), number, f.x, y, OnLeaf)
	text := it.Category
	if it.Title == "" { // the category is the title
		text = b.state.Catalogue.Name
	}
	par := b.oneLine(text, name)
	x := f.x + w + b.px(24)
	par.Measure, par.MaxLines = f.x+f.measure-x, 1
	b.para(f.spine, par, name, x, y, OnLeaf)
}

// maxLowLines is more than a title ever needs.
const maxLowLines = 9

// lowFit returns the title's pen: the largest up to 132 with which it is within room.
func (b *build) lowFit(it *catalogue.Item, measure, room fixed.Int26_6) pen {
	set := func(p pen) typeset.Paragraph { return b.phrased(it.Heading(), it.Breaks, p, measure+lowHang(p)) }
	p := pen{face: fonts.SerifBlack, size: b.px(132), leading: 1.2}
	p, _ = b.shrink(fit{least: b.px(36), factor: .97, height: room}, p, set)
	return p
}
