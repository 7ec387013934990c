package display

import (
	"image"
	"slices"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// stage keeps the pages that are seen or may be seen next, and the tiles of their
// layers: laid out here, painted on the easel, uploaded when nothing moves.
type stage struct {
	size  image.Point
	set   *typeset.Setter
	easel *easel
	pages []*laid // the most recently used first
	tiles map[tileKey]tile
	spent bool // memory has been used since the last quiet moment

	held    []painted // have waited for pictures, and wait for those beside them
	renewed []uint64  // layers, by their hashes: a tile of theirs has been painted anew
}

// laid is a page, what it was laid out from, and the place it was last asked for at.
type laid struct {
	key    pageKey
	page   *page.Page
	scroll int
}

// pageKey is all of a state that decides its page.
type pageKey struct {
	face    session.Face
	content *catalogue.Catalogue
	clock   bool
	minute  int64
	size    image.Point
}

// keptPages is how many pages stay ready: the one that is seen, the one before it
// (Back leads there) and the one that comes next.
const keptPages = 3

func newStage(size image.Point, wake func(), mount mounter) *stage {
	return &stage{size: size, set: typeset.New(), easel: newEasel(wake, mount), tiles: map[tileKey]tile{}}
}

// page is the page of a state, laid out if it isn't kept. A page with another minute
// on its clock makes room for it.
func (s *stage) page(st session.State) *page.Page {
	key := s.keyOf(st)
	i := slices.IndexFunc(s.pages, func(l *laid) bool { return l.key == key })
	var l *laid
	if i >= 0 {
		l = s.pages[i]
	} else {
		l = &laid{key: key, page: s.layout(st)}
	}
	l.scroll = st.View.Scroll
	others := slices.DeleteFunc(s.pages, func(o *laid) bool { return o.key.but(key.minute) == key })
	s.pages = slices.Insert(others[:min(len(others), keptPages-1)], 0, l)
	return l.page
}

// rest lays the page of a state out again for the place that its reader has come to
// rest at: what the pill counts depends on it.
func (s *stage) rest(st session.State) *page.Page {
	s.page(st)
	s.pages[0].page = s.layout(st)
	return s.pages[0].page
}

func (s *stage) layout(st session.State) *page.Page {
	return layout.Layout(st, page.ThemeOf(st), s.size, s.set)
}

// but is the key at another minute.
func (k pageKey) but(minute int64) pageKey {
	k.minute = minute
	return k
}

func (s *stage) keyOf(st session.State) pageKey {
	key := pageKey{face: st.Face(), content: st.Catalogue, clock: st.Clock, size: s.size}
	if st.Clock {
		key.minute = st.Now.Unix() / 60
	}
	return key
}

// keep lets go of all but the n most recently used pages.
func (s *stage) keep(n int) { s.pages = s.pages[:min(n, len(s.pages))] }

// need is a page and the part of its scrolling layers that is to be ready.
type need struct {
	page   *page.Page
	scroll int
	margin int // px above and below what is seen
}

// missing lists the tiles that needs lack, in their order.
func (s *stage) missing(needs ...need) []job {
	return s.jobs(needs, func(t tile) bool { return !t.there() })
}

// awaited lists the tiles that are there without a picture that may be had yet.
func (s *stage) awaited(needs ...need) []job {
	jobs := s.jobs(needs, func(t tile) bool { return t.lacks && !t.tried })
	for i := range jobs {
		jobs[i].patient = true
	}
	return jobs
}

// jobs are the tiles of needs that are to be painted, in their order.
func (s *stage) jobs(needs []need, which func(tile) bool) []job {
	var jobs []job
	seen := map[tileKey]bool{}
	for i, n := range needs {
		n.each(func(l *page.Layer, r image.Rectangle) {
			tiles(l, r, func(at image.Point, rect image.Rectangle) {
				key := tileKey{layer: l.Hash, at: at}
				if which(s.tiles[key]) && !seen[key] {
					seen[key] = true
					jobs = append(jobs, job{key: key, layer: l, theme: n.page.Theme, rect: rect, need: i})
				}
			})
		})
	}
	return jobs
}

// each calls f with every layer of the page and the part of it that is needed.
func (n need) each(f func(*page.Layer, image.Rectangle)) {
	for _, l := range n.page.Layers {
		r := l.Bounds
		if l.Scrolls {
			v := n.page.Scroll.Viewport.Add(image.Pt(0, n.scroll))
			r = image.Rect(v.Min.X, v.Min.Y-n.margin, v.Max.X, v.Max.Y+n.margin)
		}
		f(l, r)
	}
}

// prepare has the easel paint what is missing, and what has been painted without its pictures.
func (s *stage) prepare(needs ...need) {
	s.easel.want(append(s.missing(needs...), s.awaited(needs...)...))
	s.unveil()
}

// collect uploads what is painted.
func (s *stage) collect() {
	for {
		select {
		case p := <-s.easel.done:
			s.take(p)
		default:
			s.unveil()
			return
		}
	}
}

// take hangs a tile, or holds it until those beside it have what they wait for too: a picture is not shown in slices.
func (s *stage) take(p painted) {
	if p.patient {
		s.held = append(s.held, p)
	} else {
		s.put(p)
	}
}

// unveil hangs the held tiles beside which no other is waited for.
func (s *stage) unveil() {
	if len(s.held) == 0 {
		return
	}
	complete := s.easel.complete(s.held)
	s.held = slices.DeleteFunc(s.held, func(p painted) bool {
		if complete[p.key] {
			s.put(p)
		}
		return complete[p.key]
	})
}

// finish waits until nothing that is needed is missing; it waits for no picture.
func (s *stage) finish(n need) {
	for {
		s.collect()
		if len(s.missing(n)) == 0 {
			return
		}
		s.prepare(n)
		s.take(<-s.easel.done)
	}
}

// put hangs a tile where there is none, or where it has pictures that the one there lacks.
func (s *stage) put(p painted) {
	old := s.tiles[p.key]
	switch {
	case p.patient && !p.whole && old.lacks && old.sum == p.sum:
		old.tried = true
		s.tiles[p.key] = old
	case !old.there() || p.patient && old.lacks:
		old.drop()
		s.tiles[p.key] = s.hang(p)
		s.spent = true
		if s.easel.mount != nil {
			p.pix = nil // it is the tile's now
		}
		if p.patient {
			s.renewed = append(s.renewed, p.key.layer)
		}
	}
	s.easel.release(p)
}

// renewals are the layers that look otherwise since it was last asked.
func (s *stage) renewals() []uint64 {
	layers := s.renewed
	s.renewed = nil
	return layers
}

// retry has pictures looked for again that were not to be had.
func (s *stage) retry() {
	for key, t := range s.tiles {
		t.tried = false
		s.tiles[key] = t
	}
}

// hang makes a tile of a bitmap that has been painted, and mounted where that is to be.
func (s *stage) hang(p painted) tile {
	t := tile{lacks: !p.whole, tried: p.patient && !p.whole, sum: p.sum}
	if s.easel.mount != nil {
		t.pix = p.pix
	} else {
		t.img = upload(p.pix)
	}
	return t
}

// pressed is the picture of a target as it looks under a finger, painted at once: it
// is small. It is none where nothing of the target would be seen.
func (s *stage) pressed(p *page.Page, t *page.Target) tile {
	down := 1
	for &p.Targets[down-1] != t {
		down++
	}
	rect := t.Paint.Intersect(t.Layer.Bounds)
	if rect.Empty() {
		return tile{}
	}
	pix := image.NewRGBA(rect)
	whole := s.easel.painter.Draft(pix, t.Layer, p.Theme, down)
	if s.easel.mount != nil {
		pix = s.easel.mount(pix)
	}
	return s.hang(painted{pix: pix, whole: whole})
}

// sweep lets go of tiles that are far from what is read on the kept pages: a long body
// is never kept whole. Once nothing is being painted the spare bitmaps go too, and sweep says
// whether there is memory to be given back to the system.
func (s *stage) sweep() bool {
	near := s.near()
	for key, t := range s.tiles {
		if !near[key] {
			t.drop()
			delete(s.tiles, key)
		}
	}
	if !s.easel.idle() {
		return false
	}
	spent := s.spent
	s.spent = false
	return spent
}

// near are the tiles around what is read: of the page that is seen a screen more above and
// below, which is more than is painted ahead, or a tile would come and go.
func (s *stage) near() map[tileKey]bool {
	near := map[tileKey]bool{}
	for i, l := range s.pages {
		n := need{page: l.page, scroll: l.scroll}
		if i == 0 {
			n.margin = l.page.Scroll.Viewport.Dy()
		}
		n.each(func(l *page.Layer, r image.Rectangle) {
			tiles(l, r, func(at image.Point, _ image.Rectangle) { near[tileKey{l.Hash, at}] = true })
		})
	}
	return near
}
