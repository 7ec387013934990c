package sheet

import (
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// readSheet reads the cells and the merged areas of one sheet.
func (w *workbook) readSheet(d *xml.Decoder, s *Sheet) error {
	row, column, inRow := Row{}, 0, false
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "row":
				row = Row{Number: rowNumber(e, row.Number), Hidden: isTrue(attr(e, "hidden"))}
				column, inRow = 0, true
			case "c":
				if !inRow {
					break
				}
				if column, err = w.cell(d, e, s, &row, column); err != nil {
					return err
				}
			case "hyperlink":
				if area, ok := parseRange(attr(e, "ref")); ok && len(s.Linked) < maxFilled {
					s.Linked = append(s.Linked, area)
				}
			case "col":
				s.conceal(e)
			case "mergeCell":
				if area, ok := parseRange(attr(e, "ref")); ok && len(s.Merges) < maxMerges {
					s.Merges = append(s.Merges, area)
				}
			}
		case xml.EndElement:
			if e.Name.Local != "row" {
				break
			}
			inRow = false
			if last := len(s.Rows) - 1; last >= 0 && s.Rows[last].Number >= row.Number {
				return fault{"sheet-row-order", "表格文件坏了：行的次序不对", saveAs}
			}
			if err := w.add(s, row); err != nil {
				return err
			}
		}
	}
}

// conceal notes the columns of an element that are hidden.
func (s *Sheet) conceal(e xml.StartElement) {
	from, err1 := strconv.Atoi(attr(e, "min"))
	to, err2 := strconv.Atoi(attr(e, "max"))
	if isTrue(attr(e, "hidden")) && err1 == nil && err2 == nil && len(s.Concealed) < maxColumns {
		s.Concealed = append(s.Concealed, Range{Left: from, Right: to})
	}
}

// rowNumber returns a row's number, which may be left out.
func rowNumber(e xml.StartElement, last int) int {
	if n, err := strconv.Atoi(attr(e, "r")); err == nil && n > 0 && n <= maxRow {
		return n
	}
	return last + 1
}

// cell reads a cell up to its end, adds it to its row if it isn't blank, and returns its column. A cell without an address
// stands behind the last one.
func (w *workbook) cell(d *xml.Decoder, e xml.StartElement, s *Sheet, row *Row, last int) (column int, err error) {
	c := Cell{Column: last + 1}
	if _, column, ok := parseAddress(attr(e, "r")); ok {
		c.Column = column
	}
	raw, err := rawCell(d)
	if err != nil {
		return 0, err
	}
	if c.Column <= last {
		return 0, fault{"sheet-cell-order", "表格文件坏了：格子的次序不对", saveAs}
	}
	style, _ := strconv.Atoi(attr(e, "s"))
	w.fill(&c, attr(e, "t"), w.format(style), raw)
	switch c.Text = trimmed(c.Text); {
	case c.Text == "" && c.Lost == "":
	case c.Column > maxColumns:
		s.passOver(row.Number)
	default:
		row.Cells = append(row.Cells, c)
	}
	return c.Column, nil
}

// rawValue is what a cell's element holds.
type rawValue struct {
	value          string // <v>
	inline         shared // <is>
	formula, given bool   // it has <f>, and it has <v>
}

// rawCell reads from behind <c> up to </c>.
func rawCell(d *xml.Decoder) (raw rawValue, err error) {
	for {
		t, err := d.RawToken()
		if err != nil {
			return raw, err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "f":
				raw.formula = true
				_, err = innerText(d, "f")
			case "v":
				raw.given = true
				raw.value, err = innerText(d, "v")
			case "is":
				raw.given = true
				raw.inline, err = readShared(d, "is")
			}
			if err != nil {
				return raw, err
			}
		case xml.EndElement:
			if e.Name.Local == "c" {
				return raw, nil
			}
		}
	}
}

// fill gives a cell its text by its kind (ECMA-376, ST_CellType).
func (w *workbook) fill(c *Cell, kind string, f format, raw rawValue) {
	c.Struck = f.struck
	switch {
	case raw.formula && !raw.given:
		c.Lost = lostFormula
	case raw.formula && strings.Contains(raw.value, "DISPIMG("): // a picture that WPS keeps in a cell
		c.Lost = lostPicture
	case kind == "e":
		c.Lost = "公式算不出来（" + raw.value + "）"
	case kind == "s":
		i, err := strconv.Atoi(strings.TrimSpace(raw.value))
		if err != nil || i < 0 || i >= len(w.strings) {
			c.Lost = lostShared
			break
		}
		c.Text, c.Struck = w.strings[i].text, c.Struck || w.strings[i].struck
	case kind == "inlineStr":
		c.Text, c.Struck = raw.inline.text, c.Struck || raw.inline.struck
	case kind == "str":
		c.Text = unescaped(raw.value)
	case kind == "b":
		c.Text = map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(strings.TrimSpace(raw.value))]
	case kind == "d":
		c.Text = strings.TrimSuffix(raw.value, "T00:00:00")
	default:
		c.Text = f.show(strings.TrimSpace(raw.value), w.from1904)
	}
}

// shared is a text with its runs joined.
type shared struct {
	text   string
	struck bool
}

// readStrings reads the texts that cells share.
func (w *workbook) readStrings(d *xml.Decoder) error {
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "si" {
			s, err := readShared(d, "si")
			if err != nil {
				return err
			}
			if w.strings = append(w.strings, s); len(w.strings) > maxCells {
				return errLarge
			}
		}
	}
}

// readShared reads a text from behind its element's beginning up to its end. How a word is pronounced (<rPh>) isn't part of it.
func readShared(d *xml.Decoder, end string) (s shared, err error) {
	var b strings.Builder
	spoken := false
	for {
		t, err := d.RawToken()
		if err != nil {
			return s, err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "rPh":
				spoken = true
			case "strike":
				s.struck = s.struck || attr(e, "val") == "" || isTrue(attr(e, "val"))
			case "t":
				text, err := innerText(d, "t")
				if err != nil {
					return s, err
				}
				if !spoken {
					b.WriteString(text)
				}
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "rPh":
				spoken = false
			case end:
				s.text = unescaped(b.String())
				return s, nil
			}
		}
	}
}

// innerText reads the text from behind an element's beginning up to its end, of at most maxRun bytes: comments may cut it
// into any number of parts.
func innerText(d *xml.Decoder, end string) (string, error) {
	var b strings.Builder
	for {
		t, err := d.RawToken()
		if err != nil {
			return "", err
		}
		switch e := t.(type) {
		case xml.CharData:
			if b.Write(e); b.Len() > maxRun {
				return "", errLong
			}
		case xml.EndElement:
			if e.Name.Local == end {
				return b.String(), nil
			}
		}
	}
}

// escape matches a character that XML can't hold, as Office writes it (ECMA-376, ST_Xstring).
var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped returns a text with such characters. Those that no text has are dropped: they can't be seen.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escape.ReplaceAllStringFunc(text, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 16)
		if r := rune(n); r >= ' ' && utf8.ValidRune(r) || r == '\n' || r == '\r' || r == '\t' {
			return string(r)
		}
		return ""
	})
}
