package sheet

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Book is a table file: one sheet of text, or the sheets of a workbook.
type Book struct{ Sheets []Sheet }

// Sheet is one table as its program shows it. Cells are sparse and in order; one that is blank isn't there.
type Sheet struct {
	Name   string // "" where the file has no sheets
	Hidden bool
	Rows   []Row   // those that have a cell, by Number
	Merges []Range // areas that are one cell; its text stands in the first
	Notes  []Note  // what is written beside cells (批注)
	Drawn  bool    // pictures or drawings lie on it

	Beyond   int // cells right of the last column that is read
	BeyondAt int // the row of the first of them

	Linked    []Range // cells that lead elsewhere
	Concealed []Range // columns that are hidden
}

// passOver counts a cell that is right of the last column.
func (s *Sheet) passOver(row int) {
	if s.Beyond++; s.Beyond == 1 {
		s.BeyondAt = row
	}
}

// Row is a row of a sheet.
type Row struct {
	Number int // from 1
	Hidden bool
	Cells  []Cell // by Column
}

// Cell is one cell that isn't blank.
type Cell struct {
	Column int    // from 1
	Text   string // as it is shown: 6 and not 6.0, days as 2026-03-01; line breaks are \n
	Struck bool   // the text is crossed out
	Lost   string // why the cell has no text although it should, in Chinese: a formula without a value; "" for most
}

// Why a cell has no text although it should.
const (
	lostFormula = "公式没有算好的结果"
	lostPicture = "格子里是图片"
	lostShared  = "表格文件坏了，缺这一格的字"
)

// mend returns what to do about a cell that is lost.
func (c Cell) mend() string {
	switch c.Lost {
	case lostPicture:
		return "图片里的字，照写到格子里；用不着的，删去图片"
	case lostShared:
		return "用原来的程序打开，看看这一格；空着就补写上，另存为 .xlsx；打不开就重新拷贝一份"
	}
	return "在表里打开一次、保存，让它算好；或改成照写的字"
}

// Note is a note beside a cell.
type Note struct {
	Row, Column int
	Text        string
}

// Range is an area of a sheet; rows and columns count from 1, and both ends belong to it.
type Range struct{ Top, Left, Bottom, Right int }

// At returns the row of a number, nil if it is blank.
func (s *Sheet) At(number int) *Row {
	i, ok := slices.BinarySearchFunc(s.Rows, number, func(r Row, n int) int { return cmp.Compare(r.Number, n) })
	if !ok {
		return nil
	}
	return &s.Rows[i]
}

// At returns the cell of a column, the zero Cell if it is blank.
func (r *Row) At(column int) Cell {
	if r == nil {
		return Cell{}
	}
	i, ok := slices.BinarySearchFunc(r.Cells, column, func(c Cell, n int) int { return cmp.Compare(c.Column, n) })
	if !ok {
		return Cell{}
	}
	return r.Cells[i]
}

// Place returns the name of a cell as staff see it in their program, 目录!D7, or D7 where there are no sheets.
func (s *Sheet) Place(row, column int) string {
	if s.Name == "" {
		return Address(row, column)
	}
	return s.Name + "!" + Address(row, column)
}

// Address returns the name of a cell, D7 for row 7 and column 4.
func Address(row, column int) string { return columnName(column) + strconv.Itoa(row) }

// columnName returns the letters of a column: A, Z, AA.
func columnName(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// parseAddress returns the row and the column of a name such as D7 or $D$7; ok is false for another text.
func parseAddress(name string) (row, column int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	i := 0
	for ; i < len(name) && i < 4 && name[i]|0x20 >= 'a' && name[i]|0x20 <= 'z'; i++ {
		column = column*26 + int(name[i]|0x20-'a') + 1
	}
	row, err := strconv.Atoi(name[i:])
	return row, column, err == nil && column > 0 && row > 0 && row <= maxRow
}

// maxRow is Excel's last row.
const maxRow = 1 << 20

// parseRange returns the area of a name such as A2:B7.
func parseRange(name string) (r Range, ok bool) {
	from, to, area := strings.Cut(name, ":")
	if !area {
		to = from
	}
	var ok1, ok2 bool
	r.Top, r.Left, ok1 = parseAddress(from)
	r.Bottom, r.Right, ok2 = parseAddress(to)
	return r, ok1 && ok2 && r.Top <= r.Bottom && r.Left <= r.Right
}
