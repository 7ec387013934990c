package sheet

import (
	"bufio"
	"context"
	"io"
	"strings"
)

// WriteTSV writes a form as text with tabs, as spreadsheets open it without a question: UTF-8 with its mark, lines
// that end in CRLF, cells of several lines in quotes. Merged cells have their text in the first, but a 一级事项 stands in
// each of its rows. It calls step after each row; the context ends the writing early.
func WriteTSV(ctx context.Context, w io.Writer, f Form, step func()) error {
	b := bufio.NewWriter(w)
	b.WriteString("\ufeff")
	writeLine(b, titleRow(f))
	for _, row := range f.headRows() {
		writeLine(b, row)
	}
	for _, values := range f.Rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		cells := make([]string, len(values))
		for i, v := range values {
			cells[i] = v.String()
		}
		writeLine(b, cells)
		step()
	}
	return b.Flush()
}

// titleRow returns the form's title as a row.
func titleRow(f Form) []string {
	row := make([]string, len(f.Heads))
	row[0] = f.Title
	return row
}

// headRows returns the header's rows: in the lower one stand the names below a group's.
func (f Form) headRows() [][]string {
	upper, lower := make([]string, len(f.Heads)), make([]string, len(f.Heads))
	for i, h := range f.Heads {
		switch {
		case h.Group == "":
			upper[i] = h.Name
		case i > 0 && f.Heads[i-1].Group == h.Group:
			lower[i] = h.Name
		default:
			upper[i], lower[i] = h.Group, h.Name
		}
	}
	return [][]string{upper, lower}[:f.top()-1]
}

func writeLine(b *bufio.Writer, cells []string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(guarded(c))
	}
	b.WriteString("\r\n")
}

// isFormula reports whether a spreadsheet would calculate a text, or would without the apostrophes before it.
func isFormula(text string) bool {
	i := 0
	for i < len(text) && text[i] == '\'' {
		i++
	}
	return i < len(text) && (text[i] == '=' || text[i] == '+' || text[i] == '-' || text[i] == '@')
}

// guarded returns a cell as text with tabs has it: in quotes where it must be, and behind an apostrophe where it would
// be calculated.
func guarded(cell string) string {
	if isFormula(cell) {
		cell = "'" + cell
	}
	if strings.ContainsAny(cell, "\t\n\r\"") {
		return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
	}
	return cell
}

// Unguarded returns a cell without the apostrophe that keeps a spreadsheet from calculating it.
func Unguarded(cell string) string {
	if isFormula(cell) && cell[0] == '\'' {
		return cell[1:]
	}
	return cell
}
