package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
)

// A notice's pictures are whole, never cropped, and never larger than this many px a px
// of the picture.
const mostEnlarged = 2

// shown counts the pictures that can be shown.
func shown(images []catalogue.Image) int {
	n := 0
	for i := range images {
		if images[i].Width > 0 && images[i].Height > 0 {
			n++
		}
	}
	return n
}

// pictures sets pictures below each other, gap between them: as wide as the measure or as
// high as most, where that leaves them narrower centred on mat. One that can't be shown
// takes no room.
func (c *flow) pictures(images []catalogue.Image, gap, most fixed.Int26_6) {
	some := false
	for i := range images {
		im := &images[i]
		if im.Width <= 0 || im.Height <= 0 {
			continue
		}
		if some {
			c.y += gap
		}
		some = true
		w, h := fitting(im, c.w, most)
		w, h = enlarged(im, w, h)
		frame := rect(c.x, c.y, c.w, h)
		c.box("picture", frame)
		picture := rect(c.x+(c.w-w)/2, c.y, w, h)
		c.box("picture", picture)
		if w < c.w {
			c.on.fill(frame, Mat)
		}
		c.on.picture(im, picture)
		c.y += h
	}
	if some {
		c.y += c.px(32)
	}
}

// fitting returns the size at which an image just fits in w x h; a px at least.
func fitting(im *catalogue.Image, w, h fixed.Int26_6) (_, _ fixed.Int26_6) {
	if int64(w)*int64(im.Height) <= int64(h)*int64(im.Width) {
		return w, max(fixed.I(1), fixed.Int26_6(int64(w)*int64(im.Height)/int64(im.Width)))
	}
	return max(fixed.I(1), fixed.Int26_6(int64(h)*int64(im.Width)/int64(im.Height))), h
}

// enlarged returns a size w x h of an image, or the largest that it may have.
func enlarged(im *catalogue.Image, w, h fixed.Int26_6) (_, _ fixed.Int26_6) {
	if int64(w) > 64*mostEnlarged*int64(im.Width) { // as a width, twice a picture's may be too many
		return fixed.I(mostEnlarged * im.Width), fixed.I(mostEnlarged * im.Height)
	}
	return w, h
}

// picture paints an image in r.
func (l *Layer) picture(im *catalogue.Image, r fixed.Rectangle26_6) {
	l.Items = append(l.Items, &Picture{Name: im.Name, Hash: im.Hash, Orientation: im.Orientation, Rect: whole(r)})
}
