package word

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese" // Notepad and WeChat on older machines save GBK, which GB 18030 contains
	"golang.org/x/text/encoding/unicode"
)

// unreadable is a file that is no text.
var unreadable = &Fault{"document-no-text", "不是文字文件，也不是 Word 文档", "用 Word 或 WPS 打开，另存为 .docx，再导入"}

// decode returns a text file's text: UTF-8, UTF-16 with a mark, or GB 18030.
func decode(data []byte) (string, *Fault) {
	with := func(e encoding.Encoding) (string, *Fault) {
		out, err := e.NewDecoder().Bytes(data)
		if err != nil || bytes.ContainsRune(out, utf8.RuneError) || bytes.ContainsRune(out, 0) {
			return "", unreadable
		}
		return string(out), nil
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return with(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))
	case bytes.IndexByte(data, 0) >= 0:
		return "", unreadable
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\ufeff"), nil
	}
	return with(simplifiedchinese.GB18030)
}
