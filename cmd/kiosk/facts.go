package main

import (
	"fmt"
	"maps"
	"os"
	"sync"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/display"
	"gongkai/kiosk/session"
	"gongkai/kiosk/store"
)

// facts are what is known of the running kiosk beside its frames: for systemd, kiosk status and the metrics. Any goroutine may
// ask.
type facts struct {
	changed chan struct{} // receives when the screen is another one
	started time.Time
	session string // what the window lies on
	pulse   *display.Pulse

	mu       sync.Mutex
	screen   string    // the screen's name, as in the log
	item     int       // 序号, on a screen that has one
	sheet    string    // over the page; "": none
	revision string    // of the content; "": there is none
	clock    bool      // is trusted
	loaded   time.Time // when the content was
	panel    string    // how the power hook switched the panel last, on or off; "": it was not called
	settings []diag.Problem
	content  []diag.Problem
	slides   map[string]uint64 // how often a slide began, by its name
	slide    session.Screen
	touches  touches
}

func newFacts(pulse *display.Pulse, settings []diag.Problem, desk bool) *facts {
	return &facts{changed: make(chan struct{}, 1), started: time.Now(), session: sessionKind(desk), pulse: pulse, settings: settings,
		slides: map[string]uint64{}, screen: session.Preparing.String()}
}

// sessionKind returns what the window lies on.
func sessionKind(desk bool) string {
	switch {
	case desk:
		return "window"
	case os.Getenv("WAYLAND_DISPLAY") != "": // of a compositor such as cage, through Xwayland
		return "wayland"
	}
	return "x11"
}

// see notes an event and the state after it.
func (f *facts) see(e session.Event, s session.State) {
	revision := ""
	if s.Catalogue != nil {
		revision = s.Catalogue.Revision
	}
	screen, item, sheet := s.View.Kind.String(), s.View.Number, s.Top().Kind.String()
	f.mu.Lock()
	defer f.mu.Unlock()
	f.clock = s.Clock
	f.touches.advance(s.Now, f.pulse.Frames().Missed)
	if _, ok := e.(session.Press); ok {
		f.touches.count(screen)
	}
	if s.View.Kind == session.Attract && s.View.Screen != f.slide {
		f.slides[slideName(s)]++
	}
	f.slide = s.View.Screen
	if f.screen == screen && f.item == item && f.sheet == sheet && f.revision == revision {
		return
	}
	if f.revision != revision {
		f.loaded = time.Now()
	}
	f.screen, f.item, f.sheet, f.revision = screen, item, sheet, revision
	f.change()
}

// change reports that what systemctl status shows is another.
func (f *facts) change() {
	select {
	case f.changed <- struct{}{}:
	default: // the one before has not been read yet
	}
}

// touches counts by screen how often a finger is put down. What residents touch is published once an hour, so that no
// visitor's way can be seen.
type touches struct {
	now       map[string]uint64
	published map[string]uint64
	missed    uint64 // how often on nothing, as published
	hour      time.Time
}

func (t *touches) count(screen string) {
	if t.now == nil {
		t.now = map[string]uint64{}
	}
	t.now[screen]++
}

// advance publishes the counts if another hour has begun.
func (t *touches) advance(now time.Time, missed uint64) {
	if hour := now.Truncate(time.Hour); !hour.Equal(t.hour) {
		t.hour, t.published, t.missed = hour, maps.Clone(t.now), missed
	}
}

// setContent notes what is wrong with the content, and returns all problems and the revision.
func (f *facts) setContent(c *catalogue.Catalogue, problems []diag.Problem) (revision string, all []diag.Problem) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.content = problems
	if c != nil {
		revision = c.Revision
	}
	return revision, f.problems()
}

// problems returns all problems. The caller holds mu.
func (f *facts) problems() []diag.Problem {
	return append(append([]diag.Problem{}, f.settings...), f.content...)
}

// noted returns a power switch that notes how the panel is switched; nil if there is none.
func (f *facts) noted(power func(on bool)) func(on bool) {
	if power == nil {
		return nil
	}
	return func(on bool) {
		f.mu.Lock()
		f.panel = "off"
		if on {
			f.panel = "on"
		}
		f.mu.Unlock()
		power(on)
	}
}

// noScreen is printed while no monitor is on.
const noScreen = "没有接屏幕，或屏幕没有开"

// line returns what systemctl status shows.
func (f *facts) line() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	line := ""
	if f.pulse.Unplugged() {
		line = noScreen + "；"
	}
	line += "revision " + shortRevision(f.revision) + ", screen " + f.screen
	if f.item > 0 {
		line += fmt.Sprint(" ", f.item)
	}
	if f.sheet != "" {
		line += ", sheet " + f.sheet
	}
	return line
}

// watcher returns what is to be called with each snapshot: facts and flight note what is wrong.
func (f *facts) watcher(conf config, box *flight) func(store.Snapshot) {
	return func(snap store.Snapshot) {
		revision, all := f.setContent(snap.Catalogue, conf.placed(snap.Problems))
		var lines []string
		for _, p := range all {
			lines = append(lines, p.String())
		}
		box.setContent(revision, lines)
	}
}
