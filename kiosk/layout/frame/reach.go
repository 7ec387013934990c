package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
)

// ReachEnd returns the y above which the targets of a sheet lie: the screen's end, or in low reach as far above it as the
// panel asks for.
func ReachEnd(b *build.Draft) fixed.Int26_6 {
	if b.Low {
		return lowEnd(b)
	}
	return b.H
}
