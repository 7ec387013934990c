package layout

import (
	"slices"
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// TestBoardRests: a board that scrolls rests with the top of a row at the viewport's edge.
func TestBoardRests(t *testing.T) {
	p := laid(sample.At(sample.Rows(t, 24), session.Screen{Kind: session.Home}), 1080, 1920)
	rests := p.Scroll.Rests
	if len(rests) < 4 {
		t.Fatalf("rests at %v", rests)
	}
	rows := append(boxed(p, "group"), boxed(p, "row")...)
	for _, y := range rests[1 : len(rests)-1] {
		edge := float64(y + p.Scroll.Viewport.Min.Y)
		if !slices.ContainsFunc(rows, func(r [4]float64) bool { return r[1] > edge-2 && r[1] < edge+2 }) {
			t.Errorf("at %d no row begins", y)
		}
	}
}
