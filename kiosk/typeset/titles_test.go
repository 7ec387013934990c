package typeset

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

//go:embed testdata/titles.tsv
var titlesFile string

var (
	otherWords = flag.String("words", "", "measure the 200 titles with this word list instead")
	update     = flag.Bool("update", false, "renew docs/titles.md")
)

const titlesPage = "../../docs/titles.md"

// markedTitle is a title with the places where a line may begin.
type markedTitle struct {
	field, text string
	bound       map[int]byte // by runes: '|' between words, '/' inside a term of six characters or more
	termEnd     map[int]int  // of each '/', how long its term is
}

// titles reads the 200 titles and their marks.
func titles(t testing.TB) []markedTitle {
	var all []markedTitle
	for line := range strings.Lines(titlesFile) {
		field, marked, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && !strings.HasPrefix(line, "#") {
			all = append(all, readTitle(field, marked))
		}
	}
	if len(all) != 200 {
		t.Fatalf("%d titles", len(all))
	}
	return all
}

func readTitle(field, marked string) markedTitle {
	m := markedTitle{field: field, bound: map[int]byte{}, termEnd: map[int]int{}}
	var n, from int // runes; the word's first
	var inside []int
	var text strings.Builder
	end := func() {
		for _, i := range inside {
			m.termEnd[i] = n - from
		}
		inside, from = nil, n
	}
	for _, r := range marked {
		switch r {
		case '｜':
			end()
			m.bound[n] = '|'
		case '/':
			m.bound[n] = '/'
			inside = append(inside, n)
		default:
			text.WriteRune(r)
			n++
		}
	}
	end()
	m.text = text.String()
	return m
}

// wordAt returns the word around rune i.
func (m markedTitle) wordAt(i int) string {
	runes, from, to := []rune(m.text), i, i
	for from > 0 && m.bound[from] != '|' {
		from--
	}
	for to < len(runes) && m.bound[to] != '|' {
		to++
	}
	return string(runes[from:to])
}

// faults are what the lines of titles do wrong.
type faults struct {
	lines, words, terms, brackets, alone, over int
	examples                                   []string
}

// breakTitle sets a title at n characters a line and adds its faults.
func (f *faults) breakTitle(s *Setter, m markedTitle, n int) {
	p := Paragraph{Spans: []Span{{m.text, Style{Face: fonts.SerifBlack, Size: fixed.I(60)}}}, Measure: fixed.I(60 * n), Title: true}
	lines := s.Lines(p)
	f.lines += len(lines)
	runes, before := []rune(m.text), f.words
	for i, l := range lines {
		if i > 0 {
			switch m.bound[l.Start] {
			case 0:
				if s.Width(Span{m.wordAt(l.Start), p.Spans[0].Style}) <= p.Measure {
					f.words++
				}
			case '/':
				if m.termEnd[l.Start] <= n {
					f.terms++
				}
			}
			if group := groupAround(runes, l.Start); group != "" && s.Width(Span{group, p.Spans[0].Style}) <= p.Measure {
				f.brackets++
			}
		}
		if len(lines) > 1 && visible(runes[l.Start:l.End]) < 2 {
			f.alone++
		}
		if l.Width > p.Measure+64 {
			f.over++
		}
	}
	if f.words > before {
		f.examples = append(f.examples, fmt.Sprintf("%2d %s", n, cut(s, p)))
	}
}

// groupAround returns the bracketed text in which rune i lies.
func groupAround(runes []rune, i int) string {
	open := -1
	for k, r := range runes {
		switch {
		case strings.ContainsRune("（《“", r) && open < 0:
			open = k
		case strings.ContainsRune("）》”", r) && open >= 0:
			if open < i && i <= k {
				return string(runes[open : k+1])
			}
			open = -1
		}
	}
	return ""
}

// visible counts the characters that are no marks.
func visible(runes []rune) (n int) {
	for _, r := range runes {
		if c := classOf(r); !c.mark() && c != space {
			n++
		}
	}
	return n
}

// add adds the faults of other lines.
func (f *faults) add(g faults) {
	f.lines, f.words, f.terms = f.lines+g.lines, f.words+g.words, f.terms+g.terms
	f.brackets, f.alone, f.over = f.brackets+g.brackets, f.alone+g.alone, f.over+g.over
	f.examples = append(f.examples, g.examples...)
}

// before has the lines, the split words and the split terms at 5 to 16 characters a line
// before terms.txt and ties.go.
var before = [...][3]int{
	{626, 36, 0}, {485, 30, 6}, {448, 26, 7}, {405, 27, 4}, {390, 23, 6}, {353, 16, 6},
	{325, 13, 5}, {268, 9, 4}, {246, 6, 4}, {226, 4, 2}, {217, 2, 3}, {212, 1, 1},
}

// TestTitlesOfOffices sets 200 titles of offices at 5 to 16 characters a line: none has a
// line of one character, a line longer than the measure or brackets split that a line
// holds, and from 8 characters on no word and no term is split. docs/titles.md has all of
// them.
func TestTitlesOfOffices(t *testing.T) {
	rule(t, "titles: 200 titles of offices at 5 to 16 characters", 2400)
	if *otherWords != "" {
		data, err := os.ReadFile(*otherWords)
		if err != nil {
			t.Fatal(err)
		}
		defer func(own string) { words = own }(words)
		words = string(data)
	}
	var page strings.Builder
	var all faults
	s := New()
	for n := 5; n <= 16; n++ {
		var f faults
		for _, m := range titles(t) {
			f.breakTitle(s, m, n)
		}
		old := before[n-5]
		fmt.Fprintf(&page, "| %d | %d | %d | %d | %d | %d | %d |\n", n, old[0], f.lines, old[1], f.words, old[2], f.terms)
		if f.brackets+f.alone+f.over > 0 || n >= 8 && f.words+f.terms > 0 {
			t.Errorf("%d characters: %d brackets, %d lines of one character, %d too long; %d words, %d terms: %v", n, f.brackets, f.alone, f.over, f.words, f.terms, f.examples)
		}
		all.add(f)
	}
	t.Logf("%d lines, %d words and %d terms split", all.lines, all.words, all.terms)
	if all.words > 3 || all.terms > 2 {
		t.Errorf("%d words and %d terms are split: %q", all.words, all.terms, all.examples)
	}
	if *otherWords == "" {
		checkPage(t, pageOfTitles(t, s, page.String(), all.examples))
	}
}

// pageOfTitles returns docs/titles.md.
func pageOfTitles(t *testing.T, s *Setter, counts string, examples []string) string {
	var b strings.Builder
	b.WriteString(titlesHead + counts + "\nStill split:\n\n")
	for _, e := range examples {
		b.WriteString("- " + strings.TrimSpace(e) + "\n")
	}
	b.WriteString(titlesLists)
	for _, m := range titles(t) {
		fmt.Fprintf(&b, "| %s |", m.field)
		for _, n := range []int{6, 9, 12} {
			p := Paragraph{Spans: []Span{{m.text, Style{Face: fonts.SerifBlack, Size: fixed.I(60)}}}, Measure: fixed.I(60 * n), Title: true}
			b.WriteString(" " + strings.ReplaceAll(cut(s, p), "|", "／") + " |")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// checkPage compares docs/titles.md with what it should be, or renews it.
func checkPage(t *testing.T, want string) {
	if *update {
		if err := os.WriteFile(titlesPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(titlesPage)
	if err != nil || string(got) != want {
		t.Errorf("docs/titles.md is out of date (%v): renew it with -update", err)
	}
}

const titlesHead = `# Titles

` + "`go test ./kiosk/typeset -run TestTitlesOfOffices -update`" + ` writes this page. 200 titles of catalogue rows and notices, as offices of the 26 fields of the national 基层政务公开标准指引,
villages and communities publish them, are set at 5 to 16 characters a line; ` + "`kiosk/typeset/testdata/titles.tsv`" + ` marks by hand where a line may begin. Split words are lines that begin
anywhere else, where the word would fit; split terms begin inside a name of six characters or more (最低生活保障) that a line holds. No line has one character, no bracket is split that a line
holds, and no line is longer than the measure. A title may have up to two lines more than it needs.

| Characters | Lines before | Lines | Words split before | Words split | Terms split before | Terms split |
|---|---|---|---|---|---|---|
`

const titlesLists = `
## Word lists

The same 200 titles, and 60 more that were written after terms.txt (unseen), each at 5 to 16 characters, measured on 30 November 2026 with ` + "`-words`" + `. Dictionaries
of modern Chinese lack what offices coined lately (楼栋长, 公租房, 网格员) and many of their terms, whatever their size; terms.txt, some 850 terms by field written by hand, has these.
The rules of ties.go (words of one hanzi, numbers, 和, 的, brackets) and long words of any frequency help with titles unseen. Chosen: jieba's words seen 10 times and more, its
longer words of any frequency without names, idioms and numbers, and terms.txt. Of the unseen words split, four have been added to terms.txt since, and 防 to ties.go.

| List | Licence | MB | Words | Terms | Unseen |
|---|---|---|---|---|---|
| jieba, 10 times and more, with the rules as before | MIT | 1.41 | 193 | 48 | 47 |
| the same | MIT | 1.41 | 143 | 47 | 17 |
| jieba, all | MIT | 5.12 | 128 | 41 | 7 |
| jieba, 10 times, and its words of 4 to 8 | MIT | 2.20 | 139 | 41 | 12 |
| node-segment's (npm segment 0.1.3, from 盘古分词) | not stated | 1.99 | 109 | 23 | 13 |
| friso's (Debian friso-dict 1.6.4), without frequencies | Apache-2.0 | 2.58 | 142 | 40 | 22 |
| jieba, 10 times, and terms.txt | MIT | 1.42 | 2 | 2 | 17 |
| **jieba, 10 times, its words of 4 to 8, and terms.txt** | MIT | 2.21 | 3 | 2 | 12 |

Passed over: rime-essay (LGPL, mostly traditional forms), libpinyin and sunpinyin (GPL and CDDL, in formats of their own), CC-CEDICT (CC BY-SA). The list is searched in place and takes no heap.

## The titles at 6, 9 and 12 characters

／ ends a line.

| Field | 6 | 9 | 12 |
|---|---|---|---|
`
