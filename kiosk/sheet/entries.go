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
	Refused  []Entry // rows that have a number and couldn't be taken
	Lost     int     // cells that found no place
	Cut      bool    // some official cell has line breaks: the office cut them, and those without are whole
	Dropped  int     // rows that couldn't be taken
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
		t.add(file, diag.Error, "table-head-missing", "没有找到目录的表头", "表头要有“序号”“一级事项”“二级事项”“公开内容（要素）”这些栏，照国务院的目录表写；可以先用 kiosk export 生成一张看看")
	}
	t.summarise()
	if t.tooMany() { // rows that weren't looked at aren't taken for missing ones
		t.Entries = nil
		t.add(file, diag.Error, "cells-lost-many", fmt.Sprintf("没有地方放的格子超过 %d 个，后面的没有再看", maxProblems), "看看选的是不是目录那张表；用不着的栏先删去，再导入")
	}
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
	open     bool               // the last row is the last entry
	hidden   []string           // rows that are hidden
	inherits []string           // cells of 一级事项 that are blank
	zeroed   []string           // numbers with zeros in front
}

// maxProblems is how many problems are kept: each is a line for staff, and takes a kilobyte.
const maxProblems = 100_000

func (t *taking) tooMany() bool { return len(t.Problems) > maxProblems }

// place returns a cell's name with its file: 目录.xlsx: 目录!D7.
func (t *taking) place(row, column int) string { return t.file + ": " + t.grid.Place(row, column) }

func (t *taking) add(place string, s diag.Severity, code, message, fix string) {
	t.Problems = append(t.Problems, diag.Problem{File: place, Severity: s, Code: code, Message: message, Fix: fix})
}

// lose reports a cell that found no place.
func (t *taking) lose(row, column int, code, message, fix string) {
	t.Lost++
	t.add(t.place(row, column), diag.Error, code, message, fix)
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
	case s.IsFurther():
		t.beyond(name, s)
		return
	case len(s.Rows) == 0:
		return
	case first == len(s.Rows):
		if len(b.Sheets) > 1 {
			t.add(name, diag.Hint, "sheet-no-head", "这张工作表没有目录的表头，没有收", "")
		}
		return
	case s.Hidden && hasVisible(b):
		t.add(name, diag.Hint, "sheet-hidden", "这张工作表是隐藏的，没有收", "要收就取消隐藏，再导入")
		return
	}
	t.heads = append(t.heads, name)
	t.beyond(name, s)
	t.outside(s.Rows[:first])
	for _, n := range s.Notes {
		t.add(t.place(n.Row, n.Column), diag.Hint, "cell-comment", "批注“"+diag.Excerpt(n.Text, 30)+"”没有收", "要公开的，写到格子里")
	}
	if s.Drawn {
		t.add(name, diag.Hint, "sheet-drawing", "表里的图片和图形没有收", "")
	}
	if n := len(s.Linked); n > 0 {
		t.add(t.place(s.Linked[0].Top, s.Linked[0].Left), diag.Hint, "cell-link", fmt.Sprintf("这一格带着链接，链接没有收（这样的一共 %d 处）", n), "事项要用的网址，写在“事项补充”那张工作表的“链接”里，或那个文件的 link 里")
	}
	t.concealed(s)
	t.above = [fieldCount]string{}
	for i := first; i < len(s.Rows) && t.ctx.Err() == nil && !t.tooMany(); i++ {
		t.row(i)
	}
}

// beyond reports the cells that are right of the last column.
func (t *taking) beyond(name string, s *Sheet) {
	if s.Beyond > 0 {
		t.Lost += s.Beyond
		t.add(name, diag.Error, "cells-beyond", fmt.Sprintf("有 %d 格在第 %d 栏（%s）的右边，没有收，第一格在第 %d 行", s.Beyond, maxColumns, columnName(maxColumns), s.BeyondAt), "要公开的，移到它该在的那一栏；多出来的逗号或分隔符，删去")
	}
}

// concealed names the columns that are hidden: they are taken like others.
func (t *taking) concealed(s *Sheet) {
	var names []string
	for _, at := range t.head.at {
		hidden := slices.ContainsFunc(s.Concealed, func(r Range) bool { return r.Left <= at && at <= r.Right })
		if name := t.head.columns[at].name; hidden && name != "" {
			names = append(names, "“"+name+"”")
		}
	}
	if names != nil {
		t.add(t.file+": "+s.Name, diag.Hint, "columns-hidden", "隐藏的栏也收了："+strings.Join(names, "、"), "")
	}
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
var title = regexp.MustCompile(`^(?:附件[\d一二三四五六七八九十]*[:：.．、]?)?(.*?)((?:基层|[村居党]务)?(?:[政村居党财]务|政府信息|信息)?公开(?:事项)?(?:标准|基本)?(?:目录|事项清单|清单).*)$`)

// annex matches what stands in front of the title of an annex: 附件2：.
var annex = regexp.MustCompile(`^附[件表录]?[\d一二三四五六七八九十]{0,3}[：:、]?`)

// outside notes the texts above a head: the title is taken, all else is a hint.
func (t *taking) outside(rows []Row) {
	for _, row := range rows {
		if t.tooMany() {
			return
		}
		for _, c := range row.Cells {
			text := squeeze(c.Text)
			switch {
			case text == "":
			case t.Title == "" && title.MatchString(text) && !strings.ContainsAny(annex.ReplaceAllString(text, ""), "：:。《"):
				t.Title, t.TitleAt = text, t.place(row.Number, c.Column)
			case text != t.Title:
				t.add(t.place(row.Number, c.Column), diag.Hint, "text-outside-table", "“"+diag.Excerpt(text, 30)+"”在表的外面，没有收", "")
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
		t.hidden = append(t.hidden, t.grid.Place(row.Number, row.Cells[0].Column))
	}
	r := t.read(row)
	switch {
	case r.goesOn && !r.marksPage():
		t.goOn(row, r)
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

// isRuler reports whether a row numbers the columns: 1 2 3, （1）（2）（3）, 一 二 三, A B C or 甲 乙 丙.
func (t *taking) isRuler(row Row) bool {
	if len(row.Cells) < 4 {
		return false
	}
	follows := func(is func(i int, text string) bool) bool {
		for i, c := range row.Cells {
			if !is(i, c.Text) {
				return false
			}
		}
		return true
	}
	return follows(func(i int, text string) bool { n, ok := numberIn(text); return ok && n == i+1 }) ||
		slices.ContainsFunc(rulers, func(letters []rune) bool {
			return follows(func(i int, text string) bool { return i < len(letters) && fold(text) == string(letters[i]) })
		})
}

// rulers are the letters that number columns.
var rulers = [][]rune{[]rune("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), []rune("甲乙丙丁戊己庚辛壬癸子丑寅卯")}

// cells is what a row has in the columns of its head.
type cells struct {
	texts  [fieldCount]string
	at     [fieldCount]int // the column of each, 0 where the cell is blank
	ticks  map[Field][]string
	unsure [fieldCount]bool // a cell of the field was lost
	mine   [fieldCount]bool // the cell belongs to this row
	goesOn bool             // the number, or without numbers the item, is merged down from the row above: the same item
	own    int              // cells that belong to this row, and to no merged area from above
	strays []int            // columns whose text has no place
	hidden []int            // columns of cells with a text of their own below a merged one, which no program shows
}

// isEntry reports whether a row is one of the catalogue: it has a number, or else a content with an item, or alone.
func (c *cells) isEntry() bool {
	if _, ok := numberIn(c.texts[Number]); ok {
		return c.own > 1 // rows that are numbered and wait for their items, and a page's number, have nothing else
	}
	for _, f := range []Field{Number, Code, First, Second} {
		if remarkWords.MatchString(c.texts[f]) && c.own <= 3 {
			return false
		}
	}
	if c.at[Number] > 0 || c.at[Code] > 0 {
		return c.own > 2
	}
	return c.own > 1 && (c.at[Content] > 0 || c.at[First] > 0 && c.at[Second] > 0)
}

// read sorts a row's cells into the columns of the head.
func (t *taking) read(row Row) *cells {
	c := &cells{ticks: make(map[Field][]string)}
	for _, at := range t.columnsOf(row) {
		area := t.grid.area(row.Number, at)
		col := t.head.columns[at]
		if own := squeeze(row.At(at).Text); own != "" && own != squeeze(t.grid.text(row.Number, at)) {
			c.hidden = append(c.hidden, at)
		}
		if area.Left != at && (col.word == "" || t.head.columns[area.Left].word == "") {
			continue // the rest of a cell that was merged across; one tick may be across several choices
		}
		from := t.grid.At(area.Top).At(area.Left)
		if area.Top <= t.head.bottom && area.Top != row.Number {
			continue // the head's own
		}
		mine := area.Top == row.Number
		if from.Lost != "" && mine {
			t.lose(row.Number, at, "cell-unread", from.Lost+"，这一格没有收", from.mend())
			c.unsure[col.field] = true
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
			t.add(t.place(row.Number, at), diag.Warning, "cell-struck", "这一格的字划了删除线，照样收了", "不要的字在表里删掉，再导入一次")
		}
		t.sort(c, row.Number, at, col, text, mine)
	}
	if !t.head.has[Number] && !t.head.has[Code] {
		for f := Fourth; f > First; f-- {
			if c.at[f] > 0 {
				c.goesOn = !c.mine[f]
				break
			}
		}
	}
	return c
}

// columnsOf returns the columns of the head and those of a row's cells, in order.
func (t *taking) columnsOf(row Row) []int {
	all := slices.Clone(t.head.at)
	for _, c := range row.Cells {
		all = append(all, c.Column)
	}
	slices.Sort(all)
	return slices.Compact(all)
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
	case f == Number && !mine:
		c.goesOn = true
	case c.at[f] > 0 && squeeze(c.texts[f]) != squeeze(text):
		c.strays = append(c.strays, at)
	default:
		if isDitto(text) && t.above[f] != "" {
			text = t.above[f]
		}
		c.texts[f], c.at[f], c.mine[f] = text, at, mine
		t.Cut = t.Cut || isLong(ColumnOf(f).Key) && strings.Contains(text, "\n")
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
	case word(col.field, text) == col.word, isDitto(text):
		c.ticks[col.field] = append(c.ticks[col.field], col.word)
	case col.field == Audience && options(text) == nil || col.field == Audience && plain != squeeze(text):
		c.ticks[col.field] = append(c.ticks[col.field], col.word+"（"+strings.Trim(strings.TrimPrefix(plain, col.word), "（）()")+"）")
	case strings.IndexFunc(text, isTick) == 0 && plain != squeeze(text):
		c.ticks[col.field] = append(c.ticks[col.field], col.word)
		t.lose(row, at, "tick-remark", "“"+diag.Excerpt(plain, 20)+"”没有地方放，勾收了", "要公开的，移到公开内容或别的栏里；用不着就不用管")
	default:
		c.unsure[col.field] = true
		c.strays = append(c.strays, at)
	}
}

// isTick reports whether a character is a sign of a tick.
func isTick(r rune) bool { return strings.ContainsRune(tickSigns, r) }

// isDitto reports whether a cell refers to the one above it.
func isDitto(text string) bool {
	switch strings.Join(strings.Fields(text), "") {
	case "〃", "″", "々", "〞", "\"", "''", "”", "“", "＂", "、、", "ditto", "Ditto":
		return true
	}
	switch fold(text) {
	case "同上", "同前", "同上一行", "同上行", "同上栏", "同上格", "上同", "内容同上":
		return true
	}
	return false
}

// digits matches a number with what may stand around it: 第6项, 6., （6）, 6.0, 0006.
var digits = regexp.MustCompile(`^[(\[【#.、]{0,2}(?:第|NO\.?|No\.?|no\.?)?(0*)(\d{1,9})(?:\.0*)?[)\]】.、,:项号]{0,2}$`)

// numberIn returns the number that a cell has.
func numberIn(text string) (n int, ok bool) {
	text = norm.NFKC.String(strings.Join(strings.Fields(text), ""))
	m := digits.FindStringSubmatch(text)
	if m == nil {
		return hanNumber(text)
	}
	n, err := strconv.Atoi(m[2])
	return n, err == nil && n > 0
}

// hanDigits are the digits in their order.
const hanDigits = "零一二三四五六七八九"

// han matches a number below 100 in words, with what may stand around it.
var han = regexp.MustCompile(`^[第(]?([二三四五六七八九]?十)?([一二三四五六七八九])?[项)、.,]?$`)

// hanNumber returns a number that is written in words: 十二.
func hanNumber(text string) (n int, ok bool) {
	m := han.FindStringSubmatch(text)
	if m == nil || m[1]+m[2] == "" {
		return 0, false
	}
	if m[1] != "" {
		n = 10 * max(1, strings.Index(hanDigits, strings.TrimSuffix(m[1], "十"))/len("零"))
	}
	if m[2] != "" {
		n += strings.Index(hanDigits, m[2]) / len("零")
	}
	return n, true
}

// isNumeric reports whether a text is nothing but digits, marks and spaces.
func isNumeric(text string) bool {
	_, ok := numberIn(text)
	return ok
}
