package toml

import (
	"reflect"
	"strings"
	"testing"

	"gongkai/kiosk/diag"
)

// TestSalvage: the statements without faults are used, and all faults are reported, each once.
func TestSalvage(t *testing.T) {
	for _, c := range []struct {
		name, in string
		number   int64
		title    string
		on       string
		problems string // lines and columns
	}{
		{"a valid file", "number = 6\ntitle = \"a\"\n[screen]\non = \"7\"\n", 6, "a", "7", ""},
		{"a wrong type, an unknown key", "number = \"6\"\ntitle = \"a\"\nx = 1\n", 0, "a", "", "1:1 3:1"},
		{"a slip", "number = ６\ntitle = \"a\"\n", 0, "a", "", "1:10"},
		{"a slip that has a patch isn't used either", "number ＝ 6\ntitle = \"a\"\n", 0, "a", "", "1:8"},
		{"blanks between statements", "\u3000\nnumber = 6\n\u3000\ntitle = \"a\"\n", 6, "a", "", "1:1 3:1"},
		{"two keys in a line", "number = 6 title = \"a\"\n", 0, "a", "", "1:12"},
		{"a text without its end", "title = \"\"\"\n残疾人\nnumber = 6\n[screen]\non = \"7\"\n", 6, "", "7", "1:9"},
		{"a list without its end", "levels = [\"a\",\nnumber = 6\ntitle = \"a\"\n", 6, "a", "", "1:10"},
		{"a header without its bracket", "number = 6\n[screen\non = \"7\"\n[[guide]]\nheading = \"a\"\n", 6, "", "7", "2:8"},
		{"a key of the file below it", "[screen\ntitle = \"a\"\non = \"7\"\nnumber = 6\n", 6, "a", "7", "1:8"},
		{"a header that means no table", "[本机设置]\ntitle = \"a\"\nnumber = 6\n", 6, "a", "", "1:1"},
		{"one below a table", "[screen]\non = \"7\"\n[本机设置]\ntitle = \"a\"\nnumber = 6\n", 6, "a", "7", "3:1"},
		{"a key of the table that was open", "[screen]\n[本机设置]\non = \"7\"\ntitle = \"a\"\n", 0, "a", "7", "2:1"},
		{"a table's Chinese name", "[屏幕]\ntitle = \"a\"\non = \"7\"\n", 0, "a", "7", "1:2"},
		{"full-width brackets", "［screen］\ntitle = \"a\"\non = \"7\"\n", 0, "a", "7", "1:1"},
		{"a bracket alone", "[\ntitle = \"a\"\n[]\nnumber = 6\n", 6, "a", "", "1:1 3:1"},
		{"brackets that differ", "[[screen]\ntitle = \"a\"\n[guide]]\nnumber = 6\n", 6, "a", "", "1:9 3:8"},
		{"the keys of one of many tables are dropped", "[[guide]\nheading = \"a\"\ntitle = \"a\"\n", 0, "a", "", "1:8"},
		{"faults below a lost header", "[screen\nnumer = 6\non = 7\no = 1\ntitle = \"a\"\ntitle = \"b\"\n", 0, "a", "", "1:8 2:1 3:1 4:1 6:1"},
		{"a key below a lost header that stands above", "title = \"a\"\n[screen]\non = \"7\"\n[本机设置]\ntitle = \"b\"\n", 0, "a", "7", "4:1 5:1"},
		{"a lost header and its good twin", "[screen\non = \"8\"\n[screen]\non = \"7\"\n", 0, "", "7", "1:8 3:2"},
		{"a header with a bad byte", "[screen]\non = \"7\"\n[gu\xffide]\ntitle = \"a\"\n", 0, "a", "7", "3:4"},
		{"a bad byte in a list of several lines", "levels = [\n  \"a\",\n  \"\xff\",\n]\ntitle = \"a\"\n", 0, "a", "", "3:4"},
		{"a control character in a text of several lines", "title = \"\"\"\na\n\x07\n\"\"\"\nnumber = 6\r\n", 6, "", "", "3:1"},
		{"a bad byte in a comment", "number = 6 # \xff\n# \xff\ntitle = \"a\"\n", 0, "a", "", "1:14"},
		{"an inline table without its end", "screen = {on = \"7\"\ntitle = \"a\"\n", 0, "a", "", "1:10"},
		{"one that has a comma", "screen = {on = \"7\",\ntitle = \"a\"\n", 0, "a", "", "1:10"},
		{"one below a lost header", "［guide］\nscreen = {on = \"7\",\ntitle = \"a\"\n", 0, "a", "", "1:1 2:10"},
		{"one whose key the table at hand lacks", "[screen]\nscreen = {\non = \"7\"\n", 0, "", "7", "2:10"},
		{"two headers in a line", "[screen] [x]\ntitle = \"a\"\non = \"7\"\n", 0, "a", "", "1:10 1:10 3:1"},
		{"a header of no table beside a slip", "[kiosk]\ntitle = \"a\"\nnumber = ６\n", 0, "a", "", "1:1 3:10"},
		{"the brackets of many tables", "[[screen]]\ntitle = \"a\"\n[screen]\non = \"7\"\n", 0, "a", "7", "1:1 3:2"},
		{"one above a table", "screen = {\n[[guide]]\n", 0, "", "", "1:10"},
		{"a table of several lines", "screen = {\n  on = \"7\",\n}\nnumber = ６\n", 0, "", "7", "4:10"},
		{"what only the library knows", "date = 2026-03-01T25:00:00\nnumber = 6\n", 6, "", "", "1:8"},
		{"a key twice: the first counts", "number = 6\nnumber = 7\ntitle = \"a\"\n", 6, "a", "", "2:1"},
		{"a key twice behind a slip", "title = “a”\nnumber = 6\nnumber = 7\n", 6, "", "", "1:9 3:1"},
		{"a key twice, the first with a slip", "number = ６\nnumber = 7\n", 7, "", "", "1:10 2:1"},
		{"a table twice", "[screen]\non = \"7\"\n[screen]\non = \"8\"\n", 0, "", "7", "3:2"},
		{"NUL where the disk lost a page", "number = 6\ntitle = \"a\"\n\x00\x00\x00\n", 6, "a", "", "3:1"},
		{"a control character and a slip", "number = ６\ntitle = \"a\"\n[screen]\non = \"\x07\"\n", 0, "a", "", "1:10 4:7"},
		{"a byte that isn't UTF-8", "number = 6\ntitle = \"\xff\"\n[screen]\non = \"7\"\n", 6, "", "7", "2:10"},
		{"GBK in one line", "number = 6\ntitle = \"\xb3\xaf\xd1\xf4\"\n", 6, "", "", "1:1"},
		{"a lone carriage return", "number = 6\ntitle = \"a\"\rx = 1\n[screen]\non = \"7\"\n", 6, "", "7", "2:12"},
		{"too deep", "number = 6\nx = " + strings.Repeat("[", 30) + "\ntitle = \"a\"\n", 6, "a", "", "2:21"},
		{"too deep behind a slip", "number = ６\nx = " + strings.Repeat("[", 30) + "\ntitle = \"a\"\n", 0, "a", "", "1:10 2:21"},
		{"a BOM", "\ufeffnumber = 6\ntitle = 'a\n", 6, "", "", "2:9"},
		{"cut off", "number = 6\ntitle = \"a\"\n[scr", 6, "a", "", "3:5"},
		{"UTF-16", "\xff\xfen\x00u\x00m\x00", 0, "", "", "1:1"},
		{"UTF-8 behind the mark of UTF-16", "\xfe\xff\nnumber = 6\n", 6, "", "", "1:1"},
		{"a Word document", "PK\x03\x04\nnumber = 6\n", 0, "", "", "1:1"},
		{"empty", " \n", 0, "", "", "1:1"},
		{"nothing but slips", "残疾人\n补贴\n", 0, "", "", "1:1"},
	} {
		var d document
		problems := Salvage("x.toml", []byte(c.in), &d)
		if d.Number.V != c.number || d.Title.V != c.title || d.Screen.On.V != c.on {
			t.Errorf("%s: %d, %q, %q", c.name, d.Number.V, d.Title.V, d.Screen.On.V)
		}
		var places []string
		for _, p := range problems {
			places = append(places, strings.TrimPrefix(strings.SplitN(p.String(), ": ", 2)[0], "x.toml:"))
		}
		if got := strings.Join(places, " "); got != c.problems {
			t.Errorf("%s: problems at %s, want %s\n%s", c.name, got, c.problems, printed(t, problems))
		}
	}
}

// TestSalvageBehindManyFaults: what stands behind more faults than are sought is used, and a table's keys remain its own.
func TestSalvageBehindManyFaults(t *testing.T) {
	for _, fault := range []string{"x = ’\n", "“\n", "x = \xff’\n", "title = \"\xff\"\n", "[x\n", "[]\n"} {
		many := strings.Repeat(fault, 3*maxFaults)
		var d document
		problems := Salvage("x.toml", []byte(many+"number = 6\n[screen]\n"+many+"on = \"7\"\n"), &d)
		if d.Number.V != 6 || d.Screen.On.V != "7" && fault[0] != '[' || len(problems) == 0 {
			t.Errorf("%q: %d, %q, %d problems", fault, d.Number.V, d.Screen.On.V, len(problems))
		}
	}
}

// TestSalvageKeepsPlaces: what is used of a file with faults stands where it stood.
func TestSalvageKeepsPlaces(t *testing.T) {
	var d document
	Salvage("x.toml", []byte("\ufeffnumber ＝ 6\r\ntitle = “”\r\n  levels = [\"县级\"]\r\n[[guide]]\r\nbody = \"\"\"\r\n一\r\n二\"\"\"\r\n"), &d)
	if at := d.Levels[0].At.Problem(diag.Error, "", "", ""); at.Line != 3 || at.Column != 13 {
		t.Errorf("the level stands at %d:%d", at.Line, at.Column)
	}
	if at := Inside(&d.Guides[0].Body, len("一\r\n")).Problem(diag.Error, "", "", ""); at.Line != 7 || at.Column != 1 {
		t.Errorf("二 stands at %d:%d", at.Line, at.Column)
	}
}

// TestRemainder: the remainder is as long as the text, has its lines, and differs only where it is blank.
func TestRemainder(t *testing.T) {
	for _, in := range []string{
		"number = ６\ntitle = \"a\"\n", "title ＝ \"a\"\nx = 1\n", "[screen\non = 1\n[x]\ny = 1\n", "number = 6\nnumber = 7\n",
		"number = 6 title = \"a\"\nx = 1\n", "title = \"\"\"\n一\n", "一\n\u3000x = 1\n", strings.Repeat("x = ’\n", 2*maxFaults), "x = " + strings.Repeat("[", 30) + "\ny = 1\n", "a\x00\nb = 1\n",
	} {
		var d document
		_, remainder := decode("x.toml", []byte(in), &d)
		for _, p := range remainder() {
			onlyBlanked(t, in, p.text)
		}
	}
}

// onlyBlanked checks that a remainder is a text with some of its characters blanked, but none of its line feeds.
func onlyBlanked(t *testing.T, text string, remainder []byte) {
	t.Helper()
	if len(remainder) != len(text) {
		t.Fatalf("%q: %d bytes of %d", text, len(remainder), len(text))
	}
	for i := range remainder {
		if remainder[i] != text[i] && (remainder[i] != ' ' || text[i] == '\n') {
			t.Fatalf("%q became %q", text, remainder)
		}
	}
}

// FuzzSalvage: a file that decodes has the values and problems of Decode; any other has problems, and what is
// used of it is what Decode finds in the file's text.
func FuzzSalvage(f *testing.F) {
	for _, c := range slips {
		f.Add([]byte(c.in))
	}
	for _, c := range encodings {
		f.Add([]byte(c.in))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var plain, salvaged document
		filled, want := Decode("x.toml", data, &plain)
		problems := Salvage("x.toml", data, &salvaged)
		switch {
		case filled && (salvaged.Title.V != plain.Title.V || !reflect.DeepEqual(problems, want)):
			t.Errorf("%q: %q, %v", data, salvaged.Title.V, problems)
		case !filled && (len(problems) == 0 || len(problems) > diag.MaxPerFile+2):
			t.Errorf("%d problems", len(problems))
		}
		for _, p := range problems {
			actionable(t, p)
		}
		if _, remainder := decode("x.toml", data, &plain); remainder != nil {
			for _, p := range remainder() {
				if len(p.text) > 0 {
					onlyBlanked(t, strings.TrimLeft(string(data), bom), p.text)
				}
			}
		}
	})
}
