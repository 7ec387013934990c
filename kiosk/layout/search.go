package layout

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// searchScreen lays out the search by initials or strokes (docs/design/README.md section 6.6): the
// query, what it finds or what to do next, and the keyboard, which doesn't scroll.
func searchScreen(b *build.Draft) {
	matches := b.State.Index.Find(b.State.View.Query)
	f := frame.Open(b, frame.Needs{}, frame.Head{
		Spine: frame.IconSpine(b, "search", "查找"),
		Sheet: func(f *frame.Frame) { lowQuery(b, f, len(matches)) },
	})
	q := searchRoomsOf(b, f)
	if f.IsSheet() {
		q = lowRoomsOf(b, f)
	} else {
		queryLine(b, q, len(matches))
	}
	kb := b.Layer("keys", q.lower, page.Paper)
	switch {
	case len(matches) > 0 && f.IsSheet():
		lowResults(b, f, q, matches)
	case len(matches) > 0:
		results(b, f, q, matches)
	case b.State.View.Query == "":
		startPage(b, f, q, kb)
	default:
		noResults(b, f, q)
	}
	if !f.IsSheet() {
		tip(b, kb, q.kb.x, q.tip, q.kb.w)
	}
	keys(b, kb, q.kb)
	paintSpelling(b, q)
}

// searchRooms are the parts of the page: side by side in landscape.
type searchRooms struct {
	query    fixed.Rectangle26_6 // the query line, as wide as the text
	view     fixed.Rectangle26_6 // the results, as wide as their pressed grounds
	lower    fixed.Rectangle26_6 // tip and keyboard
	tip      fixed.Int26_6       // the top of its line
	kb       keyboard
	spelling fixed.Rectangle26_6 // the switch between letters and strokes
}

func searchRoomsOf(b *build.Draft, f *frame.Frame) searchRooms {
	m, end := f.Main, f.Main.Max.Y
	w, right := f.Measure, m.Max.X
	kb := keyboard{x: f.X, w: f.Measure, h: b.Pick(104, 112), end: end - b.Pick(28, 40)}
	if b.Landscape {
		gap := b.Px(56)
		kb.w = b.Px(820)
		w = f.Measure - gap - kb.w
		kb.x = f.X + w + gap
		right = kb.x - gap/2
	}
	q := searchRooms{kb: kb, query: page.Area(f.X, m.Min.Y, w, b.Pick(140, 124))}
	q.tip = kb.top(b.Grid) - b.Pick(24, 28) - tipPen(b).Line()
	q.spelling = spellingIn(b, q)
	top := q.query.Max.Y
	if b.Landscape {
		q.view = page.Area(m.Min.X, top, right-m.Min.X, end-top)
		q.lower = page.Area(right, m.Min.Y, m.Max.X-right, end-m.Min.Y)
		return q
	}
	middle := q.tip - b.Px(24)
	q.view = page.Area(m.Min.X, top, right-m.Min.X, middle-top)
	q.lower = page.Area(m.Min.X, middle, right-m.Min.X, end-middle)
	return q
}

// left returns the left edge and the width of what is listed.
func (q searchRooms) left() (x, w fixed.Int26_6) { return q.query.Min.X, q.query.Max.X - q.query.Min.X }

// queryLine paints the query and a caret above a rule, and the number of results at the right. A
// long query is set smaller; before the first key the line asks for it.
func queryLine(b *build.Draft, q searchRooms, found int) {
	l := b.Layer("ask", page.Area(q.view.Min.X, q.query.Min.Y, q.view.Max.X-q.view.Min.X, q.query.Max.Y-q.query.Min.Y), page.Paper)
	b.Box("ask", q.query)
	rule := b.Rule(3)
	l.Fill(page.Area(q.query.Min.X, q.query.Max.Y-rule, q.query.Max.X-q.query.Min.X, rule), page.Black)
	middle, right := (q.query.Min.Y+q.query.Max.Y-rule)/2, q.query.Max.X
	if found > 0 {
		count := b.FoundCount(found)
		right -= count.Width(b)
		count.Around(b, l, right, middle)
	}
	if q.spelling.Min.X < right && q.spelling.Min.Y < q.query.Max.Y && q.spelling.Min.X >= q.query.Min.X {
		right = q.spelling.Min.X
	}
	caret, gap, x := b.Rule(5), b.Px(4), q.query.Min.X
	query := shownKeys(b.State.View.Query)
	if query == "" {
		x += gap
		p := build.Pen{Face: fonts.SerifBold, Size: b.Type(48), Leading: 1}
		at := x + caret + b.Px(40)
		p = b.FitLine(keysOf(b).ask, p, right-b.Px(16)-at, 0)
		b.Label(l, keysOf(b).ask, p, at, middle-p.Line()/2, page.Ink2)
	} else {
		p := build.Pen{Face: fonts.SerifBlack, Size: b.Type(92), Leading: 1, Track: .12}
		p = b.FitLine(query, p, right-b.Px(20)-caret-gap-x, 0)
		_, w := b.Label(l, query, p, x, middle-p.Line()/2, page.Black)
		x += w + gap
	}
	l.Fill(page.Area(x, middle-b.Px(38), caret, b.Px(76)), page.Red)
}

// allItems returns the button that leads to the whole catalogue.
func allItems(b *build.Draft) build.Command {
	return build.Command{Word: fmt.Sprintf("看全部 %d 项", len(b.State.Catalogue.Items)), Event: session.Open{Screen: session.Screen{Kind: session.Home}}}
}
