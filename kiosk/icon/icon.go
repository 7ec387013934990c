// Package icon holds the screen's icons as outlines: 48 x 48 units, strokes of 3 units with butt caps and miter
// joins. It has names and shapes, and the choice of a 一级事项's icon; kiosk/paint draws them. Of SVG it reads path data
// only.
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

// Segment is one step of a path, to a point or back to the start of the contour.
type Segment struct {
	Op   Op
	Args [3]fixed.Point26_6 // units, y downwards: the control points, then the end
}

// Op is the kind of a Segment; it determines how many of its Args count.
type Op uint8

// The steps; every contour begins with a Move.
const (
	Move  Op = iota // 1 point
	Line            // 1 point
	Quad            // 2 points
	Cube            // 3 points
	Close           // none: a line to the contour's first point, joined to it
)

// Named returns the outline of the icon of that name, nil if there is none. It is shared and read-only.
func Named(name string) Outline { return outlines()[name] }

// Known reports whether there is an icon of that name.
func Known(name string) bool {
	_, ok := drawings[name]
	return ok
}

// Names returns the icons' names, sorted.
func Names() []string { return slices.Sorted(maps.Keys(drawings)) }

// outlines parses all drawings on first use; together they take well under a millisecond.
var outlines = sync.OnceValue(func() map[string]Outline {
	all := make(map[string]Outline, len(drawings))
	for name, parts := range drawings {
		for _, p := range parts {
			path, err := readPath(p.data)
			if err != nil { // the drawings are constants under test: a broken build
				panic(fmt.Sprintf("icon: %s: %v", name, err))
			}
			all[name] = append(all[name], Shape{Path: path, Fill: p.fill})
		}
	}
	return all
})
