package record

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// tab is a cell of the grid above a section of 办事指南.
type tab struct {
	text  string // the element's that the section is about, without its mark, or the section's title
	guide int    // index of the section
}

// guideTabs assigns a guide's sections to tabs.
type guideTabs struct {
	guides []catalogue.Guide
	*catalogue.Tabs
}

// of returns the tabs of the elements that have a section.
func (g *guideTabs) of(cell catalogue.Cell) (tabs []tab) {
	for _, e := range cell {
		if i := g.Take(e); i >= 0 {
			body, _ := splitClosing(e.Text)
			tabs = append(tabs, tab{body, i})
		}
	}
	return tabs
}

// rest returns the tabs of the sections without an element.
func (g *guideTabs) rest() (tabs []tab) {
	for _, i := range g.Rest() {
		tabs = append(tabs, tab{g.guides[i].Name(), i})
	}
	return tabs
}

// chosenTab returns the index of the open section, at first 0.
func chosenTab(b *build.Draft, it *catalogue.Item) int {
	return min(max(b.State.View.Tab, 0), len(it.Guides)-1)
}

// tabs sets a grid of tabs, three in a row.
func (c *Flow) tabs(tabs []tab, chosen int) {
	const columns = 3
	gap := c.Px(16)
	w := (c.W - (columns-1)*gap) / columns
	c.Y += gap
	sizes := c.tabSizes(tabs, w-c.Px(16))
	for at := 0; at < len(tabs); at += columns {
		row := tabs[at:min(at+columns, len(tabs))]
		h := c.Pick(104, 96)
		if c.Draft.Large() {
			h = c.Px(112)
		}
		set := make([]build.Block, len(row))
		for i, t := range row {
			set[i] = c.tabText(t, w-c.Px(16), sizes, t.guide == chosen)
			h = max(h, set[i].Height()+c.Px(16))
		}
		for i, t := range row {
			c.tab(t, set[i], w-c.Px(16), page.Area(c.X+fixed.Int26_6(i)*(w+gap), c.Y, w, h), chosen)
		}
		c.Y += h + gap
	}
	c.Y -= gap
}

// tabSizes returns the sizes to try for tabs. Large tabs share one size: the smaller one if any
// would need a second line in the larger.
func (c *Flow) tabSizes(tabs []tab, measure fixed.Int26_6) []fixed.Int26_6 {
	sizes := []fixed.Int26_6{c.ControlSize(34), c.ControlSize(28)}
	if !c.Draft.Large() {
		return sizes
	}
	for _, t := range tabs {
		if s := c.tabText(t, measure, sizes[:1], true); s.Lines() > 1 {
			return sizes[1:]
		}
	}
	return sizes
}

// tabText sets a tab's words in the first size that makes one line, else in two lines of the last one, as the
// section's title has the rest.
func (c *Flow) tabText(t tab, measure fixed.Int26_6, sizes []fixed.Int26_6, chosen bool) build.Block {
	p := build.Pen{Face: fonts.SansMedium, Leading: 1.2}
	if chosen {
		p.Face = fonts.SansBold
	}
	var s build.Block
	for _, size := range sizes {
		p.Size = size
		par := build.Official(t.text, p, measure)
		par.Align, par.MaxLines = typeset.Center, 2
		if s = c.Block(par, p, page.Black); s.Lines() == 1 {
			break
		}
	}
	return s
}

// tab paints a tab. The chosen one is filled and no target.
func (c *Flow) tab(t tab, s build.Block, measure fixed.Int26_6, r fixed.Rectangle26_6, chosen int) {
	c.Box("tab", r)
	look, radius := page.Look{Ink: page.Black}, c.Px(6)
	if t.guide == chosen {
		look.Ink = page.Paper
		c.On.Fill(r, page.Red).Radius = radius
	} else {
		look.Down = page.OnLeaf
		look.Target = c.Outlined(c.On, "tab", r, radius, c.Rule(2), page.Black, session.Choose{Tab: t.guide}).Target
	}
	s.InLook(look, nil).Paint(c.Draft, c.On, (r.Min.X+r.Max.X-measure)/2, (r.Min.Y+r.Max.Y-s.Height())/2)
}
