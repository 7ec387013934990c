// Package display is the screen: the window, the fingers on it, and the layers of the pages, painted ahead and moved
// as they are. It brings events and time to kiosk/session, and nothing else decides what is
// seen. It is the only importer of Ebitengine. No frame waits for a picture of the content: a page
// opens with mat in its place, and is painted again when it has been decoded (easel.go, stage.go).
//
// The game (game.go, touch.go, plan.go, pace.go) knows no window. A surface (surface.go) owns the window, drives the game and
// shows what it has composed. With a GPU that is textures, which Ebitengine draws (textures*.go). Without one it is
// panel: the picture is drawn here (piece.go, canvas.go, rows.go), only where it differs from the last one, and
// goes to the X server through shared memory (panel*.go); where that fails, Ebitengine draws through Mesa.
//
// It reads no content and no settings from disk; the caller wires those in. What rests on inner
// workings of Ebitengine is in textures*.go and linux.go, and an end-to-end test watches it.
package display

import (
	"context"
	"image"
	"io/fs"
	"log/slog"
	"runtime/debug"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// Options are where and what to show.
type Options struct {
	Window  image.Point // px, on a desk; zero: the whole screen
	Rotate  int         // 0, 90, 180 or 270 degrees clockwise, of picture and touch alike
	First   *catalogue.Catalogue
	Content <-chan *catalogue.Catalogue        // later snapshots
	Images  fs.FS                              // bytes of the images that the snapshots name
	Zone    *time.Location                     // the centre's time zone
	Trusted func(now time.Time) bool           // reports whether the clock may be right, and be shown; nil: it always is
	Name    string                             // where the machine stands
	Proof   bool                               // pages carry the code that proves what was shown
	Panel   session.Panel                      // how large the screen is, and where
	Memory  int64                              // bytes that the program may take, but for what a picture takes while it is decoded; 0: no bound
	PIN     string                             // opens the service pages; "": there are none
	Inspect func() session.Machine             // returns what the service page shows of the machine
	Obey    func(session.Order)                // carries out an order of the service page, without delay
	Power   func(on bool)                      // switches the panel as night comes and goes; nil where nothing can
	Pulse   *Pulse                             // what a watchdog may ask
	Monitor func(on bool)                      // is called, on any goroutine, when no monitor is on any more and when one is again; nil: nothing is
	Seen    func(session.Event, session.State) // is called, on the loop's goroutine, with each event and the state after it; nil: nothing is
	Ended   func()                             // is called if the X server ends and takes the program along, without Show's return; nil: nothing is
	Script  <-chan session.State               // states to show in place of a session of its own; nil: there is one
	Log     *slog.Logger
}

// Show opens the screen and runs until ctx is done, the window is closed or no surface works. It must be called on the
// main goroutine, once.
func Show(ctx context.Context, o Options) error {
	debug.SetGCPercent(20) // bitmaps come and go: keep the heap near what lives (measured: 45 MiB to 12)
	return runOn(ctx, candidates(hasGPU()), o)
}
