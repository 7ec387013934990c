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

// A slide's title is as large as possible, so its line breaks and its size depend on each
// other. It is broken at a proof size into each number of lines that may be best, and the
// banner that can be set largest is chosen.

// banner is a slide's title, broken into lines (columns if vertical).
type banner struct {
	par   typeset.Paragraph
	lines int
	long  float64 // the longest line, em
	low   bool    // letters descend below a line
	tall  bool    // letters of other scripts rise and descend farther than those
}

// proofSize is the size at which a title is broken before its final size is known, px.
const proofSize = 100

// A title of up to evenTitle characters has lines as even as possible between its words, even if
// that splits a term. A longer one breaks at phrases, except beyond noTitle characters.
const (
	evenTitle = 8
	noTitle   = 60
)

// heading is a text that is set as large as possible, and where its file lets it break.
type heading struct {
	text   string
	breaks []int
}

// title returns the item's title, or the notice's.
func (p *slide) title() heading { return heading{p.it.Heading(), p.it.Breaks} }

// banner breaks a heading into at most n lines, as short as possible, or up to a third longer if
// that splits no word.
func (p *slide) banner(of heading, n int, track float64, vertical bool) banner {
	text := of.text
	count := utf8.RuneCountInString(text)
	proof := build.Pen{Face: fonts.SerifBlack, Size: fixed.I(proofSize), Track: track}
	par := typeset.Paragraph{Spans: []typeset.Span{proof.Span(text)}, Vertical: vertical, Title: count > evenTitle}
	if n == 1 {
		return bannerOf(par, p.Setter.Lines(par))
	}
	words := typeset.Words(text)
	if count > evenTitle {
		words = typeset.Phrases(text)
	}
	var first []typeset.Line
	for room, most := (count+n-1)/n, count; ; room++ {
		par.Breaks = build.MergeBreaks(of.breaks, count, room)
		par.Measure = page.Scale(proof.Size, float64(room)*(1+track)) + 1
		lines := p.Setter.Lines(par)
		if len(lines) > n && room <= count {
			continue
		}
		if first == nil {
			first, most = lines, room+(room+2)/3
		}
		if count > noTitle || len(of.breaks) > 0 || endsAtWords(lines, words) {
			return bannerOf(par, lines)
		}
		if room >= most {
			if n == 2 {
				return p.atWord(par, first, words, most, track)
			}
			return bannerOf(par, first)
		}
	}
}

// atWord returns a banner of two lines of which the first ends at a word, none of more than most characters; or
// that of first.
func (p *slide) atWord(par typeset.Paragraph, first []typeset.Line, words []int, most int, track float64) banner {
	count, best := utf8.RuneCountInString(par.Spans[0].Text), most+1
	par.Measure = page.Scale(fixed.I(proofSize), float64(most)*(1+track)) + 1
	for _, at := range words {
		if longer := max(at, count-at); longer < best {
			par.Breaks, best = []int{at}, longer
		}
	}
	if lines := p.Setter.Lines(par); best <= most && len(lines) == 2 {
		return bannerOf(par, lines)
	}
	return bannerOf(par, first)
}

// endsAtWords reports whether all lines but the last end at the end of a word.
func endsAtWords(lines []typeset.Line, words []int) bool {
	for _, l := range lines[:max(0, len(lines)-1)] {
		if _, ok := slices.BinarySearch(words, l.End); !ok {
			return false
		}
	}
	return true
}

// bannerOf returns the banner with the line breaks of the proof. A title without visible characters
// is 1 em long.
func bannerOf(par typeset.Paragraph, lines []typeset.Line) banner {
	b := banner{lines: max(len(lines), 1), long: float64(build.Width(lines)) / float64(fixed.I(proofSize))}
	if b.long <= 0 {
		b.long = 1
	}
	for _, l := range lines {
		reach := page.ReachOf(l)
		b.tall = b.tall || reach == page.Tall
		b.low = b.low || b.tall || reach == page.Letters
	}
	par.Breaks, par.Measure, par.Title = nil, 0, false
	for _, l := range lines[:max(0, len(lines)-1)] {
		par.Breaks = append(par.Breaks, l.End)
	}
	b.par = par
	return b
}

// banners returns the banners to try: one line for a heading of up to one characters, two lines up to
// two characters, and two to nine lines for a longer one.
func (p *slide) banners(of heading, one, two int, track float64, vertical bool) []banner {
	n := utf8.RuneCountInString(of.text)
	switch {
	case n <= one:
		return []banner{p.banner(of, 1, track, vertical)}
	case n <= two:
		return []banner{p.banner(of, 2, track, vertical)}
	}
	var out []banner
	for lines := 2; lines <= 9; lines++ {
		out = append(out, p.banner(of, lines, track, vertical))
	}
	return out
}

// largest returns the banner with the largest size and that size; more lines must gain a tenth.
func largest(all []banner, size func(banner) fixed.Int26_6) (banner, fixed.Int26_6) {
	best, most := all[0], size(all[0])
	for _, b := range all[1:] {
		if s := size(b); s > page.Scale(most, 1.1) {
			best, most = b, s
		}
	}
	return best, most
}

// leading returns the pitch of a banner's lines, em: so much, or more for letters of other scripts.
func (b banner) leading(usual float64) float64 {
	if b.tall {
		return max(usual, 1.5)
	}
	return usual
}

// height returns the height of a banner's lines at a size and a leading.
func (b banner) height(size fixed.Int26_6, leading float64) fixed.Int26_6 {
	return page.Scale(size, b.leading(leading)*float64(b.lines))
}

// bounds limit a banner's size.
type bounds struct {
	most       fixed.Int26_6
	wide, high fixed.Int26_6 // the room
	leading    float64
}

// size returns the largest size of a banner in its bounds. Letters that descend below the last line
// keep a fifth of an em free.
func (r bounds) size(b banner) fixed.Int26_6 {
	lines := b.leading(r.leading) * float64(b.lines)
	if b.low {
		lines += .2
	}
	return min(r.most, page.Scale(r.wide, 1/b.long), page.Scale(r.high, 1/lines))
}

// lay sets a banner in lines from x, y on, and returns their height.
func (p *slide) lay(b banner, size fixed.Int26_6, leading float64, x, y fixed.Int26_6, ground, ink page.Ink) fixed.Int26_6 {
	n := build.Pen{Face: fonts.SerifBlack, Size: size, Leading: b.leading(leading)}
	h := b.height(size, leading)
	if ground == page.LeafInk {
		p.leafTitle(b, size, n.Line(), x, y+n.Rise())
	} else {
		p.headline(b, size, n.Line(), x, y+n.Rise(), ground, ink)
	}
	return h
}

// titled sets the slide's title like lay, and records its box.
func (p *slide) titled(b banner, size fixed.Int26_6, leading float64, x, y fixed.Int26_6, ground, ink page.Ink) fixed.Int26_6 {
	h := p.lay(b, size, leading, x, y, ground, ink)
	p.Box("title", page.Area(x, y, page.Scale(size, b.long), h))
	return h
}

// leafTitle sets the title on the leaf with its first line or column at x, y, clipped at the
// hairline.
func (p *slide) leafTitle(b banner, size fixed.Int26_6, pitch, x, y fixed.Int26_6) {
	l := p.headline(b, size, pitch, x, y, page.LeafInk, page.OnLeaf)
	within := p.Leaf.Rect
	switch p.Leaf.FreeEdge() {
	case page.BottomEdge:
		within.Max.Y = p.Leaf.Hair.Min.Y
	case page.RightEdge:
		within.Max.X = p.Leaf.Hair.Min.X
	}
	l.Bounds = l.Bounds.Intersect(within)
}

// headline sets a title on a layer of its own.
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
