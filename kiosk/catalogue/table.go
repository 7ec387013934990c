package catalogue

import (
	"regexp"
	"slices"
	"strings"
)

// Lines with tabs, running, are a table, as pasted from a document or a spreadsheet; so are lines with | over a row of
// dashes. A single line with tabs is a line of words, and a tab behind a number at a line's start is a space.

var (
	// marker is the number or sign that a paragraph begins with.
	marker = regexp.MustCompile(`^(?:` + markers + `|第[\d０-９一二三四五六七八九十百]+[章节条]|[●•·◆■□☐☑▪➢★※*\-—])$`)
	// numbered is a paragraph's beginning with its number and text.
	numbered = regexp.MustCompile(`^(?:` + markers + `)\s*[^\d\s]`)
	// clauses is what no word of a list has inside.
	clauses = regexp.MustCompile(`[。；！？]|，.*，|[A-Za-z][.!?;,](?:\s|$)`)
	// amount is a number or a range, with a unit or without; accounts put a negative one in brackets, or behind △.
	amount = regexp.MustCompile(`^(?:` + valued + `|[（(]` + valued + `[）)])$`)
	// dated ends what begins with a number and is no amount, unless it is a rate as in 2次/月: days, rooms, grades.
	dated = regexp.MustCompile(`(?:年|月|日|号|时|点|楼|层|室|组|栋|幢|单元|届|期|班|级|村|路|街|类|线|小学|中学)$`)
	// code is a number that counts nothing: one of many digits, such as a telephone's, or with a nought before it.
	code = regexp.MustCompile(`^(?:[\d０-９]{7,}|0\d+)$`)
	// figure is what begins with digits in a column of numbers, dates or telephones.
	figure = regexp.MustCompile(`^[+\-−¥￥$（(]?[\d０-９][\d０-９\p{Han}A-Za-z,，.．:：\-－—~～/%％‰()（） ]*$`)
	// none is a cell that stands for no value.
	none = regexp.MustCompile(`^(?:[-－—–/／\s]*|无|暂无|免费)$`)
)

// markers are the numbers of paragraphs.
const markers = `[（(][\d０-９一二三四五六七八九十]{1,3}[）)][.．、]?|[\d０-９一二三四五六七八九十]{1,3}[.．、)）:：]|[a-zA-Z][.)、]|[①-⑳]`

// valued is an amount without brackets.
const valued = `[+\-−±≈约≥≤<>＋－△▲]?\s?[¥￥$]?\s?` + number + `(?:[~～]` + number + `)?\s?(?:[%％‰℃㎡㎥]|[\p{Han}A-Za-z/²³]{0,6})`

const number = `[\d０-９]+(?:[,，.．][\d０-９]+)*`

// tabTable parses the table that lines begin with.
func tabTable(lines []string) ([]Block, int) {
	var rows [][]string
	var of []int // the line that each row begins with
	n := 0
	for n < len(lines) {
		if n > 0 {
			n += emptyRows(lines[n:])
		}
		cells, used := tabCells(lines[n:])
		if used == 0 && (n == 0 || !continues(lines[n:])) {
			break
		}
		if used == 0 {
			cells, used = []string{"", strings.TrimFunc(lines[n], white)}, 1
		}
		rows, of, n = append(rows, cells), append(of, n), n+used
	}
	if n == 0 {
		return nil, 0
	}
	if i := lowerHead(rows); i > 0 {
		return append(tabBlocks(lines[:of[i]], rows[:i]), tabBlocks(lines[of[i]:n], rows[i:])...), n
	}
	return tabBlocks(lines[:n], rows), n
}

// emptyRows returns how many lines are rows of empty cells above another row.
func emptyRows(lines []string) int {
	n := 0
	for n < len(lines) && empty(lines[n]) && strings.Contains(lines[n], "\t") {
		n++
	}
	if n == 0 || n == len(lines) {
		return 0
	}
	if _, used := tabCells(lines[n:]); used == 0 {
		return 0
	}
	return n
}

// lowerHead returns the first row below others that names columns, where the first row names none; 0: there is none.
func lowerHead(rows [][]string) int {
	for i, r := range rows {
		if names := filled(r); i > 0 && heads(names) >= 2 && heads(names) == len(names) && heads(rows[0]) == 0 {
			return i
		}
	}
	return 0
}

// continues reports whether a line that opens with a tab is a row between two others, its first cell empty.
func continues(lines []string) bool {
	if len(lines) < 2 || !strings.HasPrefix(lines[0], "\t") {
		return false
	}
	_, used := tabCells(lines[1:])
	return used > 0
}

// tabCells returns the cells of the row that lines begin with and how many lines it has, 0 if it is none. A cell in
// quotes, as a spreadsheet writes it, may have several lines.
func tabCells(lines []string) (cells []string, used int) {
	row := lines[0]
	if !strings.Contains(strings.TrimLeftFunc(row, white), "\t") {
		return nil, 0
	}
	used = 1
	if more := openQuote(row, lines[1:]); more > 0 {
		row, used = strings.Join(lines[:1+more], "\n"), 1+more
	}
	for c := range strings.SplitSeq(row, "\t") {
		cells = append(cells, unquoted(strings.TrimFunc(c, white)))
	}
	if cells[0] != "" && !strings.HasPrefix(row, "\t") {
		cells[0] = strings.TrimRightFunc(row[:strings.IndexByte(row, '\t')], white) // with the depth of what it names
	}
	if words := filled(cells); len(words) == 2 && marker.MatchString(strings.TrimFunc(words[0], white)) {
		return nil, 0
	}
	return cells, used
}

// mostInCell limits the lines of a cell in quotes.
const mostInCell = 20

// openQuote returns how many lines further the row's last cell, which opens with a quote, is closed; 0: it is not.
func openQuote(row string, lines []string) int {
	last := row[strings.LastIndexByte(row, '\t')+1:]
	if !strings.HasPrefix(last, `"`) || strings.Count(last, `"`)%2 == 0 {
		return 0
	}
	for i, l := range lines[:min(len(lines), mostInCell)] {
		head, rest, more := strings.Cut(l, "\t")
		if strings.Count(head, `"`)%2 == 0 {
			if more {
				return 0
			}
			continue
		}
		if !strings.HasSuffix(strings.TrimRightFunc(head, white), `"`) {
			return 0
		}
		return i + 1 + openQuote("\t"+rest[strings.LastIndexByte(rest, '\t')+1:], lines[i+1:])
	}
	return 0
}

// unquoted returns a cell without the quotes around several lines.
func unquoted(cell string) string {
	if len(cell) < 2 || !strings.Contains(cell, "\n") || cell[0] != '"' || cell[len(cell)-1] != '"' {
		return cell
	}
	return strings.ReplaceAll(cell[1:len(cell)-1], `""`, `"`)
}

// filled returns the cells that are not empty.
func filled(cells []string) []string {
	return slices.DeleteFunc(slices.Clone(cells), func(c string) bool { return c == "" })
}

// tabBlocks returns what rows of cells are: a table with the lines above and below it that fill one cell, or paragraphs.
func tabBlocks(lines []string, rows [][]string) []Block {
	if len(rows)*longest(rows) > mostCells {
		return paragraphs(lines)
	}
	rows = outdented(aligned(rows))
	if people(rows) {
		for i, r := range rows {
			rows[i] = filled(r)
		}
		return []Block{{Kind: Columns, Rows: shownRows(rows), List: true}}
	}
	if len(rows) == 1 && len(rows[0]) > 2 {
		return []Block{{Kind: Columns, Rows: shownRows(rows)}}
	}
	if len(rows) < 2 || len(rows[0]) < 2 {
		return paragraphs(lines)
	}
	var above, below []Block
	for len(rows) > 2 && len(rows[0]) > 2 && len(filled(rows[0])) == 1 {
		above, rows = append(above, paragraph(filled(rows[0])[0])), rows[1:]
	}
	for len(rows) > 2 && len(filled(rows[len(rows)-1])) == 1 && width(filled(rows[len(rows)-1])[0]) > 2*widestLast {
		below, rows = append([]Block{paragraph(filled(rows[len(rows)-1])[0])}, below...), rows[:len(rows)-1]
	}
	return append(append(above, tableOf(shownRows(rows), nil)), below...)
}

// mostCells limits the cells of a table, its empty ones too: lines that would take more are none.
const mostCells = maxCell

// longest returns the number of cells in the longest row.
func longest(rows [][]string) (n int) {
	for _, r := range rows {
		n = max(n, len(r))
	}
	return n
}

// paragraphs returns lines as paragraphs, without those that are empty.
func paragraphs(lines []string) (all []Block) {
	for _, l := range lines {
		if !empty(l) {
			all = append(all, paragraph(strings.TrimRightFunc(l, white)))
		}
	}
	return all
}

// aligned returns rows of as many cells each, without columns that are empty in all. Where tabs were repeated to align
// the rows by eye, the empty cells between them mean nothing.
func aligned(rows [][]string) [][]string {
	if n := len(filled(rows[0])); n > 1 && slices.ContainsFunc(rows, func(r []string) bool { return len(r) != len(rows[0]) }) &&
		!slices.ContainsFunc(rows, func(r []string) bool { return len(filled(r)) != n }) {
		for i, r := range rows {
			rows[i] = filled(r)
		}
	}
	keep := make([]bool, longest(rows))
	for _, r := range rows {
		for i, c := range r {
			keep[i] = keep[i] || c != ""
		}
	}
	out := make([][]string, len(rows))
	for y, r := range rows {
		for i, k := range keep {
			if k && i < len(r) {
				out[y] = append(out[y], r[i])
			} else if k {
				out[y] = append(out[y], "")
			}
		}
	}
	return out
}

// outdented returns rows without the indent that all of them have.
func outdented(rows [][]string) [][]string {
	least := -1
	for _, r := range rows {
		text := strings.TrimLeftFunc(r[0], white)
		if n := halves(r[0][:len(r[0])-len(text)]); text != "" && (least < 0 || n < least) {
			least = n
		}
	}
	for _, r := range rows {
		text := strings.TrimLeftFunc(r[0], white)
		n := halves(r[0][:len(r[0])-len(text)]) - max(0, least)
		r[0] = strings.Repeat("　", max(0, n)/2) + text
	}
	return rows
}

// shownRows returns rows with their white space as typeset keeps it; the lines of a cell stay apart.
func shownRows(rows [][]string) [][]string {
	for _, r := range rows {
		for i, c := range r {
			lines := strings.Split(c, "\n")
			for k, l := range lines {
				if i > 0 || k > 0 {
					l = strings.TrimLeftFunc(l, white)
				}
				lines[k] = spaced(strings.TrimRightFunc(l, white))
			}
			r[i] = strings.Join(lines, "\n")
		}
	}
	return rows
}

// tableOf returns a table of rows of as many cells each. Sides are those that the author gave; nil: numbers and amounts
// stand at the right.
func tableOf(rows [][]string, sides []Side) Block {
	b := Block{Kind: Table, Rows: rows, Head: hasHead(rows), Sides: sides}
	if b.Sides != nil {
		return b
	}
	body := rows
	if b.Head {
		body = rows[1:]
	}
	for i := range rows[0] {
		side := Left
		if amounts(body, i) {
			side = Right
		}
		b.Sides = append(b.Sides, side)
	}
	return b
}

// hasHead reports whether the first row names the columns: it has a known name, or else no number over numbers and no
// label with a colon.
func hasHead(rows [][]string) bool {
	if heads(rows[0]) > 0 {
		return true
	}
	value := func(c string) bool { return figure.MatchString(c) || c != "" && none.MatchString(c) }
	for i, name := range rows[0] {
		if strings.HasSuffix(name, "：") || strings.HasSuffix(name, ":") {
			return false
		}
		if figure.MatchString(name) && slices.ContainsFunc(rows[1:], func(r []string) bool { return value(r[i]) }) {
			return false
		}
	}
	return true
}

// amounts reports whether a column holds numbers and amounts alone.
func amounts(rows [][]string, i int) bool {
	found := false
	for _, r := range rows {
		switch c := strings.TrimLeftFunc(r[i], white); {
		case none.MatchString(c):
		case amount.MatchString(c) && !code.MatchString(c) && (strings.Contains(c, "/") || !dated.MatchString(c)):
			found = true
		default:
			return false
		}
	}
	return found
}
