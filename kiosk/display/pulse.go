package display

import (
	"errors"
	"fmt"
	"image"
	"sync"
	"time"
)

// Pulse is what a watchdog asks of a running screen: whether its loop turns, and whether what is due is on the glass.
// Any goroutine may ask, and never waits for the loop. Times are those of a clock that isn't set: time.Now with its
// monotonic reading. The zero Pulse belongs to a screen that isn't open yet.
type Pulse struct {
	mu        sync.Mutex
	wake      func() // schedules a frame
	asks      bool   // a question waits for the loop
	unplugged bool   // no monitor is on
	vital     vital
	frames    Frames
}

// vital is what is known of the loop.
type vital struct {
	asked    time.Time // when it was asked to turn
	answered time.Time // when it last turned on being asked, and the window was seen
	owed     time.Time // since when a change waits to be presented; zero: none does
}

// Frames are what has been presented so far.
type Frames struct {
	Shown    uint64
	Late     uint64      // frames of a movement that were presented more than a frame's time after they were due
	Last     time.Time   // when the last one was presented, by the wall clock; zero: none was
	Revision string      // of the content in it
	Size     image.Point // its size as it is read, px
	Stuck    uint64      // contacts that did not move for a minute and are ignored
	Missed   uint64      // fingers put down on nothing
}

// overdue is how long a change may wait to be presented.
const overdue = 10 * time.Second

// alive reports whether the loop has answered the last question, and no change waits for too long.
func (v vital) alive(now time.Time) bool {
	return v.turns() && (v.owed.IsZero() || now.Sub(v.owed) < overdue)
}

// turns reports whether the loop has answered the last question.
func (v vital) turns() bool { return !v.asked.IsZero() && !v.answered.Before(v.asked) }

// Ask wakes the loop, which looks for its window and for what is seen in it. A screen at rest draws nothing for that.
func (p *Pulse) Ask(now time.Time) {
	p.mu.Lock()
	p.vital.asked, p.asks = now, true
	wake := p.wake
	p.mu.Unlock()
	if wake != nil {
		wake()
	}
}

// Alive reports whether the loop has turned since it was asked, has presented a frame that is seen, and owes none. While no
// monitor is on none can be seen: then it reports whether the loop turns.
func (p *Pulse) Alive(now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.unplugged {
		return p.vital.turns()
	}
	return p.frames.Shown > 0 && p.vital.alive(now)
}

// Unplugged reports whether no monitor is on.
func (p *Pulse) Unplugged() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.unplugged
}

// plug notes whether a monitor is on, and reports whether that is new. What is owed counts from when one is on again.
func (p *Pulse) plug(now time.Time, on bool) (changed bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.unplugged != on {
		return false
	}
	p.unplugged = !on
	if !p.vital.owed.IsZero() {
		p.vital.owed = now
	}
	return true
}

// Frames returns what has been presented so far.
func (p *Pulse) Frames() Frames {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.frames
}

// attach gives the pulse the way to wake the loop.
func (p *Pulse) attach(wake func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wake = wake
}

// take reports whether the loop has been asked since the last call.
func (p *Pulse) take() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	asks := p.asks
	p.asks = false
	return asks
}

// answer notes that the loop has turned and that its window is seen.
func (p *Pulse) answer(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.vital.answered = now
}

// owe notes that a change waits to be presented.
func (p *Pulse) owe(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.vital.owed.IsZero() {
		p.vital.owed = now
	}
}

// present notes that a frame has been presented: all that was owed.
func (p *Pulse) present(now time.Time, revision string, size image.Point, late bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.vital.owed = time.Time{}
	f := &p.frames
	f.Shown++
	f.Last, f.Revision, f.Size = now, revision, size
	if late {
		f.Late++
	}
}

// count adds contacts that are stuck, and fingers that missed every target.
func (p *Pulse) count(stuck, missed int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.frames.Stuck += uint64(stuck)
	p.frames.Missed += uint64(missed)
}

// presented notes a frame that has been presented.
func (g *game) presented(now time.Time) {
	late := !g.beat.IsZero() && now.Sub(g.beat) > frameTime
	revision := ""
	if c := g.state.Catalogue; c != nil {
		revision = c.Revision
	}
	g.Pulse.present(g.clock(), revision, g.pageSize(), late)
}

// plugged notes whether a monitor is on. Any goroutine may call it.
func (g *game) plugged(on bool) {
	if g.Pulse.plug(g.clock(), on) && g.Monitor != nil {
		g.Monitor(on)
	}
}

// answer answers the watchdog once a compositor has answered too, unless look returns why the screen isn't seen, which is logged once.
func (g *game) answer(look func() error) {
	if !g.Pulse.take() {
		return
	}
	err := look()
	if err == nil {
		err = g.compositor.ask(func() { g.Pulse.answer(g.clock()) })
	}
	switch why := reason(err); {
	case err == nil:
		g.unseen = ""
	case g.unseen != why:
		g.unseen = why
		g.Log.Warn("the screen is not seen", "error", err)
	}
}

// reason returns an error's text; of an X server's error, which counts its requests, the kind alone.
func reason(err error) string {
	var x interface{ SequenceId() uint16 } // xgb.Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &x):
		return fmt.Sprintf("%T", x)
	}
	return err.Error()
}
