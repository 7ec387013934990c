package record

import (
	"image"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
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
		{strings.Repeat("示", 61), "paras", fonts.SansRegular, 37},
		{"示例要素、|示例要素", "names", fonts.SansRegular, 36},
		{"示例要素|示例要素", "paras", fonts.SansRegular, 37},
		{strings.Repeat("示", 9) + "、|示例", "names", fonts.SansRegular, 36},
		{strings.Repeat("示", 10) + "、|示例", "paras", fonts.SansRegular, 37},
		{long + "|" + long, "paras", fonts.SansRegular, 37},
		{"示例（包括| 示例、| 示例）|示例", "lead sub names", fonts.SansBold, 38},
		{" 示例", "sub", fonts.SansRegular, 35},
		{"示例甲|示例乙（包括| 示例）", "names lead sub", fonts.SansRegular, 36},
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

// TestNames checks that names are never broken, nor apart from the mark that closes them.
func TestNames(t *testing.T) {
	for _, size := range []image.Point{portrait, landscape} {
		for _, w := range []int{300, 500, 884} {
			f := flow(size, session.Mode{})
			f.W = fixed.I(w)
			cell := cellOf("办理依据、|办理条件、|咨询投诉信息、|办理地点，|申请材料等")
			f.names(cell)
			text := f.texts()[0]
			ends := map[int]bool{}
			n := 0
			for _, e := range cell {
				n += len([]rune(e.Text))
				ends[n] = true
			}
			for _, l := range text.Lines {
				if !ends[l.End] {
					t.Errorf("%d wide: a line ends after %d characters of %s", w, l.End, wordsOf(text))
				}
			}
			if len(text.Inks) > 0 || text.Ink != page.Black {
				t.Errorf("inks %v", text.Inks)
			}
		}
	}
}

// TestLineLength checks that text hangs in as many columns as keep its lines to forty characters, whole and in order.
func TestLineLength(t *testing.T) {
	for _, c := range []struct{ w, columns int }{{884, 1}, {1300, 1}, {1600, 2}, {2938, 3}} {
		f := flow(landscape, session.Mode{})
		f.W = fixed.I(c.w)
		f.paragraphs(cellOf(strings.TrimSuffix(strings.Repeat(strings.Repeat("示例文字", 20)+"|", 7), "|")))
		left := map[int]int{}
		for _, r := range f.boxes("paras.item") {
			left[r.Min.X]++
		}
		if len(left) != c.columns {
			t.Errorf("%d wide: %d columns, want %d", c.w, len(left), c.columns)
		}
		for _, text := range f.texts() {
			for _, l := range text.Lines {
				if n := l.End - l.Start; n > 40 {
					t.Errorf("%d wide: a line of %d characters", c.w, n)
				}
			}
		}
		if n := f.count(page.Gold); n != 7 {
			t.Errorf("%d wide: %d bars", c.w, n)
		}
	}
}

// TestBalance checks that columns are as low as whole blocks allow, and keep the blocks' order.
func TestBalance(t *testing.T) {
	for _, c := range []struct {
		heights []int
		n       int
		want    [][2]int
	}{
		{nil, 2, nil},
		{[]int{5}, 3, [][2]int{{0, 1}}},
		{[]int{3, 1, 4, 2, 1, 2}, 2, [][2]int{{0, 3}, {3, 6}}},
		{[]int{9, 1, 1, 1}, 2, [][2]int{{0, 1}, {1, 4}}},
		{[]int{1, 1, 1, 9}, 2, [][2]int{{0, 3}, {3, 4}}},
		{[]int{2, 2, 2, 2, 2, 2}, 3, [][2]int{{0, 2}, {2, 4}, {4, 6}}},
		{[]int{2, 2, 2}, 1, [][2]int{{0, 3}}},
	} {
		var heights []fixed.Int26_6
		for _, h := range c.heights {
			heights = append(heights, fixed.I(h*100))
		}
		if got := balance(heights, fixed.I(22), c.n); !slices.Equal(got, c.want) {
			t.Errorf("%v in %d columns: %v, want %v", c.heights, c.n, got, c.want)
		}
	}
}

// TestBrackets checks which brackets are those of a group, and quiet.
func TestBrackets(t *testing.T) {
	for text, want := range map[string][2]string{
		"补贴情形（包括": {"补贴情形", "（包括"}, "资助情形（": {"资助情形", "（"}, "（包括": {"", "（包括"},
		"示例（试行）": {"示例（试行）", ""}, "示例（试行）（包括": {"示例（试行）", "（包括"}, "示例": {"示例", ""},
	} {
		if name, bracket := splitLead(text); name != want[0] || bracket != want[1] {
			t.Errorf("%s: %q and %q", text, name, bracket)
		}
	}
	for text, want := range map[string][2]string{
		"示例等）、": {"示例等", "）、"}, "示例）": {"示例", "）"}, "示例（试行）、": {"示例（试行）", "、"}, "示例（试行））": {"示例（试行）", "）"},
		"示例，": {"示例", "，"}, "）": {"）", ""}, "示例": {"示例", ""},
	} {
		if body, mark := splitClosing(text); body != want[0] || mark != want[1] {
			t.Errorf("%s: %q and %q", text, body, mark)
		}
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
