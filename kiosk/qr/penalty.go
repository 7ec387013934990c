package qr

import (
	"math/bits"

	"rsc.io/qr/coding"
)

// strip is a row or a column of modules, one bit each, the first in the lowest bit; all bits beyond its end are 0. The
// words hold the 177 modules of version 40.
type strip [3]uint64

// from returns the strip without its first k modules, k < 64.
func (s strip) from(k int) strip {
	return strip{s[0]>>k | s[1]<<(64-k), s[1]>>k | s[2]<<(64-k), s[2] >> k}
}

func (s strip) and(t strip) strip    { return strip{s[0] & t[0], s[1] & t[1], s[2] & t[2]} }
func (s strip) andNot(t strip) strip { return strip{s[0] &^ t[0], s[1] &^ t[1], s[2] &^ t[2]} }
func (s strip) xor(t strip) strip    { return strip{s[0] ^ t[0], s[1] ^ t[1], s[2] ^ t[2]} }

func (s strip) count() int {
	return bits.OnesCount64(s[0]) + bits.OnesCount64(s[1]) + bits.OnesCount64(s[2])
}

// ones returns a strip of n dark modules.
func ones(n int) strip {
	var s strip
	for i := range s {
		s[i] = 1<<min(max(n-64*i, 0), 64) - 1
	}
	return s
}

// grid is a square of modules, stored by rows and again by columns.
type grid struct{ rows, columns []strip }

func newGrid(n int, dark func(x, y int) bool) grid {
	g := grid{make([]strip, n), make([]strip, n)}
	for y := range n {
		for x := range n {
			if dark(x, y) {
				g.rows[y][x/64] |= 1 << (x % 64)
				g.columns[x][y/64] |= 1 << (y % 64)
			}
		}
	}
	return g
}

// period is the number of rows and columns after which every mask repeats (table 10).
const period = 12

// masked inverts the free modules that a mask covers.
func (g grid) masked(free grid, m coding.Mask) grid {
	n := len(g.rows)
	out := grid{make([]strip, n), make([]strip, n)}
	var rows, columns [period]strip
	for i := range period {
		for j := range n {
			if m.Invert(i, j) {
				rows[i][j/64] |= 1 << (j % 64)
			}
			if m.Invert(j, i) {
				columns[i][j/64] |= 1 << (j % 64)
			}
		}
	}
	for i := range n {
		out.rows[i] = g.rows[i].xor(free.rows[i].and(rows[i%period]))
		out.columns[i] = g.columns[i].xor(free.columns[i].and(columns[i%period]))
	}
	return out
}

// penalty returns the score of clause 7.8.3.1 by its four features: runs, blocks, finder-like places, and the share of
// dark modules.
func (g grid) penalty() int {
	n := len(g.rows)
	total, dark := 0, 0
	for i, row := range g.rows {
		total += row.penalty(n) + g.columns[i].penalty(n)
		dark += row.count()
		if i > 0 {
			above := g.rows[i-1]
			total += 3 * row.alike(n).and(above.alike(n)).andNot(row.xor(above)).count()
		}
	}
	off := 20*dark - 10*n*n // the distance from one half, in twentieths of all modules
	return total + max(off, -off)/(n*n)*10
}

// alike returns the modules that equal the next one.
func (s strip) alike(n int) strip { return ones(n - 1).andNot(s.xor(s.from(1))) }

// penalty scores a strip of n modules: 3 for a run of five of one colour and 1 for each more, 40 for 1:1:3:1:1 with
// four light modules on a side.
func (s strip) penalty(n int) int {
	pairs := s.alike(n)
	threes := pairs.and(pairs.from(1))
	fives := threes.and(threes.from(2)) // where five begin; a run of k has k - 4
	runs := fives.andNot(fives.from(1)) // the last of them in each run

	light := ones(n).andNot(s)
	finder := s.and(light.from(1)).and(s.from(2)).and(s.from(3)).and(s.from(4)).and(light.from(5)).and(s.from(6))
	margin := light.and(light.from(1)).and(light.from(2)).and(light.from(3))
	found := finder.and(margin.from(7)).count() + margin.and(finder.from(4)).count()

	return fives.count() + 2*runs.count() + 40*found
}
