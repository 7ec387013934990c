package catalogue

import (
	"slices"
	"testing"
)

// TestTabs: which section each element is the tab of, and which sections are left.
func TestTabs(t *testing.T) {
	for _, c := range []struct {
		name     string
		headings []string
		elements []string
		want     []int
		rest     []int
	}{
		{"the same name", []string{"条件", "流程"}, []string{"流程、", "条件，"}, []int{1, 0}, nil},
		{"no name in common", []string{"条件"}, []string{"流程、"}, []int{-1}, []int{0}},
		{"等 at the end", []string{"条件"}, []string{"条件等"}, []int{0}, nil},
		{"等 in both", []string{"条件等"}, []string{"条件等、"}, []int{0}, nil},
		{"with and without 等", []string{"条件", "条件等"}, []string{"条件等", "条件等"}, []int{0, 1}, nil},
		{"a heading twice", []string{"条件", "条件"}, []string{"条件", "条件", "条件"}, []int{0, 1, -1}, nil},
		{"an empty heading has no element", []string{""}, []string{"、", ""}, []int{-1, -1}, []int{0}},
	} {
		tabs := NewTabs(c.headings)
		var cell Cell
		for _, e := range c.elements {
			cell = append(cell, Element{Text: e})
		}
		if got := tabs.Any(cell); got != slices.ContainsFunc(c.want, func(i int) bool { return i >= 0 }) {
			t.Errorf("%s: any %v", c.name, got)
		}
		var got []int
		for _, e := range cell {
			got = append(got, tabs.Take(e))
		}
		if rest := tabs.Rest(); !slices.Equal(got, c.want) || !slices.Equal(rest, c.rest) {
			t.Errorf("%s: %v, left %v; want %v, left %v", c.name, got, rest, c.want, c.rest)
		}
	}
}

func TestSectionName(t *testing.T) {
	if got := (Guide{}).Name(); got != "办事指南" {
		t.Errorf("a section without a heading is called %s", got)
	}
	if got := (Guide{Heading: "条件"}).Name(); got != "条件" {
		t.Errorf("a section is called %s", got)
	}
}
