package typeset

import (
	"slices"

	// go-text's bidi resolves UAX #9's types; x/text has the characters' classes.
	resolve "github.com/go-text/typesetting/bidi"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
)

// direction is the paragraph's order of writing by UAX #9.
type direction struct {
	levels []uint8 // a rune; nil where all is from left to right
	rtl    bool    // the paragraph itself: its lines begin at the right edge
	uax9   resolve.Paragraph

	order      []int // line: scratch
	lineLevels []uint8
}

// findLevels resolves the runes' levels. A paragraph has the direction of its first
// strong character (UAX #9 P2, P3). Embeddings, overrides and isolates were dropped: in
// official text they only deceive; LRM, RLM and ALM count.
func (t *text) findLevels() {
	if !slices.ContainsFunc(t.runes, isRightToLeft) {
		return
	}
	t.rtl = firstStrong(t.runes)
	t.levels = t.resolveLevels(t.runes, t.rtl)
	for i, level := range t.levels {
		switch x := &t.facts[i]; {
		case x.kind == joined && i > 0:
			t.levels[i] = t.levels[i-1]
		case level&1 == 0:
		case x.class.mark(): // it has no empty half among letters from right to left
			x.class, x.kind = other, max(x.kind, shaped)
		}
	}
	t.keepTelephones()
}

// longestNumber is the most digits of a part of a telephone number.
const longestNumber = 12

// keepTelephones sets 0355-7220000 from left to right. UAX #9 sets its parts from right to left
// behind Arabic letters (W2, W4), as is due in 2025-2026: the number would be dialled wrongly.
func (t *text) keepTelephones() {
	for i := 1; i+1 < len(t.runes); i++ {
		if t.runes[i] != '-' || classOf(t.runes[i-1]) != digit || classOf(t.runes[i+1]) != digit {
			continue
		}
		first := i - 1
		for first > 0 && i-first < longestNumber && classOf(t.runes[first-1]) == digit {
			first--
		}
		kept := first > 0 && t.runes[first-1] == '-' && t.levels[first-1] == t.levels[first]
		if kept || t.runes[first] == '0' && i-first >= 3 {
			t.levels[i] = t.levels[i-1]
		}
	}
}

// isRightToLeft reports whether a character makes any other stand right to left, or is a
// number that needs the algorithm.
func isRightToLeft(r rune) bool {
	if r < 0x0590 {
		return false
	}
	class := classBidi(r)
	return class == bidi.R || class == bidi.AL || class == bidi.AN
}

func classBidi(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// firstStrong reports whether the first strong character is written from right to left.
func firstStrong(runes []rune) bool {
	for _, r := range runes {
		switch classBidi(r) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// resolveLevels returns the runes' levels. The library merges levels of one direction: without
// embeddings there are 1 and 2 in a paragraph from right to left, and in one from left to right
// 0, 1, and 2 for numbers alone.
func (d *direction) resolveLevels(runes []rune, rtl bool) []uint8 {
	base := resolve.LeftToRight
	if rtl {
		base = resolve.RightToLeft
	}
	levels := slices.Grow(d.levels[:0], len(runes))[:len(runes)]
	numbers := numbersAmong(runes)
	for runs, i := d.uax9.Segment(runes, base), 0; i < runs.NumRuns(); i++ {
		run := runs.Run(i)
		for k := run.Start; k < run.End; k++ {
			switch {
			case !run.IsLeftToRight():
				levels[k] = 1
			case rtl || numbers[k] == bidi.EN || numbers[k] == bidi.AN:
				levels[k] = 2
			default:
				levels[k] = 0
			}
		}
	}
	return levels
}

// numbersAmong returns EN or AN for the runes that UAX #9's rules W1 to W5 make parts of a number
// after letters from right to left, and of an Arabic one anywhere; another class for all else.
func numbersAmong(runes []rune) []bidi.Class {
	types := make([]bidi.Class, 0, len(runes)) // without BN, which no rule sees
	strong, before := bidi.L, bidi.ON
	for _, r := range runes {
		c := classBidi(r)
		switch c {
		case bidi.BN:
			continue
		case bidi.NSM: // W1
			c = before
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN: // W2, W7
			c = map[bidi.Class]bidi.Class{bidi.AL: bidi.AN, bidi.R: bidi.EN, bidi.L: bidi.ON}[strong]
		}
		types, before = append(types, c), c
	}
	joinNumbers(types)
	all := make([]bidi.Class, len(runes))
	seen := 0
	for i, r := range runes {
		if classBidi(r) != bidi.BN {
			seen++
		}
		all[i] = bidi.ON
		if seen > 0 {
			all[i] = types[seen-1]
		}
	}
	return all
}

// joinNumbers makes a separator between two numbers, and the signs beside one, part of it: UAX #9's
// W4 and W5.
func joinNumbers(types []bidi.Class) {
	for i := 1; i+1 < len(types); i++ {
		a, c, b := types[i-1], types[i], types[i+1]
		if a == b && (a == bidi.EN && (c == bidi.ES || c == bidi.CS) || a == bidi.AN && c == bidi.CS) {
			types[i] = a
		}
	}
	for i := 1; i < len(types); i++ {
		if types[i] == bidi.ET && types[i-1] == bidi.EN {
			types[i] = bidi.EN
		}
	}
	for i := len(types) - 2; i >= 0; i-- {
		if types[i] == bidi.ET && types[i+1] == bidi.EN {
			types[i] = bidi.EN
		}
	}
}

// reorder returns the indices of levels from left to right: UAX #9 L2.
func reorder(order []int, levels []uint8) []int {
	order = order[:0]
	highest := uint8(0)
	for i, level := range levels {
		order = append(order, i)
		highest = max(highest, level)
	}
	for level := highest; level > 0; level-- {
		for a := 0; a < len(order); a++ {
			b := a
			for b < len(order) && levels[order[b]] >= level {
				b++
			}
			slices.Reverse(order[a:b])
			a = b
		}
	}
	return order
}

// lineByLevel places the glyphs of a line of clusters a to b in the order of their levels, and returns
// the line's length.
func (t *text) lineByLevel(glyphs []Glyph, a, b int) int64 {
	var pen int64
	start := t.glyphAt(a)
	for _, i := range t.visualOrder(a, b) {
		c, r := &t.clusters[i], &t.room[i-a]
		before, after := t.gapBefore(a, i), t.gapAfter(b, i)+r.after
		if t.level(c.rune)&1 != 0 {
			before, after = after, before
		}
		pen += int64(before)
		t.shiftGlyphs(glyphs, int(c.glyph)-start, t.glyphAt(i+1)-int(c.glyph), pen-int64(c.inset+r.left))
		pen += int64(c.width - r.left - r.right + after)
	}
	return pen
}

// visualOrder returns the clusters a to b from left to right.
func (t *text) visualOrder(a, b int) []int {
	t.lineLevels = t.lineLevels[:0]
	for i := a; i < b; i++ {
		t.lineLevels = append(t.lineLevels, t.level(t.clusters[i].rune))
	}
	t.order = reorder(t.order, t.lineLevels)
	for k := range t.order {
		t.order[k] += a
	}
	return t.order
}

// gapBefore and gapAfter return the gaps at the two ends of a cluster of a line. Where the level changes,
// a gap is on the side of the lower one: its neighbour in the text may stand elsewhere.
func (t *text) gapBefore(a, i int) fixed.Int26_6 {
	if i > a && t.level(t.clusters[i-1].rune) > t.level(t.clusters[i].rune) {
		return t.clusters[i-1].gap
	}
	return 0
}

func (t *text) gapAfter(b, i int) fixed.Int26_6 {
	if i+1 < b && t.level(t.clusters[i].rune) <= t.level(t.clusters[i+1].rune) {
		return t.clusters[i].gap
	}
	return 0
}
