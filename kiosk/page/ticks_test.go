package page

import (
	"image"
	"testing"
)

func tickRow(slides, current int, onLeaf bool) *Page {
	return &Page{Size: image.Pt(1080, 1920), Theme: &Normal, Ticks: &Ticks{Rect: image.Rect(72, 1732, 1008, 1744), Slides: slides, Current: current, OnLeaf: onLeaf}}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		name     string
		page     *Page
		progress float64
		inks     []Ink
	}{
		{"the first of three", tickRow(3, 0, false), .5, []Ink{Red, Line, Gold, Gold}},
		{"the second", tickRow(3, 1, false), .5, []Ink{Red, Red, Line, Gold}},
		{"just begun", tickRow(3, 1, false), 0, []Ink{Red, Line, Gold}},
		{"all but over", tickRow(3, 2, false), 1, []Ink{Red, Red, Red}},
		{"on the leaf", tickRow(3, 1, true), .5, []Ink{OnLeaf2, OnLeaf, RestTick, RestTick}},
		{"many", tickRow(30, 14, false), .5, []Ink{Red, Gold}},
		{"the last of many", tickRow(30, 29, false), 1, []Ink{Red}},
		{"one", tickRow(1, 0, false), .5, []Ink{Red, Line}},
		{"none", &Page{}, .5, nil},
	} {
		var inks []Ink
		for _, p := range c.page.ticks(c.progress) {
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

// The marks fill the row, don't touch each other, and only the current one is high and wide.
func TestSegments(t *testing.T) {
	for slides := 1; slides < manyTicks; slides++ {
		for current := range slides {
			p := tickRow(slides, current, false)
			x := p.Ticks.Rect.Min.X
			for i, r := range p.segments() {
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
	marks := tickRow(14, 3, false).segments()
	if w, want := float64(marks[3].Dx()), 2.4*float64(marks[4].Dx()); w < want-3 || w > want+3 {
		t.Errorf("the current mark is %v wide, want about %v", w, want)
	}
}

// Many slides' line fills with the round as a whole.
func TestLineFills(t *testing.T) {
	p := tickRow(40, 19, false)
	marks := p.ticks(1)
	if got, want := marks[0].Rect, image.Rect(72, 1736, 540, 1740); got != want {
		t.Errorf("half of the round is %v, want %v", got, want)
	}
}
