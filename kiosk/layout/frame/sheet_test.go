package frame

import (
	"image"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestOpenSheet: in portrait a sheet is the page's lower part, in landscape its left one; it rises from
// past that edge, and veils the page but for the leaf, which runs through it.
func TestOpenSheet(t *testing.T) {
	for _, c := range []struct {
		w, h       int
		mode       session.Mode
		sheet      image.Rectangle
		away       image.Point
		veil       image.Rectangle
		edge, line image.Rectangle // the leaf's part; the black line towards the page
		x, w2, top int             // of its content
		text       bool            // the leaf keeps its text
	}{
		{1080, 1920, session.Mode{}, image.Rect(0, 864, 1080, 1920), image.Pt(0, 1056), image.Rect(120, 0, 1080, 1920), image.Rect(0, 864, 120, 1920), image.Rect(120, 864, 1080, 867), 156, 884, 907, false},
		{1920, 1080, session.Mode{}, image.Rect(0, 0, 1160, 1080), image.Pt(-1160, 0), image.Rect(132, 0, 1920, 1080), image.Rect(0, 0, 132, 1080), image.Rect(1157, 0, 1160, 1080), 180, 929, 40, false},
		{1080, 1920, session.Mode{LowReach: true}, image.Rect(0, 864, 1080, 1920), image.Pt(0, 1056), image.Rect(0, 864, 1080, 1920), image.Rect(0, 864, 120, 1920), image.Rect(120, 864, 1080, 867), 156, 884, 907, true},
	} {
		st := stateOf(session.Item)
		st.Mode = c.mode
		b := draft(c.w, c.h, st)
		f := Open(b, Needs{}, Head{})
		l := f.Spine
		b.Label(l, "示例", build.Pen{Size: fixed.I(20), Leading: 1}, 0, 0, page.OnLeaf)
		b.BoxAs(page.Spine, "leaf.title", rect(0, 0, 20, 20))
		s, paper := OpenSheet(b, "qr", "存到手机")
		if b.Sheet.Rect != c.sheet || b.Sheet.Away != c.away || b.Sheet.Veil != c.veil {
			t.Errorf("%dx%d %+v: %+v", c.w, c.h, c.mode, b.Sheet)
		}
		if edge := layer(b, "sheet.edge"); edge.Bounds != c.edge || !edge.Over || !paper.Over || wordsOn(edge) != "存到手机 返回" {
			t.Errorf("%dx%d: edge at %v with %s", c.w, c.h, edge.Bounds, wordsOn(edge))
		}
		if line := paper.Items[0].(*page.Rect); line.Ink != page.Black || line.Rect != c.line {
			t.Errorf("%dx%d: line at %v", c.w, c.h, line.Rect)
		}
		if s.X.Round() != c.x || s.W.Round() != c.w2 || s.Top.Round() != c.top || s.End.Round() != c.h-40 {
			t.Errorf("%dx%d: content from %v, %v, %v wide to %v", c.w, c.h, s.X, s.Top, s.W, s.End)
		}
		if (len(boxes(b, "leaf.title")) > 0) != c.text || (wordsOn(l) != "") != c.text {
			t.Errorf("%dx%d %+v: the leaf has %q", c.w, c.h, c.mode, wordsOn(l))
		}
		foot, was := targetOf(b, "sheet.foot"), targetOf(b, "foot")
		if foot.Event != (session.GoBack{}) || !c.mode.LowReach && (foot.Paint != was.Paint || foot.Hit.Max.X != was.Hit.Max.X) {
			t.Errorf("%dx%d: 返回 at %v, was at %v", c.w, c.h, foot.Paint, was.Paint)
		}
	}
}

// TestSheetOverLeaf: in low reach the leaf keeps its text unless the sheet would cut it.
func TestSheetOverLeaf(t *testing.T) {
	for top, keeps := range map[int]bool{900: true, 864: true, 863: false, 400: false} {
		st := stateOf(session.Item)
		st.Mode.LowReach = true
		b := draft(1080, 1920, st)
		f := Open(b, Needs{}, Head{})
		if end := b.Leaf.Rect.Max.Y; end != 864 {
			t.Fatalf("the leaf ends at %d", end)
		}
		PlaceSheet(b, rect(0, top, 1080, 1920), image.Pt(0, 9))
		if got := len(f.Spine.Items) > 0; got != keeps {
			t.Errorf("a sheet from %d: the leaf keeps its text: %v", top, got)
		}
	}
}

// TestCommands: buttons share the width at the sheet's end, 24 u between them.
func TestCommands(t *testing.T) {
	b := draft(1080, 1920, stateOf(session.Item))
	s, l := OpenSheet(b, "qr", "存到手机")
	Commands(b, l, s, build.Command{Word: "一", Event: session.GoBack{}}, build.Command{Word: "二", Event: session.GoHome{}, Primary: true})
	want := []image.Rectangle{image.Rect(156, 1768, 586, 1880), image.Rect(610, 1768, 1040, 1880)}
	for i, got := range boxes(b, "button") {
		if got != want[i] {
			t.Errorf("button %d at %v, want %v", i, got, want[i])
		}
	}
	if n := len(boxes(b, "button")); n != 2 {
		t.Errorf("%d buttons", n)
	}
}
