package typeset

import "slices"

// measureWords are the words that stay with a number before them: a line that
// begins with 个工作日 or 号 is misread. The longest that matches counts.
var measureWords = []string{
	"个工作日内", "个工作日", "个自然日", "个月内", "个月", "工作日内", "工作日", "小时内", "小时", "分钟内", "分钟", "周岁",
	"公里", "千米", "平方米", "平方公里", "立方米", "公斤", "千克", "万元", "亿元", "日内", "天内", "年内", "周年", "年度",
	"个", "号", "日", "天", "年", "月", "周", "时", "分", "秒", "点", "岁", "元", "角", "条", "款", "项", "章", "节", "页",
	"届", "次", "名", "人", "户", "位", "件", "份", "张", "套", "台", "辆", "栋", "幢", "层", "楼", "室", "米", "亩", "吨",
	"万", "亿", "千", "百", "倍", "类", "级", "期", "批", "场", "岁", "家", "种", "度", "克", "升",
}

// glueTerms keeps a number with its measure word (20个工作日, 第711号), with the
// year in brackets before it (〔2006〕10号), and a word with hyphens whole (Wi-Fi).
func (t *text) glueTerms() {
	for i := 1; i < len(t.clusters); i++ {
		a, b := t.clusters[i-1].class, t.clusters[i].class
		switch {
		case a == han && b == han:
		case b == digit && (t.first(i-1) == '第' || a == closing && t.isYear(i-1)):
			t.glue(i)
		case a == digit && b == han:
			for n := t.measureWord(i); n > 0; n-- {
				t.glue(i + n - 1)
			}
		case b == letter && t.first(i-1) == '-':
			t.glue(i)
		}
	}
}

// first returns cluster i's first rune.
func (t *text) first(i int) rune { return t.runes[t.clusters[i].rune] }

// glue keeps a cluster on the line of the one before it.
func (t *text) glue(i int) {
	if i < len(t.clusters) && t.clusters[i].before == free {
		t.clusters[i].before = glued
	}
}

// isYear reports whether the closing bracket at i ends 〔2006〕 or （2006）.
func (t *text) isYear(i int) bool {
	if i < 5 || t.clusters[i-5].class != opening {
		return false
	}
	for _, c := range t.clusters[i-4 : i] {
		if c.class != digit {
			return false
		}
	}
	return true
}

// measureWord returns how many clusters from i on are a measure word.
func (t *text) measureWord(i int) int {
	from := int(t.clusters[i].rune)
	for _, word := range measureWordsBy[t.runes[from]] {
		if n := len(word); from+n <= len(t.runes) && slices.Equal(t.runes[from:from+n], word) {
			return n
		}
	}
	return 0
}

// measureWordsBy maps a first character to its measure words, the longest first.
var measureWordsBy = func() map[rune][][]rune {
	by := map[rune][][]rune{}
	for _, m := range measureWords {
		word := []rune(m)
		by[word[0]] = append(by[word[0]], word)
	}
	for _, words := range by {
		slices.SortStableFunc(words, func(a, b []rune) int { return len(b) - len(a) })
	}
	return by
}()
