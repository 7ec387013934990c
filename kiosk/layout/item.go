package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/page"
)

// itemScreen lays out an item's page (docs/design/README.md section 6.4), in portrait in one column,
// in landscape with the facts in a rail at the right.
func itemScreen(b *build.Draft) {
	items := b.State.Catalogue.Items
	at, _ := b.State.Catalogue.Find(b.State.View.Number)
	it := &items[at]
	n, facts := itemNeeds(b, it)
	f := frame.Open(b, n, frame.Head{
		Spine: func(f *frame.Frame) { frame.ItemSpine(b, f, it) },
		Sheet: func(f *frame.Frame) { itemOnLeaf(b, f, it) },
	})
	r := frame.Overflow{Turn: func() { frame.Turn(b, f, items, at) }}
	switch {
	case f.IsSheet():
		itemBelowLeaf(b, f, it, facts, r)
	case b.Landscape:
		r.Slack = b.Px(20)
		body := b.ScrollLayer(f.Main)
		frame.Close(b, f, body, twoColumns(b, f, body, it), r)
	default:
		r.Slack = b.Px(20)
		body := b.ScrollLayer(f.Main)
		frame.Close(b, f, body, oneColumn(b, f, body, it), r)
	}
}

// oneColumn sets the item in portrait, with facts and 公开依据 below the content, or at the
// viewport's end on a short page.
func oneColumn(b *build.Draft, f *frame.Frame, l *page.Layer, it *catalogue.Item) (bottom fixed.Int26_6) {
	c := &record.Flow{Draft: b, On: l, X: f.X, W: f.Measure, Y: f.Main.Min.Y}
	b.Box("flow", page.Area(c.X, c.Y, c.W, f.Main.Max.Y-c.Y))
	c.Head(it, frame.SpineHolds(b, f, it))
	c.Content(it)
	rows := record.FactRows(it, b.State.Catalogue.Levels)
	if len(rows) == 0 && len(it.Basis) == 0 {
		return c.Y
	}
	// measured before it is placed
	closing := func(c *record.Flow) {
		c.FactBlock(rows, true)
		c.Basis(it.Basis, len(rows) > 0)
	}
	c.Y = max(c.Y, f.Main.Max.Y-c.Height(closing))
	closing(c)
	return c.Y
}

// twoColumns sets the item in landscape: the content at the left, the facts in a rail at the right,
// after a hairline as high as the page.
func twoColumns(b *build.Draft, f *frame.Frame, l *page.Layer, it *catalogue.Item) (bottom fixed.Int26_6) {
	width, gap, pad := b.Px(610), b.Px(56), b.Px(48)
	if b.Narrow() {
		width, gap, pad = b.Px(500), b.Px(48), b.Px(36)
	}
	rows := record.FactRows(it, b.State.Catalogue.Levels)
	if len(rows) == 0 && len(it.Basis) == 0 {
		width, gap = 0, 0 // the content takes the whole width
	}
	hair := b.Hair()
	railX := f.X + f.Measure - width
	read := &record.Flow{Draft: b, On: l, X: f.X, W: f.Measure - width - gap, Y: f.Main.Min.Y}
	rail := &record.Flow{Draft: b, On: l, X: railX + hair + pad, W: width - hair - pad, Y: f.Main.Min.Y + b.Px(10)}
	b.Box("read", page.Area(read.X, read.Y, read.W, f.Main.Max.Y-read.Y))
	read.Head(it, frame.SpineHolds(b, f, it))
	read.Content(it)
	if width == 0 {
		return read.Y
	}
	b.Box("rail", page.Area(railX, f.Main.Min.Y, width, f.Main.Max.Y-f.Main.Min.Y))
	end := rail.Begin("facts")
	rail.Facts(rows, true)
	end()
	rail.Basis(it.Basis, false)
	bottom = max(read.Y, rail.Y)
	l.Fill(page.Area(railX, f.Main.Min.Y, hair, max(bottom, f.Main.Max.Y)-f.Main.Min.Y), page.Line)
	return bottom
}
