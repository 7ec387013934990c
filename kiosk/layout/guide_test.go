package layout

import (
	"fmt"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// sampleGuide is an item with elements and sections, all plainly samples.
func sampleGuide(t *testing.T, content []string, headings ...string) session.State {
	st := item(4)(t)
	it := &st.Catalogue.Items[3]
	it.Content = nil
	for _, e := range content {
		it.Content = append(it.Content, catalogue.Element{Text: strings.TrimSpace(e), Depth: len(e) - len(strings.TrimLeft(e, " "))})
	}
	for _, h := range headings {
		it.Guides = append(it.Guides, catalogue.Guide{Heading: h, Body: "示例"})
	}
	return st
}

// tabEvents are what the tabs of a page do, in reading order.
func tabEvents(p *page.Page) string {
	var all []string
	for _, t := range p.Targets {
		if t.Name == "tab" {
			all = append(all, fmt.Sprint(t.Event.(session.Choose).Tab))
		}
	}
	return strings.Join(all, " ")
}

func TestTabs(t *testing.T) {
	for _, c := range []struct {
		what     string
		content  []string
		headings []string
		tab      int
		cells    int    // of the grids
		events   string // the sections that can be chosen
	}{
		{"in the elements' order, the chosen one apart", []string{"办理依据、", "办理条件"}, []string{"办理条件", "办理依据"}, 0, 2, "1"},
		{"an element without a section is no tab", []string{"办理依据、", "办理条件、", "办理地点等"}, []string{"办理地点", "办理依据"}, 1, 2, "0"},
		{"a section of no element stands behind", []string{"办理依据"}, []string{"示例问答", "办理依据"}, 1, 2, "0"},
		{"two sections of one name", []string{"办理依据"}, []string{"办理依据", "办理依据"}, 0, 2, "1"},
		{"what is chosen is never beyond the last", []string{"办理依据、", "办理条件"}, []string{"办理依据", "办理条件"}, 9, 2, "0"},
		{"prose stays prose", []string{strings.Repeat("示例长文字", 30), "办理依据"}, []string{"办理依据", "示例问答"}, 0, 2, "1"},
		{"in a cell with brackets", []string{"示例情形（包括", "  示例甲，", "  示例乙）、", "办理依据、", "办理条件"}, []string{"办理条件", "示例问答"}, 0, 2, "1"},
		{"no heading", []string{"办理依据"}, []string{"", "办理依据"}, 1, 2, "0"},
	} {
		st := sampleGuide(t, c.content, c.headings...)
		st.View.Tab = c.tab
		p := laid(st, 1080, 1920)
		n := 0
		for _, b := range p.Boxes {
			if b.Name == "tab" {
				n++
			}
		}
		if got := tabEvents(p); n != c.cells || got != c.events {
			t.Errorf("%s: %d cells, events %q, want %d and %q", c.what, n, got, c.cells, c.events)
		}
	}
}

// TestGuideWalk walks pages with twelve sections of long headings and texts, with links
// of all lengths.
func TestGuideWalk(t *testing.T) {
	st := item(6)(t)
	it := &st.Catalogue.Items[5]
	for i := range 12 {
		it.Guides = append(it.Guides, catalogue.Guide{Heading: strings.Repeat("示例标题", i+1), Body: strings.Repeat("示例文字", 10*i) + "\n1. 示例第一步\n2. 示例第二步"})
	}
	for _, link := range []string{"", "https://example.com", "https://example.com/" + strings.Repeat("a", 1900)} {
		it.Link = link
		for _, tab := range []int{0, 11} {
			st.View.Tab = tab
			for _, size := range sizes {
				for _, m := range []session.Mode{{Text: 1}, {Text: 1.3, LowReach: true}, {Text: 2, Contrast: true}} {
					st.Mode = m
					t.Run(fmt.Sprint(len(link), tab, size, m), func(t *testing.T) {
						w := walk{T: t, p: laid(st, size.X, size.Y)}
						w.layers()
						w.texts()
						w.targets()
						if len(tabEvents(w.p)) == 0 {
							t.Error("no tab can be chosen")
						}
					})
				}
			}
		}
	}
}

// A link without a guide is shown all the same.
func TestLinkAlone(t *testing.T) {
	st := item(9)(t)
	st.Catalogue.Items[8].Link = "https://example.com/示例"
	if n := len(codes(laid(st, 1080, 1920))); n != 1 {
		t.Errorf("%d codes", n)
	}
	st.Catalogue.Items[8].Link = ""
	if n := len(codes(laid(st, 1080, 1920))); n != 0 {
		t.Errorf("%d codes without a link", n)
	}
}

func codes(p *page.Page) (all []*page.Code) {
	for _, l := range p.Layers {
		for _, it := range l.Items {
			if c, ok := it.(*page.Code); ok {
				all = append(all, c)
			}
		}
	}
	return all
}
