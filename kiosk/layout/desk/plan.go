package desk

import (
	"image"
	"math"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// The design's measures, CSS px.
const (
	designWidth, designHeight = 1600, 1000
	glassSide, glassTop       = 30, 20 // of sand beside and above the kiosk
	leastTools                = 808    // the width of the tools, below which the kiosk becomes smaller
	leastList                 = 180    // the height of the list of problems, below which all tools scroll
	padX, padTop, padBottom   = 36, 24, 20
	footHeight                = 58
	columnX                   = 454 // of the second column, from the first one
)

// Least is the smallest window, CSS px.
var Least = image.Pt(960, 560)

// Usual is the window's size in the design, CSS px.
var Usual = image.Pt(designWidth, designHeight)

// Plan is where the parts of the window lie.
type Plan struct {
	Glass image.Rectangle // px: the kiosk
	Tools image.Rectangle // px: what stands beside it
	Share float64         // the kiosk's size on the window, in shares of its own
}

// PlanOf returns the plan of a window of a size in px, at so many px a CSS px, for a kiosk of a size in px.
func PlanOf(window image.Point, scale float64, kiosk image.Point) Plan {
	w, h := float64(window.X)/scale, float64(window.Y)/scale
	most := max(w-leastTools, 300) - 2*glassSide
	if kiosk.X <= kiosk.Y {
		most = min(most, (h-2*glassTop)*float64(kiosk.X)/float64(kiosk.Y))
	}
	share := min(most/float64(kiosk.X), (h-2*glassTop)/float64(kiosk.Y)) * scale
	size := image.Pt(int(math.Round(float64(kiosk.X)*share)), int(math.Round(float64(kiosk.Y)*share)))
	side := int(math.Round(glassSide * scale))
	at := image.Pt(side, (window.Y-size.Y)/2)
	left := size.X + 2*side
	return Plan{
		Glass: image.Rectangle{Min: at, Max: at.Add(size)},
		Tools: image.Rect(left, 0, window.X, window.Y),
		Share: share,
	}
}

// grid returns the grid of a window whose u is a CSS px.
func grid(window image.Point, scale float64) page.Grid {
	return page.Grid{U: scale, W: fixed.I(window.X), H: fixed.I(window.Y), Landscape: true}
}
