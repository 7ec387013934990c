package layout

import (
	"image"
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// TestLowColumns checks that home in low reach has seven rows of two columns, fewer with a pager, and one column from 1.6 on.
func TestLowColumns(t *testing.T) {
	for step, want := range map[float64]int{1: 2, 1.3: 2, 1.6: 1, 2: 1} {
		for _, n := range []int{14, 28} {
			st := sample.At(sample.Rows(t, n), session.Screen{Kind: session.Home})
			st.Mode = session.Mode{LowReach: true, Text: step}
			columns := map[int]int{}
			for _, target := range laid(st, 1080, 1920).Targets {
				if target.Name == "low" {
					columns[target.Paint.Min.X]++
				}
			}
			if len(columns) != want {
				t.Errorf("%d rows, text %g: %d columns, want %d", n, step, len(columns), want)
			}
			for x, got := range columns {
				if got > 7 || n == 14 && step == 1 && got != 7 {
					t.Errorf("%d rows, text %g: %d at %d", n, step, got, x)
				}
			}
		}
	}
}

// TestLowVeil checks that a sheet's veil lies below the leaf in low reach.
func TestLowVeil(t *testing.T) {
	for _, s := range []session.Screen{{Kind: session.Home}, {Kind: session.Item, Number: 6}, {Kind: session.Category, Category: "生育"}, {Kind: session.Search}} {
		for _, kind := range []session.SheetKind{session.Accessibility, session.Takeaway, session.IdleWarning} {
			st := sample.At(sample.Rows(t, 14), s)
			st.Mode.LowReach, st.Sheet.Kind = true, kind
			if kind == session.IdleWarning {
				st.Sheet.Kind, st.Warned, st.Touched = session.NoSheet, true, st.Now
			}
			if kind == session.Takeaway && s.Kind != session.Item {
				continue
			}
			p := laid(st, 1080, 1920)
			want := image.Rect(0, p.Leaf.Rect.Max.Y, 1080, 1920)
			if kind == session.Accessibility {
				want = image.Rectangle{} // the page stays live
			}
			if p.Sheet == nil || p.Sheet.Veil != want || p.Leaf.Rect.Min != (image.Point{}) || p.Leaf.Rect.Max.Y == 0 {
				t.Errorf("%v %v: %+v over the leaf %v", s.Kind, kind, p.Sheet, p.Leaf.Rect)
			}
		}
	}
}

// TestSwitchIsItsRow checks that a finger hits a switch anywhere in its row.
func TestSwitchIsItsRow(t *testing.T) {
	for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
		for _, low := range []bool{false, true} {
			st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Home})
			st.Mode.LowReach, st.Sheet.Kind = low, session.Accessibility
			p := laid(st, size.X, size.Y)
			row := 0
			for _, b := range p.Boxes {
				if b.Name != "option" {
					continue
				}
				if row++; row == 1 {
					continue // of the text's steps
				}
				for _, x := range []int{b.Rect.Min.X.Ceil() + 1, (b.Rect.Min.X + b.Rect.Max.X).Round() / 2, b.Rect.Max.X.Floor() - 1} {
					for _, y := range []int{b.Rect.Min.Y.Ceil() + 10, (b.Rect.Min.Y + b.Rect.Max.Y).Round() / 2, b.Rect.Max.Y.Floor() - 10} {
						hit, ok := p.Hit(image.Pt(x, y), 0)
						if !ok || hit.Name != "switch" || hit.Paint.Min.Y < b.Rect.Min.Y.Floor() || hit.Paint.Max.Y > b.Rect.Max.Y.Ceil() {
							t.Errorf("%v, low %v: at (%d, %d) in row %d %+v is hit", size, low, x, y, row, hit)
						}
					}
				}
			}
			if want := map[bool]int{true: 4, false: 3}[size.Y > size.X]; row != want {
				t.Errorf("%v: %d rows", size, row)
			}
		}
	}
}

// TestNameBreaks: the catalogue's name on low reach's leaf breaks behind 公开.
func TestNameBreaks(t *testing.T) {
	for name, want := range map[string]int{"政务公开事项标准目录": 4, "基层政务公开标准目录": 6, "社区公开栏": 0, "公开目录": 0, "示例目录一览": 0} {
		got := 0
		for _, at := range nameBreaks(name) {
			got = at
		}
		if got != want {
			t.Errorf("%s breaks at %d, want %d", name, got, want)
		}
	}
}
