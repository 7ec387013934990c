package layout

import (
	"image"
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/qr"
	"gongkai/kiosk/session"
)

// TestProofOfThePage checks that the code is that of the item, the revision and the minute, and which pages have none.
func TestProofOfThePage(t *testing.T) {
	c := sample.Rows(t, 14)
	for _, x := range []struct {
		screen session.Screen
		change session.Change
		low    bool
		proof  bool
	}{
		{session.Screen{Kind: session.Item, Number: 6}, session.Unchanged, false, true},
		{session.Screen{Kind: session.Item, Number: 12}, session.Unchanged, false, true},
		{session.Screen{Kind: session.Home}, session.Unchanged, false, true},
		{session.Screen{Kind: session.Item, Number: 6}, session.Updated, false, false},
		{session.Screen{Kind: session.Item, Number: 6}, session.Unchanged, true, false},
		{session.Screen{Kind: session.Attract, Number: 6}, session.Unchanged, false, false},
	} {
		st := sample.At(c, x.screen)
		st.Proof, st.Change, st.Mode.LowReach = true, x.change, x.low
		number := x.screen.Number
		want, err := qr.Proof(number, c.Revision, st.Now)
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
			expected := 0
			if x.proof || x.low && size.X > size.Y { // low reach in portrait alone
				expected = 1
			}
			got := codesOn(laid(st, size.X, size.Y))
			if len(got) != expected {
				t.Errorf("%v, change %v, low %v, %v: %d codes", x.screen, x.change, x.low, size, len(got))
			} else if expected == 1 && got[0].Code != want {
				t.Errorf("%v, %v: another page's code", x.screen, size)
			}
		}
	}
}

// codesOn returns the codes on a page, or on the sheet over it.
func codesOn(p *page.Page) (all []*page.Code) {
	for _, l := range p.Layers {
		for _, it := range l.Items {
			if code, ok := it.(*page.Code); ok && l.Over == (p.Sheet != nil) {
				all = append(all, code)
			}
		}
	}
	return all
}
