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
// layers: laid out here, painted on the easel, and hung when nothing moves.
type stage struct {
	size    image.Point // of a page, px
	surface surface
	set     *typeset.Setter
	easel   *easel
	pages   []*laid // the most recently used first
	tiles   map[tileKey]tile
	budget  budget
	spent   bool // memory has been used since the last quiet moment

	queued  []painted // complete with their pictures, but not yet their neighbours
	renewed []uint64  // hashes of layers of which a tile has been replaced
}

// laid is a page, what it was laid out from, and the scroll position it was last asked for at.
type laid struct {
	key    pageKey
	page   *page.Page
	scroll int
}

// pageKey is everything in a state that decides its page.
type pageKey struct {
	face    session.Face
	content *catalogue.Catalogue
	clock   bool
	minute  int64
	size    image.Point
}

func newStage(s surface) *stage {
	e := newEasel(s.wake, s.mount, s.traits().uploads)
	return &stage{surface: s, set: typeset.New(), easel: e, tiles: map[tileKey]tile{}, budget: unlimited}
}

// fit has the stage keep as much as a budget allows.
func (s *stage) fit(b budget) {
	s.budget = b
	s.easel.painter.Limit(b.masks, b.pictures)
}

// page returns the page of a state, laid out unless it is kept. It replaces the page that differs only in the
// minute on its clock.
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
	others := slices.DeleteFunc(s.pages, func(o *laid) bool { return o.key.atMinute(key.minute) == key })
	s.pages = slices.Insert(others[:min(len(others), s.budget.pages-1)], 0, l)
	return l.page
}

// layoutAgain lays out the page of a state again for the position at which its reader has stopped:
// the pill's count depends on it.
func (s *stage) layoutAgain(st session.State) *page.Page {
	s.page(st)
	s.pages[0].page = s.layout(st)
	return s.pages[0].page
}

func (s *stage) layout(st session.State) *page.Page {
	return layout.Layout(st, page.ThemeOf(st), s.size, s.set)
}

// atMinute returns the key with another minute.
func (k pageKey) atMinute(minute int64) pageKey {
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

// keep drops all but the n most recently used pages.
func (s *stage) keep(n int) { s.pages = s.pages[:min(n, len(s.pages))] }

// need is a page and the part of its scrolling layers that has to be ready.
type need struct {
	page   *page.Page
	scroll int
	margin int // px above and below what is seen
}

// missing lists the tiles that needs lack, in their order.
func (s *stage) missing(needs ...need) []job {
	return s.jobs(needs, func(t tile) bool { return t.sprite == nil })
}

// awaited lists the tiles that lack a picture of the content which has not been tried yet.
func (s *stage) awaited(needs ...need) []job {
	jobs := s.jobs(needs, func(t tile) bool { return t.lacks && !t.tried })
	for i := range jobs {
		jobs[i].patient = true
	}
	return jobs
}

// jobs lists the tiles of needs that have to be painted, in their order.
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
			v := n.page.Scroll.Viewport.Add(image.Pt(0, n.page.Offset(l, n.scroll)))
			r = image.Rect(v.Min.X, v.Min.Y-n.margin, v.Max.X, v.Max.Y+n.margin)
		}
		f(l, r)
	}
}

// prepare has the easel paint what is missing, and again what has been painted without its pictures.
func (s *stage) prepare(needs ...need) {
	s.easel.want(append(s.missing(needs...), s.awaited(needs...)...))
	s.installQueued()
}

// collect installs what has been painted.
func (s *stage) collect() {
	for {
		select {
		case p := <-s.easel.done:
			s.install(p)
		default:
			s.installQueued()
			return
		}
	}
}

// install installs a tile, or queues it until its neighbours are complete too: a picture is not shown in slices.
func (s *stage) install(p painted) {
	if p.patient {
		s.queued = append(s.queued, p)
	} else {
		s.put(p)
	}
}

// installQueued installs the queued tiles whose neighbours are complete.
func (s *stage) installQueued() {
	if len(s.queued) == 0 {
		return
	}
	complete := s.easel.complete(s.queued)
	s.queued = slices.DeleteFunc(s.queued, func(p painted) bool {
		if complete[p.key] {
			s.put(p)
		}
		return complete[p.key]
	})
}

// finish waits until no tile that is needed is missing. It doesn't wait for pictures of the content.
func (s *stage) finish(n need) {
	for {
		s.collect()
		if len(s.missing(n)) == 0 {
			return
		}
		s.prepare(n)
		s.install(<-s.easel.done)
	}
}

// put hangs a tile that is missing, or that has pictures which the installed one lacks.
func (s *stage) put(p painted) {
	old := s.tiles[p.key]
	switch {
	case p.patient && !p.whole && old.lacks && old.sum == p.sum:
		old.tried = true
		s.tiles[p.key] = old
	case old.sprite == nil || p.patient && old.lacks:
		old.drop()
		s.tiles[p.key] = tile{sprite: s.surface.hang(p.pix), lacks: !p.whole, tried: p.patient && !p.whole, sum: p.sum}
		s.spent = true
		if !s.easel.uploads {
			p.pix = nil // it is the tile's now
		}
		if p.patient {
			s.renewed = append(s.renewed, p.key.layer)
		}
	}
	s.easel.release(p)
}

// renewals returns the layers of which a tile has been replaced since the last call.
func (s *stage) renewals() []uint64 {
	layers := s.renewed
	s.renewed = nil
	return layers
}

// retry marks missing pictures to be tried again.
func (s *stage) retry() {
	for key, t := range s.tiles {
		t.tried = false
		s.tiles[key] = t
	}
}

// pressed paints a target as it looks under a finger, at once, since it is small. It returns nil if nothing of
// the target would be seen.
func (s *stage) pressed(p *page.Page, t *page.Target) sprite {
	down := 1
	for &p.Targets[down-1] != t {
		down++
	}
	rect := t.Paint.Intersect(t.Layer.Bounds)
	if rect.Empty() {
		return nil
	}
	pix := image.NewRGBA(rect)
	s.easel.painter.Partial(pix, t.Layer, p.Theme, down)
	return s.surface.hang(s.surface.mount(pix))
}

// sweep drops tiles that are far from what is read on the kept pages: a long body
// is never kept whole. Once nothing is being painted it drops the spare bitmaps too, and reports
// whether there is memory to return to the system.
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

// near returns the tiles around what is read: of the page that is seen, if there is room, a screen more above and
// below, which is more than is painted ahead, or a tile would be dropped and painted again.
func (s *stage) near() map[tileKey]bool {
	near := map[tileKey]bool{}
	for i, l := range s.pages {
		n := need{page: l.page, scroll: l.scroll}
		if i == 0 && s.budget.around {
			n.margin = l.page.Scroll.Viewport.Dy()
		}
		n.each(func(l *page.Layer, r image.Rectangle) {
			tiles(l, r, func(at image.Point, _ image.Rectangle) { near[tileKey{l.Hash, at}] = true })
		})
	}
	return near
}
