package record

import (
	"math"
	"sort"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// Short pages grow (docs/design/README.md section 6): their text is multiplied by the greatest
// growth with which the page still ends inside the viewport.

// mostGrown limits text step times growth.
const mostGrown = 2

// Greatest returns the greatest growth of 1.00, 1.05 … most with which fits holds; of 1 it isn't asked. It calls may,
// which is quick, holds wherever fits does and for no growth above one for which it doesn't, at most five times, and
// fits from the greatest growth on that may allows. Large text doesn't grow.
func Greatest(b *build.Draft, most float64, may, fits func(growth float64) bool) float64 {
	if b.Huge() {
		return 1
	}
	n := growthSteps(min(most, mostGrown/b.Step))
	if n <= 0 {
		return 1
	}
	// the number of growths above 1 that may fit
	i := sort.Search(n, func(i int) bool { return !may(growthAt(i + 1)) })
	for i > 0 && !fits(growthAt(i)) {
		i--
	}
	return growthAt(i)
}

// inGrowth is how many steps of growth are in 1.
const inGrowth = 20

// growthAt returns the growth i steps above 1.
func growthAt(i int) float64 { return float64(inGrowth+i) / inGrowth }

// growthSteps returns how many steps a growth is above 1.
func growthSteps(growth float64) int { return int(math.Floor(growth*inGrowth+1e-6)) - inGrowth }

// growth returns by how much the column's text grows, no more than most.
func (c *Flow) growth(most float64) float64 { return max(1, min(c.Grow, most)) }

// GrownSize returns BodySize of p u in portrait and l u in landscape, grown.
func (c *Flow) GrownSize(p, l float64) fixed.Int26_6 { return c.GrownTo(p, l, math.Inf(1)) }

// GrownTo returns GrownSize for text that grows no more than most.
func (c *Flow) GrownTo(p, l, most float64) fixed.Int26_6 {
	return page.Scale(c.PickBodySize(p, l), c.growth(most))
}
