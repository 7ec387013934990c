package sheet

import (
	"fmt"
	"slices"
	"strings"

	"gongkai/kiosk/diag"
)

// Further is what a workbook has in its further sheets.
type Further struct {
	Lost     int // cells that found no place
	Problems []diag.Problem
	tables   []furtherTable
}

// furtherTable is a further sheet as it was read.
type furtherTable struct {
	*furtherKind
	columns []furtherColumn // those that it has
	rows    []furtherRow
	partial bool // a cell or a row of it isn't taken
}

// furtherRow is a row of a further sheet.
type furtherRow struct {
	at     string // its place
	number int    // 序号
	item   string // 事项
	values values
	unread map[string]bool // keys whose cell has no value that is understood
	word   string          // of 节假日
}

// furtherKind is how a further sheet is known, and what its columns hold.
type furtherKind struct {
	name    string
	columns []furtherColumn
	first   []string // names of columns that aren't a key's
	must    []string // the names without which a row is no head
}

var furtherKinds = []furtherKind{
	{noticesName, noticeColumns, nil, []string{"标题", "日期"}},
	{guidesName, guideColumns, []string{"序号", "事项"}, []string{"序号", "名目"}},
	{extrasName, extraColumns, []string{"序号", "事项"}, []string{"序号"}},
	{centreName, []furtherColumn{{"内容", "", textKind, 0}}, []string{"项目"}, []string{"项目", "内容"}},
	{holidaysName, []furtherColumn{{"日期", "day", dayKind, 0}}, []string{dayWord}, []string{"日期", dayWord}},
}

// dayWord is the column of 节假日 that has dayOff or dayWorked.
const dayWord = "放假或上班"

// IsFurther reports whether a sheet is one of the further ones, which hold what is no part of the official table.
func (s *Sheet) IsFurther() bool { return s.furtherKind() != nil }

// furtherKind returns what kind of further sheet a sheet is, by its name; nil: none.
func (s *Sheet) furtherKind() *furtherKind {
	i := slices.IndexFunc(furtherKinds, func(k furtherKind) bool { return k.name == squeeze(s.Name) })
	if i < 0 {
		return nil
	}
	return &furtherKinds[i]
}

// FurtherOf returns what a file has in its further sheets. Each cell that finds no place is an error at that cell.
func FurtherOf(file string, b Book) Further {
	var f Further
	for i := range b.Sheets {
		if kind := b.Sheets[i].furtherKind(); kind != nil && len(b.Sheets[i].Rows) > 0 {
			r := furtherReader{Further: &f, file: file, grid: newGrid(&b.Sheets[i]), kind: kind}
			r.read()
		}
	}
	return f
}

// furtherReader reads one further sheet.
type furtherReader struct {
	*Further
	file  string
	grid  *grid
	kind  *furtherKind
	named map[int]string // the names of the columns
}

// lose reports a cell that found no place.
func (r *furtherReader) lose(row, column int, code, message, fix string) {
	r.Lost++
	r.Problems = append(r.Problems, diag.Problem{File: r.place(row, column), Code: code, Message: message, Fix: fix})
}

func (r *furtherReader) place(row, column int) string {
	return r.file + ": " + r.grid.Place(row, column)
}

// read adds the sheet's table.
func (r *furtherReader) read() {
	head := slices.IndexFunc(r.grid.Rows, r.isHead)
	if head < 0 {
		r.lose(r.grid.Rows[0].Number, r.grid.Rows[0].Cells[0].Column, "sheet-head-missing", "“"+r.kind.name+"”这张工作表没有找到表头，没有收",
			"表头要有“"+strings.Join(r.kind.must, "”“")+"”；可以先用 kiosk export --all 生成一张看看")
		return
	}
	t, lost := furtherTable{furtherKind: r.kind}, r.Lost
	r.named = make(map[int]string)
	for _, c := range r.grid.Rows[head].Cells {
		r.named[c.Column] = fold(c.Text)
	}
	for _, c := range r.kind.columns {
		if r.column(c.name) > 0 {
			t.columns = append(t.columns, c)
		}
	}
	for _, row := range r.grid.Rows[head+1:] {
		if r.isHead(row) || len(row.Cells) == 1 && row.Cells[0].Text == r.grid.Rows[0].Cells[0].Text {
			continue // on each printed page
		}
		if read, ok := r.row(row); ok {
			if n := len(t.rows); n > 0 && read.number == 0 && read.item == "" {
				read.number, read.item = t.rows[n-1].number, t.rows[n-1].item
			}
			t.rows = append(t.rows, read)
		}
	}
	t.partial = r.Lost > lost
	r.tables = append(r.tables, t)
}

// isHead reports whether a row names the columns.
func (r *furtherReader) isHead(row Row) bool {
	for _, name := range r.kind.must {
		if !slices.ContainsFunc(row.Cells, func(c Cell) bool { return fold(c.Text) == fold(name) }) {
			return false
		}
	}
	return true
}

// column returns the column of a name, 0 if there is none.
func (r *furtherReader) column(name string) int {
	for at := 1; at <= r.grid.width; at++ {
		if r.named[at] == fold(name) {
			return at
		}
	}
	return 0
}

// row reads a row; ok is false for one that has nothing.
func (r *furtherReader) row(row Row) (read furtherRow, ok bool) {
	read = furtherRow{at: r.place(row.Number, row.Cells[0].Column), values: values{}, unread: map[string]bool{}}
	known := slices.Clone(r.kind.first)
	for _, c := range r.kind.columns {
		known = append(known, c.name)
		r.value(&read, row.Number, c)
	}
	for _, c := range row.Cells {
		if !slices.ContainsFunc(known, func(name string) bool { return fold(name) == r.named[c.Column] }) {
			r.lose(row.Number, c.Column, "sheet-column-unknown", "“"+diag.Excerpt(squeeze(c.Text), 20)+"”没有地方放", "“"+r.kind.name+"”没有这一栏；移到该在的那一栏，用不着就删去")
		}
	}
	text := func(name string) string { return squeeze(r.grid.text(row.Number, r.column(name))) }
	switch r.kind.name {
	case guidesName, extrasName:
		read.item = text("事项")
		read.number, _ = numberIn(text("序号"))
		return read, len(read.values) > 0 || r.kind.name == extrasName
	case centreName:
		read.item = text("项目")
		return read, read.item != ""
	case holidaysName:
		if read.word = text(dayWord); read.word != dayOff && read.word != dayWorked && len(read.values) > 0 {
			r.lose(row.Number, max(1, r.column(dayWord)), "holiday-word", "“"+diag.Excerpt(read.word, 20)+"”看不懂，这一天没有收", "写“放假”或“上班”")
			return read, false
		}
	}
	return read, len(read.values) > 0
}

// value reads the cell of a column.
func (r *furtherReader) value(read *furtherRow, row int, c furtherColumn) {
	at := r.column(c.name)
	if at == 0 {
		return
	}
	area := r.grid.area(row, at)
	cell := r.grid.At(area.Top).At(area.Left)
	if cell.Lost != "" {
		read.unread[c.key] = true
		r.lose(row, at, "cell-unread", cell.Lost+"，这一格没有收", cell.mend())
		return
	}
	if squeeze(cell.Text) == "" {
		return
	}
	v, expected := c.parse(cell.Text)
	if expected != "" {
		read.unread[c.key] = true
		r.lose(row, at, "cell-form", fmt.Sprintf("“%s”里的“%s”应是%s，没有收", c.name, diag.Excerpt(squeeze(cell.Text), 20), expected), "改好再导入")
		return
	}
	if v != (Value{}) {
		read.values[c.key] = v
	}
}
