package main

import (
	"bytes"
	"testing"
	"time"
)

// TestTally: a quick task prints nothing, a long one a line a second, and none at its end.
func TestTally(t *testing.T) {
	var out bytes.Buffer
	now := noon
	p := &tally{to: &out, of: 5, now: func() time.Time { return now }, spoke: now}
	for range 5 {
		now = now.Add(600 * time.Millisecond)
		p.step()
	}
	if got, want := out.String(), "画好 2 张，共 5 张……\n画好 4 张，共 5 张……\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
