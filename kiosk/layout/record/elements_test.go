package record

import (
	"image"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestElementForms: the elements' number, length and depth decide how they are set.
func TestElementForms(t *testing.T) {
	long := strings.Repeat("示例文字", 5)
	for _, c := range []struct {
		cell  string
		boxes string // names, each once
		face  fonts.Face
		size  int // of the first element, without its fraction
	}{
		{"示例要素", "paras", fonts.SerifBold, 50},
		{strings.Repeat("示", 60), "paras", fonts.SerifBold, 50},
		{strings.Repeat("示", 61), "paras", fonts.SansRegular, 36},
		{"示例要素、|示例要素", "els", fonts.SansMedium, 50},
		{strings.Repeat("示", 10) + "|示例", "els", fonts.SansMedium, 50},
		{strings.Repeat("示", 11) + "|示例", "paras", fonts.SansRegular, 36},
		{long + "|" + long, "paras", fonts.SansRegular, 36},
		{"示例（包括| 示例、| 示例）|示例", "lead sub els", fonts.SansBold, 38},
		{" 示例", "sub", fonts.SansRegular, 35},
		{"示例甲|示例乙（包括| 示例）", "els lead sub", fonts.SansMedium, 38},
	} {
		f := flow(portrait, session.Mode{})
		f.elements(cellOf(c.cell))
		var names []string
		for _, b := range f.Boxes {
			if name := b.Name; !strings.Contains(name, ".") {
				names = append(names, name)
			}
		}
		style := f.texts()[0].Spans[0].Style
		if got := strings.Join(names, " "); got != c.boxes || style.Face != c.face || style.Size.Floor() != c.size {
			t.Errorf("%.30s: %s in %v of %v", c.cell, got, style.Face, style.Size)
		}
		if got, want := unspaced(strings.ReplaceAll(f.painted(), "|", "")), cellOf(c.cell).String(); got != unspaced(want) {
			t.Errorf("painted %s, want %s", got, want)
		}
	}
}

// TestColumns: short elements stand in as many columns as the longest of them allows, at most two in
// portrait and three in landscape; large ones in one up to four elements.
func TestColumns(t *testing.T) {
	for _, c := range []struct {
		size     image.Point
		set      func(*Flow, catalogue.Cell)
		width    int
		n, chars int
		columns  int
		lines    int // hairlines
	}{
		{portrait, (*Flow).large, 884, 4, 4, 1, 3},
		{portrait, (*Flow).large, 884, 5, 4, 2, 4},
		{portrait, (*Flow).large, 884, 5, 9, 1, 4},
		{portrait, (*Flow).short, 884, 6, 11, 2, 4},
		{portrait, (*Flow).short, 884, 6, 12, 1, 5},
		{portrait, (*Flow).short, 884, 1, 4, 2, 0},
		{portrait, (*Flow).short, 840, 6, 11, 1, 5}, // without the gap two would fit
		{landscape, (*Flow).short, 884, 6, 4, 3, 0},
		{landscape, (*Flow).short, 884, 6, 8, 3, 0},
		{landscape, (*Flow).short, 884, 6, 9, 2, 0},
	} {
		f := flow(c.size, session.Mode{})
		f.W = fixed.I(c.width)
		cell := cellOf(strings.TrimSuffix(strings.Repeat(strings.Repeat("示", c.chars)+"|", c.n), "|"))
		c.set(f, cell)
		left := map[int]bool{}
		for _, r := range f.boxes("els.item") {
			left[r.Min.X] = true
		}
		if len(left) != min(c.columns, c.n) || f.count(page.Line) != c.lines {
			t.Errorf("%v, %d of %d characters: %d columns, %d lines, want %d, %d", c.size, c.n, c.chars, len(left), f.count(page.Line), c.columns, c.lines)
		}
	}
}

// TestRow: elements stand in the middle of their row, which is as high as the highest needs.
func TestRow(t *testing.T) {
	f := flow(portrait, session.Mode{})
	p := headingPen(f.Draft)
	p.Size, p.Leading = fixed.I(40), 1.5
	f.row(cellOf("示例|"+strings.Repeat("示例文字", 5)), p, fixed.I(200), fixed.I(40), fixed.I(100), fixed.I(1))
	one, many := f.texts()[0], f.texts()[1]
	n := len(many.Lines)
	want := []image.Rectangle{image.Rect(156, 0, 356, 60*n+1), image.Rect(396, 0, 596, 60*n+1)}
	if got := f.boxes("els.item"); !slices.Equal(got, want) || n < 4 || f.Y != fixed.I(60*n+1) {
		t.Errorf("elements of %d lines at %v, want %v", n, got, want)
	}
	if one.Y-many.Y != 30*(n-1) {
		t.Errorf("baselines %d and %d", one.Y, many.Y)
	}
	if n := f.count(page.Line); n != 2 {
		t.Errorf("%d hairlines", n)
	}
}

// TestSubList: a bracketed list stands beside its gold bar, which is as long.
func TestSubList(t *testing.T) {
	f := flow(portrait, session.Mode{})
	f.list(cellOf(" 示例甲、| 示例乙）"))
	bar := f.On.Items[len(f.On.Items)-1].(*page.Rect)
	if bar.Ink != page.Gold || bar.Rect != image.Rect(156, 0, 159, f.Y.Round()) || f.boxes("sub")[0].Max.Y != f.Y.Round() {
		t.Errorf("bar %v, list %v to %v", bar.Rect, f.boxes("sub"), f.Y)
	}
	for _, text := range f.texts() {
		if text.X != 156+3+28 {
			t.Errorf("%s begins at %d", wordsOf(text), text.X)
		}
	}
}

// TestCitation: a bracket stands in the title's last line if it fits there whole, else below it.
func TestCitation(t *testing.T) {
	name := "《" + strings.Repeat("示例", 10) + "》"
	for bracket, want := range map[string]int{"（示例）": 1, "（示例令第1号）": 2, "": 1, "（" + strings.Repeat("示例", 40) + "）": 2} {
		f := flow(portrait, session.Mode{})
		f.citation(name + bracket)
		if got := len(f.texts()); got != want || strings.ReplaceAll(f.painted(), "|", "") != name+bracket {
			t.Errorf("%s: %d texts, %s", bracket, got, f.painted())
		}
		inks := f.texts()[0].Inks
		if same := len(inks) == 2; bracket != "" && same != (want == 1) || inks[0] != page.Black {
			t.Errorf("%s: inks %v", bracket, inks)
		}
	}
}

// TestBasis: without citations there is no block, and the rule above it is asked for.
func TestBasis(t *testing.T) {
	for _, c := range []struct {
		cell  string
		ruled bool
		items int
		lines int
	}{{"", true, 0, 0}, {"《示例》", false, 1, 0}, {"《示例》|《示例》（示例）", true, 2, 1}} {
		f := flow(portrait, session.Mode{})
		f.Basis(cellOf(c.cell), c.ruled)
		if len(f.boxes("basis.item")) != c.items || f.count(page.Line) != c.lines || (f.Y > 0) != (c.items > 0) {
			t.Errorf("%q ruled %v: %d citations, %d lines, to %v", c.cell, c.ruled, len(f.boxes("basis.item")), f.count(page.Line), f.Y)
		}
	}
}
