package toml

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/diag"
)

// document has a field of every kind that can be decoded.
type document struct {
	Number Value[int64]    `toml:"number" zh:"序号"`
	Title  Text            `toml:"title" zh:"二级事项,标题"`
	Levels []Text          `toml:"levels" zh:"公开层级"`
	Scale  Value[float64]  `toml:"scale" zh:"字号"`
	Pinned Value[bool]     `toml:"pinned" zh:"置顶"`
	Date   Value[Moment]   `toml:"date" zh:"日期"`
	Days   []Value[Moment] `toml:"days" zh:"节假日"`
	Screen struct {
		On Text `toml:"on" zh:"开屏时间"`
	} `toml:"screen" zh:"屏幕"`
	Guides []section `toml:"guide" zh:"办事指南"`
}

type section struct {
	At      diag.Spot
	Heading Text `toml:"heading" zh:"标题"`
	Body    Text `toml:"body" zh:"正文"`
}

// valid files, in the order of the language's own description.
var valid = []string{
	"\ufeffnumber = 6\r\ntitle = \"\"\"\r\n城镇\r\n\"\"\"\r\n",
	"# 说明\n\nnumber=6#\n\"title\" = 'a'\n'levels' = [\n  \"县级\", # 一\n  \"社区\",\n]\n",
	"date = 2026-03-01\ndays = [2026-03-01T09:00:00, 2026-03-01 09:00]\n",
	"scale = 1\npinned = false\n[screen]\non = \"07:30\"\n",
	"screen.on = \"07:30\"\n[[guide]]\nheading = \"a\\\"b\\\\\"\n[[guide]]\nbody = \"\"\"\n\"引\" \\\n  号\"\"\"\"\"\n",
	"screen = { on = \"07:30\" }\nguide = [{heading = \"一\"}, {body = '''\n'二' '''}]\n",
	"a = 0x1F\nb = -1_000.5e+3\nc = inf\nd = 07:32:00\ne = 1979-05-27T00:32:00.999999-07:00\n[x.y.z]\n[x]\n[x.\"q.r\"]\ns.t = 1\n",
	"title = \"\"\"x = \"\"\"\n",
	"title = \"\"\"\nx = \"\"\"\nnumber = 6\n",
	"title = \"\"\"\na = \\\"\"\"\n\"\"\"\n",
}

func TestValidOutline(t *testing.T) {
	for _, in := range valid {
		if _, err := parse(strings.TrimPrefix(in, "\ufeff")); err != nil {
			t.Errorf("%q: %v", in, err)
		}
		sameOutline(t, []byte(in))
	}
}

func TestDecodeValues(t *testing.T) {
	in := "number = 6\ntitle = \"\"\"\n城镇\n奖励\"\"\"\nlevels = [\"县级\",\n  \"社区\"]\nscale = 2\npinned = true\ndate = 2026-03-01\n" +
		"days = [2026-03-01T09:30:00]\n[screen]\non = \"07:30\"\n[[guide]]\nheading = \"一\"\n[[guide]]\nheading = \"二\"\nbody = \"三\"\n"
	var d document
	if filled, problems := Decode("x.toml", []byte(in), &d); !filled || len(problems) > 0 {
		t.Fatal(filled, problems)
	}
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	got := []any{d.Number.V, d.Title.V, d.Levels[0].V, d.Levels[1].V, d.Scale.V, d.Pinned.V, d.Date.V, d.Days[0].V, d.Screen.On.V, d.Guides[0].Heading.V, d.Guides[1].Body.V}
	want := []any{int64(6), "城镇\n奖励", "县级", "社区", 2.0, true, Moment{day, true}, Moment{day.Add(9*time.Hour + 30*time.Minute), false}, "07:30", "一", "三"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if d.Guides[0].Body.Given() || !d.Guides[1].Body.Given() {
		t.Error("a key is given where it stands and nowhere else")
	}
}

// TestSpots checks the places of keys, elements, tables and characters.
func TestSpots(t *testing.T) {
	in := "\ufeffnumber = 6\r\ntitle = \"\"\"\r\n城镇\r\n奖励\"\"\"\r\nlevels = [\"县级\", \"社区\"]\r\n\r\n[[guide]]\r\n  heading = \"一\\t二\"\r\n"
	var d document
	if _, problems := Decode("x.toml", []byte(in), &d); len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, c := range []struct {
		what         string
		at           diag.Spot
		line, column int
	}{
		{"number", d.Number.At, 1, 1},
		{"title", d.Title.At, 2, 1},
		{"励 of title", Inside(&d.Title, strings.Index(d.Title.V, "励")), 4, 2},
		{"the second level", d.Levels[1].At, 5, 17},
		{"级 of the first", Inside(&d.Levels[0], 3), 5, 13},
		{"[[guide]]", d.Guides[0].At, 7, 1},
		{"heading", d.Guides[0].Heading.At, 8, 3},
		{"二 of heading, behind an escape", Inside(&d.Guides[0].Heading, 4), 8, 17},
	} {
		p := c.at.Problem(diag.Warning, "", "", "")
		if p.Line != c.line || p.Column != c.column {
			t.Errorf("%s stands at %d:%d, want %d:%d", c.what, p.Line, p.Column, c.line, c.column)
		}
	}
	if d.Title.At.Line() != 2 {
		t.Error("Line")
	}
}

// TestHostile: what is too large or too deep is refused before the library parses it.
func TestHostile(t *testing.T) {
	deep := "括号或键嵌套得太深，超过 16 层；改法：照其他文件的写法，只用一层方括号\n"
	for _, c := range []struct{ name, in, want string }{
		{"40 MB", strings.Repeat("a", 40<<20), "x.toml: 错误：文件超过 1 MiB，太大了；改法：文字内容不会这么大，看看是不是放错了文件；图片放到 images 目录\n"},
		{"brackets", strings.Repeat("[", 200_000), "x.toml:1:1: 错误：" + deep},
		{"lists", "number = 1\ntitle = " + strings.Repeat("[", 200_000), "x.toml:2:25: 错误：" + deep},
		{"tables", "title = " + strings.Repeat("{a=", 200_000), "x.toml:1:55: 错误：" + deep},
		{"a name", strings.Repeat("a.", 200_000) + "b = 1", "x.toml:1:1: 错误：" + deep},
		{"lists behind what looks like an open text", "title = \"\"\"\nx = \"\"\"\ny = " + strings.Repeat("[", 200_000), "x.toml:3:21: 错误：" + deep},
		{"a header", "[" + strings.Repeat("a.", 200_000) + "b]", "x.toml:1:1: 错误：" + deep},
	} {
		var d document
		filled, problems := Decode("x.toml", []byte(c.in), &d)
		if got := printed(t, problems); filled || got != c.want {
			t.Errorf("%s: %v, got\n%swant\n%s", c.name, filled, got, c.want)
		}
	}
}

// TestFlood: a file of nothing but slips has a bounded number of problems.
func TestFlood(t *testing.T) {
	for _, line := range []string{"a\n", "title = x\n", "[\n", "\x01", "\x00", "\"", "x = [[[\n", "title = \"\"\"a\"\"\"b\n", "x=1 ", "x = a b= ", "1\t2\t3\n", "\"\n", "\"\"\"\n'''\n"} {
		var d document
		_, problems := Decode("x.toml", []byte(strings.Repeat(line, MaxBytes/len(line))), &d)
		if n := len(problems); n == 0 || n > diag.MaxPerFile+1 {
			t.Errorf("%q: %d problems", line, n)
		}
	}
	var in strings.Builder
	for i := range 20_000 {
		in.WriteString("k")
		in.WriteString(strings.Repeat("k", i%20))
		in.WriteString(string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + string(rune('a'+i/17576)) + "=1\n")
	}
	var d document
	if _, problems := Decode("x.toml", []byte(in.String()), &d); len(diag.Limit(problems)) != diag.MaxPerFile+1 {
		t.Errorf("%d unknown keys are reported", len(diag.Limit(problems)))
	}
	for _, line := range []string{"[t%d]\n", "[[guide]]#%d\n", "k%d=1\n", "[x%d]\nk=1\n"} {
		tooMany(t, line, func(i int) string { return fmt.Sprintf(line, i) })
	}
	tooMany(t, "a list", func(i int) string { return strings.Repeat("levels = [", 1-min(i, 1)) + "1," })
}

// tooMany writes more of something than a file may have, and checks that nothing else is reported.
func tooMany(t *testing.T, title string, some func(int) string) {
	t.Helper()
	var b strings.Builder
	for i := range maxNodes + 1 {
		b.WriteString(some(i))
	}
	var d document
	if _, problems := Decode("x.toml", []byte(b.String()), &d); len(problems) != 1 || !strings.Contains(problems[0].Message, "太多，超过 20000 个") {
		t.Errorf("%s: %q", title, problems)
	}
}

func printed(t *testing.T, problems []diag.Problem) string {
	t.Helper()
	var b strings.Builder
	problems = slices.Clone(problems)
	for i := range problems {
		if problems[i].Code == "" {
			t.Errorf("no code: %s", problems[i])
		}
		problems[i].Code = "" // the tables are of the words
	}
	if err := diag.WriteText(&b, problems); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
