package display

import (
	"image"
	"testing"
	"time"

	"gongkai/kiosk/page"
)

func TestPressedLookFades(t *testing.T) {
	lifted := time.Date(2026, 3, 12, 9, 41, 0, 0, time.UTC)
	mine, other := &page.Layer{Hash: 1}, &page.Layer{Hash: 2}
	down := press{look: bitmap{image.NewRGBA(image.Rect(0, 0, 1, 1))}, layer: 1}
	up := down
	up.lifted = lifted
	for _, c := range []struct {
		name  string
		press press
		layer *page.Layer
		after time.Duration
		want  float32
		fades bool
	}{
		{"held", down, mine, time.Hour, 1, false},
		{"held, another layer", down, other, 0, 0, false},
		{"just lifted", up, mine, 0, 1, true},
		{"half", up, mine, pressFade / 2, 0.5, true},
		{"over", up, mine, pressFade, 0, false},
	} {
		now := lifted.Add(c.after)
		if got := c.press.alpha(c.layer, now); got != c.want {
			t.Errorf("%s: alpha %v, want %v", c.name, got, c.want)
		}
		if got := c.press.fading(now); got != c.fades {
			t.Errorf("%s: fading %v", c.name, got)
		}
	}
	if up.rest(lifted.Add(pressFade)).look != nil || up.rest(lifted).look == nil {
		t.Error("the look must go when it has faded, and not before")
	}
}
