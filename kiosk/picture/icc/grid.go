package icc

// grid holds the bytes of sRGB, with 8 bits behind the point, of colours at even distances.
type grid struct {
	channels int
	values   [][3]int32
	cell     [256]uint16 // of a byte: its cell
	near     [256]int64  // and how far it is from the cell's beginning, of 256
	strides  [4]int
}

func newGrid(nodes, channels int, colour func(in []float64) [3]int32) *grid {
	g := &grid{channels: channels, values: make([][3]int32, power(nodes, channels))}
	for v := range 256 {
		at := v * (nodes - 1)
		cell := min(at/255, nodes-2)
		g.cell[v], g.near[v] = uint16(cell), int64((at-cell*255)*256/255)
	}
	for i, stride := channels-1, 1; i >= 0; i, stride = i-1, stride*nodes {
		g.strides[i] = stride
	}
	in := make([]float64, channels)
	for n := range g.values {
		for i := range in {
			in[i] = float64(n/g.strides[i]%nodes) / float64(nodes-1)
		}
		g.values[n] = colour(in)
	}
	return g
}

// at converts a colour.
func (g *grid) at(c [4]uint8) (r, gr, b uint8) {
	base := 0
	for i := range g.channels {
		base += int(g.cell[c[i]]) * g.strides[i]
	}
	var sum [3]int64
	for corner := range 1 << g.channels {
		weight, at := int64(1), base
		for i := range g.channels {
			near := g.near[c[i]]
			if corner>>i&1 == 1 {
				weight, at = weight*near, at+g.strides[i]
			} else {
				weight *= 256 - near
			}
		}
		if weight == 0 {
			continue
		}
		for i, v := range g.values[at] {
			sum[i] += weight * int64(v)
		}
	}
	shift := 8*g.channels + 8
	to := func(v int64) uint8 { return uint8(min((v+1<<(shift-1))>>shift, 255)) }
	return to(sum[0]), to(sum[1]), to(sum[2])
}

// fits reports whether colours of three channels that lie between the nodes are about as colour says.
func (g *grid) fits(colour func(in []float64) [3]int32) bool {
	const off, step, first = 24, 17, 12
	apart := func(a uint8, v int32) bool { return max(a, rounded(v))-min(a, rounded(v)) > off }
	for x := first; x < 256; x += step {
		for y := first; y < 256; y += step {
			for z := first; z < 256; z += step {
				want := colour([]float64{float64(x) / 255, float64(y) / 255, float64(z) / 255})
				r, gr, b := g.at([4]uint8{uint8(x), uint8(y), uint8(z)})
				if apart(r, want[0]) || apart(gr, want[1]) || apart(b, want[2]) {
					return false
				}
			}
		}
	}
	return true
}
