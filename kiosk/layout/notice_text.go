package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// noticeText is what is read below a notice's title. A short one grows (docs/design/README.md section 6).
type noticeText struct {
	n        *catalogue.Notice
	pictured bool // the pictures stand between event line and body
	blocks   []catalogue.Block
	columns  int           // of the body
	high     fixed.Int26_6 // the height of the pictures
	grown    float64       // the factor of the body
}

// A text grows to mostGrown at most; its event line and its signature grow less.
const mostGrown, mostEvent, mostSigned = 2.0, 1.5, 1.4

// What stands under a title is smaller than it: the event line, which is as heavy, and the body.
const belowTitle, belowTitleText = 1.15, 1.07

// grow returns the text as large as it may be below a title of that size while it ends above end.
func (t noticeText) grow(c *record.Flow, title, end fixed.Int26_6) noticeText {
	t.blocks, t.columns, t.grown = catalogue.Blocks(t.n.Body), c.ColumnsFor(c.PickBodySize(36.8, 37.2)), 1
	if t.pictured {
		t.high = c.Height(t.pictures)
	}
	column := c.Column(t.columns)
	small := t.look(column)
	at := func(growth float64) noticeText {
		t := t
		t.grown = growth
		return t
	}
	return at(record.Greatest(c.Draft, mostGrown, func(growth float64) bool {
		big := at(growth)
		return big.underTitle(c, column) <= title && c.Y+big.leastHeight(c) <= end
	}, func(growth float64) bool {
		big := at(growth)
		return column.SameForms(t.blocks, small, big.look(column)) && c.Y+c.Height(big.set) <= end
	}))
}

// underTitle returns the size that the title above the text has at least.
func (t noticeText) underTitle(c, column *record.Flow) fixed.Int26_6 {
	size := page.Scale(t.look(column).Pen.Size, belowTitleText)
	if t.n.HasEvent() {
		size = max(size, page.Scale(t.eventPen(c).Size, belowTitle))
	}
	return size
}

// leastHeight returns a height that the text is not below, from its characters alone.
func (t noticeText) leastHeight(c *record.Flow) (h fixed.Int26_6) {
	for _, line := range []string{t.n.When, t.n.Where} {
		if line != "" {
			h += t.eventPen(c).Line()
		}
	}
	if t.pictured {
		h += t.high
	}
	if len(t.blocks) == 0 {
		return h
	}
	column := c.Column(t.columns)
	h += column.LeastProse(t.blocks, t.look(column)) / fixed.Int26_6(t.columns)
	return h + t.signPen(c).Line()*fixed.Int26_6(len(t.n.SignedBy(c.State.Catalogue.Centre)))
}

// set sets event line, pictures, body and signature.
func (t noticeText) set(c *record.Flow) {
	t.event(c)
	if t.pictured {
		if t.n.HasEvent() && build.ShownImages(t.n.Images) > 0 {
			c.Y += c.Px(8)
		}
		t.pictures(c)
	}
	if t.n.Body == "" {
		return
	}
	var below fixed.Int26_6
	c.Spread(t.columns, func(c *record.Flow) { below = c.Prose(t.blocks, t.look(c)) })
	t.sign(c, below)
}

// mostHigh limits the height of a picture, u: on a wide screen it would be several times as high as the screen.
const mostHigh = 1684

// pictures sets the pictures.
func (t noticeText) pictures(c *record.Flow) {
	c.Pictures(t.n.Images, c.Px(24), min(c.W, c.Px(mostHigh)))
}

// eventPen returns the style of when and where.
func (t noticeText) eventPen(c *record.Flow) build.Pen {
	return build.Pen{Face: fonts.SerifBold, Size: page.Scale(c.Type(44), max(1, min(c.Step*t.grown, mostEvent))), Leading: 1.4}
}

// event sets when and where the notice's matter takes place, each behind its label.
func (t noticeText) event(c *record.Flow) {
	if !t.n.HasEvent() {
		return
	}
	end := c.Begin("event")
	t.eventLines(c, page.Red, page.Black)
	c.Y += c.Px(28)
	end()
}

// eventLines sets labels and values in their inks.
func (t noticeText) eventLines(c *record.Flow, named, ink page.Ink) {
	label, value := c.LabelPen(fonts.SansMedium, 1.3, .06), t.eventPen(c)
	top := c.Y
	for _, line := range [][2]string{{"时间", t.n.When}, {"地点", t.n.Where}} {
		if line[1] == "" {
			continue
		}
		if c.Y > top {
			c.Y += c.Px(8)
		}
		w := c.Setter.Width(label.Span(line[0])) + c.Px(32)
		c.Write(c.On, c.X, c.Y+value.Rise(), []page.Ink{named}, label.Span(line[0]))
		par := typeset.Paragraph{Spans: []typeset.Span{value.Span(line[1])}, Measure: c.W - w, Title: true}
		_, h := c.Paragraph(c.On, par, value, c.X+w, c.Y, ink)
		c.Y += h
	}
}

// look returns the style of the body in a column.
func (t noticeText) look(c *record.Flow) record.Prose {
	want := page.Scale(c.PickBodySize(36.8, 37.2), t.grown)
	p := build.Pen{Face: fonts.SansRegular, Size: c.EvenMeasure(c.W, want), Leading: 1.7}
	return record.Prose{Pen: p, Base: page.Scale(c.BodySize(36.8), t.grown), Gap: c.Px(14), Indent: 4}
}

// signPen returns the style of the signature.
func (t noticeText) signPen(c *record.Flow) build.Pen {
	return build.Pen{Face: fonts.SansMedium, Size: page.Scale(c.BodySize(34), min(t.grown, mostSigned)), Leading: 1.6}
}

// sign sets right who issued the notice, and its day, below a body that asks for a gap.
func (t noticeText) sign(c *record.Flow, gap fixed.Int26_6) {
	lines := t.n.SignedBy(c.State.Catalogue.Centre)
	if len(lines) == 0 {
		return
	}
	if c.Y += max(gap, c.Px(24)); c.Landscape {
		c.Y += min(gap, c.Px(24))
	}
	p := t.signPen(c)
	for _, text := range lines {
		c.Add(typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}, Measure: c.W, Title: true, Align: typeset.End}, p, page.Black)
	}
}
