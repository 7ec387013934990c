package display

import (
	"image"
	"testing"
	"time"

	"gongkai/kiosk/session"
)

func TestEcho(t *testing.T) {
	now := time.Unix(1000, 0)
	e := echo{at: image.Pt(500, 500), until: now.Add(echoTime)}
	for _, c := range []struct {
		what  string
		after time.Duration
		at    image.Point
		want  bool
	}{
		{"the second half of a double tap", 150 * time.Millisecond, image.Pt(510, 490), true},
		{"another place", 150 * time.Millisecond, image.Pt(500, 800), false},
		{"just in time", 350*time.Millisecond - 1, image.Pt(500, 500), true},
		{"later", 350 * time.Millisecond, image.Pt(500, 500), false},
	} {
		if got := e.swallows(now.Add(c.after), c.at, 24); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

func TestWhatTurnsThePage(t *testing.T) {
	s := session.State{View: session.View{Screen: session.Screen{Kind: session.Search}}}
	typed, opened, sheet, page := s, s, s, s
	typed.View.Query = "C"
	opened.View.Kind = session.Item
	sheet.Sheet.Kind = session.Takeaway
	page.View.Page = 1
	if pageTurned(s, typed) || !pageTurned(s, opened) || !pageTurned(s, sheet) || !pageTurned(s, page) {
		t.Error("a letter turns no page; another screen, sheet or portion does")
	}
}
