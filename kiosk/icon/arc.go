package icon

import "math"

// arc draws an elliptical arc from the pen to a point as cubics of at most a quarter turn (SVG 2, B.2.4). Products are
// converted before they are added, so that no machine fuses them; the remaining rounding vanishes in 1/64 unit.
func (r *reader) arc(radii point, degrees float64, large, sweep bool, to point) {
	from := r.pen
	rx, ry := math.Abs(radii.x), math.Abs(radii.y)
	if rx == 0 || ry == 0 || from == to { // B.2.5: a line, or nothing
		r.step(Line, to)
		return
	}
	sin, cos := math.Sincos(math.Mod(degrees, 360) * math.Pi / 180)
	turn := func(p point, sin float64) point {
		return point{float64(p.x*cos) - float64(p.y*sin), float64(p.x*sin) + float64(p.y*cos)}
	}

	// Rotated back and scaled to the unit circle, about the middle of the chord.
	half := turn(point{(from.x - to.x) / 2, (from.y - to.y) / 2}, -sin)
	if l := math.Hypot(half.x/rx, half.y/ry); l > 1 { // B.2.5: radii too small
		rx, ry = rx*l, ry*l
	}
	ux, uy := half.x/rx, half.y/ry
	d := float64(ux*ux) + float64(uy*uy)
	k := math.Sqrt(math.Max(0, 1/d-1))
	if large == sweep {
		k = -k
	}
	centre := point{float64(k * uy), float64(-k * ux)}
	start := math.Atan2(uy-centre.y, ux-centre.x)
	sweepBy := math.Mod(math.Atan2(-uy-centre.y, -ux-centre.x)-start, 2*math.Pi)
	if sweep && sweepBy < 0 {
		sweepBy += 2 * math.Pi
	} else if !sweep && sweepBy > 0 {
		sweepBy -= 2 * math.Pi
	}

	middle := point{float64((from.x + to.x) / 2), float64((from.y + to.y) / 2)}
	place := func(x, y float64) point { // from the unit circle back to the path
		return middle.plus(turn(point{(x + centre.x) * rx, (y + centre.y) * ry}, sin))
	}
	n := math.Max(1, math.Ceil(math.Abs(sweepBy)/(math.Pi/2)-1e-9))
	each := sweepBy / n
	pull := 4.0 / 3 * math.Tan(each/4)
	for i := range int(n) {
		a := start + float64(each*float64(i))
		s0, c0 := math.Sincos(a)
		s1, c1 := math.Sincos(a + each)
		end := place(c1, s1)
		if i == int(n)-1 {
			end = to
		}
		r.step(Cube, place(c0-float64(pull*s0), s0+float64(pull*c0)), place(c1+float64(pull*s1), s1-float64(pull*c1)), end)
	}
}
