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

// pipeTable parses the table that lines begin with.
func pipeTable(lines []string) ([]Block, int) {
	var rows [][]string
	var sides []Side
	ruled, boxed := false, true
	n := 0
	for ; n < len(lines) && strings.ContainsAny(lines[n], "|｜+"); n++ {
		l := strings.TrimFunc(lines[n], white)
		if dashes.MatchString(l) && strings.ContainsAny(l, "|｜+") {
			if len(rows) == 1 && !strings.HasPrefix(l, "+") {
				sides = sidesOf(l)
			}
			ruled = ruled || n == 1
			continue
		}
		if !strings.ContainsAny(l, "|｜") {
			break
		}
		boxed = boxed && len(l) > 1 && strings.HasPrefix(bars.Replace(l), "|") && strings.HasSuffix(bars.Replace(l), "|")
		rows = append(rows, pipeCells(l))
	}
	if len(rows) < 2 && !ruled || len(rows) == 0 || !ruled && !boxed && !tabular(rows) {
		return nil, 0
	}
	most := 0
	for _, r := range rows {
		most = max(most, len(r))
	}
	if most < 2 && !boxed {
		return nil, 0
	}
	for i, r := range rows {
		rows[i] = append(r, make([]string, most-len(r))...)
	}
	b := pipeBlock(shownRows(rows), sides)
	b.Head = b.Head || ruled && len(rows) > 1
	return []Block{b}, n
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
