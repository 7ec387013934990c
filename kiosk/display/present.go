package display

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
)

// This file makes Ebitengine 2.10 present a frame only when something has
// changed. After a change it otherwise redraws and swaps the whole screen at the
// next four events too (a finger's motion, a wake-up that changes nothing), each
// 10 to 20 ms of CPU without a GPU. It rests on two inner workings of
// internal/ui/context.go: an offscreen whose size changes is made anew, and a new one is
// never presented before Draw has touched it. TestNothingDrawnAtRest notices when
// that ends. A panel (panel_x11.go) rests on the second: Draw never touches the offscreen then, and nothing is
// ever presented.

// LayoutF returns another height in turn, so that the offscreen, which nothing is
// drawn into, is new in every frame.
func (g *game) LayoutF(w, h float64) (float64, float64) {
	if g.early != nil {
		<-g.early
		g.early = nil
	}
	g.resize(image.Pt(int(w), int(h)))
	g.odd = !g.odd
	g.layoutHeight = h - 1
	if g.odd {
		g.layoutHeight = h - 0.5
	}
	return w, g.layoutHeight
}

// Layout is never called, since there is LayoutF.
func (g *game) Layout(w, h int) (int, int) { return w, h }

// point undoes the letterbox that LayoutF's height brings to positions.
func (g *game) point(x, y float64) image.Point {
	return image.Pt(int(x), int(y+(float64(g.window.Y)-g.layoutHeight)/2))
}

// markChanged touches the offscreen without drawing into it, which has this frame presented.
func markChanged(offscreen *ebiten.Image) {
	offscreen.SubImage(image.Rectangle{}).(*ebiten.Image).WritePixels(nil)
}
