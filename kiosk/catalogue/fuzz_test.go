package catalogue

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// FuzzParse puts any bytes into each kind of file. Parse never panics, each problem can be
// acted on, and what is shown is consistent.
func FuzzParse(f *testing.F) {
	for _, in := range []string{
		kioskToml, item("1"), item("2") + "title = \"\"\"\n城镇\n奖励\n\"\"\"\nlevels = [\"社区\"]\n[[guide]]\nheading = \"办理条件\"\nbody = \"示例\"\n",
		"title = \"示例\"\ndate = 2026-03-01\nimages = [\"images/a.jpg\"]\npublish = 2026-03-01\nexpire = 2026-03-02T10:00:00\npinned = true\n",
		"holidays = [2026-10-01]\nworkdays = [2026-10-10]\n", "number = 1\ncategory = \"a\\u0000\"\ncontent = \"）\ue000\u202e13800138000\"\n",
		kioskToml + "accent = \"#ffffff\"\n[screen]\non = \"1\"\noff = \"2\"\n", "", "\xff\xfe", "\xb2\xd0",
	} {
		f.Add([]byte(in), "items/2.toml")
		f.Add([]byte(in), "kiosk.toml")
		f.Add([]byte(in), "notices/a.toml")
		f.Add([]byte(in), "holidays.toml")
	}
	for _, s := range mistakes {
		for _, file := range s.files[:min(len(s.files), 2)] {
			if len(file.Data) < 2_000 {
				f.Add(file.Data, file.Path)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, path string) {
		if path == "items/1.toml" {
			t.Skip("no directory has two files of one name")
		}
		files := append(dir("kiosk.toml", kioskToml, "items/1.toml", item("1")), File{Path: path, Data: data})
		c, problems := Parse(files)
		problems = append(problems, Due(files, day(2030, 1, 1))...)
		problems = append(problems, Uncovered(files, func(r rune) bool { return r < 0x3000 }, func(rune) (name, pack string) { return "文字", "fonts" })...)
		pointed(t, problems, files)
		for _, p := range problems {
			if p.File == "" || p.Message == "" || p.Fix == "" || strings.ContainsAny(p.String(), "\n\r") {
				t.Errorf("%#v", p)
			}
		}
		if c == nil {
			return
		}
		sound(t, c)
		again, _ := Parse(files)
		if again.Revision != c.Revision {
			t.Error("another revision for the same files")
		}
		if broken := Broken(problems); broken[path] && Wants(path) && path != "kiosk.toml" {
			for _, it := range c.Items {
				if it.File == path {
					t.Error("a broken file is shown")
				}
			}
		}
	})
}

// pointed checks that the problems' lines can be printed, and that all in them can be seen.
func pointed(t *testing.T, problems []diag.Problem, files []File) {
	t.Helper()
	var b strings.Builder
	err := diag.WriteLines(&b, problems, func(path string) []byte {
		return files[slices.IndexFunc(files, func(f File) bool { return f.Path == path })].Data
	})
	for line := range strings.Lines(b.String()) {
		if err != nil || !utf8.ValidString(line) || strings.ContainsFunc(strings.ReplaceAll(strings.TrimSuffix(line, "\n"), "\t", ""), unicode.IsControl) {
			t.Errorf("%v %q", err, line)
		}
	}
}

// sound checks what every screen relies on.
func sound(t *testing.T, c *Catalogue) {
	t.Helper()
	if c.Centre == "" || c.Name == "" || len(c.Items) == 0 {
		t.Errorf("nothing to show: %+v", c)
	}
	last := 0
	for _, it := range c.Items {
		if it.Number <= last || it.Heading() == "" || len(it.Content) == 0 {
			t.Errorf("row %+v", it)
		}
		last = it.Number
		for _, b := range it.Breaks {
			if b <= 0 || b >= len([]rune(it.Heading())) {
				t.Errorf("%s breaks at %d", it.Heading(), b)
			}
		}
		for _, e := range it.Content {
			if e.Text == "" || strings.TrimSpace(e.Text) != e.Text || strings.ContainsFunc(e.Text, unicode.IsControl) || e.Depth > 1 {
				t.Errorf("element %+v", e)
			}
		}
	}
	rows := 0
	for _, group := range c.Categories() {
		rows += len(group.Items)
		for _, i := range group.Items {
			if c.Items[i].Category != group.Name {
				t.Errorf("%+v in %s", c.Items[i], group.Name)
			}
		}
	}
	if rows != len(c.Items) {
		t.Errorf("%d rows in categories, %d in all", rows, len(c.Items))
	}
}

// FuzzCell: cutting loses no character but white space.
func FuzzCell(f *testing.F) {
	for _, in := range []string{"甲、\n  乙）、\n\n丙", "国务院令 第711号", "2. 宣传栏\r\n3. 党群", "\u3000\u00a0a\tb"} {
		f.Add(in)
	}
	strip := func(s string) string { return strings.Join(strings.Fields(s), "") }
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("diag lets no such text through")
		}
		c := cell(text)
		if strip(c.String()) != strip(text) {
			t.Errorf("%q became %q", text, c)
		}
		joined, _ := line(text)
		if joined != c.String() {
			t.Errorf("%q as a line is %q", text, joined)
		}
	})
}

// TestBounded: files at the bounds, made to cost as much as possible, have a bounded
// number of problems.
func TestBounded(t *testing.T) {
	fill := func(piece string) string { return strings.Repeat(piece, (toml.MaxBytes-1000)/len(piece)) }
	for name, in := range map[string]string{
		"pictures outside":   "title = \"示例\"\ndate = 2026-03-01\nimages = [" + fill("\"../a\",") + "]\n",
		"empty guides":       item("1") + fill("[[guide]]\n"),
		"guides of brackets": item("1") + fill("[[guide]]\nbody = \"）\"\n"),
		"brackets":           item("1") + "channels = \"" + strings.Repeat("（", 50_000) + "\"\n",
		"telephones":         item("1") + "channels = \"" + strings.Repeat("13800138000,", 4_000) + "\"\n",
		"a title of lines":   "number = 1\ncategory = \"\"\"\n" + fill("a\n") + "\"\"\"\n",
		"levels":             item("1") + "levels = [" + fill("\"\\u0001\",") + "]\n",
	} {
		for _, path := range []string{"items/1.toml", "notices/a.toml"} {
			_, problems := Parse(dir("kiosk.toml", kioskToml, path, in))
			if n := len(problems); n == 0 || n > diag.MaxPerFile+3 {
				t.Errorf("%s: %d problems", name, n)
			}
		}
	}
}
