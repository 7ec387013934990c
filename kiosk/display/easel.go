package display

import (
	"hash/maphash"
	"image"
	"slices"
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
	key     tileKey
	layer   *page.Layer
	theme   *page.Theme
	rect    image.Rectangle // px on the screen, before scrolling
	patient bool            // its pictures are waited for
	need    int             // whose it is: the first is seen
}

// painted is a tile that waits to be uploaded.
type painted struct {
	job
	pix   *image.RGBA
	whole bool   // no picture is lacking
	sum   uint64 // of its pixels, if one is
}

// easel paints tiles off the frame's goroutine, the first wanted first. What is wanted
// is replaced whole whenever something else is. A photograph takes a second to decode and a broken share
// longer: so a tile is painted without it first, and once more by a painter of its own that waits for it.
type easel struct {
	painter *paint.Painter
	done    chan painted
	wake    func()  // has the display collect what is done
	mount   mounter // nil: tiles become textures

	mu      sync.Mutex
	some    sync.Cond
	drafts  lane
	patient lane
	spare   []*image.RGBA
	closing bool
}

// lane is work for some of the painters.
type lane struct {
	queue []job
	busy  map[tileKey]job // in a painter's hands, or waiting in done
}

func (l *lane) idle() bool { return len(l.queue) == 0 && len(l.busy) == 0 }

// Two painters use both cores of a small machine; the frame's goroutine sleeps meanwhile.
const painters = 2

// mounter makes a painted bitmap what a canvas wants (canvas.go); the bitmap is its own to use.
type mounter func(*image.RGBA) *image.RGBA

func newEasel(wake func(), mount mounter) *easel {
	e := &easel{painter: paint.New(maskBudget), done: make(chan painted, 256), wake: wake, mount: mount}
	e.drafts.busy, e.patient.busy = map[tileKey]job{}, map[tileKey]job{}
	e.some.L = &e.mu
	for range painters {
		go e.work(&e.drafts, e.painter.Draft)
	}
	go e.work(&e.patient, e.painter.Layer)
	return e
}

// Masks of a page of text take about 0.3 MB at 1080x1920.
const maskBudget = 6 << 20

// want replaces what is wanted; tiles in hand are finished first and not painted twice.
func (e *easel) want(jobs []job) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.drafts.queue, e.patient.queue = e.drafts.queue[:0], e.patient.queue[:0]
	for _, j := range jobs {
		l := e.lane(j)
		if _, busy := l.busy[j.key]; busy {
			l.busy[j.key] = j // its page may have been opened meanwhile
		} else {
			l.queue = append(l.queue, j)
		}
	}
	e.some.Broadcast()
}

func (e *easel) lane(j job) *lane {
	if j.patient {
		return &e.patient
	}
	return &e.drafts
}

func (e *easel) work(l *lane, paint func(*image.RGBA, *page.Layer, *page.Theme, int) (whole bool)) {
	for {
		j, pix, ok := e.next(l)
		if !ok {
			return
		}
		whole := paint(pix, j.layer, j.theme, 0)
		sum := sumOf(pix, whole)
		if e.mount != nil {
			pix = e.mount(pix)
		}
		e.done <- painted{j, pix, whole, sum}
		if e.timely(j) {
			e.wake()
		}
	}
}

// sums is the seed of all sums.
var sums = maphash.MakeSeed()

// sumOf tells pictures that lack something apart.
func sumOf(pix *image.RGBA, whole bool) uint64 {
	if whole {
		return 0
	}
	return maphash.Bytes(sums, pix.Pix)
}

// timely says whether a tile is to be collected at once. A texture is uploaded in a quiet frame of its own; a bitmap
// need only be taken in time, and one that was waited for is shown with those beside it.
func (e *easel) timely(j job) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if j.patient {
		return !slices.ContainsFunc(e.patient.queue, e.patient.busy[j.key].beside)
	}
	return e.mount == nil || len(e.drafts.queue) == 0
}

// group is the tiles that are shown together when their pictures have come.
type group struct {
	layer uint64
	need  int
}

func (j job) group() group { return group{j.key.layer, j.need} }

func (j job) beside(o job) bool { return j.group() == o.group() }

// complete are those of the tiles that have waited for pictures beside which no other does.
func (e *easel) complete(held []painted) map[tileKey]bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	left := map[group]int{}
	for _, j := range e.patient.queue {
		left[j.group()]++
	}
	for _, j := range e.patient.busy {
		left[j.group()]++
	}
	for _, p := range held {
		left[e.patient.busy[p.key].group()]--
	}
	complete := map[tileKey]bool{}
	for _, p := range held {
		complete[p.key] = left[e.patient.busy[p.key].group()] == 0
	}
	return complete
}

// next waits for a job and takes a bitmap for it.
func (e *easel) next(l *lane) (job, *image.RGBA, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for len(l.queue) == 0 && !e.closing {
		e.some.Wait()
	}
	if e.closing {
		return job{}, nil, false
	}
	j := l.queue[0]
	l.queue = l.queue[1:]
	l.busy[j.key] = j
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
	delete(e.lane(p.job).busy, p.key)
	if p.pix != nil && len(e.spare) < painters {
		e.spare = append(e.spare, p.pix)
	}
}

// idle drops the spare bitmaps if nothing is being painted, and says whether that was so.
func (e *easel) idle() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.drafts.idle() || !e.patient.idle() {
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
