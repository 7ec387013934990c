package icon

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// at returns the point of a cubic at t.
func at(p [4]point, t float64) point {
	mix := func(a, b, c, d float64) float64 {
		u := 1 - t
		return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d
	}
	return point{mix(p[0].x, p[1].x, p[2].x, p[3].x), mix(p[0].y, p[1].y, p[2].y, p[3].y)}
}

// curves returns the cubics of a path.
func curves(path []Segment) (all [][4]point) {
	var pen point
	for _, s := range path {
		ps := [4]point{pen}
		for i, p := range points(s) {
			ps[i+1] = point{float64(p.X) / 64, float64(p.Y) / 64}
			pen = ps[i+1]
		}
		if s.Op == Cube {
			all = append(all, ps)
		}
	}
	return all
}

// TestArcsLieOnTheirEllipse: all points of an arc of a circle, whatever its flags, are as far from a centre as the radius,
// and the two flags choose between the four arcs through two points: long or short, on either side.
func TestArcsLieOnTheirEllipse(t *testing.T) {
	const radius, chord = 20.0, 24.0
	for _, turned := range []string{"0", "33", "-400"} {
		lengths := map[bool]float64{} // by the large flag
		for _, large := range []bool{false, true} {
			for _, sweep := range []bool{false, true} {
				flag := map[bool]int{true: 1}
				path, err := readPath(fmt.Sprintf("M-12 0A%g %g %s %d %d 12 0", radius, radius, turned, flag[large], flag[sweep]))
				if err != nil {
					t.Fatal(err)
				}
				centre := point{0, math.Sqrt(radius*radius - chord*chord/4)}
				if large == sweep {
					centre.y = -centre.y
				}
				length := 0.0
				for _, c := range curves(path) {
					last := c[0]
					for i := range 17 {
						p := at(c, float64(i)/16)
						if d := math.Hypot(p.x-centre.x, p.y-centre.y); math.Abs(d-radius) > 0.05 {
							t.Errorf("large %v, sweep %v: (%.2f, %.2f) is %.3f from the centre", large, sweep, p.x, p.y, d)
						}
						length += math.Hypot(p.x-last.x, p.y-last.y)
						last = p
					}
				}
				lengths[large] = length
			}
		}
		if half := math.Pi * radius; lengths[false] >= half || lengths[true] <= half || math.Abs(lengths[false]+lengths[true]-2*half) > 0.5 {
			t.Errorf("turned by %s: the short arc is %.1f, the long one %.1f, together not %.1f", turned, lengths[false], lengths[true], 2*half)
		}
	}
}

// TestRelative: a path in relative commands, started elsewhere, is the same path moved by that distance.
func TestRelative(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		rest := ""
		for range 1 + random.IntN(6) {
			letter := "lhvcsqtaz"[random.IntN(9)]
			rest += string(letter)
			for i := range arity[letter&^0x20] {
				if letter == 'a' && (i == 3 || i == 4) {
					rest += fmt.Sprint(" ", random.IntN(2))
				} else {
					rest += fmt.Sprint(" ", random.IntN(60)-30)
				}
			}
		}
		here, err := readPath("M0 0" + rest)
		if err != nil {
			t.Fatalf("%s: %v", rest, err)
		}
		there, err := readPath("M7 -5" + rest)
		if err != nil || len(there) != len(here) {
			t.Fatalf("%s: %d steps, and %d elsewhere: %v", rest, len(here), len(there), err)
		}
		for i := range here {
			for j, p := range points(here[i]) {
				q := points(there[i])[j]
				if dx, dy := q.X-p.X-7*64, q.Y-p.Y+5*64; max(dx, -dx, dy, -dy) > 1 {
					t.Errorf("%s: step %d is moved by %v, %v", rest, i, q.X-p.X, q.Y-p.Y)
				}
			}
		}
	}
}

// TestRingsAreClosed: a ring begins and ends at its left, and touches all four sides of its square.
func TestRingsAreClosed(t *testing.T) {
	path, err := readPath(ring(24, 20, 9.5).data)
	if err != nil || path[len(path)-1].Op != Close {
		t.Fatalf("%+v, %v", path, err)
	}
	least, most := point{99, 99}, point{}
	for _, c := range curves(path) {
		for i := range 17 {
			p := at(c, float64(i)/16)
			least, most = point{min(least.x, p.x), min(least.y, p.y)}, point{max(most.x, p.x), max(most.y, p.y)}
		}
	}
	for _, d := range []float64{least.x - 14.5, least.y - 10.5, most.x - 33.5, most.y - 29.5} {
		if math.Abs(d) > 0.02 {
			t.Errorf("from %v to %v", least, most)
		}
	}
	if first, last := path[0].Args[0], path[len(path)-2].Args[2]; first != last {
		t.Errorf("begins at %v and ends at %v", first, last)
	}
}
