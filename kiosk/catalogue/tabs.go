package catalogue

import "strings"

// LongestTab is how many characters the elements of 公开内容 may have to be names, with which the
// headings of sections are compared.
const LongestTab = 24

// Name returns a section's title on the screen.
func (g Guide) Name() string {
	if g.Heading == "" {
		return "办事指南"
	}
	return g.Heading
}

// Tabs hands the sections of 办事指南 to the elements of 公开内容 that have their names: the
// screen sets their tabs in the order of the elements, and those of the other sections behind.
// It is the one rule that the screen and its check share.
type Tabs struct {
	taken  []bool
	byName map[string][]int // the sections of a heading, in order
}

// NewTabs returns the sections of these headings, none of them handed out.
func NewTabs(headings []string) *Tabs {
	t := &Tabs{make([]bool, len(headings)), make(map[string][]int)}
	for i, h := range headings {
		if h != "" {
			t.byName[h] = append(t.byName[h], i)
		}
	}
	return t
}

// TabsOf returns the sections of a guide, none of them handed out.
func TabsOf(guides []Guide) *Tabs {
	headings := make([]string, len(guides))
	for i, g := range guides {
		headings[i] = g.Heading
	}
	return NewTabs(headings)
}

// Find returns the index of the section about an element, -1 if there is none: the first one
// left of its name, but for the mark and the 等 that may close the element.
func (t *Tabs) Find(e Element) int {
	name, _ := Closing(e.Text)
	first := t.next(name)
	if short, ok := strings.CutSuffix(name, "等"); ok {
		if i := t.next(short); first < 0 || i >= 0 && i < first {
			first = i
		}
	}
	return first
}

// Take returns what Find does, and marks the section as taken.
func (t *Tabs) Take(e Element) int {
	i := t.Find(e)
	if i >= 0 {
		t.taken[i] = true
	}
	return i
}

// Any reports whether any element of a run has a section.
func (t *Tabs) Any(run Cell) bool {
	for _, e := range run {
		if t.Find(e) >= 0 {
			return true
		}
	}
	return false
}

// Rest returns the sections that were not handed out.
func (t *Tabs) Rest() (rest []int) {
	for i, taken := range t.taken {
		if !taken {
			rest = append(rest, i)
		}
	}
	return rest
}

// next returns the first section of a heading that is not handed out, -1 if there is none.
func (t *Tabs) next(heading string) int {
	waiting := t.byName[heading]
	for len(waiting) > 0 && t.taken[waiting[0]] {
		waiting = waiting[1:]
		t.byName[heading] = waiting
	}
	if len(waiting) == 0 {
		return -1
	}
	return waiting[0]
}
