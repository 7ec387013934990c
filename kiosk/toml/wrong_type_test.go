package toml

import (
	"strings"
	"testing"
	"time"
)

// TestTypeName: what messages call a value that the library read.
func TestTypeName(t *testing.T) {
	for in, want := range map[string]string{
		"\"a\"":                     "文字",
		"6":                         "整数",
		"1.3":                       "小数",
		"true":                      " true 或 false",
		"2026-03-01":                "日期",
		"2026-03-01T08:30:00":       "日期和时间",
		"08:30:00":                  "时间",
		"2026-03-01T08:30:00Z":      "带时区的时间",
		"2026-03-01T08:30:00+08:00": "带时区的时间",
		"[1]":                       "列表",
		"{a = 1}":                   "一节",
	} {
		tree, err := parse("x = " + in)
		if err != nil {
			t.Fatal(err)
		}
		if got := typeName(tree["x"]); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// TestWrongType: the fix shows the value in the type that its key takes, if what was meant is clear.
func TestWrongType(t *testing.T) {
	keys := fieldsOf(new(document))
	for _, c := range []struct{ key, in, fix string }{
		{"title", "6", `加上英文双引号，写成 "6"`},
		{"title", "1.50", `加上英文双引号，写成 "1.50"`},
		{"title", "true", `加上英文双引号，写成 "true"`},
		{"title", "2026-03-01", `加上英文双引号，写成 "2026-03-01"`},
		{"title", "2026-03-01T08:30:00", `加上英文双引号，写成 "2026-03-01T08:30"`},
		{"title", "08:30:00", `加上英文双引号，写成 "08:30"`},
		{"title", "[1]", `写成 title = "…"`},
		{"title", "{a = 1}", `写成 title = "…"`},
		{"number", `"6"`, "去掉引号，写成 6"},
		{"number", `" 6 "`, "去掉引号，写成 6"},
		{"number", `"六"`, "写成 number = 6"},
		{"number", "6.0", "写成 number = 6"},
		{"scale", `"1.3"`, "去掉引号，写成 1.3"},
		{"scale", "true", "写成 scale = 1.3"},
		{"pinned", "1", "写成 pinned = true"},
		{"pinned", `"true"`, "写成 pinned = true"},
		{"date", `"2026-03-01"`, "去掉引号，写成 2026-03-01"},
		{"date", `"2026年3月1日"`, "去掉引号，写成 2026-03-01"},
		{"date", `"2026-03-01 8:30"`, "去掉引号，写成 2026-03-01T08:30:00"},
		{"date", "20260301", "写成 2026-03-01"},
		{"date", `"20260301"`, "写成 2026-03-01"},
		{"date", "08:30:00", "写成 2026-03-01 或 2026-03-01T09:00:00，不加引号，不写时区"},
		{"date", "2026-03-01T08:30:00Z", "写成 2026-03-01 或 2026-03-01T09:00:00，不加引号，不写时区"},
		{"date", `"今天"`, "写成 2026-03-01 或 2026-03-01T09:00:00，不加引号，不写时区"},
	} {
		var d document
		_, problems := Decode("x.toml", []byte(c.key+" = "+c.in+"\n"), &d)
		if len(problems) != 1 || problems[0].Fix != c.fix || !strings.HasPrefix(problems[0].Message, keys.byKey(c.key).label()+"应是") {
			t.Errorf("%s = %s: %v, want %s", c.key, c.in, problems, c.fix)
		}
	}
}

// TestMoment: a time has a zone or none, and only one without is a Moment.
func TestMoment(t *testing.T) {
	for in, want := range map[string]Moment{
		"2026-03-01":                {time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), true},
		"2026-03-01T08:30:15":       {time.Date(2026, 3, 1, 8, 30, 15, 0, time.UTC), false},
		"2026-03-01 08:30:15.5":     {time.Date(2026, 3, 1, 8, 30, 15, 0, time.UTC), false},
		"2026-03-01T08:30:15+08:00": {},
		"08:30:15":                  {},
	} {
		var d document
		Decode("x.toml", []byte("date = "+in+"\n"), &d)
		if d.Date.V != want || d.Date.Given() != (want != Moment{}) {
			t.Errorf("%s: %+v, want %+v", in, d.Date.V, want)
		}
	}
}

// TestAbsentAndWrong: a key that is absent or has another type leaves its field alone, and its neighbours are filled.
func TestAbsentAndWrong(t *testing.T) {
	d := document{Title: Text{V: "before"}, Levels: []Text{{V: "before"}}, Number: Value[int64]{V: 9}}
	filled, problems := Decode("x.toml", []byte("title = 7\nscale = 2\ndays = [2026-03-01, 3, 2026-03-02]\n[[guide]]\nheading = 1\nbody = \"b\"\n"), &d)
	if !filled || len(problems) != 3 {
		t.Fatal(filled, problems)
	}
	if d.Title.V != "before" || d.Levels[0].V != "before" || d.Number.V != 9 || d.Title.Given() {
		t.Errorf("absent and wrong keys changed their fields: %+v", d)
	}
	if d.Scale.V != 2 || len(d.Days) != 2 || d.Days[1].V.Wall.Day() != 2 || d.Guides[0].Body.V != "b" || d.Guides[0].Heading.Given() {
		t.Errorf("right keys beside wrong ones: %+v", d)
	}
	before := d
	if filled, _ := Decode("x.toml", []byte("title = \"a\"\nnumber = ６\n"), &d); filled || d.Title != before.Title {
		t.Error("a file that can't be read changed the struct")
	}
}
