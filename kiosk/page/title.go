package page

import (
	"fmt"
	"time"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// head sets the label with n / N, the title and 文武线 (design section 6.4).
func (c *flow) head(it *catalogue.Item) {
	end := c.begin("head")
	c.y += c.pick(2, 0)
	c.eyebrow(it)
	c.y += c.pick(12, 6)
	c.title(it)
	c.y += c.pick(30, 24)
	end()
	c.y = c.doubleRule(c.on, c.x, c.y, c.w)
	c.y += c.pick(32, 24)
}

// eyebrow sets what kind of title it is, its place in the catalogue and, for
// fourteen days, the mark of a change.
func (c *flow) eyebrow(it *catalogue.Item) {
	label := c.label28(fonts.SansMedium, 1.3, .06)
	c.box("eyebrow", rect(c.x, c.y, c.w, label.line()))
	text := "二级事项"
	if it.Title == "" {
		text = "一级事项"
	}
	_, w := c.label(c.on, text, label, c.x, c.y, Ink2)
	items := c.state.Catalogue.Items
	// the last 序号, which is the count of rows unless numbers are left out
	place := c.outOf(it.Number, items[len(items)-1].Number, 32, 28)
	h, rise := place.line()
	x := c.x + w + c.px(16)
	place.paint(c.build, c.on, x, c.y+(label.line()-h)/2+rise)
	if text, day := c.news(it.Seen, it.Updated); text != "" {
		c.mark("〔"+text+"〕", day, x+place.width(c.build)+c.px(18), label)
	}
	c.y += label.line()
}

// mark sets 〔新〕 or 〔改〕, its brackets half as wide as a character, about the middle of the label's line,
// and the day of the change as the label is set.
func (c *flow) mark(kind string, day time.Time, x fixed.Int26_6, label pen) {
	p := pen{face: fonts.SerifBlack, size: c.control(28), track: .06}
	w := 2*p.size + times(p.size, 3*p.track)
	top := c.y + (label.line()-p.size)/2
	c.box("mark", rect(x+p.size/2, top, w-p.size/2, p.size))
	c.write(c.on, x, top+times(p.size, .88), []Ink{Red}, p.span(kind))
	c.label(c.on, fmt.Sprintf("%d月%d日", day.Month(), day.Day()), label, x+w+c.px(10), c.y, Red)
}

// title sets the item's title, hung left so that its strokes stand flush with the text. No
// title is cut: a long one that needs more than three lines is set smaller, down to the size
// of body text.
func (c *flow) title(it *catalogue.Item) {
	text := it.Heading()
	p := c.titlePen(text)
	least := c.px(36)
	if utf8.RuneCountInString(text) <= longTitle {
		least = p.size
	}
	c.hung(least, p, func(p pen, measure fixed.Int26_6) typeset.Paragraph {
		return c.phrased(text, it.Breaks, p, measure)
	})
}

// hung sets a title that begins left of the column by .05 em, in three lines unless it would be
// smaller than least in them.
func (c *flow) hung(least fixed.Int26_6, p pen, set func(p pen, measure fixed.Int26_6) typeset.Paragraph) {
	p, par := c.shrink(fit{least: least, factor: .95, lines: 3}, p, func(p pen) typeset.Paragraph {
		return set(p, c.w+times(p.size, .05))
	})
	hang := times(p.size, .05)
	_, h := c.para(c.on, par, p, c.x-hang, c.y, Black)
	c.box("h1", rect(c.x-hang, c.y, c.w+hang, h))
	c.y += h
}

// longTitle is how many characters a title has at most at the design's three sizes.
const longTitle = 24

// titlePen returns the title's style by its length.
func (c *flow) titlePen(text string) pen { return c.titlePenTo(11, text) }

// titlePenTo returns a title's style where the middle size serves up to so many characters. In
// landscape a title that all but fits is set in one line, at 56 u or more.
func (c *flow) titlePenTo(middle int, text string) pen {
	p := pen{face: fonts.SerifBlack, leading: 1.22, track: .01}
	switch n := utf8.RuneCountInString(text); {
	case n <= 8:
		p.size = c.pick(92, 80)
	case n <= middle:
		p.size = c.px(76)
	case n <= longTitle:
		p.size, p.leading = c.pick(68, 62), 1.28
	default:
		p.size, p.leading = c.px(56), 1.28
	}
	p.size = times(p.size, min(c.step, mostTitle))
	if !c.landscape {
		return p
	}
	p.leading = min(p.leading, 1.24)
	if one := c.fitLine(text, p, c.w, 0); one.size >= c.px(56) {
		return one
	}
	return p
}

// phrased returns a title whose lines end at phrases: where the item's file says, if
// those lines fit, else where typeset finds it best.
func (b *build) phrased(text string, breaks []int, p pen, measure fixed.Int26_6) typeset.Paragraph {
	par := typeset.Paragraph{Spans: []typeset.Span{p.span(text)}, Measure: measure, Title: true}
	if len(breaks) == 0 || b.set.Width(par.Spans...) <= measure {
		return par
	}
	runes, from := []rune(text), 0
	for _, to := range append(breaks[:len(breaks):len(breaks)], len(runes)) {
		if b.set.Width(p.span(string(runes[from:to]))) > measure {
			return par
		}
		from = to
	}
	par.Breaks = breaks
	return par
}
