package frame

import (
	"image"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestTurnNeighbours: a half leads to each neighbour there is, counted in the page's unit.
func TestTurnNeighbours(t *testing.T) {
	items := []catalogue.Item{{Number: 3, Title: "示例甲"}, {Number: 5, Category: "示例乙"}, {Number: 8, Title: "示例丙"}}
	for at, want := range []string{"存到手机 下一项 示例乙", "上一项 示例甲 存到手机 下一项 示例丙", "上一项 示例乙 存到手机"} {
		b := draft(1080, 1920, stateOf(session.Item))
		Turn(b, Open(b, Needs{Turn: true}, Head{}), items, at)
		if got := wordsOn(layer(b, "turn")); got != want {
			t.Errorf("item %d: %s, want %s", at, got, want)
		}
		for name, i := range map[string]int{"turn.prev": at - 1, "turn.next": at + 1} {
			var event session.Event
			if i >= 0 && i < len(items) {
				event = session.Open{Screen: session.Screen{Kind: session.Item, Number: items[i].Number}}
			}
			if got := targetOf(b, name).Event; got != event {
				t.Errorf("item %d: %s leads to %v, want %v", at, name, got, event)
			}
		}
	}
}

// TestTakes: 存到手机 stands on pages that have a text.
func TestTakes(t *testing.T) {
	for _, c := range []struct {
		kind   session.Kind
		notice string
		want   bool
	}{
		{session.Item, "", true}, {session.Notice, "text", true}, {session.Notice, "poster", false}, {session.Notice, "gone", false}, {session.Notices, "", false},
	} {
		st := stateOf(c.kind)
		st.View.Notice = c.notice
		b := draft(1080, 1920, st)
		TurnTo(b, Open(b, Needs{Turn: true}, Head{}), "条", nil, nil)
		if got := targetOf(b, "turn.take").Event == (session.OpenSheet{Kind: session.Takeaway}); got != c.want {
			t.Errorf("%v %s: %v", c.kind, c.notice, got)
		}
	}
}

// TestTurnHalves: halves are equal and 存到手机 stands between them; a half can be pressed to the strip's
// end, 8 u clear of what is above and below it.
func TestTurnHalves(t *testing.T) {
	to := &Neighbour{Title: "示例", At: session.Screen{Kind: session.Home}}
	for _, c := range []struct {
		w, h             int
		mode             session.Mode
		prev, next, take image.Rectangle // boxes
		prevHit, nextHit image.Rectangle
		title            bool
	}{
		{
			1080, 1920, session.Mode{}, image.Rect(156, 1601, 486, 1744), image.Rect(710, 1601, 1040, 1744), image.Rect(506, 1621, 690, 1725),
			image.Rect(128, 1609, 486, 1736), image.Rect(710, 1609, 1080, 1736), true,
		},
		{
			1920, 1080, session.Mode{}, image.Rect(1034, 948, 1349, 1080), image.Rect(1557, 948, 1872, 1080), image.Rect(1365, 966, 1541, 1062),
			image.Rect(1010, 956, 1349, 1072), image.Rect(1557, 956, 1920, 1072), true,
		},
		{
			1600, 1080, session.Mode{}, image.Rect(1044, 948, 1194, 1080), image.Rect(1402, 948, 1552, 1080), image.Rect(1210, 966, 1386, 1062),
			image.Rect(1020, 956, 1194, 1072), image.Rect(1402, 956, 1600, 1072), false,
		},
		{
			1080, 1920, session.Mode{LowReach: true}, image.Rect(56, 1641, 428, 1768), image.Rect(652, 1641, 1024, 1768), image.Rect(448, 1653, 632, 1757),
			image.Rect(0, 1649, 428, 1760), image.Rect(652, 1649, 1080, 1760), true,
		},
	} {
		st := stateOf(session.Item)
		st.Mode = c.mode
		b := draft(c.w, c.h, st)
		TurnTo(b, Open(b, Needs{Turn: true}, Head{}), "项", to, to)
		if p, n, k := boxes(b, "turn.prev")[0], boxes(b, "turn.next")[0], boxes(b, "turn.take")[0]; p != c.prev || n != c.next || k != c.take {
			t.Errorf("%dx%d %+v: halves %v and %v, 存到手机 %v", c.w, c.h, c.mode, p, n, k)
		}
		if p, n := targetOf(b, "turn.prev").Hit, targetOf(b, "turn.next").Hit; p != c.prevHit || n != c.nextHit {
			t.Errorf("%dx%d %+v: hit at %v and %v", c.w, c.h, c.mode, p, n)
		}
		want := "上一项 存到手机 下一项"
		if c.title {
			want = "上一项 示例 存到手机 下一项 示例"
		}
		l := layer(b, "turn")
		if got := wordsOn(l); got != want {
			t.Errorf("%dx%d: %s, want %s", c.w, c.h, got, want)
		}
		ground := page.Paper // above the bar, under a hairline; else it is the bar's end
		if b.Landscape {
			ground = page.Mat
		}
		hair, ok := l.Items[0].(*page.Rect)
		if l.Ground != ground || l.Role != page.Bar || (ok && hair.Ink == page.Line) == b.Landscape {
			t.Errorf("%dx%d: ground %v, first thing %+v", c.w, c.h, l.Ground, l.Items[0])
		}
	}
}

// TestTurnTitle: a neighbour's title has two lines at most, flush with its chevron's side.
func TestTurnTitle(t *testing.T) {
	to := &Neighbour{Title: "城镇独生子女父母计划生育奖励办法示例城镇独生子女父母计划生育奖励办法", At: session.Screen{Kind: session.Home}}
	b := draft(1080, 1920, stateOf(session.Item))
	TurnTo(b, Open(b, Needs{Turn: true}, Head{}), "项", to, to)
	for i, text := range textsOn(layer(b, "turn")) {
		if text.Spans[0].Text != to.Title {
			continue
		}
		if len(text.Lines) != 2 || text.Target == 0 {
			t.Errorf("text %d: %d lines, target %d", i, len(text.Lines), text.Target)
		}
		for _, line := range text.Lines {
			left, right := text.X+line.X.Round(), text.X+(line.X+line.Width).Round()
			if next := text.X > 540; !next && left != 156+56 || next && right != 1040-56 {
				t.Errorf("text %d: a line from %d to %d", i, left, right)
			}
		}
	}
}
