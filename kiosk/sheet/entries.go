package sheet

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gongkai/kiosk/diag"

	"golang.org/x/text/unicode/norm"
)

// Entry is one row of a catalogue, as a table has it.
type Entry struct {
	At       string            // the place of its number, or of its first cell
	Number   int               // 0 where the table gives none
	NumberAs string            // how the table writes the number
	Texts    map[string]string // by the key of an item's file; one that the table has no column for is missing, a blank one is ""
	Levels   []string
	Leveled  bool // the table has columns of 公开层级
}

// Table is what a file has for a catalogue.
type Table struct {
	Title    string // above the head, 襄垣县朝阳社区政务公开事项标准目录; "" if there is none
	TitleAt  string
	Entries  []Entry
	Further  []Sheet // those of other names that an export writes: 公告, 办事指南
	Lost     int     // cells that found no place
	Problems []diag.Problem
}

// TableOf returns the rows of all sheets that have the form's head. Each cell that finds no place is an error at that cell; a
// text outside the table is a hint.
func TableOf(ctx context.Context, file string, b Book) Table {
	t := &taking{file: file, ctx: ctx}
	for i := range b.Sheets {
		s := &b.Sheets[i]
		t.sheet(s, b)
	}
	if further := slices.ContainsFunc(b.Sheets, func(s Sheet) bool { return s.IsFurther() }); len(t.Entries) == 0 && len(t.heads) == 0 && !further {
		t.add(file, diag.Error, "没有找到目录的表头", "表头要有“序号”“一级事项”“二级事项”“公开内容（要素）”这些栏，照国务院的目录表写；可以先用 kiosk export 生成一张看看")
	}
	t.summarise()
	return t.Table
}

// taking is the state of one TableOf.
type taking struct {
	Table
	ctx      context.Context
	file     string
	grid     *grid
	head     head
	heads    []string           // the sheets that have a head
	above    [fieldCount]string // the last texts of the columns, for 同上 and a 一级事项 that is left blank
	hidden   []string           // rows that are hidden
	inherits []string           // cells of 一级事项 that are blank
	zeroed   []string           // numbers with zeros in front
}

// place returns a cell's name with its file: 目录.xlsx: 目录!D7.
func (t *taking) place(row, column int) string { return t.file + ": " + t.grid.Place(row, column) }

func (t *taking) add(place string, s diag.Severity, message, fix string) {
	t.Problems = append(t.Problems, diag.Problem{File: place, Severity: s, Message: message, Fix: fix})
}

// lose reports a cell that found no place.
func (t *taking) lose(row, column int, message, fix string) {
	t.Lost++
	t.add(t.place(row, column), diag.Error, message, fix)
}

// sheet takes the rows of one sheet.
func (t *taking) sheet(s *Sheet, b Book) {
	name := t.file
	if s.Name != "" {
		name += ": " + s.Name
	}
	t.grid = newGrid(s)
	first := 0
	for first < len(s.Rows) {
		h, ok := t.grid.headAt(first)
		if ok {
			t.head = h
			break
		}
		first++
	}
	switch {
	case len(s.Rows) == 0, s.IsFurther():
		return
	case isFurther(s.Name):
		t.Further = append(t.Further, *s)
		t.add(name, diag.Hint, "这张工作表没有收", "")
		return
	case first == len(s.Rows):
		if len(b.Sheets) > 1 {
			t.add(name, diag.Hint, "这张工作表没有目录的表头，没有收", "")
		}
		return
	case s.Hidden && hasVisible(b):
		t.add(name, diag.Hint, "这张工作表是隐藏的，没有收", "要收就取消隐藏，再导入")
		return
	}
	t.heads = append(t.heads, name)
	t.outside(s.Rows[:first])
	t.above = [fieldCount]string{}
	for i := first; i < len(s.Rows) && t.ctx.Err() == nil; i++ {
		t.row(i)
	}
}

// isFurther reports whether a sheet has the name of one that an export writes beside the catalogue.
func isFurther(name string) bool {
	return slices.Contains([]string{noticesName, guidesName, extrasName, centreName, holidaysName}, name)
}

// hasVisible reports whether another sheet than the hidden ones has a head.
func hasVisible(b Book) bool {
	for i := range b.Sheets {
		s := &b.Sheets[i]
		if s.Hidden {
			continue
		}
		g := newGrid(s)
		for j := range s.Rows {
			if _, ok := g.headAt(j); ok {
				return true
			}
		}
	}
	return false
}

// title matches a table's title.
var title = regexp.MustCompile(`^(.*?)((?:基层|[村居党]务)?(?:[政村居党财]务|政府信息|信息)?公开(?:事项)?(?:标准|基本)?(?:目录|事项清单|清单).*)$`)

// outside notes the texts above a head: the title is taken, all else is a hint.
func (t *taking) outside(rows []Row) {
	for _, row := range rows {
		for _, c := range row.Cells {
			text := squeeze(c.Text)
			switch {
			case text == "":
			case t.Title == "" && title.MatchString(text) && len(row.Cells) == 1:
				t.Title, t.TitleAt = text, t.place(row.Number, c.Column)
			case text != t.Title:
				t.add(t.place(row.Number, c.Column), diag.Hint, "“"+diag.Excerpt(text, 30)+"”在表的外面，没有收", "")
			}
		}
	}
}

// row takes one row of a sheet from the head on: the head itself, again or another one, a row of the catalogue, or a remark.
func (t *taking) row(i int) {
	row := t.grid.Rows[i]
	if row.Number <= t.head.bottom {
		return
	}
	if t.grid.repeats(t.head, row) {
		return
	}
	if h, ok := t.grid.headAt(i); ok {
		t.head = h
		return
	}
	if t.isRuler(row) || squeeze(rowText(row)) == t.Title && t.Title != "" {
		return
	}
	if row.Hidden {
		t.hidden = append(t.hidden, strconv.Itoa(row.Number))
	}
	r := t.read(row)
	switch {
	case !r.isEntry():
		t.remark(row, r)
	default:
		t.entry(row, r)
	}
}

// rowText returns the text of a row that has one cell, "" for another.
func rowText(row Row) string {
	if len(row.Cells) != 1 {
		return ""
	}
	return row.Cells[0].Text
}

// isRuler reports whether a row numbers the columns, 1 2 3 or （1）（2）（3）.
func (t *taking) isRuler(row Row) bool {
	if len(row.Cells) < 4 {
		return false
	}
	for i, c := range row.Cells {
		if n, ok := numberIn(c.Text); !ok || n != i+1 {
			return false
		}
	}
	return true
}

// cells is what a row has in the columns of its head.
type cells struct {
	texts   [fieldCount]string
	at      [fieldCount]int // the column of each, 0 where the cell is blank
	ticks   map[Field][]string
	written map[Field]string // what stands in a choice's column beside the tick
	own     int              // cells that belong to this row, and to no merged area from above
	strays  []int            // columns whose text has no place
}

// isEntry reports whether a row is one of the catalogue: it has a number, or else a content with an item, or alone.
func (c *cells) isEntry() bool {
	if c.at[Number] > 0 || c.at[Code] > 0 && c.own > 1 {
		_, ok := numberIn(c.texts[Number])
		return ok || c.own > 2
	}
	return c.own > 1 && (c.at[Content] > 0 || c.at[First] > 0 && c.at[Second] > 0)
}

// read sorts a row's cells into the columns of the head.
func (t *taking) read(row Row) *cells {
	c := &cells{ticks: make(map[Field][]string), written: make(map[Field]string)}
	for at := 1; at <= t.grid.width; at++ {
		area := t.grid.area(row.Number, at)
		col := t.head.columns[at]
		if area.Left != at && col.word == "" {
			continue // the rest of a cell that was merged across
		}
		from := t.grid.At(area.Top).At(area.Left)
		if area.Top <= t.head.bottom && area.Top != row.Number {
			continue // the head's own
		}
		mine := area.Top == row.Number
		if from.Lost != "" && mine {
			t.lose(row.Number, at, from.Lost+"，这一格没有收", "在表里打开一次、保存，让它算好；或改成照写的字")
			continue
		}
		text := from.Text
		if squeeze(text) == "" {
			continue
		}
		if mine {
			c.own++
		}
		if from.Struck && mine {
			t.add(t.place(row.Number, at), diag.Warning, "这一格的字划了删除线，照样收了", "不要的字在表里删掉，再导入一次")
		}
		t.sort(c, row.Number, at, col, text, mine)
	}
	return c
}

// sort puts one cell into its place.
func (t *taking) sort(c *cells, row, at int, col column, text string, mine bool) {
	switch f := col.field; {
	case f == Nothing:
		if mine {
			c.strays = append(c.strays, at)
		}
	case col.word != "":
		t.choice(c, row, at, col, text)
	case f == Number && !mine && c.at[Number] == 0:
		// A number that is merged down counts once.
	case c.at[f] > 0 && squeeze(c.texts[f]) != squeeze(text):
		c.strays = append(c.strays, at)
	default:
		if isDitto(text) && t.above[f] != "" {
			text = t.above[f]
		}
		c.texts[f], c.at[f] = text, at
	}
}

// choice takes a cell below a choice: a tick, or the words that belong to the choice.
func (t *taking) choice(c *cells, row, at int, col column, text string) {
	switch tickOf(text) {
	case ticked:
		c.ticks[col.field] = append(c.ticks[col.field], col.word)
		return
	case unticked:
		return
	}
	plain := squeeze(strings.TrimFunc(text, func(r rune) bool { return strings.ContainsRune(tickSigns, r) }))
	switch {
	case word(text) == col.word, isDitto(text):
		c.ticks[col.field] = append(c.ticks[col.field], col.word)
	case col.field == Audience && options(text) == nil || col.field == Audience && plain != squeeze(text):
		c.ticks[col.field] = append(c.ticks[col.field], col.word+"（"+strings.TrimPrefix(plain, col.word)+"）")
	default:
		c.strays = append(c.strays, at)
	}
}

// isDitto reports whether a cell refers to the one above it.
func isDitto(text string) bool {
	switch strings.Join(strings.Fields(text), "") {
	case "同上", "同上。", "（同上）", "(同上)", "同上一行", "〃", "″", "々", "同上行":
		return true
	}
	return false
}

// digits matches a number with what may stand around it: 第6项, 6., （6）, 6.0, 0006.
var digits = regexp.MustCompile(`^[^\d一-龥]{0,2}(?:第|NO\.?|No\.?|no\.?)?(0*)(\d{1,9})(?:\.0*)?[^\d]{0,2}$`)

// numberIn returns the number that a cell has.
func numberIn(text string) (n int, ok bool) {
	m := digits.FindStringSubmatch(norm.NFKC.String(strings.Join(strings.Fields(text), "")))
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[2])
	return n, err == nil && n > 0
}

// isNumeric reports whether a text is nothing but digits, marks and spaces.
func isNumeric(text string) bool {
	_, ok := numberIn(text)
	return ok
}

// remark notes the cells of a row that is no row of the catalogue.
func (t *taking) remark(row Row, c *cells) {
	if len(t.Entries) > 0 && c.own > 0 && c.at[Number] == 0 && c.at[First] == 0 && c.at[Second] == 0 && len(c.strays) == 0 && len(row.Cells) == c.own && t.continues(row, c) {
		return
	}
	for _, cell := range row.Cells {
		t.add(t.place(row.Number, cell.Column), diag.Hint, "“"+diag.Excerpt(squeeze(cell.Text), 30)+"”在表的外面，没有收", "")
	}
}

// remarkWords begin a line below a table.
var remarkWords = regexp.MustCompile(`^(?:[（(]?(?:备?注|说明|填表|填报|制表|审核|负责人|联系人|合计|总计|小计|共计?|单位|日期|附件?|第.{1,6}页))`)

// continues adds the cells of a row to the entry above, whose cells a printed page cut.
func (t *taking) continues(row Row, c *cells) bool {
	if c.at[Content] == 0 && c.at[Basis] == 0 && c.at[Channels] == 0 && c.at[Deadline] == 0 && c.at[Publisher] == 0 || len(c.ticks) > 0 {
		return false
	}
	last := &t.Entries[len(t.Entries)-1]
	for f := Content; f <= Channels; f++ {
		if c.at[f] > 0 && remarkWords.MatchString(c.texts[f]) {
			return false
		}
	}
	for f := Content; f <= Channels; f++ {
		if c.at[f] == 0 {
			continue
		}
		key := ColumnOf(f).Key
		last.Texts[key] = strings.TrimPrefix(last.Texts[key]+"\n"+c.texts[f], "\n")
		t.above[f] = last.Texts[key]
		t.add(t.place(row.Number, c.at[f]), diag.Warning, fmt.Sprintf("这一行没有序号和事项，接在上一行（%s）的%s后面了", last.At, ColumnOf(f).Name), "是上一行的下半截就不用改；是另一个事项，就补上序号和事项名称")
	}
	return true
}
