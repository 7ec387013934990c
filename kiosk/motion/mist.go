package motion

import (
	"slices"

	"gongkai/kiosk/page"
)

// The end of a text, the mist over it and the pill above fade as one: at no time does a pill stand over
// faded text, or text show through where the mist hides it at rest. Pieces that fade one by one
// would let it.

// afloat reports whether a piece floats over the text: a mist or a pill.
func afloat(c page.Placed) bool {
	return c.Layer != nil && !c.Layer.Over && (c.Layer.Role == page.Mist || c.Layer.Role == page.Pill)
}

// isMist reports whether a piece is a mist.
func isMist(c page.Placed) bool { return c.Layer != nil && c.Layer.Role == page.Mist }

// fadedText returns a piece with a share of its opacity, a mist whole as long as any text is seen.
func fadedText(c page.Placed, share float64) []page.Placed {
	if isMist(c) && share > 0 {
		share = 1
	}
	return faded([]page.Placed{c}, share)
}

// sharesMist reports whether two pages have the same mist.
func sharesMist(before, after []page.Placed) bool {
	i := slices.IndexFunc(after, isMist)
	return i >= 0 && holds(before, after[i])
}

// floating returns the mist that two pages share, and above it the pills of both: one that they share stays.
func floating(before, after []page.Placed, shown float64) []page.Placed {
	var out []page.Placed
	for _, c := range before {
		switch {
		case isMist(c), afloat(c) && holds(after, c):
			out = append(out, c)
		case afloat(c):
			out = append(out, faded([]page.Placed{c}, 1-shown)...)
		}
	}
	for _, c := range after {
		if afloat(c) && !holds(before, c) {
			out = append(out, faded([]page.Placed{c}, shown)...)
		}
	}
	return out
}

// unhidden returns pieces of a page without what its mist hides of the content.
func unhidden(p *page.Page, pieces []page.Placed, scroll int) []page.Placed {
	hidden := p.Scroll.HiddenAt(scroll)
	if hidden.Empty() {
		return pieces
	}
	var out []page.Placed
	for _, c := range pieces {
		if c.Layer == nil || !c.Layer.Scrolls || !c.Clip.Overlaps(hidden) {
			out = append(out, c)
			continue
		}
		for _, r := range (region{c.Clip}).minus(hidden) {
			out = append(out, c.Within(r))
		}
	}
	return out
}
