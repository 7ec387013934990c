package build

import (
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
)

// Ellipsis stands for what is left out.
const Ellipsis = "……"

// Excerpt returns the board's text for a row without 二级事项: whole elements of
// 公开内容 while they fit in limit characters, a closing mark not counted. An
// element without a closing mark is never joined to the next, and a first one that
// is too long is truncated.
func Excerpt(cell catalogue.Cell, limit int) string {
	text := ""
	for _, e := range cell {
		for _, piece := range pieces(e.Text) {
			if text != "" && !catalogue.Closed(text) {
				return text + Ellipsis
			}
			if len([]rune(catalogue.Unclosed(text+piece))) > limit {
				if text == "" {
					text = string([]rune(piece)[:limit])
				}
				return catalogue.Unclosed(text) + Ellipsis
			}
			text += piece
		}
	}
	return text
}

// pieces cuts an element behind each 、 and ，.
func pieces(element string) []string {
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
	line := ""
	for i, u := range units {
		if i == 0 || !catalogue.Closed(units[i-1]) || b.Setter.Width(p.Span(line+u)) > measure {
			if i > 0 {
				out.Breaks = append(out.Breaks, len([]rune(out.Text)))
			}
			out.Lines += 1 + int((b.Setter.Width(p.Span(u))-1)/measure)
			line = ""
		}
		line += u
		out.Text += u
	}
	return out
}
