package typeset

import (
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

var body = Style{Face: fonts.SansRegular, Size: fixed.I(40)}

// em returns a length in the body's size.
func em(n float64) fixed.Int26_6 { return fixed.Int26_6(n * float64(body.Size)) }

func paragraph(text string, measure float64) Paragraph {
	return Paragraph{Spans: []Span{{text, body}}, Measure: em(measure)}
}

// cut returns a paragraph's text with | where its lines end.
func cut(s *Setter, p Paragraph) string {
	var text []rune
	for _, span := range p.Spans {
		text = append(text, []rune(span.Text)...)
	}
	var lines []string
	for _, l := range s.Lines(p) {
		lines = append(lines, string(text[l.Start:l.End]))
	}
	return strings.Join(lines, "|")
}

// TestEdges checks that no line begins with a closing mark or ends in an opening one
// (GB/T 15834 5.1.1–5.1.3, 5.1.5–5.1.7, 5.1.9; CLREQ 3.1.6).
func TestEdges(t *testing.T) {
	rule(t, "breaking: GB/T 15834 5.1, edges of lines", 22+11)
	s := New()
	for _, r := range "，。、；：？！）》〕〉」』】〗”’…·～–／" {
		if got := cut(s, paragraph("氚氚氚氚"+string(r)+"氚氚氚", 4)); !strings.HasPrefix(got, "氚氚氚|氚"+string(r)) {
			t.Errorf("%c at a line's start: %s", r, got)
		}
	}
	for _, r := range "（《〔〈「『【〖“‘／" {
		if got := cut(s, paragraph("文文文"+string(r)+"文文文文", 4)); strings.Contains(got, string(r)+"|") {
			t.Errorf("%c at a line's end: %s", r, got)
		}
	}
}

func TestBreaks(t *testing.T) {
	rule(t, "breaking: terms, quotes, lonely characters", 20)
	s := New()
	for _, c := range []struct {
		rule, text string
		measure    float64
		want       string
	}{
		{"GB/T 15834 5.1.10: a mark at the end takes half its width", "文文文文，文文", 4.5, "文文文文，|文文"},
		{"CLREQ 3.1.6, 先推入: squeezed in rather than pushed out", "文文、文文文，文文文", 6, "文文、文文文，|文文文"},
		{"pushed out where nothing can be squeezed", "文文文文文，文文文", 5, "文文文文|文，文文文"},
		{"marks that meet share their blank", "《文》（文）、文文文", 5, "《文》（文）、|文文文"},
		{"GB/T 15834 5.1.4: —— is not parted", "文文文——文文文", 4, "文文文|——文|文文"},
		{"GB/T 15834 5.1.5: …… is neither parted nor first", "文文文……文文文", 4, "文文|文……文|文文"},
		{"a number stays with its measure word", "起二十日起20个工作日内文文", 8, "起二十日起|20个工作日内|文文"},
		{"a number stays with 第 and 号", "国务院令第711号文", 6, "国务院令|第711号文"},
		{"the year's bracket stays with the number", "意见国发〔2006〕10号", 7, "意见国发|〔2006〕10号"},
		{"Latin words stay whole", "文文文Windows文文", 6, "文文文|Windows|文文"},
		{"so do words with hyphens", "文文文文Wi-Fi文文", 6, "文文文文|Wi-Fi文文"},
		{"Latin words break at spaces", "Disclosure of government information", 10, "Disclosure of |government |information"},
		{"an apostrophe parts no word", "文文文文it’s文文", 5, "文文文文|it’s文文"},
		{"quotes open before Latin", "文文文文文“Wi-Fi”文文", 6, "文文文文文|“Wi-Fi”文文"},
		{"no last line of one character", "氚氚氚氚氚氚氚氚氚", 4, "氚氚氚氚|氚氚氚|氚氚"},
		{"three characters where it ends in 等", "文文文文文文文文文等", 8, "文文文文文文文|文文等"},
		{"marks are no characters of a last line", "文文文文文文文文）、", 7, "文文文文文文|文文）、"},
		{"a short book's title stays whole where that costs little", "氚氚氚氚氚氚氚《中国》氚氚氚氚氚氚氚氚氚氚氚氚", 8.5, "氚氚氚氚氚氚氚|《中国》氚氚氚氚氚|氚氚氚氚氚氚氚"},
		{"longer than the measure: parted from its measure word first", "20个工作日", 3, "20个|工作日"},
		{"longer than the measure: words inside", "Windows", 2, "Win|do|ws"},
	} {
		if got := cut(s, paragraph(c.text, c.measure)); got != c.want {
			t.Errorf("%s: %s, want %s", c.rule, got, c.want)
		}
	}
}

// TestWidths checks lines' widths after squeezing and spacing, in em.
func TestWidths(t *testing.T) {
	rule(t, "width: squeezing, gap, white space", 22)
	s := New()
	for _, c := range []struct {
		rule, text string
		want       float64
	}{
		{"CLREQ 3.1.6.1: half at both edges", "《中华人民共和国政府信息公开条例》", 16},
		{"an opening mark inside keeps its square", "补贴情形（包括", 7},
		{"closing before opening", "文》（文", 3.5},
		{"closing before closing, the last at the edge", "文）》", 2},
		{"stop before quote", "文：“文”", 4},
		{"opening after opening", "文“《文", 3.5},
		{"pause after closing", "文）、文", 3.5},
		{"digits take no room from hanzi", "第711号", 2 + 3*.555},
		{"CLREQ 3.2.2: a quarter em beside Latin letters", "文A文", 2.5 + .608},
		{"none beside marks", "（A）", 1 + .608},
		{"an apostrophe between letters is as wide as it is drawn", "it’s", .275 + .377 + .279 + .468},
		{"a closing mark beside hanzi keeps its square", "‘文’文", 3.5},
		{"none where a space is written", "文 A", 1 + .224 + .608},
		{"white space between hanzi is dropped", "国务院令 第711号", 6 + 3*.555},
		{"and between marks", "条例》 （试行", 5.5},
		{"but one space stays after a full stop", "2. 宣传栏", 3 + .555 + .278 + .224},
		{"GB/T 15834 5.1.4: —— is two em", "文——文", 4},
		{"U+3000 is one em", "文　文", 3},
		{"a tab and a line's end are white space", "2.\t\n宣传栏", 3 + .555 + .278 + .224},
		{"white space at the edges is none", " \n文文 ", 2},
		{"controls take no room", "文\u202e文\u2066\ufeff\u200b", 2},
		{"a variation selector takes no room", "文\ufe00文", 2},
	} {
		if got := s.Width(Span{c.text, body}); got < em(c.want)-4 || got > em(c.want)+4 {
			t.Errorf("%s: %s is %.3f em, want %.3f", c.rule, c.text, float64(got)/float64(body.Size), c.want)
		}
	}
}

// TestDesignWidths checks numbers of the design's drawings, in px.
func TestDesignWidths(t *testing.T) {
	rule(t, "width: the design's drawings", 7)
	s := New()
	for _, c := range []struct {
		text string
		Style
		want float64
	}{
		{"1、政府网站", Style{fonts.SansMedium, fixed.I(34), 0}, 189.4},
		{"2. 宣传栏", Style{fonts.SansMedium, fixed.I(34), 0}, 139.2},
		{"3. 党群服务中心", Style{fonts.SansMedium, fixed.I(34), 0}, 241.2},
		{"信息形成或者变更之日起20个工作日内", Style{fonts.SansMedium, fixed.I(34), 0}, 582.8},
		{"公开时限", Style{fonts.SansRegular, fixed.I(28), 72}, 116.5}, // .04 em after each character, the last one too
		{"12", Style{fonts.SerifBlack, fixed.I(76), 0}, 78.8 + 2.7},
		{"3月12日　星期四", Style{fonts.SansMedium, fixed.I(28), 72}, 226},
	} {
		if got := float64(s.Width(Span{c.text, c.Style})) / 64; got < c.want-.3 || got > c.want+.3 {
			t.Errorf("%s: %.2f px, want %.1f", c.text, got, c.want)
		}
	}
}
