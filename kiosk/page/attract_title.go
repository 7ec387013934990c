package page

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// banner is a poster's title, broken into lines (columns where it is vertical).
type banner struct {
	par   typeset.Paragraph
	lines int
	long  float64 // the longest line, em
}

// proofSize is the size at which a title is broken before its own is known, px.
const proofSize = 100

// banner breaks the title into at most n lines, as even as its phrases allow.
func (p *poster) banner(n int, track float64, vertical bool) banner {
	text := p.it.Heading()
	count := utf8.RuneCountInString(text)
	proof := pen{face: fonts.SerifBlack, size: fixed.I(proofSize), track: track}
	par := typeset.Paragraph{Spans: []typeset.Span{proof.span(text)}, Vertical: vertical, Title: n > 1}
	each := (count + n - 1) / n
	for room := each; ; room++ {
		par.Breaks = p.breaks(text, n, room)
		par.Measure = times(proof.size, float64(room)*(1+track)) + 1
		if n == 1 {
			par.Measure = 0
		}
		lines := p.set.Lines(par)
		if len(lines) <= n || room >= count {
			return settled(par, lines)
		}
	}
}

// breaks is where the title's lines have to end if there are to be n with room
// for so many characters: where its file says, merged as far as there is room; or else in the
// middle of a title of two lines, if hanzi meet there.
func (p *poster) breaks(text string, n, room int) []int {
	runes := []rune(text)
	if n == 2 && len(p.it.Breaks) == 0 && 2*room == len(runes)+len(runes)%2 {
		if half := room; unicode.Is(unicode.Han, runes[half-1]) && unicode.Is(unicode.Han, runes[half]) {
			return []int{half}
		}
	}
	if n == 1 {
		return nil
	}
	var out []int
	from := 0
	for i, at := range p.it.Breaks {
		next := len(runes)
		if i+1 < len(p.it.Breaks) {
			next = p.it.Breaks[i+1]
		}
		if next-from > room {
			out, from = append(out, at), at
		}
	}
	return out
}

// settled is a title that breaks where it broke in the proof.
func settled(par typeset.Paragraph, lines []typeset.Line) banner {
	b := banner{lines: len(lines), long: float64(width(lines)) / float64(fixed.I(proofSize))}
	par.Breaks, par.Measure, par.Title = nil, 0, false
	for _, l := range lines[:max(0, len(lines)-1)] {
		par.Breaks = append(par.Breaks, l.End)
	}
	b.par = par
	return b
}

// banners are the ways to break the title that are worth trying: one line for a
// word, two for most, and up to six for the longest.
func (p *poster) banners(one, two int, track float64, vertical bool) []banner {
	n := utf8.RuneCountInString(p.it.Heading())
	switch {
	case n <= one:
		return []banner{p.banner(1, track, vertical)}
	case n <= two:
		return []banner{p.banner(2, track, vertical)}
	}
	var out []banner
	for lines := 2; lines <= 6; lines++ {
		out = append(out, p.banner(lines, track, vertical))
	}
	return out
}

// largest is the banner that can be set largest, by the size each may have.
func largest(all []banner, size func(banner) fixed.Int26_6) (banner, fixed.Int26_6) {
	best, most := all[0], size(all[0])
	for _, b := range all[1:] {
		if s := size(b); s > most {
			best, most = b, s
		}
	}
	return best, most
}

// giant sets the title at a size with the first line's or column's place at x, y.
func (p *poster) giant(b banner, size fixed.Int26_6, pitch, x, y fixed.Int26_6) *Layer {
	l := p.on("title", LeafInk)
	track := times(size, float64(b.par.Spans[0].Style.Tracking)/float64(fixed.I(proofSize)))
	b.par.Spans = []typeset.Span{{Text: b.par.Spans[0].Text, Style: typeset.Style{Face: fonts.SerifBlack, Size: size, Tracking: track}}}
	l.Items = append(l.Items, &Text{
		Look: Look{Ink: OnLeaf}, Spans: b.par.Spans, Lines: p.set.Lines(b.par),
		X: x.Round(), Y: y.Round(), Pitch: pitch, Vertical: b.par.Vertical,
	})
	l.hug()
	return l
}
