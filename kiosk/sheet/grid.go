package sheet

import (
	"cmp"
	"slices"
)

// grid finds a sheet's cells with the merged areas that they belong to.
type grid struct {
	*Sheet
	columns map[int][]Range  // the merged areas that a column has a part of, by their first row
	width   int              // the last column that has a text
	fields  map[string]Field // of the texts that were looked up
}

// maxIndexed is how many columns of merged areas are kept in all; whole rows and sheets may be merged.
const maxIndexed = 1_000_000

func newGrid(s *Sheet) *grid {
	g := &grid{Sheet: s, columns: make(map[int][]Range), fields: make(map[string]Field)}
	for _, r := range s.Rows {
		g.width = max(g.width, r.Cells[len(r.Cells)-1].Column)
	}
	indexed := 0
	for _, area := range s.Merges {
		for column := area.Left; column <= min(area.Right, g.width) && indexed < maxIndexed; column++ {
			g.columns[column] = append(g.columns[column], area)
			indexed++
		}
	}
	for _, areas := range g.columns {
		slices.SortFunc(areas, func(a, b Range) int { return cmp.Compare(a.Top, b.Top) })
	}
	return g
}

// area returns the merged area of a cell, or the cell itself.
func (g *grid) area(row, column int) Range {
	areas := g.columns[column]
	i, found := slices.BinarySearchFunc(areas, row, func(a Range, row int) int { return cmp.Compare(a.Top, row) })
	if !found {
		i--
	}
	if i >= 0 && areas[i].Bottom >= row {
		return areas[i]
	}
	return Range{row, column, row, column}
}

// text returns what a cell shows: its own text, or that of the merged area that it is in.
func (g *grid) text(row, column int) string {
	a := g.area(row, column)
	return g.At(a.Top).At(a.Left).Text
}
