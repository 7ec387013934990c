package display

import (
	"image"
	"testing"
	"time"
)

func TestEcho(t *testing.T) {
	now := time.Unix(1000, 0)
	e := echo{at: image.Pt(500, 500), name: "row", until: now.Add(echoTime)}
	for _, c := range []struct {
		what  string
		after time.Duration
		at    image.Point
		name  string
		want  bool
	}{
		{"the second half of a double tap", 150 * time.Millisecond, image.Pt(510, 490), "turn.take", true},
		{"the same button again", 150 * time.Millisecond, image.Pt(500, 500), "row", false},
		{"another place", 150 * time.Millisecond, image.Pt(500, 800), "turn.take", false},
		{"later", echoTime, image.Pt(500, 500), "turn.take", false},
	} {
		if got := e.swallows(now.Add(c.after), c.at, c.name, 24); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}
