package main

import (
	"fmt"
	"sync"

	"gongkai/kiosk/session"
)

// facts are what is known of the running kiosk beside its frames. Any goroutine may ask.
type facts struct {
	changed chan struct{} // receives when the screen is another one

	mu       sync.Mutex
	screen   string // the screen's name, as in the log
	item     int    // 序号, on a screen that has one
	sheet    string // over the page; "": none
	revision string // of the content; "": there is none
}

func newFacts() *facts { return &facts{changed: make(chan struct{}, 1)} }

// see notes the state after an event.
func (f *facts) see(_ session.Event, s session.State) {
	revision := ""
	if s.Catalogue != nil {
		revision = s.Catalogue.Revision
	}
	screen, item, sheet := s.View.Kind.String(), s.View.Number, s.Top().Kind.String()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.screen == screen && f.item == item && f.sheet == sheet && f.revision == revision {
		return
	}
	f.screen, f.item, f.sheet, f.revision = screen, item, sheet, revision
	select {
	case f.changed <- struct{}{}:
	default: // the one before has not been read yet
	}
}

// line returns what systemctl status shows.
func (f *facts) line() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	line := "revision " + shortRevision(f.revision) + ", screen " + f.screen
	if f.item > 0 {
		line += fmt.Sprint(" ", f.item)
	}
	if f.sheet != "" {
		line += ", sheet " + f.sheet
	}
	return line
}
