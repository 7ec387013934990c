package session

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// Composition is how a slide is composed (docs/design/README.md section 6.1).
type Composition uint8

// The compositions. Where a row may have several of the first four that are used equally often, it takes the first.
const (
	ShortSlide   Composition = iota // 大字: the title as large as possible
	HeadSlide                       // 横题: the title across the leaf
	FigureSlide                     // 数字: the leaf carries 序号
	LongSlide                       // 竖题: the title in columns
	AskSlide                        // 问句: the item's own question
	GroupSlide                      // 合页: the rows of a 一级事项 with several
	IndexSlide                      // 目录: what the screen holds
	NoticeSlide                     // 公告
	PictureSlide                    // 海报: a notice of one picture
	UrgentSlide                     // a notice that has taken the carousel over
)

// String returns the design's name of the composition.
func (c Composition) String() string {
	return [...]string{"short", "head", "figure", "long", "ask", "group", "index", "notice", "poster", "urgent"}[c]
}

// slide is a slide of the programme.
type slide struct {
	Screen
	composition Composition
	dwell       time.Duration
	first       bool // a session's end leads to it: pinned or urgent
}

// programme returns the carousel's slides in their order: 目录, if there is more than one row, then the rows, 合页 before the first row of a
// 一级事项 with several; among them the notices on air. Urgent notices have the carousel to themselves. It is a function
// of the content and its order alone.
func programme(c *catalogue.Catalogue, onAir []int, clock bool) []slide {
	if urgent := urgentNotices(c, onAir, clock); len(urgent) > 0 {
		return slidesOf(c, urgent, func(n *catalogue.Notice) Composition { return UrgentSlide })
	}
	var pinned, others []int
	for _, i := range onAir {
		if leads(&c.Notices[i]) {
			pinned = append(pinned, i)
		} else {
			others = append(others, i)
		}
	}
	return spread(rowSlides(c), slidesOf(c, pinned, noticeComposition), slidesOf(c, others, noticeComposition))
}

// leads reports whether a notice comes back throughout the round. An urgent one does while the clock is unknown.
func leads(n *catalogue.Notice) bool { return n.Pinned || n.Urgent }

// urgentNotices returns the indices of the urgent notices among those on air, the newest first; none while the clock
// is unknown, since they could not end.
func urgentNotices(c *catalogue.Catalogue, onAir []int, clock bool) []int {
	if !clock {
		return nil
	}
	urgent := slices.DeleteFunc(slices.Clone(onAir), func(i int) bool { return !c.Notices[i].Urgent })
	slices.SortStableFunc(urgent, func(i, j int) int { return appearance(&c.Notices[j]).Compare(appearance(&c.Notices[i])) })
	return urgent
}

// appearance returns when a notice was first shown.
func appearance(n *catalogue.Notice) time.Time {
	if n.Publish.IsZero() {
		return n.Date
	}
	return n.Publish
}

// noticeComposition returns the composition of a notice that is not urgent.
func noticeComposition(n *catalogue.Notice) Composition {
	if n.Poster() {
		return PictureSlide
	}
	return NoticeSlide
}

// slidesOf returns a slide for each of some notices.
func slidesOf(c *catalogue.Catalogue, notices []int, compose func(*catalogue.Notice) Composition) []slide {
	var all []slide
	for _, i := range notices {
		n := &c.Notices[i]
		sl := slide{Screen: Screen{Kind: Attract, Notice: n.File}, composition: compose(n), dwell: dwellFor(c, noticeLength(n))}
		sl.first = leads(n)
		all = append(all, sl)
	}
	return all
}

// rowSlides returns the catalogue's own slides.
func rowSlides(c *catalogue.Catalogue) []slide {
	groups := make(map[string][]int)
	names := utf8.RuneCountInString(IndexTitle)
	for i := range c.Items {
		name := c.Items[i].Category
		if groups[name] = append(groups[name], i); len(groups[name]) == 1 {
			names += utf8.RuneCountInString(name)
		}
	}
	var all []slide
	if len(c.Items) > 1 { // 目录 of a single row says no more than that row
		all = append(all, slide{Screen: Screen{Kind: Attract}, composition: IndexSlide, dwell: dwellFor(c, names)})
	}
	var turns turns
	for i := range c.Items {
		it := &c.Items[i]
		if g := groups[it.Category]; len(g) > 1 && g[0] == i {
			all = append(all, slide{Screen: Screen{Kind: Attract, Category: it.Category}, composition: GroupSlide, dwell: dwellFor(c, groupLength(c, g))})
		}
		sl := slide{Screen: Screen{Kind: Attract, Number: it.Number}, composition: turns.next(it)}
		sl.dwell = dwellFor(c, itemLength(it, sl.composition))
		all = append(all, sl)
	}
	return all
}

// turns gives each row its composition.
type turns struct {
	used [LongSlide + 1]int
	last Composition
	any  bool // there has been a row
}

// next returns the composition of the next row: 问句 if it has a question; of those that it may have, the one used
// least so far, and not that of the row before unless there is no other.
func (t *turns) next(it *catalogue.Item) Composition {
	best := AskSlide
	if len(it.Ask) == 0 {
		may := compositions(it)
		if t.any && len(may) > 1 {
			may = slices.DeleteFunc(may, func(c Composition) bool { return c == t.last })
		}
		best = slices.MinFunc(may, func(a, b Composition) int { return t.used[a] - t.used[b] })
		t.used[best]++
	}
	t.last, t.any = best, true
	return best
}

// compositions returns those that a row without a question may have.
func compositions(it *catalogue.Item) []Composition {
	lines, title, text := ownLines(it.Content), utf8.RuneCountInString(it.Heading()), 0
	for _, e := range it.Content {
		text += unmarked(e.Text)
	}
	var may []Composition
	if lines <= 4 && text < 40 && title <= 8 {
		may = append(may, ShortSlide)
	}
	if text <= 130 {
		may = append(may, HeadSlide)
	}
	if lines <= 4 && (title <= 6 && text <= 70 || title <= 9 && text < 40) {
		may = append(may, FigureSlide)
	}
	return append(may, LongSlide)
}

// ownLines returns the number of a content's elements that stand on lines of their own: those of its bracketed list,
// or all if it has none.
func ownLines(content catalogue.Cell) int {
	list := 0
	for _, e := range content {
		if e.Depth > 0 {
			list++
		}
	}
	if list > 0 {
		return list
	}
	return len(content)
}

// unmarked returns the number of a text's characters without the marks of lists and sentences.
func unmarked(text string) (n int) {
	for _, r := range text {
		if !strings.ContainsRune("、，。；（）", r) {
			n++
		}
	}
	return n
}

// The notices stand among the catalogue's slides: a pinned one after every third, and so early that it is never
// longer away than longestAway; the others at equal distances, and what is left at the end.
const (
	pinnedAfter = 3
	longestAway = 90 * time.Second
)

// spread returns the catalogue's own slides with the notices' among them.
func spread(own, pinned, others []slide) []slide {
	r := round{pinned: pinned}
	g := distance(len(own), len(others))
	for i, sl := range own {
		r.place(sl)
		if r.rows++; r.rows == pinnedAfter {
			r.pin()
		}
		if i > 0 && i%g == 0 && len(others) > 0 {
			r.place(others[0])
			others = others[1:]
		}
	}
	for _, sl := range others {
		r.place(sl)
	}
	for r.showings < len(pinned) {
		r.pin()
	}
	if r.away > 0 && r.away+r.ahead > longestAway {
		r.pin()
	}
	return r.slides
}

// distance returns how many of the catalogue's own slides lie between two of so many notices: three, or fewer where
// the notices are many.
func distance(own, others int) int {
	for _, g := range []int{3, 2} {
		if own/g >= others {
			return g
		}
	}
	return 1
}

// round is the programme while it is put together.
type round struct {
	slides   []slide
	pinned   []slide       // in turn
	showings int           // of pinned notices
	rows     int           // of the catalogue's slides since the last showing
	away     time.Duration // since the last showing
	ahead    time.Duration // before the first one
}

// place appends a slide, and before it a pinned notice that would otherwise be away too long.
func (r *round) place(sl slide) {
	if r.away+sl.dwell > longestAway {
		r.pin()
	}
	r.slides = append(r.slides, sl)
	r.away += sl.dwell
}

// pin appends the next pinned notice, if there is one.
func (r *round) pin() {
	if len(r.pinned) == 0 {
		return
	}
	if r.showings == 0 {
		r.ahead = r.away
	}
	sl := r.pinned[r.showings%len(r.pinned)]
	sl.Again = r.showings / len(r.pinned)
	r.slides = append(r.slides, sl)
	r.showings++
	r.rows, r.away = 0, 0
}
