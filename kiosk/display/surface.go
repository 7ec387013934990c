package display

import (
	"context"
	"errors"
	"image"
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

// A way is a surface that may work on this machine.
type way struct {
	lacks string // what the log reports when it doesn't
	open  func(Options) (surface, error)
}

// waysToGlass lists the surfaces in the order in which they are tried. With a GPU GL is the best one, but its driver
// may turn out to be broken; without one Mesa would take ten times as long as the X server's own copy.
func waysToGlass(gpu bool) []way {
	gl := way{"GL", func(o Options) (surface, error) { return newTextures(gpu, o), nil }}
	shared := way{"shared memory", func(o Options) (surface, error) { return openPanel(o) }}
	if gpu {
		return []way{gl, shared}
	}
	return []way{shared, gl}
}

// runOn runs the game on the first surface that works.
func runOn(ctx context.Context, ways []way, o Options) error {
	var g *game
	var failed []error
	for _, w := range ways {
		s, err := w.open(o)
		if err == nil {
			if g == nil {
				g = newGame(o, s, time.Now)
			} else {
				g.use(s)
			}
			err = g.run(ctx)
		}
		if err == nil {
			return nil
		}
		o.Log.Warn("screen without "+w.lacks, "error", err)
		failed = append(failed, err)
	}
	return errors.Join(failed...)
}
