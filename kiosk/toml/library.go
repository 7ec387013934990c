package toml

import (
	"errors"
	"strings"

	library "github.com/BurntSushi/toml"
)

// translations are pieces of the library's messages and what they mean to staff.
var translations = []struct{ piece, code, message, fix string }{
	{"invalid datetime", "no-such-time", "没有这个日期或时间", "改成真实的日期，例如 2026-03-01"},
	{"has already been defined", "defined-twice", "同一个键写了两次", sameKeyFix},
	{"was already created", "defined-twice", "同一个键写了两次", sameKeyFix},
	{"is not a table", "defined-twice", "同一个键写了两次", sameKeyFix},
	{"hexadecimal digits", "escape-digits", `\u 后面要有四位十六进制数字`, `直接写这个字，不用 \u`},
	{"is not valid UTF-8", "escape-no-character", `\u 后面的数字不是一个字`, `直接写这个字，不用 \u`},
	{"invalid escape", "escape-wrong", "反斜杠用得不对", `要写反斜杠本身就写两个“\\”`},
	{"control char", "control", "这里有看不见的控制字符", "删去这个字符"},
	{"out of range", "number-large", "数字太大", "改成合理的数字"},
	{"leading zeroes", "leading-zero", "数字不能以 0 开头", "删去开头的 0"},
	{"underscores", "underscore", "数字里的下划线用得不对", "数字里不要写下划线"},
	{"float", "float-form", "小数的写法不对", "写成 1.3 这样的小数"},
	{"strings cannot contain newlines", "quote-unclosed", "引号没有结束", `在这一行的末尾补上英文引号 "`},
	{"unexpected EOF", "file-cut", "文件到这里就断了，后面还缺东西", "补上缺少的引号或括号；文件可能没有传完"},
	{`unexpected '""""""'`, "quotes-many", "引号太多", `文字用三个英文双引号 """ 结束`},
	{"key name appears blank", "key-blank-name", "等号前面没有键", "补上键，例如 title"},
	{"comma", "comma", "逗号用得不对", "两项之间用一个英文逗号“,”隔开"},
}

// libraryFault translates the library's error, at the character where it stopped.
// known is false for an error without a translation of its own.
func libraryFault(text string, err error) (f fault, known bool) {
	f = fault{code: "syntax", message: "这里的写法不合规则，读不下去", fix: "对照其他文件，检查这一行和上一行的引号、等号和括号"}
	var pe library.ParseError
	if !errors.As(err, &pe) {
		return f, false
	}
	f.off = min(max(pe.Position.Start, 0), len(text))
	for _, w := range translations {
		if strings.Contains(pe.Message, w.piece) {
			f.code, f.message, f.fix = w.code, w.message, w.fix
			return f, true
		}
	}
	return f, false
}
