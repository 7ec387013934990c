package record

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// A floor plan below the lines of 到哪里问: the gap above it, and the side of the mark on it, u.
const planGap, planMark = 20, 76

// hasPlan reports whether there is a floor plan that can be shown.
func hasPlan(contact catalogue.Contact) bool {
	return contact.Map.Name != "" && contact.Map.Width > 0 && contact.Map.Height > 0
}

// floorPlan sets the floor plan below a gap, whole and as wide as the column: one that is higher than wide stands on a square of
// mat, as a notice's pictures do. The mark's tip stands at the place that the file gives.
func (c *Flow) floorPlan(contact catalogue.Contact, gap fixed.Int26_6) {
	if !hasPlan(contact) {
		return
	}
	im := &contact.Map
	w, h := build.FitImage(im, c.W, c.W)
	w, h = build.EnlargeImage(im, w, h)
	tip := page.Scale(h, contact.At[1])
	if contact.Marked { // the mark of a place at the upper edge stands above the plan
		gap = max(gap, c.Px(planMark)-tip)
	}
	c.Y += gap
	frame := page.Area(c.X, c.Y, c.W, h)
	c.Box("plan", frame)
	if w < c.W {
		c.On.Fill(frame, page.Mat)
	}
	x := c.X + (c.W-w)/2
	build.PlacePicture(c.On, im, page.Area(x, c.Y, w, h))
	if contact.Marked {
		c.placeMark(x+page.Scale(w, contact.At[0]), c.Y+tip)
	}
	c.Y += h + c.Px(planGap)/2
}

// placeMark paints the mark of a place with its tip at x, y, on a ground of paper that sets it apart from the plan.
func (c *Flow) placeMark(x, y fixed.Int26_6) {
	// in 48ths of the icon: its tip, and the middle and the radius of its head
	const tip, middle, radius, neck = 43.5, 19., 14.5, 33.
	side := c.Px(planMark)
	part := func(n float64) fixed.Int26_6 { return page.Scale(side, n/48) }
	left, top := x-side/2, y-part(tip)
	head := page.Area(x-part(radius), top+part(middle-radius), 2*part(radius), 2*part(radius))
	c.On.Fill(head, page.Paper).Radius = part(radius)
	c.On.Fill(page.Area(x-part(radius/2), top+part(neck-radius/2), part(radius), part(radius)), page.Paper).Radius = part(radius / 2)
	c.On.Icon("place", left, top, side, page.Paper).Stroke = fixed.I(11)
	c.On.Icon("place", left, top, side, page.Red).Stroke = fixed.I(5)
	c.Box("plan.mark", page.Area(left, top, side, side))
}
