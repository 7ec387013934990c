package paint

import "golang.org/x/image/math/fixed"

// point is a position in 4096ths of a px: the finest unit that a float32 still holds
// exactly on the largest screen.
type point = fixed.Point52_12

// one is a px in a point's coordinates.
const one = 1 << 12

// flat is a flattened shape: closed contours of straight lines.
type flat struct {
	points []point
	ends   []int // where each contour ends in points
}

func (f *flat) reset() { f.points, f.ends = f.points[:0], f.ends[:0] }

// contour returns the points of contour i.
func (f *flat) contour(i int) []point {
	from := 0
	if i > 0 {
		from = f.ends[i-1]
	}
	return f.points[from:f.ends[i]]
}

// close ends the open contour, if there is one.
func (f *flat) close() {
	if n := len(f.points); n > 0 && (len(f.ends) == 0 || f.ends[len(f.ends)-1] < n) {
		f.ends = append(f.ends, n)
	}
}

// move starts a contour.
func (f *flat) move(p point) {
	f.close()
	f.points = append(f.points, p)
}

func (f *flat) line(p point) { f.points = append(f.points, p) }

func (f *flat) pen() point { return f.points[len(f.points)-1] }

// turn turns the shape clockwise by a quarter around the origin.
func (f *flat) turn() {
	for i, p := range f.points {
		f.points[i] = point{X: -p.Y, Y: p.X}
	}
}

// quad draws a quadratic Bézier curve from the pen.
func (f *flat) quad(b, c point) {
	a := f.pen()
	f.halve2(a, b, c, halvings(bend(a, b, c)))
}

// cube draws a cubic Bézier curve from the pen.
func (f *flat) cube(b, c, d point) {
	a := f.pen()
	f.halve3(a, b, c, d, halvings(max(bend(a, b, c), bend(b, c, d))))
}

// bend returns twice the distance of the middle one of three control points from the
// midpoint of the others, the greater of both axes.
func bend(a, b, c point) fixed.Int52_12 {
	return max(abs(a.X-2*b.X+c.X), abs(a.Y-2*b.Y+c.Y))
}

// halvings returns how often a curve is halved until its lines lie within a twentieth of
// a px of it. A cubic's second derivative is at most six times its bend, so the error is
// at most 3/4 of the bend, and a quarter of that after each halving.
func halvings(bend fixed.Int52_12) (n int) {
	for ; bend > one/16; bend >>= 2 {
		n++
	}
	return n
}

func (f *flat) halve2(a, b, c point, n int) {
	if n == 0 {
		f.line(c)
		return
	}
	ab, bc := mid(a, b), mid(b, c)
	abc := mid(ab, bc)
	f.halve2(a, ab, abc, n-1)
	f.halve2(abc, bc, c, n-1)
}

func (f *flat) halve3(a, b, c, d point, n int) {
	if n == 0 {
		f.line(d)
		return
	}
	ab, bc, cd := mid(a, b), mid(b, c), mid(c, d)
	abc, bcd := mid(ab, bc), mid(bc, cd)
	abcd := mid(abc, bcd)
	f.halve3(a, ab, abc, abcd, n-1)
	f.halve3(abcd, bcd, cd, d, n-1)
}

func mid(a, b point) point { return point{X: (a.X + b.X) >> 1, Y: (a.Y + b.Y) >> 1} }

func abs(v fixed.Int52_12) fixed.Int52_12 { return max(v, -v) }

// orient reverses the contours from number first on if together they enclose a negative
// area, so that overlapping shapes add up and never cancel.
func (f *flat) orient(first int) {
	var area fixed.Int52_12
	for i := first; i < len(f.ends); i++ {
		pts := f.contour(i)
		a := pts[len(pts)-1]
		for _, b := range pts {
			area += (a.X*b.Y - b.X*a.Y) >> 12
			a = b
		}
	}
	if area >= 0 {
		return
	}
	for i := first; i < len(f.ends); i++ {
		pts := f.contour(i)
		for j, k := 0, len(pts)-1; j < k; j, k = j+1, k-1 {
			pts[j], pts[k] = pts[k], pts[j]
		}
	}
}
