package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// entry takes a row of the catalogue.
func (t *taking) entry(row Row, c *cells) {
	e := Entry{At: t.grid.Place(row.Number, row.Cells[0].Column), Texts: make(map[string]string), Leveled: t.head.has[Levels] && !c.unsure[Levels]}
	t.number(&e, row, c)
	t.items(&e, row, c)
	for f := Content; f <= Manner; f++ {
		if (f == Audience || f == Manner) && !t.chooses(row, c, f) {
			continue
		}
		if t.head.has[f] && !c.unsure[f] {
			e.Texts[ColumnOf(f).Key] = t.text(c, f)
		}
	}
	t.levels(&e, row, c)
	t.strayed(row, c)
	for f := range c.texts {
		if level := Field(f) >= First && Field(f) <= Fourth; level || c.at[f] > 0 {
			t.above[f] = c.texts[f]
		}
	}
	t.open = false
	switch {
	case squeeze(e.Texts["category"]) == "":
		t.loseRow(row, "row-no-category", "这一行没有一级事项，没有收", "补上一级事项；是上一行的下半截，就和上一行合成一格")
	case squeeze(e.Texts["content"]) == "":
		t.loseRow(row, "row-no-content", "这一行的公开内容空着，没有收", "补上公开内容（要素）；几行共用一格的，在表里合并单元格")
	default:
		t.open = true
		t.Entries = append(t.Entries, e)
	}
	if !t.open && e.Number > 0 {
		t.Refused = append(t.Refused, e)
	}
}

// loseRow reports each cell of a row that isn't taken.
func (t *taking) loseRow(row Row, code, message, fix string) {
	t.Dropped++
	for _, c := range row.Cells {
		if c.Lost == "" {
			t.lose(row.Number, c.Column, code, message, fix)
		}
	}
}

// number reads 序号; a code stands for it where the table has no numbers.
func (t *taking) number(e *Entry, row Row, c *cells) {
	f := Number
	if !t.head.has[Number] {
		f = Code
	}
	t.code(row, c)
	if c.at[f] == 0 {
		return
	}
	e.At, e.NumberAs = t.grid.Place(row.Number, c.at[f]), squeeze(c.texts[f])
	n, ok := numberIn(c.texts[f])
	switch {
	case !ok || n > maxNumber: // the plan numbers it
	case strings.HasPrefix(strings.TrimLeft(e.NumberAs, "（([【#第"), "0"):
		t.zeroed = append(t.zeroed, e.At)
		e.Number = n
	default:
		e.Number = n
	}
}

// code reports a row's 事项编码, which has no place beside a number.
func (t *taking) code(row Row, c *cells) {
	if c.mine[Code] && t.head.has[Number] {
		t.lose(row.Number, c.at[Code], "item-code", "目录没有地方放编码“"+diag.Excerpt(squeeze(c.texts[Code]), 20)+"”", "屏幕上不用编码，就不用管")
	}
}

// maxNumber is the largest 序号 of an item's file.
const maxNumber = 99_999

// items makes category and title of the levels of items. The category is the first level; the deeper ones are the title,
// with a line break between two of them: nothing is added, and a heading may break there.
func (t *taking) items(e *Entry, row Row, c *cells) {
	levels := []Field{First, Second, Third, Fourth}
	t.inherit(row, c)
	var texts []string
	for _, f := range levels {
		if text := t.text(c, f); text != "" && (len(texts) == 0 || squeeze(text) != squeeze(texts[len(texts)-1]) || f == Second) {
			texts = append(texts, text)
		}
	}
	if len(texts) == 0 || t.head.has[First] && c.at[First] == 0 && c.texts[First] == "" {
		return
	}
	e.Texts["category"] = texts[0]
	if (t.head.has[Second] || t.head.has[Third] || len(texts) > 1) && !c.unsure[Second] && !c.unsure[Third] && !c.unsure[Fourth] {
		e.Texts["title"] = strings.Join(texts[1:], "\n")
	}
}

// inherit fills the levels that a row leaves blank with those of the row above, as where merged cells were saved as text:
// 一级事项, and a level between it and a deeper one.
func (t *taking) inherit(row Row, c *cells) {
	from := t.above[First]
	if c.at[First] == 0 && t.head.has[First] && (c.at[Second] > 0 || c.at[Third] > 0 || c.at[Content] > 0) && from != "" {
		c.texts[First] = from
		t.inherits = append(t.inherits, t.grid.Place(row.Number, t.columnAt(First)))
	}
	for _, f := range []Field{Second, Third} {
		deeper := c.at[Fourth] > 0 || f == Second && c.at[Third] > 0
		if c.at[f] == 0 && deeper && flat(c.texts[First]) == flat(from) {
			c.texts[f] = t.above[f]
		}
	}
}

// columnAt returns the first column of a field.
func (t *taking) columnAt(f Field) int {
	for _, at := range t.head.at {
		if t.head.columns[at].field == f {
			return at
		}
	}
	return 1
}

// chooses reports whether a cell of choices names one; a tick without a word, or boxes without a tick, are reported. A
// sign for no level is blank.
func (t *taking) chooses(row Row, c *cells, f Field) bool {
	text := c.texts[f]
	opts := options(text)
	switch state := tickOf(text); {
	case squeeze(text) == "":
	case state == unticked && f == Levels:
		c.texts[f] = ""
	case state == ticked && (f == Levels || fold(text) == ""): // 公开 is a word of 公开方式
		c.texts[f] = ""
		t.lose(row.Number, c.at[f], "tick-no-word", "“"+ColumnOf(f).Name+"”这一格只有勾，看不出选的是哪一个", "写上字，例如 "+example[f])
		return false
	case opts != nil && !slices.ContainsFunc(opts, func(o option) bool { return o.ticked }):
		t.add(t.place(row.Number, c.at[f]), diag.Warning, "choices-no-tick", "“"+ColumnOf(f).Name+"”这一格一个也没有勾，算空着", "选中的打勾：☑")
	}
	return true
}

// example has a word for each column of choices.
var example = map[Field]string{Levels: "社区", Audience: "全社会", Manner: "主动"}

// text returns a row's text of a field: what its cell says, or the choices that are ticked.
func (t *taking) text(c *cells, f Field) string {
	text := c.texts[f]
	if f == Audience || f == Manner {
		text = strings.Join(append(nonBlank(chosen(text)), c.ticks[f]...), "、")
	}
	return text
}

// nonBlank returns a text as a list, empty if it is blank.
func nonBlank(text string) []string {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return []string{text}
}

// levels reads 公开层级, from one cell or from ticks.
func (t *taking) levels(e *Entry, row Row, c *cells) {
	e.Leveled = e.Leveled && t.chooses(row, c, Levels)
	for _, w := range append(levelsIn(c.texts[Levels]), c.ticks[Levels]...) {
		if !slices.Contains(e.Levels, w) {
			e.Levels = append(e.Levels, w)
		}
	}
}

// strayed reports a row's cells that have no place.
func (t *taking) strayed(row Row, c *cells) {
	for _, at := range c.strays {
		t.stray(row.Number, at)
	}
	for _, at := range c.hidden {
		area := t.grid.area(row.Number, at)
		text := "“" + diag.Excerpt(squeeze(row.At(at).Text), 20) + "”"
		t.lose(row.Number, at, "cell-under-merge", text+"压在合并的格子 "+Address(area.Top, area.Left)+" 下面，表里看不见，没有收", "要公开的，拆开合并，放到看得见的格子里；不要的，拆开后删去")
	}
}

// stray reports a cell that has no place.
func (t *taking) stray(row, at int) {
	text := "“" + diag.Excerpt(squeeze(t.grid.text(row, at)), 20) + "”"
	switch col := t.head.columns[at]; {
	case col.name == "":
		t.lose(row, at, "cell-outside-head", text+"在表头的外面，没有地方放", "要公开的，移到它该在的那一栏")
	case col.word != "":
		t.lose(row, at, "cell-no-tick", text+"不是勾，“"+col.name+"”这一栏没有地方放", "打勾写 √，不打勾就空着")
	case fieldOf(col.name) != Nothing:
		t.lose(row, at, "column-twice", text+"没有地方放：“"+diag.Excerpt(col.name, 20)+"”有两栏，收的是另一栏", "两张表并排的，分成上下两张，或放到两个工作表")
	default:
		t.lose(row, at, "column-unknown", text+"没有地方放：目录没有“"+diag.Excerpt(col.name, 20)+"”这一栏", "要公开的，移到公开内容或别的栏里；用不着就不用管")
	}
}

// summarise adds what holds for many rows.
func (t *taking) summarise() {
	t.noteRows(t.hidden, "rows-hidden", "隐藏的 %d 行也收了：%s")
	t.noteRows(t.inherits, "category-inherited", "有 %d 行的一级事项空着，用了上面一行的：%s")
	t.noteRows(t.zeroed, "number-zeros", "有 %d 行的序号去掉了前面的 0：%s")
}

// noteRows adds a hint of some rows, if there are any: the format takes their number and their places.
func (t *taking) noteRows(places []string, code, format string) {
	if n := len(places); n > 0 {
		t.add(t.file, diag.Hint, code, fmt.Sprintf(format, n, listed(places)), "")
	}
}

// mostPlaces is how many places a hint names.
const mostPlaces = 20

// listed returns the first of some places as a list.
func listed(places []string) string {
	if len(places) > mostPlaces {
		return strings.Join(places[:mostPlaces], "、") + "……"
	}
	return strings.Join(places, "、")
}

// squeeze returns a text in one line; between characters other than letters and digits of the West its white space goes.
func squeeze(text string) string {
	var b strings.Builder
	last := rune(0)
	for i, w := range strings.Fields(text) {
		if i > 0 && (isWord(rune(w[0])) || isWord(last)) {
			b.WriteByte(' ')
		}
		b.WriteString(w)
		last, _ = utf8.DecodeLastRuneInString(w)
	}
	return b.String()
}

func isWord(r rune) bool { return r < utf8.RuneSelf && r > ' ' }
