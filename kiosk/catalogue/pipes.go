package catalogue

import (
	"regexp"
	"strings"
)

// A table that was typed with | has a row of dashes under its first one, or | at both ends of each of its lines, or reads
// as one.

var (
	// dashes is the row under a table's head, of dashes or equals signs (\x3d), which may say where the columns stand.
	dashes = regexp.MustCompile(`^[|｜+]?\s*[:：]?[-－—─\x3d]+[:：]?\s*(?:[|｜+]\s*[:：]?[-－—─\x3d]+[:：]?\s*)*[|｜+]?$`)
	bars   = strings.NewReplacer("｜", "|", "+", "|")
)

// pipeTables returns, for each line, how many lines the table has that begins with it; 0: none does. It takes the lines
// from the last to the first, and each once, however many of them with | are no table.
func pipeTables(lines []string) []int {
	tables := make([]int, len(lines))
	var run pipeRun
	for i := len(lines) - 1; i >= 0; i-- {
		if run.add(lines[i]); run.table() {
			tables[i] = run.lines
		}
	}
	return tables
}

// pipeRun is a run of lines with |, of which the earlier ones are added later.
type pipeRun struct {
	lines, rows int
	dashed      [2]bool // the first line and the second are rows of dashes
	open        bool    // a row has no | at an end
	most        int     // cells in a row
	tabular     bool    // the rows read as a table, as tabular has it
	uneven      bool    // the rows have different numbers of cells
	figures     []bool  // the columns with a number
	words       []bool  // the columns with something that is neither number nor none
}

// add puts a line before the others; one that belongs to no table begins a new run.
func (r *pipeRun) add(line string) {
	l := strings.TrimFunc(line, white)
	bar := strings.ContainsAny(l, "|｜")
	dashed := (bar || strings.Contains(l, "+")) && dashes.MatchString(l)
	if !bar && !dashed {
		*r = pipeRun{}
		return
	}
	r.lines++
	r.dashed = [2]bool{dashed, r.dashed[0]}
	if !dashed {
		boxed := len(l) > 1 && strings.HasPrefix(bars.Replace(l), "|") && strings.HasSuffix(bars.Replace(l), "|")
		r.open = r.open || !boxed
		r.addRow(pipeCells(l))
	}
}

// addRow puts a row before the others.
func (r *pipeRun) addRow(cells []string) {
	n := len(cells)
	r.uneven = r.uneven || r.rows > 0 && n != r.most
	r.rows++
	r.most = max(r.most, n)
	if r.uneven {
		r.tabular = false
		return
	}
	if r.rows == 1 {
		r.figures, r.words = make([]bool, n), make([]bool, n)
	}
	numbers := 0
	for i, c := range cells {
		is := figure.MatchString(c)
		r.figures[i] = r.figures[i] || is
		numbers += b2i(r.figures[i] && !r.words[i])
		r.words[i] = r.words[i] || !is && !none.MatchString(c)
	}
	r.tabular = r.rows > 1 && (heads(cells) >= 2 || numbers > 0 && numbers < n)
}

// table reports whether the run is a table.
func (r *pipeRun) table() bool {
	ruled := r.dashed[1]
	switch {
	case r.rows == 0 || r.rows == 1 && !ruled || !ruled && r.open && !r.tabular:
		return false
	case r.most < 2 && r.open:
		return false
	}
	return r.rows*r.most <= mostCells
}

// pipeTable parses a table.
func pipeTable(lines []string) Block {
	var rows [][]string
	var sides []Side
	most := 0
	for _, l := range lines {
		l = strings.TrimFunc(l, white)
		if dashes.MatchString(l) && strings.ContainsAny(l, "|｜+") {
			if len(rows) == 1 && !strings.HasPrefix(l, "+") {
				sides = sidesOf(l)
			}
			continue
		}
		rows = append(rows, pipeCells(l))
		most = max(most, len(rows[len(rows)-1]))
	}
	for i, r := range rows {
		rows[i] = append(r, make([]string, most-len(r))...)
	}
	ruled := len(lines) > 1 && dashes.MatchString(strings.TrimFunc(lines[1], white)) && strings.ContainsAny(lines[1], "|｜+")
	b := pipeBlock(shownRows(rows), sides)
	b.Head = b.Head || ruled && len(rows) > 1
	return b
}

// pipeBlock returns the table; the sides that the author gave hold where they name one.
func pipeBlock(rows [][]string, sides []Side) Block {
	b := tableOf(rows, nil)
	for i, s := range sides[:min(len(sides), len(b.Sides))] {
		if s != Left {
			b.Sides[i] = s
		}
	}
	return b
}

// pipeCells returns the cells of a line; \| is no border.
func pipeCells(line string) []string {
	line = strings.ReplaceAll(strings.ReplaceAll(line, `\|`, "\x00"), "｜", "|")
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	var cells []string
	for c := range strings.SplitSeq(line, "|") {
		cells = append(cells, strings.TrimFunc(strings.ReplaceAll(c, "\x00", "|"), white))
	}
	return cells
}

// sidesOf returns the sides that a row of dashes gives: :-- left, :-: in the middle, --: right.
func sidesOf(line string) []Side {
	var all []Side
	for _, c := range pipeCells(bars.Replace(strings.ReplaceAll(line, "：", ":"))) {
		switch {
		case strings.HasPrefix(c, ":") && strings.HasSuffix(c, ":"):
			all = append(all, Center)
		case strings.HasSuffix(c, ":"):
			all = append(all, Right)
		default:
			all = append(all, Left)
		}
	}
	return all
}
