package diag

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
)

func TestString(t *testing.T) {
	for _, c := range []struct {
		p    Problem
		want string
	}{
		{Problem{File: "items/06.toml", Line: 3, Column: 1, Message: "甲", Fix: "乙"}, "items/06.toml:3:1: 错误：甲；改法：乙"},
		{Problem{File: "items/06.toml", Line: 3, Severity: Warning, Message: "甲", Fix: "乙"}, "items/06.toml:3: 提醒：甲；改法：乙"},
		{Problem{File: "items", Message: "甲"}, "items: 错误：甲"},
		{Problem{File: "items", Code: "kind", Severity: Hint, Message: "甲", Fix: "乙"}, "items: 提示：甲；改法：乙 [kind]"},
		{Problem{File: "items/a\nb\u202e\x1b.toml", Message: "甲"}, `items/a\nb\u202e\x1b.toml: 错误：甲`},
		{Problem{File: "items/\xb2\xd0 残　疾.toml", Message: "甲"}, `items/\xb2\xd0 残　疾.toml: 错误：甲`},
	} {
		if got := c.p.String(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func TestJSON(t *testing.T) {
	problems := []Problem{
		{File: "items/06.toml", Line: 3, Column: 1, Part: true, Code: "wrong-kind", Message: "甲“乙”", Fix: "丙"},
		{File: "items/\xff", Severity: Warning, Message: "甲"},
	}
	got, err := json.Marshal(problems)
	want := `[{"file":"items/06.toml","line":3,"column":1,"severity":"error","message":"甲“乙”","fix":"丙","code":"wrong-kind"},` +
		`{"file":"items/\\xff","line":0,"column":0,"severity":"warning","message":"甲","fix":"","code":""}]`
	if err != nil || string(got) != want {
		t.Errorf("%v\ngot  %s\nwant %s", err, got, want)
	}
}

func TestSortAndLimit(t *testing.T) {
	var problems []Problem
	for line := 2 * MaxPerFile; line > 0; line-- {
		problems = append(problems, Problem{File: "b", Line: line, Message: "甲"})
	}
	problems = append(problems,
		Problem{File: "a", Line: 1, Column: 2, Severity: Warning, Message: "丁"},
		Problem{File: "a", Line: 1, Column: 2, Message: "丙"},
		Problem{File: "a", Line: 1, Column: 1, Severity: Warning, Message: "乙"},
	)
	Sort(problems)
	kept := Limit(problems)
	if len(kept) != 3+MaxPerFile+1 {
		t.Fatalf("%d kept", len(kept))
	}
	if got := kept[0].Message + kept[1].Message + kept[2].Message; got != "乙丙丁" {
		t.Errorf("order %s", got)
	}
	want := "b:101: 错误：这个文件的问题太多，只列出前 100 处；改法：先改好上面列出的，再检查一次 [more-problems]"
	if got := kept[len(kept)-1].String(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// An error far behind a hundred warnings still breaks its file, and a second
// Limit changes nothing.
func TestLimitKeepsWhatBreaks(t *testing.T) {
	var problems []Problem
	for line := range 2 * MaxPerFile {
		problems = append(problems, Problem{File: "a", Line: line + 1, Severity: Warning, Message: "甲"})
	}
	problems[MaxPerFile+20] = Problem{File: "a", Line: MaxPerFile + 21, Part: true, Message: "乙"}
	problems[MaxPerFile+50] = Problem{File: "a", Line: MaxPerFile + 51, Message: "丙"}
	kept := Limit(problems)
	if n := len(kept); n != MaxPerFile+2 || kept[n-1].Message != "丙" || kept[n-2].Line != MaxPerFile+1 {
		t.Errorf("%d kept, the last %v", n, kept[n-2:])
	}
	if again := Limit(kept); !slices.Equal(again, kept) {
		t.Errorf("a second time %v", again[MaxPerFile:])
	}
}

// full is a disk with no space left.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriteTextReportsTheWritersError(t *testing.T) {
	if WriteText(full{}, []Problem{{File: "a"}}) == nil {
		t.Error("no error")
	}
}

func TestExcerpt(t *testing.T) {
	for _, c := range [][2]string{{"", ""}, {"残疾人", "残疾人"}, {"残疾人补", "残疾人……"}, {"a\nb", `a\nb`}} {
		if got := Excerpt(c[0], 3); got != c[1] {
			t.Errorf("%q gives %q, want %q", c[0], got, c[1])
		}
	}
}
