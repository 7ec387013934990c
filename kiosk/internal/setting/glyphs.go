package main

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"

	imagedraw "image/draw"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/typeset"
)

// sizes are the compared type sizes, px: the smallest text and the largest
// that is no title.
var sizes = []int{28, 40, 60}

const sample = "襄垣县社区服务「2026」"

// The contact sheet's measures, px: a column a ground, for each size our line, then
// theirs, and of the smallest sizes the first characters magnified.
const (
	column  = 680
	magnify = 4
	shown   = 42 // px from the top, magnified: the first line
)

// ground is a ground of text in a theme.
type ground struct{ paper, ink page.Ink }

var grounds = []ground{{page.Paper, page.Black}, {page.LeafInk, page.OnLeaf}}

// tall returns the height of a line of a type size, and base its baseline from the top, as
// in a browser.
func tall(size int) int { return size * 3 / 2 }
func base(size int) int { return (tall(size)-size*1448/1000)/2 + size*1160/1000 }

// layGlyphs calls a function at each line's top, and returns the total height.
func layGlyphs(line func(size, y int)) int {
	y := 0
	for _, size := range sizes {
		line(size, y)
		y += tall(size)
	}
	return y
}

// drawGlyphs writes the contact sheet: ours in the upper half, the browser's below.
func drawGlyphs(chromium, out, name string) error {
	half := layGlyphs(func(int, int) {})
	theirs, err := browseGlyphs(chromium, out, half)
	if err != nil {
		return err
	}
	ours := image.NewRGBA(image.Rect(0, 0, column*len(grounds), half))
	painter := paint.New(8 << 20)
	for i, g := range grounds {
		paintGlyphs(painter, ours, column*i, g)
	}
	lens := shown * magnify
	both := image.NewRGBA(image.Rect(0, 0, ours.Rect.Dx(), 2*half+2*lens))
	for k, m := range []image.Image{ours, theirs} {
		imagedraw.Draw(both, image.Rect(0, k*half, both.Rect.Max.X, (k+1)*half), m, image.Point{}, imagedraw.Src)
		for i := range grounds {
			at := image.Pt(column*i, 2*half+k*lens)
			enlarge(both, at, m, image.Pt(column*i+8, 0), column/magnify)
		}
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, both)
}

// paintGlyphs paints our lines in a column.
func paintGlyphs(painter *paint.Painter, sheet *image.RGBA, x int, g ground) {
	set := typeset.New()
	layer := &page.Layer{Bounds: image.Rect(x, 0, x+column, sheet.Rect.Dy()), Ground: g.paper}
	layGlyphs(func(size, y int) {
		style := typeset.Style{Face: fonts.SansRegular, Size: fixed.I(size)}
		spans := []typeset.Span{{Text: sample, Style: style}}
		lines := set.Lines(typeset.Paragraph{Spans: spans})
		layer.Items = append(layer.Items, &page.Text{Look: page.Look{Ink: g.ink}, Spans: spans, Lines: lines, X: x + 12, Y: y + base(size), Pitch: fixed.I(size)})
	})
	theme := page.Normal
	painter.Layer(sheet.SubImage(layer.Bounds).(*image.RGBA), layer, &theme, 0)
}

// browseGlyphs sets the same lines in the same places in the browser.
func browseGlyphs(chromium, out string, height int) (image.Image, error) {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>body{margin:0}div{position:absolute;top:0;width:680px}` +
		`p{position:absolute;left:12px;margin:0;font-family:"Noto Sans CJK SC";white-space:nowrap;text-spacing-trim:space-all}</style>`)
	for i, g := range grounds {
		fmt.Fprintf(&b, `<div style="left:%dpx;height:%dpx;background:%s;color:%s">`, column*i, height, css(page.Normal[g.paper]), css(page.Normal[g.ink]))
		layGlyphs(func(size, y int) {
			fmt.Fprintf(&b, `<p style="top:%dpx;font-size:%dpx;line-height:%dpx">%s</p>`, y, size, tall(size), sample)
		})
		b.WriteString("</div>")
	}
	name, err := filepath.Abs(filepath.Join(out, "glyphs.html"))
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		return nil, err
	}
	picture := strings.TrimSuffix(name, ".html") + "-chromium.png"
	if _, err := launch(chromium, "--screenshot="+picture, fmt.Sprintf("--window-size=%d,%d", column*len(grounds), max(height, 400)), name); err != nil {
		return nil, err
	}
	return readPNG(picture)
}

func css(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// enlarge draws a part of a picture from a point on, each pixel as a square.
func enlarge(dst *image.RGBA, at image.Point, src image.Image, from image.Point, wide int) {
	for y := range shown * magnify {
		for x := range wide * magnify {
			dst.Set(at.X+x, at.Y+y, src.At(from.X+x/magnify, from.Y+y/magnify))
		}
	}
}
