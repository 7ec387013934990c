package paint

import (
	"image"
	"image/color"

	"gongkai/kiosk/page"
)

// code fills a QR code's dark modules in its ink. Without an ink they are black on a
// white ground, in every theme.
func (pt *painting) code(it *page.Code) {
	ink := pt.theme[it.Ink]
	if it.Ink == page.None {
		pt.fill(it.Ground, color.RGBA{255, 255, 255, 255})
		ink = color.RGBA{A: 255}
	}
	for y := range it.Code.Size {
		for x := 0; x < it.Code.Size; x++ {
			run := 0
			for it.Code.Dark(x+run, y) {
				run++
			}
			if run > 0 {
				at := it.At.Add(image.Pt(x*it.Module, y*it.Module))
				pt.fill(image.Rectangle{Min: at, Max: at.Add(image.Pt(run*it.Module, it.Module))}, ink)
				x += run
			}
		}
	}
}
