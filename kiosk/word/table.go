package word

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// table is a table's cells, as many in each row; a merged cell has its text in the first one.
type table struct {
	rows [][]string
	head bool // the document marks the first row, and no other, as one that each page repeats
}

// Bounds of a table.
const (
	maxColumns = 63 // as Word has
	maxRows    = 2000
	gridPlace  = 8 // bytes of a document's room that a place of a row takes, with text or without
)

// gridCell is a place of a row while a table is read.
type gridCell struct {
	text  string
	start bool // a cell begins here, and none above or before reaches into it
	down  bool // the cell above reaches into it
}

// table reads a table. One that only frames its text, with one column, is paragraphs.
func (r *reader) table(n *node) []block {
	var rows [][]gridCell
	heads := 0
	for _, tr := range tableRows(n) {
		if r.room.over() {
			break
		}
		pr := tr.child("w:trPr")
		if pr.child("w:del") != nil {
			r.counts["deleted"]++
			continue
		}
		if len(rows) >= maxRows {
			r.lost(r.place(), "grid-rows-many", "表格超过 2000 行，后面的没有放进公告", "分成几个公告，或另做一份附件")
			break
		}
		if pr.on("w:tblHeader") && heads == len(rows) {
			heads++
		}
		rows = append(rows, r.row(tr))
	}
	r.grids = append(r.grids, gridOf(rows))
	t := table{rows: narrowed(rows), head: heads == 1 && len(rows) > 1}
	switch {
	case len(t.rows) == 0:
		return nil
	case len(t.rows[0]) == 1:
		return t.paragraphs()
	case len(t.rows) == 1:
		return t.single()
	}
	return t.parts()
}

// tableRows returns the rows of a table, also those within content controls.
func tableRows(n *node) (rows []*node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:tr":
			rows = append(rows, k)
		case "w:sdt":
			rows = append(rows, tableRows(k.child("w:sdtContent").orEmpty())...)
		case "w:customXml", "w:ins":
			rows = append(rows, tableRows(k)...)
		}
	}
	return rows
}

// row reads the cells of a row.
func (r *reader) row(tr *node) (row []gridCell) {
	if v, ok := tr.child("w:trPr").val("w:gridBefore"); ok {
		row = make([]gridCell, min(max(0, atoi(v)), maxColumns))
	}
	for _, tc := range rowCells(tr) {
		pr := tc.child("w:tcPr")
		span := 1
		if v, ok := pr.val("w:gridSpan"); ok {
			span = max(1, atoi(v))
		}
		merge, merged := pr.val("w:vMerge")
		across, _ := pr.val("w:hMerge")
		c := gridCell{start: true}
		if merged && merge != "restart" || across == "continue" {
			r.counts["merged"]++
			c.start, c.down = false, merged && merge != "restart"
		}
		if text := r.cell(tc); c.start || text != "" {
			c.text, c.start = text, true
		}
		row = append(row, c)
		if span > 1 {
			r.counts["merged"]++
		}
		for ; span > 1 && len(row) < maxColumns; span-- {
			row = append(row, gridCell{})
		}
	}
	row = row[:min(len(row), maxColumns)]
	r.room.take(gridPlace * len(row))
	return row
}

// rowCells returns the cells of a row, also those within content controls.
func rowCells(n *node) (cells []*node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:tc":
			cells = append(cells, k)
		case "w:sdt":
			cells = append(cells, rowCells(k.child("w:sdtContent").orEmpty())...)
		case "w:customXml", "w:ins":
			cells = append(cells, rowCells(k)...)
		}
	}
	return cells
}

// cell returns the lines of a cell. A table within it becomes lines.
func (r *reader) cell(tc *node) string {
	var lines []string
	for _, k := range tc.kids {
		switch k.name {
		case "w:p":
			l := r.paragraph(k, nil)
			l.empty = true
			for _, b := range l.blocks() {
				lines = append(lines, b.lines())
			}
		default:
			for _, b := range r.flow([]*node{k}) {
				lines = append(lines, b.lines())
			}
			if k.name == "w:tbl" {
				r.note(r.place(), "grid-nested", "表格里还有表格，里面的改成了几行文字", "对照原文核对")
			}
		}
	}
	lines = strings.Split(strings.ReplaceAll(strings.Join(lines, "\n"), "\t", "　"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(l)
	}
	lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
	text := strings.Join(lines, "\n")
	r.room.take(len(text))
	return text
}

// narrowed returns rows of as many cells each, without the columns in which no cell begins.
func narrowed(rows [][]gridCell) (out [][]string) {
	used := make([]bool, maxColumns)
	for _, row := range rows {
		for i, c := range row {
			used[i] = used[i] || c.start
		}
	}
	for _, row := range rows {
		var cells []string
		for i, u := range used {
			if u && i < len(row) {
				cells = append(cells, row[i].text)
			} else if u {
				cells = append(cells, "")
			}
		}
		out = append(out, cells)
	}
	return out
}

// paragraphs returns each line of a table as a paragraph.
func (t table) paragraphs() (blocks []block) {
	for _, row := range t.rows {
		for _, c := range row {
			for l := range strings.SplitSeq(c, "\n") {
				if l != "" {
					blocks = append(blocks, block{text: l})
				}
			}
		}
	}
	return blocks
}

// single returns the only row of a table: a line of its cells, or paragraphs where a cell has several.
func (t table) single() []block {
	if slices.ContainsFunc(t.rows[0], func(c string) bool { return strings.Contains(c, "\n") }) {
		return t.paragraphs()
	}
	cells := slices.DeleteFunc(slices.Clone(t.rows[0]), func(c string) bool { return c == "" })
	return []block{{text: strings.Join(cells, "　　")}}
}

// parts returns a table with its rows of one cell, above and below, as paragraphs: its title and its notes.
func (t table) parts() []block {
	alone := func(row []string) bool {
		return row[0] != "" && !slices.ContainsFunc(row[1:], func(c string) bool { return c != "" })
	}
	rows := t.rows
	var above []block
	for len(rows) > 2 && len(rows[0]) > 2 && alone(rows[0]) && !t.head {
		above, rows = append(above, table{rows: rows[:1]}.paragraphs()...), rows[1:]
	}
	end := len(rows)
	for end > 2 && len(rows[0]) > 2 && alone(rows[end-1]) && utf8.RuneCountInString(rows[end-1][0]) > 10 {
		end--
	}
	t.rows = rows[:end]
	return append(append(above, block{table: &t}), table{rows: rows[end:]}.paragraphs()...)
}

// written returns a table as a notice's body has it, by the first way that kiosk/catalogue parses into the same cells:
// with |, with tabs, and, if a cell has what neither holds, with | and the lines of a cell joined.
func (t table) written() (text string, whole bool) {
	for _, text := range []string{t.piped(t.rows), t.tabbed()} {
		if sameCells(text, t.rows, true) {
			return text, true
		}
	}
	joined := make([][]string, len(t.rows))
	for i, row := range t.rows {
		for _, c := range row {
			joined[i] = append(joined[i], strings.ReplaceAll(strings.ReplaceAll(c, "\n", " "), "｜", "|"))
		}
	}
	text = t.piped(joined)
	return text, sameCells(text, t.rows, false)
}

// piped returns rows between |.
func (t table) piped(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		for _, c := range row {
			b.WriteString("| " + strings.ReplaceAll(c, "|", `\|`) + " ")
		}
		b.WriteString("|\n")
		if i == 0 && t.head {
			b.WriteString(strings.Repeat("|---", len(row)) + "|\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// tabbed returns rows with tabs, cells of several lines in quotes.
func (t table) tabbed() string {
	var rows []string
	for _, row := range t.rows {
		cells := slices.Clone(row)
		for i, c := range cells {
			if strings.Contains(c, "\n") {
				cells[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
		}
		rows = append(rows, strings.Join(cells, "\t"))
	}
	return strings.Join(rows, "\n")
}

// sameCells reports whether a text is one table of these cells, white space aside; lines: with the lines of each.
func sameCells(text string, rows [][]string, lines bool) bool {
	blocks := catalogue.Blocks(text)
	if len(blocks) != 1 || blocks[0].Kind != catalogue.Table || len(blocks[0].Rows) != len(rows) {
		return false
	}
	for y, row := range blocks[0].Rows {
		if !slices.EqualFunc(row, rows[y], func(a, b string) bool {
			return slices.Equal(strings.Fields(a), strings.Fields(b)) && (!lines || strings.Count(a, "\n") == strings.Count(b, "\n"))
		}) {
			return false
		}
	}
	return true
}

// lines returns a block's text; the cells of a row stand apart.
func (b block) lines() string {
	if b.table == nil {
		return b.text
	}
	var all []string
	for _, row := range b.table.rows {
		cells := slices.DeleteFunc(slices.Clone(row), func(c string) bool { return c == "" })
		all = append(all, strings.ReplaceAll(strings.Join(cells, "　"), "\n", "　"))
	}
	return strings.Join(all, "\n")
}
