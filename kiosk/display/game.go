package display

import (
	"context"
	"image"
	"runtime/debug"
	"sync"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// game is what the surface drives: update applies time and fingers to the session's state, scene returns what
// is to be seen of it, plan gets ready what may be wanted next and returns when the next frame is due.
type game struct {
	Options
	surface  surface // written under mu
	mu       sync.Mutex
	clock    func() time.Time
	content  chan *catalogue.Catalogue
	scripted chan session.State

	read   time.Time   // the clock's last reading, with Go's monotonic one
	window image.Point // px
	state  session.State
	stage  *stage
	shown  *page.Page // the state's
	from   *page.Page // what was seen before a movement
	finger finger

	changed bool      // the surface has to show a frame
	step    time.Time // which the progress marks show
	pace    pace
	beat    time.Time   // when the next frame of a movement is due; zero: nothing moves
	unseen  string      // why the watchdog was not answered, as it was logged
	quiet   *time.Timer // returns memory to the system
	power   power

	compositor *compositor // behind the X server; nil: none is
}

func newGame(o Options, s surface, clock func() time.Time) *game {
	g := &game{Options: o, clock: clock, content: make(chan *catalogue.Catalogue, 1), scripted: make(chan session.State, 1)}
	if g.Pulse == nil {
		g.Pulse = new(Pulse)
	}
	now := g.now()
	g.state = session.Start(now, o.trusts(now))
	g.state.Panel, g.state.Proof, g.state.Name, g.state.PIN = o.Panel, o.Proof, o.Name, o.PIN
	g.use(s)
	g.Pulse.attach(g.wake)
	if o.First != nil {
		g.apply(now, session.Content{Catalogue: o.First})
	}
	if g.Power != nil && g.state.View.Kind != session.Night {
		g.Power(true) // a run before this one may have switched it off
	}
	return g
}

// use begins anew on a surface.
func (g *game) use(s surface) {
	if g.stage != nil {
		g.stage.easel.close()
		g.quiet.Stop()
	}
	if g.state.Holding { // the finger that was down is lifted from another window, if at all
		g.apply(g.now(), session.Lift{})
	}
	g.mu.Lock()
	g.surface = s
	g.mu.Unlock()
	g.window = image.Point{}
	g.shown, g.from, g.finger = nil, nil, finger{}
	g.pace = pace{rates: s.traits().rates}
	g.power.minute = time.Time{}
	g.stage = newStage(s)
	painter := g.stage.easel.painter
	painter.Pictures = g.Images
	g.quiet = time.AfterFunc(idle, func() {
		debug.FreeOSMemory()
		painter.Release()
	})
}

// run runs the game on its surface.
func (g *game) run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer func() { g.stage.easel.close() }()
	go watchClock(ctx, g.surface.wake)
	return g.surface.run(ctx, g)
}

// forwardContent wakes the surface for each new snapshot, on whichever surface the game runs.
func (g *game) forwardContent(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case c := <-g.Content:
			select {
			case g.content <- c:
				g.wake()
			case <-ctx.Done():
				return
			}
		}
	}
}

// wake schedules a frame on the present surface. Any goroutine may call it.
func (g *game) wake() {
	g.mu.Lock()
	s := g.surface
	g.mu.Unlock()
	s.wake()
}

// now returns the wall clock's time without Go's monotonic reading, which would hide that the clock has been set.
func (g *game) now() time.Time { return g.clock().In(g.Zone).Round(0) }

// pageSize returns the window's size as the reader sees it, rotation undone.
func (g *game) pageSize() image.Point {
	if g.Rotate%180 != 0 {
		return image.Pt(g.window.Y, g.window.X)
	}
	return g.window
}

// leastSize is the smallest side of a window, px, that pages are laid out for.
const leastSize = 240

// resize follows the window. One that is next to nothing, as when the monitor is switched off, changes nothing.
func (g *game) resize(size image.Point) {
	if size == g.window || min(size.X, size.Y) < leastSize {
		return
	}
	g.window = size
	g.stage.size = g.pageSize()
	g.stage.fit(budgetOf(g.Memory, size))
	if g.Memory > 0 {
		debug.SetMemoryLimit(heapLimit(g.Memory, size))
	}
	g.surface.resize(size)
	g.finger.hand.Slop = page.Px(g.pageSize(), dragSlop)
	g.from = nil
	g.dropFingers()
	g.showPage()
}

// update applies what has happened since the last frame. Whether the clock can be trusted comes first: nothing
// may be decided by a wrong time.
func (g *game) update(now time.Time, contacts []contact) {
	if g.Script != nil {
		g.follow(now)
		return
	}
	g.followClock(now)
	g.judgeClock(now)
	select {
	case c := <-g.content:
		g.apply(now, session.Content{Catalogue: c})
	default:
	}
	if at, ok := session.Next(g.state); ok && !now.Before(at) || now.Before(g.state.Now) {
		g.apply(now, session.Tick{}) // at once too when the clock is set back
	}
	g.touch(now, contacts)
	g.glide(now)
	g.showPage()
	g.markChanged(now)
	g.switchPanel(now)
}

// setTolerance is how far the clock may stray from the time that has passed between two frames: servers correct it in small steps.
const setTolerance = 200 * time.Millisecond

// followClock notices that the clock was set since the last frame, by the monotonic one.
func (g *game) followClock(now time.Time) {
	last, read := g.read, g.clock()
	if read.Round(0).Sub(now).Abs() > setTolerance {
		return // it was set within this very frame; the next one has its time
	}
	g.read = read
	if !last.IsZero() {
		g.shiftClock(now, setBy(last, read))
	}
}

// shiftClock takes into the state that the clock was set by so much.
func (g *game) shiftClock(now time.Time, by time.Duration) {
	if by.Abs() > setTolerance {
		trusted := g.trusts(now)
		g.Log.Info("clock set", "by", by.Round(time.Second), "trusted", trusted)
		g.apply(now, session.ClockSet{By: by, Trusted: trusted})
	}
}

// setBy returns by how much the clock was set between two readings; 0 if they have no monotonic part.
func setBy(last, read time.Time) time.Duration {
	return read.Round(0).Sub(last.Round(0)) - read.Sub(last)
}

// trusts reports whether the clock may be right.
func (o Options) trusts(now time.Time) bool { return o.Trusted == nil || o.Trusted(now) }

// judgeClock distrusts a clock that can't be right, at the start or when it is set wrong later.
func (g *game) judgeClock(now time.Time) {
	switch trusted := g.trusts(now); {
	case trusted && !g.state.Clock:
		g.Log.Info("clock trusted", "now", now)
		g.apply(now, session.ClockTrusted{})
	case !trusted && g.state.Clock:
		g.Log.Warn("clock not trusted", "now", now)
		g.apply(now, session.ClockDoubted{})
	}
}

// logScreen logs what is shown. What a resident types or has chosen stays out of the log.
func (g *game) logScreen() {
	v := g.state.View
	g.Log.Info("screen", "name", v.Kind.String(), "item", v.Number, "category", v.Category, "notice", v.Notice, "sheet", g.state.Top().Kind.String())
}

// apply takes an event into the state and notes what it has changed.
func (g *game) apply(now time.Time, e session.Event) {
	before := g.state
	if now.Before(g.state.Now) { // the clock was set back: what is timed would last as much longer
		g.changed = g.finger.stop() || g.changed
	}
	g.state = session.Step(g.state, now, e)
	if g.Seen != nil {
		g.Seen(e, g.state)
	}
	g.serve(now, before)
	if seen, was := g.state.Face(), before.Face(); seen != was {
		g.changed = true
		if seen.View.Screen != was.View.Screen || seen.Sheet.Kind != was.Sheet.Kind {
			g.logScreen()
			g.finger.rolling = false
			g.stage.retry()
		}
	}
	if g.state.Motion != before.Motion {
		g.from = nil
		if g.state.Motion.Kind != session.Still {
			g.from = g.shown
		}
		g.changed = true
	}
	if g.state.View != before.View {
		g.changed = true
	}
	if g.state.Catalogue != before.Catalogue {
		g.stage.retry()
		g.finger.press.then = nil                        // it is of the old content
		time.AfterFunc(time.Second, g.state.Index.Build) // well before a query is typed, but not while the window opens
	}
}

// showPage makes the state's page the shown one. It waits for tiles that are seen, since a hole would be worse than a late
// frame; the finger that opened the page has given the easel its time before. It doesn't wait for
// pictures of the content: they are shown when they are decoded.
func (g *game) showPage() {
	p := g.stage.page(g.state)
	if p.Scroll.Counts && p.View.Scroll != g.state.View.Scroll && !g.finger.rolling && !g.state.Holding {
		p = g.stage.layoutAgain(g.state)
	}
	fresh := p != g.shown
	if fresh {
		g.shown, g.changed = p, true
		g.step = time.Time{}
	}
	if limit := p.Scroll.Max; g.state.View.Scroll > limit {
		g.state = session.Step(g.state, g.state.Now, session.Scroll{To: limit})
		g.changed = true
	}
	if fresh && !g.finger.rolling && !g.state.Holding {
		g.scrollTo(g.state.Now, p.Scroll.Rest(g.state.View.Scroll))
	}
	if !g.surface.ready() {
		g.stage.prepare(g.seen())
		return
	}
	if len(g.stage.missing(g.seen())) > 0 {
		g.stage.finish(g.seen())
		g.changed = true
	}
}

// seen returns what the reader sees of the shown page.
func (g *game) seen() need { return need{page: g.shown, scroll: g.state.View.Scroll} }

// turning reports whether one page is giving way to another.
func (g *game) turning(now time.Time) bool {
	m := g.state.Motion
	return m.Kind != session.Still && now.Before(m.Since.Add(m.Kind.Duration()))
}

// moving reports whether anything moves.
func (g *game) moving(now time.Time) bool {
	return g.turning(now) || g.finger.rolling || g.finger.press.fading(now)
}

// markChanged decides whether this frame has to be shown for what changes by itself.
func (g *game) markChanged(now time.Time) {
	if at := g.progressStep(now); at != g.step {
		g.step, g.changed = at, true
	}
	if g.moving(now) || g.finger.press.leaving() {
		g.changed = true
	}
	for _, layer := range g.stage.renewals() {
		g.surface.forget(layer)
		g.changed = true
	}
	if g.changed {
		g.Pulse.owe(g.clock())
	}
}

// progressStep returns the moment that the progress marks show; zero on a page without any.
func (g *game) progressStep(now time.Time) time.Time {
	if g.shown.Ticks == nil {
		return time.Time{}
	}
	return g.pace.step(g.state.SlideAt, now)
}

// lead begins a movement one frame in, since its first frame would otherwise show nothing.
const lead = frameTime

// scene returns what is to be seen at a time.
func (g *game) scene(now time.Time) []page.Placed {
	s := motion.Scene{Page: g.shown, Scroll: g.state.View.Scroll, Now: now.Add(lead)}
	if g.from != nil {
		s.From, s.Motion = g.from, g.state.Motion
	}
	if g.shown.Ticks != nil {
		s.Progress = session.Progress(g.state, g.step)
	}
	return motion.Compose(s)
}
