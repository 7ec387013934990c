package display

//lint:file-ignore SA1019 Ebitengine counsels skipping draws instead, but that loop still
// wakes 60 times a second; only FPSModeVsyncOffMinimum sleeps until something happens.

import (
	"context"
	"errors"
	"image"
	"image/color"
	"sync"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// textures is the surface that Ebitengine draws with GL: on a GPU, or through Mesa's software renderer where the X server
// shares no memory. Ebitengine's window, loop and fingers belong to it.
//
// It has Ebitengine 2.10 present a frame only when something has changed. After a change it otherwise redraws and
// swaps the whole screen at the next four events too (a finger's motion, a wake-up that changes nothing), each
// 10 to 20 ms of CPU without a GPU. That rests on two inner workings of internal/ui/context.go: an offscreen whose
// size changes is made anew, and a new one is never presented before Draw has touched it. TestWithoutSharedMemory
// notices when that ends.
type textures struct {
	gpu    bool
	desk   image.Point // the size of a desk's window, px; zero: full screen
	rotate int

	game   *game
	stop   <-chan struct{}
	opened chan struct{} // closed by the first Update of a window that is open; nil from then on
	woken  chan struct{} // wakes awaitMonitor, before there is a loop

	layoutHeight float64
	odd          bool
	blank        *blanking // nil on a desk

	free    bool // frames follow the panel (runFreely)
	frames  int
	timer   *time.Timer
	dot     *ebiten.Image // one white pixel, for rectangles
	pressed bool          // the mouse's button is
	seen    *xserver      // on which the watchdog looks for the window

	mu    sync.Mutex // over notes, which attend writes
	notes notes
}

// notes are what Ebitengine doesn't report.
type notes struct {
	touches   []contact
	exposed   bool // the server has lost some of the window
	unplugged bool // no monitor is on
}

func newTextures(gpu bool, o Options) *textures {
	return &textures{gpu: gpu, desk: o.Window, rotate: o.Rotate, woken: make(chan struct{}, 1)}
}

func (t *textures) traits() traits {
	r := rates{attended: frameTime, unattended: 2 * frameTime, tick: 2 * time.Second, polls: true}
	if t.gpu {
		r.unattended, r.tick = frameTime, time.Second
	}
	return traits{uploads: true, rates: r}
}

func (t *textures) resize(image.Point)                {} // the screen's size is Ebitengine's to know
func (t *textures) forget(uint64)                     {} // a frame is always drawn whole
func (t *textures) mount(pix *image.RGBA) *image.RGBA { return pix }
func (t *textures) hang(pix *image.RGBA) sprite       { return texture{upload(pix)} }

// ready reports whether textures can be made: that needs a frame to be made in.
func (t *textures) ready() bool { return t.frames > 0 || t.dot != nil }

// light switches the monitor, unless the window is one of a desk.
func (t *textures) light(on bool) {
	if t.blank != nil {
		t.blank.light(on)
	}
}

// wake schedules a frame.
func (t *textures) wake() {
	select {
	case t.woken <- struct{}{}:
	default:
	}
	ebiten.ScheduleFrame()
}

func (t *textures) run(ctx context.Context, g *game) error {
	t.game, t.stop, t.opened = g, ctx.Done(), make(chan struct{})
	prepareEnvironment(!t.gpu, g.Log)
	if g.Ended != nil {
		whenServerEnds(g.Ended)
	}
	if t.desk == (image.Point{}) {
		if err := t.awaitMonitor(ctx); err != nil || ctx.Err() != nil {
			return err
		}
	}
	size := t.desk
	if size == (image.Point{}) {
		size = screenSize()
	}
	g.resize(size) // has the first page laid out and painted while the window opens
	t.timer = time.AfterFunc(idle, t.wake)
	defer t.timer.Stop()
	defer context.AfterFunc(ctx, t.wake)()
	go wakeUntil(ctx, t.opened, t.wake)

	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum) // a frame comes only with an event, or when it is scheduled
	ebiten.SetTPS(ebiten.SyncWithFPS)                // one Update a frame: an event is read in the frame that it wakes
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetWindowTitle(title)
	if t.desk == (image.Point{}) {
		ebiten.SetCursorMode(ebiten.CursorModeHidden)
		size = t.fullScreen(ctx, size)
		defer t.leave()
	}
	if size != (image.Point{}) {
		ebiten.SetWindowSize(size.X, size.Y)
	}
	err := ebiten.RunGameWithOptions(t, &ebiten.RunGameOptions{X11ClassName: className, X11InstanceName: className, DisableHiDPI: true})
	if errors.Is(err, ebiten.Termination) {
		return nil
	}
	return err
}

// wakeUntil wakes the loop again and again until the window is open or ctx is done. Until its second frame
// Ebitengine drops events: a wake-up of that moment, be it the carousel's or an order to end, would be
// lost, and the loop would sleep until a finger moves.
func wakeUntil(ctx context.Context, opened <-chan struct{}, wake func()) {
	again := time.NewTicker(50 * time.Millisecond)
	defer again.Stop()
	for {
		select {
		case <-opened:
			return
		case <-ctx.Done():
			return
		case <-again.C:
			wake()
		}
	}
}

// runFreely lets frames follow one another as the panel shows them for as long as something moves; it is for
// GPUs, whose swap waits for the panel.
func runFreely(on bool) {
	if on {
		ebiten.SetFPSMode(ebiten.FPSModeVsyncOn)
	} else {
		ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
	}
}

// LayoutF returns another height in turn, so that the offscreen, which nothing is
// drawn into, is new in every frame.
func (t *textures) LayoutF(w, h float64) (float64, float64) {
	t.game.resize(image.Pt(int(w), int(h)))
	t.odd = !t.odd
	t.layoutHeight = h - 1
	if t.odd {
		t.layoutHeight = h - 0.5
	}
	return w, t.layoutHeight
}

// Layout satisfies ebiten.Game; LayoutF is called in its place.
func (t *textures) Layout(w, h int) (int, int) { return w, h }

// Update drives the game.
func (t *textures) Update() error {
	t.noteOpened()
	if t.ended() {
		return ebiten.Termination
	}
	g := t.game
	if g.shown == nil { // the window has no size yet
		return nil
	}
	now := g.now()
	n := t.noted()
	if n.unplugged {
		g.dropFingers()
	}
	g.update(now, append(n.touches, t.contacts()...))
	g.changed = g.changed || n.exposed
	next := now
	if t.opened == nil {
		var moving bool
		next, moving = g.plan(now)
		if t.gpu && moving != t.free {
			t.free = moving
			runFreely(moving)
		}
	}
	g.answer(t.look)
	t.timer.Reset(time.Until(next))
	return nil
}

// noteOpened notes that the window is open, which Ebitengine sees to after the first frame.
func (t *textures) noteOpened() {
	if t.opened != nil && t.frames > 0 {
		close(t.opened)
		t.opened = nil
	}
}

// ended reports whether to stop: asked from outside or, on a desk, with Esc.
func (t *textures) ended() bool {
	select {
	case <-t.stop:
		return true
	default:
	}
	return t.desk != (image.Point{}) && inpututil.IsKeyJustPressed(ebiten.KeyEscape)
}

// Draw touches the offscreen if there is something to show, which has this frame presented. It draws nothing: the
// layers go straight to the screen.
func (t *textures) Draw(offscreen *ebiten.Image) {
	if t.game.changed {
		offscreen.SubImage(image.Rectangle{}).(*ebiten.Image).WritePixels(nil)
	}
}

// DrawFinalScreen draws the whole screen, from the back to the front.
func (t *textures) DrawFinalScreen(screen ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	g := t.game
	if t.dot == nil {
		t.dot = ebiten.NewImage(1, 1)
		t.dot.Fill(color.White)
		g.showPage()
	}
	g.changed = false
	gl := glass{FinalScreen: screen, size: g.pageSize(), rotate: t.rotate, copied: t.frames > 0, dot: t.dot}
	now := g.now()
	for _, p := range g.scene(now) {
		gl.put(p, g.stage.tiles, g.finger.press, now)
	}
	t.frames++
	g.presented(now)
}
