package typeset

import (
	_ "embed"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

//go:embed testdata/typeset.tsv
var offices string

//go:embed testdata/running.tsv
var moreOffices string

//go:embed testdata/kept.txt
var keptTerms string

// settings calls try for each step of the body's size, in every measure from 4 to 30 em, justified
// and ragged.
func settings(text string, try func(p Paragraph, measure float64)) {
	for _, size := range []int{34, 44, 54, 68} {
		for n := 4; n <= 30; n++ {
			for _, justify := range []bool{false, true} {
				style := Style{Face: fonts.SansRegular, Size: fixed.I(size)}
				try(Paragraph{Spans: []Span{{text, style}}, Measure: style.Size * fixed.Int26_6(n), Justify: justify}, float64(n))
			}
		}
	}
}

// TestTerms checks that no term of testdata/kept.txt is parted where it fits the measure.
func TestTerms(t *testing.T) {
	cases := 0
	s := New()
	for line := range strings.Lines(keptTerms) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		text, parts := unbracket(line)
		cases += len(parts)
		s.checkWhole(t, text, parts)
	}
	rule(t, "terms: boxes, item numbers, measure words, ranges, telephone numbers", cases)
}

// unbracket removes [ and ] and returns the stretches of runes that stood in them.
func unbracket(line string) (text string, parts [][2]int) {
	var runes []rune
	begin := 0
	for _, r := range line {
		switch r {
		case '[':
			begin = len(runes)
		case ']':
			parts = append(parts, [2]int{begin, len(runes)})
		default:
			runes = append(runes, r)
		}
	}
	return string(runes), parts
}

// checkWhole checks that no stretch is parted that fits the measure with the marks that
// follow it.
func (s *Setter) checkWhole(t *testing.T, text string, parts [][2]int) {
	t.Helper()
	runes := []rune(text)
	told := map[[2]int]bool{}
	settings(text, func(p Paragraph, measure float64) {
		for _, l := range s.Lines(p) {
			for _, part := range parts {
				if part[0] < l.End && l.End < part[1] && !told[part] && s.fitsWith(p, runes, part) {
					told[part] = true
					t.Errorf("%v em, justified %v: %s parted: %s", measure, p.Justify, string(runes[part[0]:part[1]]), cut(s, p))
				}
			}
		}
	})
}

// fitsWith reports whether a stretch fits the measure with what is glued to it, which is
// little.
func (s *Setter) fitsWith(p Paragraph, runes []rune, part [2]int) bool {
	x := New().prepare(p)
	a, b := 0, 0 // clusters
	for i := range x.clusters {
		if x.offset(i) <= part[0] {
			a = i
		}
		if x.offset(i) < part[1] {
			b = i + 1
		}
	}
	from, to := a, b
	for a > 0 && x.clusters[a].before != free {
		a--
	}
	for b < len(x.clusters) && x.clusters[b].before != free {
		b++
	}
	return x.width(a, b) <= int64(p.Measure) || x.width(a, b)-x.width(from, to) > 8*int64(p.Spans[0].Style.Size)
}

// TestOffices runs the lines of testdata/typeset.tsv that are about running text, and more
// of their kinds.
func TestOffices(t *testing.T) {
	cases := 0
	s := New()
	for line := range strings.Lines(offices + "\n" + moreOffices) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		switch f[0] {
		case "keep":
			s.checkWhole(t, f[1], wrongBreaks(t, f[1], f[2]))
		case "lonely":
			s.checkLonely(t, f[1])
		case "url":
			s.checkLink(t, f[1])
		case "gap":
			s.checkNoGap(t, f[1])
		default:
			continue
		}
		cases++
	}
	rule(t, "terms: lines as offices write them", cases)
}

// number matches the telephone numbers of a line.
var number = regexp.MustCompile(`[+0-9][-0-9—转 ]*[0-9]`)

// wrongBreaks returns the stretches around the ｜ of a list, or all numbers.
func wrongBreaks(t *testing.T, text, list string) (parts [][2]int) {
	t.Helper()
	add := func(begin, end int) { // bytes; end may be inside of a character
		parts = append(parts, [2]int{len([]rune(text[:begin])), len([]rune(text[:end]))})
	}
	if strings.HasPrefix(list, "数字内") {
		for _, at := range number.FindAllStringIndex(text, -1) {
			add(at[0], at[1])
		}
		return parts
	}
	list, _, _ = strings.Cut(list, "；")
	for _, pair := range strings.Fields(list) {
		a, b, ok := strings.Cut(pair, "｜")
		at := regexp.MustCompile(regexp.QuoteMeta(a) + " ?" + regexp.QuoteMeta(b)).FindStringIndex(text)
		if !ok || at == nil {
			t.Fatalf("no %s in %s", pair, text)
		}
		add(at[0]+len(a)-len(lastRune(a)), at[1]-len(b)+1)
	}
	return parts
}

// lastRune returns the last character of a text.
func lastRune(text string) string {
	runes := []rune(text)
	return string(runes[len(runes)-1:])
}

// checkLonely checks that no last line has less than two characters.
func (s *Setter) checkLonely(t *testing.T, text string) {
	t.Helper()
	runes := []rune(text)
	settings(text, func(p Paragraph, measure float64) {
		lines := s.Lines(p)
		if n := characters(runes[lines[len(lines)-1].Start:]); n < 2 {
			t.Errorf("%v em, justified %v: %s", measure, p.Justify, cut(s, p))
		}
	})
}

// characters counts the characters of a text that are no marks of either width.
func characters(runes []rune) int {
	n := 0
	for _, r := range runes {
		if c := classOf(r); !c.mark() && c != space && !isHalfMark(r) {
			n++
		}
	}
	return n
}

// checkNoGap checks that each character is as far from the next one as it is wide.
func (s *Setter) checkNoGap(t *testing.T, text string) {
	t.Helper()
	for _, l := range s.Lines(Paragraph{Spans: []Span{{text, body}}}) {
		for i, g := range l.Glyphs[1:] {
			if before := l.Glyphs[i]; g.X-before.X > before.Advance+1 {
				t.Errorf("%v between %c and %c", g.X-before.X-before.Advance, before.Rune, g.Rune)
			}
		}
	}
}

// address matches the addresses of a text.
var address = regexp.MustCompile(`[!-~]*[A-Za-z0-9/]`)

// checkLink checks that addresses break before their marks or after ://, and leave no
// single letter; in a measure of 15 em and more they have room to.
func (s *Setter) checkLink(t *testing.T, text string) {
	t.Helper()
	runes, told := []rune(text), map[string]bool{}
	settings(text, func(p Paragraph, measure float64) {
		lines := s.Lines(p)
		for _, at := range address.FindAllStringIndex(text, -1) {
			a, b := len([]rune(text[:at[0]])), len([]rune(text[:at[1]]))
			for _, l := range lines {
				if l.End <= a || l.End >= b {
					continue
				}
				before, after := string(runes[a:l.End]), string(runes[l.End:b])
				if why := wrongLink(before, after, measure); why != "" && !told[why] {
					told[why] = true
					t.Errorf("%v em, justified %v: %s: %s", measure, p.Justify, why, cut(s, p))
				}
			}
		}
	})
}

func isWordRune(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || '0' <= c && c <= '9' }

var (
	oneBehind = regexp.MustCompile(`(^|[^A-Za-z0-9])[A-Za-z0-9]$`)
	oneAhead  = regexp.MustCompile(`^[^A-Za-z0-9]*[A-Za-z0-9][^A-Za-z0-9]*$`)
)

// wrongLink returns what is wrong with a break in an address, or "".
func wrongLink(before, after string, measure float64) string {
	switch {
	case measure >= 8 && !strings.HasSuffix(before, "://") && !strings.ContainsRune("/?&=#.-_@~%+:", rune(after[0])):
		return "not before a mark"
	case oneBehind.MatchString(before) && (measure >= 8 || isWordRune(after[0])):
		return "one letter at the line's end"
	case oneAhead.MatchString(after):
		return "one letter left"
	}
	return ""
}

// TestHalfMarks checks where a line may begin beside marks of half width.
func TestHalfMarks(t *testing.T) {
	cases := []string{ // ÷: a line may begin, ×: it may not
		"活动时间×;÷活动地点", "时间×;÷2×.活×动", "电话×:÷0×355", "电话×:÷Tel", "同意×!÷不同意×?÷理由", "办法÷(×试行×)÷施行",
		"办法(试行×)×;÷原", "文×,÷Wi×-Fi", "是×.÷否", "时间:8×:×30", "金额1×,×2×0×0元", "比例1×:×5×0×0", "办法(2026×)×10号",
		"示例÷[×文", "咨询×)×,÷电话", "公告×:÷(×一×)×总则", "表÷格×.×d×o×c",
	}
	rule(t, "breaking: marks of half width in Chinese", len(cases))
	for _, c := range cases {
		var runes []rune
		want := map[int]bool{}
		for _, r := range c {
			if r == '÷' || r == '×' {
				want[len(runes)] = r == '÷'
				continue
			}
			runes = append(runes, r)
		}
		x := New().prepare(Paragraph{Spans: []Span{{string(runes), body}}})
		for i, may := range want {
			if got := x.clusters[i].before == free; got != may {
				t.Errorf("%s: before %c: %v", c, runes[i], got)
			}
		}
	}
}

// TestOptionGaps checks that the options of a row stand at even distances, however they
// were typed.
func TestOptionGaps(t *testing.T) {
	rows := []string{"☐网站 ☑电子屏□精准推送　■宣传栏", "□是  □否 □不清楚", "○城镇○农村 ○其他", "☐身份证 ☐户口簿☐结婚证", "□Wi-Fi□其他 □无"}
	rule(t, "gap: between options", len(rows))
	for _, row := range rows {
		glyphs := New().Lines(Paragraph{Spans: []Span{{row, body}}})[0].Glyphs
		last := glyphs[0]
		for _, g := range glyphs[1:] {
			if g.Rune == ' ' || g.Rune == '　' {
				continue
			}
			if room := g.X - last.X - last.Advance; isBoxSign(g.Rune) && (room < em(.5)-2 || room > em(.5)+2) {
				t.Errorf("%s: %v before %c", row, room, g.Rune)
			}
			last = g
		}
	}
}

// TestLongForms sets texts that are nothing but forms, as long as a cell may be: each sign looks
// at its neighbours only, however far the row goes on.
func TestLongForms(t *testing.T) {
	const most = 50_000
	forms := []string{"○是", "□是", "○ 是 ", "是○", "二○", "口是", "同意（□）", "a.b/", "0 ", "1、", "5天", "８："}
	rule(t, "terms: long rows", len(forms))
	for _, form := range forms {
		text := strings.Repeat(form, most/len([]rune(form)))
		lines := New().Lines(Paragraph{Spans: []Span{{text, body}}, Measure: body.Size * 15, Justify: true})
		if end := lines[len(lines)-1].End; end != len([]rune(text)) {
			t.Errorf("%s: set up to %d of %d", form, end, len([]rune(text)))
		}
	}
}
