package main

import (
	"cmp"
	"fmt"
	"slices"

	"gongkai/kiosk/sheet"
	"gongkai/kiosk/word"
)

// bookOf returns the tables of a document as sheets, so that a catalogue that was typed in Word is read like a workbook.
func bookOf(grids []word.Grid) (book sheet.Book) {
	for i, g := range grids {
		sh := sheet.Sheet{Name: fmt.Sprintf("表格%d", i+1)}
		slices.SortStableFunc(g.Cells, func(a, b word.GridCell) int { return cmp.Or(cmp.Compare(a.Top, b.Top), cmp.Compare(a.Left, b.Left)) })
		for _, c := range g.Cells {
			if n := len(sh.Rows); n == 0 || sh.Rows[n-1].Number != c.Top {
				sh.Rows = append(sh.Rows, sheet.Row{Number: c.Top})
			}
			row := &sh.Rows[len(sh.Rows)-1]
			row.Cells = append(row.Cells, sheet.Cell{Column: c.Left, Text: c.Text})
			if c.Bottom > c.Top || c.Right > c.Left {
				sh.Merges = append(sh.Merges, sheet.Range{Top: c.Top, Left: c.Left, Bottom: c.Bottom, Right: c.Right})
			}
		}
		book.Sheets = append(book.Sheets, sh)
	}
	return book
}
