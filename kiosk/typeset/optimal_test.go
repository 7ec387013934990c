package typeset

import (
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// TestOptimal checks, over the catalogue in every measure from 10 to 34 characters,
// that the chosen breaks never cost more than the greedy ones, take more lines only
// to avoid a lonely last character, and leave none.
func TestOptimal(t *testing.T) {
	rule(t, "whole paragraph: never dearer than greedy, none lonely", 27*25)
	s := New()
	for text := range strings.Lines(cells) {
		for n := 10; n <= 34; n++ {
			p := Paragraph{Spans: []Span{{text, body}}, Measure: body.Size * fixed.Int26_6(n), Justify: true}
			x := s.prepare(p)
			x.choose()
			best, bestLines := x.total(), len(x.ends)
			if bestLines > 1 && x.lonely() {
				t.Errorf("%d em: lonely last line of %s", n, text)
			}
			x.ends = x.ends[:0]
			x.greedy(0, len(x.clusters))
			if greedy := x.total(); best > greedy {
				t.Errorf("%d em: costs %d, greedily %d: %s", n, best, greedy, text)
			}
			if bestLines > len(x.ends)+1 {
				t.Errorf("%d em: %d lines, greedily %d: %s", n, bestLines, len(x.ends), text)
			}
		}
	}
}

// total returns the total cost of the chosen lines.
func (t *text) total() int64 {
	t.em, t.leastCharacters = int64(t.clusters[0].em), t.leastLast(len(t.clusters))
	var sum int64
	a := 0
	for _, b := range t.ends {
		cost, _, fits := t.cost(a, int(b), int(b) == len(t.clusters))
		if !fits {
			cost = costLone * t.em * t.em
		}
		sum += cost
		a = int(b)
	}
	return sum
}

func (t *text) lonely() bool {
	n := len(t.ends)
	return int(t.sums[t.ends[n-1]].characters-t.sums[t.ends[n-2]].characters) < t.leastLast(len(t.clusters))
}

// TestGrid checks that in a measure of whole characters, as in the design, a paragraph
// of hanzi alone fills its lines without any stretching.
func TestGrid(t *testing.T) {
	rule(t, "whole paragraph: full lines on a grid", 15)
	for _, n := range []fixed.Int26_6{12, 15, 18, 24, 31} {
		for _, width := range []fixed.Int26_6{fixed.I(884), fixed.I(853), fixed.I(1018)} {
			style := Style{Face: fonts.SansRegular, Size: (width + n/2) / n} // rounded up, or down
			p := Paragraph{Spans: []Span{{strings.Repeat("文", int(3*n)), style}}, Measure: width, Justify: true}
			lines := New().Lines(p)
			if len(lines) != 3 || lines[0].Width > width || lines[0].Width < width-n {
				t.Errorf("%d characters in %v: %d lines, %v wide", n, width, len(lines), lines[0].Width)
			}
		}
	}
}

// TestStaysRagged checks that a line that can't be filled leaves its paragraph ragged,
// with no line stretched, and that one short line is preferred to many wide ones.
func TestStaysRagged(t *testing.T) {
	cases := []struct {
		text    string
		measure int
		lines   string
		filled  bool
	}{
		{"负责物业管理活动的指导、监督和管理工作的指导、县住房和城乡建设局国务院发展城市社区卫生服务的指导意见》（国发〔2006〕10号）", 14,
			"负责物业管理活动的指导、监督|和管理工作的指导、县住房和|城乡建设局国务院发展城市社区|卫生服务的指导意见》（国发|〔2006〕10号）", false},
		{"《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）", 15,
			"《中华人民共和国政府信息公开|条例》（中华人民共和国国务院令|第711号）", false},
		{"协助做好经济普查和人口普查工作", 14, "协助做好经济普查和人口普查|工作", true},
		{"协助做好环境保护宣传和普及、污染源普查工作", 14, "协助做好环境保护宣传和普及、|污染源普查工作", true},
	}
	rule(t, "justification: paragraphs that stay ragged, one line short of many wide", len(cases))
	s := New()
	for _, c := range cases {
		p := paragraph(c.text, float64(c.measure))
		p.Justify = true
		lines, runes := s.Lines(p), []rune(c.text)
		var got []string
		for i, l := range lines {
			got = append(got, string(runes[l.Start:l.End]))
			p.Spans[0].Text = got[i]
			if natural := s.Width(p.Spans...); i+1 < len(lines) && (l.Width == p.Measure) != c.filled && natural < p.Measure-em(.1) {
				t.Errorf("%s: %v wide, %v by itself", got[i], l.Width, natural)
			}
		}
		if g := strings.Join(got, "|"); g != c.lines {
			t.Errorf("set as %s, want %s", g, c.lines)
		}
	}
}
