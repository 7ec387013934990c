package record

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// Pictures sets pictures one below the other, as wide as the column or most high, and then
// centred on mat. A long one is as wide as the column, however high. One that can't be shown is skipped.
func (c *Flow) Pictures(images []catalogue.Image, gap, most fixed.Int26_6) {
	some := false
	for i := range images {
		im := &images[i]
		if im.Width <= 0 || im.Height <= 0 {
			continue
		}
		if some {
			c.Y += gap
		}
		some = true
		w, h := build.FitImage(im, c.W, most)
		w, h = build.EnlargeImage(im, w, h)
		if c.LongImage(im, build.LongOnPage, most) {
			w, h = build.SpanImage(im, c.W)
		}
		frame := page.Area(c.X, c.Y, c.W, h)
		c.Box("picture", frame)
		picture := page.Area(c.X+(c.W-w)/2, c.Y, w, h)
		c.Box("picture", picture)
		if w < c.W {
			c.On.Fill(frame, page.Mat)
		}
		build.PlacePicture(c.On, im, picture)
		c.Y += h
	}
	if some {
		c.Y += c.Px(32)
	}
}
