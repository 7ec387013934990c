package page

import "image"

// Hit is the target at a point of the screen when the page is scrolled by scroll px; ok is false where there is none.
func (p *Page) Hit(at image.Point, scroll int) (t *Target, ok bool) { return nil, false }

// seal numbers and hashes the layers once the page is complete.
func (b *build) seal() {}
