package toml

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	// GB 18030 holds GBK and GB 2312, which is what an old Notepad saves.
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode" // UTF-16

	"gongkai/kiosk/diag"
)

// MaxBytes is the largest TOML file that is read. A reader may stop one byte
// behind it: the file is refused all the same.
const MaxBytes = 1 << 20

// bom is the byte order mark that some editors write in front, a few of them twice.
const bom = "\ufeff"

const saveAsUTF8 = "用记事本打开，选“另存为”，编码选“UTF-8”，再保存"

// read checks a file before its first word is read: its size, encoding and control
// characters. Without problems the text is UTF-8 and has no BOM.
func read(file string, data []byte) (*diag.Source, []diag.Problem) {
	src := &diag.Source{File: file}
	switch {
	case len(data) > MaxBytes:
		return src, []diag.Problem{{File: file, Code: "file-large", Message: "文件超过 1 MiB，太大了", Fix: "文字内容不会这么大，看看是不是放错了文件；图片放到 images 目录"}}
	case foreign(data) != "":
		return src, whole("no-text", file, "这是"+foreign(data)+"，不是文字文件", "用记事本写，另存为 .toml 文件，编码选“UTF-8”")
	}
	src.Text = strings.TrimLeft(string(data), bom)
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")), looksUTF16(data):
		return src, recoded(whole("utf16", file, "文件是 UTF-16 编码（记事本里叫“Unicode”），不是 UTF-8", saveAsUTF8), src.Text, fromUTF16(data))
	case strings.TrimSpace(src.Text) == "":
		return src, whole("file-empty", file, "文件是空的", "补上内容；不需要这个文件就把它删去")
	}
	if !utf8.ValidString(src.Text) {
		return src, badUTF8(src)
	}
	return src, controls(src)
}

// readableLines returns a text that read has found problems in with the lines blanked that have one.
func readableLines(text string) []byte {
	readable := []byte(text)
	off := 0
	for line := range strings.Lines(text) {
		if !utf8.ValidString(line) || len(controls(&diag.Source{Text: line})) > 0 {
			erase(readable[off : off+len(line)])
		}
		off += len(line)
	}
	return readable
}

// readablePieces returns a text that read has found problems in without the statements that have one, all the lines of a
// list or a text among them.
func readablePieces(text string, keys fields) []piece {
	readable := readableLines(text)
	g := guessOf(masked(text), keys)
	return g.pieces(readable, func(st statement) bool { return string(readable[st.start:st.end]) != text[st.start:st.end] })
}

// masked returns a text with question marks for the bytes that read has found problems in.
func masked(text string) string {
	masked := []byte(text)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n == 1 || r < ' ' && r != '\t' && r != '\n' && !strings.HasPrefix(text[i:], "\r\n") || r == 0x7f {
			masked[i] = '?'
		}
		i += n
	}
	return string(masked)
}

// formats are the files that offices write instead of text, by how they begin.
var formats = []struct{ head, name string }{
	{"PK\x03\x04", " Word、WPS、Excel 文件或压缩包"},
	{"\xd0\xcf\x11\xe0", "旧版的 Word、WPS 或 Excel 文件"},
	{`{\rtf`, "写字板（RTF）文件"},
	{"%PDF-", " PDF 文件"},
}

// foreign returns the name of the format that a file has instead of text, "" for what may be text.
func foreign(data []byte) string {
	for _, f := range formats {
		if bytes.HasPrefix(data, []byte(f.head)) {
			return f.name
		}
	}
	return ""
}

// whole returns an error of the file as a whole, at its beginning.
func whole(code, file, message, fix string) []diag.Problem {
	return []diag.Problem{{File: file, Line: 1, Column: 1, Whole: true, Code: code, Message: message, Fix: fix}}
}

// looksUTF16 reports whether a file is UTF-16 without a BOM: TOML's own signs are ASCII,
// so every other byte of them is 0. The other side may have a few zeros too (一 is U+4E00).
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

// badUTF8 distinguishes GBK from UTF-8 that was cut or damaged: hardly any character of
// a GBK file happens to be a whole one of UTF-8.
func badUTF8(src *diag.Source) []diag.Problem {
	first, broken, intact := -1, 0, 0
	for i := 0; i < len(src.Text); {
		r, n := utf8.DecodeRuneInString(src.Text[i:])
		if r == utf8.RuneError && n == 1 {
			if first < 0 {
				first = i
			}
			broken++
		} else if n > 1 {
			intact++
		}
		i += n
	}
	if broken > intact && decodesAsGBK(src.Text) {
		return recoded(whole("gbk", src.File, "文件是 GBK 编码（记事本里叫“ANSI”），不是 UTF-8", saveAsUTF8), src.Text, fromGBK(src.Text))
	}
	return []diag.Problem{src.At(first).Problem(diag.Error, "bad-byte", fmt.Sprintf("这里有不是 UTF-8 的字节 0x%02X，文件可能没有传完或已损坏", src.Text[first]), "重新同步或重新保存这个文件，编码选“UTF-8”")}
}

// recoded adds to a problem of a file's encoding the mend that writes the whole text in UTF-8; none for an unclear text.
func recoded(problems []diag.Problem, old, text string) []diag.Problem {
	if text != "" {
		problems[0].Mend = diag.Mend{End: len(old), Text: text}
	}
	return problems
}

// fromUTF16 returns the text of a file in UTF-16 with a byte order mark, "" where that isn't certain.
func fromUTF16(data []byte) string {
	order := unicode.LittleEndian
	if bytes.HasPrefix(data, []byte("\xfe\xff")) {
		order = unicode.BigEndian
	} else if !bytes.HasPrefix(data, []byte("\xff\xfe")) {
		return ""
	}
	text, err := unicode.UTF16(order, unicode.ExpectBOM).NewDecoder().Bytes(data)
	if err != nil || len(data)%2 == 1 || bytes.Contains(text, []byte("\ufffd")) {
		return ""
	}
	return string(text)
}

// fromGBK returns the text of a file in GBK, "" where that isn't certain: another encoding's characters would nearly all be
// rare ones, which GB 2312 lacks, and a file that was cut may end within one.
func fromGBK(s string) string {
	text, err := simplifiedchinese.GB18030.NewDecoder().String(s)
	if err != nil || strings.Contains(text, "\ufffd") {
		return ""
	}
	wide, rare := 0, 0
	common := simplifiedchinese.HZGB2312.NewEncoder()
	for _, r := range text {
		if r < utf8.RuneSelf {
			continue
		}
		wide++
		if _, err := common.String(string(r)); err != nil {
			rare++
		}
	}
	if rare*20 > wide {
		return ""
	}
	return text
}

// decodesAsGBK reports whether a text is GBK; the file's end may have cut one character.
func decodesAsGBK(s string) bool {
	t, err := simplifiedchinese.GB18030.NewDecoder().String(s)
	if err != nil {
		return false
	}
	bad := strings.Count(t, "\ufffd")
	return bad == 0 || bad == 1 && strings.HasSuffix(t, "\ufffd")
}

// controls finds the characters that TOML forbids everywhere, among them a line break
// that is a lone carriage return.
func controls(src *diag.Source) []diag.Problem {
	text := src.Text
	// One NUL is enough to know: a file with one has thousands.
	if i := strings.IndexByte(text, 0); i >= 0 {
		return []diag.Problem{src.At(i).Problem(diag.Error, "nul", "这里有空字节 NUL，不是文字文件该有的", "文件可能已损坏或不是文字文件，重新保存或重新同步")}
	}
	var found []diag.Problem
	returned := false
	for i := 0; i < len(text) && len(found) <= diag.MaxPerFile; i++ {
		c := text[i]
		if c >= ' ' && c != 0x7f || c == '\t' || c == '\n' {
			continue
		}
		switch {
		case c != '\r':
			found = append(found, src.At(i).Problem(diag.Error, "control-byte", fmt.Sprintf("这里有看不见的控制字符 U+%04X", c), "删去这个字符，必要时把这一行重新打一遍"))
		case !returned && !strings.HasPrefix(text[i+1:], "\n"):
			returned = true // one fix for all of them
			found = append(found, src.At(i).Problem(diag.Error, "lone-return", "换行符只有回车，没有换行", "用记事本打开，全选、复制，粘贴到新建的文件里，另存为原来的文件名，编码选“UTF-8”；换行就都是 CRLF 了"))
		}
	}
	return found
}
