package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// keyboard is where the letters of a search lie: seven to a row, in four rows, the last
// two of them 退格 and 清空 (docs/design/README.md section 6.6).
type keyboard struct {
	x, w, h fixed.Int26_6 // h is that of a key
	end     fixed.Int26_6 // of the last row
}

const (
	keysInRow, keyRows = 7, 4
	keyGap             = 16 // u
)

// top returns where the first row begins.
func (k keyboard) top(g grid) fixed.Int26_6 {
	return k.end - keyRows*k.h - (keyRows-1)*g.px(keyGap)
}

// place returns the key at a place, counted row by row.
func (k keyboard) place(g grid, i int) fixed.Rectangle26_6 {
	gap := g.px(keyGap)
	w := (k.w - (keysInRow-1)*gap) / keysInRow
	row := fixed.Int26_6(i / keysInRow)
	return rect(k.x+fixed.Int26_6(i%keysInRow)*(k.w+gap)/keysInRow, k.top(g)+row*(k.h+gap), w, k.h)
}

// keys paints the keyboard on a layer: letters that lead to a result are strong, all
// others quiet, but they can be typed, unless the query is full.
func (b *build) keys(l *Layer, k keyboard) {
	query := b.state.View.Query
	leads := b.state.Index.Leads(query)
	full := len(query) >= session.LongestQuery
	for i := range 26 {
		b.letterKey(l, k.place(b.grid, i), byte('A'+i), leads[i] && !full, !full)
	}
	b.wordKey(l, k.place(b.grid, 26), "delete", "退格", session.Erase{}, query != "")
	b.wordKey(l, k.place(b.grid, 27), "clear", "清空", session.Clear{}, query != "")
}

// letterKey paints a letter: strong where it leads to a result.
func (b *build) letterKey(l *Layer, r fixed.Rectangle26_6, letter byte, strong, live bool) {
	p, ink, edge, stroke := pen{face: fonts.SerifBold, size: b.px(50), leading: 1}, Ink2, Sep, b.hair()
	if strong {
		p.face, ink, edge, stroke = fonts.SerifBlack, Black, Black, b.rule(3)
	}
	look := Look{Ink: ink}
	if live {
		look.Down, look.Target = OnLeaf, b.outlined(l, "key", r, b.px(8), stroke, edge, session.Type{Letter: letter}).target
	} else {
		b.edge(l, r, stroke, edge)
	}
	b.box("key", r)
	b.centred(l, r, string(letter), p, look)
}

// wordKey paints 退格 or 清空; while the query is empty it can't be pressed.
func (b *build) wordKey(l *Layer, r fixed.Rectangle26_6, icon, word string, e session.Event, live bool) {
	b.box("key", r)
	look := Look{Ink: Ink2}
	switch {
	case !live:
		b.edge(l, r, b.hair(), Sep)
	case b.contrast: // its ground would be the paper's
		look = Look{Ink: Black, Down: OnLeaf, Target: b.outlined(l, "key", r, b.px(8), b.rule(3), Black, e).target}
	default:
		look = Look{Ink: Black, Down: OnLeaf, Target: b.filled(l, "key", r, b.px(8), Mat, e).target}
	}
	p := pen{face: fonts.SansMedium, size: b.px(28), leading: 1}
	iconLabel{icon: icon, word: word, side: b.px(40), gap: b.px(8), pen: p, look: look}.stack(b, l, r)
}

// edge paints the outline of a key that can't be pressed now.
func (b *build) edge(l *Layer, r fixed.Rectangle26_6, stroke fixed.Int26_6, ink Ink) {
	it := l.fill(r, ink)
	it.Radius, it.Stroke = b.px(8), stroke
}

// howTo returns the instructions for a search, with an example from the catalogue.
func (b *build) howTo() string {
	text := "按拼音首字母查找"
	if title, letters := b.example(); title != "" {
		text += "，例如　" + title + "　→　" + letters
	}
	return text
}

// tip paints the instructions above the keyboard, in a line that begins at y.
func (b *build) tip(l *Layer, x, y, w fixed.Int26_6) {
	p, text := b.tipPen(), b.howTo()
	line := p.line()
	p = b.fitLine(text, p, w, 0)
	b.label(l, text, p, x, y+(line-p.line())/2, Ink2)
}

func (b *build) tipPen() pen { return pen{face: fonts.SansRegular, size: b.px(30), leading: 1.4} }

// The best example of the first titles has nearly five characters.
const mostExamples, bestExample = 200, 5

// example returns a title that can be typed, and its letters; both are "" where no title
// is hanzi alone.
func (b *build) example() (title, letters string) {
	items := b.state.Catalogue.Items
	best := session.LongestQuery
	for i := range items[:min(len(items), mostExamples)] {
		name := items[i].Heading()
		off := utf8.RuneCountInString(name) - bestExample
		if off = max(off, -off); off >= best {
			continue
		}
		if s, ok := b.state.Index.Initials(i); ok && len(s) <= session.LongestQuery {
			title, letters, best = name, strings.ToUpper(s), off
		}
	}
	return title, letters
}
