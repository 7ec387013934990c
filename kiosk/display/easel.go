package display

import (
	"hash/maphash"
	"image"
	"slices"
	"sync"

	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
)

// tileKey identifies a part of a layer's picture. Layers of the same hash share their
// tiles, on whatever page they are.
type tileKey struct {
	layer uint64
	at    image.Point // the left top corner, px from the layer's
}

// job is a tile to paint.
type job struct {
	key     tileKey
	layer   *page.Layer
	theme   *page.Theme
	rect    image.Rectangle // px on the screen, before scrolling
	patient bool            // the painter waits for its pictures
	need    int             // the index of its need: the first one is seen
}

// painted is a tile that is ready to be installed.
type painted struct {
	job
	pix   *image.RGBA
	whole bool   // no picture is lacking
	sum   uint64 // of its pixels, if one is
}

// easel paints tiles off the frame's goroutine, the first wanted first. A new list of what is wanted
// replaces the old one. A photograph takes a second to decode, and a broken share
// longer: so a tile is painted without it first, and again by a painter of its own that waits for it.
type easel struct {
	painter *paint.Painter
	done    chan painted
	wake    func() // has the game collect what is done
	mount   func(*image.RGBA) *image.RGBA
	uploads bool // see traits

	mu      sync.Mutex
	some    sync.Cond
	drafts  lane
	patient lane
	spare   []*image.RGBA
	closing bool
}

// lane is the work of some of the painters.
type lane struct {
	queue []job
	busy  map[tileKey]job // being painted, or in done
}

func (l *lane) idle() bool { return len(l.queue) == 0 && len(l.busy) == 0 }

// Two painters use both cores of a small machine; the frame's goroutine sleeps meanwhile.
const painters = 2

func newEasel(wake func(), mount func(*image.RGBA) *image.RGBA, uploads bool) *easel {
	e := &easel{painter: paint.New(maskBudget), done: make(chan painted, 256), wake: wake, mount: mount, uploads: uploads}
	e.drafts.busy, e.patient.busy = map[tileKey]job{}, map[tileKey]job{}
	e.some.L = &e.mu
	for range painters {
		go e.work(&e.drafts, e.painter.Partial)
	}
	go e.work(&e.patient, e.painter.Layer)
	return e
}

// want replaces what is wanted. Tiles that are being painted are finished first, and not painted twice.
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
		e.done <- painted{j, e.mount(pix), whole, sum}
		if e.wakes(j) {
			e.wake()
		}
	}
}

var sumSeed = maphash.MakeSeed()

// sumOf returns a sum that distinguishes pictures which lack something.
func sumOf(pix *image.RGBA, whole bool) uint64 {
	if whole {
		return 0
	}
	return maphash.Bytes(sumSeed, pix.Pix)
}

// wakes reports whether a tile has to be collected at once. An upload takes a quiet frame of its own; a bitmap
// may wait for the queue's end, and one with pictures is shown together with its neighbours.
func (e *easel) wakes(j job) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if j.patient {
		return !slices.ContainsFunc(e.patient.queue, e.patient.busy[j.key].neighbours)
	}
	return e.uploads || len(e.drafts.queue) == 0
}

// group is the tiles that are shown together once their pictures are decoded.
type group struct {
	layer uint64
	need  int
}

func (j job) group() group { return group{j.key.layer, j.need} }

func (j job) neighbours(o job) bool { return j.group() == o.group() }

// complete returns those of the queued tiles whose whole group is queued.
func (e *easel) complete(queued []painted) map[tileKey]bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	left := map[group]int{}
	for _, j := range e.patient.queue {
		left[j.group()]++
	}
	for _, j := range e.patient.busy {
		left[j.group()]++
	}
	for _, p := range queued {
		left[e.patient.busy[p.key].group()]--
	}
	complete := map[tileKey]bool{}
	for _, p := range queued {
		complete[p.key] = left[e.patient.busy[p.key].group()] == 0
	}
	return complete
}

// next waits for a job and returns it with a bitmap for it; ok is false once the easel is closed.
func (e *easel) next(l *lane) (j job, pix *image.RGBA, ok bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for len(l.queue) == 0 && !e.closing {
		e.some.Wait()
	}
	if e.closing {
		return job{}, nil, false
	}
	j = l.queue[0]
	l.queue = l.queue[1:]
	l.busy[j.key] = j
	return j, e.bitmap(j.rect), true
}

// bitmap returns a spare bitmap if one is large enough, else a new one.
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

// release takes back a bitmap once its tile is installed or no longer wanted.
func (e *easel) release(p painted) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.lane(p.job).busy, p.key)
	if p.pix != nil && len(e.spare) < painters {
		e.spare = append(e.spare, p.pix)
	}
}

// idle drops the spare bitmaps if nothing is being painted, and reports whether that was so.
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
