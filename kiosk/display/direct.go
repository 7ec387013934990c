package display

import (
	"image"
	"log/slog"
	"time"

	"gongkai/kiosk/motion"
)

// This file has the game show its picture through a panel instead of Ebitengine's frames. Where
// there is no panel, none of it does anything.

// mount begins with an empty stage, for textures or for a canvas.
func (g *game) mount() {
	var mount mounter
	if g.panel != nil {
		mount = func(pix *image.RGBA) *image.RGBA { return mounted(pix, g.Rotate) }
	}
	g.stage = newStage(g.pageSize(), scheduleFrame, mount)
	g.stage.easel.painter.Pictures = g.Images
	g.refit()
}

// refit makes the picture as large as the panel.
func (g *game) refit() {
	if g.panel == nil {
		return
	}
	if g.panel.size != g.window {
		if err := g.panel.resize(g.window); err != nil {
			g.leave(err)
			return
		}
	}
	g.canvas = canvas{pic: g.panel.picture(), size: g.pageSize(), rotate: g.Rotate}
}

// adopt takes the window over once there is one, before the first frame.
func (g *game) adopt() {
	if g.panel == nil {
		return
	}
	if err := g.panel.adopt(); err != nil {
		g.leave(err)
		g.settle()
	}
}

// leave goes back to Ebitengine's frames.
func (g *game) leave(err error) {
	g.Log.Warn("screen without shared memory", "error", err)
	g.panel.close()
	g.stage.easel.close()
	g.panel, g.canvas, g.shown, g.from, g.press = nil, canvas{}, nil, nil, press{}
	g.mount()
	if g.quiet != nil {
		g.quiet.Stop()
		g.rest()
	}
}

// ready says whether pages can be finished: a texture needs a frame to be made in.
func (g *game) ready() bool {
	return g.frames > 0 || g.dot != nil || g.panel != nil && g.panel.adopted()
}

// show brings the panel up to date.
func (g *game) show(now time.Time) error {
	if g.panel == nil || !g.changed {
		return nil
	}
	g.changed = false
	g.frames++
	return g.draw(now)
}

// draw draws what has changed on the panel.
func (g *game) draw(now time.Time) error {
	next := pieces(motion.Compose(g.scene(now)), g.press, now)
	return g.panel.show(func() []image.Rectangle {
		return g.canvas.draw(next, func(key tileKey) *image.RGBA { return g.stage.tiles[key].pix })
	})
}

// drawEarly draws the first page while Ebitengine opens the window, so that the window appears with
// it. Until early is closed the game is its.
func (g *game) drawEarly() {
	defer close(g.early)
	if g.panel == nil {
		return
	}
	g.stage.finish(g.seen())
	if err := g.draw(g.now()); err != nil {
		g.Log.Warn("first picture", "error", err)
	}
}

// lost is when Ebitengine has presented a frame after all, which has nothing in it.
func (g *game) lost() {
	g.canvas.shown, g.changed = nil, true
	scheduleFrame()
}

// direct is a panel for a picture of a size, the screen's where it is zero; nil where a GPU presents, or where the X server is far away or sees colours otherwise.
func direct(gpu bool, size image.Point, log *slog.Logger) *panel {
	if gpu {
		return nil
	}
	p, err := openPanel(size)
	if err != nil {
		log.Warn("screen without shared memory", "error", err)
		return nil
	}
	return p
}
