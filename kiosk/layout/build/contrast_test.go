package build

import (
	"image"
	"slices"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

var highContrast = session.State{Mode: session.Mode{Contrast: true}}

// TestEdgeLine: in high contrast a line of 4 u runs inside the edge that is named, and in the
// normal theme none does.
func TestEdgeLine(t *testing.T) {
	for edge, want := range map[page.Edge]string{
		page.TopEdge: "on-leaf (10,20)-(110,24)", page.RightEdge: "on-leaf (106,20)-(110,220)",
		page.BottomEdge: "on-leaf (10,216)-(110,220)", page.LeftEdge: "on-leaf (10,20)-(14,220)",
	} {
		l := &page.Layer{}
		draft(1080, 1920, highContrast).EdgeLine(l, rect(10, 20, 110, 220), edge)
		if got := painted(l); !slices.Equal(got, []string{want}) {
			t.Errorf("edge %d: %q, want %q", edge, got, want)
		}
		l = &page.Layer{}
		if draft(1080, 1920, session.State{}).EdgeLine(l, rect(10, 20, 110, 220), edge); len(l.Items) > 0 {
			t.Errorf("edge %d has a line in the normal theme", edge)
		}
	}
}

// TestInvertPressed: what lies on a pressed ground turns to black on yellow; a primary button, which is
// that at rest, to yellow on black in an outline. Grounds and what lies elsewhere stay.
func TestInvertPressed(t *testing.T) {
	for _, c := range []struct {
		st      session.State
		primary bool
		down    page.Ink // of word, icon and line on the target
		ground  page.Ink
	}{
		{session.State{}, false, page.None, page.RedDown},
		{highContrast, false, page.Paper, page.RedDown},
		{highContrast, true, page.Red, page.Paper},
	} {
		b := draft(1080, 1920, c.st)
		l := b.Layer("body", rect(0, 0, 1080, 1920), page.Paper)
		ink := page.Paper
		if c.primary {
			ink = page.Red
		}
		n := b.Filled(l, "button", rect(100, 100, 300, 200), fixed.I(8), ink, session.GoHome{})
		on := []*page.Look{
			&l.Icon("home", fixed.I(120), fixed.I(120), fixed.I(40), page.Black).Look,
			&l.Fill(rect(120, 180, 280, 182), page.Line).Look,
		}
		word, _ := b.Label(l, "示例", plain(40), fixed.I(180), fixed.I(120), page.Black)
		on = append(on, &word.Look)
		off := []*page.Look{
			&l.Fill(rect(120, 120, 200, 160), page.Sand).Look,                                // a ground
			&l.Icon("home", fixed.I(290), fixed.I(120), fixed.I(40), page.Black).Look,        // sticks out
			&l.Icon("search", fixed.I(120), fixed.I(400), fixed.I(40), page.Black).Look,      // below
			&b.Layer("bar", rect(0, 0, 9, 9), page.Mat).Icon("home", 0, 0, 9, page.Red).Look, // another layer
		}
		items := len(l.Items)
		b.InvertPressed()
		for i, look := range on {
			if look.Down != c.down || (look.Target == n.Target) != (c.down != page.None) {
				t.Errorf("%+v primary %v: thing %d turns to %v with target %d", c.st.Mode, c.primary, i, look.Down, look.Target)
			}
		}
		for i, look := range off {
			if look.Target != 0 {
				t.Errorf("%+v primary %v: thing %d is pressed with the target", c.st.Mode, c.primary, i)
			}
		}
		if n.Ground.Down != c.ground || (len(l.Items) > items) != c.primary {
			t.Errorf("%+v primary %v: the ground turns to %v, %d things more", c.st.Mode, c.primary, n.Ground.Down, len(l.Items)-items)
		}
	}
}

// TestContrastLines: in high contrast the leaf has its free edge, on its layers too, and the bar its
// upper line.
func TestContrastLines(t *testing.T) {
	for _, c := range []struct {
		hair image.Rectangle
		edge image.Rectangle
	}{
		{image.Rectangle{}, image.Rect(116, 0, 120, 1744)},               // a spine
		{image.Rect(0, 1728, 120, 1730), image.Rect(0, 1740, 120, 1744)}, // a sheet
	} {
		b := draft(1080, 1920, highContrast)
		b.Leaf = page.Leaf{Rect: image.Rect(0, 0, 120, 1744), Hair: c.hair}
		spine := b.Layer("spine", rect(0, 0, 120, 1744), page.LeafInk)
		bar := b.Layer("bar", rect(120, 1744, 1080, 1920), page.Mat)
		bar.Role = page.Bar
		turn := b.Layer("turn", rect(120, 1600, 1080, 1744), page.Paper)
		turn.Role = page.Bar
		b.InvertPressed()
		if b.Leaf.Edge != c.edge {
			t.Errorf("the leaf's edge is %v, want %v", b.Leaf.Edge, c.edge)
		}
		if got := spine.Items[0].(*page.Rect).Rect; got != c.edge {
			t.Errorf("the spine's layer has it at %v", got)
		}
		if got := painted(bar); !slices.Equal(got, []string{"ink (120,1744)-(1080,1747)"}) || len(turn.Items) > 0 {
			t.Errorf("the bar has %q, the turn strip above it %q", got, painted(turn))
		}
	}
}
