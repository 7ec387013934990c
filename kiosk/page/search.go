package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// search paints the page on which a title is looked for by its letters
// (docs/design/README.md section 6.6): the query, what it finds, and the keyboard, which
// stays where it is.
func (b *build) search() {
	matches := b.state.Index.Find(b.state.View.Query)
	f := b.open(needs{}, head{
		spine: b.iconSpine("search", "查找"),
		sheet: func(f *frame) { b.lowAsk(f, len(matches)) },
	})
	if f.sheet() {
		b.lowSearch(f, matches)
		return
	}
	q := b.searchRooms(f)
	b.ask(q, len(matches))
	kb := b.layer("keys", q.lower, Paper)
	b.tip(kb, q.kb.x, q.tip, q.kb.w)
	if len(matches) > 0 {
		b.results(f, q, matches)
	} else {
		b.nothing(q)
	}
	b.keys(kb, q.kb)
}

// searchRooms are the parts of the page: side by side in landscape.
type searchRooms struct {
	ask   fixed.Rectangle26_6 // the query line, as wide as the text
	view  fixed.Rectangle26_6 // what is found, as wide as what is pressed of it
	lower fixed.Rectangle26_6 // tip and keyboard
	tip   fixed.Int26_6       // the top of its line
	kb    keyboard
}

func (b *build) searchRooms(f *frame) searchRooms {
	m, end := f.main, f.main.Max.Y
	w, right := f.measure, m.Max.X
	kb := keyboard{x: f.x, w: f.measure, h: b.pick(104, 112), end: end - b.pick(28, 40)}
	if b.landscape {
		gap := b.px(56)
		kb.w = b.px(820)
		w = f.measure - gap - kb.w
		kb.x = f.x + w + gap
		right = kb.x - gap/2
	}
	q := searchRooms{kb: kb, ask: rect(f.x, m.Min.Y, w, b.pick(140, 124))}
	q.tip = kb.top(b.grid) - b.pick(24, 28) - b.tipPen().line()
	top := q.ask.Max.Y
	if b.landscape {
		q.view = rect(m.Min.X, top, right-m.Min.X, end-top)
		q.lower = rect(right, m.Min.Y, m.Max.X-right, end-m.Min.Y)
		return q
	}
	middle := q.tip - b.px(24)
	q.view = rect(m.Min.X, top, right-m.Min.X, middle-top)
	q.lower = rect(m.Min.X, middle, right-m.Min.X, end-middle)
	return q
}

// ask paints the query line: the letters typed and a caret, above a rule, and at the right
// the number of results. Many letters are set smaller.
func (b *build) ask(q searchRooms, found int) {
	l := b.layer("ask", rect(q.view.Min.X, q.ask.Min.Y, q.view.Max.X-q.view.Min.X, q.ask.Max.Y-q.ask.Min.Y), Paper)
	b.box("ask", q.ask)
	rule := b.rule(3)
	l.fill(rect(q.ask.Min.X, q.ask.Max.Y-rule, q.ask.Max.X-q.ask.Min.X, rule), Black)
	middle, right := (q.ask.Min.Y+q.ask.Max.Y-rule)/2, q.ask.Max.X
	if found > 0 {
		count := b.foundCount(found)
		right -= count.width(b)
		count.around(b, l, right, middle)
	}
	p := pen{face: fonts.SerifBlack, size: b.px(92), leading: 1, track: .12}
	caret, gap, x := b.rule(5), b.px(4), q.ask.Min.X
	if query := b.state.View.Query; query != "" {
		p = b.fitLine(query, p, right-b.px(20)-caret-gap-x, 0)
		_, w := b.label(l, query, p, x, middle-p.line()/2, Black)
		x += w + gap
	}
	l.fill(rect(x, middle-b.px(38), caret, b.px(76)), Red)
}

// nothing fills the room of the results before the first letter, and when
// nothing is found: what to do next.
func (b *build) nothing(q searchRooms) {
	l := b.layer("nothing", q.view, Paper)
	x, w := q.ask.Min.X, q.ask.Max.X-q.ask.Min.X
	on := b.ways(w, b.waysOn(w)...)
	room := q.view.Max.Y - q.view.Min.Y - b.px(2*16)
	head, text := b.words(w, b.step)
	for step := b.step; step > 1 && b.wordsHeight(head, text)+on.height > room; {
		step = max(1, step-.1)
		head, text = b.words(w, step)
	}
	if b.wordsHeight(head, text)+on.height > room {
		text = wording{}
	}
	h := b.wordsHeight(head, text)
	y := q.view.Min.Y + max(b.px(16), (room+b.px(2*16)-b.px(30)-h-on.height)/2)
	b.para(l, head.par, head.pen, x, y, Black)
	b.para(l, text.par, text.pen, x, y+head.h+b.px(16), Ink2)
	on.paint(b, l, x, y+h)
}

// wordsHeight returns the height of a heading and its line, with the room below them.
func (b *build) wordsHeight(head, text wording) fixed.Int26_6 {
	if text.h == 0 {
		return head.h + b.px(24)
	}
	return head.h + b.px(16) + text.h + b.px(44)
}

// wording is a paragraph with its pen and its height.
type wording struct {
	par typeset.Paragraph
	pen pen
	h   fixed.Int26_6
}

// words returns a heading and a line with what to do next, set at a text step.
func (b *build) words(w fixed.Int26_6, step float64) (head, text wording) {
	title, say := "请输入拼音首字母", "粗框的字母能找到内容。"
	query := b.state.View.Query
	if query != "" {
		title, say = "没有首字母为"+query+"的内容", "可以退一格再试，也可以看全部目录。"
	}
	head.pen = pen{face: fonts.SerifBlack, size: times(b.pick(64, 52), min(step, mostTitle)), leading: 1.35}
	if b.set.Width(head.pen.span(title)) > w && len(query) > 6 { // the query line has the letters
		title = "没有这些首字母的内容"
	}
	head.par = typeset.Paragraph{Spans: []typeset.Span{head.pen.span(title)}, Measure: w, Title: true}
	text.pen = pen{face: fonts.SansRegular, size: times(b.px(35), min(step, mostLabel)), leading: 1.6}
	text.par = typeset.Paragraph{Spans: []typeset.Span{text.pen.span(say)}, Measure: w}
	for _, t := range []*wording{&head, &text} {
		t.h = t.pen.line() * fixed.Int26_6(len(b.set.Lines(t.par)))
	}
	return head, text
}

// waysOn returns the buttons that lead on: one letter less, if there is one, and all items. Where
// they don't fit beside each other the letters are left out.
func (b *build) waysOn(room fixed.Int26_6) []command {
	all := command{word: fmt.Sprintf("全部 %d 项", len(b.state.Catalogue.Items)), event: session.Open{Screen: session.Screen{Kind: session.Home}}}
	query := b.state.View.Query
	if query == "" {
		return []command{all}
	}
	shorter := query[:len(query)-1]
	count := ""
	if n := b.state.Index.Count(shorter); n > 0 {
		count = fmt.Sprintf("，%d 项", n)
	}
	back := command{icon: "delete", word: "退一格", primary: true, event: session.Erase{}}
	long := back
	if long.word += "：" + shorter + count; shorter != "" && b.commandWidth(long)+b.px(24)+b.commandWidth(all) <= room {
		return []command{long, all}
	}
	back.word += count
	return []command{back, all}
}
