package motion

import (
	"fmt"
	"image"
	"testing"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestLineAt: a line keeps its distance from its edge of the leaf, and runs along all of it.
func TestLineAt(t *testing.T) {
	leaf, moved := image.Rect(0, 0, 1080, 900), image.Rect(100, 200, 500, 1800)
	for _, c := range []struct{ line, want image.Rectangle }{
		{image.Rect(0, 14, 1080, 16), image.Rect(100, 214, 500, 216)},
		{image.Rect(0, 884, 1080, 886), image.Rect(100, 1784, 500, 1786)},
		{image.Rect(14, 0, 16, 900), image.Rect(114, 200, 116, 1800)},
		{image.Rect(1064, 0, 1066, 900), image.Rect(484, 200, 486, 1800)},
		{image.Rectangle{}, image.Rectangle{}},
	} {
		if got := lineAt(page.Leaf{Rect: leaf}, c.line, moved); got != c.want {
			t.Errorf("%v moves to %v, want %v", c.line, got, c.want)
		}
		if got := lineAt(page.Leaf{Rect: leaf}, c.line, leaf); got != c.line {
			t.Errorf("%v moves to %v without the leaf", c.line, got)
		}
	}
}

// withSheet returns a page with a sheet at r that rises from below, of one layer with that hash.
func withSheet(r image.Rectangle, hash uint64) *page.Page {
	p := &page.Page{Size: image.Pt(1080, 1920), Theme: &page.Normal, Layers: []*page.Layer{{Bounds: r, Over: true, Hash: hash}}}
	p.Sheet = &page.Sheet{Rect: r, Away: image.Pt(0, 1920-r.Min.Y), Veil: image.Rectangle{Max: p.Size}}
	return p
}

// TestSheets: a sheet that opens or closes moves under a veil of that share, one that stays fades to
// its new content, and of two the one that doesn't move fades.
func TestSheets(t *testing.T) {
	none, low, high := &page.Page{Size: image.Pt(1080, 1920), Theme: &page.Normal}, image.Rect(0, 1200, 1080, 1920), image.Rect(0, 800, 1080, 1920)
	for _, c := range []struct {
		name     string
		from, to *page.Page
		kind     session.MotionKind
		share    float64
		veil     string // its opacity, and the sheet's edge
		layers   string // each one's hash, offset and opacity
	}{
		{"none", none, none, session.Rise, .5, "", ""},
		{"opens", none, withSheet(low, 1), session.Rise, .25, "0.22 to 1740", "1+540:1.00 "},
		{"is open", none, withSheet(low, 1), session.Rise, 1, "0.86 to 1200", "1+0:1.00 "},
		{"closes", withSheet(low, 1), none, session.Sink, .75, "0.22 to 1740", "1+540:1.00 "},
		{"changes", withSheet(low, 1), withSheet(low, 2), session.Plain, .25, "0.86 to 1200", "1+0:1.00 2+0:0.25 "},
		{"stays", withSheet(low, 1), withSheet(low, 1), session.Plain, .25, "0.86 to 1200", "1+0:1.00 "},
		{"another rises", withSheet(low, 1), withSheet(high, 2), session.Rise, .5, "0.86 to 1360", "1+0:0.50 2+560:1.00 "},
		{"it sinks", withSheet(high, 2), withSheet(low, 1), session.Sink, .5, "0.86 to 1360", "1+0:0.50 2+560:1.00 "},
	} {
		s := Scene{Page: c.to, From: c.from, Motion: session.Motion{Kind: c.kind}}
		veil, layers := "", ""
		for _, p := range s.sheets(c.share) {
			if p.Layer == nil {
				veil = fmt.Sprintf("%.2f to %d", p.Alpha, p.Rect.Max.Y)
			} else {
				layers += fmt.Sprintf("%d+%d:%.2f ", p.Layer.Hash, p.Move.Y, p.Alpha)
			}
		}
		if veil != c.veil || layers != c.layers {
			t.Errorf("%s: veil %q, layers %q, want %q, %q", c.name, veil, layers, c.veil, c.layers)
		}
	}
}
