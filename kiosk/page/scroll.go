package page

import (
	"image"
	"slices"
)

// Scroll is the part of a page that scrolls, and how far.
type Scroll struct {
	Viewport image.Rectangle
	Max      int             // px by which the content scrolls at most; 0: all fits
	Rests    []int           // the positions where the page rests, ascending from 0 to Max; nil: all
	Lines    []Span          // of the content: at rest none is drawn that the viewport's upper edge cuts
	Counts   bool            // the words on the pill depend on the position
	Hidden   image.Rectangle // where the fade hides the content until the end is reached
}

// Span is a stretch from From up to, not including, To; of scroll positions 0 as To is no end.
type Span struct{ From, To int }

// has reports whether a scroll position is within the span.
func (e Span) has(y int) bool { return y >= e.From && (e.To == 0 || y < e.To) }

// HiddenAt returns where the fade hides the content of a page that is scrolled to y.
func (s Scroll) HiddenAt(y int) image.Rectangle {
	if y >= s.Max {
		return image.Rectangle{}
	}
	return s.Hidden
}

// Clamp returns the nearest position to y that the page can be scrolled to.
func (s Scroll) Clamp(y int) int { return min(max(y, 0), s.Max) }

// Rest returns the nearest position to y where the page rests.
func (s Scroll) Rest(y int) int {
	y = s.Clamp(y)
	i, exact := slices.BinarySearch(s.Rests, y)
	switch {
	case exact || len(s.Rests) == 0:
		return y
	case i == 0:
		return s.Rests[0]
	case i == len(s.Rests):
		return s.Rests[i-1]
	case y-s.Rests[i-1] < s.Rests[i]-y:
		return s.Rests[i-1]
	}
	return s.Rests[i]
}

// Onward returns the last position of rest on the way from one position down to another, or the
// other itself where there is none.
func (s Scroll) Onward(from, to int) int {
	to = s.Clamp(to)
	i, exact := slices.BinarySearch(s.Rests, to)
	if exact || i == 0 || s.Rests[i-1] <= from {
		return to
	}
	return s.Rests[i-1]
}

// Place returns a layer where it is drawn on a page that is scrolled by scroll px; ok is false
// where none of it is seen.
func (p *Page) Place(l *Layer, scroll int) (c Placed, ok bool) {
	scroll = p.Scroll.Clamp(scroll)
	c = Placed{Layer: l, Clip: l.Bounds, Alpha: 1, Theme: p.Theme}
	switch {
	case !l.Shown.has(scroll):
		return c, false
	case l.Scrolls:
		by := p.Offset(l, scroll)
		c.Move.Y = -by
		c.Clip = l.Bounds.Add(c.Move).Intersect(p.Scroll.Viewport)
		lines := l.Whole
		if _, rests := slices.BinarySearch(p.Scroll.Rests, scroll); lines == nil && rests {
			lines = p.Scroll.Lines
		}
		c.Clip.Min.Y = whole(lines, c.Clip.Min.Y+by) - by
	case l.Follows != 0:
		c.Move.Y = int(l.Follows*float64(scroll) + .5)
		c.Clip = l.Bounds.Add(c.Move)
	}
	return c, !c.Clip.Empty()
}

// Offset returns the px by which a layer lies higher on a page that is scrolled by scroll px.
func (p *Page) Offset(l *Layer, scroll int) int {
	if !l.Scrolls {
		return 0
	}
	return min(p.Scroll.Clamp(scroll), p.Scroll.Max-l.Short)
}

// Shows reports whether a layer is drawn on a page that is scrolled by scroll px.
func (p *Page) Shows(l *Layer, scroll int) bool { return l.Shown.has(p.Scroll.Clamp(scroll)) }

// whole returns the y from which lines are drawn below the edge y: past those that it cuts.
func whole(lines []Span, y int) int {
	for _, e := range lines {
		if e.From < y && y < e.To {
			y = e.To
		}
	}
	return y
}

// LineSpans returns the spans of a layer's lines and icons in the order of their tops.
func (l *Layer) LineSpans() []Span {
	all := []Span{}
	for _, it := range l.Items {
		switch it := it.(type) {
		case *Icon:
			all = append(all, Span{it.Rect.Min.Y, it.Rect.Max.Y})
		case *Text:
			for i := range it.Lines {
				r := it.lineExtent(i)
				all = append(all, Span{r.Min.Y, r.Max.Y})
			}
		}
	}
	slices.SortFunc(all, func(a, b Span) int { return a.From - b.From })
	return all
}
