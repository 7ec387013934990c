package paint

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"gongkai/fonts"
	"gongkai/kiosk/page"
)

func TestGoldenText(t *testing.T) {
	golden(t, "text-paper", paint(layer(140, 118, page.Paper,
		words(fonts.SansRegular, px26(28), page.Black, 4, 30, "公开，20个"),
		words(fonts.SansRegular, px26(36.83), page.Black, 4, 72, "残疾人补"),
		words(fonts.SerifBlack, px26(36.83), page.Red, 4, 112, "〔改〕6")), 0))
	golden(t, "text-red", paint(layer(140, 118, page.LeafInk,
		words(fonts.SansRegular, px26(28), page.OnLeaf, 4, 30, "公开，20个"),
		words(fonts.SansRegular, px26(36.83), page.OnLeaf, 4, 72, "残疾人补"),
		words(fonts.SerifBlack, px26(36.83), page.OnLeaf2, 4, 112, "11月20日")), 0))
}

func TestGoldenColumns(t *testing.T) {
	l := everything(page.Paper)
	l.Bounds = image.Rect(200, 96, 330, 200)
	golden(t, "columns", paint(l, 0))
}

func TestGoldenMissing(t *testing.T) {
	golden(t, "missing", paint(layer(240, 100, page.Paper,
		words(fonts.SansRegular, px26(28), page.Black, 4, 36, "一\ue000\U0002a6df"),
		words(fonts.SerifBlack, px26(60), page.Black, 110, 76, "\ufdd0\U0010FFFD")), 0))
}

func TestGoldenIcons(t *testing.T) {
	l := layerOfIcons(22)
	whole := l.Bounds
	l.Bounds.Max.X = whole.Max.X / 2
	golden(t, "icons-left", paint(l, 0))
	l.Bounds.Min.X, l.Bounds.Max.X = l.Bounds.Max.X, whole.Max.X
	golden(t, "icons-right", paint(l, 0))
}

func TestGoldenShapes(t *testing.T) {
	rect := func(ink page.Ink, radius, stroke float64, r image.Rectangle) *page.Rect {
		return &page.Rect{Look: page.Look{Ink: ink}, Rect: r, Radius: px26(radius), Stroke: px26(stroke)}
	}
	golden(t, "shapes", paint(layer(200, 130, page.Paper,
		rect(page.Red, 8, 0, image.Rect(4, 4, 96, 36)),
		rect(page.Red, 8, 3, image.Rect(104, 4, 196, 36)),
		rect(page.Black, 48, 0, image.Rect(4, 44, 96, 84)),
		rect(page.Black, 48, 2.5, image.Rect(104, 44, 196, 84)),
		rect(page.Sep, 0, 1.5, image.Rect(4, 92, 96, 124)),
		rect(page.Gold, 4, 2, image.Rect(104, 92, 120, 108)),
		rect(page.Gold, 4, 2, image.Rect(124, 92, 131, 124)),
		rect(page.Gold, 6, 20, image.Rect(136, 92, 196, 124))), 0))
}

func TestGoldenFade(t *testing.T) {
	fade := &page.Fade{Ink: page.Paper, Rect: image.Rect(0, 20, 60, 120), Solid: px26(.6)}
	m := paint(layer(60, 130, page.Red, fade), 0)
	golden(t, "fade", m)
	// The middle row of the changing 40 is half paper, the rows below are all paper.
	if got := m.RGBAAt(30, 39).G; got < 0x19+100 || got > 0x19+120 {
		t.Errorf("in the middle green is %d", got)
	}
	if m.RGBAAt(30, 61) != page.Normal[page.Paper] || m.RGBAAt(30, 19) != page.Normal[page.Red] || m.RGBAAt(30, 120) != page.Normal[page.Red] {
		t.Error("a fade is not solid at its foot, or paints beyond its rectangle")
	}
}

// TestRoundRect checks that the nine parts of a large rectangle join as in one mask.
func TestRoundRect(t *testing.T) {
	for _, stroke := range []float64{0, 1, 2.5} {
		r := image.Rect(3, 5, 90, 70)
		it := &page.Rect{Look: page.Look{Ink: page.Black}, Rect: r, Radius: px26(11.5), Stroke: px26(stroke)}
		got := paint(layer(100, 80, page.Paper, it), 0)
		want := image.NewRGBA(got.Rect)
		s := &painting{scratch: new(scratch), dst: want, clip: want.Rect}
		s.fill(want.Rect, page.Normal[page.Paper])
		s.shape.frame(r.Size(), it.Radius, it.Stroke)
		s.place(s.cutStencil(), r.Min, page.Normal[page.Black], &plain)
		s.blendStamps()
		for i := range got.Pix {
			if d := int(got.Pix[i]) - int(want.Pix[i]); d < -2 || d > 2 {
				t.Fatalf("stroke %v: byte %d is %d, want %d", stroke, i, got.Pix[i], want.Pix[i])
			}
		}
	}
}

func TestWritePNG(t *testing.T) {
	for _, ground := range []page.Ink{page.Paper, page.None} {
		m := paint(everything(ground), 0)
		var b bytes.Buffer
		if err := WritePNG(&b, m); err != nil {
			t.Fatal(err)
		}
		back, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		for y := m.Rect.Min.Y; ground != page.None && y < m.Rect.Max.Y; y++ {
			for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
				if got := back.At(x-m.Rect.Min.X, y-m.Rect.Min.Y); got != m.At(x, y) {
					t.Fatalf("(%d, %d) is %v, want %v", x, y, got, m.At(x, y))
				}
			}
		}
		if back.Bounds().Size() != m.Rect.Size() {
			t.Errorf("size is %v, want %v", back.Bounds().Size(), m.Rect.Size())
		}
	}
}
