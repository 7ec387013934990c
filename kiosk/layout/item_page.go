package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/page"
)

// The greatest growth of a short item's page (docs/design/README.md section 6).
const mostGrownUpright, mostGrownWide = 1.5, 1.6

// oneColumn sets the item in portrait. What closes a short page, 到哪里问, the facts and 公开依据, ends where the
// viewport does.
func oneColumn(b *build.Draft, f *frame.Frame, l *page.Layer, it *catalogue.Item) (bottom fixed.Int26_6) {
	c := &record.Flow{Draft: b, On: l, X: f.X, W: f.Measure, Y: f.Main.Min.Y}
	b.Box("flow", page.Area(c.X, c.Y, c.W, f.Main.Max.Y-c.Y))
	return underHead(c, it, c.Head(it), f.Main.Max.Y)
}

// underHead sets what stands under a title of a size in one column, and returns its lower end. A short page ends where
// the viewport does, at end.
func underHead(c *record.Flow, it *catalogue.Item, size, end fixed.Int26_6) (bottom fixed.Int26_6) {
	closing := func(c *record.Flow) {
		c.Contact(it.Contact, record.ContactBelow)
		c.Record(it)
	}
	high := map[float64]fixed.Int26_6{} // of what closes the page, by its growth
	height := func(growth float64) fixed.Int26_6 {
		last := *c
		if last.Grow = 1; it.Contact.Empty() { // then the record's values grow too
			last.Grow = min(growth, record.MostRecord)
		}
		if _, known := high[last.Grow]; !known {
			high[last.Grow] = last.Height(closing)
		}
		return high[last.Grow]
	}
	c.GrowBody(it, size, mostGrownUpright, func(growth float64) fixed.Int26_6 { return end - height(growth) })
	last := *c
	free := end - last.Y - height(c.Grow)
	if last.Grow = 1; it.Contact.Empty() {
		last.Grow = c.Grow
		if free > 0 {
			free -= last.Loosen(it, free)
		}
	}
	last.Y += max(0, free)
	closing(&last)
	return last.Y
}

// twoColumns sets the item in landscape: the content at the left, the record in a rail at the right, after a hairline
// as high as the page. 到哪里问 stands at the end of the content if it has room there, else at the head of the rail.
func twoColumns(b *build.Draft, f *frame.Frame, l *page.Layer, it *catalogue.Item, r *frame.Overflow) (bottom fixed.Int26_6) {
	width, gap, pad := b.Px(610), b.Px(56), b.Px(48)
	if b.Narrow() {
		width, gap, pad = b.Px(500), b.Px(48), b.Px(36)
	}
	alone := !record.Recorded(it, b.State.Catalogue.Levels)
	if alone {
		width, gap = 0, 0 // the content takes the whole width
	}
	hair, end := b.Hair(), f.Main.Max.Y
	railX := f.X + f.Measure - width
	read := &record.Flow{Draft: b, On: l, X: f.X, W: f.Measure - width - gap, Y: f.Main.Min.Y}
	rail := &record.Flow{Draft: b, X: railX + hair + pad, W: width - hair - pad, Y: f.Main.Min.Y + b.Px(10)}
	size := read.Head(it)
	ask := func(c *record.Flow) { c.Contact(it.Contact, record.ContactWide) }
	asked := read.Height(ask)
	inRead := alone || !it.Contact.Empty() && read.Holds(it, end-asked)
	if !inRead {
		asked = 0
	}
	read.GrowBody(it, size, mostGrownWide, func(float64) fixed.Int26_6 { return end - asked })
	if inRead {
		read.Y = max(read.Y, end-asked)
		ask(read)
	}
	if alone {
		b.Box("read", page.Area(read.X, f.Main.Min.Y, read.W, pageEnd(b, read.Y, end)-f.Main.Min.Y))
		return read.Y
	}
	rail.On = b.RailLayer(railX + hair)
	if !inRead && !it.Contact.Empty() {
		rail.Y = f.Main.Min.Y + b.Px(6)
		rail.Contact(it.Contact, record.ContactRail)
		rail.Loose = -b.Px(3)
	}
	rail.RailRecord(it, rail.Loose != 0)
	bottom = max(read.Y, rail.Y)
	r.Rail = rail.Y - read.Y
	h := pageEnd(b, bottom, end) - f.Main.Min.Y
	b.Box("read", page.Area(read.X, f.Main.Min.Y, read.W, h))
	b.Box("rail", page.Area(railX, f.Main.Min.Y, width, h))
	l.Fill(page.Area(railX, f.Main.Min.Y, hair, h), page.Line)
	if read.Y <= end {
		r.View = page.Area(railX+b.Rule(2), f.Main.Min.Y, width-b.Rule(2), end-f.Main.Min.Y)
	}
	return bottom
}

// pageEnd returns where a page ends whose content ends at bottom: a page that scrolls has room for 回到开头.
func pageEnd(b *build.Draft, bottom, end fixed.Int26_6) fixed.Int26_6 {
	if bottom <= end+itemSlack(b) {
		return end
	}
	return bottom + b.Px(128)
}

// itemSlack returns how much of the margin below the last block may lie below the viewport.
func itemSlack(b *build.Draft) fixed.Int26_6 { return b.Pick(20, 8) }
