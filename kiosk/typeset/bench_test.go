package typeset

import (
	_ "embed"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

//go:embed testdata/cells.txt
var cells string

// catalogue returns the seed's 公开内容 and 公开依据 as paragraphs of 40 px in 920 px.
func catalogue() []Paragraph {
	var all []Paragraph
	for text := range strings.Lines(cells) {
		all = append(all, Paragraph{
			Spans:   []Span{{strings.TrimSpace(text), Style{Face: fonts.SansRegular, Size: fixed.I(40)}}},
			Measure: fixed.I(920),
			Justify: true,
		})
	}
	return all
}

func BenchmarkCatalogueWarm(b *testing.B) {
	s, all := New(), catalogue()
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range all {
			s.Lines(p)
		}
	}
	perSecond(b, len(all))
}

// TestAllocations checks that a warm Setter allocates the lines and their glyphs only.
func TestAllocations(t *testing.T) {
	s := New()
	for _, p := range catalogue() {
		s.Lines(p)
		if n := testing.AllocsPerRun(10, func() { s.Lines(p) }); n > 2 {
			t.Errorf("%v allocations for %s", n, p.Spans[0].Text)
		}
	}
}

// BenchmarkCatalogueCold measures a Setter with empty caches.
func BenchmarkCatalogueCold(b *testing.B) {
	all := catalogue()
	New().Lines(all[0])
	b.ReportAllocs()
	for b.Loop() {
		s := New()
		for _, p := range all {
			s.Lines(p)
		}
	}
	perSecond(b, len(all))
}

func BenchmarkPage600(b *testing.B) {
	s := New()
	p := catalogue()[0]
	p.Spans[0].Text = string([]rune(strings.ReplaceAll(cells, "\n", ""))[:600])
	b.ReportAllocs()
	for b.Loop() {
		s.Lines(p)
	}
}

// BenchmarkMillion measures long texts, which cost as much per character as short ones.
func BenchmarkMillion(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s, p := New(), catalogue()[0]
			p.Spans[0].Text = strings.Repeat("信息形成之日起20个工作日内，见《条例》。", n/20)
			for b.Loop() {
				s.Lines(p)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/character")
		})
	}
}

func BenchmarkPhrases(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Phrases("城镇非职工居民独生子女保健费发放")
	}
}

// BenchmarkTitles sets the 200 titles of offices at 8 characters a line.
func BenchmarkTitles(b *testing.B) {
	s, all := New(), titles(b)
	for b.Loop() {
		for _, m := range all {
			s.Lines(Paragraph{Spans: []Span{{m.text, Style{Face: fonts.SerifBlack, Size: fixed.I(60)}}}, Measure: fixed.I(60 * 8), Title: true})
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(all)), "µs/title")
}

func perSecond(b *testing.B, paragraphs int) {
	b.ReportMetric(float64(b.N*paragraphs)/b.Elapsed().Seconds(), "paragraphs/s")
}
