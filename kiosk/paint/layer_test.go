package paint

import (
	"bytes"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
)

// everything returns a layer away from the origin with items of all kinds, some of them
// across its edges.
func everything(ground page.Ink) *page.Layer {
	column := words(fonts.SerifBlack, px26(64), page.Red, 290, 100, "党建工作", "服务")
	column.Vertical, column.Pitch = true, px26(76.8)
	for i := range column.Lines {
		for j := range column.Lines[i].Glyphs {
			g := &column.Lines[i].Glyphs[j]
			g.X, g.Y = -g.Size/2, fixed.Int26_6(j)*px26(76.8)+g.Size*22/25
		}
	}
	return &page.Layer{Bounds: image.Rect(40, 30, 360, 500), Ground: ground, Items: []page.Item{
		&page.Rect{Look: page.Look{Ink: page.Mat}, Rect: image.Rect(20, 60, 140, 80)},
		&page.Rect{Look: page.Look{Ink: page.Red}, Rect: image.Rect(30, 90, 200, 150), Radius: px26(48)},
		&page.Rect{Look: page.Look{Ink: page.Black}, Rect: image.Rect(60, 160, 380, 250), Radius: px26(8), Stroke: px26(2.5)},
		&page.Rect{Look: page.Look{Ink: page.Black}, Rect: image.Rect(60, 260, 65, 480), Radius: px26(8), Stroke: px26(1)},
		words(fonts.SansRegular, px26(36.83), page.Black, 50, 60, "残疾人灵活就业补贴及", "养老保险，20个工作日", "一\U0010FFFD丁\ue000", "正文在此"),
		words(fonts.SerifBlack, px26(300), page.OnLeaf, 0, 480, "公开"),
		column,
		icon48("mediation", 330, 40, 46),
		icon48("safety", 41, 400, 160),
		&page.Fade{Ink: page.Paper, Rect: image.Rect(40, 400, 360, 480), Solid: px26(.6)},
	}}
}

// TestPieces checks that a layer painted in strips or tiles equals one painted whole.
func TestPieces(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, ground := range []page.Ink{page.None, page.Paper, page.LeafInk} {
		l := everything(ground)
		whole := paint(l, 0)
		p := New(1 << 20)
		for range 60 {
			lo := image.Pt(random.IntN(400), random.IntN(520))
			tile := image.NewRGBA(image.Rectangle{lo, lo.Add(image.Pt(1+random.IntN(200), 1+random.IntN(60)))})
			p.Layer(tile, l, &page.Normal, 0)
			for y := tile.Rect.Min.Y; y < tile.Rect.Max.Y; y++ {
				for x := tile.Rect.Min.X; x < tile.Rect.Max.X; x++ {
					if got, want := tile.RGBAAt(x, y), whole.RGBAAt(x, y); got != want { // outside both are clear
						t.Fatalf("ground %v, tile %v: (%d, %d) is %v, want %v", ground, tile.Rect, x, y, got, want)
					}
				}
			}
		}
	}
}

// TestOutside checks that pixels outside the layer's bounds stay unchanged and those
// inside are overwritten.
func TestOutside(t *testing.T) {
	l := everything(page.None)
	m := image.NewRGBA(l.Bounds.Inset(-10))
	for i := range m.Pix {
		m.Pix[i] = 77
	}
	New(0).Layer(m, l, &page.Normal, 0)
	whole := paint(l, 0)
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
			want := color.RGBA{77, 77, 77, 77}
			if image.Pt(x, y).In(l.Bounds) {
				want = whole.RGBAAt(x, y)
			}
			if got := m.RGBAAt(x, y); got != want {
				t.Fatalf("(%d, %d) is %v, want %v", x, y, got, want)
			}
		}
	}
}

// TestPremultiplied checks that no colour of a transparent layer exceeds its alpha, and
// that the layer blended over a ground looks as if painted on it, up to rounding.
func TestPremultiplied(t *testing.T) {
	clear, on := paint(everything(page.None), 0), paint(everything(page.Paper), 0)
	paper := page.Normal[page.Paper]
	for i := 0; i < len(clear.Pix); i += 4 {
		a := int(clear.Pix[i+3])
		for j, g := range []uint8{paper.R, paper.G, paper.B} {
			c := int(clear.Pix[i+j])
			if c > a {
				t.Fatalf("pixel %d: %d exceeds alpha %d", i/4, c, a)
			}
			if d := c + int(g)*(255-a)/255 - int(on.Pix[i+j]); d < -3 || d > 3 {
				t.Fatalf("pixel %d: off by %d", i/4, d)
			}
		}
	}
}

// TestDown checks that a pressed target's items, and no others, change to their pressed ink.
func TestDown(t *testing.T) {
	look := func(ink, down page.Ink, target int) page.Look {
		return page.Look{Ink: ink, Down: down, Target: target}
	}
	box := func(x int) image.Rectangle { return image.Rect(x, 0, x+10, 10) }
	tick := func(l page.Look, x int) *page.Icon {
		return &page.Icon{Look: l, Name: "mark", Rect: image.Rect(x, 0, x+48, 48), Stroke: fixed.I(3)}
	}
	spans := words(fonts.SerifBlack, px26(300), page.Black, 200, 250, "■")
	spans.Look, spans.Inks = look(page.Black, page.OnLeaf, 1), []page.Ink{page.Red}
	l := layer(500, 260, page.Paper,
		&page.Rect{Look: look(page.Red, page.RedDown, 1), Rect: box(0)},
		&page.Rect{Look: look(page.None, page.Sand, 1), Rect: box(20)},
		&page.Rect{Look: look(page.Red, page.None, 1), Rect: box(40)},
		&page.Rect{Look: look(page.Red, page.RedDown, 2), Rect: box(60)},
		&page.Rect{Look: look(page.Red, page.RedDown, 0), Rect: box(80)},
		tick(look(page.Red, page.OnLeaf, 1), 100), spans)
	for _, c := range []struct {
		down int
		want [7]page.Ink // at 5, 25, 45, 65, 85, in the icon's leaf, in the character
	}{
		{0, [7]page.Ink{page.Red, page.Paper, page.Red, page.Red, page.Red, page.Red, page.Red}},
		{1, [7]page.Ink{page.RedDown, page.Sand, page.Red, page.Red, page.Red, page.OnLeaf, page.OnLeaf}},
		{2, [7]page.Ink{page.Red, page.Paper, page.Red, page.RedDown, page.Red, page.Red, page.Red}},
	} {
		m := paint(l, c.down)
		for i, at := range []image.Point{{5, 5}, {25, 5}, {45, 5}, {65, 5}, {85, 5}, {110, 9}, {350, 136}} {
			if got, want := m.RGBAAt(at.X, at.Y), page.Normal[c.want[i]]; got != want {
				t.Errorf("target %d down: %v is %v, want %v", c.down, at, got, want)
			}
		}
	}
}

// TestAlign checks that a line starts where its alignment puts it, downwards in a column.
func TestAlign(t *testing.T) {
	it := words(fonts.SansRegular, px26(30), page.Black, 10, 40, "中")
	it.Lines[0].X = fixed.I(100)
	moved := words(fonts.SansRegular, px26(30), page.Black, 110, 40, "中")
	l := func(it page.Item) *page.Layer { return layer(160, 160, page.Paper, it) }
	if !bytes.Equal(paint(l(it), 0).Pix, paint(l(moved), 0).Pix) {
		t.Error("a line's start doesn't count")
	}
	it.Vertical = true
	moved = words(fonts.SansRegular, px26(30), page.Black, 10, 140, "中")
	moved.Vertical = true
	if !bytes.Equal(paint(l(it), 0).Pix, paint(l(moved), 0).Pix) {
		t.Error("a column's start doesn't count")
	}
}
