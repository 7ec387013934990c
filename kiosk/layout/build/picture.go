package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
)

// mostEnlarged is the largest scale of a notice's pictures, which are never cropped.
const mostEnlarged = 2

// How many times as high as wide a picture is from which it may be long: on a notice's page, as the screenshots of phones
// are, and on a slide, where it is seen more than read. Beyond longest it is a strip all the same.
const (
	LongOnPage  = 2
	LongOnSlide = 3
	longest     = 100
)

// LongImage reports whether an image is so many times as high as wide, or higher, and would have to be shrunk to less than
// two fifths of its size, in u, to stand whole in a height: a strip too narrow to be read.
func (b *Draft) LongImage(im *catalogue.Image, times int, height fixed.Int26_6) bool {
	return im.Height >= times*im.Width && 2*b.Px(float64(min(im.Height, mostLength))) > 5*height
}

// mostLength is where a length stops to count: twice as much still is an Int26_6 at u = 8.
const mostLength = 500_000

// SpanImage returns the size of a long image as wide as w.
func SpanImage(im *catalogue.Image, w fixed.Int26_6) (_, _ fixed.Int26_6) {
	fit, h := FitImage(im, w, longest*w)
	return EnlargeImage(im, fit, h)
}

// ShownImages counts the pictures that can be shown.
func ShownImages(images []catalogue.Image) int {
	n := 0
	for i := range images {
		if images[i].Width > 0 && images[i].Height > 0 {
			n++
		}
	}
	return n
}

// FitImage returns the largest size at which an image fits in w x h, at least a px.
func FitImage(im *catalogue.Image, w, h fixed.Int26_6) (_, _ fixed.Int26_6) {
	if int64(w)*int64(im.Height) <= int64(h)*int64(im.Width) {
		return w, max(fixed.I(1), fixed.Int26_6(int64(w)*int64(im.Height)/int64(im.Width)))
	}
	return max(fixed.I(1), fixed.Int26_6(int64(h)*int64(im.Width)/int64(im.Height))), h
}

// EnlargeImage returns an image's size w x h, limited to the largest scale.
func EnlargeImage(im *catalogue.Image, w, h fixed.Int26_6) (_, _ fixed.Int26_6) {
	if int64(w) > 64*mostEnlarged*int64(im.Width) { // compared in 64 bits: twice a picture's width may overflow
		return fixed.I(mostEnlarged * im.Width), fixed.I(mostEnlarged * im.Height)
	}
	return w, h
}

// PlacePicture paints an image in r.
func PlacePicture(l *page.Layer, im *catalogue.Image, r fixed.Rectangle26_6) {
	l.Items = append(l.Items, &page.Picture{Name: im.Name, Hash: im.Hash, Orientation: im.Orientation, Rect: page.Round(r)})
}
