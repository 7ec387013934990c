package display

import (
	"context"
	"image"
	"image/color"
	"runtime/debug"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/gesture"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// game is what Ebitengine drives: Update brings time and fingers, Draw says
// whether anything has changed, DrawFinalScreen puts the layers where they are.
type game struct {
	Options
	gpu     bool
	stop    <-chan struct{}
	begun   chan struct{} // closed by the first Update of a window that is open; nil from then on
	content chan *catalogue.Catalogue

	window       image.Point // the panel, px
	layoutHeight float64
	odd          bool

	state  session.State
	stage  *stage
	shown  *page.Page // what the state shows
	from   *page.Page // what was seen before a movement
	hand   gesture.Hand
	glide  gesture.Glide
	roll   bool // the page glides by itself
	press  press
	echo   echo
	button bool // the mouse's is down

	changed bool // this frame is to be presented
	behind  bool // the next one, which need not be, is to get ready what may be wanted next
	free    bool // frames follow the panel (runFreely)
	frames  int
	step    time.Time // of the progress marks that are drawn
	timer   *time.Timer
	beat    time.Time // when the next moving frame is due
	quiet   *time.Timer
	dot     *ebiten.Image

	panel  *panel // nil: Ebitengine presents
	early  chan struct{}
	canvas canvas // what the panel shows
}

func newGame(o Options, gpu bool, size image.Point, p *panel) *game {
	g := &game{Options: o, gpu: gpu, panel: p, content: make(chan *catalogue.Catalogue, 1), window: size}
	now := g.now()
	g.state = session.Start(now, !now.Before(o.Floor))
	g.state.Panel, g.state.Proof, g.state.Name = o.Panel, o.Proof, o.Name
	g.mount()
	if o.First != nil {
		g.happen(now, session.Content{Catalogue: o.First})
	}
	if g.Power != nil && g.state.View.Kind != session.Night {
		g.Power(true) // whoever ran before may have switched it off
	}
	g.timer = time.AfterFunc(time.Hour, scheduleFrame)
	g.rest()
	if size != (image.Point{}) {
		g.hand.Slop = page.Px(g.pageSize(), dragSlop)
		g.settle() // lay out and have painted while the window opens
	}
	return g
}

// rest makes the timer of quiet moments, for the painter of now: it runs beside the frames.
func (g *game) rest() {
	painter := g.stage.easel.painter
	g.quiet = time.AfterFunc(time.Hour, func() {
		debug.FreeOSMemory()
		painter.Rest()
	})
}

// now is the time on the wall. Go's reading beside it, which runs on evenly, is left out,
// or nobody would notice when the clock is set; what is under way then is session's to mend.
func (g *game) now() time.Time { return time.Now().In(g.Zone).Round(0) }

// dragSlop is how far a finger may stray, in u, before it drags (docs/design/README.md section 7).
const dragSlop = 24

// forwardContent has each new snapshot wake the loop.
func (g *game) forwardContent(ctx context.Context, in <-chan *catalogue.Catalogue) {
	for {
		select {
		case <-ctx.Done():
			return
		case c := <-in:
			select {
			case g.content <- c:
				scheduleFrame()
			case <-ctx.Done():
				return
			}
		}
	}
}

// pageSize is the panel's as the reader sees it, rotation undone.
func (g *game) pageSize() image.Point {
	if g.Rotate%180 != 0 {
		return image.Pt(g.window.Y, g.window.X)
	}
	return g.window
}

// resize follows the panel or the desk's window.
func (g *game) resize(size image.Point) {
	if size == g.window || size.X < 1 || size.Y < 1 {
		return
	}
	g.window = size
	g.stage.size = g.pageSize()
	g.refit()
	g.hand.Slop = page.Px(g.pageSize(), dragSlop)
	g.from = nil
	g.mean(g.now(), g.hand.Cancel())
	g.settle()
}

// Update brings in what has happened since the last frame.
func (g *game) Update() error {
	g.begin()
	if g.ended() {
		return ebiten.Termination
	}
	g.adopt()
	now := g.now()
	select {
	case c := <-g.content:
		g.happen(now, session.Content{Catalogue: c})
	default:
	}
	if !g.state.Clock && !now.Before(g.Floor) {
		g.happen(now, session.ClockTrusted{})
	}
	if at, ok := session.Next(g.state); ok && !now.Before(at) || now.Before(g.state.Now) {
		g.happen(now, session.Tick{}) // at once too when the clock is set back
	}
	g.touch(now)
	g.coast(now)
	g.settle()
	g.notice(now)
	if err := g.show(now); err != nil {
		return err
	}
	g.getAhead(now)
	g.wake(now)
	return nil
}

// begin notes that the window is open, which Ebitengine sees to behind the first frame.
func (g *game) begin() {
	if g.begun != nil && g.frames > 0 {
		close(g.begun)
		g.begun = nil
	}
}

// ended says whether to stop: asked from outside or, on a desk, by Esc.
func (g *game) ended() bool {
	select {
	case <-g.stop:
		return true
	default:
	}
	return g.Options.Window != (image.Point{}) && inpututil.IsKeyJustPressed(ebiten.KeyEscape)
}

// log says what is shown; what a resident types or has chosen is nobody's business.
func (g *game) log() {
	v := g.state.View
	g.Log.Info("screen", "name", v.Kind.String(), "item", v.Number, "category", v.Category, "notice", v.Notice, "sheet", g.state.Top().Kind.String())
}

// happen takes an event into the state and notes what it changed.
func (g *game) happen(now time.Time, e session.Event) {
	before := g.state
	if now.Before(g.state.Now) { // the clock was set back: what is timed would go on as long
		g.roll, g.echo = false, echo{}
		if g.press.restless() {
			g.press.drop()
			g.press, g.changed = press{}, true
		}
	}
	g.state = session.Step(g.state, now, e)
	if seen, was := g.state.Face(), before.Face(); seen != was {
		g.changed = true
		if seen.View.Screen != was.View.Screen || seen.Sheet.Kind != was.Sheet.Kind {
			g.log()
			g.roll = false
			g.stage.retry()
		}
		if asleep := seen.View.Kind == session.Night; g.Power != nil && asleep != (was.View.Kind == session.Night) {
			g.Power(!asleep)
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
		g.press.then = nil                               // of content that is gone
		time.AfterFunc(time.Second, g.state.Index.Build) // long before anybody has typed, and not while the window opens
	}
}

// settle makes the state's page the shown one. Tiles that are seen are waited
// for, since a hole would be worse than a late frame; the finger that opened the page has given
// the easel its time before. Pictures are not: they come when they are decoded.
func (g *game) settle() {
	p := g.stage.page(g.state)
	if p.Scroll.Pill != nil && p.View.Scroll != g.state.View.Scroll && !g.roll && !g.state.Holding {
		p = g.stage.rest(g.state)
	}
	if p != g.shown {
		g.shown, g.changed = p, true
		g.step = time.Time{}
	}
	if limit := p.Scroll.Max; g.state.View.Scroll > limit {
		g.state = session.Step(g.state, g.state.Now, session.Scroll{To: limit})
		g.changed = true
	}
	if !g.ready() {
		g.stage.prepare(g.seen())
		return
	}
	if len(g.stage.missing(g.seen())) > 0 {
		g.stage.finish(g.seen())
		g.changed = true
	}
}

// seen is what the reader sees of the shown page.
func (g *game) seen() need { return need{page: g.shown, scroll: g.state.View.Scroll} }

// turning says whether one page is giving way to another.
func (g *game) turning(now time.Time) bool {
	m := g.state.Motion
	return m.Kind != session.Still && now.Before(m.Since.Add(m.Kind.Duration()))
}

// moving says whether anything is under way.
func (g *game) moving(now time.Time) bool {
	return g.turning(now) || g.roll || g.press.fading(now)
}

// notice decides whether this frame is to be shown.
func (g *game) notice(now time.Time) {
	if at := g.stepAt(now); at != g.step {
		g.step, g.changed = at, true
	}
	if g.moving(now) || g.press.restless() {
		g.changed = true
	}
	for _, layer := range g.stage.renewals() {
		g.canvas.forget(layer)
		g.changed = true
	}
}

// getAhead uses frames that need not be presented any more to get ready what may be wanted next.
func (g *game) getAhead(now time.Time) {
	g.behind = g.begun != nil || g.changed && !g.roll
	if g.behind || g.turning(now) {
		return // layout and uploads would hold this frame up
	}
	g.stage.collect()
	g.stage.prepare(g.ahead()...)
	if g.stage.sweep() {
		g.quiet.Reset(time.Second)
	}
}

// ahead is what is seen, and may be wanted next: a margin around what is read, the page under the finger, the next slide.
func (g *game) ahead() []need {
	here := g.seen()
	here.margin = g.shown.Scroll.Viewport.Dy() / 2
	needs := []need{g.seen(), here}
	if then := g.press.then; then != nil {
		needs = append(needs, need{page: g.stage.page(*then), scroll: then.View.Scroll})
		g.stage.page(g.state) // stays the most recently used
	} else if g.state.View.Kind == session.Attract && !g.state.Holding {
		needs = append(needs, need{page: g.stage.page(session.NextSlide(g.state))})
		g.stage.page(g.state) // stays the most recently used
		g.stage.keep(2)       // nobody goes back from here
	}
	return needs
}

// stepAt is the moment that the progress marks show: a step a second, or every two where a frame costs CPU.
func (g *game) stepAt(now time.Time) time.Time {
	if g.shown.Ticks == nil {
		return time.Time{}
	}
	return g.state.SlideAt.Add(now.Sub(g.state.SlideAt).Truncate(g.tickStep()))
}

func (g *game) tickStep() time.Duration {
	if g.gpu {
		return time.Second
	}
	return 2 * time.Second
}

// Frames a second: in answer to a finger, and unattended without a GPU.
const (
	attended   = time.Second / 60
	unattended = time.Second / 30
)

// wake has the next frame come when it is due, and none before.
func (g *game) wake(now time.Time) {
	moving := g.moving(now)
	if g.gpu && moving != g.free {
		g.free = moving
		runFreely(moving)
	}
	if moving {
		g.beat = beat(g.beat, now, g.pace())
		g.timer.Reset(time.Until(g.beat))
		return
	}
	at, ok := session.Next(g.state)
	if !ok {
		at = now.Add(time.Hour)
	}
	if g.shown.Ticks != nil && !g.state.Holding {
		if step := g.step.Add(g.tickStep()); step.Before(at) {
			at = step
		}
	}
	if soon := now.Add(attended); g.state.Holding && soon.Before(at) {
		at = soon // the word that the finger has left may come behind the frame that it woke
	}
	if g.behind || len(g.stage.renewed) > 0 {
		at = now
	}
	g.timer.Reset(time.Until(at))
}

// beat is when the next moving frame is due: a pace after the last one was, so that waking late does not
// add up; a pace from now where that is over, or was not yet due.
func beat(last, now time.Time, pace time.Duration) time.Time {
	next := last.Add(pace)
	if next.After(now) && !last.After(now) {
		return next
	}
	return now.Add(pace)
}

func (g *game) pace() time.Duration {
	if g.gpu || g.state.Motion.Kind != session.Slide {
		return attended
	}
	return unattended
}

// Draw draws nothing: the layers go straight into the screen.
func (g *game) Draw(offscreen *ebiten.Image) {
	if g.changed && g.panel == nil {
		markChanged(offscreen)
	}
}

// lead begins a movement one frame in, or its first frame would show nothing.
const lead = attended

// DrawFinalScreen draws the whole screen, from the back to the front.
func (g *game) DrawFinalScreen(screen ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	if g.panel != nil {
		g.lost()
		return
	}
	if g.dot == nil {
		g.dot = ebiten.NewImage(1, 1)
		g.dot.Fill(color.White)
		g.settle()
	}
	g.changed = false
	gl := glass{FinalScreen: screen, size: g.pageSize(), rotate: g.Rotate, copied: g.frames > 0, dot: g.dot}
	for _, p := range motion.Compose(g.scene(g.now())) {
		g.put(gl, p)
	}
	g.frames++
}

func (g *game) scene(now time.Time) motion.Scene {
	s := motion.Scene{Page: g.shown, Scroll: g.state.View.Scroll, Now: now.Add(lead)}
	if g.from != nil {
		s.From, s.Motion = g.from, g.state.Motion
	}
	if g.shown.Ticks != nil {
		s.Progress = session.Progress(g.state, g.step)
	}
	return s
}

// put draws one placed thing, and over it the target that is pressed in it.
func (g *game) put(gl glass, p page.Placed) {
	if p.Layer == nil {
		gl.solid(p.Rect, p.Theme, p.Ink, p.Alpha)
		return
	}
	tiles(p.Layer, p.Clip.Sub(p.Move), func(at image.Point, rect image.Rectangle) {
		if img := g.stage.tiles[tileKey{layer: p.Layer.Hash, at: at}].img; img != nil {
			gl.picture(img, rect.Add(p.Move), p.Clip, p.Alpha, p.Layer.Ground != page.None)
		}
	})
	if alpha := g.press.alpha(p.Layer, g.now()); alpha > 0 {
		gl.picture(g.press.img.img, g.press.rect.Add(p.Move), p.Clip, alpha*p.Alpha, p.Layer.Ground != page.None)
	}
}
