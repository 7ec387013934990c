package desk

import "testing"

// TestSpaced checks that the spaces of a file's name stay, and those beside other letters can be broken at.
func TestSpaced(t *testing.T) {
	for text, want := range map[string]string{
		"":                   "",
		" 甲 ":                " 甲 ",
		"办公室 文件/内 容":         "办公室\u00a0文件/内\u00a0容",
		"甲 乙 丙":              "甲\u00a0乙\u00a0丙",
		"kiosk check 内容 a 乙": "kiosk check 内容 a 乙",
	} {
		if got := spaced(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
