package desk_test

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// TestPictures holds the page in the states that differ most.
func TestPictures(t *testing.T) {
	notices := usual(t)
	notices.Kiosk = kiosk(t, notice("a", "示例公告", ""), notice("b", "示例海报", "publish = 2026-03-12\n"))
	notices.Kiosk.Mode = session.Mode{Text: 1.6, Contrast: true}
	notices.State.Wide, notices.Size, notices.State.Found.Problems, notices.State.Chosen = true, wide, nil, 0
	asked := usual(t)
	asked.State.Ask = &desk.Question{Title: "示例.docx", Lines: []string{"新公告：示例", "notices/2026-03-12-示例.toml 会新建"}, Note: "导入以前，内容不会变", Order: desk.Import}
	choices := usual(t)
	choices.Kiosk, choices.State = session.Start(morning, true), desk.State{Ask: &desk.Question{Label: "打开哪一份", Title: "旁边有几份内容", Choices: []string{"content", "内容 - 副本"}, Note: "点一份"}}
	small := usual(t)
	scaled := usual(t)
	scaled.Scale = 1.25
	for name, p := range map[string]desk.Page{
		"usual":  layout(usual(t), desk.Usual),
		"wide":   layout(notices, desk.Usual),
		"asked":  layout(asked, desk.Usual),
		"choose": layout(choices, desk.Usual),
		"small":  layout(small, desk.Least),
		"scaled": layout(scaled, image.Pt(1710, 912)), // 1366 x 768 less a task bar, at 125 %
	} {
		golden(t, name, p)
	}
}

// TestBoxes compares with the design's numbers, CSS px.
func TestBoxes(t *testing.T) {
	p := layout(usual(t), desk.Usual)
	for _, want := range []struct {
		name string
		n    int
		rect image.Rectangle
	}{
		{"glass", 0, image.Rect(30, 20, 570, 980)},
		{"ww", 0, image.Rect(636, 79, 1564, 86)},
		{"arrow", 0, image.Rect(636, 129, 674, 167)},
		{"arrow", 1, image.Rect(954, 129, 992, 167)},
		{"earlier", 0, image.Rect(1018, 129, 1064, 167)},
		{"button", 1, image.Rect(636, 259, 734, 297)},   // 开始画面
		{"button", 7, image.Rect(636, 355, 797, 393)},   // 竖屏
		{"button", 9, image.Rect(1090, 355, 1156, 393)}, // 标准
		{"row", 2, image.Rect(636, 686, 1564, 755)},
		{"foot", 0, image.Rect(636, 922, 1564, 980)},
		{"answer", 0, image.Rect(1444, 938, 1564, 980)},
	} {
		got := box(t, p, want.name, want.n)
		if want.name == "button" { // their order is that of the groups' painting
			got = nearest(p, want.rect)
		}
		if far(got, want.rect) > 2 {
			t.Errorf("%s %d is at %v, the design has it at %v", want.name, want.n, got, want.rect)
		}
	}
}

// nearest returns the button nearest to a rectangle.
func nearest(p desk.Page, r image.Rectangle) (best image.Rectangle) {
	for _, b := range p.Boxes {
		if at := page.Round(b.Rect); b.Name == "button" && (best.Empty() || far(at, r) < far(best, r)) {
			best = at
		}
	}
	return best
}

// far returns by how much the edges of two rectangles differ at most.
func far(a, b image.Rectangle) int {
	d := func(x, y int) int { return max(x-y, y-x) }
	return max(d(a.Min.X, b.Min.X), d(a.Min.Y, b.Min.Y), d(a.Max.X, b.Max.X), d(a.Max.Y, b.Max.Y))
}

// TestSizes checks that in windows of all sizes nothing is cut at the right, no text is below 14 CSS px, and every target
// can be reached by scrolling.
func TestSizes(t *testing.T) {
	v := usual(t)
	v.State.Found.Problems = many(16)
	set := typeset.New()
	for _, size := range []image.Point{desk.Least, {1280, 680}, {1366, 728}, desk.Usual, {1920, 1040}, {1000, 1400}} {
		for _, scale := range []float64{1, 1.25, 2} {
			for _, kiosk := range []image.Point{upright, wide} {
				v.Scale, v.Size = scale, kiosk
				window := image.Pt(int(float64(size.X)*scale), int(float64(size.Y)*scale))
				name := fmt.Sprintf("%v at %v, kiosk %v", size, scale, kiosk)
				p := desk.Layout(v, window, set)
				if !p.Plan.Glass.In(image.Rectangle{Max: window}) || p.Plan.Glass.Overlaps(p.Plan.Tools) {
					t.Errorf("%s: the kiosk is at %v beside %v", name, p.Plan.Glass, p.Plan.Tools)
				}
				checkText(t, name, p, 14*scale)
				v.State.Scroll = 1 << 20
				end := desk.Layout(v, window, set)
				v.State.Scroll = 0
				last := end.Targets[slices.IndexFunc(end.Events, func(e desk.Event) bool { return e == desk.Pick{Row: 15} })]
				at := last.Hit.Sub(image.Pt(0, end.View.Scroll))
				if e, ok := end.Hit(at.Max.Sub(image.Pt(20, 5))); !ok || e != (desk.Pick{Row: 15}) || at.Max.Y > end.Scroll.Viewport.Max.Y {
					t.Errorf("%s: the last problem can't be clicked, at %v of %v", name, at, end.Scroll.Viewport)
				}
			}
		}
	}
}

func checkText(t *testing.T, name string, p desk.Page, least float64) {
	t.Helper()
	for _, l := range p.Layers {
		for _, it := range l.Items {
			text, ok := it.(*page.Text)
			if !ok {
				continue
			}
			for _, s := range text.Spans {
				if float64(s.Style.Size) < 64*least-1 {
					t.Errorf("%s: %q is %v high", name, s.Text, s.Style.Size)
				}
			}
			if r := page.Extent(text); r.Max.X > p.Size.X {
				t.Errorf("%s: %q ends at %d, beyond the window", name, text.Spans[0].Text, r.Max.X)
			}
		}
	}
}

// many returns problems with long words and names.
func many(n int) []diag.Problem {
	var all []diag.Problem
	for i := range n {
		all = append(all, diag.Problem{File: "notices/" + strings.Repeat("很长的文件名", 1+i%12) + ".toml", Line: i, Severity: diag.Severity(i % 3),
			Message: strings.Repeat("说明写得很长，", 1+i%15), Fix: strings.Repeat("一步一步改，", i%20)})
	}
	return all
}

// TestHitClipsTheList checks that a row that is scrolled under the heading isn't clicked through it.
func TestHitClipsTheList(t *testing.T) {
	v := usual(t)
	v.State.Found.Problems, v.State.Scroll = many(30), 500
	p := layout(v, desk.Usual)
	if e, ok := p.Hit(image.Pt(700, 376)); ok && e != (desk.Hold{}) {
		t.Errorf("a click on 竖屏 sends %#v", e)
	}
	if e, ok := p.Hit(image.Pt(1500, 960)); !ok || e != (desk.Do{Order: desk.Recheck}) {
		t.Errorf("a click on 重新检查 sends %#v", e)
	}
	if _, ok := p.Hit(image.Pt(100, 100)); ok {
		t.Error("the kiosk is a target of the page beside it")
	}
}
