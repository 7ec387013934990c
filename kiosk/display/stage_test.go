package display

import (
	"image"
	"testing"
	"time"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Of a body that is read from end to end only what is near the reader is kept, and
// nothing that was painted ahead is dropped before it is reached.
func TestLongBodyIsNotKeptWhole(t *testing.T) {
	const screen, long = 1500, 400_000
	body := &page.Layer{Bounds: image.Rect(0, 100, 40, long), Ground: page.Paper, Scrolls: true, Hash: 1}
	head := &page.Layer{Bounds: image.Rect(0, 0, 40, 100), Ground: page.Paper, Hash: 2}
	p := &page.Page{
		Theme: &page.Normal, Layers: []*page.Layer{head, body},
		Scroll: page.Scroll{Viewport: image.Rect(0, 100, 40, 100+screen), Max: long - 100 - screen},
	}
	s := newStage(&sheet{})
	defer s.easel.close()
	s.pages = []*laid{{page: p}}
	most := 1 + (3*screen+2*tileSize.Y-1)/tileSize.Y // the head; a screen, one above, one below, and two cut tiles
	for y := 0; y < p.Scroll.Max; y += 1100 {
		s.pages[0].scroll = y
		ahead := need{page: p, scroll: y, margin: screen / 2}
		s.finish(ahead)
		s.sweep()
		if n := len(s.tiles); n > most {
			t.Fatalf("at %d px %d tiles are kept, more than %d", y, n, most)
		}
		if jobs := s.missing(ahead); len(jobs) > 0 {
			t.Fatalf("at %d px %d tiles were dropped that are wanted", y, len(jobs))
		}
	}
}

// A page is laid out once for all its seconds, makes room for itself at the next minute,
// and keeps the page that Back leads to.
func TestPagesAreKept(t *testing.T) {
	st := browsing(t)
	s := newStage(&sheet{})
	s.size = image.Pt(270, 480)
	defer s.easel.close()
	home := s.page(st)
	item := session.Step(st, st.Now, session.Open{Screen: session.Screen{Kind: session.Item, Number: 2}})
	first := s.page(item)
	if later := session.Step(item, item.Now.Add(time.Second), session.Tick{}); s.page(later) != first {
		t.Error("a second later the page is another")
	}
	for range 5 {
		item.Now = item.Now.Add(time.Minute)
		s.page(item)
	}
	if s.page(item) == first {
		t.Error("five minutes later the page is the same")
	}
	if len(s.pages) != 2 || s.page(st) != home {
		t.Errorf("%d pages are kept, or home isn't one of them", len(s.pages))
	}
}
