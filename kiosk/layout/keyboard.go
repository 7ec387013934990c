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

// keyboard is the place of the keys of a search: four rows of seven, of which the last two are 退格
// and 清空 (docs/design/README.md section 6.6).
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

// keys paints the keyboard: letters that lead to a result are strong, others quiet, but all can be
// typed unless the query is full.
func keys(b *build.Draft, l *page.Layer, k keyboard) {
	query := b.State.View.Query
	leads := b.State.Index.Leads(query)
	full := len(query) >= session.LongestQuery
	for i := range 26 {
		letterKey(b, l, k.place(b.Grid, i), byte('A'+i), leads[i] && !full, !full)
	}
	wordKey(b, l, k.place(b.Grid, 26), "delete", "退格", session.Erase{}, query != "")
	wordKey(b, l, k.place(b.Grid, 27), "clear", "清空", session.Clear{}, query != "")
}

// letterKey paints a letter, which is a target if live.
func letterKey(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, letter byte, strong, live bool) {
	p, ink, edge, stroke := build.Pen{Face: fonts.SerifBold, Size: b.Px(50), Leading: 1}, page.Ink2, page.Sep, b.Hair()
	if strong {
		p.Face, ink, edge, stroke = fonts.SerifBlack, page.Black, page.Black, b.Rule(3)
	}
	look := page.Look{Ink: ink}
	if live {
		look.Down, look.Target = page.OnLeaf, b.Outlined(l, "key", r, b.Px(8), stroke, edge, session.Type{Key: rune(letter)}).Target
	} else {
		edgeKey(b, l, r, stroke, edge)
	}
	b.Box("key", r)
	b.Centred(l, r, string(letter), p, look)
}

// wordKey paints 退格 or 清空, which is a target if live.
func wordKey(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, icon, word string, e session.Event, live bool) {
	b.Box("key", r)
	look := page.Look{Ink: page.Ink2}
	switch {
	case !live:
		edgeKey(b, l, r, b.Hair(), page.Sep)
	case b.Contrast: // its ground would be the paper's
		look = page.Look{Ink: page.Black, Down: page.OnLeaf, Target: b.Outlined(l, "key", r, b.Px(8), b.Rule(3), page.Black, e).Target}
	default:
		look = page.Look{Ink: page.Black, Down: page.OnLeaf, Target: b.Filled(l, "key", r, b.Px(8), page.Mat, e).Target}
	}
	p := build.Pen{Face: fonts.SansMedium, Size: b.Px(28), Leading: 1}
	build.IconLabel{Icon: icon, Word: word, Side: b.Px(40), Gap: b.Px(8), Pen: p, Look: look}.Stack(b, l, r)
}

// edgeKey paints the outline of a key that can't be pressed now.
func edgeKey(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, stroke fixed.Int26_6, ink page.Ink) {
	it := l.Fill(r, ink)
	it.Radius, it.Stroke = b.Px(8), stroke
}

// howTo returns the instructions for a search, with an example from the catalogue.
func howTo(b *build.Draft) string {
	text := "按拼音首字母查找"
	if title, letters := example(b); title != "" {
		text += "，例如　" + title + "　→　" + letters
	}
	return text
}

// tip paints the instructions above the keyboard, with their top at y.
func tip(b *build.Draft, l *page.Layer, x, y, w fixed.Int26_6) {
	p, text := tipPen(b), howTo(b)
	line := p.Line()
	p = b.FitLine(text, p, w, 0)
	b.Label(l, text, p, x, y+(line-p.Line())/2, page.Ink2)
}

func tipPen(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SansRegular, Size: b.Px(30), Leading: 1.4}
}

// How many titles are considered as an example, and how many characters the best one has.
const mostExamples, bestExample = 200, 5

// example returns a title that can be typed, and its letters; both are "" if no title consists of
// hanzi only.
func example(b *build.Draft) (title, letters string) {
	items := b.State.Catalogue.Items
	best := session.LongestQuery
	for i := range items[:min(len(items), mostExamples)] {
		name := items[i].Heading()
		off := utf8.RuneCountInString(name) - bestExample
		if off = max(off, -off); off >= best {
			continue
		}
		if s, ok := b.State.Index.Initials(i); ok && len(s) <= session.LongestQuery {
			title, letters, best = name, strings.ToUpper(s), off
		}
	}
	return title, letters
}
