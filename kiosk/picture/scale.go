package picture

import "image"

// scale returns the samples scaled to a size in px. Large reductions average whole blocks first; then a Catmull-Rom
// kernel, as wide as the reduction requires, weighs rows and columns. It uses integers throughout, because x/image/draw
// works in floats, whose last bits differ on machines that fuse products and sums.
func scale(s samples, size image.Point) []uint8 {
	block := image.Pt(blockOf(s.picture.X, s.every.X*size.X), blockOf(s.picture.Y, s.every.Y*size.Y))
	b := newBlocks(s, block)
	across := kernel(size.X, b.width, s.picture.X, s.every.X*block.X)
	down := kernel(size.Y, b.height, s.picture.Y, s.every.Y*block.Y)

	line := size.X * s.channels
	ring := make([][]int16, longest(down)) // the latest rows, weighed across
	for i := range ring {
		ring[i] = make([]int16, line)
	}
	out, sums := make([]uint8, line*size.Y), make([]int32, line)
	read := 0
	for y, t := range down {
		for ; read < t.first+len(t.weights); read++ {
			weigh(ring[read%len(ring)], b.row(read), across, s.channels)
		}
		clear(sums)
		for i, w := range t.weights {
			row := ring[(t.first+i)%len(ring)][:len(sums)]
			for x := range sums {
				sums[x] += w * int32(row[x])
			}
		}
		for x, v := range sums {
			out[y*line+x] = uint8(min(max((v+half<<depth)>>(shift+depth), 0), 255))
		}
	}
	return out
}

// Weights add up to 1<<shift; a row that was weighed across holds 1<<depth times the bytes.
const (
	shift = 14
	depth = 6
	half  = 1 << (shift - 1)
)

// blockOf returns how many samples to average first, so that at least a reduction by one and a half is left to the
// kernel.
func blockOf(from, to int) int { return max(1, 2*from/(3*to)) }

// weigh computes a row of target samples, 1<<depth times the bytes.
func weigh(out []int16, row []uint8, across []taps, channels int) {
	const drop = shift - depth
	if channels == 1 {
		for x, t := range across {
			sum := int32(1 << (drop - 1))
			for i, v := range row[t.first:][:len(t.weights)] {
				sum += t.weights[i] * int32(v)
			}
			out[x] = int16(sum >> drop)
		}
		return
	}
	for x, t := range across {
		const round = 1 << (drop - 1)
		r, g, b, a := int32(round), int32(round), int32(round), int32(round)
		for i, w := range t.weights {
			p := row[4*(t.first+i):][:4:4]
			r, g, b, a = r+w*int32(p[0]), g+w*int32(p[1]), b+w*int32(p[2]), a+w*int32(p[3])
		}
		q := out[4*x:][:4:4]
		q[0], q[1], q[2], q[3] = int16(r>>drop), int16(g>>drop), int16(b>>drop), int16(a>>drop)
	}
}

// blocks averages blocks of samples.
type blocks struct {
	samples
	width, height int
	size          image.Point // samples in a block
	buf, out      []uint8
	sums          []uint32
}

func newBlocks(s samples, size image.Point) *blocks {
	b := &blocks{samples: s, size: size, width: (s.width + size.X - 1) / size.X, height: (s.height + size.Y - 1) / size.Y}
	b.buf = make([]uint8, s.width*s.channels)
	if size != image.Pt(1, 1) {
		b.out, b.sums = make([]uint8, b.width*s.channels), make([]uint32, b.width*s.channels)
	}
	return b
}

// row returns row y of the blocks, valid until the next call.
func (b *blocks) row(y int) []uint8 {
	if b.sums == nil {
		return b.samples.row(y, b.buf)
	}
	clear(b.sums)
	from, to := y*b.size.Y, min((y+1)*b.size.Y, b.samples.height)
	for ; from < to; from++ {
		b.add(b.samples.row(from, b.buf))
	}
	rows := to - y*b.size.Y
	for x := range b.width {
		area := uint32(rows * (min((x+1)*b.size.X, b.samples.width) - x*b.size.X))
		for c := x * b.channels; c < (x+1)*b.channels; c++ {
			b.out[c] = uint8((b.sums[c] + area/2) / area)
		}
	}
	return b.out
}

// add adds a row to the sums.
func (b *blocks) add(row []uint8) {
	step := b.size.X * b.channels
	for x := range b.width {
		part := row[x*step : min((x+1)*step, len(row))]
		if b.channels == 1 {
			sum := uint32(0)
			for _, v := range part {
				sum += uint32(v)
			}
			b.sums[x] += sum
			continue
		}
		sums := b.sums[4*x:][:4]
		for ; len(part) >= 4; part = part[4:] {
			sums[0] += uint32(part[0])
			sums[1] += uint32(part[1])
			sums[2] += uint32(part[2])
			sums[3] += uint32(part[3])
		}
	}
}

// taps are the samples that contribute to a target sample.
type taps struct {
	first   int
	weights []int32 // add up to 1<<shift
}

func longest(all []taps) (n int) {
	for _, t := range all {
		n = max(n, len(t.weights))
	}
	return n
}

// kernel returns the taps of to target samples over n samples that are every px apart, on a length of px.
func kernel(to, n, px, every int) []taps {
	const one = 1 << 16 // distances in 65536ths of a sample
	wide := max(one, int64(px)*one/int64(to*every))
	all := make([]taps, to)
	for x := range all {
		at := int64(2*x+1)*int64(px)*one/int64(2*to*every) - one/2
		first := max(0, min(int((at-2*wide)/one), n-1))
		last := min(n-1, max(first, int((at+2*wide)/one)))
		raw := make([]int64, last-first+1)
		sum := int64(0)
		for i := range raw {
			raw[i] = catmullRom(max(at-int64(first+i)*one, int64(first+i)*one-at) << unit / wide)
			sum += raw[i]
		}
		all[x] = taps{first, share(raw, sum)}
	}
	return all
}

// share scales raw weights to the sum 1<<shift. The rest that rounding leaves goes to the largest.
func share(raw []int64, sum int64) []int32 {
	weights := make([]int32, len(raw))
	left, most := int32(1<<shift), 0
	for i, v := range raw {
		if sum > 0 {
			weights[i] = int32((v<<shift + sum/2) / sum)
		}
		left -= weights[i]
		if v > raw[most] {
			most = i
		}
	}
	weights[most] += left
	return weights
}

// unit is the number of fractional bits of a distance in catmullRom.
const unit = 12

// catmullRom returns the kernel's value at a distance in 1/1<<unit samples.
func catmullRom(t int64) int64 {
	const one = 1 << unit
	t2 := t * t >> unit
	t3 := t2 * t >> unit
	switch {
	case t < one:
		return (3*t3 - 5*t2 + 2*one) / 2
	case t < 2*one:
		return (-t3 + 5*t2 - 8*t + 4*one) / 2
	}
	return 0
}
