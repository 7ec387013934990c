package paint

import (
	"image"
	"image/color"

	"gongkai/kiosk/page"
)

// A picture with transparent parts stands on mat, in high contrast too, where mat is black: black letters on nothing would
// be lost on it. A picture whose letters are light stands on ink, where they are seen. What a picture stands on follows
// from its own pixels, and is the same in every mode. If it has both, it stands between, where all of it is seen.

// groundOf returns the colour on which a picture with transparent parts is best seen. Of a picture that covers more than
// half of its place the middle is seen on anything. Else the outlines decide: ink is chosen if more of them would be lost
// on mat, and a colour between if an eighth would be lost on either.
func groundOf(m *image.RGBA) color.RGBA {
	covered, onMat, onInk := 0, 0, 0
	size := m.Rect.Size()
	for y := range size.Y {
		for x := range size.X {
			p := m.Pix[y*m.Stride+4*x:][:4]
			if p[3] < solid {
				continue
			}
			covered++
			if !outline(m, x, y) {
				continue
			}
			switch l := luminance(p); {
			case l > light:
				onMat++
			case l < dark:
				onInk++
			}
		}
	}
	mat, ink := page.Normal[page.Mat], page.Normal[page.Black]
	switch {
	case 2*covered > size.X*size.Y:
		return mat
	case 8*min(onMat, onInk) > onMat+onInk:
		return middle(mat, ink)
	case onMat > onInk:
		return ink
	}
	return mat
}

// middle returns the colour at a third of the way from mat to ink: white, red and black have a contrast of 2 and more to it.
func middle(mat, ink color.RGBA) color.RGBA {
	mean := func(a, b uint8) uint8 { return uint8((2*int(a) + int(b)) / 3) }
	return color.RGBA{mean(mat.R, ink.R), mean(mat.G, ink.G), mean(mat.B, ink.B), 255}
}

const (
	solid = 96 // alpha from which a pixel belongs to the picture
	// A colour lighter than light has a contrast below 2 to mat, one darker than dark to ink (WCAG 2.1).
	light, dark = full * 395 / 1000, full * 70 / 1000
	full        = 255 * 255
)

// outline reports whether a pixel borders on a transparent one.
func outline(m *image.RGBA, x, y int) bool {
	clear := func(x, y int) bool {
		return image.Pt(x, y).In(image.Rectangle{Max: m.Rect.Size()}) && m.Pix[y*m.Stride+4*x+3] < solid
	}
	return clear(x-1, y) || clear(x+1, y) || clear(x, y-1) || clear(x, y+1)
}

// luminance returns the luminance, 0 to full, of a premultiplied pixel's colour, by WCAG's weights and with squares for
// sRGB's curve, since floats differ between machines.
func luminance(p []byte) int {
	square := func(v byte) int { return (int(v) * 255 / int(p[3])) * (int(v) * 255 / int(p[3])) }
	return (2126*square(p[0]) + 7152*square(p[1]) + 722*square(p[2])) / 10_000
}

// ground lays a colour under a picture.
func ground(m *image.RGBA, c color.RGBA) {
	under := []byte{c.R, c.G, c.B, c.A}
	for i := 0; i < len(m.Pix); i += 4 {
		p := m.Pix[i : i+4 : i+4]
		if left := 255 - uint32(p[3]); left > 0 {
			for j := range p {
				p[j] += uint8((uint32(under[j])*left + 127) / 255)
			}
		}
	}
}

// reduced returns a picture's size, at most reducedSide px a side, at which its ground is found.
func reduced(size image.Point) image.Point {
	long := max(size.X, size.Y)
	if long <= reducedSide {
		return size
	}
	return image.Pt(max(1, size.X*reducedSide/long), max(1, size.Y*reducedSide/long))
}

const reducedSide = 2048
