package build

import (
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/qr"
)

// Where a code lies on its ground: the halves of the free room at its left and above it.
var inMiddle, TopRight = image.Pt(1, 1), image.Pt(2, 0)

// PlaceCode returns a QR code on its ground, with modules of module px.
func PlaceCode(c qr.Code, ground image.Rectangle, module int, at image.Point) *page.Code {
	free := ground.Size().Sub(image.Pt(c.Size*module, c.Size*module))
	return &page.Code{
		Code: c, Ground: ground, Module: module,
		At: ground.Min.Add(image.Pt(free.X*at.X/2, free.Y*at.Y/2)),
	}
}

// FrameCode paints a code in the middle of r, white in a thin outline, and returns the box of
// its modules.
func (b *Draft) FrameCode(l *page.Layer, r fixed.Rectangle26_6, c qr.Code, module int) fixed.Rectangle26_6 {
	it := PlaceCode(c, page.Round(r), module, inMiddle)
	l.Items = append(l.Items, it)
	l.Fill(r, page.Line).Stroke = b.Rule(2)
	n := fixed.I(c.Size * module)
	return page.Area(fixed.I(it.At.X), fixed.I(it.At.Y), n, n)
}
