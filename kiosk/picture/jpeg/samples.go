package jpeg

import "math"

// samples computes the samples of a block from its coefficients, which it overwrites.
func (d *decoder) samples(b, quant *block, out []uint8, stride int) {
	if d.size < 8 || d.Depth > 8 {
		reduced(b, quant, d.size, d.Depth, out, stride)
		return
	}
	b[0] *= quant[0]
	rest := int32(0)
	for i := 1; i < len(b); i++ {
		b[i] *= quant[i]
		rest |= b[i]
	}
	if rest == 0 && b[0] > -1<<13 && b[0] < 1<<13 {
		flat(b[0], out, stride)
		return
	}
	idct(b)
	for y := range 8 {
		row := out[y*stride:][:8:8]
		for x, v := range b[8*y:][:8:8] {
			row[x] = uint8(min(max(v, -128), 127) + 128)
		}
	}
}

// flat fills a block that has no frequencies but its mean.
func flat(mean int32, out []uint8, stride int) {
	v := uint8(min(max((mean+4)>>3, -128), 127) + 128)
	for y := range 8 {
		row := out[y*stride:][:8:8]
		for x := range row {
			row[x] = v
		}
	}
}

// reduced computes size x size samples of a block from its lowest frequencies: the same waves, sampled more coarsely. It
// also serves for 12 bits, for which idct has too few.
func reduced(b, quant *block, size, depth int, out []uint8, stride int) {
	var half [64]int64
	waves := &waves[size]
	for v := range size {
		for x := range size {
			sum := int64(0)
			for u := range size {
				sum += waves[x][u] * int64(b[8*v+u]) * int64(quant[8*v+u])
			}
			half[8*v+x] = sum
		}
	}
	shift := 2*waveBits + depth - 8
	for y := range size {
		row := out[y*stride:][:size]
		for x := range row {
			sum := int64(1) << (shift - 1)
			for v := range size {
				sum += waves[y][v] * half[8*v+x]
			}
			row[x] = uint8(min(max(sum>>shift, -128), 127) + 128)
		}
	}
}

// waves are, by size, the values of the waves u at the places x: cos((2x+1)uπ/2n), normalised as T.81, A.3.3 does.
var waves = func() (all [9][8][8]int64) {
	for n := 1; n <= 8; n++ {
		for x := range n {
			for u := range n {
				v := math.Cos(float64((2*x+1)*u)*math.Pi/float64(2*n)) / 2
				if u == 0 {
					v = math.Sqrt2 / 4
				}
				all[n][x][u] = int64(math.Round(v * (1 << waveBits)))
			}
		}
	}
	return all
}()

const waveBits = 13
