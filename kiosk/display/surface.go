package display

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"time"
)

// A surface owns the window: it runs the loop that brings time and fingers to the game, and shows what the
// game has composed. There are two: textures, which Ebitengine draws with GL, and panel, a picture in memory
// that is shared with the X server, without any GL.
type surface interface {
	// run opens the window and drives the game until ctx is done or the window is closed.
	run(ctx context.Context, g *game) error
	// wake schedules a frame at once. Any goroutine may call it.
	wake()
	// resize fits the surface to the window's size, px.
	resize(window image.Point)
	// mount turns a painted bitmap into the form that hang takes. Painters call it; the bitmap is its own to use.
	mount(pix *image.RGBA) *image.RGBA
	// hang makes a mounted bitmap a sprite.
	hang(pix *image.RGBA) sprite
	// ready reports whether hang can be called.
	ready() bool
	// forget has a layer drawn again in the next frame: a tile of it has been replaced.
	forget(layer uint64)
	// light switches the monitor on or off, where it can.
	light(on bool)
	// traits returns what frames and sprites cost.
	traits() traits
}

// A sprite is a bitmap in the form that its surface draws.
type sprite interface{ drop() }

// traits are what frames and sprites cost on a surface.
type traits struct {
	uploads bool // hang copies the bitmap, so it is called in quiet frames, and the bitmap can be used again
	rates   rates
}

// A candidate is a surface that may work on this machine.
type candidate struct {
	lacks string // what the log reports when it doesn't
	open  func(Options) (surface, error)
}

// candidates lists the surfaces in the order in which they are tried. With a GPU GL is the best one, but its driver
// may turn out to be broken; without one Mesa would take ten times as long as the X server's own copy.
func candidates(gpu bool) []candidate {
	gl := candidate{"GL", func(o Options) (surface, error) { return newTextures(gpu, o), nil }}
	shared := candidate{"shared memory", func(o Options) (surface, error) { return openPanel(o) }}
	if gpu {
		return []candidate{gl, shared}
	}
	return []candidate{shared, gl}
}

// ErrServerGone reports that the X server has ended, or has closed the connection: no surface works without it.
var ErrServerGone = errors.New("the X server is gone")

// errResetting is ErrServerGone while the window opens: a server that resets itself after its last client does the same.
var errResetting = fmt.Errorf("%w while the window opens", ErrServerGone)

// runOn runs the game on the first surface that works.
func runOn(ctx context.Context, surfaces []candidate, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var g *game
	try := func(c candidate) error {
		s, err := c.open(o)
		if err != nil {
			return err
		}
		if g == nil {
			g = newGame(o, s, time.Now)
			g.compositor = findCompositor(os.Getenv, o.Log)
			go g.forwardContent(ctx)
			go g.forwardScript(ctx)
		} else {
			g.use(s)
		}
		return g.run(ctx)
	}
	defer func() {
		if g != nil {
			g.compositor.close()
		}
	}()
	var failed []error
	for _, c := range surfaces {
		err := try(c)
		if errors.Is(err, errResetting) {
			o.Log.Info("the X server resets itself", "error", err)
			err = try(c)
		}
		if err == nil || errors.Is(err, ErrServerGone) {
			return err
		}
		o.Log.Warn("screen without "+c.lacks, "error", err)
		failed = append(failed, err)
	}
	return errors.Join(failed...)
}
