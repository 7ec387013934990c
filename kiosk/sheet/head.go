package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// head is a table's head: where it stands, and what its columns hold.
type head struct {
	top, bottom int // its rows
	columns     map[int]column
	at          []int            // the columns, in order
	has         [fieldCount]bool // the fields that have a column
}

// column is a column of a table.
type column struct {
	field Field
	word  string // of a column with ticks: what a tick means
	name  string // as the table has it
	rank  rank
}

// A head has at most so many rows, and columns.
const (
	maxHead  = 4
	maxHeads = 512
)

// headAt returns the head that begins in the sheet's row of index i.
func (g *grid) headAt(i int) (h head, ok bool) {
	row := g.Rows[i]
	if g.names(row) < 2 {
		return h, false
	}
	h = head{top: row.Number, bottom: g.bottom(row)}
	for h.bottom-h.top+1 < maxHead && g.below(h) {
		h.bottom++
	}
	g.readColumns(&h)
	items := h.has[First] || h.has[Second] || h.has[Third]
	n := 0
	for _, has := range h.has {
		if has {
			n++
		}
	}
	if !items || !h.has[Content] || n < 3 && !h.has[First] {
		return h, false
	}
	if !h.has[Number] && !h.has[Code] {
		g.nameless(&h)
	}
	return h, true
}

// nameless finds a column of numbers without a name, left of all that have one.
func (g *grid) nameless(h *head) {
	for at := 1; at <= g.width && h.columns[at].name == ""; at++ {
		found, last := 0, 0
		for _, row := range g.Rows {
			if row.Number <= h.bottom || row.At(at).Text == "" {
				continue
			}
			n, ok := numberIn(row.At(at).Text)
			if !ok || n <= last {
				found = 0
				break
			}
			found, last = found+1, n
		}
		if found > 0 {
			h.columns[at] = column{field: Number, name: "序号"}
			h.has[Number] = true
			h.at = append([]int{at}, h.at...)
			return
		}
	}
}

// names counts the cells of a row that are names of columns, each field once.
func (g *grid) names(row Row) int {
	var seen [fieldCount]bool
	n := 0
	for _, c := range row.Cells {
		if f := g.fieldOf(c.Text); f != Nothing && !seen[f] {
			seen[f] = true
			n++
		}
	}
	return n
}

// fieldOf returns the column that a name means, and remembers it: most texts of a table stand in it more than once.
func (g *grid) fieldOf(text string) Field {
	f, known := g.fields[text]
	if !known {
		f = fieldOf(text)
		g.fields[text] = f
	}
	return f
}

// bottom returns the last row of the merged areas that begin in a head's first row, of those that hold a name.
func (g *grid) bottom(row Row) int {
	last := row.Number
	for _, c := range row.Cells {
		if a := g.area(row.Number, c.Column); fieldOf(c.Text) != Nothing && a.Bottom < row.Number+maxHead {
			last = max(last, a.Bottom)
		}
	}
	return last
}

// below reports whether the row below a head belongs to it: it has names or words for ticks, each below a name that is
// wider than a column or below none, and nothing where rows have their content.
func (g *grid) below(h head) bool {
	row := g.At(h.bottom + 1)
	if row == nil {
		return false
	}
	found := false
	for _, c := range row.Cells {
		above := ""
		for r := h.top; r <= h.bottom; r++ {
			if t := g.text(r, c.Column); t != "" {
				above = t
			}
		}
		name := fieldOf(c.Text) != Nothing || choiceOf(c.Text) != Nothing
		switch {
		case name:
			found = true
		case fieldOf(above) == Levels || fieldOf(above) == Audience || fieldOf(above) == Manner || above == "" && g.groupLeft(h, c.Column) != Nothing:
			if isNumeric(c.Text) || tickOf(c.Text) != notTick || utf8.RuneCountInString(c.Text) > 12 {
				return false
			}
			found = true
		default:
			return false
		}
	}
	return found
}

// groupLeft returns the name in a head's first row that a column without one stands below: the nearest one to the left, if
// that has choices.
func (g *grid) groupLeft(h head, column int) Field {
	for ; column > 0; column-- {
		if t := g.text(h.top, column); t != "" {
			if f := fieldOf(t); f == Levels || f == Audience || f == Manner {
				return f
			}
			break
		}
	}
	return Nothing
}

// readColumns finds out what each column of a head holds. Of two columns with one name the surer one counts.
func (g *grid) readColumns(h *head) {
	h.columns = make(map[int]column)
	var best [fieldCount]int // the column of a field
	for at := 1; at <= min(g.width, maxHeads); at++ {
		c := g.readColumn(h, at)
		if c.name == "" {
			continue
		}
		if first := best[c.field]; c.field != Nothing && c.word == "" && first > 0 && !g.sameName(h, first, at) {
			if h.columns[first].word == "" && c.rank <= h.columns[first].rank {
				c.field = Nothing
			} else if h.columns[first].word == "" {
				worse := h.columns[first]
				worse.field = Nothing
				h.columns[first] = worse
			}
		}
		if c.field != Nothing {
			h.has[c.field] = true
			if best[c.field] == 0 || h.columns[best[c.field]].field == Nothing {
				best[c.field] = at
			}
		}
		h.columns[at] = c
	}
	for at := range h.columns {
		h.at = append(h.at, at)
	}
	slices.Sort(h.at)
}

// sameName reports whether two columns stand below one merged name.
func (g *grid) sameName(h *head, a, b int) bool {
	for row := h.top; row <= h.bottom; row++ {
		if area := g.area(row, a); area.Left <= b && b <= area.Right {
			return true
		}
	}
	return false
}

// readColumn returns what a column holds, by its lowest name and those above it.
func (g *grid) readColumn(h *head, at int) column {
	var texts []string // from the lowest
	for row := h.bottom; row >= h.top; row-- {
		if t := g.text(row, at); t != "" && !slices.Contains(texts, t) {
			texts = append(texts, t)
		}
	}
	group := g.groupLeft(*h, at)
	if len(texts) == 0 {
		return column{}
	}
	c := column{name: strings.Join(strings.Fields(texts[0]), "")}
	if f, r := ranked(texts[0]); f != Nothing {
		c.field, c.rank = f, r
		return c
	}
	if f := choiceOf(texts[0]); f != Nothing {
		return column{f, word(f, texts[0]), c.name, official}
	}
	for _, t := range texts[1:] {
		f, r := ranked(t)
		if f == Levels || f == Audience || f == Manner {
			return column{f, word(f, texts[0]), c.name, r}
		}
		if f != Nothing {
			c.field, c.rank = f, min(r, beginsAlike)
			return c
		}
	}
	if group != Nothing && g.text(h.top, at) == "" {
		return column{group, word(group, texts[0]), c.name, official}
	}
	return c
}

// repeats reports whether a row is one of a head's rows again, as on each printed page.
func (g *grid) repeats(h head, row Row) bool {
	for number := h.top; number <= h.bottom; number++ {
		if of := g.At(number); of != nil && sameTexts(*of, row) {
			return true
		}
	}
	return false
}

// sameTexts reports whether two rows have the same names in the same columns.
func sameTexts(a, b Row) bool {
	return slices.EqualFunc(a.Cells, b.Cells, func(x, y Cell) bool { return x.Column == y.Column && fold(x.Text) == fold(y.Text) })
}
