package record

import (
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// Columns of a text are spreadGap u apart (docs/design/README.md section 3).
const spreadGap = 56

// Column returns one of n columns of the measure.
func (c Flow) Column(n int) *Flow {
	c.W = (c.W - fixed.Int26_6(n-1)*c.Px(spreadGap)) / fixed.Int26_6(n)
	return &c
}

// ColumnsFor returns in how many columns a text of a size stands, so that no line is longer than 40 characters.
func (c *Flow) ColumnsFor(size fixed.Int26_6) int {
	n := 1
	for c.Column(n).W > mostCharacters*size+size/2 {
		n++
	}
	return n
}

// Spread sets what set sets in n columns of the measure that are as even as whole lines allow. A table, columns and a
// drawing stay whole, and a paragraph leaves two lines at least on either side.
func (c *Flow) Spread(n int, set func(*Flow)) {
	if n < 2 {
		set(c)
		return
	}
	top, items, boxes := c.Y, len(c.On.Items), len(c.Boxes)
	column := c.Column(n)
	set(column)
	if len(c.On.Items) == items {
		return
	}
	s := spreading{Flow: c, whole: wholeParts(c.On.Items[items:], c.Boxes[boxes:])}
	cuts := s.even(n, top.Round(), column.Y.Round())
	by := column.W + c.Px(spreadGap)
	var tail []page.Item
	for _, it := range c.On.Items[items:] {
		tail = append(tail, cuts.split(it, by.Round())...)
	}
	c.On.Items = append(c.On.Items[:items], tail...)
	for i := range c.Boxes[boxes:] {
		b := &c.Boxes[boxes+i]
		b.Rect = b.Rect.Add(cuts.offset(b.Rect.Min.Y.Round(), by.Round()))
	}
	c.Y = top + fixed.I(cuts.height())
}

// stretch is a vertical part of a text, px.
type stretch struct{ top, end int }

// wholeParts returns the parts of a text that no cut may go through, from the top: lines, and what belongs together.
func wholeParts(items []page.Item, boxes []page.Box) (all []stretch) {
	for _, it := range items {
		t, ok := it.(*page.Text)
		if !ok {
			r := page.Extent(it)
			all = append(all, stretch{r.Min.Y, r.Max.Y})
			continue
		}
		n := len(t.Lines)
		for i := range t.Lines {
			line := stretch{lineTop(t, i), lineTop(t, i+1)}
			switch {
			case n < 4:
				line = stretch{lineTop(t, 0), lineTop(t, n)}
			case i == 0:
				line.end = lineTop(t, 2)
			case i == n-1:
				line.top = lineTop(t, n-2)
			}
			all = append(all, line)
		}
	}
	for _, b := range boxes {
		all = append(all, stretch{b.Rect.Min.Y.Round(), b.Rect.Max.Y.Round()})
	}
	slices.SortFunc(all, func(a, b stretch) int { return a.top - b.top })
	return all
}

// lineTop returns the top of a text's line, px.
func lineTop(t *page.Text, line int) int {
	return t.Y + (t.Pitch*fixed.Int26_6(line) - page.Scale(t.Pitch, .7)).Round()
}

// spreading is a text while its columns are found.
type spreading struct {
	*Flow
	whole []stretch
}

// columnCuts are the columns as stretches of one long column.
type columnCuts []stretch

// even returns n columns of a text from top to end that are as short as whole parts allow.
func (s spreading) even(n, top, end int) columnCuts {
	step := max(1, s.Px(8).Round())
	for h := (end - top) / n; ; h += step {
		if cuts, ok := s.cut(n, h, top, end); ok {
			return cuts
		}
	}
}

// cut returns the columns of a height, and reports whether n hold the text.
func (s spreading) cut(n, height, top, end int) (cuts columnCuts, ok bool) {
	from := s.whole[0].top
	for range n {
		if from+height >= end {
			return append(cuts, stretch{from, end}), true
		}
		to := from + height
		for i := len(s.whole) - 1; i >= 0; i-- {
			if w := s.whole[i]; w.top < to && w.end > to {
				to = w.top
			}
		}
		next := slices.IndexFunc(s.whole, func(w stretch) bool { return w.top >= to })
		if to <= from || next < 0 {
			return nil, false
		}
		cuts, from = append(cuts, stretch{from, to}), s.whole[next].top
	}
	return nil, false
}

// height returns the height of the highest column, px.
func (cs columnCuts) height() (h int) {
	for _, c := range cs {
		h = max(h, c.end-c.top)
	}
	return h
}

// column returns the column that y lies in.
func (cs columnCuts) column(y int) int {
	for i, c := range cs {
		if y < c.end {
			return i
		}
	}
	return len(cs) - 1
}

// offset returns by how much what begins at y moves when columns are by px apart.
func (cs columnCuts) offset(y, by int) fixed.Point26_6 {
	k := cs.column(y)
	return fixed.P(k*by, cs[0].top-cs[k].top)
}

// split moves an item into its column, a text's lines each into theirs.
func (cs columnCuts) split(it page.Item, by int) []page.Item {
	switch it := it.(type) {
	case *page.Rect:
		move := cs.offset(it.Rect.Min.Y, by)
		it.Rect.Min.X, it.Rect.Max.X = it.Rect.Min.X+move.X.Round(), it.Rect.Max.X+move.X.Round()
		it.Rect.Min.Y, it.Rect.Max.Y = it.Rect.Min.Y+move.Y.Round(), it.Rect.Max.Y+move.Y.Round()
	case *page.Text:
		return cs.lines(it, by)
	}
	return []page.Item{it}
}

// lines returns the parts of a text that stand in each column.
func (cs columnCuts) lines(t *page.Text, by int) (parts []page.Item) {
	for from := 0; from < len(t.Lines); {
		k, to := cs.column(lineTop(t, from)), from+1
		for to < len(t.Lines) && cs.column(lineTop(t, to)) == k {
			to++
		}
		part, move := *t, cs.offset(lineTop(t, from), by)
		part.Lines = t.Lines[from:to]
		part.X, part.Y = t.X+move.X.Round(), t.Y+(t.Pitch*fixed.Int26_6(from)).Round()+move.Y.Round()
		parts, from = append(parts, &part), to
	}
	return parts
}
