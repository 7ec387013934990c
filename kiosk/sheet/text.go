package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding" // GBK and UTF-16, which Excel and Notepad save
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A text file is a table with tabs, commas or semicolons between its cells. Its cells are named as a program names them
// that opens the file.

// text reads a table of text.
func (r *reader) text(data []byte) (Book, error) {
	text, err := decodeText(data)
	if err != nil {
		return Book{}, err
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	text, comma := separatorOf(text)
	s, err := r.records(text, comma)
	return Book{Sheets: []Sheet{s}}, err
}

// decodeText returns a file's text. What is neither UTF-8 nor UTF-16 is GB 18030, which holds GBK.
func decodeText(data []byte) (string, error) {
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) && utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		return strings.TrimLeft(string(data), "\ufeff"), nil
	}
	if bytes.IndexByte(data, 0) >= 0 && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")) && nearlyUTF8(data) {
		return "", damaged(strings.ReplaceAll(strings.ToValidUTF8(string(data), "\ufffd"), "\x00", "\ufffd"))
	}
	var enc encoding.Encoding
	switch wide := zeros(data); {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), wide == 1:
		enc = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
		if wide == 1 && !bytes.HasPrefix(data, []byte("\xff\xfe")) {
			enc = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
		}
	case bytes.HasPrefix(data, []byte("\xfe\xff")), wide == 0:
		enc = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case utf8.Valid(data):
		return string(data), nil
	case nearlyUTF8(data):
		return "", damaged(strings.ToValidUTF8(string(data), "\ufffd"))
	default:
		enc = simplifiedchinese.GB18030
	}
	text, _, err := transform.String(enc.NewDecoder(), string(data))
	text = strings.ReplaceAll(strings.TrimLeft(text, "\ufeff"), "\x00", "\ufffd")
	switch {
	case err != nil, strings.Count(text, "\ufffd")*10 > utf8.RuneCountInString(text):
		return "", fault{"sheet-no-text", "这个文件不是表格，也不是文字", saveAs}
	case strings.Contains(text, "\ufffd"):
		return "", damaged(text)
	}
	return text, nil
}

// nearlyUTF8 reports whether a file is UTF-8 but for a few bytes, as one that was cut.
func nearlyUTF8(data []byte) bool {
	wrong, han := 0, 0 // bytes that no UTF-8 has, and characters that need three or more
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			wrong++
		case r >= 0x2e80:
			han++
		}
		data = data[n:]
	}
	return wrong*20 <= han || wrong <= 3 && wrong < han
}

// damaged returns the error of a text with characters that can't be read.
func damaged(text string) error {
	line := strings.Count(text[:strings.Index(text, "\ufffd")], "\n") + 1
	return fault{"sheet-characters", fmt.Sprintf("第 %d 行有认不出的字符，文件的编码混了或者拷贝时断了", line), "重新拷贝一份；还是不行，就用 WPS 或 Excel 打开，看看那一行，另存为 .xlsx"}
}

// zeros returns on which side of every two bytes the zeros of UTF-16 without a mark stand: 1 for the second (little
// endian), 0 for the first, -1 where there are none. Tabs, commas and line feeds have one; one or two alone are damage.
func zeros(data []byte) int {
	var n [2]int
	data = data[:min(len(data), 8192)&^1]
	for i, b := range data {
		if b == 0 {
			n[i&1]++
		}
	}
	switch total := len(data) / 2; {
	case n[1] > max(2, 3*n[0]) && n[1]*50 > total:
		return 1
	case n[0] > max(2, 3*n[1]) && n[0]*50 > total:
		return 0
	}
	return -1
}

// separatorOf returns what stands between cells. Excel's own first line sep=; names it; else it is the one with which more of
// the form's names are whole cells.
func separatorOf(text string) (rest string, comma rune) {
	if first, below, _ := strings.Cut(text, "\n"); len(first) == len("sep=;") && strings.HasPrefix(first, "sep=") {
		return below, rune(first[len(first)-1])
	}
	most := -1
	for _, c := range "\t,;，" {
		names := 0
		for line := range strings.Lines(text[:min(len(text), 1<<16)]) {
			for _, cell := range strings.Split(line, string(c)) {
				if fieldOf(strings.Trim(cell, "\" \n")) != Nothing {
					names++
				}
			}
		}
		if names > most {
			most, comma = names, c
		}
	}
	return text, comma
}

// records reads the rows of a text. A row has a number even if it is blank.
func (r *reader) records(text string, comma rune) (Sheet, error) {
	var s Sheet
	for row, line := 1, 1; text != ""; row++ {
		cells, rest, ok := recordOf(text, string(comma))
		if !ok {
			return s, fault{"sheet-quotes", fmt.Sprintf("第 %d 行的引号不成对，分不清后面的格子", line), "用 WPS 或 Excel 重新存成 .xlsx；或在那一行补上少的英文双引号"}
		}
		if err := r.record(&s, row, cells); err != nil {
			return s, err
		}
		line += strings.Count(text[:len(text)-len(rest)], "\n")
		text = rest
	}
	return s, nil
}

// record adds a row of texts.
func (r *reader) record(s *Sheet, number int, texts []string) error {
	row := Row{Number: number}
	for i, text := range texts {
		r.read += int64(len(text)) + 1
		switch text = trimmed(Unguarded(text)); {
		case text == "":
		case i >= maxColumns:
			s.passOver(number)
		default:
			row.Cells = append(row.Cells, Cell{Column: i + 1, Text: text})
		}
	}
	return r.add(s, row)
}

// add adds a row to a sheet, within the bounds.
func (r *reader) add(s *Sheet, row Row) error {
	if len(row.Cells) == 0 {
		return r.ctx.Err()
	}
	r.filled++
	r.cells += len(row.Cells)
	for i := range row.Cells {
		r.chars += len(row.Cells[i].Text)
	}
	switch {
	case r.filled > maxFilled:
		return fault{"sheet-rows-many", fmt.Sprintf("表太长，有字的行超过 %d 行", maxFilled), "只留下目录，别的移到另一个文件，再导入"}
	case r.cells > maxCells, r.chars > maxText:
		return fault{"sheet-text-large", "表太大，字太多", "只留下目录，别的移到另一个文件，再导入"}
	}
	s.Rows = append(s.Rows, row)
	if r.filled%256 == 0 && r.progress != nil {
		r.progress(r.read, r.all)
	}
	return r.ctx.Err()
}

// trimmed returns a cell's text without blank lines at its ends and white space behind its lines. What stands in front of
// a line is its depth, and a blank line among others belongs to what a centre writes itself.
func trimmed(text string) string {
	if !strings.ContainsAny(text, "\n\r") {
		return strings.TrimRight(text, blanks)
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, blanks); line != "" || len(lines) > 0 {
			lines = append(lines, line)
		}
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// blanks are the white space behind a line.
const blanks = " \t\n\u3000\u00a0"
