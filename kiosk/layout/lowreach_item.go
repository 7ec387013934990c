package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/page"
)

// itemNeeds returns what an item's page needs of its frame.
func itemNeeds(b *build.Draft, it *catalogue.Item) (n frame.Needs) {
	n.Turn = true
	if b.Low {
		c := &record.Flow{Draft: b, W: b.W - 2*b.Px(frame.LowSide)}
		n.Head = &frame.LowHead{Number: it.Number, Title: it.Heading(), Breaks: it.Breaks, Least: c.LeastTitle(it)}
		if it.Title != "" && it.Title != it.Category {
			n.Head.Over = it.Category
		}
	}
	return n
}

// itemBelowLeaf sets an item whose title stands on the leaf, in its usual order: the text begins under the leaf, and
// its title has a size; the tabs of a guide stand in rows right above the turn strip, where they can be reached.
func itemBelowLeaf(b *build.Draft, f *frame.Frame, it *catalogue.Item, title fixed.Int26_6, r frame.Overflow) {
	view := f.Main
	c := &record.Flow{Draft: b, X: f.X, W: f.Measure, Y: view.Min.Y}
	tabs := c.Height(func(c *record.Flow) { c.Tabs(it) })
	low := tabs > 0 && view.Max.Y-b.Px(16)-tabs >= frame.LowTop(b)
	if low {
		view.Max.Y -= tabs + b.Px(16)
	}
	c.On = b.ScrollLayer(view)
	b.Box("flow", page.Area(c.X, c.Y, c.W, view.Max.Y-c.Y))
	c.Y += c.Px(20)
	if low {
		c.Summary(it.Summary, true)
		c.Guide(it)
		c.Contact(it.Contact, record.ContactBelow)
		c.Record(it)
	} else {
		c.Y = underHead(c, it, title, view.Max.Y)
	}
	if low {
		t := *c
		t.Y = view.Max.Y
		t.On = b.Layer("tabs", page.Area(view.Min.X, view.Max.Y, view.Max.X-view.Min.X, f.Main.Max.Y-view.Max.Y), page.Paper)
		t.Tabs(it)
	}
	r.View = page.Area(f.X, view.Min.Y, f.Measure, view.Max.Y-view.Min.Y)
	frame.Close(b, f, c.On, c.Y, r)
}
