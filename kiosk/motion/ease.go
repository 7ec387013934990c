package motion

// curve is a CSS timing function, cubic-bezier(x1, y1, x2, y2): it runs from
// (0, 0) to (1, 1) and both its control points' x lie between 0 and 1, so that it
// has one height at each time.
type curve struct{ x1, y1, x2, y2 float64 }

// The design's curves (docs/design/README.md section 8).
var (
	easeOut = curve{0, 0, .58, 1}
	linear  = curve{0, 0, 1, 1}
	turning = curve{.6, 0, .2, 1} // the leaf on its way to the next slide's place
	folding = curve{.2, 0, 0, 1}  // the leaf on its way to the spine, and back
)

// at returns the curve's height at a time, both from 0 to 1; times outside count as the nearest end.
func (c curve) at(time float64) float64 {
	if time <= 0 {
		return 0
	}
	if time >= 1 {
		return 1
	}
	lo, hi := 0.0, 1.0
	for range 24 {
		if mid := (lo + hi) / 2; bezier(c.x1, c.x2, mid) < time {
			lo = mid
		} else {
			hi = mid
		}
	}
	return bezier(c.y1, c.y2, hi)
}

// bezier returns a cubic Bézier from 0 to 1 with control values a and b, at parameter s.
// Its products are rounded before they are added, so that all machines agree.
func bezier(a, b, s float64) float64 {
	r := 1 - s
	return float64(3*r*r*s*a) + float64(3*r*s*s*b) + float64(s*s*s)
}
