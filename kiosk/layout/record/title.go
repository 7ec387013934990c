package record

import (
	"fmt"
	"time"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Head sets the label with n / N, the title and 文武线 (docs/design/README.md section 6.4). The label
// of an item whose 一级事项 stands nowhere else on the page is that, whole.
func (c *Flow) Head(it *catalogue.Item, categorised bool) {
	end := c.Begin("head")
	c.Y += c.Pick(2, 0)
	c.eyebrow(it, categorised)
	c.Y += c.Pick(12, 6)
	c.title(it)
	c.Y += c.Pick(30, 24)
	end()
	c.Y = c.DoubleRule(c.On, c.X, c.Y, c.W)
	c.Y += c.Pick(32, 24)
}

// eyebrow sets 一级事项 or 二级事项, the item's place in the catalogue, and the mark of a change.
func (c *Flow) eyebrow(it *catalogue.Item, categorised bool) {
	label := c.LabelPen(fonts.SansMedium, 1.3, .06)
	top := c.Y
	w := fixed.Int26_6(0)
	switch {
	case it.Title == "":
		_, w = c.Label(c.On, "一级事项", label, c.X, c.Y, page.Ink2)
	case categorised:
		_, w = c.Label(c.On, "二级事项", label, c.X, c.Y, page.Ink2)
	default:
		w = c.category(it.Category, label)
	}
	c.place(it, c.X+w, label)
	c.Y += label.Line()
	c.Box("eyebrow", page.Area(c.X, top, c.W, c.Y-top))
}

// category sets a 一级事项 in as many lines as it takes and returns the width of the last one, at
// which c.Y then lies: of a new one if the item's place has no room behind it.
func (c *Flow) category(text string, label build.Pen) fixed.Int26_6 {
	t, h := c.Paragraph(c.On, c.Phrased(text, nil, label, c.W), label, c.X, c.Y, page.Red)
	c.Y += h - label.Line()
	last := t.Lines[len(t.Lines)-1:]
	if w := build.Width(last); w <= c.W-c.Px(placeRoom) {
		return w
	}
	c.Y += label.Line()
	return -c.Px(16)
}

// placeRoom is the room for an item's place in the catalogue and the mark of a change, u.
const placeRoom = 340

// place sets the item's place in the catalogue behind x, and the mark of a change.
func (c *Flow) place(it *catalogue.Item, x fixed.Int26_6, label build.Pen) {
	items := c.State.Catalogue.Items
	// the last 序号, which is the number of items unless some are missing
	place := c.OutOf(it.Number, items[len(items)-1].Number, 32, 28)
	h, rise := place.Line()
	x += c.Px(16)
	place.Paint(c.Draft, c.On, x, c.Y+(label.Line()-h)/2+rise)
	if text, day := MarkOf(c.Draft, it.Seen, it.Updated); text != "" {
		c.mark("〔"+text+"〕", day, x+place.Width(c.Draft)+c.Px(18), label)
	}
}

// mark sets 〔新〕 or 〔改〕, with brackets half as wide as a character, centred on the label's line,
// and the day of the change.
func (c *Flow) mark(text string, day time.Time, x fixed.Int26_6, label build.Pen) {
	p := build.Pen{Face: fonts.SerifBlack, Size: c.ControlSize(28), Track: .06}
	w := 2*p.Size + page.Scale(p.Size, 3*p.Track)
	top := c.Y + (label.Line()-p.Size)/2
	c.Box("mark", page.Area(x+p.Size/2, top, w-p.Size/2, p.Size))
	c.Write(c.On, x, top+page.Scale(p.Size, .88), []page.Ink{page.Red}, p.Span(text))
	c.Label(c.On, fmt.Sprintf("%d月%d日", day.Month(), day.Day()), label, x+w+c.Px(10), c.Y, page.Red)
}

// title sets the item's title. None is truncated: a long one that needs more than three lines is
// set smaller, down to the size of body text.
func (c *Flow) title(it *catalogue.Item) {
	text := it.Heading()
	p := c.TitlePen(text, itemMiddle)
	least := c.Px(36)
	if utf8.RuneCountInString(text) <= longTitle {
		least = p.Size
	}
	c.AddHung(least, p, func(p build.Pen, measure fixed.Int26_6) typeset.Paragraph {
		return c.Phrased(text, it.Breaks, p, measure)
	})
}

// AddHung sets a title in three lines, or more rather than smaller than least. It hangs left by
// .05 em, so that its strokes are flush with the text below, and returns its size.
func (c *Flow) AddHung(least fixed.Int26_6, p build.Pen, set func(p build.Pen, measure fixed.Int26_6) typeset.Paragraph) fixed.Int26_6 {
	p, par := c.Shrink(build.Fit{Least: least, Factor: .95, Lines: 3}, p, func(p build.Pen) typeset.Paragraph {
		return set(p, c.W+page.Scale(p.Size, .05))
	})
	hang := page.Scale(p.Size, .05)
	_, h := c.Paragraph(c.On, par, p, c.X-hang, c.Y, page.Black)
	c.Box("h1", page.Area(c.X-hang, c.Y, c.W+hang, h))
	c.Y += h
	return p.Size
}

// The number of characters up to which a title has one of the design's three sizes, and an item's
// the middle one.
const longTitle, itemMiddle = 24, 11

// TitlePen returns a title's style by its length, in the middle size up to middle characters. In
// landscape a title that nearly fits in one line is set so, at 56 u or more.
func (c *Flow) TitlePen(text string, middle int) build.Pen {
	p := build.Pen{Face: fonts.SerifBlack, Leading: 1.22, Track: .01}
	switch n := utf8.RuneCountInString(text); {
	case n <= 8:
		p.Size = c.Pick(92, 80)
	case n <= middle:
		p.Size = c.Px(76)
	case n <= longTitle:
		p.Size, p.Leading = c.Pick(68, 62), 1.28
	default:
		p.Size, p.Leading = c.Px(56), 1.28
	}
	p.Size = page.Scale(p.Size, min(c.Step, build.MostTitle))
	if !c.Landscape {
		return p
	}
	p.Leading = min(p.Leading, 1.24)
	if one := c.FitLine(text, p, c.W, 0); one.Size >= c.Px(56) {
		return one
	}
	return p
}
