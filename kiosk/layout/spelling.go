package layout

import (
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/search"
	"gongkai/kiosk/session"
)

// A query is typed in letters or, by residents who don't know pinyin, in strokes.

// alphabet is what the search page says where its keys are letters, or strokes.
type alphabet struct {
	word  string // on the switch
	ask   string // in the query line before the first key
	kinds string // above the categories
	press string // after the example
}

var (
	letters = alphabet{"拼音", "请点拼音首字母", "不会拼音，点下面的类别也能查", "请点粗框的字母"}
	strokes = alphabet{"笔画", "请点每字第一笔", "点下面的类别也能查", "请点粗框的笔画"}
)

// keysOf returns the alphabet in use.
func keysOf(b *build.Draft) alphabet {
	if session.ByStrokes(b.State) {
		return strokes
	}
	return letters
}

// signs are what stands for search.Strokes on the glass, with the name and what else counts as one.
var signs = [...]struct{ sign, name, also string }{
	{"一", "横", "提也算"}, {"丨", "竖", "竖钩也算"}, {"丿", "撇", ""}, {"丶", "点", "捺也算"}, {"乙", "折", "拐弯都算"},
}

var toSigns = func() *strings.Replacer {
	var pairs []string
	for i, s := range signs {
		pairs = append(pairs, string(search.Strokes[i]), s.sign)
	}
	return strings.NewReplacer(pairs...)
}()

// shownKeys returns a query as it is shown.
func shownKeys(query string) string { return toSigns.Replace(query) }

// quoted returns a query as it is shown within a text: strokes would be read as hanzi.
func quoted(query string) string {
	if search.ByStrokes(query) {
		return "“" + shownKeys(query) + "”"
	}
	return " " + query
}

// The room that the switch leaves for the query; where there is less, in landscape, it stands at
// the head of the keyboard's column. u.
const leastQuery = 300

// spellingIn returns the place of the switch: in the query line, left of the widest number of
// results, so that it stays where it is while a query is typed.
func spellingIn(b *build.Draft, q searchRooms) fixed.Rectangle26_6 {
	w, h := b.Pick(240, 208), b.Px(96)
	x, middle := q.query.Max.X-b.FoundCount(len(b.State.Catalogue.Items)).Width(b)-b.Pick(32, 24)-w, (q.query.Min.Y+q.query.Max.Y-b.Rule(3))/2
	if b.Landscape && x-q.query.Min.X < b.Px(leastQuery) {
		x = q.kb.x + q.kb.w - w
	}
	return page.Area(x, middle-h/2, w, h)
}

// paintSpelling paints the switch: two halves, of which the one in use is filled and no target.
func paintSpelling(b *build.Draft, q searchRooms) {
	r := q.spelling
	l := b.Layer("spelling", r, page.Paper)
	if q.overList() { // which fades and ends below the switch
		l.Ground, l.Bounds = page.None, page.Round(page.Area(r.Min.X, q.view.Max.Y-b.Px(lowFade.Height), q.view.Max.X-r.Min.X, b.Px(lowFade.Height)))
		l.Items = append(l.Items, &page.Fade{Ink: page.Paper, Rect: l.Bounds, Solid: page.Scale(fixed.I(1), lowFade.Solid)})
	}
	b.Box("spelling", r)
	byStrokes := session.ByStrokes(b.State)
	radius, middle := b.Px(8), (r.Min.X+r.Max.X)/2
	left, right := r, r
	left.Max.X, right.Min.X = middle, middle
	on, off, word, other := left, right, letters.word, strokes.word
	if byStrokes {
		on, off, word, other = right, left, other, word
	}
	pressed := b.Press(l, "spelling", off, off, page.RedDown, session.Spell{Strokes: !byStrokes})
	pressed.Ground.Radius = radius
	line := l.Fill(r, page.Red)
	line.Radius, line.Stroke = radius, b.Rule(3)
	l.Fill(on, page.Red).Radius = radius
	l.Fill(page.Area(max(on.Min.X, middle-radius), r.Min.Y, radius, r.Max.Y-r.Min.Y), page.Red) // only the outer corners are round
	p := b.FitLine(word, build.Pen{Face: fonts.SansMedium, Size: b.Type(34), Leading: 1}, on.Max.X-on.Min.X-b.Px(24), 0)
	b.Centred(l, off, other, p, page.Look{Ink: page.Red, Down: page.OnLeaf, Target: pressed.Target})
	p.Face = fonts.SansBold
	b.Centred(l, on, word, p, page.Look{Ink: page.Paper})
}
