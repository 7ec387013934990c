package catalogue

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Words set apart by a full-width space or two spaces are columns: three or more in a line, or two in several lines
// running. A line of sentences is none, and neither is a numbered one.

// Bounds of a word in columns, in halves of an em, and of a last word that stands alone in its line.
const (
	widestWord = 32
	widestLast = 10
)

// wordColumns parses the columns that lines begin with.
func wordColumns(lines []string) ([]Block, int) {
	var rows [][]word
	for _, l := range lines {
		w := padded(divide(l))
		if strings.Contains(strings.TrimLeftFunc(l, white), "\t") || !inColumns(w) && !below(w, rows) {
			break
		}
		rows = append(rows, w)
	}
	most := func(rows [][]word) int {
		n := 0
		for _, r := range rows {
			n = max(n, len(r))
		}
		return n
	}
	if len(rows) > 1 && len(rows[0]) == 2 && most(rows[1:]) > 2 && widest(rows[:1]) > max(widestLast, widest(rows[1:])) {
		return nil, 0 // a line above columns
	}
	n := len(rows)
	if most(rows) < 3 && n < 2 {
		return nil, 0
	}
	if n < len(lines) {
		if w := padded(divide(lines[n])); len(w) == 1 && w[0].gap == rows[n-1][0].gap && width(w[0].text) <= min(widestLast, widest(rows)) && clauses.FindString(w[0].text) == "" {
			rows = append(rows, w)
		}
	}
	return []Block{columnsOf(rows)}, len(rows)
}

// inColumns reports whether a line's words may stand in columns.
func inColumns(w []word) bool {
	if len(w) < 2 || len(w) == 2 && marker.MatchString(w[0].text) {
		return false
	}
	if labelled(w) || blankDay(w) {
		return false
	}
	if numbered.MatchString(w[0].text) && !slices.ContainsFunc(w[1:], func(w word) bool { return numbered.MatchString(w.text) }) {
		return false
	}
	return !slices.ContainsFunc(w, func(w word) bool {
		return width(w.text) > widestWord || clauses.MatchString(w.text) || edge.MatchString(w.text)
	})
}

// edge matches what is typed around words or between them and is none.
var edge = regexp.MustCompile(`^[|｜*+/\\]+$`)

// labelled reports whether a line is a label with a list behind it: 成员：王某某　李某.
func labelled(w []word) bool {
	name, list, _ := strings.Cut(strings.ReplaceAll(w[0].text, ":", "："), "：")
	return name != "" && list != "" && !slices.ContainsFunc(w[1:], func(w word) bool { return strings.ContainsAny(w.text, "：:") })
}

// blankDay reports whether a line has a day that is left to fill in: 　年　月　日.
func blankDay(w []word) bool {
	for i, next := range w[min(len(w), 1):] {
		if strings.HasSuffix(w[i].text, "年") && strings.HasPrefix(next.text, "月") {
			return true
		}
	}
	return false
}

// below reports whether a line is a word that stands below one of the row above it, other than the first.
func below(w []word, rows [][]word) bool {
	return len(w) == 1 && len(rows) > 0 && under(w, rows[len(rows)-1]) > 0 && inColumns(append(w, w...))
}

// under returns the column that a row begins in, by the words of the row above it; -1: none of them.
func under(row, above []word) int {
	at := 0
	for i, w := range above {
		at += w.gap
		if d := at - row[0].gap; d >= -1 && d <= 1 {
			return i
		}
		at += width(w.text)
	}
	return -1
}

// padded joins what was set apart to make it as wide as its neighbours: a name of two characters, 李　某, the name of a
// column, and a label, 地　　址：.
func padded(w []word) []word {
	long := slices.ContainsFunc(w, func(w word) bool { return width(w.text) >= 6 })
	var all []word
	for len(w) > 0 {
		n := 0 // single characters at the beginning
		for n < len(w) && lone(w[n].text) {
			n++
		}
		size := 1 // of the words that are joined
		switch {
		case n > 0 && n < len(w) && label.MatchString(w[n].text):
			n++
			size = n
		case n > 0 && n%2 == 0 && (long || looser(w[:n]) || pairNames(w[:n]) || headWords[w[0].text+w[1].text]):
			size = 2
		}
		for n = max(1, n); n > 0; n -= size {
			all, w = append(all, joined(w[:size])), w[size:]
		}
	}
	return all
}

// label is the end of a label whose characters were set apart, with what it labels.
var label = regexp.MustCompile(`^\p{Han}[：:]`)

// joined returns words as one, with the white space between them.
func joined(w []word) word {
	all := w[0]
	for _, next := range w[1:] {
		all.text += strings.Repeat("　", next.gap/2) + strings.Repeat(" ", next.gap%2) + next.text
	}
	return all
}

// looser reports whether pairs of characters are farther apart than the two of each.
func looser(w []word) bool {
	for i := 2; i < len(w); i += 2 {
		if w[i].gap <= max(w[i-1].gap, w[i+1].gap) {
			return false
		}
	}
	return len(w) > 2
}

// pairNames reports whether each pair of characters reads as a name.
func pairNames(w []word) bool {
	for i := 0; i < len(w); i += 2 {
		if !isName(w[i].text + w[i+1].text) {
			return false
		}
	}
	return true
}

// widest returns the width of the longest word.
func widest(rows [][]word) int {
	n := 0
	for _, r := range rows {
		for _, w := range r {
			n = max(n, width(w.text))
		}
	}
	return n
}

// columnsOf returns rows of words as columns, or as a table if they read as one. A row that begins below a word of the
// row above it begins in that one's column.
func columnsOf(rows [][]word) Block {
	b := Block{Kind: Columns, Indent: rows[0][0].gap}
	for _, r := range rows {
		b.Indent = min(b.Indent, r[0].gap)
	}
	first := 0
	for i, r := range rows {
		if r[0].gap == b.Indent || i == 0 {
			first = 0
		} else if k := under(r, rows[i-1]); k >= 0 {
			first += k
		} else {
			first = 0
		}
		texts := make([]string, first, first+len(r))
		for _, w := range r {
			texts = append(texts, spaced(w.text))
		}
		b.Rows = append(b.Rows, texts)
	}
	if tabular(b.Rows) {
		return tableOf(b.Rows, nil)
	}
	b.List = list(b.Rows)
	return b
}

// list reports whether rows of words are one list that was typed in several lines: of names, or of short words, as many
// in each line but the last, of which the first column is none of labels.
func list(rows [][]string) bool {
	for y, r := range rows {
		if len(r) > len(rows[0]) || len(r) < len(rows[0]) && y+1 < len(rows) || slices.Contains(r, "") {
			return false
		}
		if slices.ContainsFunc(r, func(w string) bool { return !shortWord.MatchString(unspaced(w)) && !isName(w) }) {
			return false
		}
	}
	return !labelColumn(rows) && (people(rows) || len(rows[0]) >= 4)
}

// shortWord is a word of a list.
var shortWord = regexp.MustCompile(`^\p{Han}{2,4}$`)

// labelColumn reports whether the first words label their rows: alone they begin or end alike, as 早餐 and 午餐, or are
// no names before names.
func labelColumn(rows [][]string) bool {
	var labels, others []string
	for _, r := range rows {
		labels, others = append(labels, r[0]), append(others, r[1:]...)
	}
	first := func(w string) rune { r, _ := utf8.DecodeRuneInString(w); return r }
	last := func(w string) rune { r, _ := utf8.DecodeLastRuneInString(w); return r }
	for _, end := range []func(string) rune{first, last} {
		same := func(w string) bool { return end(w) == end(labels[0]) }
		if len(labels) > 1 && !slices.ContainsFunc(labels, func(w string) bool { return !same(w) }) && !slices.ContainsFunc(others, same) {
			return true
		}
	}
	return !slices.ContainsFunc(labels, isName) && !slices.ContainsFunc(others, func(w string) bool { return !isName(w) })
}

// IsOption reports whether a word begins with a box, a tick or another sign of a choice.
func IsOption(word string) bool { return option.MatchString(word) }

var option = regexp.MustCompile(`^(?:[□☐☑☒■✓✔✗✘√×○●◎◯]|[\[【（(][ \x{2002}　xX√✓]{0,2}[\]】）)])`)

// tabular reports whether rows of words are a table's: as many words in each, and either names of columns at the head
// or a column of numbers beside one of words.
func tabular(rows [][]string) bool {
	n := len(rows[0])
	if len(rows) < 2 || slices.ContainsFunc(rows, func(r []string) bool { return len(r) != n }) {
		return false
	}
	numbers := 0
	for i := range n {
		is := func(r []string) bool { return figure.MatchString(r[i]) }
		other := func(r []string) bool { return !is(r) && !none.MatchString(r[i]) }
		numbers += b2i(slices.ContainsFunc(rows, is) && !slices.ContainsFunc(rows[1:], other))
	}
	return heads(rows[0]) >= 2 || numbers > 0 && numbers < n
}

// heads counts the names of columns.
func heads(words []string) (n int) {
	for _, w := range words {
		n += b2i(headWords[unspaced(w)])
	}
	return n
}

// headWords are names of columns that staff set apart by spaces.
var headWords = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(`序号 编号 姓名 名字 户主 性别 年龄 民族 电话 联系电话 手机 手机号 手机号码 联系方式 单位 部门 科室 职务 职责 岗位 地址 住址 地点
		日期 时间 时段 值班 班次 星期 项目 名称 内容 事项 类别 类型 规格 数量 单价 价格 金额 合计 标准 备注 说明 小组 组别 片区 网格 网格员 负责人 联系人 窗口 楼栋 收入 支出 余额`) {
		m[w] = true
	}
	return m
}()
