package poster

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// The text of a row fills its field: a line holds as few whole characters as will do, then the
// elements spread (docs/design/README.md section 6.1).

// Sizes of a row's text, u.
const (
	textMost  = 150
	textFine  = 44 // a title leaves its text the room for this size
	textLeast = 34 // at this size text that doesn't fit is truncated after a whole element
)

// overText is the least factor of a title's size to that of the text.
const overText = 1.15

// field is the place of a row's text, and the way its elements stand there.
type field struct {
	left, right, top, end fixed.Int26_6
	title                 fixed.Int26_6 // size of the slide's title
	columns               bool          // a list of several elements has two
	face                  fonts.Face    // of an element
	above, below          float64       // room above and below an element's lines, em
	open                  bool          // no line above the first element
	sentence              bool          // a single element is set in Serif 700
}

// fieldOf returns a field of plain elements.
func fieldOf(left, top, right, end, title fixed.Int26_6) field {
	return field{left: left, top: top, right: right, end: end, title: title, face: fonts.SansRegular, above: .44, below: .48}
}

// columnGap is the gap between two columns of a list, u.
const columnGap = 64

// measure returns the length of a line of a list: the field's width, or a column's.
func (p *slide) measure(fd *field, cell catalogue.Cell) fixed.Int26_6 {
	w := fd.right - fd.left
	if fd.columns && len(cell) > 1 {
		return (w - p.Px(columnGap)) / 2
	}
	return w
}

// text sets the content in a field.
func (p *slide) text(fd field) {
	p.Box("text", page.Area(fd.left, fd.top, fd.right-fd.left, fd.end-fd.top))
	p.placeText(p.largestText(&fd), fd.top)
}

// largestText returns the content at the largest size at which it is no higher than its field, with
// its elements spread.
func (p *slide) largestText(fd *field) textSetting {
	room := fd.end - fd.top + p.Px(1)
	cell, all := p.beginningOf(fd, p.it.Content, room)
	measure := p.measure(fd, cell)
	least := p.leastText(cell)
	most := max(min(p.Px(textMost), page.Scale(fd.title, 1/overText)), least)
	em := p.emWidths(fd, cell)
	from := min(max(shortLength(cell), int((measure+most-1)/most)), max(1, int(measure/least)))
	for n := from; all && measure/fixed.Int26_6(n) >= least; n++ {
		f := measure / fixed.Int26_6(n)
		if em.least(fd, f, measure) > room {
			continue
		}
		if s := p.setText(fd, cell, f); s.height <= room {
			return p.spread(s, room)
		}
	}
	f := measure / max(1, measure/least)
	return p.spread(p.truncate(fd, cell, f, room), room)
}

// leastText returns the least size of a cell's elements: the design's, or more where the panel asks for it, also for
// the smaller text of a tail.
func (p *slide) leastText(cell catalogue.Cell) fixed.Int26_6 {
	floor := p.Floor
	if cell.Nested() {
		floor = page.Scale(floor, 1/tailSize) + 1
	}
	return max(p.Px(textLeast), floor)
}

// needed returns the height of the content at the size that a title leaves it.
func (p *slide) needed(fd *field) fixed.Int26_6 {
	room := p.H / 2
	cell, all := p.beginningOf(fd, p.it.Content, room)
	if !all {
		return room
	}
	measure := p.measure(fd, cell)
	return min(room, p.setText(fd, cell, measure/max(1, measure/max(p.Px(textFine), p.leastText(cell)))).height)
}

// shortLength returns the length of the longest of the short elements, or of the short pieces of a single
// one, which a line holds whole.
func shortLength(cell catalogue.Cell) int {
	n := 1
	if len(cell) == 1 {
		for _, piece := range piecesOf(cell[0].Text) {
			if k := utf8.RuneCountInString(catalogue.Unclosed(piece)); k <= mostWhole {
				n = max(n, k)
			}
		}
	}
	for _, e := range cell {
		if k := utf8.RuneCountInString(e.Text); k <= build.ShortElement {
			n = max(n, k)
		}
	}
	return n
}

// emWidths are widths that no squeezing goes below, em: of each element that has lines of its own, and
// of all others together.
type emWidths struct {
	own    []float64
	shared float64
}

// emWidths measures the elements of a cell, once for all sizes.
func (p *slide) emWidths(fd *field, cell catalogue.Cell) emWidths {
	var out emWidths
	proof, nested := build.Pen{Face: fd.face, Size: fixed.I(proofSize)}, cell.Nested()
	for _, e := range cell {
		w := float64(p.Setter.Width(proof.Span(e.Text))) / float64(proof.Size)
		for _, r := range e.Text {
			if r > utf8.RuneSelf && !unicode.Is(unicode.Han, r) {
				w -= squeezed
			}
		}
		if nested && e.Depth == 0 {
			out.shared += w
		} else {
			out.own = append(out.own, w)
		}
	}
	return out
}

// squeezed is more than the room that a mark may give up, em.
const squeezed = .6

// least returns a height that the elements exceed at size f: that of their lines if all were full.
func (e emWidths) least(fd *field, f, measure fixed.Int26_6) fixed.Int26_6 {
	chars := float64(measure) / float64(f)
	lines := tailSize * e.shared / chars
	for _, w := range e.own {
		lines += max(1, w/chars)
	}
	h := page.Scale(f, lines*1.36)
	if measure < fd.right-fd.left {
		return h / 2
	}
	return h
}

// spread gives every element the same room above and below, as much as fits, up to .6 of its size.
func (p *slide) spread(s textSetting, room fixed.Int26_6) textSetting {
	for k := 12; k > 0; k-- {
		wide := s
		wide.spread = page.Scale(s.f, .05*float64(k))
		if p.arrange(&wide); wide.height <= room {
			return wide
		}
	}
	return s
}

// beginningOf truncates a cell to what could fit in room if all characters were as narrow as a
// quarter of an em, which spares setting the rest; all reports whether it is the whole cell.
func (p *slide) beginningOf(fd *field, cell catalogue.Cell, room fixed.Int26_6) (_ catalogue.Cell, all bool) {
	least := p.Px(textLeast)
	n := int((fd.right-fd.left)/least) * int(room/least) * 4
	for i, e := range cell {
		runes := utf8.RuneCountInString(e.Text)
		if n -= runes; n >= 0 {
			continue
		}
		if i == 0 {
			e.Text = string([]rune(e.Text)[:runes+n])
			return catalogue.Cell{e}, false
		}
		return cell[:i], false
	}
	return cell, true
}

// truncate sets the content at a size and truncates it after the last element that fits, or within
// the first.
func (p *slide) truncate(fd *field, cell catalogue.Cell, f, room fixed.Int26_6) textSetting {
	fits := 0
	var best textSetting
	for lo, hi := 1, len(cell); lo <= hi; {
		mid := (lo + hi) / 2
		if s := p.setText(fd, firstOf(cell, mid), f); s.height <= room {
			fits, best, lo = mid, s, mid+1
		} else {
			hi = mid - 1
		}
	}
	if fits > 0 {
		return best
	}
	best = p.setText(fd, cell[:1], f)
	t := best.parts[0].list[0]
	par := typeset.Paragraph{Spans: t.Spans, Measure: fd.right - fd.left, Justify: true}
	par.MaxLines = max(1, int((room-p.Rule(2)-page.Scale(f, fd.above+fd.below))/t.Pitch))
	t.Lines = p.Setter.Lines(par)
	p.arrange(&best)
	return best
}

// firstOf returns the first n elements of a cell with …… after the last one, which is never a lead.
func firstOf(cell catalogue.Cell, n int) catalogue.Cell {
	if n < len(cell) && n > 1 && cell[n-1].Depth == 0 && cell[n].Depth > 0 {
		n--
	}
	out := append(catalogue.Cell(nil), cell[:n]...)
	out[n-1].Text = catalogue.Unclosed(out[n-1].Text) + build.Ellipsis
	return out
}
