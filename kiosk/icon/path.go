package icon

import (
	"errors"
	"fmt"
	"math"

	"golang.org/x/image/math/fixed"
)

// point is a position in units while a path is parsed.
type point struct{ x, y float64 }

func (p point) plus(q point) point { return point{p.x + q.x, p.y + q.y} }

// mirror returns p reflected in q.
func (p point) mirror(q point) point { return point{q.x + (q.x - p.x), q.y + (q.y - p.y)} }

// limit bounds coordinates, in units, so that any path fits fixed point with a margin.
const limit = 1 << 16

func (p point) inBounds() bool { return math.Abs(p.x) <= limit && math.Abs(p.y) <= limit } // false for NaN

func (p point) fixed() fixed.Point26_6 {
	return fixed.Point26_6{X: fixed.Int26_6(math.Round(p.x * 64)), Y: fixed.Int26_6(math.Round(p.y * 64))}
}

// arity is the number of arguments of each command, by its upper-case letter.
var arity = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// reader parses path data (SVG 2, 9.3.9) into segments.
type reader struct {
	data  string
	at    int // byte offset of the next token
	path  []Segment
	pen   point
	begin point // of the contour
	ctrl  point // last control point, for S and T
	last  byte  // the last command, upper case
	far   bool  // a point was out of bounds
}

// readPath parses SVG path data, absolute and relative. An error names the byte offset; unlike SVG, which draws
// everything before a fault, readPath returns no path then.
func readPath(data string) ([]Segment, error) {
	r := &reader{data: data}
	for r.space(); r.at < len(r.data); r.space() {
		if err := r.command(); err != nil {
			return nil, fmt.Errorf("path data, byte %d: %w", r.at, err)
		}
	}
	return r.path, nil
}

// command parses a letter and all sets of numbers after it; the sets after the first of a moveto are linetos.
func (r *reader) command() error {
	letter := r.data[r.at]
	up := letter &^ 0x20
	n, ok := arity[up]
	switch {
	case !ok || letter < 'A':
		return fmt.Errorf("%q is no command", letter)
	case r.last == 0 && up != 'M':
		return fmt.Errorf("a path begins with M or m, not %q", letter)
	}
	r.at++
	for first := true; ; first = false {
		args, err := r.numbers(up, n)
		if err != nil {
			return err
		}
		if up == 'M' && !first {
			up = 'L'
		}
		if letter >= 'a' {
			r.relative(up, &args)
		}
		if r.draw(up, args); r.far {
			return errors.New("a point is out of all bounds")
		}
		if n == 0 || !r.more() {
			return nil
		}
	}
}

// relative turns a set's offsets from the pen into positions.
func (r *reader) relative(up byte, args *[7]float64) {
	switch up {
	case 'H':
		args[0] += r.pen.x
	case 'V':
		args[0] += r.pen.y
	case 'A':
		args[5] += r.pen.x
		args[6] += r.pen.y
	default:
		for i := 0; i < 6; i += 2 {
			args[i] += r.pen.x
			args[i+1] += r.pen.y
		}
	}
}

// draw executes one command with absolute numbers.
func (r *reader) draw(up byte, v [7]float64) {
	p := [3]point{{v[0], v[1]}, {v[2], v[3]}, {v[4], v[5]}}
	switch up {
	case 'M':
		r.begin = p[0]
		r.step(Move, p[0])
	case 'L':
		r.step(Line, p[0])
	case 'H':
		r.step(Line, point{v[0], r.pen.y})
	case 'V':
		r.step(Line, point{r.pen.x, v[0]})
	case 'C':
		r.step(Cube, p[0], p[1], p[2])
	case 'S':
		r.step(Cube, r.smooth('C', 'S'), p[0], p[1])
	case 'Q':
		r.step(Quad, p[0], p[1])
	case 'T':
		r.step(Quad, r.smooth('Q', 'T'), p[0])
	case 'A':
		r.arc(point{v[0], v[1]}, v[2], v[3] != 0, v[4] != 0, point{v[5], v[6]})
	case 'Z':
		r.step(Close)
		r.pen, r.ctrl = r.begin, r.begin
	}
	r.last = up
}

// smooth returns the control point that continues a curve of the kinds a and b smoothly; after anything else, the pen.
func (r *reader) smooth(a, b byte) point {
	if r.last == a || r.last == b {
		return r.ctrl.mirror(r.pen)
	}
	return r.pen
}

// step adds a segment and moves the pen to its end. A segment right after a Close starts a contour where the closed
// one began.
func (r *reader) step(op Op, points ...point) {
	if n := len(r.path); op != Move && n > 0 && r.path[n-1].Op == Close {
		r.path = append(r.path, Segment{Op: Move, Args: [3]fixed.Point26_6{r.pen.fixed()}})
	}
	s := Segment{Op: op}
	for i, p := range points {
		if s.Args[i] = p.fixed(); !p.inBounds() {
			r.far = true
		}
	}
	r.path = append(r.path, s)
	if n := len(points); n > 0 {
		r.pen = points[n-1]
		r.ctrl = points[max(0, n-2)]
	}
}
