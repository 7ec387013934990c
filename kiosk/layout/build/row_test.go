package build

import (
	"slices"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestRowParts: the hairline is a part of a row's height, at its lower edge or its upper
// one, unless it lies over the row.
func TestRowParts(t *testing.T) {
	b := draft(2160, 3840, session.State{}) // hairlines of 3 px
	for _, c := range []struct {
		look       RowLook
		ruled      bool
		body, line fixed.Rectangle26_6
	}{
		{RowLook{}, true, rect(100, 200, 900, 397), rect(100, 397, 900, 400)},
		{RowLook{Above: true}, true, rect(100, 203, 900, 400), rect(100, 200, 900, 203)},
		{RowLook{Over: true}, true, rect(100, 200, 900, 400), rect(100, 397, 900, 400)},
		{RowLook{Above: true, Over: true}, true, rect(100, 200, 900, 400), rect(100, 200, 900, 203)},
		{RowLook{}, false, rect(100, 200, 900, 400), rect(100, 200, 900, 200)},
	} {
		list := RowList{Draft: b, Look: c.look}
		if body, line := list.Parts(Row{At: rect(100, 200, 900, 400), Ruled: c.ruled}); body != c.body || line != c.line {
			t.Errorf("%+v ruled %v: body %v, line %v", c.look, c.ruled, body, line)
		}
	}
}

// TestRowTarget: a row is pressed as wide as its text and 16 u more, and hit within its insets.
func TestRowTarget(t *testing.T) {
	for _, c := range []struct {
		look       RowLook
		paint, hit fixed.Rectangle26_6
	}{
		{RowLook{}, rect(84, 200, 916, 399), rect(100, 200, 900, 399)},
		{RowLook{Pressed: true}, rect(84, 200, 916, 400), rect(100, 200, 900, 400)},
		{RowLook{Hit: Insets{7, 8}}, rect(84, 200, 916, 399), rect(100, 207, 900, 391)},
	} {
		b := draft(1080, 1920, session.State{})
		list := RowList{Draft: b, On: b.Layer("body", rect(0, 0, 1080, 1920), page.Paper), Look: c.look}
		list.Add(Row{At: rect(100, 200, 900, 400), Ruled: true, Event: session.GoHome{}})
		target := b.Targets[0]
		if target.Paint != page.Round(c.paint) || target.Hit != page.Round(c.hit) || target.Event != (session.GoHome{}) {
			t.Errorf("%+v: paint %v, hit %v", c.look, target.Paint, target.Hit)
		}
		list.Add(Row{At: rect(100, 400, 900, 600)})
		if len(b.Targets) != 1 {
			t.Errorf("%+v: a row without an event is a target", c.look)
		}
	}
}

// TestRowsBelow: a row counts as seen when its body has ended, or its hairline where that counts.
func TestRowsBelow(t *testing.T) {
	for _, c := range []struct {
		counted bool
		y       int
		want    int
	}{{false, 0, 7}, {false, 298, 7}, {false, 299, 6}, {false, 399, 5}, {false, 900, 0}, {true, 299, 7}, {true, 300, 6}} {
		b := draft(1080, 1920, session.State{})
		list := RowList{Draft: b, On: &page.Layer{}, Look: RowLook{Counted: c.counted}}
		for y := 200; y < 400; y += 100 {
			list.Add(Row{At: rect(100, y, 900, y+100), Ruled: true})
		}
		list.Note(fixed.I(900), 5)
		if got := list.Below(fixed.I(c.y)); got != c.want {
			t.Errorf("counted %v: %d rows end below %d, want %d", c.counted, got, c.y, c.want)
		}
		if list.Bottom() != fixed.I(900) {
			t.Errorf("the lowest row ends at %v", list.Bottom())
		}
	}
}

// TestRowContent: columns stand in the row's middle or below its upper edge, the mark and the
// chevron at its right end.
func TestRowContent(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	label := func(text string) Block { return b.LabelBlock(text, plain(40), page.Black) }
	list := RowList{Draft: b, On: &page.Layer{}, Look: RowLook{Chevron: 40}}
	list.Add(Row{
		At:    rect(100, 200, 900, 400),
		Lead:  Column{Blocks: []Block{label("一")}},
		Stack: Column{X: fixed.I(80), FromTop: true, Y: fixed.I(30), Blocks: []Block{label("二"), label("三").Below(fixed.I(10))}},
		Mark:  "改", Next: Chevron{Right: fixed.I(44)},
	})
	list.Add(Row{At: rect(100, 400, 900, 600), Next: Chevron{Right: fixed.I(44), Top: fixed.I(12)}})
	want := []string{"一 at 100", "二 at 180", "三 at 180", "〔改〕 at 788", "next (856,280)-(896,320)", "next (856,412)-(896,452)"}
	if got := painted(list.On); !slices.Equal(got, want) {
		t.Errorf("painted %q, want %q", got, want)
	}
	rise := plain(40).Rise().Round()
	for i, top := range []int{280, 230, 280} {
		if y := list.On.Items[i].(*page.Text).Y; y != top+rise {
			t.Errorf("block %d stands on %d, want %d", i, y, top+rise)
		}
	}
}

// TestColumnHeight: the gap before a block counts only where the block has a line.
func TestColumnHeight(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	one, none := b.LabelBlock("示例", plain(40), page.Black), b.LabelBlock("", plain(40), page.Black)
	for i, c := range []struct {
		blocks []Block
		want   int
	}{{nil, 0}, {[]Block{one}, 40}, {[]Block{one, one.Below(fixed.I(12))}, 92}, {[]Block{one, none.Below(fixed.I(12))}, 40}} {
		if got := (Column{Blocks: c.blocks}).Height(); got != fixed.I(c.want) {
			t.Errorf("%d: %v high, want %d", i, got, c.want)
		}
	}
}

// TestNumberWidth: numbers take what the longest needs, but never less than the design's room.
func TestNumberWidth(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	for last, want := range map[int]fixed.Int26_6{
		9: fixed.I(80), 14: fixed.I(80), 12345: b.Setter.Width(plain(40).Span("12345")) + fixed.I(20),
	} {
		if got := b.NumberWidth(last, fixed.I(80), fixed.I(20), plain(40)); got != want {
			t.Errorf("up to %d: %v, want %v", last, got, want)
		}
	}
}

// TestNumerals: the design's column holds two digits; a wider number keeps 40 u from the text.
func TestNumerals(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	for last, want := range map[int]fixed.Int26_6{
		9: fixed.I(88), 14: fixed.I(88), 111: b.Setter.Width(plain(40).Span("000")) + fixed.I(40),
	} {
		if got := b.Numerals(last, fixed.I(88), plain(40)); got != want {
			t.Errorf("up to %d: %v, want %v", last, got, want)
		}
	}
}
