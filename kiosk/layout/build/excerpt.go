package build

import (
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// Ellipsis stands for what is left out.
const Ellipsis = "……"

// Excerpt returns the board's text for a row without 二级事项: whole elements of
// 公开内容 while they fit in limit characters, a closing mark not counted. An
// element without a closing mark is never joined to the next, and a first one that
// is too long is truncated after a word.
func Excerpt(cell catalogue.Cell, limit int) string {
	text := ""
	for _, e := range cell {
		for _, piece := range Pieces(e.Text) {
			if text != "" && !catalogue.Closed(text) {
				return text + Ellipsis
			}
			if len([]rune(catalogue.Unclosed(text+piece))) > limit {
				if text == "" {
					text = wholeWords(piece, limit)
				}
				return catalogue.Unclosed(text) + Ellipsis
			}
			text += piece
		}
	}
	return text
}

// PackExcerpt returns a row's excerpt in up to two lines, with its elements whole in them if they
// fit so.
func (b *Draft) PackExcerpt(cell catalogue.Cell, limit int, p Pen, measure fixed.Int26_6) Packed {
	text := Excerpt(cell, limit)
	if out := b.Pack(Pieces(text), p, measure); out.Lines <= 2 {
		return out
	}
	return Packed{Text: text}
}

// wholeWords returns the words at a text's beginning that are no longer than limit, or that many characters
// of a first word that is longer.
func wholeWords(text string, limit int) string {
	end := 0
	for _, at := range typeset.Words(text) {
		if at <= limit {
			end = at
		}
	}
	if end == 0 {
		end = limit
	}
	return string([]rune(text)[:end])
}

// Pieces cuts an element behind each 、 and ，.
func Pieces(element string) []string {
	var cut []string
	for element != "" {
		end := strings.IndexAny(element, catalogue.ListMarks)
		if end < 0 {
			return append(cut, element)
		}
		end += len("、")
		cut, element = append(cut, element[:end]), element[end:]
	}
	return cut
}

// Packed is a text of units that are never broken if they fit in a line.
type Packed struct {
	Text   string
	Breaks []int // rune offsets where a line must end
	Lines  int
}

// Pack fills lines with whole units: a unit that doesn't fit begins a new line, as does a unit
// after one without a closing mark. Only a unit longer than the measure is broken.
func (b *Draft) Pack(units []string, p Pen, measure fixed.Int26_6) Packed {
	var out Packed
	var text strings.Builder
	length, line := 0, "" // length in runes
	for i, u := range units {
		if i == 0 || !catalogue.Closed(units[i-1]) || b.Setter.Width(p.Span(line+u)) > measure {
			if i > 0 {
				out.Breaks = append(out.Breaks, length)
			}
			out.Lines += 1 + int((b.Setter.Width(p.Span(u))-1)/measure)
			line = ""
		}
		line += u
		length += utf8.RuneCountInString(u)
		text.WriteString(u)
	}
	out.Text = text.String()
	return out
}

// PackWhole fills no more lines than most with whole units, like Pack. Of what needs more it keeps
// whole units, else the pieces of the first one, and adds ……. A first piece that needs more is kept whole.
func (b *Draft) PackWhole(units []string, p Pen, measure fixed.Int26_6, most int) Packed {
	fits := func(units []string) bool { return b.Pack(units, p, measure).Lines <= most }
	beginning := beginningOf(units, 4*most*int(measure/p.Size))
	if len(beginning) == len(units) && fits(units) {
		return b.Pack(units, p, measure)
	}
	n := sort.Search(len(beginning)-1, func(i int) bool { return !fits(ended(beginning[:i+1])) })
	if n > 0 {
		return b.Pack(ended(beginning[:n]), p, measure)
	}
	cut := beginningOf(Pieces(units[0]), 4*most*int(measure/p.Size))
	joined := func(i int) []string { return ended([]string{strings.Join(cut[:i], "")}) }
	n = sort.Search(len(cut)-1, func(i int) bool { return !fits(joined(i + 1)) })
	return b.Pack(joined(max(n, 1)), p, measure)
}

// beginningOf returns the first units, which have no more than most characters, or the first one.
func beginningOf(units []string, most int) []string {
	for i, u := range units {
		if most -= utf8.RuneCountInString(u); most < 0 {
			return units[:max(i, 1)]
		}
	}
	return units
}

// ended returns units with …… after the last one, in place of its closing mark.
func ended(units []string) []string {
	last := len(units) - 1
	return append(units[:last:last], catalogue.Unclosed(units[last])+Ellipsis)
}
