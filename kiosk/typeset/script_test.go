package typeset

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// packages are those of Debian's whose fonts the tests of scripts need.
const packages = "fonts-noto-core, fonts-nanum, fonts-symbola and fonts-unifont"

// debian sets Debian's fonts for a test, which is skipped where they are not installed.
func debian(t *testing.T) {
	t.Helper()
	for _, font := range []string{"truetype/noto/NotoSansArabic-Regular.ttf", "truetype/nanum/NanumGothic.ttf",
		"truetype/ancient-scripts/Symbola_hint.ttf", "opentype/unifont/unifont_upper.otf"} {
		if _, err := os.Stat(filepath.Join("/usr/share/fonts", font)); err != nil {
			t.Skip("needs Debian's " + packages)
		}
	}
	fonts.Seek(fonts.Debian()...)
	t.Cleanup(func() { fonts.Seek() })
}

// TestScripts compares each script's glyphs, by number, place and advance, with those of HarfBuzz 6 (hb-shape of
// Debian 12), which shaped the words of testdata/scripts.tsv.
func TestScripts(t *testing.T) {
	debian(t)
	data, err := os.ReadFile("testdata/scripts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	rule(t, "glyphs: words of other scripts as HarfBuzz shapes them", len(lines))
	for _, line := range lines {
		f := strings.Split(line, "\t")
		face := fonts.SansRegular
		if strings.Contains(f[1], "Bold") {
			face = fonts.SansBold
		}
		s := New()
		x := s.prepare(Paragraph{Spans: []Span{{f[2], Style{Face: face, Size: upem << 6}}}})
		var got []string
		for i := range x.runs {
			for _, g := range s.faces.word(&x.runs[i], x.runes[x.runs[i].from:x.runs[i].to], false) {
				at := ""
				if g.XOffset != 0 || g.YOffset != 0 {
					at = fmt.Sprintf("@%d,%d", g.XOffset.Round(), g.YOffset.Round())
				}
				got = append(got, fmt.Sprintf("%d%s+%d", g.GlyphID, at, g.Advance.Round()))
			}
		}
		if want := strings.Trim(f[3], "[]"); strings.Join(got, "|") != want {
			t.Errorf("%s %s:\n%s\nHarfBuzz:\n%s", f[0], f[2], strings.Join(got, "|"), want)
		}
	}
}

// TestEmoji checks that an emoji fills one square and a sequence two, that nothing of it is framed, and that no line
// breaks within it.
func TestEmoji(t *testing.T) {
	debian(t)
	const em = 100 << 6
	for text, squares := range map[string]int{
		"😀": 1, "👍🏽": 1, "🧧": 1, "❤️‍🔥": 2, "👨‍👩‍👧‍👦": 2, "👩‍⚕️": 2, "🏳️‍🌈": 2, "🇨🇳": 2, "🏴\U000e0067\U000e0062\U000e007f": 1, "☎️": 1, "5️⃣": 1,
	} {
		line := setLine(text)
		if line.Width != fixed.Int26_6(squares*em) {
			t.Errorf("%s is %v wide; want %d squares", text, line.Width, squares)
		}
		for _, g := range line.Glyphs {
			if g.Missing || g.X < 0 || g.X+g.Advance > line.Width || g.Size > em {
				t.Errorf("%s: %+v", text, g)
			}
		}
		p := Paragraph{Spans: []Span{{"文" + text + "文", Style{Size: em}}}, Measure: em}
		if lines := New().Lines(p); len(lines) != 3 {
			t.Errorf("%s stands in %d lines", text, len(lines)-2)
		}
	}
}

// TestLinesOfScripts checks that a justified paragraph tears no joined letters apart, and that Tibetan breaks after
// its tsheg and Yi between syllables.
func TestLinesOfScripts(t *testing.T) {
	debian(t)
	style := Style{Size: fixed.I(40)}
	for text, ends := range map[string]string{
		"ئۇيغۇر ئاپتونوم رايونى مەھەللە ئاھالىلىرىغا ئۇقتۇرۇش قىلىڭ بارلىق ئاھالىلەرنىڭ": " ",
		"བོད་ཡིག་གི་བརྡ་ཐོ་སྡེ་ཁུལ་གྱི་ཡུལ་མི་རྣམས་ལ་བརྡ་གཏོང་བྱེད་པ་ཚོགས་འདུ་འཚོག་རྒྱུ": "་",
		"ꆈꌠꁱꂷꀊꇌꉪꊇꁱꂷꆈꌠꁱꂷꀊꇌꉪꊇꁱꂷꆈꌠꁱꂷꀊꇌꉪꊇꁱꂷ":                                                 "",
		"주민 여러분께 알립니다. 월 일까지 신청하십시오. 주민 여러분께 알립니다.":                                      "",
	} {
		p := Paragraph{Spans: []Span{{text, style}}, Measure: fixed.I(400), Justify: true}
		lines := New().Lines(p)
		if len(lines) < 2 {
			t.Fatalf("%s: one line", text)
		}
		for _, l := range lines[:len(lines)-1] {
			if end := string([]rune(text)[l.End-1]); ends != "" && end != ends {
				t.Errorf("a line of %s ends in %q", text, end)
			}
			one := New().Lines(Paragraph{Spans: []Span{{string([]rune(text)[l.Start:l.End]), style}}})[0]
			for i := 1; i < len(one.Glyphs) && ends == " "; i++ {
				a, b := l.Glyphs[i].X-l.Glyphs[i-1].X, one.Glyphs[i].X-one.Glyphs[i-1].X
				if one.Glyphs[i].Rune != ' ' && one.Glyphs[i-1].Rune != ' ' && a != b {
					t.Errorf("%s: letters are moved apart by %v", text, a-b)
				}
			}
		}
	}
}

// TestColumnsOfScripts checks that in a column letters lie, as one, and hanzi, Yi and Hangul stand.
func TestColumnsOfScripts(t *testing.T) {
	debian(t)
	for text, lies := range map[string]bool{"ئۇيغۇر": true, "བོད་": true, "ᠮᠣᠩᠭᠣᠯ": true, "ไทย": true, "Қаз": true, "ꆈꌠ": false, "한국": false, "😀": false} {
		line := New().Lines(Paragraph{Spans: []Span{{text, Style{Size: fixed.I(40)}}}, Vertical: true})[0]
		for _, g := range line.Glyphs {
			if g.Turned != lies || g.Missing {
				t.Errorf("%s: %+v", text, g)
			}
		}
		if n := len([]rune(text)); !lies && line.Width != fixed.I(40*n) {
			t.Errorf("%s is %v long", text, line.Width)
		}
	}
}
