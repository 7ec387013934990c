package main

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)

// state returns a state with sample rows of these numbers, two to a category.
func state(t testing.TB, numbers ...int) session.State {
	t.Helper()
	files := []catalogue.File{{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n")}}
	for i, n := range numbers {
		text := fmt.Sprintf("number = %d\ncategory = \"示例%d\"\ncontent = \"示例文字\"\n", n, i/2)
		files = append(files, catalogue.File{Path: fmt.Sprintf("items/%d.toml", n), Data: []byte(text)})
	}
	c, problems := catalogue.Parse(files)
	if c == nil && len(numbers) > 0 {
		t.Fatal(problems)
	}
	return session.Step(session.Start(noon, true), noon, session.Content{Catalogue: c})
}

func TestPick(t *testing.T) {
	st := state(t, 1, 2, 40, 123)
	for names, want := range map[string]string{
		"": "attract-index attract-group-01 attract-01 attract-02 attract-group-40 attract-40 attract-123 home category-01 category-40 item-01 item-02 item-40 item-123 " +
			"search notices accessibility idle-warning takeaway-01 takeaway-02 takeaway-40 takeaway-123 preparing night",
		"home":             "home",
		"item":             "item-01 item-02 item-40 item-123",
		"item:2":           "item-02",
		"item:123":         "item-123",
		"category:40":      "category-40",
		"attract:40":       "attract-40",
		"attract:3":        "没有画面“attract:3”：内容里没有这一项",
		"attract:index":    "attract-index",
		"attract:group":    "attract-group-01 attract-group-40",
		"attract:group:40": "attract-group-40",
		"attract:notice":   "没有画面“attract:notice”：现在显示的公告没有这么多",
		"attract:urgent":   "没有画面“attract:urgent”：现在没有紧急公告",
		"attract:home":     "没有叫“attract:home”的画面",
		"urgent":           "没有画面“urgent”：现在没有紧急公告",
		"item:2 item home": "home item-01 item-02 item-40 item-123", // each once, in the design's order
		"preparing":        "preparing",
		"item:3":           "没有画面“item:3”：内容里没有这一项",
		"item:":            "没有叫“item:”的画面",
		"item:-1":          "没有画面“item:-1”：内容里没有这一项",
		"home:1":           "没有叫“home:1”的画面",
		"it":               "没有叫“it”的画面",
		"search":           "search",
		"search:CJ search": "search search-CJ",
		"search:cj":        "没有叫“search:cj”的画面",
		"search:":          "没有叫“search:”的画面",
		"notice":           "没有画面“notice”：现在显示的公告没有这么多",
		"notice:2":         "没有画面“notice:2”：现在显示的公告没有这么多",
		"notices night":    "notices night",
		"takeaway:40":      "takeaway-40",
		"proof:2 proof:1":  "proof-01 proof-02",
		"home proof:2":     "home proof-02",
	} {
		shots, err := pick(st, strings.Fields(names))
		var got []string
		for _, sh := range shots {
			got = append(got, sh.name)
		}
		said := strings.Join(got, " ")
		if err != nil {
			said, _, _ = strings.Cut(err.Error(), "；")
		}
		if said != want {
			t.Errorf("%q: %s, want %s", names, said, want)
		}
	}
}

// TestPickNotices names the pictures of notices: a pinned one has a slide, however often the carousel shows it, and
// urgent ones have the carousel to themselves.
func TestPickNotices(t *testing.T) {
	for _, c := range []struct{ second, names, want string }{
		{"pinned = true", "attract", "attract-index attract-group-01 attract-01 attract-notice-01 attract-02 attract-notice-02"},
		{"pinned = true", "attract:notice:2 notice:1", "attract-notice-02 notice-01"},
		{"urgent = true\nexpire = 2026-03-14", "attract urgent", "attract-urgent-01 urgent"},
		{"urgent = true\nexpire = 2026-03-14", "attract:urgent", "attract-urgent-01"},
	} {
		st := state(t, 1, 2)
		files := []catalogue.File{{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n")}}
		for n := range 2 {
			files = append(files, catalogue.File{Path: fmt.Sprintf("items/%d.toml", n), Data: fmt.Appendf(nil, "number = %d\ncategory = \"示例\"\ncontent = \"示例文字\"\n", n+1)})
		}
		for i, extra := range []string{"", c.second} {
			files = append(files, catalogue.File{Path: fmt.Sprintf("notices/%d.toml", i), Data: fmt.Appendf(nil, "title = \"示例%d\"\ndate = 2026-03-12\n%s\n", i, extra)})
		}
		content, problems := catalogue.Parse(files)
		shots, err := pick(session.Step(st, noon, session.Content{Catalogue: content}), strings.Fields(c.names))
		var got []string
		for _, sh := range shots {
			got = append(got, sh.name)
		}
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%s, %q: %v (%v, %v), want %s", c.second, c.names, got, err, problems, c.want)
		}
	}
}

// TestShotsAtRest checks that without content home is the preparing screen, and that no picture moves.
func TestShotsAtRest(t *testing.T) {
	for _, sh := range shotsOf(state(t)) {
		if sh.state.View.Kind != session.Preparing {
			t.Errorf("%s shows %v", sh.name, sh.state.View.Kind)
		}
	}
	moving := session.Step(state(t, 1, 2), noon, session.GoHome{})
	for _, sh := range shotsOf(moving) {
		if sh.state.Motion.Kind != session.Still {
			t.Errorf("%s moves", sh.name)
		}
	}
}

func TestSize(t *testing.T) {
	for text, want := range map[string]image.Point{
		"1080x1920": {1080, 1920}, "240x240": {240, 240}, "8192x8192": {8192, 8192},
		"239x500": {}, "500x8193": {}, "1080": {}, "1080x": {}, "x": {}, "1080X1920": {}, "1080x1920x3": {}, "-540x960": {},
		"99999999999999999999x500": {},
	} {
		var got size
		err := got.UnmarshalText([]byte(text))
		if image.Point(got) != want || (err == nil) != (want != image.Point{}) {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
}

func TestMoment(t *testing.T) {
	zone := time.FixedZone("", 8*3600)
	for _, c := range []struct {
		text    string
		want    time.Time
		trusted bool
	}{
		{"2026-10-01T08:00", time.Date(2026, 10, 1, 8, 0, 0, 0, zone), true},
		{"none", noon, false},
	} {
		var m moment
		if err := m.UnmarshalText([]byte(c.text)); err != nil {
			t.Errorf("%s: %v", c.text, err)
		}
		if got, trusted := m.resolve(noon, zone); !got.Equal(c.want) || trusted != c.trusted || got.Location() != zone {
			t.Errorf("%s: %v, %v", c.text, got, trusted)
		}
	}
	if got, trusted := new(moment).resolve(noon, zone); !got.Equal(noon) || !trusted {
		t.Errorf("not given: %v, %v", got, trusted)
	}
	for _, bad := range []string{"", "2026-02-30T08:00", "2026-10-01", "08:00", "None"} {
		if new(moment).UnmarshalText([]byte(bad)) == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}
