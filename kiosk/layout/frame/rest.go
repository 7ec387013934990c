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
// its content. A rail follows; its lines count only below the content's last one.
func setRests(b *build.Draft, rows []fixed.Int26_6) {
	edge, gap := b.Scroll.Viewport.Min.Y, b.Px(restGap).Round()
	var tops []int
	for _, y := range rows {
		tops = append(tops, y.Round())
	}
	if rows == nil {
		tops = lineTops(b)
		for i := range tops {
			tops[i] -= gap
		}
	}
	rests := []int{0, b.Scroll.Max}
	for _, y := range tops {
		if at := y - edge; at > 0 && at < b.Scroll.Max {
			rests = append(rests, at)
		}
	}
	slices.Sort(rests)
	b.Scroll.Rests = slices.Compact(rests)
}

// lineTops returns the tops of the lines of the content, and of the rail's lines below it, and has both kept whole
// at the viewport's edge.
func lineTops(b *build.Draft) []int {
	var read, rail []int
	for _, l := range b.Layers {
		switch {
		case !l.Scrolls:
		case l.Name == "rail":
			rail, l.Whole = topsOn(l), l.LineSpans()
		default:
			read, b.Scroll.Lines = topsOn(l), l.LineSpans()
		}
	}
	if len(read) == 0 {
		return rail
	}
	last := slices.Max(read)
	return append(read, slices.DeleteFunc(rail, func(y int) bool { return y <= last })...)
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
