package sheet

import (
	"fmt"
	"unicode/utf16"

	"gongkai/kiosk/diag"
)

// What a sheet of Excel holds: UTF-16 units in a cell, rows.
const (
	maxCellUnits = 32_767
	maxSheetRows = maxRow
)

// Unwritable returns what of forms a workbook can't hold, each at its cell; nothing of it may be cut.
func Unwritable(forms []Form) []diag.Problem {
	var problems []diag.Problem
	for _, f := range forms {
		sheet := Sheet{Name: f.Name}
		if n := f.top() + len(f.Rows); n > maxSheetRows {
			problems = append(problems, diag.Problem{File: f.Name, Code: "rows-many", Message: fmt.Sprintf("有 %d 行，一个工作表最多 %d 行", n, maxSheetRows), Fix: "分成几份内容导出"})
		}
		for i, row := range f.Rows {
			for k, v := range row {
				if n := units(v.Text); n > maxCellUnits {
					problems = append(problems, diag.Problem{
						File:    sheet.Place(f.top()+i+1, k+1),
						Code:    "cell-full",
						Message: fmt.Sprintf("“%s”有 %d 个字，一格最多 %d 个（%s）", f.Heads[k].Name, n, maxCellUnits, diag.Excerpt(v.Text, 20)),
						Fix:     "目录写成 .tsv 就没有这个限制；或者把这一项分成几项",
					})
				}
			}
		}
	}
	return problems
}

// units returns how long Excel takes a text to be.
func units(text string) int {
	if len(text) <= maxCellUnits {
		return len(text)
	}
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}
