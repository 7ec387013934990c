package display

import (
	"image"
	"sync"

	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
)

// tileKey names a part of a layer's picture. Layers of the same hash share their
// tiles, on whatever page they stand.
type tileKey struct {
	layer uint64
	at    image.Point // the left top corner, px from the layer's
}

// job is a tile to be painted.
type job struct {
	key   tileKey
	layer *page.Layer
	theme *page.Theme
	rect  image.Rectangle // px on the screen, before scrolling
}

// painted is a tile that waits to be uploaded.
type painted struct {
	job
	pix *image.RGBA
}

// easel paints tiles off the frame's goroutine, the first wanted first. Its queue
// is replaced whole whenever something else is wanted.
type easel struct {
	painter *paint.Painter
	done    chan painted
	wake    func()  // has the display collect what is done
	mount   mounter // nil: tiles become textures

	mu      sync.Mutex
	some    sync.Cond
	queue   []job
	busy    map[tileKey]bool // in a painter's hands, or waiting in done
	spare   []*image.RGBA
	closing bool
}

// Two painters use both cores of a small machine; the frame's goroutine sleeps meanwhile.
const painters = 2

// mounter makes a painted bitmap what a canvas wants (canvas.go); the bitmap is its own to use.
type mounter func(*image.RGBA) *image.RGBA

func newEasel(wake func(), mount mounter) *easel {
	e := &easel{painter: paint.New(maskBudget), done: make(chan painted, 256), wake: wake, mount: mount, busy: map[tileKey]bool{}}
	e.some.L = &e.mu
	for range painters {
		go e.work()
	}
	return e
}

// Masks of a page of text take about 0.3 MB at 1080x1920.
const maskBudget = 6 << 20

// want replaces the queue; tiles in hand are finished first and not painted twice.
func (e *easel) want(jobs []job) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.queue = e.queue[:0]
	for _, j := range jobs {
		if !e.busy[j.key] {
			e.queue = append(e.queue, j)
		}
	}
	e.some.Broadcast()
}

func (e *easel) work() {
	for {
		j, pix, ok := e.next()
		if !ok {
			return
		}
		e.painter.Layer(pix, j.layer, j.theme, 0)
		if e.mount != nil {
			pix = e.mount(pix)
		}
		e.done <- painted{j, pix}
		if e.mount == nil || e.through() {
			e.wake() // a texture is uploaded in a quiet frame of its own; a bitmap need only be taken in time
		}
	}
}

// through says whether no tile waits to be painted.
func (e *easel) through() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return len(e.queue) == 0
}

// next waits for a job and takes a bitmap for it.
func (e *easel) next() (job, *image.RGBA, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for len(e.queue) == 0 && !e.closing {
		e.some.Wait()
	}
	if e.closing {
		return job{}, nil, false
	}
	j := e.queue[0]
	e.queue = e.queue[1:]
	e.busy[j.key] = true
	return j, e.bitmap(j.rect), true
}

// bitmap is a spare one if there is one large enough.
func (e *easel) bitmap(r image.Rectangle) *image.RGBA {
	n := 4 * r.Dx() * r.Dy()
	for i, m := range e.spare {
		if cap(m.Pix) >= n {
			e.spare = append(e.spare[:i], e.spare[i+1:]...)
			return &image.RGBA{Pix: m.Pix[:n], Stride: 4 * r.Dx(), Rect: r}
		}
	}
	return image.NewRGBA(r)
}

// release takes a bitmap back once its tile is uploaded or no longer wanted.
func (e *easel) release(p painted) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.busy, p.key)
	if p.pix != nil && len(e.spare) < painters {
		e.spare = append(e.spare, p.pix)
	}
}

// idle drops the spare bitmaps if nothing is being painted, and says whether that was so.
func (e *easel) idle() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.queue) > 0 || len(e.busy) > 0 {
		return false
	}
	e.spare = nil
	return true
}

func (e *easel) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closing = true
	e.some.Broadcast()
}
