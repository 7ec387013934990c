package frame

import (
	"image"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestStrip: the place stands at the left, date and time at the right on a layer of their own; without
// a trusted time they are absent, and with the proof the edition stands below or in place of them.
func TestStrip(t *testing.T) {
	const edition = "版本 01234567"
	for _, c := range []struct {
		clock, proof, board bool
		strip, time         string
	}{
		{true, false, false, "示例社区", "09:41 3月12日　星期四"},
		{false, false, false, "示例社区", ""},
		{true, true, false, "示例社区", edition + " 09:41 3月12日　星期四"},
		{false, true, false, edition + " 示例社区", ""},
		{true, false, true, "示例社区", "09:41 3月12日　星期四"},
		{false, false, true, "示例社区", ""},
		{true, true, true, "示例社区", edition + " 09:41 3月12日　星期四"},
		{false, true, true, edition + " 示例社区", ""},
	} {
		for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
			st := stateOf(session.Item)
			st.Clock, st.Proof = c.clock, c.proof
			b := draft(size.X, size.Y, st)
			f := Open(b, Needs{Board: c.board}, Head{})
			if strip, time := wordsOn(layer(b, "strip")), wordsOn(layer(b, "clock")); strip != c.strip || time != c.time {
				t.Errorf("%v %+v: %q and %q", size, c, strip, time)
			}
			end := (f.X + f.Measure).Round()
			if c.proof { // its code with the room at its left
				end -= 100 + b.Pick(30, 32).Round()
			}
			for _, text := range textsOn(layer(b, "clock")) {
				if right := text.X + build.Width(text.Lines).Round(); right > end+1 {
					t.Errorf("%v %+v: %q ends at %d, want %d at most", size, c, text.Spans[0].Text, right, end)
				}
			}
			if l := layer(b, "clock"); l != nil && (l.Bounds.Max.X != end || !l.Bounds.In(layer(b, "strip").Bounds)) {
				t.Errorf("%v %+v: the clock's layer is at %v, the strip's end at %d", size, c, l.Bounds, end)
			}
		}
	}
}

// TestPlaceFits: a long name is set smaller, to 28 u, and then in several lines, whole, before the clock begins.
func TestPlaceFits(t *testing.T) {
	for _, c := range []struct {
		name  string
		size  int // of home's
		lines int
	}{{"示例社区", 56, 1}, {strings.Repeat("示例社区", 4), 0, 1}, {strings.Repeat("示例社区", 5), 0, 1}, {strings.Repeat("示例社区", 8), 28, 2}, {strings.Repeat("示例社区", 10), 28, 2}} {
		st := stateOf(session.Home)
		st.Catalogue.Centre = c.name
		b := draft(1080, 1920, st)
		Open(b, Needs{Board: true}, Head{})
		text := textsOn(layer(b, "strip"))[0]
		size := text.Spans[0].Style.Size
		if c.size > 0 && size != fixed.I(c.size) || c.size == 0 && (size >= fixed.I(56) || size <= fixed.I(28)) {
			t.Errorf("%s: set at %v", c.name, size)
		}
		if last := text.Lines[len(text.Lines)-1]; last.End < len([]rune(c.name)) || len(text.Lines) != c.lines {
			t.Errorf("%s: ends at %d, %d lines", c.name, last.End, len(text.Lines))
		}
		for _, line := range text.Lines {
			if end, clock := text.X+line.Width.Round(), boxes(b, "clock")[0]; end > clock.Min.X-24 || end > layer(b, "clock").Bounds.Min.X {
				t.Errorf("%s ends at %d, the clock begins at %d on a layer from %d", c.name, end, clock.Min.X, layer(b, "clock").Bounds.Min.X)
			}
		}
	}
}

// TestChanged: what has changed takes the strip's place on every page; in the notices it is a notice.
func TestChanged(t *testing.T) {
	for _, c := range []struct {
		change session.Change
		kind   session.Kind
		clock  bool
		want   string
	}{
		{session.Updated, session.Item, true, "内容已更新 正在看的这一页刚刚换成最新内容 09:41"},
		{session.Updated, session.Notices, false, "内容已更新 正在看的这一页刚刚换成最新内容"},
		{session.Gone, session.Home, true, "这一项已不再公开 已经回到目录首页 09:41"},
		{session.Gone, session.Notices, true, "这条公告已不再公开 已经回到公告列表 09:41"},
	} {
		st := stateOf(c.kind)
		st.Change, st.Clock = c.change, c.clock
		b := draft(1080, 1920, st)
		Open(b, Needs{Board: c.kind == session.Home}, Head{})
		l := layer(b, "strip")
		if got := wordsOn(l); got != c.want || layer(b, "clock") != nil {
			t.Errorf("%v on %v: %s, want %s", c.change, c.kind, got, c.want)
		}
		ground, rule := l.Items[0].(*page.Rect), l.Items[1].(*page.Rect)
		if ground.Ink != page.Mat || ground.Rect != image.Rect(120, 0, 1080, 96) || rule.Ink != page.Red || rule.Rect != image.Rect(120, 94, 1080, 96) {
			t.Errorf("%v: ground %v, rule %v", c.change, ground.Rect, rule.Rect)
		}
	}
}

// TestProof: the code stands in the strip's corner, larger where a px is small; without a number
// that it holds there is none.
func TestProof(t *testing.T) {
	for _, c := range []struct {
		diagonal float64 // mm; the screen's is 2202.9 px
		number   int
		contrast bool
		side     int
	}{{0, 1, false, 100}, {1000, 1, false, 100}, {440.58, 1, false, 125}, {0, 1, true, 100}, {0, 123456789012345678, false, 0}} {
		st := stateOf(session.Item)
		st.Proof, st.Panel.Diagonal, st.View.Number, st.Mode.Contrast = true, c.diagonal, c.number, c.contrast
		b := draft(1080, 1920, st)
		Proof(b, fixed.I(1040))
		if c.side == 0 {
			if layer(b, "proof") != nil {
				t.Errorf("%+v: there is a code", c)
			}
			continue
		}
		code := layer(b, "proof").Items[0].(*page.Code)
		ink, ground := page.Ink2, image.Rect(1040-c.side, 20, 1040, 20+c.side)
		if got := boxes(b, "proof"); !slices.Equal(got, []image.Rectangle{ground}) {
			t.Errorf("%+v: the code is at %v", c, got)
		}
		if c.contrast { // black on white, with a quiet zone of 16
			ink, ground = page.None, ground.Inset(-16)
		}
		if code.Ink != ink || code.Ground != ground || code.Module != c.side/25 || code.At.Y != 20 || code.At.X != 1040-25*code.Module {
			t.Errorf("%+v: %v code at %v on %v", c, code.Ink, code.At, code.Ground)
		}
	}
}

// TestHasStrip: screens without a page have no strip, nor has any without content.
func TestHasStrip(t *testing.T) {
	for kind := session.Preparing; kind <= session.Night; kind++ {
		st := stateOf(kind)
		if got, want := HasStrip(draft(1080, 1920, st)), kind != session.Preparing && kind != session.Attract && kind != session.Night; got != want {
			t.Errorf("%v: %v", kind, got)
		}
		st.Catalogue = nil
		if HasStrip(draft(1080, 1920, st)) {
			t.Errorf("%v has a strip without content", kind)
		}
	}
}

// TestEdition takes eight digits of a revision, with or without the name of its hash.
func TestEdition(t *testing.T) {
	for revision, want := range map[string]string{"sha256:0123456789abcdef": "版本 01234567", "0123456789": "版本 01234567", "sha256:01": "版本 01", "": "版本 "} {
		st := stateOf(session.Home)
		st.Catalogue.Revision = revision
		if got := edition(draft(1080, 1920, st)); got != want {
			t.Errorf("%s: %s, want %s", revision, got, want)
		}
	}
}
