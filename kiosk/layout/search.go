package layout

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// searchScreen lays out the search by initials (docs/design/README.md section 6.6): the query, its
// results, and the keyboard, which doesn't scroll.
func searchScreen(b *build.Draft) {
	matches := b.State.Index.Find(b.State.View.Query)
	f := frame.Open(b, frame.Needs{}, frame.Head{
		Spine: frame.IconSpine(b, "search", "查找"),
		Sheet: func(f *frame.Frame) { lowQuery(b, f, len(matches)) },
	})
	if f.IsSheet() {
		lowSearch(b, f, matches)
		return
	}
	q := searchRoomsOf(b, f)
	queryLine(b, q, len(matches))
	kb := b.Layer("keys", q.lower, page.Paper)
	tip(b, kb, q.kb.x, q.tip, q.kb.w)
	if len(matches) > 0 {
		results(b, f, q, matches)
	} else {
		noResults(b, q)
	}
	keys(b, kb, q.kb)
}

// searchRooms are the parts of the page: side by side in landscape.
type searchRooms struct {
	query fixed.Rectangle26_6 // the query line, as wide as the text
	view  fixed.Rectangle26_6 // the results, as wide as their pressed grounds
	lower fixed.Rectangle26_6 // tip and keyboard
	tip   fixed.Int26_6       // the top of its line
	kb    keyboard
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

// queryLine paints the query and a caret above a rule, and the number of results at the right. A
// long query is set smaller.
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
	p := build.Pen{Face: fonts.SerifBlack, Size: b.Px(92), Leading: 1, Track: .12}
	caret, gap, x := b.Rule(5), b.Px(4), q.query.Min.X
	if query := b.State.View.Query; query != "" {
		p = b.FitLine(query, p, right-b.Px(20)-caret-gap-x, 0)
		_, w := b.Label(l, query, p, x, middle-p.Line()/2, page.Black)
		x += w + gap
	}
	l.Fill(page.Area(x, middle-b.Px(38), caret, b.Px(76)), page.Red)
}

// noResults paints what to do next in place of the results: before the first letter, and if nothing
// is found.
func noResults(b *build.Draft, q searchRooms) {
	l := b.Layer("nothing", q.view, page.Paper)
	x, w := q.query.Min.X, q.query.Max.X-q.query.Min.X
	on := buttonGroupOf(b, w, nextSteps(b, w)...)
	room := q.view.Max.Y - q.view.Min.Y - b.Px(2*16)
	head, text := guidance(b, w, b.Step)
	for step := b.Step; step > 1 && guidanceHeight(b, head, text)+on.height > room; {
		step = max(1, step-.1)
		head, text = guidance(b, w, step)
	}
	if guidanceHeight(b, head, text)+on.height > room {
		text = b.Block(typeset.Paragraph{}, build.Pen{}, page.Ink2)
	}
	h := guidanceHeight(b, head, text)
	y := q.view.Min.Y + max(b.Px(16), (room+b.Px(2*16)-b.Px(30)-h-on.height)/2)
	head.Paint(b, l, x, y)
	text.Paint(b, l, x, y+head.Height()+b.Px(16))
	on.paint(b, l, x, y+h)
}

// guidanceHeight returns the height of a heading and its line, with the gap below them.
func guidanceHeight(b *build.Draft, head, text build.Block) fixed.Int26_6 {
	if text.Lines() == 0 {
		return head.Height() + b.Px(24)
	}
	return head.Height() + b.Px(16) + text.Height() + b.Px(44)
}

// guidance returns a heading and a line about what to do next, set at a text step.
func guidance(b *build.Draft, w fixed.Int26_6, step float64) (head, text build.Block) {
	title, advice := "请输入拼音首字母", "粗框的字母能找到内容。"
	query := b.State.View.Query
	if query != "" {
		title, advice = "没有首字母为"+query+"的内容", "可以退一格再试，也可以看全部目录。"
	}
	p := build.Pen{Face: fonts.SerifBlack, Size: page.Scale(b.Pick(64, 52), min(step, build.MostTitle)), Leading: 1.35}
	if b.Setter.Width(p.Span(title)) > w && len(query) > 6 { // the query line has the letters
		title = "没有这些首字母的内容"
	}
	head = b.Block(typeset.Paragraph{Spans: []typeset.Span{p.Span(title)}, Measure: w, Title: true}, p, page.Black)
	p = build.Pen{Face: fonts.SansRegular, Size: page.Scale(b.Px(35), min(step, build.MostLabel)), Leading: 1.6}
	text = b.Block(typeset.Paragraph{Spans: []typeset.Span{p.Span(advice)}, Measure: w}, p, page.Ink2)
	return head, text
}

// nextSteps returns the buttons for what to do next: one letter less, if there is one, and all
// items. The letters are left out if both buttons don't fit side by side.
func nextSteps(b *build.Draft, room fixed.Int26_6) []build.Command {
	all := build.Command{Word: fmt.Sprintf("全部 %d 项", len(b.State.Catalogue.Items)), Event: session.Open{Screen: session.Screen{Kind: session.Home}}}
	query := b.State.View.Query
	if query == "" {
		return []build.Command{all}
	}
	shorter := query[:len(query)-1]
	count := ""
	if n := b.State.Index.Count(shorter); n > 0 {
		count = fmt.Sprintf("，%d 项", n)
	}
	back := build.Command{Icon: "delete", Word: "退一格", Primary: true, Event: session.Erase{}}
	long := back
	if long.Word += "：" + shorter + count; shorter != "" && b.CommandWidth(long)+b.Px(24)+b.CommandWidth(all) <= room {
		return []build.Command{long, all}
	}
	back.Word += count
	return []build.Command{back, all}
}
