package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// tab is a cell of the grid that leads to the sections of 办事指南: an element of 公开内容, a
// section, or both where they have the same name.
type tab struct {
	text  string
	guide int // index of the section; -1: an element that has none, which is text alone
}

// guideTabs makes tabs of the sections of a guide.
type guideTabs struct {
	guides []catalogue.Guide
	*catalogue.Tabs
}

// of returns the tabs of a run of elements.
func (g *guideTabs) of(cell catalogue.Cell) (tabs []tab) {
	for _, e := range cell {
		tabs = append(tabs, tab{e.Text, g.Take(e)})
	}
	return tabs
}

// rest returns the tabs of the sections that no element has the name of.
func (g *guideTabs) rest() (tabs []tab) {
	for _, i := range g.Rest() {
		tabs = append(tabs, tab{g.guides[i].Name(), i})
	}
	return tabs
}

// chosenTab returns the section that is open: the first unless another was chosen.
func (b *build) chosenTab(it *catalogue.Item) int {
	return min(max(b.state.View.Tab, 0), len(it.Guides)-1)
}

// tabs sets a grid of tabs, three a row.
func (c *flow) tabs(tabs []tab, chosen int) {
	const columns = 3
	gap := c.px(16)
	w := (c.w - (columns-1)*gap) / columns
	c.y += gap
	sizes := c.tabSizes(tabs, w-c.px(16))
	for at := 0; at < len(tabs); at += columns {
		row := tabs[at:min(at+columns, len(tabs))]
		h := c.pick(104, 96)
		if c.build.large() {
			h = c.px(112)
		}
		set := make([]wording, len(row))
		for i, t := range row {
			set[i] = c.tabText(t, w-c.px(16), sizes, t.guide == chosen)
			h = max(h, set[i].h+c.px(16))
		}
		for i, t := range row {
			c.tab(t, set[i], rect(c.x+fixed.Int26_6(i)*(w+gap), c.y, w, h), chosen)
		}
		c.y += h + gap
	}
	c.y -= gap
}

// tabSizes returns the sizes in which tabs are tried. All large ones have the same: the smaller
// where one of them would need a second line.
func (c *flow) tabSizes(tabs []tab, measure fixed.Int26_6) []fixed.Int26_6 {
	sizes := []fixed.Int26_6{c.control(34), c.control(28)}
	if !c.build.large() {
		return sizes
	}
	for _, t := range tabs {
		if s := c.tabText(t, measure, sizes[:1], true); s.h > s.pen.line() {
			return sizes[1:]
		}
	}
	return sizes
}

// tabText sets a tab's words: smaller where they are many, and whole in two lines at
// least; the section's title has the rest.
func (c *flow) tabText(t tab, measure fixed.Int26_6, sizes []fixed.Int26_6, chosen bool) wording {
	p := pen{face: fonts.SansMedium, leading: 1.2}
	if chosen {
		p.face = fonts.SansBold
	}
	var s wording
	for _, size := range sizes {
		p.size = size
		s = wording{par: official(t.text, p, measure), pen: p}
		s.par.Align = typeset.Center
		if t.guide >= 0 {
			s.par.MaxLines = 2
		}
		lines := c.build.set.Lines(s.par)
		s.h = p.line() * fixed.Int26_6(len(lines))
		if len(lines) == 1 {
			break
		}
	}
	return s
}

// tab paints a tab: the chosen one is filled, and there is nothing to press on it. The
// mark that closes an element is official text like the rest of it.
func (c *flow) tab(t tab, s wording, r fixed.Rectangle26_6, chosen int) {
	c.box("tab", r)
	look, radius := Look{Ink: Black}, c.px(6)
	switch {
	case t.guide < 0:
	case t.guide == chosen:
		look.Ink = Paper
		c.on.fill(r, Red).Radius = radius
	default:
		look.Down = OnLeaf
		look.Target = c.outlined(c.on, "tab", r, radius, c.rule(2), Black, session.Choose{Tab: t.guide}).target
	}
	x := (r.Min.X+r.Max.X-s.par.Measure)/2 + c.hang(s)
	text, _ := c.para(c.on, s.par, s.pen, x, (r.Min.Y+r.Max.Y-s.h)/2, look.Ink)
	text.Look = look
	if look.Ink == Black {
		text.Inks = quiet(text.Spans, Black)
	}
}

// hang returns the offset at which a tab's words are centred without the mark that
// closes them, if the mark has room beside them.
func (c *flow) hang(s wording) fixed.Int26_6 {
	spans := s.par.Spans
	if len(spans) < 2 || s.h > s.pen.line() {
		return 0
	}
	all := c.build.set.Width(spans...)
	mark := all - c.build.set.Width(spans[0])
	if all+mark > s.par.Measure {
		return 0
	}
	return mark / 2
}
