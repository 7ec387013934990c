package record

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
)

// Body sets what stands under an item's title: the sentence, the content, or the tabs and the section of a guide.
func (c *Flow) Body(it *catalogue.Item) {
	c.answer(it)
	c.Guide(it)
}

// answer sets what stands above the section of a guide or a link's code.
func (c *Flow) answer(it *catalogue.Item) {
	c.Summary(it.Summary, len(it.Guides) > 0)
	if len(it.Guides) > 0 {
		c.Tabs(it)
	} else {
		c.Content(it.Content)
	}
}

// clipped is how much of a page's last margin may lie below the viewport, u.
const clipped = 2

// GrowBody sets the body of an item under a title of a size, as large as the page may grow so that it still ends inside
// the viewport: at the lower end that end returns for a growth. A guide doesn't grow.
func (c *Flow) GrowBody(it *catalogue.Item, title fixed.Int26_6, most float64, end func(growth float64) fixed.Int26_6) {
	if len(it.Guides) > 0 {
		c.Body(it)
		return
	}
	link := c.Height(func(c *Flow) { c.Guide(it) })
	rough := func(growth float64) bool {
		t := *c
		t.Grow = growth
		if page.Scale(t.largest(it.Content), overText) > title {
			return false
		}
		bottom := t.Y + t.roughly(func(c *Flow) { c.answer(it) }) + link - c.Px(clipped)
		return bottom <= end(1) && bottom <= end(growth) // what closes the page only grows
	}
	grown := Greatest(c.Draft, most, rough, func(growth float64) bool {
		t := *c
		t.Grow = growth
		kept := c.keep(func() bool { t.Body(it); return t.Y <= end(growth)+c.Px(clipped) })
		if kept {
			*c = t
		}
		return kept
	})
	if grown == 1 {
		c.Grow = 1
		c.Body(it)
	}
}

// keep calls lay, and drops what it sets if it returns false.
func (c *Flow) keep(lay func() bool) bool {
	items, boxes, targets := len(c.On.Items), len(c.Boxes), len(c.Targets)
	kept := lay()
	if !kept {
		c.On.Items, c.Boxes, c.Targets = c.On.Items[:items], c.Boxes[:boxes], c.Targets[:targets]
	}
	return kept
}

// Holds reports whether the body of an item, not grown, ends above end.
func (c *Flow) Holds(it *catalogue.Item, end fixed.Int26_6) bool {
	body := func(c *Flow) { c.Body(it) }
	if len(it.Guides) == 0 && c.Y+c.roughly(func(c *Flow) { c.answer(it) }) > end {
		return false
	}
	return c.Y+c.Height(body) <= end
}

// Record sets the facts and 公开依据 in the column.
func (c *Flow) Record(it *catalogue.Item) {
	rows := FactRows(it, c.State.Catalogue.Levels)
	if len(rows) > 0 {
		c.FactBlock(rows, true)
	}
	c.Basis(it.Basis, len(rows) > 0 || !it.Contact.Empty())
}

// RailRecord sets the facts, under a rule if ruled, and 公开依据 in the rail.
func (c *Flow) RailRecord(it *catalogue.Item, ruled bool) {
	rows := FactRows(it, c.State.Catalogue.Levels)
	end := c.Begin("facts")
	if ruled {
		c.rule(c.Rule(3), page.Black)
	}
	c.Facts(rows, true)
	end()
	c.Basis(it.Basis, false)
}

// Recorded reports whether an item has facts or 公开依据.
func Recorded(it *catalogue.Item, levels []string) bool {
	return len(FactRows(it, levels)) > 0 || len(it.Basis) > 0
}

// mostLoose limits the room that is added above and below each fact, u.
const mostLoose = 20

// Loosen gives a share of free room to the facts and returns it.
func (c *Flow) Loosen(it *catalogue.Item, free fixed.Int26_6) fixed.Int26_6 {
	n := fixed.Int26_6(0) // rows
	for _, row := range FactRows(it, c.State.Catalogue.Levels) {
		if n++; len(row) == 2 && c.Huge() {
			n++
		}
	}
	c.Loose = min(c.Px(mostLoose), free/(2*(n+1)))
	return 2 * n * c.Loose
}
