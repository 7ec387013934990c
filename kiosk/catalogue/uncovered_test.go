package catalogue

import (
	"strings"
	"testing"
	"unicode"
)

// TestUncovered: a font of the characters below U+10000 and 𠮷.
func TestUncovered(t *testing.T) {
	covers := func(r rune) bool { return r < 0x10000 || r == '𠮷' }
	for _, c := range []struct{ name, path, in, want string }{
		{"all covered", "items/1.toml", item("1") + "title = \"𠮷\"\n", ""},
		{"a comment is not shown", "items/1.toml", item("1") + "# 𪚥\n", ""},
		{"each where it stands, once a text", "items/1.toml",
			"number = 1\ncategory = \"助残\"\ntitle = \"王𪚥𪚥𠮷\"\ncontent = \"\"\"\n办理\n依𭀠据😀\n\"\"\"\nbasis = \"依据\"\n[[guide]]\nheading = \"𪚥\"\nbody = \"甲\"\n",
			`items/1.toml:3:11: 提醒：“title”里的“𪚥”（U+2A6A5）没有字体能显示，屏幕上是写着代码的方框（共 2 处）；改法：换一个字，或在本机装上 fonts-hanazono，或在 config.toml 里用 fonts 指明字体目录
items/1.toml:6:2: 提醒：“content”里的“𭀠”（U+2D020）没有字体能显示，屏幕上是写着代码的方框；改法：换一个字，或在本机装上 fonts-hanazono，或在 config.toml 里用 fonts 指明字体目录
items/1.toml:6:4: 提醒：“content”里的“😀”（U+1F600）没有字体能显示，屏幕上是写着代码的方框；改法：换一个字符
items/1.toml:10:12: 提醒：“heading”里的“𪚥”（U+2A6A5）没有字体能显示，屏幕上是写着代码的方框；改法：换一个字，或在本机装上 fonts-hanazono，或在 config.toml 里用 fonts 指明字体目录
`},
		{"as an escape", "notices/a.toml", "title = \"\\U0001F600\"\ndate = 2026-03-01\n",
			"notices/a.toml:1:10: 提醒：“title”里的“😀”（U+1F600）没有字体能显示，屏幕上是写着代码的方框；改法：换一个字符\n"},
		{"beside an image", "notices/a.toml", "title = \"😀\"\ndate = 2026-03-01\nimages = [\"images/a.png\"]\n",
			"notices/a.toml:1:10: 提醒：“title”里的“😀”（U+1F600）没有字体能显示，屏幕上是写着代码的方框；改法：换一个字符\n"},
		{"in a file that is broken besides", "items/1.toml", "number = \"1\"\ncategory = \"𪚥\"\n",
			"items/1.toml:2:13: 提醒：“category”里的“𪚥”（U+2A6A5）没有字体能显示，屏幕上是写着代码的方框；改法：换一个字，或在本机装上 fonts-hanazono，或在 config.toml 里用 fonts 指明字体目录\n"},
		{"in what can't be read", "items/1.toml", "title = \"𪚥\n", ""},
		{"private use is Parse's to tell", "items/1.toml", item("1") + "title = \"\U000f0000\"\n", ""},
		{"a name", "kiosk.toml", "centre = \"𪚥社区\"\ncatalogue = \"目录\"\n",
			"kiosk.toml:1:11: 提醒：“centre”里的“𪚥”（U+2A6A5）没有字体能显示，屏幕上是写着代码的方框；改法：换一个字，或在本机装上 fonts-hanazono，或在 config.toml 里用 fonts 指明字体目录\n"},
		{"no file of ours", "images/1.toml", "title = \"𪚥\"\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := dir(c.path, c.in)
			if got := printed(t, Uncovered(files, covers, nil)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
			if _, problems := Parse(files); strings.Contains(printed(t, problems), "字体") {
				t.Error("Parse tells it too")
			}
		})
	}
}

// TestScripts: text in a writing system that no font has is one line a file, with the font's package.
func TestScripts(t *testing.T) {
	covers := func(r rune) bool { return r < 0x300 || r > 0x3000 && r < 0xa000 || r >= 0xff00 }
	script := func(r rune) (name, pack string) {
		switch {
		case unicode.Is(unicode.Tibetan, r):
			return "藏文", "fonts-noto-core"
		case unicode.Is(unicode.Hangul, r):
			return "朝鲜文", "fonts-nanum"
		}
		return "", ""
	}
	in := "title = \"བོད་ཡིག 한글\"\ndate = 2026-03-01\nbody = \"藏文 བོད།\"\n"
	want := `notices/a.toml:1:10: 提醒：“title”里有藏文，没有字体能显示，屏幕上是写着代码的方框（从“བ” U+0F56 起，这个文件里共 11 个字符）；改法：请管理员在屏幕这台机器上装字体包 fonts-noto-core
notices/a.toml:1:18: 提醒：“title”里有朝鲜文，没有字体能显示，屏幕上是写着代码的方框（从“한” U+D55C 起，这个文件里共 2 个字符）；改法：请管理员在屏幕这台机器上装字体包 fonts-nanum
`
	if got := printed(t, Uncovered(dir("notices/a.toml", in), covers, script)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestCombiningMarks: a combining mark is covered where it forms a letter that a font has, and reported elsewhere.
func TestCombiningMarks(t *testing.T) {
	covers := func(r rune) bool { return r < 0x300 }
	in := "title = \"e\u0301a\u0302 n\u0308 m\u0302 e\u0302\u0304\"\ndate = 2026-03-01\n"
	var got []string
	for _, p := range Uncovered(dir("notices/a.toml", in), covers, nil) {
		got = append(got, p.Message[strings.Index(p.Message, "U+"):][:len("U+0308")])
	}
	if strings.Join(got, " ") != "U+0308 U+0302 U+0304" {
		t.Errorf("%q", got)
	}
}
