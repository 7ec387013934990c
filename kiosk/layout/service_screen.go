package layout

import (
	"image"
	"image/color"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// cards are the plain pictures of the screen test, in their order; then follow the greys and the grid.
var cards = [...]color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}, {0, 0, 0, 255}}

// screenTest lays out a picture that shows what is wrong with a screen: one colour, all greys, or a grid of lines of 1
// px, whose outermost ones show that no edge is cut. A touch anywhere turns on.
func screenTest(b *build.Draft) {
	if b.State.Warned {
		return // the warning is in the usual colours
	}
	b.Contrast = false
	at, whole := b.View.Page, page.Exact(image.Rectangle{Max: b.Size})
	theme := page.Theme{}
	for i := range theme {
		theme[i] = cards[min(at, len(cards)-1)]
	}
	b.Theme = &theme
	l := b.Layer("card", whole, page.Paper)
	b.Press(l, "card", whole, whole, page.None, session.Turn{Page: at + 1})
	switch at {
	case len(cards):
		greys(b, l, &theme)
	case len(cards) + 1:
		grid(b, l, &theme)
	}
}

// greys paints all greys that a theme's inks can have, from black at the top to white, along the longer side.
func greys(b *build.Draft, l *page.Layer, theme *page.Theme) {
	n := len(theme) - 1
	for i := range n {
		v := uint8(255 * i / (n - 1))
		theme[i+1] = color.RGBA{v, v, v, 255}
		from, to := fixed.Int26_6(i), fixed.Int26_6(i+1)
		r := page.Area(0, b.H*from/fixed.Int26_6(n), b.W, b.H*to/fixed.Int26_6(n)-b.H*from/fixed.Int26_6(n))
		if b.Landscape {
			r = page.Area(b.W*from/fixed.Int26_6(n), 0, b.W*to/fixed.Int26_6(n)-b.W*from/fixed.Int26_6(n), b.H)
		}
		l.Fill(r, page.Ink(i+1))
	}
}

// gridStep is the distance of the grid's lines, px.
const gridStep = 40

// grid paints white lines of 1 px on black, the outermost on the screen's last px.
func grid(b *build.Draft, l *page.Layer, theme *page.Theme) {
	theme[page.Black] = color.RGBA{255, 255, 255, 255}
	vertical := func(x int) { l.Fill(page.Exact(image.Rect(x, 0, x+1, b.Size.Y)), page.Black) }
	level := func(y int) { l.Fill(page.Exact(image.Rect(0, y, b.Size.X, y+1)), page.Black) }
	for x := 0; x < b.Size.X; x += gridStep {
		vertical(x)
	}
	for y := 0; y < b.Size.Y; y += gridStep {
		level(y)
	}
	vertical(b.Size.X - 1)
	level(b.Size.Y - 1)
}
