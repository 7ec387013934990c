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
	mm := g.PerPx(p)
	if mm == 0 || p.Distance == 0 {
		return 1
	}
	em := 2 * p.Distance * math.Tan(leastAngle/2*math.Pi/180) / capHeight
	return max(1, em/(mm*inPx(g.Pick(36.8, 32.8))))
}
