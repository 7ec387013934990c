package poster

import (
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// Sizes of a long slide's text, u. It is set in the largest size that fits and divides the measure.
const (
	textMost  = 52
	textShort = 68 // the most if all elements are short
	textLeast = 34 // at this size text that doesn't fit is truncated after a whole element
)

// text sets the content between the head and the ticks.
func (p *slide) text() {
	top, end := p.Pick(244, 236)+p.lowered, p.H-p.Pick(240, 200)
	p.Box("text", page.Area(p.left, top, p.right-p.left, end-top))
	p.place(p.largestText(end-top+p.Px(1)), top)
}

// largestText returns the content at the largest size at which it is no higher than room.
func (p *slide) largestText(room fixed.Int26_6) textSetting {
	cell, all := p.beginningOf(p.it.Content, room)
	measure := p.textMeasure()
	most := p.Px(textMost)
	if cell.Longest() <= build.ShortElement {
		most = p.Px(textShort)
	}
	// n is the number of characters in a line
	for n := (measure + most - 1) / most; all && measure/n >= p.Px(textLeast); n++ {
		if s := p.setText(cell, measure/n); s.height <= room {
			return s
		}
	}
	return p.truncate(cell, measure/(measure/p.Px(textLeast)), room)
}

// columns reports whether lists have two columns: in landscape with more than one element.
func (p *slide) columns() bool { return p.Landscape && len(p.it.Content) > 1 }

// textMeasure returns the length of a line: the whole width, or a column's with a gap of 64.
func (p *slide) textMeasure() fixed.Int26_6 {
	w := p.right - p.left
	if p.columns() {
		return (w - p.Px(64)) / 2
	}
	return w
}

// beginningOf truncates a cell to what could fit in room if all characters were as narrow as a
// quarter of an em, which spares setting the rest; all reports whether it is the whole cell.
func (p *slide) beginningOf(cell catalogue.Cell, room fixed.Int26_6) (_ catalogue.Cell, all bool) {
	least := p.Px(textLeast)
	n := int((p.right-p.left)/least) * int(room/least) * 4
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
func (p *slide) truncate(cell catalogue.Cell, f, room fixed.Int26_6) textSetting {
	fits := 0
	var best textSetting
	for lo, hi := 1, len(cell); lo <= hi; {
		mid := (lo + hi) / 2
		if s := p.setText(firstOf(cell, mid), f); s.height <= room {
			fits, best, lo = mid, s, mid+1
		} else {
			hi = mid - 1
		}
	}
	if fits > 0 {
		return best
	}
	best = p.setText(cell[:1], f)
	t := best.parts[0].list[0]
	par := p.element(cell[0].Text, f)
	par.MaxLines = max(1, int((room-p.Rule(2)-page.Scale(f, .92))/t.Pitch))
	t.Lines = p.Setter.Lines(par)
	return best
}

// firstOf returns the first n elements of a cell with …… after the last one, which is never a lead.
func firstOf(cell catalogue.Cell, n int) catalogue.Cell {
	if n < len(cell) && n > 1 && cell[n-1].Depth == 0 && cell[n].Depth > 0 {
		n--
	}
	out := append(catalogue.Cell(nil), cell[:n]...)
	body, _ := catalogue.Closing(out[n-1].Text)
	out[n-1].Text = body + "……"
	return out
}
