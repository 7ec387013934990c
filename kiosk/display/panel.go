package display

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"log/slog"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/shm"
	"github.com/jezek/xgb/xproto"
)

// panel is the surface for machines without a GPU, and for those whose GL is broken: a window of its own and a picture in
// memory that it shares with the X server (MIT-SHM). A copy of 8 MB takes the server a millisecond, a row's a tenth of
// one. It loads neither Xlib nor GL.
type panel struct {
	x      xserver
	depth  byte
	window xproto.Window
	gc     xproto.Gcontext
	keys   keys
	blank  *blanking   // nil on a desk
	desk   image.Point // the size of a desk's window, px; zero: full screen
	rotate int
	log    *slog.Logger
	woken  chan struct{}

	size   image.Point
	seg    shm.Seg
	pix    []byte
	unread []shm.PutImageCookie // the server may still be reading the picture
	canvas canvas
	// exposed are the parts of the window that the server has lost, to be shown again after the frame that is due.
	exposed []image.Rectangle
	failed  error     // there is no memory for the window's size
	shownAt time.Time // the last frame
	moves   []contact // of fingers, that wait for the next frame
	looked  int       // the row at which the watchdog looks next, px, from the first one on

	unplugged bool // no monitor is on
}

// openPanel makes ready to show pictures, or reports why this X server can't.
func openPanel(o Options) (surface, error) {
	x, err := dial()
	if err != nil {
		return nil, lostAs(errResetting, err)
	}
	p := &panel{x: x, desk: o.Window, rotate: o.Rotate, log: o.Log, woken: make(chan struct{}, 1)}
	_, err = x.extension("MIT-SHM")
	if err = errors.Join(p.checkFormat(), err); err != nil {
		x.Close()
		return nil, lostAs(errResetting, err)
	}
	if p.resize(p.firstSize()); p.failed != nil {
		x.Close()
		return nil, lostAs(errResetting, p.failed)
	}
	return p, nil
}

// firstSize returns the size that the window will have unless a window manager decides otherwise: one that pages are
// laid out for, be the monitor smaller.
func (p *panel) firstSize() image.Point {
	size := p.askedSize()
	return image.Pt(max(size.X, leastSize), max(size.Y, leastSize))
}

// askedSize returns the desk's size, or the monitor's.
func (p *panel) askedSize() image.Point {
	if p.desk != (image.Point{}) {
		return p.desk
	}
	m, on := p.x.monitor()
	if on == 0 {
		return image.Pt(1080, 1920) // until a monitor is switched on
	}
	return m.Size()
}

// checkFormat returns an error unless pixels are four bytes, blue first, as a canvas has them.
func (p *panel) checkFormat() error {
	setup := xproto.Setup(p.x.Conn)
	screen := setup.DefaultScreen(p.x.Conn)
	p.depth = screen.RootDepth
	plain := setup.ImageByteOrder == xproto.ImageOrderLSBFirst
	for _, f := range setup.PixmapFormats {
		plain = plain && (f.Depth != p.depth || f.BitsPerPixel == 32)
	}
	for _, d := range screen.AllowedDepths {
		for _, v := range d.Visuals {
			if v.VisualId == screen.RootVisual {
				plain = plain && v.RedMask == 0xff0000 && v.GreenMask == 0xff00 && v.BlueMask == 0xff
			}
		}
	}
	if !plain {
		return fmt.Errorf("pixels of %d bits have another layout", p.depth)
	}
	return nil
}

func (p *panel) traits() traits {
	return traits{rates: rates{attended: frameTime, unattended: 2 * frameTime, tick: 2 * time.Second}}
}

func (p *panel) ready() bool                       { return true }
func (p *panel) mount(pix *image.RGBA) *image.RGBA { return mounted(pix, p.rotate) }
func (p *panel) hang(pix *image.RGBA) sprite       { return bitmap{pix} }
func (p *panel) forget(layer uint64)               { p.canvas.forget(layer) }

// light switches the monitor, unless the window is one of a desk.
func (p *panel) light(on bool) {
	if p.blank != nil {
		p.blank.light(on)
	}
}

// bitmap is a sprite on a panel.
type bitmap struct{ *image.RGBA }

func (bitmap) drop() {} // the garbage collector's

// wake schedules a frame at once.
func (p *panel) wake() {
	select {
	case p.woken <- struct{}{}:
	default: // one is scheduled
	}
}

// resize takes memory for a window's size, and begins an empty picture in it.
func (p *panel) resize(window image.Point) {
	if window != p.size {
		if p.failed = p.share(window); p.failed != nil {
			return
		}
	}
	pic := &image.RGBA{Pix: p.pix, Stride: 4 * window.X, Rect: image.Rectangle{Max: window}}
	page := window
	if p.rotate%180 != 0 {
		page = image.Pt(window.Y, window.X)
	}
	p.canvas = canvas{pic: pic, size: page, rotate: p.rotate}
}

// share shares memory for a picture with the X server.
func (p *panel) share(size image.Point) (err error) {
	if p.pix != nil {
		shm.Detach(p.x.Conn, p.seg)
	}
	if err := p.release(); err != nil {
		return err
	}
	if p.seg, err = shm.NewSegId(p.x.Conn); err != nil {
		return err
	}
	p.size = size
	p.pix, err = share(4*size.X*size.Y, func(id uint32) error { return shm.AttachChecked(p.x.Conn, p.seg, id, true).Check() })
	return err
}

// release frees the memory.
func (p *panel) release() error {
	if p.pix == nil {
		return nil
	}
	pix := p.pix
	p.pix, p.unread = nil, nil
	return unshare(pix)
}

// show brings the picture up to date, and the window with it, where it has changed.
func (p *panel) show(g *game, now time.Time) error {
	g.changed, p.shownAt = false, now
	next := pieces(g.scene(now), g.finger.press, now)
	if err := p.awaitServer(); err != nil {
		return err
	}
	find := func(key tileKey) *image.RGBA {
		pix, _ := g.stage.tiles[key].sprite.(bitmap)
		return pix.RGBA
	}
	for _, r := range p.canvas.draw(next, find) {
		p.put(r)
	}
	g.presented(now)
	return nil
}

// awaitServer returns once the server has read the picture, with the errors of all puts. An answer is given once.
func (p *panel) awaitServer() (err error) {
	for _, put := range p.unread {
		err = errors.Join(err, put.Check())
	}
	p.unread = p.unread[:0]
	return err
}

// put shows a part of the picture.
func (p *panel) put(r image.Rectangle) {
	const zPixmap = 2
	c := shm.PutImageChecked(p.x.Conn, xproto.Drawable(p.window), p.gc, uint16(p.size.X), uint16(p.size.Y),
		uint16(r.Min.X), uint16(r.Min.Y), uint16(r.Dx()), uint16(r.Dy()), int16(r.Min.X), int16(r.Min.Y), p.depth, zPixmap, 0, p.seg, 0)
	p.unread = append(p.unread, c)
}

// run drives the game with the window's events, its own wake-ups and the passing of time.
func (p *panel) run(ctx context.Context, g *game) error {
	defer p.close()
	if err := p.open(g); err != nil {
		return lostAs(errResetting, err)
	}
	return lostAs(ErrServerGone, p.loop(ctx, g))
}

// open makes the window and maps it, with the first picture ready for it.
func (p *panel) open(g *game) error {
	if err := p.openWindow(); err != nil {
		return err
	}
	if p.blank != nil {
		_, on := p.x.monitor()
		p.plug(g, on > 0)
	}
	g.resize(p.size)
	if err := p.show(g, g.now()); err != nil {
		return err
	}
	return xproto.MapWindowChecked(p.x.Conn, p.window).Check()
}

// loop runs until ctx is done, the window is closed or the connection is lost.
func (p *panel) loop(ctx context.Context, g *game) error {
	events := make(chan xgb.Event, 64)
	go readEvents(ctx, p.x.Conn, events, p.log)
	cover := newCover(p.x, p.blank, p.log)
	if p.blank != nil {
		cover.begin()
	}
	for due := time.NewTimer(0); ; {
		var contacts []contact
		select {
		case <-ctx.Done():
			return nil
		case first, ok := <-events:
			if !ok {
				return io.EOF
			}
			for _, e := range arrived(first, events) {
				if p.closes(e) {
					return nil
				}
				contacts = append(contacts, p.handle(g, e)...)
				cover.follow(e)
			}
		case <-cover.again.C:
			if p.desk == (image.Point{}) {
				p.plug(g, cover.try(p.window))
			}
		case <-due.C:
		case <-p.woken:
		}
		contacts, p.moves = append(p.moves, contacts...), nil
		if wait := g.pace.wait(p.shownAt, g.now()); wait > 0 && onlyMoves(contacts) {
			p.moves = contacts
			due.Reset(wait)
			continue
		}
		if err := p.frame(g, contacts, due); err != nil {
			return err
		}
	}
}

// plug follows whether a monitor is on. The fingers on one that goes don't count.
func (p *panel) plug(g *game, on bool) {
	p.unplugged = !on
	g.plugged(on)
	if !on && g.shown != nil {
		g.dropFingers()
	}
}

// arrived returns an event and those that have arrived behind it.
func arrived(first xgb.Event, more <-chan xgb.Event) []xgb.Event {
	batch := []xgb.Event{first}
	for range len(more) {
		if e, ok := <-more; ok {
			batch = append(batch, e)
		}
	}
	return batch
}

// frame runs one round of the loop: the state first, then the glass, then what may be wanted next.
func (p *panel) frame(g *game, contacts []contact, due *time.Timer) error {
	now := g.now()
	g.update(now, contacts)
	if p.failed != nil {
		return p.failed
	}
	if g.changed {
		if err := p.show(g, now); err != nil {
			return err
		}
	}
	p.restore()
	g.answer(p.look)
	next, _ := g.plan(now)
	due.Reset(next.Sub(g.now()))
	return nil
}

// restore shows the parts of the window again that the server has lost.
func (p *panel) restore() {
	for _, r := range p.exposed {
		if r = r.Intersect(image.Rectangle{Max: p.size}); !r.Empty() {
			p.put(r)
		}
	}
	p.exposed = nil
}

// handle follows the window and returns what an event changes of a finger.
func (p *panel) handle(g *game, e xgb.Event) []contact {
	switch e := e.(type) {
	case xproto.ConfigureNotifyEvent:
		if e.Window == p.window {
			g.resize(image.Pt(int(e.Width), int(e.Height)))
		}
	case xproto.ExposeEvent:
		at := image.Pt(int(e.X), int(e.Y))
		p.exposed = append(p.exposed, image.Rectangle{at, at.Add(image.Pt(int(e.Width), int(e.Height)))})
	case touchEvent:
		return e.contacts()
	case xproto.ButtonPressEvent:
		return click(e.Detail, down, e.EventX, e.EventY)
	case xproto.MotionNotifyEvent:
		return click(leftButton, move, e.EventX, e.EventY)
	case xproto.ButtonReleaseEvent:
		at := click(e.Detail, move, e.EventX, e.EventY)
		return append(at, click(e.Detail, up, e.EventX, e.EventY)...)
	}
	return nil
}

const leftButton = 1

// click returns what one of the mouse's buttons does to a finger: nothing, unless it is the left one.
func click(n xproto.Button, p phase, x, y int16) []contact {
	if n != leftButton {
		return nil
	}
	return []contact{{mouse, p, image.Pt(int(x), int(y))}}
}
