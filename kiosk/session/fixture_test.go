package session

import (
	"fmt"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
)

// morning is when the stories begin, in the middle of a minute.
var morning = time.Date(2026, 10, 1, 8, 0, 30, 0, time.FixedZone("CST", 8*3600))

// sample returns a catalogue of items 示例1 … by their numbers, two to a category:
// 1 and 2 are in A1, 3 and 4 in A3, and so on.
func sample(numbers ...int) *catalogue.Catalogue {
	c := &catalogue.Catalogue{Settings: catalogue.Settings{Dwell: 15 * time.Second, Return: 90 * time.Second}}
	for _, n := range numbers {
		c.Items = append(c.Items, catalogue.Item{
			Number:   n,
			Category: fmt.Sprintf("A%d", (n-1)/2*2+1),
			Title:    fmt.Sprintf("示例%d", n),
			Content:  catalogue.Cell{{Text: strings.Repeat("字", n)}},
		})
	}
	return c
}

// notation returns a state's screen as the stories write it, with the scroll position in brackets.
func notation(s State) string {
	v := s.View
	base := v.Kind.String()
	switch v.Kind {
	case Attract:
		base += fmt.Sprint(":", SlideIndex(s))
	case Category:
		base += ":" + v.Category
	case Item:
		base += fmt.Sprint(":", v.Number)
	case Notice:
		base += ":" + v.Notice
	case Search:
		base += ":" + v.Query
	}
	if k := s.Top().Kind; k != NoSheet {
		base += "+" + k.String()
		if k == Urgent && s.Sheet.Part > 0 {
			base += fmt.Sprint(":", s.Sheet.Part)
		}
	}
	if v.Scroll != 0 {
		base += fmt.Sprintf("(%d)", v.Scroll)
	}
	return base
}

// opening returns an Open of a screen in the stories' notation.
func opening(screen string) Open {
	kind, arg, _ := strings.Cut(screen, ":")
	switch kind {
	case "home":
		return Open{Screen{Kind: Home}}
	case "category":
		return Open{Screen{Kind: Category, Category: arg}}
	case "search":
		return Open{Screen{Kind: Search}}
	case "notices":
		return Open{Screen{Kind: Notices}}
	case "notice":
		return Open{Screen{Kind: Notice, Notice: arg}}
	}
	var n int
	fmt.Sscan(arg, &n)
	return Open{Screen{Kind: Item, Number: n}}
}

// posted adds notices to a sample, each on air for an hour from o'clock on.
func posted(c *catalogue.Catalogue, hours ...int) *catalogue.Catalogue {
	for _, h := range hours {
		from := time.Date(2026, 10, 1, h, 0, 0, 0, time.UTC)
		c.Notices = append(c.Notices, catalogue.Notice{File: fmt.Sprint("n", h), Title: "示例", Publish: from, Expire: from.Add(time.Hour)})
	}
	return c
}

// urgent makes all of a sample's notices urgent.
func urgent(c *catalogue.Catalogue) *catalogue.Catalogue {
	for i := range c.Notices {
		c.Notices[i].Urgent = true
	}
	return c
}

// pinned pins the first n of a sample's notices.
func pinned(c *catalogue.Catalogue, n int) *catalogue.Catalogue {
	for i := range n {
		c.Notices[i].Pinned = true
	}
	return c
}
