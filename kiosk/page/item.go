package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
)

// item paints the page of one row of the catalogue (design section 6.4). In portrait
// all is in one column; in landscape a rail at the right has the facts.
func (b *build) item() {
	items := b.state.Catalogue.Items
	at, _ := b.state.Catalogue.Find(b.state.View.Number)
	it := &items[at]
	n, facts := b.itemNeeds(it)
	f := b.open(n, head{
		spine: func(f *frame) { b.itemSpine(f, it) },
		sheet: func(f *frame) { b.itemOnLeaf(f, it) },
	})
	r := overflow{turn: func() { b.turn(f, items, at) }}
	switch {
	case f.sheet():
		b.belowLeaf(f, it, facts, r)
	case b.landscape:
		r.slack = b.px(20)
		body := b.scroller(f.main)
		b.close(f, body, b.columns(f, body, it), r)
	default:
		r.slack = b.px(20)
		body := b.scroller(f.main)
		b.close(f, body, b.oneColumn(f, body, it), r)
	}
}

// oneColumn sets the item in portrait: facts and 公开依据 below the content, or at
// the viewport's end if the page is short.
func (b *build) oneColumn(f *frame, l *Layer, it *catalogue.Item) (bottom fixed.Int26_6) {
	c := &flow{build: b, on: l, x: f.x, w: f.measure, y: f.main.Min.Y}
	b.box("flow", rect(c.x, c.y, c.w, f.main.Max.Y-c.y))
	c.head(it)
	c.content(it)
	rows := factRows(it, b.state.Catalogue.Levels)
	if len(rows) == 0 && len(it.Basis) == 0 {
		return c.y
	}
	// set aside first to learn how high it is, then set where it belongs
	closing := func(c *flow) {
		c.factBlock(rows, true)
		c.basis(it.Basis, len(rows) > 0)
	}
	c.y = max(c.y, f.main.Max.Y-c.tall(closing))
	closing(c)
	return c.y
}

// columns sets the item in landscape: what is read at the left, the facts in a
// rail at the right, behind a hairline of the page's whole height.
func (b *build) columns(f *frame, l *Layer, it *catalogue.Item) (bottom fixed.Int26_6) {
	width, gap, pad := b.px(610), b.px(56), b.px(48)
	if b.narrow() {
		width, gap, pad = b.px(500), b.px(48), b.px(36)
	}
	rows := factRows(it, b.state.Catalogue.Levels)
	if len(rows) == 0 && len(it.Basis) == 0 {
		width, gap = 0, 0 // what is read takes the whole width
	}
	hair := b.hair()
	railX := f.x + f.measure - width
	read := &flow{build: b, on: l, x: f.x, w: f.measure - width - gap, y: f.main.Min.Y}
	rail := &flow{build: b, on: l, x: railX + hair + pad, w: width - hair - pad, y: f.main.Min.Y + b.px(10)}
	b.box("read", rect(read.x, read.y, read.w, f.main.Max.Y-read.y))
	read.head(it)
	read.content(it)
	if width == 0 {
		return read.y
	}
	b.box("rail", rect(railX, f.main.Min.Y, width, f.main.Max.Y-f.main.Min.Y))
	end := rail.begin("facts")
	rail.facts(rows, true)
	end()
	rail.basis(it.Basis, false)
	bottom = max(read.y, rail.y)
	l.fill(rect(railX, f.main.Min.Y, hair, max(bottom, f.main.Max.Y)-f.main.Min.Y), Line)
	return bottom
}

// itemSpine paints the row's number on the spine, and its 一级事项. Where
// that is the page's title already, or longer than the spine, the running title
// stands instead.
func (b *build) itemSpine(f *frame, it *catalogue.Item) {
	middle, y := f.foot.Max.X/2, b.pick(44, 36)
	b.spineNumber(f, it.Number, y)
	y += b.px(76) + b.px(28)
	hair := rect(middle-b.px(26), y, b.px(52), b.rule(2))
	b.boxAs(Spine, "leaf.hair", hair)
	f.spine.fill(hair, OnLeaf2)
	y += b.px(2) + b.px(36)

	p := pen{face: fonts.SerifBlack, size: b.px(64), leading: 1.2, track: .2}
	n := fixed.Int26_6(len([]rune(it.Category)))
	if n > 6 {
		p.size = b.px(48)
	}
	if it.Title == "" || y+n*p.line() > f.foot.Min.Y-b.px(16) {
		b.runningTitle(f, y)
		return
	}
	b.spineText(f, it.Category, p, y)
}
