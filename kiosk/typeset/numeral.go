package typeset

import "strings"

// isNumeral reports whether a hanzi is a numeral, or a digit of full width.
func isNumeral(r rune) bool {
	if isWideDigit(r) {
		return true
	}
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '两', '俩',
		'几', '半', '廿', '卅', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟':
		return true
	}
	return false
}

func isWideDigit(r rune) bool { return '０' <= r && r <= '９' }

// numeralEnd returns the end of the numerals from cluster i on, with the point or the colon
// between digits of full width (８：３０).
func (t *text) numeralEnd(i int) int {
	for end := i + 1; ; end++ {
		switch {
		case t.is(end, han) && isNumeral(t.first(end)), t.isZero(end):
		case isWideDigit(t.char(end-1)) && strings.ContainsRune("．.：:，,", t.char(end)) && isWideDigit(t.char(end+1)):
		default:
			return end
		}
	}
}

// isZero reports whether cluster i, behind a numeral, was typed for 〇: 二○二六年.
func (t *text) isZero(i int) bool {
	end := i
	for end < min(i+3, len(t.clusters)) && strings.ContainsRune("○◯O0", t.first(end)) {
		end++
	}
	return end > i && t.is(end, han) && (t.first(end) == '年' || isNumeral(t.first(end)))
}

// glueNumeral keeps a number in hanzi whole, with what is before it (第, 百分之, 数, 周) and
// its measure word, and returns the end.
func (t *text) glueNumeral(i int) int {
	end := t.numeralEnd(i)
	if t.char(end) == '是' && t.atStart(i) { // 一是加强领导；二是…
		t.glueAll(i+1, end+1, priceUnit)
		return end + 1
	}
	if end == i+1 && !t.isCount(i) {
		return end
	}
	t.glueAll(i+1, end, priceUnit)
	if t.beforeNumeral(i) {
		t.glue(i, priceUnit)
		if c := t.char(i - 1); c == '期' || c == '拜' || c == '之' {
			t.glueAll(i-2, i, priceUnit)
		}
	}
	if t.char(end) == '分' && t.char(end+1) == '之' && (t.is(end+2, digit) || t.is(end+2, han) && isNumeral(t.first(end+2))) {
		t.glueAll(end, end+3, priceUnit)
		return end + 2
	}
	if t.char(end) == '点' && t.is(end+1, han) && isNumeral(t.first(end+1)) {
		t.glueAll(end, end+2, priceUnit)
		return end + 1
	}
	return max(end, t.glueMeasure(end))
}

// isCount reports whether the numeral at i counts: it doesn't end a word as in 统一.
func (t *text) isCount(i int) bool {
	return t.beforeNumeral(i) || strings.ContainsRune("每这那某哪各任另首头前后该此之", t.char(i-1)) || !t.endsWord(i)
}

// beforeNumeral reports whether what is before the numeral at i belongs to it: 第一, 数十,
// 上百, 百分之五, 周一, 初一.
func (t *text) beforeNumeral(i int) bool {
	big := strings.ContainsRune("十百千万亿", t.first(i))
	switch t.char(i - 1) {
	case '第', '周', '初':
		return true
	case '之':
		return t.char(i-2) == '分'
	case '期', '拜':
		return t.char(i-2) == '星' || t.char(i-2) == '礼'
	case '数', '上', '近', '约', '逾', '超', '成':
		return (big || t.char(i-1) != '上' && t.char(i-1) != '成' && t.char(i-1) != '数') && !t.endsWord(i-1)
	}
	return false
}
