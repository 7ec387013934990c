package page

import (
	"math"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/session"
)

const (
	leastAngle = 0.7  // degrees that a capital's height is wide at the eye (EN 301 549, 5.1.4)
	capHeight  = 0.73 // em, of the faces
)

// PerPx returns the mm per px on a panel, 0 if its size isn't known.
func (g Grid) PerPx(p session.Panel) float64 {
	return p.Diagonal / math.Hypot(inPx(g.W), inPx(g.H))
}

func inPx(v fixed.Int26_6) float64 { return float64(v) / 64 }

// TextScale returns the factor, 1 or more, by which text must grow to be legible from the
// panel's reading distance.
func (g Grid) TextScale(p session.Panel) float64 {
	return max(1, g.leastEm(p)/inPx(g.Pick(36.8, 32.8)))
}

// TypeFloor returns the least size of type on a panel, px: a capital of it is wide enough at the
// reading distance. It is 0 if panel or distance isn't known.
func (g Grid) TypeFloor(p session.Panel) fixed.Int26_6 {
	return fixed.Int26_6(math.Ceil(64 * g.leastEm(p)))
}

// leastEm returns the size of type, in px, whose capitals are leastAngle wide at the eye.
func (g Grid) leastEm(p session.Panel) float64 {
	mm := g.PerPx(p)
	if mm == 0 {
		return 0
	}
	return 2 * p.Distance * math.Tan(leastAngle/2*math.Pi/180) / capHeight / mm
}

// CapHeight returns the height, in mm, of a capital of type of a size on a panel.
func (g Grid) CapHeight(size fixed.Int26_6, p session.Panel) float64 {
	return inPx(size) * capHeight * g.PerPx(p)
}

// Angle returns how wide a capital of type of a size is at the eye of a reader at the panel's
// reading distance, in degrees.
func (g Grid) Angle(size fixed.Int26_6, p session.Panel) float64 {
	return 2 * math.Atan(inPx(size)*capHeight*g.PerPx(p)/2/p.Distance) * 180 / math.Pi
}

// Legible returns the distance, in mm, up to which type of a size is wide enough at the eye.
func (g Grid) Legible(size fixed.Int26_6, p session.Panel) float64 {
	return inPx(size) * capHeight * g.PerPx(p) / 2 / math.Tan(leastAngle/2*math.Pi/180)
}
