package sheet

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gongkai/kiosk/diag"
)

// Not every row of a table is a row of the catalogue: some are the rest of the row above, others a remark.

// remarkWords begin a line below a table.
var remarkWords = regexp.MustCompile(`^(?:[（(]?(?:备?注|说明|填表|填报|制表|审核|负责人|联系人|合计|总计|小计|共计|共[\s\d〇一二三四五六七八九十百]+[项条个页]|单位|日期|附件?|第.{1,6}页))`)

// pageMark matches the number of a printed page, alone in its cell: — 1 —, -1-, 第1页, 共5页, 1/5.
var pageMark = regexp.MustCompile(`^(?:[—–―─－\-~～·•.\s]*[\d０-９]{1,4}[—–―─－\-~～·•.\s]*|[（(]?[第共][\s\d０-９〇一二三四五六七八九十百]+页.{0,10}|[\d０-９]{1,4}\s*[/／]\s*[\d０-９]{1,4}\s*页?)$`)

// marksPage reports whether the only text of a row's own is the number of a page.
func (c *cells) marksPage() bool {
	for f := Content; f <= Channels; f++ {
		if c.mine[f] && c.own == 1 {
			return pageMark.MatchString(strings.TrimSpace(c.texts[f]))
		}
	}
	return false
}

// remark notes the cells of a row that is no row of the catalogue.
func (t *taking) remark(row Row, c *cells) {
	if t.open && c.own > 0 && c.own == len(row.Cells) && c.onlyTexts() {
		for f := Content; f <= Channels; f++ {
			if c.mine[f] {
				last := t.Entries[len(t.Entries)-1].At
				t.add(t.place(row.Number, c.at[f]), diag.Warning, "row-continued", fmt.Sprintf("这一行没有序号和事项，接在上一行（%s）的%s后面了", last, ColumnOf(f).Name), "是上一行的下半截就不用改；是另一个事项，就补上序号和事项名称")
			}
		}
		t.join(c)
		return
	}
	for _, cell := range row.Cells {
		t.add(t.place(row.Number, cell.Column), diag.Hint, "text-outside-table", "“"+diag.Excerpt(squeeze(cell.Text), 30)+"”在表的外面，没有收", "")
	}
}

// onlyTexts reports whether a row has nothing but texts that may be the rest of those above, as where a printed page cut
// its cells.
func (c *cells) onlyTexts() bool {
	n := 0
	for f := range c.mine {
		if !c.mine[f] {
			continue
		}
		if Field(f) < Content || Field(f) > Channels || remarkWords.MatchString(c.texts[f]) || pageMark.MatchString(strings.TrimSpace(c.texts[f])) {
			return false
		}
		n++
	}
	return n > 0 && len(c.strays) == 0 && len(c.ticks) == 0
}

// goOn takes a row whose number is merged with that of the row above.
func (t *taking) goOn(row Row, c *cells) {
	if !t.open {
		t.loseRow(row, "row-above-lost", "这一行和上一行是同一项，上一行没有收", "改好上一行")
		return
	}
	last := &t.Entries[len(t.Entries)-1]
	for _, f := range []Field{First, Second, Third, Fourth} {
		if key := ColumnOf(f).Key; c.mine[f] && flat(c.texts[f]) != flat(t.above[f]) && !hasLine(last.Texts[key], c.texts[f]) {
			t.loseRow(row, "row-number-merged", "序号和上一行合并了，事项却是另一个，这一行没有收", "拆开合并的序号，一项一个序号")
			return
		}
	}
	for _, f := range []Field{Audience, Manner} {
		if c.mine[f] || len(c.ticks[f]) > 0 {
			last.Texts[ColumnOf(f).Key] = withChoices(last.Texts[ColumnOf(f).Key], t.text(c, f))
		}
	}
	if c.mine[Levels] {
		t.chooses(row, c, Levels)
	}
	for _, w := range append(levelsIn(c.texts[Levels]), c.ticks[Levels]...) {
		if !slices.Contains(last.Levels, w) {
			last.Levels = append(last.Levels, w)
		}
	}
	t.code(row, c)
	t.strayed(row, c)
	for _, f := range []Field{Deadline, Publisher} { // which have one line on the screen
		if c.mine[f] && !hasLine(last.Texts[ColumnOf(f).Key], c.texts[f]) {
			t.add(t.place(row.Number, c.at[f]), diag.Warning, "cell-continued", fmt.Sprintf("和上一行是同一项，接在 %s 这一项的%s后面了", last.At, ColumnOf(f).Name), "真是一项就不用改；是另一项，就拆开合并的格子，各写各的")
		}
	}
	t.join(c)
}

// join adds a row's own texts to the last entry's.
func (t *taking) join(c *cells) {
	last := &t.Entries[len(t.Entries)-1]
	for f := Content; f <= Channels; f++ {
		key := ColumnOf(f).Key
		if !c.mine[f] || hasLine(last.Texts[key], c.texts[f]) {
			continue
		}
		last.Texts[key] = strings.TrimPrefix(last.Texts[key]+"\n"+c.texts[f], "\n")
		t.above[f] = last.Texts[key]
	}
}

// hasLine reports whether a text is a line of a cell, or all of it.
func hasLine(cell, text string) bool {
	text = flat(text)
	return flat(cell) == text || slices.ContainsFunc(strings.Split(cell, "\n"), func(line string) bool { return flat(line) == text })
}

// withChoices returns a list of choices with those of another that it doesn't have.
func withChoices(list, more string) string {
	comma := func(r rune) bool { return strings.ContainsRune("、，,；;\n", r) }
	all := wordsOf(list, comma)
	for _, w := range wordsOf(more, comma) {
		if !slices.ContainsFunc(all, func(a string) bool { return flat(a) == flat(w) }) {
			all, list = append(all, w), strings.TrimPrefix(list+"、"+w, "、")
		}
	}
	return list
}
