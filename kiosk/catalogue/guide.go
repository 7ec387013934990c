package catalogue

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// The screen hands each section of 办事指南 to the element of 公开内容 that has its name, and puts the others behind
// as tabs of their own. So a section that no element has is nothing odd; one that is empty, one whose name is there
// twice, and one that misses its element by a letter are.

// Bounds of the search for the element that a section was meant for: of how many sections, among how many elements.
const (
	maxSections = 50
	maxElements = 200
	// longestName is how many characters of an element's name a fix repeats.
	longestName = 100
)

// guides checks the sections of an item.
func (c *checker) guides(f *itemFile) {
	for i := range f.Guides {
		g := &f.Guides[i]
		if blank(&g.Heading) && blank(&g.Body) {
			c.err("guide-empty", g.At, "[[guide]] 下面没有“heading”和“body”", "补上标题和正文，或删去这一节")
		}
		c.text("heading", &g.Heading, maxTitle)
		c.text("body", &g.Body, maxCell)
	}
	if !c.broken() && len(f.Guides) > 0 {
		c.oddGuides(f)
	}
}

// oddGuides warns of what the screen shows oddly.
func (c *checker) oddGuides(f *itemFile) {
	content := cell(f.Content.V)
	own, free := match(content, f.Guides)
	lines := make(map[string]int)
	for i := range f.Guides {
		g := &f.Guides[i]
		name := g.name()
		switch first, twice := lines[name]; {
		case twice && !own[i]:
			c.warn("guide-twice", g.place(), fmt.Sprintf("两节办事指南都叫“%s”，前一节在第 %d 行，屏幕上是两个同名的按钮", diag.Excerpt(name, 20), first), "两节的正文合成一节，或改其中一个 heading")
		case !own[i] && i < maxSections && tabbed(content):
			c.missed(g, name, free)
		}
		if blank(&g.Body) {
			c.warn("guide-no-body", g.place(), "“"+diag.Excerpt(name, 20)+"”这一节没有“body”（正文），屏幕上点开是空的", "补上正文，或删去这一节")
		}
		if _, known := lines[name]; !known {
			lines[name] = g.place().Line()
		}
	}
}

// heading returns a section's heading as the screen has it.
func (g *guideFile) heading() string {
	heading, _ := line(g.Heading.V)
	return heading
}

func (g *guideFile) name() string { return Guide{Heading: g.heading()}.Name() }

func (g *guideFile) place() diag.Spot {
	if g.Heading.Given() {
		return g.Heading.At
	}
	return g.At
}

// match returns the sections that an element has the name of, and the elements of no section.
func match(content Cell, guides []guideFile) (own map[int]bool, free []string) {
	headings := make([]string, len(guides))
	for i := range guides {
		headings[i] = guides[i].heading()
	}
	own = make(map[int]bool)
	tabs := NewTabs(headings)
	for _, e := range content {
		if i := tabs.Take(e); i >= 0 {
			own[i] = true
		} else if e.Depth == 0 && len(free) < maxElements {
			name, _ := Closing(e.Text)
			free = append(free, strings.TrimSuffix(name, "等"))
		}
	}
	return own, free
}

// tabbed reports whether elements are names: those of a cell with lists, or of one of short elements.
func tabbed(content Cell) bool { return content.Nested() || content.Longest() <= LongestTab }

// missed warns of a section whose name is nearly that of an element which has none.
func (c *checker) missed(g *guideFile, name string, free []string) {
	for _, e := range free {
		if letters(e) == letters(name) || utf8.RuneCountInString(name) >= 4 && diag.Suggest(name, []string{e}) != "" {
			c.warn("guide-name", g.place(), "“"+diag.Excerpt(name, 20)+"”和公开内容里的“"+diag.Excerpt(e, 20)+"”差一点，屏幕上点那个名目看不到这一节",
				"要对上就写成 heading = \""+diag.Excerpt(e, longestName)+"\"；本来是两回事就不用改")
			return
		}
	}
}

// letters returns a name's letters and digits alone, without 等 at its end.
func letters(name string) string {
	return strings.TrimSuffix(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, name), "等")
}
