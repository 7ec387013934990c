package page

import (
	"image"
	"testing"

	"gongkai/kiosk/qr"
	"gongkai/kiosk/typeset"
)

// sealed returns the hash of a layer of one item.
func sealed(theme *Theme, it Item) uint64 {
	l := &Layer{Items: []Item{it}}
	p := &Page{Theme: theme, Layers: []*Layer{l}}
	p.Seal()
	return l.Hash
}

// TestHash: all that decides a layer's pixels decides its hash, and what doesn't show doesn't.
func TestHash(t *testing.T) {
	code, err := qr.Link("https://example.cn/a")
	if err != nil {
		t.Fatal(err)
	}
	other, err := qr.Link("https://example.cn/b")
	if err != nil {
		t.Fatal(err)
	}
	line := func(g typeset.Glyph) []typeset.Line { return []typeset.Line{{Glyphs: []typeset.Glyph{g}}} }
	for _, c := range []struct {
		name string
		a, b Item
		same bool
	}{
		{"a rectangle's ink", &Rect{Look: Look{Ink: Red}}, &Rect{Look: Look{Ink: Gold}}, false},
		{"its ink of the same colour", &Rect{Look: Look{Ink: Paper}}, &Rect{Look: Look{Ink: OnLeaf}}, true},
		{"its ink when pressed", &Rect{}, &Rect{Look: Look{Down: Red}}, false},
		{"its target", &Rect{}, &Rect{Look: Look{Target: 1}}, false},
		{"its place", &Rect{}, &Rect{Rect: image.Rect(0, 0, 1, 1)}, false},
		{"its radius", &Rect{}, &Rect{Radius: 1}, false},
		{"its stroke", &Rect{}, &Rect{Stroke: 1}, false},
		{"radius and stroke", &Rect{Radius: 1}, &Rect{Stroke: 1}, false},
		{"an icon's name", &Icon{Name: "home"}, &Icon{Name: "back"}, false},
		{"its stroke", &Icon{Stroke: 3}, &Icon{Stroke: 5}, false},
		{"a fade's share", &Fade{Solid: 1}, &Fade{Solid: 2}, false},
		{"its ink", &Fade{Ink: Paper}, &Fade{Ink: Mat}, false},
		{"a text's place", &Text{}, &Text{X: 1}, false},
		{"its direction", &Text{}, &Text{Vertical: true}, false},
		{"its pitch", &Text{}, &Text{Pitch: 1}, false},
		{"its inks", &Text{Inks: []Ink{Red}}, &Text{Inks: []Ink{Gold}}, false},
		{"its words, set alike", &Text{Spans: []typeset.Span{{Text: "a"}}}, &Text{Spans: []typeset.Span{{Text: "b"}}}, true},
		{"a glyph", &Text{Lines: line(typeset.Glyph{ID: 1})}, &Text{Lines: line(typeset.Glyph{ID: 2})}, false},
		{"its size", &Text{Lines: line(typeset.Glyph{Size: 1})}, &Text{Lines: line(typeset.Glyph{Size: 2})}, false},
		{"its place", &Text{Lines: line(typeset.Glyph{X: 1})}, &Text{Lines: line(typeset.Glyph{Y: 1})}, false},
		{"its span", &Text{Lines: line(typeset.Glyph{})}, &Text{Lines: line(typeset.Glyph{Span: 1})}, false},
		{"a line's start", &Text{Lines: []typeset.Line{{}}}, &Text{Lines: []typeset.Line{{X: 1}}}, false},
		{"its character", &Text{Lines: line(typeset.Glyph{Rune: 'a'})}, &Text{Lines: line(typeset.Glyph{Rune: 'b'})}, true},
		{"a missing character", &Text{Lines: line(typeset.Glyph{Rune: 'a', Missing: true})}, &Text{Lines: line(typeset.Glyph{Rune: 'b', Missing: true})}, false},
		{"a code's modules", &Code{Code: code}, &Code{Code: other}, false},
		{"its module", &Code{Code: code, Module: 3}, &Code{Code: code, Module: 4}, false},
		{"its ground", &Code{Code: code}, &Code{Code: code, Ground: image.Rect(0, 0, 9, 9)}, false},
		{"its ink", &Code{Code: code}, &Code{Code: code, Ink: Ink2}, false},
		{"the kind of an item", &Rect{}, &Icon{}, false},
	} {
		if got := sealed(&Normal, c.a) == sealed(&Normal, c.b); got != c.same {
			t.Errorf("%s: the hashes are the same: %v", c.name, got)
		}
	}
	if it := (&Rect{Look: Look{Ink: Red}}); sealed(&Normal, it) == sealed(&Contrast, it) {
		t.Error("the theme doesn't count")
	}
}

// TestHashOfLayer: bounds and ground count, name, role and scrolling don't.
func TestHashOfLayer(t *testing.T) {
	base := Layer{Name: "body", Bounds: image.Rect(0, 0, 9, 9), Ground: Paper}
	for name, c := range map[string]struct {
		change func(*Layer)
		same   bool
	}{
		"bounds": {func(l *Layer) { l.Bounds.Max.X++ }, false}, "ground": {func(l *Layer) { l.Ground = Mat }, false}, "no ground": {func(l *Layer) { l.Ground = None }, false},
		"name": {func(l *Layer) { l.Name = "bar" }, true}, "role": {func(l *Layer) { l.Role = Bar }, true}, "scrolls": {func(l *Layer) { l.Scrolls = true }, true},
	} {
		a, b := base, base
		c.change(&b)
		p := &Page{Theme: &Normal, Layers: []*Layer{&a, &b}}
		if p.Seal(); (a.Hash == b.Hash) != c.same {
			t.Errorf("%s: the hashes are the same: %v", name, a.Hash == b.Hash)
		}
	}
}
