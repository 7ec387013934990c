package poster

import (
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// How large the text of a long slide may be, u. It is the measure divided by a
// whole number of characters, the largest that fits.
const (
	textMost  = 52
	textShort = 68 // where every element is short
	textLeast = 34 // what doesn't fit at this is cut after a whole element
)

// text sets the content between the head and the ticks.
func (p *slide) text() {
	top, end := p.Pick(244, 236), p.H-p.Pick(240, 200)
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
	// n is the characters of a line
	for n := (measure + most - 1) / most; all && measure/n >= p.Px(textLeast); n++ {
		if s := p.setText(cell, measure/n); s.height <= room {
			return s
		}
	}
	return p.truncate(cell, measure/(measure/p.Px(textLeast)), room)
}

// columns reports whether lists have two columns: in landscape, if there is more
// than one element.
func (p *slide) columns() bool { return p.Landscape && len(p.it.Content) > 1 }

// textMeasure returns the length of a line: all there is, or a column's share of it
// beside a gap of 64.
func (p *slide) textMeasure() fixed.Int26_6 {
	w := p.right - p.left
	if p.columns() {
		return (w - p.Px(64)) / 2
	}
	return w
}

// beginningOf truncates a cell to what could fit in room, so that the rest is not set; all reports
// whether it is the whole cell. The narrowest letters are a quarter of an em.
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

// truncate returns the content at a size, truncated after the last element that fits. If none
// does, the first is truncated.
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

// firstOf returns the first n elements of a cell and …… behind the last; a lead is never the last.
func firstOf(cell catalogue.Cell, n int) catalogue.Cell {
	if n < len(cell) && n > 1 && cell[n-1].Depth == 0 && cell[n].Depth > 0 {
		n--
	}
	out := append(catalogue.Cell(nil), cell[:n]...)
	body, _ := catalogue.Closing(out[n-1].Text)
	out[n-1].Text = body + "……"
	return out
}
