// Package compare lays out the sheet on which two screens are compared: a band with 改前 and 改后 above
// the places where they stand beside each other, and what stands in the place of one that there isn't.
//
// It paints nothing: the caller paints the screens into their places.
package compare

import (
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// The measures of the sheet, u; a u is that of the screens.
const (
	bandHeight = 96
	bandPad    = 32
	labelSize  = 48
	noneSize   = 40
	gap        = 24
)

// sides are the two bands' words, before and after.
var sides = [2]struct{ label, none string }{
	{"改前", "改前没有这一页"},
	{"改后", "改后没有这一页"},
}

// Sheet is a sheet without its screens, which belong in the places.
type Sheet struct {
	*page.Page
	Places [2]image.Rectangle
}

// Layout lays out the sheet of two screens of a size in px; there says which of them there are.
func Layout(screen image.Point, there [2]bool, theme *page.Theme, set *typeset.Setter) Sheet {
	g := page.NewGrid(screen)
	band, between := g.Px(bandHeight).Ceil(), g.Px(gap).Ceil()
	size := image.Pt(2*screen.X+between, band+screen.Y)
	g.W, g.H = fixed.I(size.X), fixed.I(size.Y)
	s := Sheet{Page: &page.Page{Size: size, Theme: theme}}
	d := build.Draft{Grid: g, Modes: build.Modes{Step: 1}, Page: s.Page, Setter: set}
	mount := d.Layer("mount", page.Area(0, 0, g.W, g.H), page.Ink2)
	pen := build.Pen{Face: fonts.SerifBlack, Size: d.Type(labelSize), Leading: 1.2}
	none := build.Pen{Face: fonts.SansRegular, Size: d.Type(noneSize), Leading: 1.5}
	for i, side := range sides {
		x := i * (screen.X + between)
		s.Places[i] = image.Rectangle{Max: screen}.Add(image.Pt(x, band))
		d.Label(mount, side.label, pen, fixed.I(x)+d.Px(bandPad), (fixed.I(band)-pen.Line())/2, page.OnLeaf)
		if !there[i] {
			place := page.Exact(s.Places[i])
			d.Centred(d.Layer(side.none, place, page.Mat), place, side.none, none, page.Look{Ink: page.Ink2})
		}
	}
	d.Seal()
	return s
}
