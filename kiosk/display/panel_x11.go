package display

import (
	"errors"
	"fmt"
	"image"
	"os"
	"sync"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/shm"
	"github.com/jezek/xgb/xproto"
)

// panel shows a picture in Ebitengine's window through memory that it shares with the X
// server (MIT-SHM): a copy of 8 MB takes the server a millisecond, a row's a tenth of one. Ebitengine
// never presents a frame itself meanwhile (present.go), so the two don't meet; TestGlassIsSnapshot
// and TestNothingDrawnAtRest would notice.
type panel struct {
	conn   *xgb.Conn
	depth  byte
	gc     xproto.Gcontext
	pidKey xproto.Atom

	mu     sync.Mutex    // over the rest: an exposed window is shown from another goroutine
	window xproto.Window // 0: not known yet
	size   image.Point
	seg    shm.Seg
	pix    []byte
	unread *shm.PutImageCookie // the server may still be reading the picture
}

// openPanel makes ready to show pictures of a size, the whole screen's where it is zero, or says why this X server can't.
func openPanel(size image.Point) (p *panel, err error) {
	p = &panel{}
	if p.conn, err = dial(); err != nil {
		return nil, err
	}
	if size == (image.Point{}) {
		size = sizeOf(p.conn)
	}
	if err = errors.Join(p.suits(), shm.Init(p.conn)); err == nil {
		err = errors.Join(p.resize(size), p.watch())
	}
	if err != nil {
		p.close()
		return nil, err
	}
	go p.follow()
	return p, nil
}

// suits says whether pixels are four bytes, blue first, as a canvas has them.
func (p *panel) suits() error {
	setup := xproto.Setup(p.conn)
	screen := setup.DefaultScreen(p.conn)
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
		return fmt.Errorf("pixels of %d bits are laid out otherwise", p.depth)
	}
	return nil
}

// resize takes memory for another size.
func (p *panel) resize(size image.Point) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pix != nil {
		shm.Detach(p.conn, p.seg)
	}
	err := p.release()
	if err != nil {
		return err
	}
	if p.seg, err = shm.NewSegId(p.conn); err != nil {
		return err
	}
	p.size = size
	p.pix, err = share(4*size.X*size.Y, func(id uint32) error { return shm.AttachChecked(p.conn, p.seg, id, true).Check() })
	return err
}

// picture is the memory as a picture of the whole panel.
func (p *panel) picture() *image.RGBA {
	return &image.RGBA{Pix: p.pix, Stride: 4 * p.size.X, Rect: image.Rectangle{Max: p.size}}
}

// watch has the server tell of windows that appear.
func (p *panel) watch() error {
	atom, err := xproto.InternAtom(p.conn, false, uint16(len("_NET_WM_PID")), "_NET_WM_PID").Reply()
	if err != nil {
		return err
	}
	p.pidKey = atom.Atom
	root := xproto.Setup(p.conn).DefaultScreen(p.conn).Root
	return xproto.ChangeWindowAttributesChecked(p.conn, root, xproto.CwEventMask, []uint32{xproto.EventMaskSubstructureNotify}).Check()
}

// adopt makes sure, in the first frame, that the window of this process is known.
func (p *panel) adopt() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.window != 0 {
		return nil
	}
	w := p.own(xproto.Setup(p.conn).DefaultScreen(p.conn).Root, 3)
	if w == 0 {
		return errors.New("the window is not to be found")
	}
	return p.take(w)
}

// adopted says whether the window is known.
func (p *panel) adopted() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.window != 0
}

// take makes w the window that shows the picture, shows all of it, and asks the server to report exposed
// parts. The whole picture is due here: under a window manager the window is mapped as a child of the
// manager's frame, which root's events don't report, and it has been exposed before this. The lock is held.
func (p *panel) take(w xproto.Window) error {
	g, err := xproto.GetGeometry(p.conn, xproto.Drawable(w)).Reply()
	if err != nil {
		return err
	}
	if g.Depth != p.depth {
		return fmt.Errorf("the window has %d bits a pixel, the screen %d", g.Depth, p.depth)
	}
	if p.gc, err = xproto.NewGcontextId(p.conn); err != nil {
		return err
	}
	if err := xproto.CreateGCChecked(p.conn, p.gc, xproto.Drawable(w), 0, nil).Check(); err != nil {
		return err
	}
	p.window = w
	if err := xproto.ChangeWindowAttributesChecked(p.conn, w, xproto.CwEventMask, []uint32{xproto.EventMaskExposure}).Check(); err != nil {
		return err
	}
	p.put(image.Rectangle{Max: p.size})
	return nil
}

// ours says whether a window is this process's.
func (p *panel) ours(w xproto.Window) bool {
	v, err := xproto.GetProperty(p.conn, false, w, p.pidKey, xproto.AtomCardinal, 0, 1).Reply()
	return err == nil && len(v.Value) == 4 && int(xgb.Get32(v.Value)) == os.Getpid()
}

// own looks for this process's window below another, a window manager's frames included.
func (p *panel) own(below xproto.Window, depth int) xproto.Window {
	tree, err := xproto.QueryTree(p.conn, below).Reply()
	if err != nil {
		return 0
	}
	for _, w := range tree.Children {
		if p.ours(w) {
			return w
		}
		if depth > 1 {
			if w := p.own(w, depth-1); w != 0 {
				return w
			}
		}
	}
	return 0
}

// follow shows the whole picture as soon as the window appears, which is well before its first
// frame, and whenever the server has lost some of it.
func (p *panel) follow() {
	for {
		ev, err := p.conn.WaitForEvent()
		if ev == nil && err == nil {
			return
		}
		switch e := ev.(type) {
		case xproto.MapNotifyEvent:
			p.appeared(e.Window)
		case xproto.ExposeEvent:
			if e.Count == 0 {
				p.show(func() []image.Rectangle { return []image.Rectangle{{Max: p.size}} })
			}
		}
	}
}

// appeared takes a window that has been mapped if it is this process's.
func (p *panel) appeared(w xproto.Window) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.window == 0 && p.ours(w) {
		p.take(w) // a failure is adopt's to report
	}
}

// show has draw change the picture, once the server has read the last one, and shows what it says it has changed.
func (p *panel) show(draw func() []image.Rectangle) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if unread := p.unread; unread != nil {
		p.unread = nil // an answer comes once, be it an error
		if err := unread.Check(); err != nil {
			return err
		}
	}
	for _, r := range draw() {
		if p.window != 0 {
			p.put(r)
		}
	}
	return nil
}

// put shows a part of the picture; the lock is held.
func (p *panel) put(r image.Rectangle) {
	const zPixmap = 2
	c := shm.PutImageChecked(p.conn, xproto.Drawable(p.window), p.gc, uint16(p.size.X), uint16(p.size.Y),
		uint16(r.Min.X), uint16(r.Min.Y), uint16(r.Dx()), uint16(r.Dy()), int16(r.Min.X), int16(r.Min.Y), p.depth, zPixmap, 0, p.seg, 0)
	p.unread = &c
}

// release lets go of the memory; the lock is held.
func (p *panel) release() error {
	if p.pix == nil {
		return nil
	}
	pix := p.pix
	p.pix, p.unread = nil, nil
	return unshare(pix)
}

// close ends it all; a picture of it is nobody's to draw in from then on.
func (p *panel) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.release()
	p.conn.Close()
}
