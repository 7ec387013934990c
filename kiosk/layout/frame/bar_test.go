package frame

import (
	"fmt"
	"image"
	"testing"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestCurrentSlot: a screen's own slot is bold and red under a bar, and can be pressed still.
func TestCurrentSlot(t *testing.T) {
	for kind, want := range map[session.Kind]string{
		session.Home: "首页", session.Search: "查找", session.Notices: "公告", session.Notice: "公告", session.Item: "", session.Category: "",
	} {
		for _, contrast := range []bool{false, true} {
			st := stateOf(kind)
			st.Mode.Contrast = contrast
			b := draft(1080, 1920, st)
			Open(b, Needs{}, Head{})
			current, y := "", -1
			for _, it := range layer(b, "bar").Items {
				switch it := it.(type) {
				case *page.Text:
					if it.Ink == page.Red && it.Spans[0].Style.Face == fonts.SansBold {
						current += it.Spans[0].Text
					}
				case *page.Rect:
					if it.Ink == page.Red {
						y = it.Rect.Min.Y
					}
				}
			}
			bar := -1
			if want != "" {
				bar = 1744
				if contrast { // below the bar's upper line
					bar += 3
				}
			}
			if current != want || y != bar {
				t.Errorf("%v contrast %v: %q is current, its bar at %d, want %q, %d", kind, contrast, current, y, want, bar)
			}
		}
	}
}

// TestSlots: four targets with 16 u between them, a line between all, the word below its icon or, in
// landscape, beside it.
func TestSlots(t *testing.T) {
	for _, c := range []struct {
		w, h        int
		first, last image.Rectangle // hit
		beside      bool
	}{
		{1080, 1920, image.Rect(128, 1752, 352, 1920), image.Rect(848, 1752, 1072, 1920), false},
		{1920, 1080, image.Rect(156, 956, 350, 1080), image.Rect(786, 956, 980, 1080), true},
	} {
		b := draft(c.w, c.h, stateOf(session.Item))
		Open(b, Needs{}, Head{})
		var hits []image.Rectangle
		for i, want := range []session.Event{session.GoHome{}, session.Open{Screen: session.Screen{Kind: session.Search}}, session.Open{Screen: session.Screen{Kind: session.Notices}}, session.OpenSheet{Kind: session.Accessibility}} {
			target := b.Targets[1+i] // behind 返回
			hits = append(hits, target.Hit)
			if target.Name != "bar.slot" || target.Event != want {
				t.Errorf("%dx%d: slot %d is %s and means %v", c.w, c.h, i, target.Name, target.Event)
			}
			if i > 0 && hits[i].Min.X-hits[i-1].Max.X != 16 {
				t.Errorf("%dx%d: slots at %v and %v", c.w, c.h, hits[i-1], hits[i])
			}
		}
		if hits[0] != c.first || hits[3] != c.last {
			t.Errorf("%dx%d: slots from %v to %v", c.w, c.h, hits[0], hits[3])
		}
		lines := 0
		var icon image.Rectangle
		for _, it := range layer(b, "bar").Items {
			switch it := it.(type) {
			case *page.Rect:
				if it.Ink == page.Line {
					lines++
				}
			case *page.Icon:
				icon = it.Rect
			case *page.Text:
				if beside := it.X > icon.Max.X; beside != c.beside {
					t.Errorf("%dx%d: %s at %d, its icon at %v", c.w, c.h, it.Spans[0].Text, it.X, icon)
				}
			}
		}
		if lines != 3 {
			t.Errorf("%dx%d: %d lines part four slots", c.w, c.h, lines)
		}
	}
}

// TestFoot: 返回 is hit in its corner, apart from the bar, and a rule or a line parts it from what it touches.
func TestFoot(t *testing.T) {
	for _, c := range []struct {
		w, h int
		mode session.Mode
		hit  image.Rectangle
		line string // the ink and place of what is painted over its ground
	}{
		{1080, 1920, session.Mode{}, image.Rect(0, 1752, 112, 1920), "on-leaf2 (20,1744)-(100,1746)"},
		{1920, 1080, session.Mode{}, image.Rect(0, 956, 124, 1080), "on-leaf2 (20,948)-(112,950)"},
		{1080, 1920, session.Mode{LowReach: true}, image.Rect(0, 1776, 112, 1920), ""},
		{1080, 1920, session.Mode{LowReach: true, Contrast: true}, image.Rect(0, 1776, 112, 1920), "on-leaf (116,1768)-(120,1920)"},
	} {
		st := stateOf(session.Item)
		st.Mode = c.mode
		b := draft(c.w, c.h, st)
		Open(b, Needs{}, Head{})
		foot, line := targetOf(b, "foot"), ""
		for _, it := range layer(b, "foot").Items[1:] {
			if r, ok := it.(*page.Rect); ok {
				line += fmt.Sprintf("%v %v", r.Ink, r.Rect)
			}
		}
		if foot.Hit != c.hit || foot.Event != (session.GoBack{}) || line != c.line {
			t.Errorf("%dx%d %+v: hit at %v, line %q", c.w, c.h, c.mode, foot.Hit, line)
		}
	}
}
