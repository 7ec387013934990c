package sheet

import (
	"archive/zip"
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"time"
)

// WriteXLSX writes forms as the sheets of a workbook, in the looks of the official table: a title, one or two header
// rows that each printed page repeats, and rows with borders, on A3 across. It calls step after each row; the context
// ends the writing early. Equal forms give equal bytes. Unwritable finds nothing in the forms.
func WriteXLSX(ctx context.Context, w io.Writer, forms []Form, step func()) error {
	b := bookWriter{zip: zip.NewWriter(w), shared: map[string]int{}}
	for i, f := range forms {
		if err := b.sheet(ctx, i, f.widened(), step); err != nil {
			return err
		}
	}
	for _, part := range []struct{ name, text string }{
		{"xl/sharedStrings.xml", b.strings()},
		{"xl/styles.xml", xmlHead + stylesXML},
		{"xl/workbook.xml", workbookXML(forms)},
		{"xl/_rels/workbook.xml.rels", relationsXML(len(forms))},
		{"_rels/.rels", xmlHead + packageXML},
		{"[Content_Types].xml", contentTypesXML(len(forms))},
	} {
		p, err := b.zip.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(p, part.text); err != nil {
			return err
		}
	}
	return b.zip.Close()
}

// bookWriter is a workbook while it is written. Texts stand in one list of all sheets: all programs read that, and
// repeated texts take no room.
type bookWriter struct {
	zip    *zip.Writer
	shared map[string]int
	texts  []string
	uses   int
}

// sheet writes a form's part.
func (b *bookWriter) sheet(ctx context.Context, i int, f Form, step func()) error {
	part, err := b.zip.Create(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(part)
	w.WriteString(sheetHead(f, i == 0))
	b.head(w, f)
	for i := range f.Rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		b.row(w, f, i)
		step()
	}
	w.WriteString(`</sheetData>`)
	if merges := f.merges(); len(merges) > 0 {
		fmt.Fprintf(w, `<mergeCells count="%d">`, len(merges))
		for _, m := range merges {
			fmt.Fprintf(w, `<mergeCell ref="%s:%s"/>`, Address(m.Top, m.Left), Address(m.Bottom, m.Right))
		}
		w.WriteString(`</mergeCells>`)
	}
	w.WriteString(pageXML)
	return w.Flush()
}

// sheetHead returns a sheet's part up to its first row: columns, and the header that stays in sight.
func sheetHead(f Form, first bool) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<worksheet xmlns="` + mainSpace + `"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	fmt.Fprintf(&b, `<dimension ref="A1:%s"/>`, Address(f.top()+len(f.Rows), len(f.Heads)))
	selected := ""
	if first {
		selected = ` tabSelected="1"`
	}
	fmt.Fprintf(&b, `<sheetViews><sheetView%s workbookViewId="0"><pane ySplit="%d" topLeftCell="%s" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
		selected, f.top(), Address(f.top()+1, 1))
	b.WriteString(`<sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, h := range f.Heads {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, h.Width)
	}
	b.WriteString(`</cols><sheetData>`)
	return b.String()
}

// head writes the title and the header.
func (b *bookWriter) head(w *bufio.Writer, f Form) {
	b.open(w, 1, 42, true)
	b.cell(w, 1, 1, titleStyle, Value{Text: f.Title})
	w.WriteString(`</row>`)
	for i, names := range f.headRows() {
		b.open(w, i+2, 30, true)
		for k, name := range names {
			b.cell(w, i+2, k+1, headStyle, Value{Text: name})
		}
		w.WriteString(`</row>`)
	}
}

// row writes a row of the table. A cell that is joined with the one above is empty.
func (b *bookWriter) row(w *bufio.Writer, f Form, i int) {
	number, values := f.top()+i+1, f.Rows[i]
	b.open(w, number, heightOf(f.Heads, values), false)
	for k, v := range values {
		look := styleOf(f.Heads[k], v)
		if i > 0 && f.joined(k, i-1, i) {
			v = Value{}
		}
		b.cell(w, number, k+1, look, v)
	}
	w.WriteString(`</row>`)
}

// open begins a row. A program may fit a height that isn't fixed to the text, once it is edited.
func (b *bookWriter) open(w *bufio.Writer, number, height int, fixed bool) {
	custom := ""
	if fixed {
		custom = ` customHeight="1"`
	}
	fmt.Fprintf(w, `<row r="%d" ht="%d"%s>`, number, height, custom)
}

// cell writes a cell. A text is one of the list, and so never a formula.
func (b *bookWriter) cell(w *bufio.Writer, row, column, style int, v Value) {
	fmt.Fprintf(w, `<c r="%s" s="%d"`, Address(row, column), style)
	switch {
	case v.Number != 0:
		fmt.Fprintf(w, `><v>%d</v></c>`, v.Number)
	case !v.Time.IsZero():
		fmt.Fprintf(w, `><v>%s</v></c>`, serial(v.Time))
	case v.Text != "":
		fmt.Fprintf(w, ` t="s"><v>%d</v></c>`, b.share(v.Text))
	default:
		w.WriteString(`/>`)
	}
}

// share returns a text's number in the list.
func (b *bookWriter) share(text string) int {
	b.uses++
	n, known := b.shared[text]
	if !known {
		n = len(b.texts)
		b.shared[text], b.texts = n, append(b.texts, text)
	}
	return n
}

// strings returns the part with the list of texts.
func (b *bookWriter) strings() string {
	var s strings.Builder
	fmt.Fprintf(&s, `%s<sst xmlns="%s" count="%d" uniqueCount="%d">`, xmlHead, mainSpace, b.uses, len(b.texts))
	for _, t := range b.texts {
		s.WriteString(`<si><t xml:space="preserve">`)
		s.WriteString(escaped(t))
		s.WriteString(`</t></si>`)
	}
	s.WriteString(`</sst>`)
	return s.String()
}

// serial returns a time as workbooks count it: days since the end of 1899.
func serial(t time.Time) string {
	since := t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC))
	days, rest := since/(24*time.Hour), since%(24*time.Hour)
	if rest == 0 {
		return fmt.Sprint(int64(days))
	}
	return fmt.Sprintf("%.10f", float64(days)+float64(rest)/float64(24*time.Hour))
}
