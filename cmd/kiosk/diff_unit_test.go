package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// TestLineChanges: the kept and the removed lines are the old text, the kept and the added ones the new.
func TestLineChanges(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func() (lines []string) {
		for range random.IntN(12) {
			lines = append(lines, string('a'+rune(random.IntN(4))))
		}
		return lines
	}
	for range 2000 {
		before, after := text(), text()
		var old, fresh []string
		for _, l := range lineChanges(before, after) {
			if l.mark != '+' {
				old = append(old, l.text)
			}
			if l.mark != '-' {
				fresh = append(fresh, l.text)
			}
		}
		if !slices.Equal(old, before) || !slices.Equal(fresh, after) {
			t.Fatalf("%q to %q: %q, %q", before, after, old, fresh)
		}
	}
}

// TestFewestChanges: what is the same isn't shown as changed, and a text that is too long is shown as replaced.
func TestFewestChanges(t *testing.T) {
	shown := func(before, after string) string {
		var b strings.Builder
		for _, l := range lineChanges(strings.Fields(before), strings.Fields(after)) {
			b.WriteString(string(l.mark) + l.text)
		}
		return b.String()
	}
	for _, c := range []struct{ before, after, want string }{
		{"a b c", "a b c", " a b c"}, {"a b c", "a x c", " a-b+x c"}, {"a b c", "b c d", "-a b c+d"}, {"", "a", "+a"}, {"a", "", "-a"},
	} {
		if got := shown(c.before, c.after); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.before, c.after, got, c.want)
		}
	}
	long := lineChanges(slices.Repeat([]string{"a", "b"}, maxCompared), slices.Repeat([]string{"c", "b", "d"}, maxCompared))
	if len(long) != 5*maxCompared {
		t.Errorf("%d lines", len(long))
	}
}

// TestPairs: an item that is renumbered or renamed is the same one, and a notice whose file is renamed too.
func TestPairs(t *testing.T) {
	item := func(n int, category, title string) catalogue.Item {
		return catalogue.Item{Number: n, Category: category, Title: title}
	}
	of := func(items ...catalogue.Item) *catalogue.Catalogue { return &catalogue.Catalogue{Items: items} }
	for _, c := range []struct {
		name   string
		before *catalogue.Catalogue
		after  *catalogue.Catalogue
		want   string
	}{
		{"put in the middle", of(item(1, "甲", "一"), item(2, "甲", "二")), of(item(1, "甲", "一"), item(2, "乙", "新"), item(3, "甲", "二")), "改事项 03　二 新事项 02　新"},
		{"renamed", of(item(1, "甲", "一")), of(item(1, "甲", "壹")), "改事项 01　壹"},
		{"gone", of(item(1, "甲", "一"), item(2, "甲", "二")), of(item(2, "甲", "二")), "去事项 01　一"},
		{"the same", of(item(1, "甲", "一")), of(item(1, "甲", "一")), ""},
	} {
		var got []string
		for _, ch := range changesOf(c.before, c.after, time.Time{}) {
			got = append(got, ch.mark+ch.what)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, " "), c.want)
		}
	}
	a := &catalogue.Catalogue{Notices: []catalogue.Notice{{File: "notices/a.toml", Title: "停水"}}}
	b := &catalogue.Catalogue{Notices: []catalogue.Notice{{File: "notices/b.toml", Title: "停水"}}}
	if got := changesOf(a, b, time.Time{}); len(got) != 0 {
		t.Errorf("a renamed file: %v", got)
	}
}

// TestEndedNotices: a notice that has ended on both sides differs in nothing, and one that is prolonged is new.
func TestEndedNotices(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 12, d, 0, 0, 0, 0, time.UTC) }
	of := func(body string, expire time.Time) *catalogue.Catalogue {
		return &catalogue.Catalogue{Notices: []catalogue.Notice{{File: "notices/a.toml", Title: "停水", Body: body, Expire: expire}}}
	}
	for _, c := range []struct {
		name          string
		before, after *catalogue.Catalogue
		now           time.Time
		want          string
	}{
		{"ended on both sides", of("一", day(3)), of("二", day(3)), day(3), ""},
		{"on air", of("一", day(3)), of("二", day(3)), day(2), "改"},
		{"prolonged", of("一", day(3)), of("一", day(9)), day(5), "新"},
		{"no clock", of("一", day(3)), of("二", day(3)), time.Time{}, "改"},
	} {
		got := ""
		for _, ch := range changesOf(c.before, c.after, c.now) {
			got += ch.mark
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestDiffSeesWhatResidentsSee: changes that leave every field's first of its name as it was.
func TestDiffSeesWhatResidentsSee(t *testing.T) {
	item := func(change func(*catalogue.Item)) *catalogue.Catalogue {
		it := catalogue.Item{Number: 1, Category: "甲", Levels: []string{"县级", "社区"}, Contact: catalogue.Contact{Map: catalogue.Image{Name: "a.png"}, Marked: true, At: [2]float64{.1234, .5}},
			Guides: []catalogue.Guide{{Heading: "条件", Body: "1"}, {Heading: "材料", Body: "2"}, {Heading: "条件", Body: "3"}}}
		change(&it)
		return &catalogue.Catalogue{Items: []catalogue.Item{it}}
	}
	notices := func(files ...string) *catalogue.Catalogue {
		c := &catalogue.Catalogue{}
		for _, f := range files {
			c.Notices = append(c.Notices, catalogue.Notice{File: f, Title: f, Publish: time.Date(2026, 12, 1, 8, 0, len(files), 0, time.UTC)})
		}
		return c
	}
	for _, c := range []struct {
		name          string
		before, after *catalogue.Catalogue
		want          string
	}{
		{"the same", item(func(*catalogue.Item) {}), item(func(*catalogue.Item) {}), ""},
		{"the second guide of a heading", item(func(*catalogue.Item) {}), item(func(it *catalogue.Item) { it.Guides[2].Body = "改了" }), "办事指南“条件”（第 2 节）"},
		{"guides in another order", item(func(*catalogue.Item) {}), item(func(it *catalogue.Item) { it.Guides[0], it.Guides[1] = it.Guides[1], it.Guides[0] }), "办事指南的先后"},
		{"a guide more", item(func(*catalogue.Item) {}), item(func(it *catalogue.Item) { it.Guides = append(it.Guides, catalogue.Guide{Heading: "时限"}) }), "办事指南“时限”"},
		{"an order that elements have", item(func(it *catalogue.Item) { it.Content = catalogue.Cell{{Text: "材料"}, {Text: "条件"}} }),
			item(func(it *catalogue.Item) {
				it.Content = catalogue.Cell{{Text: "材料"}, {Text: "条件"}}
				it.Guides[0], it.Guides[1] = it.Guides[1], it.Guides[0]
			}), ""},
		{"a level of two names", item(func(*catalogue.Item) {}), item(func(it *catalogue.Item) { it.Levels = []string{"县级、社区"} }), "公开层级"},
		{"a place on the plan", item(func(*catalogue.Item) {}), item(func(it *catalogue.Item) { it.Contact.At[0] = .12341 }), "平面图"},
		{"notices in another order", notices("甲", "乙"), notices("乙", "甲"), "公告的先后"},
		{"a notice between", notices("甲", "乙", "丙"), notices("甲", "丁", "乙"), ""},
		{"seconds", notices("甲"), func() *catalogue.Catalogue {
			c := notices("甲")
			c.Notices[0].Publish = c.Notices[0].Publish.Add(time.Second)
			return c
		}(), "上屏"},
	} {
		var got []string
		for _, ch := range changesOf(c.before, c.after, time.Time{}) {
			for _, f := range ch.fields {
				got = append(got, f.name)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, " "), c.want)
		}
	}
}
