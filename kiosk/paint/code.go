package paint

import (
	"image"
	"image/color"

	"gongkai/kiosk/page"
)

// code fills a QR code's dark modules in its ink. Without one they are black on a white
// ground, whatever the theme's colours are.
func (s *sheet) code(it *page.Code) {
	ink := s.theme[it.Ink]
	if it.Ink == page.None {
		s.fill(it.Ground, color.RGBA{255, 255, 255, 255})
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
				s.fill(image.Rectangle{Min: at, Max: at.Add(image.Pt(run*it.Module, it.Module))}, ink)
				x += run
			}
		}
	}
}
