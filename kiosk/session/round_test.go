package session

import (
	"testing"
	"time"
)

// TestRoundOf: a round is as long as its slides stay, as the carousel shows them one by one.
func TestRoundOf(t *testing.T) {
	c := pinned(posted(sample(1, 2, 3, 7), 8, 8, 8), 2)
	c.Notices[0].Urgent = true
	for _, onAir := range [][]int{nil, {2}, {1, 2}, {0}, {0, 1, 2}} {
		s := arrange(Step(Start(morning, true), morning, Content{Catalogue: c}), onAir)
		want := Round{Slides: Slides(s)}
		for i := range want.Slides {
			s.View = View{Screen: SlideAt(s, i)}
			want.Length += dwell(s)
		}
		got := RoundOf(c, onAir)
		if got.Slides != want.Slides || got.Length != want.Length || got.Urgent != (len(onAir) > 0 && onAir[0] == 0) {
			t.Errorf("%v: %+v, want %+v", onAir, got, want)
		}
		if got.Dwell[0] < 5*time.Second || got.Dwell[0] > got.Dwell[1] || got.Dwell[1] > longestDwell {
			t.Errorf("%v: slides stay %v", onAir, got.Dwell)
		}
	}
}
