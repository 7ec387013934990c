package display

import (
	"context"
	"image"
	"time"

	"gongkai/kiosk/catalogue"
)

// Offscreen is a game without a window, on the caller's clock: its frames are composed as a panel's are, and stay in memory. With
// it the program's own loop runs through days in minutes (kiosk/internal/month).
type Offscreen struct {
	game   *game
	clock  time.Time
	canvas canvas
	moves  []contact
	frames int
}

// NewOffscreen begins at a time, on a screen of a size, px.
func NewOffscreen(o Options, size image.Point, now time.Time) *Offscreen {
	s := &Offscreen{clock: now}
	s.game = newGame(o, s, func() time.Time { return s.clock })
	s.game.resize(size)
	return s
}

// Frame runs one round of the loop at a time, as a panel does, and returns when the next one is due. While nothing moves it waits
// for what is painted ahead, which on the simulated clock takes no time.
func (s *Offscreen) Frame(now time.Time) (next time.Time) {
	s.clock = now
	for range mostRounds {
		g, contacts := s.game, s.moves
		s.moves = nil
		g.update(now, contacts)
		if g.changed {
			s.show(now)
		}
		var moving bool
		if next, moving = g.plan(now); moving || next.After(now) && !g.stage.drain() {
			break
		}
	}
	return next
}

// mostRounds bounds the rounds at one moment: a press, what it opens, and the pictures of that.
const mostRounds = 50

// show composes a frame.
func (s *Offscreen) show(now time.Time) {
	g := s.game
	g.changed = false
	s.canvas.draw(pieces(g.scene(now), g.finger.press, now), func(key tileKey) *image.RGBA {
		pix, _ := g.stage.tiles[key].sprite.(bitmap)
		return pix.RGBA
	})
	s.frames++
}

// drain waits until nothing is being painted, and reports whether anything was.
func (s *stage) drain() (any bool) {
	for !s.easel.idle() {
		s.install(<-s.easel.done)
		s.installQueued()
		any = true
	}
	return any
}

// Down, Move and Up are what a finger does before the next frame.
func (s *Offscreen) Down(at image.Point) { s.moves = append(s.moves, contact{1, down, at}) }

// Move moves the finger.
func (s *Offscreen) Move(at image.Point) { s.moves = append(s.moves, contact{1, move, at}) }

// Up lifts the finger.
func (s *Offscreen) Up() { s.moves = append(s.moves, contact{finger: 1, phase: up}) }

// Content gives the game a new snapshot, which the next frame shows.
func (s *Offscreen) Content(c *catalogue.Catalogue) { s.game.content <- c }

// Frames returns how many frames have been composed.
func (s *Offscreen) Frames() int { return s.frames }

// Shown returns the name of the screen, and the picture, which is valid until the next frame.
func (s *Offscreen) Shown() (name string, picture *image.RGBA) {
	return s.game.state.View.Kind.String(), s.canvas.pic
}

// Close ends the painters.
func (s *Offscreen) Close() {
	s.game.quiet.Stop()
	s.game.stage.easel.close()
}

func (s *Offscreen) run(context.Context, *game) error { return nil }
func (s *Offscreen) wake()                            {}
func (s *Offscreen) ready() bool                      { return true }
func (s *Offscreen) forget(layer uint64)              { s.canvas.forget(layer) }
func (s *Offscreen) light(bool)                       {}
func (s *Offscreen) traits() traits                   { return (&panel{}).traits() }
func (s *Offscreen) mount(p *image.RGBA) *image.RGBA  { return mounted(p, 0) }
func (s *Offscreen) hang(p *image.RGBA) sprite        { return bitmap{p} }

func (s *Offscreen) resize(window image.Point) {
	s.canvas = canvas{pic: image.NewRGBA(image.Rectangle{Max: window}), size: window}
}
