package layout

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// keyboard is the place of the keys of a search: four rows of seven, of which the last two are 删一个
// and 全删 (docs/design/README.md section 6.6).
type keyboard struct {
	x, w, h fixed.Int26_6 // h: of a key
	end     fixed.Int26_6 // of the last row
}

const (
	keysInRow, keyRows = 7, 4
	keyGap             = 16 // u
)

// top returns the top of the first row.
func (k keyboard) top(g page.Grid) fixed.Int26_6 {
	return k.end - keyRows*k.h - (keyRows-1)*g.Px(keyGap)
}

// place returns the place of key i.
func (k keyboard) place(g page.Grid, i int) fixed.Rectangle26_6 {
	gap := g.Px(keyGap)
	w := (k.w - (keysInRow-1)*gap) / keysInRow
	row := fixed.Int26_6(i / keysInRow)
	return page.Area(k.x+fixed.Int26_6(i%keysInRow)*(k.w+gap)/keysInRow, k.top(g)+row*(k.h+gap), w, k.h)
}

// keys paints the keyboard: keys that lead to a result are strong, others quiet, but all can be
// typed unless the query is full.
func keys(b *build.Draft, l *page.Layer, k keyboard) {
	query := b.State.View.Query
	if session.ByStrokes(b.State) {
		strokeKeys(b, l, k)
	} else {
		leads, full := b.State.Index.Leads(query), session.Full(query)
		for i := range 26 {
			letterKey(b, l, k.place(b.Grid, i), 'A'+rune(i), leads[i] && !full, !full)
		}
	}
	wordKey(b, l, k.place(b.Grid, 26), "delete", "删一个", session.Erase{}, query != "")
	wordKey(b, l, k.place(b.Grid, 27), "clear", "全删", session.Clear{}, query != "")
}

// letterKey paints a letter, which is a target if live.
func letterKey(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, letter rune, strong, live bool) {
	p := build.Pen{Face: fonts.SerifBold, Size: b.Type(50), Leading: 1}
	if strong {
		p.Face = fonts.SerifBlack
	}
	b.Centred(l, r, string(letter), p, key(b, l, r, strong, live, session.Type{Key: letter}))
}

// key paints the outline of a key and returns the look of what stands in it.
func key(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, strong, live bool, e session.Event) page.Look {
	b.Box("key", r)
	ink, edge, stroke := page.Ink2, page.Sep, b.Hair()
	if strong {
		ink, edge, stroke = page.Black, page.Black, b.Rule(3)
	}
	look := page.Look{Ink: ink}
	if live {
		look.Down, look.Target = page.OnLeaf, b.Outlined(l, "key", r, b.Px(8), stroke, edge, e).Target
	} else {
		edgeKey(b, l, r, stroke, edge)
	}
	return look
}

// wordKey paints 删一个 or 全删, which is a target if live.
func wordKey(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, icon, word string, e session.Event, live bool) {
	b.Box("key", r)
	look := page.Look{Ink: page.Sep}
	switch {
	case !live:
		b.Dashed(l, r, b.Px(8), page.Sep)
	case b.Contrast: // its ground would be the paper's
		look = page.Look{Ink: page.Black, Down: page.OnLeaf, Target: b.Outlined(l, "key", r, b.Px(8), b.Rule(3), page.Black, e).Target}
	default:
		look = page.Look{Ink: page.Black, Down: page.OnLeaf, Target: b.Filled(l, "key", r, b.Px(8), page.Mat, e).Target}
	}
	p := build.Pen{Face: fonts.SansMedium, Size: b.Type(28), Leading: 1}
	build.IconLabel{Icon: icon, Word: word, Side: b.Px(40), Gap: b.Px(8), Pen: p, Look: look}.Stack(b, l, r)
}

// edgeKey paints the outline of a key that can't be pressed now.
func edgeKey(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, stroke fixed.Int26_6, ink page.Ink) {
	it := l.Fill(r, ink)
	it.Radius, it.Stroke = b.Px(8), stroke
}

// howTo returns an example from the catalogue, and what to press.
func howTo(b *build.Draft) string {
	press := keysOf(b).press
	if title, typed := example(b); title != "" {
		return "例如　" + title + "　→　" + typed + "　　" + press
	}
	return press
}

// tip paints the instructions above the keyboard, with their top at y.
func tip(b *build.Draft, l *page.Layer, x, y, w fixed.Int26_6) {
	p, text := tipPen(b), howTo(b)
	line := p.Line()
	p = b.FitLine(text, p, w, 0)
	b.Label(l, text, p, x, y+(line-p.Line())/2, page.Ink2)
}

func tipPen(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SansRegular, Size: b.Type(30), Leading: 1.4}
}

// How many titles are considered as an example, and how many characters the best one has.
const mostExamples, bestExample = 200, 5

// example returns a title that can be typed, and what types it; both are "" if no title consists of
// hanzi only.
func example(b *build.Draft) (title, typed string) {
	find := b.State.Index.Initials
	if session.ByStrokes(b.State) {
		find = b.State.Index.FirstStrokes
	}
	items := b.State.Catalogue.Items
	best := session.LongestQuery
	for i := range items[:min(len(items), mostExamples)] {
		name := items[i].Heading()
		n := utf8.RuneCountInString(name)
		off := max(n-bestExample, bestExample-n)
		if off >= best {
			continue
		}
		if s, ok := find(i); ok && n <= session.LongestQuery {
			title, typed, best = name, shownKeys(strings.ToUpper(s)), off
		}
	}
	return title, typed
}
