package catalogue

import (
	"slices"
	"strings"
)

// Prose is what a centre writes itself: a notice's title and body, a guide's body. Its white space is the author's.
// A body is kept as it was typed, and Blocks parses it; no character but white space, and the strokes of a table that
// was typed with them, is left out.

// BlockKind is what a block of prose is set as.
type BlockKind uint8

// The kinds of blocks.
const (
	Paragraph BlockKind = iota
	Blank               // empty lines
	Columns             // words in columns, such as a list of names
	Table               // cells in rows
	Drawing             // lines drawn with ─ and │
)

// Block is a part of a prose text. White space in its texts is written with characters that typeset keeps.
type Block struct {
	Kind   BlockKind
	Indent int        // halves of an em that a paragraph, or all rows of columns, begin with; 0: none was typed
	Rows   [][]string // Paragraph: one of one text; Columns: words; Table: cells, as many in each row; Drawing: one text in each
	Count  int        // Blank: the number of lines
	Head   bool       // Table: the first row names the columns
	Sides  []Side     // Table: each column's
	List   bool       // Columns: names in one list, which may stand in other rows
}

// Side is where the cells of a column stand.
type Side uint8

// The sides: Left for text, Right for numbers and amounts.
const (
	Left Side = iota
	Center
	Right
)

// Text returns a paragraph's text.
func (b Block) Text() string {
	if len(b.Rows) == 0 {
		return ""
	}
	return strings.Join(b.Rows[0], "")
}

// paragraph returns the block of a line of its own.
func paragraph(line string) Block {
	text := strings.TrimLeftFunc(line, white)
	return Block{Indent: halves(line[:len(line)-len(text)]), Rows: [][]string{{spaced(text)}}}
}

// prose returns a text as it was typed, with "\n" between its lines and neither empty lines at its ends nor spaces at
// the lines' ends. Tabs there stay: they end the cells of a row.
func prose(text string) string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRightFunc(l, func(r rune) bool { return r != '\t' && white(r) })
		if empty(l) && !strings.Contains(l, "\t") {
			lines[i] = ""
		}
	}
	written := func(l string) bool { return !empty(l) }
	from := slices.IndexFunc(lines, written)
	if from < 0 {
		return ""
	}
	for empty(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines[from:], "\n")
}

// proseTitle joins the lines of a notice's title and returns the rune offsets of its breaks. White space inside a line
// is the author's.
func proseTitle(text string) (joined string, breaks []int) {
	var b strings.Builder
	n := 0
	for l := range strings.Lines(text) {
		t := spaced(strings.TrimFunc(seen(l), white))
		if t == "" {
			continue
		}
		if n > 0 {
			breaks = append(breaks, n)
		}
		b.WriteString(t)
		n += len([]rune(t))
	}
	return b.String(), breaks
}

// Blocks parses a body.
func Blocks(body string) []Block {
	var all []Block
	if body = prose(body); body == "" {
		return nil
	}
	lines := strings.Split(seen(body), "\n")
	piped := pipeTables(lines)
	for at := 0; at < len(lines); {
		blocks, n := nextBlocks(lines[at:], piped[at])
		all, at = append(all, blocks...), at+n
	}
	return all
}

// nextBlocks returns the blocks that the first n lines are; the first piped of them are a table that was typed with |.
func nextBlocks(lines []string, piped int) (blocks []Block, n int) {
	for n < len(lines) && empty(lines[n]) {
		n++
	}
	if n > 0 {
		return []Block{{Kind: Blank, Count: n}}, n
	}
	if blocks, n := drawing(lines); n > 0 {
		return blocks, n
	}
	if piped > 0 {
		return []Block{pipeTable(lines[:piped])}, piped
	}
	for _, parse := range []func([]string) ([]Block, int){tabTable, wordColumns} {
		if blocks, n := parse(lines); n > 0 {
			return blocks, n
		}
	}
	return []Block{paragraph(lines[0])}, 1
}

// Lines returns a block's text line by line, with the words and cells of a row apart.
func (b Block) Lines() []string {
	var all []string
	for _, row := range b.Rows {
		all = append(all, strings.ReplaceAll(strings.TrimFunc(strings.Join(row, "　"), white), "\n", "　"))
	}
	return all
}

// ProseLines returns the lines of a body without indents, empty lines and drawings, the cells of a row apart.
func ProseLines(body string) []string {
	var all []string
	for _, b := range Blocks(body) {
		if b.Kind != Drawing {
			all = append(all, b.Lines()...)
		}
	}
	return all
}
