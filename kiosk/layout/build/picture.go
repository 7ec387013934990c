package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
)

// mostEnlarged is the largest scale of a notice's pictures, which are never cropped.
const mostEnlarged = 2

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
