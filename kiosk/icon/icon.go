// Package icon holds the screen's icons as outlines: 48 x 48 units, strokes of 3
// units with butt caps and miter joins. It knows names and shapes, and which icon
// a 一级事项 gets; kiosk/paint draws them. Reading SVG files is left out: of SVG it
// knows path data only.
package icon

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"golang.org/x/image/math/fixed"
)

// Size is the side of the square that every icon lies in, in units.
const Size = 48

// Outline is an icon: its shapes from the back to the front.
type Outline []Shape

// Shape is one path of an icon.
type Shape struct {
	Path []Segment
	Fill bool // filled, without a stroke; else stroked, without a filling
}

// Segment is one step of a path, to a point or back to where the contour began.
type Segment struct {
	Op   Op
	Args [3]fixed.Point26_6 // units, y downwards: the control points, then the end
}

// Op says what a Segment does and how many of its Args count.
type Op uint8

// The steps; every contour begins with a Move.
const (
	Move  Op = iota // 1 point
	Line            // 1 point
	Quad            // 2 points
	Cube            // 3 points
	Close           // none: a line to the contour's first point, joined to it
)

// Named is the outline of the icon of that name, nil if there is none. It is
// shared and not to be changed.
func Named(name string) Outline { return outlines()[name] }

// Known says whether there is an icon of that name.
func Known(name string) bool {
	_, ok := drawings[name]
	return ok
}

// Names lists the icons' names, sorted.
func Names() []string { return slices.Sorted(maps.Keys(drawings)) }

// outlines reads all drawings when the first is asked for; together they take well
// under a millisecond.
var outlines = sync.OnceValue(func() map[string]Outline {
	all := make(map[string]Outline, len(drawings))
	for name, parts := range drawings {
		for _, p := range parts {
			path, err := readPath(p.data)
			if err != nil { // the drawings are fixed and tested: a broken build
				panic(fmt.Sprintf("icon: %s: %v", name, err))
			}
			all[name] = append(all[name], Shape{Path: path, Fill: p.fill})
		}
	}
	return all
})
