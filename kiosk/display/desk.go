package display

import (
	"context"
	"image"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// Desk is what an office's window shows: the kiosk, and the page of kiosk/layout/desk beside it.
type Desk struct {
	Kiosk   Options
	News    <-chan desk.Event        // desk.Opened, Checked, Asked and Said
	Obey    func(desk.Outcome, Seen) // carries out an order, without delay
	Dropped func(paths []string)     // is called with the files that are dropped on the window, without delay
	Size    image.Point              // of the window, CSS px; it becomes smaller where the monitor is
}

// Seen is what the kiosk shows in an office's window.
type Seen struct {
	State session.State // its Scroll is px on Size
	Size  image.Point   // of the screen that it stands for, px
}

// The screens that an office looks at, px.
var (
	uprightScreen = image.Pt(1080, 1920)
	wideScreen    = image.Pt(1920, 1080)
)

// office is an office's window without the window: it has the game compose the kiosk in memory, lays out the page beside it,
// and takes what a pointer does to the one or the other. The kiosk is the game's usual one; its clock is ahead by what the
// office looks ahead.
type office struct {
	Desk
	game    *game
	canvas  canvas
	dirty   []image.Rectangle // of the kiosk's picture, not on the glass yet
	setter  *typeset.Setter
	painter *paint.Painter
	clock   func() time.Time // the machine's
	wakes   func()
	news    chan desk.Event

	state    desk.State
	page     desk.Page
	laid     deskKey     // what the page was laid out from
	stale    bool        // the page has to be laid out again
	picture  *image.RGBA // of the page, nil: as it was
	window   image.Point // px
	scale    float64     // px a CSS px
	stays    bool        // what the page has opened stays until the kiosk is touched
	pointers map[int]pointer
}

// deskKey is what the page shows of the kiosk.
type deskKey struct {
	face      session.Face
	minute    int64
	catalogue *catalogue.Catalogue
}

func newOffice(o Desk, clock func() time.Time, wakes func()) *office {
	d := &office{Desk: o, clock: clock, wakes: wakes, setter: typeset.New(), painter: paint.New(maskBudget), stale: true,
		news: make(chan desk.Event, 16), pointers: map[int]pointer{}}
	d.game = newGame(o.Kiosk, d, func() time.Time { return d.clock().Add(d.state.Ahead) })
	return d
}

// forward wakes the window for the program's news and for new content, until ctx is done.
func (d *office) forward(ctx context.Context) {
	go d.game.forwardContent(ctx)
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-d.News:
			select {
			case d.news <- e:
				d.wakes()
			case <-ctx.Done():
				return
			}
		}
	}
}

// place fits the parts to a window of a size in px, at so many px a CSS px.
func (d *office) place(window image.Point, scale float64) {
	if window == d.window && scale == d.scale || min(window.X, window.Y) <= 0 {
		return
	}
	d.window, d.scale, d.stale = window, scale, true
	d.fit()
}

// screen returns the size of the screen that is looked at, px.
func (d *office) screen() image.Point {
	if d.state.Wide {
		return wideScreen
	}
	return uprightScreen
}

// fit gives the game the size of its picture: that on the window, or the least that pages are laid out for.
func (d *office) fit() {
	glass := desk.PlanOf(d.window, d.scale, d.screen()).Glass.Size()
	if least := min(glass.X, glass.Y); least < leastGlass && least > 0 {
		glass = glass.Mul(leastGlass).Div(least)
	}
	d.game.resize(glass)
}

// leastGlass is the least side of the kiosk's picture, px; on a smaller window it is shown smaller.
const leastGlass = 360

// frame runs one round of the loop and returns after what time the next one is due.
func (d *office) frame(contacts []contact) (next time.Duration) {
	g := d.game
	for len(d.news) > 0 {
		d.apply(<-d.news)
	}
	contacts = d.route(contacts)
	now := g.now()
	if d.stays {
		g.state.Touched = now // staff change a text, and look again
	}
	g.update(now, contacts)
	composed := g.changed
	if composed {
		d.compose(now)
	}
	due, moving := g.plan(now)
	if key := d.key(); d.stale || key != d.laid && !composed { // what was saved, or touched, is seen first
		d.lay(key)
	} else if key != d.laid && !moving {
		return 0
	}
	return due.Sub(g.now())
}

// key returns what the page shows of the kiosk.
func (d *office) key() deskKey {
	k := d.game.state
	return deskKey{k.Face(), k.Now.Unix() / 60, k.Catalogue}
}

// compose brings the kiosk's picture up to date.
func (d *office) compose(now time.Time) {
	g := d.game
	g.changed = false
	d.dirty = append(d.dirty, d.canvas.draw(pieces(g.scene(now), g.finger.press, now), func(key tileKey) *image.RGBA {
		pix, _ := g.stage.tiles[key].sprite.(bitmap)
		return pix.RGBA
	})...)
	g.presented(now)
}

// lay lays out and paints the page.
func (d *office) lay(key deskKey) {
	if d.window == (image.Point{}) {
		return
	}
	d.laid, d.stale = key, false
	d.page = desk.Layout(desk.View{State: d.state, Kiosk: d.game.state, Size: d.screen(), Scale: d.scale}, d.window, d.setter)
	d.state.Scroll = d.page.View.Scroll
	d.picture = d.painter.Screen(d.window, d.page.Placed())
	for i, e := range d.page.Events {
		if d.presses(e) {
			d.tint(i)
		}
	}
}

// tint paints a target of the page as it looks under a pointer.
func (d *office) tint(i int) {
	t := d.page.Targets[i]
	at, ok := d.page.Place(t.Layer, d.page.View.Scroll)
	seen := t.Paint.Add(at.Move).Intersect(at.Clip).Intersect(d.picture.Rect)
	if !ok || seen.Empty() {
		return
	}
	part := d.picture.SubImage(seen).(*image.RGBA)
	part.Rect = part.Rect.Sub(at.Move) // the same pixels, in the layer's coordinates
	d.painter.Layer(part, t.Layer, d.page.Theme, i+1)
}

// apply takes an event of the page.
func (d *office) apply(e desk.Event) {
	g := d.game
	wide := d.state.Wide
	var out desk.Outcome
	d.state, out = desk.Step(d.state, g.state, e)
	d.stale = true
	now := g.now()
	g.shiftClock(now, out.Shift)
	if len(out.Events) > 0 {
		d.stays = true
		g.apply(now, session.Press{})
		for _, e := range out.Events {
			g.apply(now, e)
		}
		g.apply(now, session.Lift{})
	}
	if wide != d.state.Wide {
		d.fit()
	}
	if out.Order != desk.NoOrder {
		d.Obey(out, d.seen())
	}
}

// seen returns what the kiosk shows, at the size of its screen.
func (d *office) seen() Seen {
	s := Seen{State: d.game.state, Size: d.screen()}
	s.State.View.Scroll = s.State.View.Scroll * s.Size.X / max(1, d.game.window.X)
	s.State.Motion = session.Motion{}
	return s
}

// The office is the game's surface: pictures in memory, as a panel's.

func (d *office) run(context.Context, *game) error { return nil }
func (d *office) wake()                            { d.wakes() }
func (d *office) ready() bool                      { return true }
func (d *office) forget(layer uint64)              { d.canvas.forget(layer) }
func (d *office) light(bool)                       {}
func (d *office) mount(p *image.RGBA) *image.RGBA  { return mounted(p, 0) }
func (d *office) hang(p *image.RGBA) sprite        { return bitmap{p} }
func (d *office) traits() traits {
	return traits{rates: rates{attended: frameTime, unattended: frameTime, tick: time.Second, polls: true}}
}

func (d *office) resize(picture image.Point) {
	d.canvas = canvas{pic: image.NewRGBA(image.Rectangle{Max: picture}), size: picture}
	d.dirty = nil
}
