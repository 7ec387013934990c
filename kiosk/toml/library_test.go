package toml

import (
	"strings"
	"testing"
)

// TestLibraryFault: each translation has a file that the library refuses with its message, at the place that it names.
func TestLibraryFault(t *testing.T) {
	used := map[string]bool{}
	for _, c := range []struct {
		in      string
		off     int
		message string // "": without a translation
	}{
		{"a = 2026-01-01T25:00:00\n", 4, "没有这个日期或时间"},
		{"a = 1\na = 2\n", 6, "同一个键写了两次"},
		{"a = 1\na.b = 2\n", 6, "同一个键写了两次"},
		{"a = 1\n[a.b]\n", 7, "同一个键写了两次"},
		{"a = 1\n[[a]]\n", 8, "同一个键写了两次"},
		{"x = {a = [1], a.b = 2}\n", 14, "同一个键写了两次"},
		{"a = \"\\u12\"\n", 5, "\\u 后面要有四位十六进制数字"},
		{"a = \"\\uD800\"\n", 5, "\\u 后面的数字不是一个字"},
		{"a = \"\\d\"\n", 5, "反斜杠用得不对"},
		{"a = \"\x01\"\n", 4, "这里有看不见的控制字符"},
		{"a = 99999999999999999999\n", 4, "数字太大"},
		{"a = 06\n", 4, "数字不能以 0 开头"},
		{"a = 1__0\n", 4, "数字里的下划线用得不对"},
		{"a = 1.e5\n", 4, "小数的写法不对"},
		{"a = \"b\n", 6, "引号没有结束"},
		{"a = \"\"\"b\n", 8, "文件到这里就断了，后面还缺东西"},
		{"a = \"\"\"b\"\"\"\"\"\"\n", 7, "引号太多"},
		{"= 1\n", 0, "等号前面没有键"},
		{"a = [1 2]\n", 7, "逗号用得不对"},
		{"a = 六\n", 4, ""},
		{"a 1\n", 2, ""},
	} {
		_, err := parse(c.in)
		f, known := libraryFault(c.in, err)
		if known != (c.message != "") || known && f.message != c.message || f.off != c.off || f.fix == "" {
			t.Errorf("%q: %q at %d, %t, want %q at %d (%v)", c.in, f.message, f.off, known, c.message, c.off, err)
		}
		for _, tr := range translations {
			if err != nil && strings.Contains(err.Error(), tr.piece) {
				used[tr.piece] = true
			}
		}
	}
	for _, tr := range translations {
		if !used[tr.piece] {
			t.Errorf("no file has the message %q", tr.piece)
		}
	}
}

// TestParsePanic: an error that isn't the library's own has no place and no translation.
func TestParsePanic(t *testing.T) {
	if f, known := libraryFault("a = 1", errUnplaced{}); known || f.off != 0 || f.message == "" || f.fix == "" {
		t.Errorf("%+v, %t", f, known)
	}
}

type errUnplaced struct{}

func (errUnplaced) Error() string { return "comma" }
