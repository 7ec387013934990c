package record

import (
	"strings"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Basis sets 公开依据, a citation for each element, below a hairline if ruled.
func (c *Flow) Basis(cell catalogue.Cell, ruled bool) {
	if len(cell) == 0 {
		return
	}
	defer c.Begin("basis")()
	if ruled {
		c.rule(c.Hair(), page.Line)
	}
	c.Y += c.Pick(20, 15)
	label := c.LabelPen(fonts.SansRegular, 1.3, .04)
	c.Label(c.On, "公开依据", label, c.X, c.Y, page.Ink2)
	c.Y += label.Line() + c.Px(6)
	for _, e := range cell {
		top := c.Y
		c.Y += c.Px(5)
		c.citation(e.Text)
		c.Y += c.Px(5)
		c.Box("basis.item", c.since(top))
	}
	c.Y += c.Pick(24, 8)
}

// citation sets a title and the bracket with its source. The bracket stands in the title's last
// line if all of it fits there, else below the title.
func (c *Flow) citation(text string) {
	name, bracket := splitCitation(text)
	title, source := c.citePens()
	// as one paragraph, the punctuation between title and bracket is squeezed
	both := typeset.Paragraph{Spans: []typeset.Span{title.Span(name)}, Measure: c.W}
	if bracket != "" {
		one := both
		one.Spans = []typeset.Span{title.Span(name), source.Span(bracket)}
		if c.sameLine(one) {
			both, bracket = one, ""
		}
	}
	c.Add(both, title, page.Black).Inks = []page.Ink{page.Black, page.Ink2}[:len(both.Spans)]
	if bracket != "" {
		c.Add(typeset.Paragraph{Spans: []typeset.Span{source.Span(bracket)}, Measure: c.W}, source, page.Ink2)
	}
}

// sameLine reports whether a paragraph's last line holds the end of its first span and all of its
// second one.
func (c *Flow) sameLine(par typeset.Paragraph) bool {
	lines := c.Draft.Setter.Lines(par)
	last := lines[len(lines)-1].Glyphs
	return len(last) > 0 && last[0].Span == 0
}

// citePens returns the styles of a citation's title and its bracket.
func (c *Flow) citePens() (title, source build.Pen) {
	t, s := c.GrownTo(33, 31, MostRecord), c.PickBodySize(30, 28)
	if c.Narrow() {
		t, s = page.Scale(c.BodySize(28), c.growth(MostRecord)), c.BodySize(27)
	}
	return build.Pen{Face: fonts.SerifBold, Size: t, Leading: 1.45}, build.Pen{Face: fonts.SansRegular, Size: s, Leading: 1.45}
}

// splitCitation splits a citation of the form 《…》（…） before its bracket. Any other is all title:
// a notice without 《》, or a bracket within the name, as in 《…条例（试行）》.
func splitCitation(text string) (name, bracket string) {
	at := strings.Index(text, "》（")
	if strings.HasPrefix(text, "《") && at >= 0 && strings.HasSuffix(text, "）") {
		at += len("》")
		return text[:at], text[at:]
	}
	return text, ""
}
