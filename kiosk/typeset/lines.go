package typeset

import "golang.org/x/image/math/fixed"

// lines places the chosen lines' glyphs. They share one array.
func (t *text) lines() []Line {
	if len(t.ends) == 0 {
		return t.emptyLines()
	}
	lines := make([]Line, len(t.ends))
	glyphs := make([]Glyph, 0, len(t.glyphs))
	a := 0
	for i, end := range t.ends {
		b := int(end)
		from := len(glyphs)
		last := i == len(t.ends)-1 || t.clusters[b].before == forced
		var width int64
		glyphs, width = t.line(glyphs, a, t.trimmed(a, b), last)
		if i == len(t.ends)-1 {
			glyphs, width = t.placeTail(glyphs, from, width)
		}
		lines[i] = Line{Glyphs: glyphs[from:len(glyphs):len(glyphs)], Start: t.offset(a), End: t.offset(b), Width: clamp(width)}
		if i == len(t.ends)-1 && b == t.tail {
			lines[i].End = int(t.at[len(t.at)-1])
		}
		lines[i].X = t.align(lines[i].Width)
		a = b
	}
	return lines
}

// emptyLines returns the lines of a text without clusters: one empty line if it has
// characters, such as white space, and none otherwise.
func (t *text) emptyLines() []Line {
	if n := int(t.at[len(t.at)-1]); n > 0 {
		return []Line{{End: n}}
	}
	return nil
}

// offset returns the rune offset in the paragraph's text at which cluster i begins.
func (t *text) offset(i int) int {
	if i == 0 {
		return 0
	}
	if i >= len(t.clusters) {
		return int(t.at[len(t.at)-1])
	}
	return int(t.at[t.clusters[i].rune])
}

// line appends the glyphs of clusters a to b as a line, in the text's order, and returns its length.
func (t *text) line(glyphs []Glyph, a, b int, last bool) ([]Glyph, int64) {
	t.justify(a, b, last)
	at := len(glyphs)
	glyphs = append(glyphs, t.glyphs[t.glyphAt(a):t.glyphAt(b)]...)
	if len(t.levels) > 0 {
		return glyphs, t.lineByLevel(glyphs[at:], a, b)
	}
	var pen int64
	for i := a; i < b; i++ {
		c, r := &t.clusters[i], &t.room[i-a]
		at = t.shiftGlyphs(glyphs, at, t.glyphAt(i+1)-int(c.glyph), pen-int64(c.inset+r.left))
		pen += int64(c.width - r.left - r.right + r.after)
		if i < b-1 {
			pen += int64(c.gap)
		}
	}
	return glyphs, pen
}

// glyphAt returns the index of cluster i's first glyph.
func (t *text) glyphAt(i int) int {
	if i < len(t.clusters) {
		return int(t.clusters[i].glyph)
	}
	return len(t.glyphs)
}

// shiftGlyphs shifts n glyphs by the pen position and returns the index of the next.
func (t *text) shiftGlyphs(glyphs []Glyph, at, n int, pen int64) int {
	for k := range glyphs[at : at+n] {
		g := &glyphs[at+k]
		if t.Vertical {
			g.Y = clamp(int64(g.Y) + pen)
		} else {
			g.X = clamp(int64(g.X) + pen)
		}
	}
	return at + n
}

// placeTail appends the …… that replaces the text beyond MaxLines to the line whose glyphs begin
// at from.
func (t *text) placeTail(glyphs []Glyph, from int, pen int64) ([]Glyph, int64) {
	width := int64(0)
	for i := t.tail; i < len(t.clusters); i++ {
		width += int64(t.clusters[i].width)
	}
	at, end := len(glyphs), pen+width
	if t.rtl { // on the left of the line
		t.shiftGlyphs(glyphs, from, at-from, width)
		pen = 0
	}
	glyphs = append(glyphs, t.glyphs[t.glyphAt(t.tail):]...)
	for i := t.tail; i < len(t.clusters); i++ {
		at = t.shiftGlyphs(glyphs, at, t.glyphAt(i+1)-t.glyphAt(i), pen)
		pen += int64(t.clusters[i].width)
	}
	return glyphs, end
}

// align returns the start of a line of a width within the measure. A paragraph from right to left
// starts at the right edge.
func (t *text) align(width fixed.Int26_6) fixed.Int26_6 {
	switch {
	case t.Measure <= 0:
		return 0
	case t.Align == Center:
		return (t.Measure - width) / 2
	case (t.Align == End) != t.rtl:
		return t.Measure - width
	}
	return 0
}
