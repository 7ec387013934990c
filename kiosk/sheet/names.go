package sheet

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm" // full-width letters, half-width brackets, squares and circles with letters in them
)

// The names of columns are written in many ways: with spaces and line breaks that fill a narrow cell, with brackets of
// either width, with a remark in brackets behind them.

// fold returns the letters and digits of a name, which all ways of writing it have in common.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(name))
}

// remark matches what stands in brackets.
var remark = regexp.MustCompile(`[(（〔\[【][^)）〕\]】]*[)）〕\]】]`)

// rank is how surely a name means a column: a higher one wins.
type rank uint8

const (
	noName rank = iota
	beginsAlike
	withRemark
	synonym
	official
)

// meaning is what a name means, and how surely.
type meaning struct {
	field Field
	rank  rank
}

// named returns the meanings of all folded names.
var named = sync.OnceValue(func() map[string]meaning {
	all := make(map[string]meaning)
	for _, c := range Columns {
		all[fold(c.Name)] = meaning{c.Field, official}
		for _, name := range c.Synonyms {
			if _, there := all[fold(name)]; !there {
				all[fold(name)] = meaning{c.Field, synonym}
			}
		}
	}
	return all
})

// longestName is how many characters a column's name has at most.
const longestName = 60

// fieldOf returns the column that a name means, Nothing for any other text.
func fieldOf(name string) Field {
	f, _ := ranked(name)
	return f
}

// ranked returns the column that a name means, and how surely.
func ranked(name string) (Field, rank) {
	if len(name) > longestName*utf8.UTFMax || utf8.RuneCountInString(name) > longestName {
		return Nothing, noName
	}
	if n, ok := named()[fold(name)]; ok {
		return n.field, n.rank
	}
	bare := fold(remark.ReplaceAllString(name, ""))
	if n, ok := named()[bare]; ok {
		return n.field, withRemark
	}
	for _, b := range beginnings() {
		if strings.HasPrefix(bare, b.text) && utf8.RuneCountInString(bare) <= 2*b.length {
			return b.field, beginsAlike
		}
	}
	return Nothing, noName
}

// beginning is a folded name that a longer one may begin with.
type beginning struct {
	text   string
	length int // characters
	field  Field
}

// beginnings returns the official names and the synonyms with 公开 that have four characters at least, by their columns.
var beginnings = sync.OnceValue(func() (all []beginning) {
	for _, c := range Columns {
		for _, name := range append([]string{c.Name}, c.Synonyms...) {
			text := fold(name)
			if n := utf8.RuneCountInString(text); n >= 4 && (name == c.Name || strings.HasPrefix(name, "公开")) {
				all = append(all, beginning{text, n, c.Field})
			}
		}
	}
	return all
})

// choices are the words that stand as columns of their own below a name, where cells have ticks.
var choices = map[string]Field{
	"省级": Levels, "市级": Levels, "地市级": Levels, "县级": Levels, "区级": Levels, "区县级": Levels, "县区级": Levels, "市县级": Levels, "乡级": Levels,
	"乡镇": Levels, "乡镇级": Levels, "镇级": Levels, "乡镇街道": Levels, "街道": Levels, "街道级": Levels, "镇街": Levels, "村级": Levels, "村": Levels, "村社区": Levels,
	"社区": Levels, "社区级": Levels, "村居": Levels, "乡村级": Levels, "苏木乡镇": Levels, "嘎查村": Levels,
	"全社会": Audience, "特定群体": Audience, "特定对象": Audience, "特定人群": Audience,
	"主动": Manner, "主动公开": Manner, "依申请": Manner, "依申请公开": Manner,
}

// choiceOf returns the column whose choice a name is, Nothing for another name.
func choiceOf(name string) Field { return choices[fold(remark.ReplaceAllString(name, ""))] }

// word returns a choice of a field as items' files have it: without white space, and without a remark such as （请写明）.
// What stands in brackets behind a level belongs to it: 村（社区）.
func word(f Field, name string) string {
	if f != Levels {
		name = remark.ReplaceAllString(name, "")
	}
	return strings.Join(strings.Fields(name), "")
}
