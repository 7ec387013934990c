// Package display is the screen: Ebitengine's window, the fingers on it, and the
// layers of the pages, painted ahead, uploaded once and moved as they are. It
// brings events and time to kiosk/session, and nothing else decides what is
// seen. It is the only importer of Ebitengine. No frame waits for a picture of the content: a page
// opens with mat in its place, and is painted anew when it has been decoded (easel.go, stage.go).
//
// With a GPU Ebitengine draws and presents. Without one the window, the fingers and the
// loop are Ebitengine's still, but the picture is drawn here (piece.go, canvas.go, rows.go) and goes to the X server
// through shared memory (panel_x11.go); where that can't be, Ebitengine draws it through Mesa.
//
// It reads no content and no settings from disk; the caller wires those in. What rests on inner
// workings of Ebitengine stands in present.go, window_x11.go and software.go, and an end-to-end test watches it.
package display

import (
	"context"
	"errors"
	"image"
	"io/fs"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// Options say where and what to show.
type Options struct {
	Window  image.Point // px, on a desk; zero: the whole screen
	Rotate  int         // 0, 90, 180 or 270 degrees clockwise, of picture and touch alike
	First   *catalogue.Catalogue
	Content <-chan *catalogue.Catalogue // later snapshots
	Images  fs.FS                       // bytes of the images that the snapshots name
	Zone    *time.Location              // the centre's time zone
	Floor   time.Time                   // before it the machine's clock is wrong, and isn't shown
	Name    string                      // where the machine stands
	Proof   bool                        // pages carry the code that proves what was shown
	Panel   session.Panel               // how large the screen is, and where
	Power   func(on bool)               // switches the panel as night comes and goes; nil where nothing can
	Log     *slog.Logger
}

// Show opens the screen and runs until ctx is done, the desk's window is closed
// or Ebitengine fails. It must be called on the main goroutine, once.
func Show(ctx context.Context, o Options) error {
	debug.SetGCPercent(20) // bitmaps come and go: keep the heap near what lives (measured: 45 MiB to 12)
	gpu := hasGPU()
	p, size := direct(gpu, o.Window, o.Log), o.Window
	switch {
	case p != nil:
		size = p.size
	case size == (image.Point{}):
		size = screenSize()
	}
	prepareEnvironment(!gpu && p == nil)
	g := newGame(o, gpu, size, p)
	defer func() { g.stage.easel.close() }()
	g.stop = ctx.Done()
	g.begun = make(chan struct{})
	g.early = make(chan struct{})
	go g.drawEarly()
	go knock(g.begun, scheduleFrame)
	context.AfterFunc(ctx, scheduleFrame)
	go g.forwardContent(ctx, o.Content)

	sleepBetweenEvents()
	ebiten.SetWindowTitle("公开")
	if o.Window == (image.Point{}) {
		ebiten.SetCursorMode(ebiten.CursorModeHidden)
		ebiten.SetFullscreen(true)
		size = nudgeWindow(size)
	}
	if size != (image.Point{}) {
		ebiten.SetWindowSize(size.X, size.Y)
	}
	err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{X11ClassName: "kiosk", X11InstanceName: "kiosk", DisableHiDPI: true})
	if errors.Is(err, ebiten.Termination) {
		return nil
	}
	return err
}
