package icon

import (
	"errors"
	"fmt"
	"math"

	"golang.org/x/image/math/fixed"
)

// point is a place in units while a path is being read.
type point struct{ x, y float64 }

func (p point) plus(q point) point { return point{p.x + q.x, p.y + q.y} }

// mirror is p seen from the other side of q.
func (p point) mirror(q point) point { return point{q.x + (q.x - p.x), q.y + (q.y - p.y)} }

// limit bounds coordinates, units, so that any path fits fixed point with room to spare.
const limit = 1 << 16

func (p point) inBounds() bool { return math.Abs(p.x) <= limit && math.Abs(p.y) <= limit } // not so NaN

func (p point) fixed() fixed.Point26_6 {
	return fixed.Point26_6{X: fixed.Int26_6(math.Round(p.x * 64)), Y: fixed.Int26_6(math.Round(p.y * 64))}
}

// arity is how many numbers each command takes, by its upper-case letter.
var arity = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// reader walks path data (SVG 2, 9.3.9) and draws what it says.
type reader struct {
	data  string
	at    int // byte offset of what comes next
	path  []Segment
	pen   point
	begin point // of the contour
	ctrl  point // last control point, for S and T
	last  byte  // the last command, upper case
	far   bool  // a point lay out of bounds
}

// readPath reads SVG path data, both absolute and relative. An error names the byte
// offset; unlike SVG, which draws what comes before a fault, nothing is returned then.
func readPath(data string) ([]Segment, error) {
	r := &reader{data: data}
	for r.space(); r.at < len(r.data); r.space() {
		if err := r.command(); err != nil {
			return nil, fmt.Errorf("path data, byte %d: %w", r.at, err)
		}
	}
	return r.path, nil
}

// command reads a letter and all the sets of numbers that follow it; sets after the
// first of a moveto are linetos.
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

// relative turns a set's offsets from the pen into places.
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

// draw does one command with absolute numbers.
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

// smooth is the control point that goes on from a curve of the kinds a and b; after
// anything else it is the pen itself.
func (r *reader) smooth(a, b byte) point {
	if r.last == a || r.last == b {
		return r.ctrl.mirror(r.pen)
	}
	return r.pen
}

// step adds a segment and moves the pen to its end. What is drawn straight after a
// closing starts a contour where the closed one began.
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
