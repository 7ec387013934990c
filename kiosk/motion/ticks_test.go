package motion

import (
	"image"
	"testing"

	"gongkai/kiosk/page"
)

func tickRow(slides, current int, onLeaf bool) *page.Page {
	return &page.Page{Size: image.Pt(1080, 1920), Theme: &page.Normal, Ticks: &page.Ticks{Rect: image.Rect(72, 1732, 1008, 1744), Slides: slides, Current: current, OnLeaf: onLeaf}}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		name     string
		page     *page.Page
		progress float64
		inks     []page.Ink
	}{
		{"the first of three", tickRow(3, 0, false), .5, []page.Ink{page.Red, page.Line, page.Gold, page.Gold}},
		{"the second", tickRow(3, 1, false), .5, []page.Ink{page.Red, page.Red, page.Line, page.Gold}},
		{"just begun", tickRow(3, 1, false), 0, []page.Ink{page.Red, page.Line, page.Gold}},
		{"all but over", tickRow(3, 2, false), 1, []page.Ink{page.Red, page.Red, page.Red}},
		{"on the leaf", tickRow(3, 1, true), .5, []page.Ink{page.OnLeaf2, page.OnLeaf, page.RestTick, page.RestTick}},
		{"many", tickRow(30, 14, false), .5, []page.Ink{page.Red, page.Gold}},
		{"the last of many", tickRow(30, 29, false), 1, []page.Ink{page.Red}},
		{"one", tickRow(1, 0, false), .5, []page.Ink{page.Red, page.Line}},
		{"none", &page.Page{}, .5, nil},
	} {
		var inks []page.Ink
		for _, p := range ticks(c.page, c.progress) {
			inks = append(inks, p.Ink)
		}
		if len(inks) != len(c.inks) {
			t.Errorf("%s: inks %v, want %v", c.name, inks, c.inks)
			continue
		}
		for i := range inks {
			if inks[i] != c.inks[i] {
				t.Errorf("%s: inks %v, want %v", c.name, inks, c.inks)
				break
			}
		}
	}
}

// The ticks fill the row, don't touch each other, and only the current one is high and wide.
func TestSegments(t *testing.T) {
	for slides := 1; slides < page.ManyTicks; slides++ {
		for current := range slides {
			p := tickRow(slides, current, false)
			x := p.Ticks.Rect.Min.X
			for i, r := range segments(p) {
				if i > 0 {
					x += 8
				}
				if r.Min.X < x-1 || r.Min.X > x+1 {
					t.Fatalf("%d of %d: mark %d begins at %d, want %d", current, slides, i, r.Min.X, x)
				}
				if x = r.Max.X; r.Empty() || !r.In(p.Ticks.Rect) || (i == current) != (r.Dy() == 12) {
					t.Fatalf("%d of %d: mark %d is %v", current, slides, i, r)
				}
			}
			if x != p.Ticks.Rect.Max.X {
				t.Fatalf("%d of %d: the row ends at %d", current, slides, x)
			}
		}
	}
	marks := segments(tickRow(14, 3, false))
	if w, want := float64(marks[3].Dx()), 2.4*float64(marks[4].Dx()); w < want-3 || w > want+3 {
		t.Errorf("the current mark is %v wide, want about %v", w, want)
	}
}

// Many slides' line fills with the round as a whole.
func TestLineFills(t *testing.T) {
	p := tickRow(40, 19, false)
	marks := ticks(p, 1)
	if got, want := marks[0].Rect, image.Rect(72, 1736, 540, 1740); got != want {
		t.Errorf("half of the round is %v, want %v", got, want)
	}
}
