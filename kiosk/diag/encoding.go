package diag

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	// GB 18030 holds GBK and GB 2312, which is what an old Notepad saves.
	"golang.org/x/text/encoding/simplifiedchinese"
)

// MaxBytes is the largest TOML file that is read. A reader may stop one byte
// behind it: the file is refused all the same.
const MaxBytes = 1 << 20

const saveAsUTF8 = "用记事本打开，选“另存为”，编码选“UTF-8”，再保存"

// read checks what stands before the first letter: size, encoding, control
// characters. Without faults the text is UTF-8 and without a BOM.
func read(file string, data []byte) (*source, []Problem) {
	s := &source{file: file}
	switch {
	case len(data) > MaxBytes:
		return s, []Problem{{File: file, Message: "文件超过 1 MiB，太大了", Fix: "文字内容不会这么大，看看是不是放错了文件；图片放到 images 目录"}}
	case foreign(data) != "":
		return s, []Problem{s.whole("这是"+foreign(data)+"，不是文字文件", "用记事本写，另存为 .toml 文件，编码选“UTF-8”")}
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")), looksUTF16(data):
		return s, []Problem{s.whole("文件是 UTF-16 编码（记事本里叫“Unicode”），不是 UTF-8", saveAsUTF8)}
	}
	s.text = withoutBOM(data)
	if strings.TrimSpace(s.text) == "" {
		return s, []Problem{s.whole("文件是空的", "补上内容；不需要这个文件就把它删去")}
	}
	if !utf8.ValidString(s.text) {
		return s, []Problem{s.badUTF8()}
	}
	return s, s.controls()
}

// withoutBOM is a text without the mark that some editors put in front, twice at times.
func withoutBOM(data []byte) string { return strings.TrimLeft(string(data), "\ufeff") }

// formats are files that offices write in place of a text, by how they begin.
var formats = []struct{ head, name string }{
	{"PK\x03\x04", " Word、WPS、Excel 文件或压缩包"},
	{"\xd0\xcf\x11\xe0", "旧版的 Word、WPS 或 Excel 文件"},
	{`{\rtf`, "写字板（RTF）文件"},
	{"%PDF-", " PDF 文件"},
}

// foreign is what else a file is, "" for what may be a text.
func foreign(data []byte) string {
	for _, f := range formats {
		if bytes.HasPrefix(data, []byte(f.head)) {
			return f.name
		}
	}
	return ""
}

// whole is an error of the file as a whole: it stands at its beginning.
func (s *source) whole(message, fix string) Problem {
	return Problem{File: s.file, Line: 1, Column: 1, Whole: true, Message: message, Fix: fix}
}

// looksUTF16 recognises UTF-16 that has no BOM: TOML's own signs are ASCII, so
// that every other byte of them is 0. The other side may have a few zeros too
// (一 is U+4E00).
func looksUTF16(data []byte) bool {
	data = data[:min(len(data), 4096)&^1]
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i&1]++
		}
	}
	most, least := max(zeros[0], zeros[1]), min(zeros[0], zeros[1])
	return most*20 >= len(data)/2 && most >= 2 && most >= 3*least
}

// badUTF8 tells GBK from UTF-8 that was cut or damaged: in a GBK file hardly any
// character happens to be a whole one of UTF-8.
func (s *source) badUTF8() Problem {
	first, broken, whole := -1, 0, 0
	for i := 0; i < len(s.text); {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if r == utf8.RuneError && n == 1 {
			if first < 0 {
				first = i
			}
			broken++
		} else if n > 1 {
			whole++
		}
		i += n
	}
	if broken > whole && decodesAsGBK(s.text) {
		return s.whole("文件是 GBK 编码（记事本里叫“ANSI”），不是 UTF-8", saveAsUTF8)
	}
	return s.at(first).Problem(Error, fmt.Sprintf("这里有不是 UTF-8 的字节 0x%02X，文件可能没有传完或已损坏", s.text[first]), "重新同步或重新保存这个文件，编码选“UTF-8”")
}

// decodesAsGBK allows one character that the file's end has cut.
func decodesAsGBK(s string) bool {
	t, err := simplifiedchinese.GB18030.NewDecoder().String(s)
	if err != nil {
		return false
	}
	bad := strings.Count(t, "\ufffd")
	return bad == 0 || bad == 1 && strings.HasSuffix(t, "\ufffd")
}

// controls finds the characters that TOML forbids everywhere, a line break that
// is a lone carriage return among them.
func (s *source) controls() []Problem {
	var found []Problem
	returned := false
	// One NUL is enough to know: what has one has thousands.
	if i := strings.IndexByte(s.text, 0); i >= 0 {
		return []Problem{s.at(i).Problem(Error, "这里有空字节 NUL，不是文字文件该有的", "文件可能已损坏或不是文字文件，重新保存或重新同步")}
	}
	for i := 0; i < len(s.text) && len(found) <= MaxPerFile; i++ {
		switch c := s.text[i]; {
		case c == '\r' && returned:
		case c == '\r' && !strings.HasPrefix(s.text[i+1:], "\n"):
			// The mend is one for all of them.
			returned = true
			found = append(found, s.at(i).Problem(Error, "换行符只有回车，没有换行", "用记事本打开，全选、复制，粘贴到新建的文件里，另存为原来的文件名，编码选“UTF-8”；换行就都是 CRLF 了"))
		case c < ' ' && c != '\t' && c != '\n' && c != '\r', c == 0x7f:
			found = append(found, s.at(i).Problem(Error, fmt.Sprintf("这里有看不见的控制字符 U+%04X", c), "删去这个字符，必要时把这一行重新打一遍"))
		}
	}
	return found
}
