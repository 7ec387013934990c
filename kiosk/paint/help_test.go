package paint

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

var update = flag.Bool("update", false, "write the golden images")

// golden compares a picture with the one in testdata, byte by byte of its pixels.
func golden(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		var b bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds().Size() != got.Rect.Size() {
		t.Fatalf("%s: %v, want %v", name, got.Rect.Size(), want.Bounds().Size())
	}
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			if g, w := got.At(got.Rect.Min.X+x, got.Rect.Min.Y+y), want.At(x, y); g != w { // both opaque
				t.Fatalf("%s: (%d, %d) is %v, want %v", name, x, y, g, w)
			}
		}
	}
}

// words returns a paragraph of given lines in one style, glyph after glyph by their
// advances, with no typesetting; a rune that the face lacks is Missing.
func words(face fonts.Face, size fixed.Int26_6, ink page.Ink, x, y int, lines ...string) *page.Text {
	style := typeset.Style{Face: face, Size: size}
	it := &page.Text{Look: page.Look{Ink: ink}, X: x, Y: y, Pitch: size * 3 / 2}
	var b sfnt.Buffer
	f := fonts.Outlines(face)
	for _, text := range lines {
		var line typeset.Line
		for _, r := range text {
			g := typeset.Glyph{Face: face, Rune: r, Size: size, X: line.Width, Advance: size}
			id, err := f.GlyphIndex(&b, r)
			if err != nil || id == 0 {
				g.Missing = true
			} else {
				adv, _ := f.GlyphAdvance(&b, id, fonts.UnitsPerEm, font.HintingNone)
				g.ID, g.Advance = uint16(id), fixed.Int26_6(int64(adv)*int64(size)/fonts.UnitsPerEm)
			}
			line.Glyphs = append(line.Glyphs, g)
			line.Width += g.Advance
		}
		it.Spans = append(it.Spans, typeset.Span{Text: text, Style: style})
		it.Lines = append(it.Lines, line)
	}
	return it
}

// layer returns a layer at the origin.
func layer(w, h int, ground page.Ink, items ...page.Item) *page.Layer {
	return &page.Layer{Bounds: image.Rect(0, 0, w, h), Ground: ground, Items: items}
}

// paint paints a whole layer with a new Painter.
func paint(l *page.Layer, down int) *image.RGBA {
	m := image.NewRGBA(l.Bounds)
	New(1<<20).Layer(m, l, &page.Normal, down)
	return m
}

func px26(v float64) fixed.Int26_6 { return fixed.Int26_6(v*64 + 0.5) }

// icon48 returns an icon of side px with the design's stroke.
func icon48(name string, x, y, side int) *page.Icon {
	return &page.Icon{Look: page.Look{Ink: page.Red}, Name: name, Rect: image.Rect(x, y, x+side, y+side), Stroke: fixed.I(3)}
}

// layerOfIcons returns all icons, side px wide.
func layerOfIcons(side int) *page.Layer {
	const columns = 12
	step := side + 4
	var items []page.Item
	for i, name := range iconNames {
		items = append(items, icon48(name, 4+i%columns*step, 4+i/columns*step, side))
	}
	return layer(4+columns*step, 4+(len(items)+columns-1)/columns*step, page.Paper, items...)
}
