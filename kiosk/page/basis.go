package page

import (
	"strings"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// basis sets 公开依据, a citation an element, below a hairline if it is ruled.
func (c *flow) basis(cell catalogue.Cell, ruled bool) {
	if len(cell) == 0 {
		return
	}
	defer c.begin("basis")()
	if ruled {
		c.line(c.hair(), Line)
	}
	c.y += c.pick(20, 15)
	label := c.label28(fonts.SansRegular, 1.3, .04)
	c.label(c.on, "公开依据", label, c.x, c.y, Ink2)
	c.y += label.line() + c.px(6)
	for _, e := range cell {
		top := c.y
		c.y += c.px(5)
		c.citation(e.Text)
		c.y += c.px(5)
		c.box("basis.item", c.since(top))
	}
	c.y += c.px(24)
}

// citation sets a title and the bracket that says where it was published. The
// bracket stands in the title's last line if it fits there whole, else below it.
func (c *flow) citation(text string) {
	name, bracket := cite(text)
	title, source := c.citePens()
	// one paragraph if possible: the marks where title and bracket meet share their room
	both := typeset.Paragraph{Spans: []typeset.Span{title.span(name)}, Measure: c.w}
	if bracket != "" {
		one := both
		one.Spans = []typeset.Span{title.span(name), source.span(bracket)}
		if c.sameLine(one) {
			both, bracket = one, ""
		}
	}
	c.add(both, title, Black).Inks = []Ink{Black, Ink2}[:len(both.Spans)]
	if bracket != "" {
		c.add(typeset.Paragraph{Spans: []typeset.Span{source.span(bracket)}, Measure: c.w}, source, Ink2)
	}
}

// sameLine reports whether the second span of a paragraph is within its last line,
// behind the end of the first.
func (c *flow) sameLine(par typeset.Paragraph) bool {
	lines := c.build.set.Lines(par)
	last := lines[len(lines)-1].Glyphs
	return len(last) > 0 && last[0].Span == 0
}

// citePens returns the styles of a citation's title and its bracket.
func (c *flow) citePens() (title, source pen) {
	t, s := c.bodyPick(33, 31), c.bodyPick(30, 28)
	if c.narrow() {
		t, s = c.body(28), c.body(27)
	}
	return pen{face: fonts.SerifBold, size: t, leading: 1.45}, pen{face: fonts.SansRegular, size: s, leading: 1.45}
}

// cite cuts a citation before the bracket that ends it: 《…》（…）. What has no such
// form is all title: a notice without 《》, or a bracket within the name, as in
// 《…条例（试行）》.
func cite(text string) (name, bracket string) {
	at := strings.Index(text, "》（")
	if strings.HasPrefix(text, "《") && at >= 0 && strings.HasSuffix(text, "）") {
		at += len("》")
		return text[:at], text[at:]
	}
	return text, ""
}
