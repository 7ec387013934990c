package layout

import (
	"fmt"
	"image"
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// TestDriftHasRoom: wherever the chrome of a slide stands, it is on the screen, whole, on its
// ground and apart from all else. Every slide is walked at every size, each at another place.
func TestDriftHasRoom(t *testing.T) {
	set := typeset.New()
	n := 0
	walk := func(name string, st session.State) {
		for _, size := range sizes {
			n++
			st.Turns = 1 + n%(session.Drifts-1)
			t.Run(fmt.Sprintf("%s/%s/%dx%d/%d", name, title(st.View.Screen), size.X, size.Y, st.Turns), func(t *testing.T) {
				walkSlide(walk{T: t, p: Layout(st, &page.Normal, size, set)})
			})
		}
	}
	for name, c := range walked(t) {
		for i := range c.Items[:min(len(c.Items), 16)] {
			walk(name, sample.At(c, session.Screen{Kind: session.Attract, Number: c.Items[i].Number}))
		}
	}
	for name, c := range walkedNotices(t) {
		for _, s := range noticeScreens(c) {
			if s.Kind == session.Attract {
				walk(name, onAir(c, s))
			}
		}
	}
}

// TestDriftTogether: the chrome moves as one, by no more than 4 u, with its boxes, its ticks
// and its pressed look; all else stays the very picture that it was.
func TestDriftTogether(t *testing.T) {
	st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Attract, Number: 6})
	home := laid(st, 2160, 3840)
	seen := map[image.Point]bool{}
	for st.Turns = range session.Drifts {
		p := laid(st, 2160, 3840)
		by := p.Ticks.Rect.Min.Sub(home.Ticks.Rect.Min)
		seen[by] = true
		if st.Turns == 0 && by != (image.Point{}) || max(by.X, -by.X, by.Y, -by.Y) > 8 {
			t.Errorf("place %d is %v px from the design's", st.Turns, by)
		}
		for i, l := range p.Layers {
			want := home.Layers[i].Bounds
			if l.Role == page.Chrome {
				want = want.Add(by)
			} else if l.Hash != home.Layers[i].Hash {
				t.Errorf("place %d: layer %s is another picture", st.Turns, l.Name)
			}
			if l.Bounds != want {
				t.Errorf("place %d: layer %s is at %v, want %v", st.Turns, l.Name, l.Bounds, want)
			}
		}
		invite := p.Targets[0]
		if invite.Hit != home.Targets[0].Hit || invite.Paint != home.Targets[0].Paint.Add(by) || invite.Layer.Items[0].(*page.Rect).Rect != invite.Paint {
			t.Errorf("place %d: the invitation is pressed at %v", st.Turns, invite.Paint)
		}
	}
	if len(seen) != session.Drifts {
		t.Errorf("there are %d places, want %d", len(seen), session.Drifts)
	}
}
