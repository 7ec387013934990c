package frame

import (
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// restGap is the room between the viewport's upper edge and the line that begins below it, u.
const restGap = 12

// setRests sets where a page rests: at its ends and at the tops of its rows, or 12 u above each line of
// its content, l. A rail follows; its lines count only once the content stays where it is, with a whole line at its top.
func setRests(b *build.Draft, l *page.Layer, rows []fixed.Int26_6) {
	edge, gap := b.Scroll.Viewport.Min.Y, b.Px(restGap).Round()
	var tops, rail []int
	for _, y := range rows {
		tops = append(tops, y.Round()-edge)
	}
	if rows == nil {
		tops, rail = lineTops(b)
		for _, lines := range [][]int{tops, rail} {
			for i := range lines {
				lines[i] -= edge + gap
			}
		}
	}
	rests := within(tops, 0, b.Scroll.Max)
	stay := b.Scroll.Max - l.Short
	if l.Short > 0 && stay > 0 {
		slices.Sort(rests)
		if i, _ := slices.BinarySearch(rests, stay); i < len(rests) {
			stay = rests[i]
			l.Short = b.Scroll.Max - stay
		}
		rests = append(within(rests, 0, stay), stay)
	}
	if len(tops) == 0 || l.Short > 0 {
		rests = append(within(rests, 0, stay+1), within(rail, stay, b.Scroll.Max)...)
	}
	rests = append(rests, 0, b.Scroll.Max)
	slices.Sort(rests)
	if rests = slices.Compact(rests); rows == nil {
		rests = fillGaps(rests, b.Px(mostApart).Round(), b.Px(restGap).Round())
	}
	b.Scroll.Rests = rests
}

// mostApart is how far apart the tops of lines are at most, u. Further apart are pictures, over which a page rests
// anywhere.
const mostApart = 200

// fillGaps adds positions, so many px apart, between those that are further apart than most.
func fillGaps(rests []int, most, step int) (filled []int) {
	for i, at := range rests {
		filled = append(filled, at)
		if i+1 == len(rests) || rests[i+1]-at <= most {
			continue
		}
		for y := at + step; y < rests[i+1]-step/2; y += max(1, step) {
			filled = append(filled, y)
		}
	}
	return filled
}

// within returns the positions between two others.
func within(all []int, from, to int) (some []int) {
	for _, at := range all {
		if at > from && at < to {
			some = append(some, at)
		}
	}
	return some
}

// lineTops returns the tops of the lines of the content and of the rail, and has both kept whole at the viewport's edge.
func lineTops(b *build.Draft) (read, rail []int) {
	for _, l := range b.Layers {
		switch {
		case !l.Scrolls:
		case l.Name == "rail":
			rail, l.Whole = topsOn(l), l.LineSpans()
		default:
			read, b.Scroll.Lines = topsOn(l), l.LineSpans()
		}
	}
	return read, rail
}

// topsOn returns the tops of the lines of a layer's texts: of their content area, the ascent of the largest span above
// the baseline.
func topsOn(l *page.Layer) []int {
	var tops []int
	for _, it := range l.Items {
		t, ok := it.(*page.Text)
		if !ok || t.Vertical {
			continue
		}
		var up fixed.Int26_6
		for _, s := range t.Spans {
			ascent, _ := fonts.Metrics(s.Style.Face)
			up = max(up, s.Style.Size*fixed.Int26_6(ascent)/fonts.UnitsPerEm)
		}
		for i := range t.Lines {
			tops = append(tops, (fixed.I(t.Y) + fixed.Int26_6(i)*t.Pitch - up).Round())
		}
	}
	return tops
}
