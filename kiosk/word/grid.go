package word

import (
	"bytes"
	"context"
)

// Grid is a table of a document as its cells lie, for who reads its head: a disclosure catalogue that was typed in Word.
type Grid struct{ Cells []GridCell }

// GridCell is a cell that isn't blank. Rows and columns count from 1; a merged cell reaches to Bottom and Right.
type GridCell struct {
	Text                     string
	Top, Left, Bottom, Right int
}

// gridOf returns the cells of a table that was read.
func gridOf(rows [][]gridCell) (g Grid) {
	at := func(y, x int) gridCell {
		if y < len(rows) && x < len(rows[y]) {
			return rows[y][x]
		}
		return gridCell{start: true}
	}
	for y, row := range rows {
		for x, c := range row {
			if c.text == "" {
				continue
			}
			bottom, right := y, x
			for at(bottom+1, x).down && at(bottom+1, x).text == "" {
				bottom++
			}
			for right+1 < len(row) && !row[right+1].start && !row[right+1].down {
				right++
			}
			g.Cells = append(g.Cells, GridCell{c.text, y + 1, x + 1, bottom + 1, right + 1})
		}
	}
	return g
}

// Catalogues returns the tables of a document, if one of them has the head of a disclosure catalogue; nil for any other
// document and any other file.
func Catalogues(ctx context.Context, name string, data []byte) []Grid {
	if foreign(name, data) != nil || !bytes.HasPrefix(data, []byte("PK")) {
		return nil
	}
	d, fault := readDocument(ctx, name, data)
	if fault != nil {
		return nil
	}
	for _, g := range d.grids {
		if g.headed() {
			return d.grids
		}
	}
	return nil
}

// headed reports whether a row has three names of a catalogue's columns.
func (g Grid) headed() bool {
	found := make(map[int]int)
	for _, c := range g.Cells {
		if len(c.Text) < 60 && heads().MatchString(unspaced(c.Text)) {
			if found[c.Top]++; found[c.Top] >= 3 {
				return true
			}
		}
	}
	return false
}
