package layout

import (
	"fmt"
	"math"
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
)

// gotText is what a page paints in one style: a text, or the part of it that has
// the style.
type gotText struct {
	text  string // without white space
	box   [4]float64
	size  float64
	style string
	lines int
	taken bool
}

func float(v fixed.Int26_6) float64 { return float64(v) / 64 }

// weights are the design's names of the faces.
var weights = map[fonts.Face]string{
	fonts.SansRegular: "400 sans", fonts.SansMedium: "500 sans", fonts.SansBold: "700 sans",
	fonts.SerifBold: "700 serif", fonts.SerifBlack: "900 serif",
}

// join returns two texts as one.
func (g gotText) join(o gotText) gotText {
	if g.box == o.box && g.text == o.text {
		return g
	}
	right, bottom := max(g.box[0]+g.box[2], o.box[0]+o.box[2]), max(g.box[1]+g.box[3], o.box[1]+o.box[3])
	g.box[0], g.box[1] = min(g.box[0], o.box[0]), min(g.box[1], o.box[1])
	g.box[2], g.box[3] = right-g.box[0], bottom-g.box[1]
	g.lines = int(math.Round((g.box[3]-g.size)/(1.2*g.size))) + 1
	g.text += o.text
	return g
}

// paintedTexts returns the texts of a page in the order of painting, where they are at its scroll position.
func paintedTexts(p *page.Page) []gotText {
	var all []gotText
	for _, l := range p.Layers {
		if !p.Shows(l, p.View.Scroll) {
			continue
		}
		for _, it := range l.Items {
			if t, ok := it.(*page.Text); ok {
				if l.Scrolls {
					moved := *t
					moved.Y -= p.Scroll.Clamp(p.View.Scroll)
					t = &moved
				}
				all = append(all, styles(t)...)
			}
		}
	}
	return all
}

// styles splits a text by style: size, weight, face and colour.
func styles(t *page.Text) []gotText {
	var parts []gotText
	index := make(map[string]int)
	for i, line := range t.Lines {
		seen := make(map[string]bool)
		end := fixed.Int26_6(0)
		for _, g := range line.Glyphs {
			style, size := styleOf(t, g.Span)
			key := fmt.Sprint(style, size)
			k, ok := index[key]
			if !ok {
				k = len(parts)
				index[key] = k
				parts = append(parts, gotText{size: size, style: style, box: [4]float64{math.Inf(1), math.Inf(1), 0, 0}})
			}
			part := &parts[k]
			r := unspaced(string(g.Rune))
			part.text += r
			if !seen[key] {
				seen[key] = true
				part.lines++
			}
			x := g.X
			if strings.ContainsRune("《（〔“‘〈「『【", g.Rune) {
				x = max(x, end)
			}
			if r != "" || g.Rune == ' ' { // an indent is not part of the design's box
				part.cover(em(t, i, line.X, x, g.Y, g.Advance, size))
			}
			end = g.X + g.Advance
		}
	}
	return parts
}

// styleOf returns a span's style in the design's words, and its size in px.
func styleOf(t *page.Text, span int) (string, float64) {
	ink := t.Ink
	if t.Inks != nil {
		ink = t.Inks[span]
	}
	if ink == page.Paper { // on a primary button; the design has one name for both
		ink = page.OnLeaf
	}
	s := t.Spans[span].Style
	return weights[s.Face] + " " + ink.String(), float(s.Size)
}

// em returns a glyph's em box: from .88 of the size above its baseline to .12 below,
// or in a column a square about its centre line. An opening mark
// that gave up its empty half begins where the line does, or the mark before it ends.
func em(t *page.Text, i int, start, x, y, advance fixed.Int26_6, size float64) [4]float64 {
	pitch := float(t.Pitch) * float64(i)
	if t.Vertical {
		return [4]float64{float64(t.X) - pitch - size/2, float64(t.Y) + float(start) + float(y) - .88*size, size, size}
	}
	return [4]float64{float64(t.X) + float(start) + max(float(x), 0), float64(t.Y) + pitch + float(y) - .88*size, float(advance), size}
}

// cover grows a part's box (left, top, width, height) by a glyph's.
func (g *gotText) cover(b [4]float64) {
	right, bottom := g.box[0]+g.box[2], g.box[1]+g.box[3]
	if math.IsInf(g.box[0], 1) {
		right, bottom = b[0]+b[2], b[1]+b[3]
	}
	x, y := min(g.box[0], b[0]), min(g.box[1], b[1])
	g.box = [4]float64{x, y, max(right, b[0]+b[2]) - x, max(bottom, b[1]+b[3]) - y}
}
