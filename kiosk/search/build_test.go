package search

import (
	"slices"
	"testing"

	"gongkai/kiosk/catalogue"
)

func TestFold(t *testing.T) {
	for r, want := range map[rune]rune{
		'a': 'a', 'Z': 'z', 'Ａ': 'a', '７': '7', '〇': '〇', '残': '残', 'é': 'é', '㈠': '㈠',
		'⼈': '人', '⺠': '民', '\uf9dc': '隆', '\U0002f800': '丽', '①': '①', '㎡': -1,
		'，': clauseEnd, '、': clauseEnd, ';': clauseEnd, '！': clauseEnd, '—': clauseEnd,
		'（': -1, '《': -1, '”': -1, '-': -1, ' ': -1, '　': -1, '\n': -1, '＋': -1,
	} {
		if got, ok := fold(r); ok != (want >= 0) || ok && got != want {
			t.Errorf("%q: %q, counts %v", r, got, ok)
		}
	}
}

// TestTablesShareTexts: a text that occurs in many places is kept once, with all its places.
func TestTablesShareTexts(t *testing.T) {
	guide := []catalogue.Guide{{Heading: "示例", Body: "依据\n示例"}, {Heading: "依据"}}
	c := &catalogue.Catalogue{Items: []catalogue.Item{
		{Title: "示例", Category: "类", Content: catalogue.Cell{{Text: "依据"}, {Text: "示例"}}},
		{Category: "类", Basis: catalogue.Cell{{Text: "依据"}}, Guides: guide},
	}}
	x := build(c)
	places := map[string][]place{}
	for i := range x.starts[1:] {
		text := ""
		for _, code := range x.text(i) {
			text += string(x.chars[code].rune)
		}
		if places[text] != nil {
			t.Errorf("%s is kept twice", text)
		}
		places[text] = x.placesOf(i)
	}
	for text, want := range map[string][]place{
		"示例": {{0, 0, Title}, {0, 1, Content}, {1, 0, Guide}, {1, 2, Guide}},
		"类":  {{0, 0, Category}, {1, 0, Title}}, // without a title the category is the heading
		"依据": {{0, 0, Content}, {1, 0, Basis}, {1, 1, Guide}, {1, 3, Guide}},
	} {
		if !slices.Equal(places[text], want) {
			t.Errorf("%s is at %v, want %v", text, places[text], want)
		}
	}
	if len(places) != 3 {
		t.Errorf("texts: %v", places)
	}
}
