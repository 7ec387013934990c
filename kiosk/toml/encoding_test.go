package toml

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const sample = "number = 6\ncategory = \"助残\"\ntitle = \"残疾人补贴\"\ncontent = \"\"\"\n一、办理依据、\n二、办理条件\n\"\"\"\n"

// as returns the sample in another encoding.
func as(e encoding.Encoding) string {
	s, err := e.NewEncoder().String(sample)
	if err != nil {
		panic(err)
	}
	return s
}

const (
	gbk   = "x.toml:1:1: 错误：文件是 GBK 编码（记事本里叫“ANSI”），不是 UTF-8；改法：" + saveAsUTF8 + "\n"
	utf16 = "x.toml:1:1: 错误：文件是 UTF-16 编码（记事本里叫“Unicode”），不是 UTF-8；改法：" + saveAsUTF8 + "\n"
	empty = "x.toml:1:1: 错误：文件是空的；改法：补上内容；不需要这个文件就把它删去\n"
	nul   = "错误：这里有空字节 NUL，不是文字文件该有的；改法：文件可能已损坏或不是文字文件，重新保存或重新同步\n"
)

var encodings = []slip{
	{"UTF-8", sample, ""},
	{"with a BOM", "\ufeff" + sample, ""},
	{"with CRLF", strings.ReplaceAll(sample, "\n", "\r\n"), ""},
	{"with two BOMs", "\ufeff\ufeff" + sample, ""},
	{"a Word document", "PK\x03\x04\x14\x00\x06\x00", "x.toml:1:1: 错误：这是 Word、WPS、Excel 文件或压缩包，不是文字文件；改法：用记事本写，另存为 .toml 文件，编码选“UTF-8”\n"},
	{"an old one", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.toml:1:1: 错误：这是旧版的 Word、WPS 或 Excel 文件，不是文字文件；改法：用记事本写，另存为 .toml 文件，编码选“UTF-8”\n"},
	{"WordPad's", `{\rtf1\ansi number = 6}`, "x.toml:1:1: 错误：这是写字板（RTF）文件，不是文字文件；改法：用记事本写，另存为 .toml 文件，编码选“UTF-8”\n"},
	{"GBK", as(simplifiedchinese.GBK), gbk},
	{"GBK, a few letters", as(simplifiedchinese.GBK)[:26], gbk},
	{"GBK, cut inside a letter", as(simplifiedchinese.GBK)[:27], gbk},
	{"GB 18030", as(simplifiedchinese.GB18030) + "\x81\x30\x81\x30", gbk},
	{"UTF-16 LE", as(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)), utf16},
	{"UTF-16 BE", as(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)), utf16},
	{"UTF-16 LE with a BOM", as(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)), utf16},
	{"UTF-16 BE with a BOM", as(unicode.UTF16(unicode.BigEndian, unicode.UseBOM)), utf16},
	{"UTF-16, cut inside a letter", as(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM))[:33], utf16},
	{"empty", "", empty},
	{"a BOM alone", "\ufeff", empty},
	{"blank", " \r\n\t\n", empty},
	{"UTF-8, cut inside a letter", sample[:27], "x.toml:2:14: 错误：这里有不是 UTF-8 的字节 0xE6，文件可能没有传完或已损坏；改法：重新同步或重新保存这个文件，编码选“UTF-8”\n"},
	{"UTF-8, one byte damaged", strings.Replace(sample, "疾", "\xff", 1), "x.toml:3:11: 错误：这里有不是 UTF-8 的字节 0xFF，文件可能没有传完或已损坏；改法：重新同步或重新保存这个文件，编码选“UTF-8”\n"},
	{"NUL", strings.Replace(sample, "人", "\x00人\x00", 1), "x.toml:3:12: " + nul},
	{"nothing but NUL", strings.Repeat("\x00", 4096), "x.toml:1:1: " + nul},
	{"NUL where the disk had lost a page", sample + strings.Repeat("\x00", 512), "x.toml:8:1: " + nul},
	{"control characters", "title = \"a\x07b\x7f\"\n# \x1b\n", "x.toml:1:11: 错误：这里有看不见的控制字符 U+0007；改法：删去这个字符，必要时把这一行重新打一遍\n" +
		"x.toml:1:13: 错误：这里有看不见的控制字符 U+007F；改法：删去这个字符，必要时把这一行重新打一遍\n" +
		"x.toml:2:3: 错误：这里有看不见的控制字符 U+001B；改法：删去这个字符，必要时把这一行重新打一遍\n"},
	{"line ends of an old Mac", strings.Repeat("number = 6\rtitle = \"a\"\r", 20), "x.toml:1:11: 错误：换行符只有回车，没有换行；改法：用记事本打开，全选、复制，粘贴到新建的文件里，另存为原来的文件名，编码选“UTF-8”；换行就都是 CRLF 了\n"},
}

func TestEncodings(t *testing.T) {
	for _, c := range encodings {
		t.Run(c.name, func(t *testing.T) {
			_, problems := read("x.toml", []byte(c.in))
			if got := printed(t, problems); got != c.want {
				t.Errorf("%q\ngot\n%swant\n%s", c.in, got, c.want)
			}
		})
	}
}

// TestReadableLines: a line that can't be read is blanked, and no other.
func TestReadableLines(t *testing.T) {
	for in, want := range map[string]string{
		"a = 1\nb = 2\n":                 "a = 1\nb = 2\n",
		"a = 1\nb = \x00\x00\nc = 3":     "a = 1\n      \nc = 3",
		"a = \x07\r\nb = 2\r\n":          "      \nb = 2\r\n",
		"a = \"\xb2\xd0\"\n标题 = \"一\"\n": "        \n标题 = \"一\"\n",
		"a = 1\rb = 2\nc = 3\n":          "           \nc = 3\n",
		"a = \xe6":                       "     ",
	} {
		if got := string(readableLines(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestLooksUTF16: text of either byte order is recognised without a BOM, and a file with lost pages isn't.
func TestLooksUTF16(t *testing.T) {
	for in, want := range map[string]bool{
		"":                                       false,
		"a":                                      false,
		"a\x00":                                  false, // too little to know
		"a\x00=\x001\x00":                        true,
		"\x00a\x00=\x001":                        true,
		"a\x00=\x00\x00N\n\x00":                  true, // 一
		"number = 6\n\x00\x00\x00\x00":           false,
		strings.Repeat("\x00", 4096):             false,
		sample + strings.Repeat("\x00", 4096):    false,
		strings.Repeat("a\x00", 5000) + "\x00aa": true,
	} {
		if got := looksUTF16([]byte(in)); got != want {
			t.Errorf("%.40q: %t", in, got)
		}
	}
}
