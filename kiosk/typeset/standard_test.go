package typeset

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

//go:embed testdata/uax14_cjk_subset.txt
var uax14 string

//go:embed testdata/zh_linebreak.tsv
var zhLineBreak string

// TestUAX14 runs the Unicode standard's own cases through the segmenter, and checks
// that ours differ from them by tailoring alone.
func TestUAX14(t *testing.T) {
	rule(t, "breaking: UAX #14, Unicode 17", 2287)
	if n := strings.Count(uax14, "\n"); n != 2287 {
		t.Errorf("%d cases", n)
	}
	for line := range strings.Lines(uax14) {
		runes, want := parseUAX14(t, line)
		got := uax14Breaks(runes)
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: before rune %d: %v", strings.TrimSpace(line), i, got[i])
			}
		}
		sameTailored(t, runes)
	}
}

// parseUAX14 parses a line such as "× 2757 × 3000 ÷".
func parseUAX14(t *testing.T, line string) (runes []rune, breaks []bool) {
	fields := strings.Fields(line)
	for i := 0; i+1 < len(fields); i += 2 {
		r, err := strconv.ParseUint(fields[i+1], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		runes = append(runes, rune(r))
		breaks = append(breaks, fields[i] == "÷")
	}
	return runes, breaks
}

// uax14Breaks runs the segmenter over a whole text.
func uax14Breaks(runes []rune) []bool {
	breaks := make([]bool, len(runes))
	var s segmenter.Segmenter
	s.Init(runes)
	for it := s.LineIterator(); it.Next(); {
		if l := it.Line(); l.Offset > 0 {
			breaks[l.Offset] = true
		}
	}
	return breaks
}

// textOf returns a text with a cluster for each rune.
func textOf(runes []rune) *text {
	t := &text{runes: runes}
	for i, r := range runes {
		c := classOf(r)
		t.facts = append(t.facts, fact{class: c})
		t.clusters = append(t.clusters, cluster{rune: int32(i), class: c})
	}
	return t
}

// sameTailored checks that the segmenter finds the same breaks in stretches as in the
// whole text.
func sameTailored(t *testing.T, runes []rune) {
	t.Helper()
	part, whole := textOf(runes), textOf(runes)
	part.segment()
	whole.may = uax14Breaks(runes)
	for i := 1; i < len(runes); i++ {
		p, w := &part.clusters[i], &whole.clusters[i]
		part.mayBegin(i)
		whole.mayBegin(i)
		if p.before != w.before {
			t.Errorf("%q, before %d (%U): %v, by the whole text %v", string(runes), i, runes[i], p.before, w.before)
		}
	}
}

// TestStretches checks the same for random texts of all classes.
func TestStretches(t *testing.T) {
	rule(t, "breaking: random texts", 20000)
	chars := []rune("文字中，。、；：？！（）《》“”‘’·…—～–／　 aZé19.,:;%$(-)/'\"々ーァ℃￥№한\u0301\u200b\u2060\u200d\ufe00🇨👍")
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		runes := make([]rune, 2+random.IntN(12))
		for i := range runes {
			runes[i] = chars[random.IntN(len(chars))]
		}
		sameTailored(t, runes)
		if t.Failed() {
			return
		}
	}
}

// TestZhLineBreak runs the CSS cases for Chinese. Our result may differ in rows that
// are marked as debatable; all that do are listed here.
func TestZhLineBreak(t *testing.T) {
	rule(t, "breaking: CSS line-break loose, normal, strict", 285)
	differ := map[string]bool{}
	for _, r := range "±€№﹩＄￡￥￦" { // UAX #14 lets a line begin with a prefix (LB31), and so do we: 共|￥100
		differ[fmt.Sprintf("U+%04X strict", r)] = true
		differ[fmt.Sprintf("U+%04X normal", r)] = true
	}
	levels := map[string]LineBreak{"loose": Loose, "normal": Normal, "strict": Strict}
	s := New()
	rows := strings.Split(strings.TrimSpace(zhLineBreak), "\n")
	if len(rows) != 1+285 {
		t.Errorf("%d rows", len(rows))
	}
	for _, row := range rows[1:] {
		f := strings.Split(row, "\t")
		code, level, textIn, want, debatable := f[5], f[8], f[9], f[11], len(f) > 16 && f[16] != ""
		name := code + " " + level
		em, err := strconv.ParseFloat(f[10], 64)
		if err != nil {
			t.Fatal(err)
		}
		got := s.breakAt(levels[level], textIn, em)
		switch {
		case differ[name]:
			if got == want || !debatable {
				t.Errorf("%s: %s is named as an exception and is none", name, got)
			}
		case got != want:
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// breakAt sets a text greedily at a level of strictness, lines joined by |.
func (s *Setter) breakAt(level LineBreak, in string, em float64) string {
	size := fixed.I(40)
	p := Paragraph{Spans: []Span{{in, Style{Face: fonts.SansRegular, Size: size}}}, Measure: fixed.Int26_6(em * float64(size)), LineBreak: level}
	t := s.prepare(p)
	t.ends = t.ends[:0]
	t.greedy(0, len(t.clusters))
	t.tail = len(t.clusters)
	var lines []string
	for _, l := range t.lines() {
		lines = append(lines, string([]rune(in)[l.Start:l.End]))
	}
	return strings.Join(lines, "|")
}
