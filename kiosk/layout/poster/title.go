package poster

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// A poster's title is as large as its place allows, so its line breaks and its size
// depend on each other. It is broken first, at a proof size, into every
// number of lines that may be best; then the banner that can be set largest is taken.

// banner is a poster's title, broken into lines (columns where it is vertical).
type banner struct {
	par   typeset.Paragraph
	lines int
	long  float64 // the longest line, em
	low   bool    // letters hang below the last line
}

// proofSize is the size at which a title is broken before its own is known, px.
const proofSize = 100

// Up to evenTitle characters a title's lines are as even as they can be, even if
// that parts a word. Longer ones break at phrases, except those beyond noTitle,
// which are no titles any more.
const (
	evenTitle = 8
	noTitle   = 60
)

// banner breaks the title into at most n lines, as short as can be; lines that
// part no word may be longer by a third.
func (p *slide) banner(n int, track float64, vertical bool) banner {
	text := p.it.Heading()
	count := utf8.RuneCountInString(text)
	proof := build.Pen{Face: fonts.SerifBlack, Size: fixed.I(proofSize), Track: track}
	par := typeset.Paragraph{Spans: []typeset.Span{proof.Span(text)}, Vertical: vertical, Title: count > evenTitle}
	if n == 1 {
		return bannerOf(par, p.Setter.Lines(par))
	}
	words := typeset.Phrases(text)
	var first []typeset.Line
	for room, most := (count+n-1)/n, count; ; room++ {
		par.Breaks = MergeBreaks(p.it.Breaks, count, room)
		par.Measure = page.Scale(proof.Size, float64(room)*(1+track)) + 1
		lines := p.Setter.Lines(par)
		if len(lines) > n && room <= count {
			continue
		}
		if first == nil {
			first, most = lines, room+(room+2)/3
		}
		if count <= evenTitle || count > noTitle || len(p.it.Breaks) > 0 || endsAtWords(lines, words) {
			return bannerOf(par, lines)
		}
		if room >= most {
			return bannerOf(par, first)
		}
	}
}

// endsAtWords reports whether every line but the last ends where a word does.
func endsAtWords(lines []typeset.Line, words []int) bool {
	for _, l := range lines[:max(0, len(lines)-1)] {
		if _, ok := slices.BinarySearch(words, l.End); !ok {
			return false
		}
	}
	return true
}

// MergeBreaks returns the fewest of the breaks in a file at which the lines of a title of count
// characters hold at most room each.
func MergeBreaks(breaks []int, count, room int) []int {
	var out []int
	from := 0
	for i, at := range breaks {
		next := count
		if i+1 < len(breaks) {
			next = breaks[i+1]
		}
		if next-from > room {
			out, from = append(out, at), at
		}
	}
	return out
}

// bannerOf returns a title that breaks where it broke in the proof. One without visible
// characters counts as one character.
func bannerOf(par typeset.Paragraph, lines []typeset.Line) banner {
	b := banner{lines: max(len(lines), 1), long: float64(build.Width(lines)) / float64(fixed.I(proofSize))}
	if b.long <= 0 {
		b.long = 1
	}
	for _, l := range lines {
		b.low = b.low || page.ReachOf(l) == page.Letters
	}
	par.Breaks, par.Measure, par.Title = nil, 0, false
	for _, l := range lines[:max(0, len(lines)-1)] {
		par.Breaks = append(par.Breaks, l.End)
	}
	b.par = par
	return b
}

// banners returns the line breaks of the title that are worth trying: one line up to so
// many characters, two up to so many, and for longer ones two to nine.
func (p *slide) banners(one, two int, track float64, vertical bool) []banner {
	n := utf8.RuneCountInString(p.it.Heading())
	switch {
	case n <= one:
		return []banner{p.banner(1, track, vertical)}
	case n <= two:
		return []banner{p.banner(2, track, vertical)}
	}
	var out []banner
	for lines := 2; lines <= 9; lines++ {
		out = append(out, p.banner(lines, track, vertical))
	}
	return out
}

// largest returns the banner that can be set largest, by the size each may have; more
// lines must gain a tenth in size.
func largest(all []banner, size func(banner) fixed.Int26_6) (banner, fixed.Int26_6) {
	best, most := all[0], size(all[0])
	for _, b := range all[1:] {
		if s := size(b); s > page.Scale(most, 1.1) {
			best, most = b, s
		}
	}
	return best, most
}

// leafTitle sets the title at a size with the first line's or column's place at x, y,
// within the leaf as far as its hairline.
func (p *slide) leafTitle(b banner, size fixed.Int26_6, pitch, x, y fixed.Int26_6) {
	l := p.headline(b, size, pitch, x, y, page.LeafInk, page.OnLeaf)
	within := p.Leaf.Rect
	if p.Leaf.FreeEdge() == page.BottomEdge {
		within.Max.Y = p.Leaf.Hair.Min.Y
	} else {
		within.Max.X = p.Leaf.Hair.Min.X
	}
	l.Bounds = l.Bounds.Intersect(within)
}

// headline sets a title at a size on a ground.
func (p *slide) headline(b banner, size fixed.Int26_6, pitch, x, y fixed.Int26_6, ground, ink page.Ink) *page.Layer {
	l := p.addLayer("title", ground)
	track := page.Scale(size, float64(b.par.Spans[0].Style.Tracking)/float64(fixed.I(proofSize)))
	b.par.Spans = []typeset.Span{{Text: b.par.Spans[0].Text, Style: typeset.Style{Face: fonts.SerifBlack, Size: size, Tracking: track}}}
	l.Items = append(l.Items, &page.Text{
		Look: page.Look{Ink: ink}, Spans: b.par.Spans, Lines: p.Setter.Lines(b.par),
		X: x.Round(), Y: y.Round(), Pitch: pitch, Vertical: b.par.Vertical,
	})
	l.Hug()
	return l
}
