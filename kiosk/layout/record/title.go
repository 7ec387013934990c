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

// Head sets the item's place in the catalogue, the title and 文武线 (docs/design/README.md section 6.4), and returns the
// title's size.
func (c *Flow) Head(it *catalogue.Item) (size fixed.Int26_6) {
	c.codes = make(map[string]linkCode)
	end := c.Begin("head")
	c.Y += c.Pick(2, 0)
	c.eyebrow(it)
	c.Y += c.Pick(12, 6)
	size = c.title(it)
	c.Y += c.Pick(30, 24)
	end()
	c.Y = c.DoubleRule(c.On, c.X, c.Y, c.W)
	c.Y += c.Pick(32, 24)
	return size
}

// eyebrow sets the 一级事项, unless it is the title, the item's place in the catalogue, and the mark of a change.
func (c *Flow) eyebrow(it *catalogue.Item) {
	label := c.LabelPen(fonts.SansMedium, 1.3, .06)
	top, x := c.Y, c.X
	if it.Title != "" && it.Title != it.Category {
		x += c.category(it, label) + c.Px(16)
	}
	c.place(it, x, label)
	c.Y += label.Line()
	c.Box("eyebrow", page.Area(c.X, top, c.W, c.Y-top))
}

// category sets a 一级事项 in as many lines as it takes and returns the width of the last one, at
// which c.Y then lies: of a new one if the item's place has no room behind it.
func (c *Flow) category(it *catalogue.Item, label build.Pen) fixed.Int26_6 {
	t, h := c.Paragraph(c.On, c.Phrased(it.Category, nil, label, c.W), label, c.X, c.Y, page.Red)
	c.Y += h - label.Line()
	last := t.Lines[len(t.Lines)-1:]
	grown := float64(label.Size) / float64(c.Px(28))
	room := page.Scale(c.Px(placeRoom), grown)
	if mark, _ := MarkOf(c.Draft, it.Seen, it.Updated); mark != "" {
		room += page.Scale(c.Px(markRoom), grown)
	}
	if w := build.Width(last); w <= c.W-room {
		return w
	}
	c.Y += label.Line()
	return -c.Px(16)
}

// The room for an item's place in the catalogue, and for the mark of a change, u.
const placeRoom, markRoom = 240, 200

// place sets the item's place in the catalogue behind x, and the mark of a change.
func (c *Flow) place(it *catalogue.Item, x fixed.Int26_6, label build.Pen) {
	items := c.State.Catalogue.Items
	// the last 序号, which is the number of items unless some are missing
	place := c.Place(it.Number, items[len(items)-1].Number, "项")
	place.Paint(c.Draft, c.On, x, c.Y+label.Rise())
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

// overText is by how much a title is larger than all text under it.
const overText = 1.15

// title sets the item's title and returns its size. None is truncated: a long one that needs more than three lines is
// set smaller, but never as small as the text under it.
func (c *Flow) title(it *catalogue.Item) fixed.Int26_6 {
	text, least := it.Heading(), c.LeastTitle(it)
	p := c.itemTitle(it, least)
	if utf8.RuneCountInString(text) <= longTitle {
		least = p.Size
	}
	size := c.AddHung(least, p, func(p build.Pen, measure fixed.Int26_6) typeset.Paragraph {
		return c.Phrased(text, it.Breaks, p, measure)
	})
	c.most = page.Scale(size, 1/overText)
	return size
}

// itemTitle returns the style of an item's title: as large as its length allows, and as keeps the lines that the file
// gives, but no smaller than least.
func (c *Flow) itemTitle(it *catalogue.Item, least fixed.Int26_6) build.Pen {
	text := it.Heading()
	p := c.TitlePen(text, itemMiddle)
	p.Size = max(p.Size, least)
	room := c.W + page.Scale(p.Size, .05)
	if len(it.Breaks) == 0 && utf8.RuneCountInString(text) > itemMiddle || c.Landscape && c.Setter.Width(p.Span(text)) <= room {
		return p
	}
	runes, from := []rune(text), 0
	fit := p
	for _, to := range append(it.Breaks[:len(it.Breaks):len(it.Breaks)], len(runes)) {
		line := string(runes[from:to])
		one := c.FitLine(line, p, c.W, least)
		if one = c.FitLine(line, p, c.W+page.Scale(one.Size, .05), least); one.Size < fit.Size { // it hangs by its own size
			fit = one
		}
		from = to
	}
	return fit
}

// LeastTitle returns the size that an item's title is not below: it is larger than all text under it.
func (c *Flow) LeastTitle(it *catalogue.Item) fixed.Int26_6 {
	return max(c.Px(36), page.Scale(c.underTitle(it), overText))
}

// underTitle returns the size of the largest text under an item's title, numerals aside.
func (c *Flow) underTitle(it *catalogue.Item) fixed.Int26_6 {
	var size fixed.Int26_6
	if it.Summary != "" {
		size = c.summaryPen().Size
	}
	if !it.Contact.Empty() {
		size = max(size, c.ControlSize(42))
	}
	if len(it.Guides) > 0 {
		return max(size, c.sectionPen().Size, c.PickBodySize(36.8, 33))
	}
	if single(it.Content) && utf8.RuneCountInString(it.Heading()) > longTitle { // which is as small as it has to be
		return max(size, c.paragraphPen(c.W).Size)
	}
	return max(size, c.largest(it.Content))
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
		p.Size = c.PickType(92, 80)
	case n <= middle:
		p.Size = c.Type(76)
	case n <= longTitle:
		p.Size, p.Leading = c.PickType(68, 62), 1.28
	default:
		p.Size, p.Leading = c.Type(56), 1.28
	}
	p.Size = page.Scale(p.Size, min(c.Step, build.MostTitle))
	if !c.Landscape {
		return p
	}
	p.Leading = min(p.Leading, 1.24)
	if one := c.FitLine(text, p, c.W, 0); one.Size >= c.Type(56) {
		return one
	}
	return p
}
