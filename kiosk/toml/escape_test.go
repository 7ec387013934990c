package toml

import (
	"slices"
	"strings"
	"testing"

	"gongkai/kiosk/diag"
)

// titleOf decodes a file of a title alone, spelled between two or six quotes.
func titleOf(t *testing.T, raw, quotes string) (Text, []diag.Problem) {
	t.Helper()
	var d document
	_, problems := Decode("x.toml", []byte("title = "+quotes+raw+quotes+"\n"), &d)
	return d.Title, problems
}

// TestPaths: a path keeps its backslashes, and is reported at the first of them that would be an escape. Everything that
// may be a text of several lines stays what the language makes of it.
func TestPaths(t *testing.T) {
	for _, c := range []struct {
		raw, text string
		at        int // the character of the text at which it is reported, from 1
		char, fix string
	}{
		{`第一行\n第二行\n第三行`, "第一行\n第二行\n第三行", 0, "", ""},
		{`姓名\t电话\n王某\t12345`, "姓名\t电话\n王某\t12345", 0, "", ""},
		{`Tel\nFax\nMail`, "Tel\nFax\nMail", 0, "", ""},
		{`见附件：\nlist.doc`, "见附件：\nlist.doc", 0, "", ""},
		{`Q:\n怎么办\nA:\n到窗口`, "Q:\n怎么办\nA:\n到窗口", 0, "", ""},
		{`a.jpg\nb.jpg`, "a.jpg\nb.jpg", 0, "", ""},
		{`\u95e8口\\n“\"”`, `门口\n“"”`, 0, "", ""},
		{`images/\u95e8.jpg`, "images/门.jpg", 0, "", ""},
		{`甲 \
   乙`, "甲 乙", 0, "", ""},
		{`D:\\news\\tongzhi`, `D:\news\tongzhi`, 0, "", ""},
		{`D:\news\tongzhi`, `D:\news\tongzhi`, 3, "n", "D:/news/tongzhi"},
		{`存在 D:\fuwu，请看`, `存在 D:\fuwu，请看`, 6, "f", "D:/fuwu"},
		{`D：\news\通知\x`, `D：\news\通知\x`, 3, "n", "D：/news/通知/x"},
		{`e:\edu\renwu\banshi`, `e:\edu\renwu\banshi`, 3, "e", "e:/edu/renwu/banshi"},
		{`D:\\news\tongzhi`, `D:\news\tongzhi`, 9, "t", "D:/news/tongzhi"},
		{`\\server\news\tongzhi`, `\\server\news\tongzhi`, 9, "n", "//server/news/tongzhi"},
		{`\\\\server\news`, `\\server\news`, 11, "n", "//server/news"},
		{`images\news.jpg`, `images\news.jpg`, 7, "n", "images/news.jpg"},
		{`见images\2026\tongzhi.JPG。`, `见images\2026\tongzhi.JPG。`, 8, "2", "images/2026/tongzhi.JPG"},
		{`images\xab.png`, `images\xab.png`, 7, "x", "images/xab.png"},
		{`图片\合影\门口.jpg`, `图片\合影\门口.jpg`, 3, "合", "图片/合影/门口.jpg"},
		{`图片\door.jpg`, `图片\door.jpg`, 3, "d", "图片/door.jpg"},
		{`甲\n乙.doc`, "甲\n乙.doc", 0, "", ""},
		{`images\u0041.png`, `images\u0041.png`, 7, "u", "images/u0041.png"},
		{`共享目录\news\tongzhi`, `共享目录\news\tongzhi`, 5, "n", "/news/tongzhi"},
	} {
		title, problems := titleOf(t, c.raw, `"""`)
		for _, p := range Paths(&title) {
			problems = append(problems, p.Problem(&title))
		}
		if title.V != c.text {
			t.Errorf("%s is %q, want %q", c.raw, title.V, c.text)
		}
		if c.at == 0 {
			if len(problems) > 0 {
				t.Errorf("%s: %v", c.raw, problems)
			}
			continue
		}
		if len(problems) != 1 || problems[0].Column != len(`title = """`)+c.at || problems[0].Message != escapeMessage(c.char) ||
			!strings.HasSuffix(problems[0].Fix, "”写成 "+c.fix) {
			t.Errorf("%s: %v, want %+v", c.raw, problems, c)
		}
	}
}

// TestSpelled: the file's own letters, whatever the language makes of them.
func TestSpelled(t *testing.T) {
	for raw, want := range map[string]string{
		`images\tongzhi`: `images\tongzhi`, `images\\tongzhi`: `images\tongzhi`, `images/a`: "images/a",
	} {
		title, _ := titleOf(t, raw, `"`)
		if got := Spelled(&title); got != want {
			t.Errorf("%s: %s, want %s", raw, got, want)
		}
		title, _ = titleOf(t, raw, "'")
		if got := Spelled(&title); got != raw {
			t.Errorf("%s between single quotes: %s", raw, got)
		}
	}
}

// TestInsideEscapes: a character behind escapes has its place, and one that is written as an escape has the escape's.
func TestInsideEscapes(t *testing.T) {
	title, _ := titleOf(t, "\n甲\\n乙\\u0007丙\\\n  丁", `"""`)
	for want, off := range map[string]int{
		"2:1": 0, "2:2": strings.Index(title.V, "\n"), "2:4": strings.Index(title.V, "乙"),
		"2:5": strings.Index(title.V, "\a"), "2:11": strings.Index(title.V, "丙"), "3:3": strings.Index(title.V, "丁"),
	} {
		p := Inside(&title, off).Problem(diag.Warning, "", "甲", "乙")
		if got := strings.TrimPrefix(p.String(), "x.toml:"); !strings.HasPrefix(got, want+":") {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// FuzzEscapes: without a path the reader of escapes makes of a text what the library makes of it, and the offsets rise.
func FuzzEscapes(f *testing.F) {
	for _, in := range []string{`a\n\t\u95e8\"\\`, `D:\news\tongzhi`, `images\xab.png`, `\`, `\U00110000`, "a\\ \t\r\n b", `\\\\s\n\\t`, "\r\n甲\\\r\n乙"} {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		var d document
		filled, problems := Decode("x.toml", []byte("title = \"\"\"\n"+raw+"\"\"\"\n"), &d)
		if !filled || len(problems) > 0 || !d.Title.Given() {
			return
		}
		spelled, escaped := d.Title.spelling()
		if !escaped {
			return
		}
		got := decodeEscapes(spelled)
		if tree, err := parse("title = \"\"\"\n" + spelled + "\"\"\"\n"); err == nil && len(pathsOf(spelled)) == 0 && tree["title"] != string(got.text) {
			t.Errorf("%q is %q, want %q", spelled, got.text, tree["title"])
		}
		if d.Title.V != string(got.text) && len(pathsOf(spelled)) > 0 {
			t.Errorf("%q is %q, want %q", spelled, d.Title.V, got.text)
		}
		if !slices.IsSorted(got.offsets) || len(got.offsets) != len(got.text) {
			t.Errorf("%q: offsets %v", spelled, got.offsets)
		}
		for _, p := range Paths(&d.Title) {
			actionable(t, p.Problem(&d.Title))
		}
	})
}

// TestManyPaths: a text of nothing but paths is read in its bounds.
func TestManyPaths(t *testing.T) {
	title, _ := titleOf(t, strings.Repeat(` D:\news\tongzhi \news\tongzhi`, 30_000), `"`)
	if got := len(Paths(&title)); got == 0 || got > 4*maxPaths {
		t.Errorf("%d paths", got)
	}
}
