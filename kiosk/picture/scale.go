package picture

import "image"

// layout describes the rows of a picture, or of one of its planes.
type layout struct {
	span          image.Point // the length of the picture, in a unit that both lengths share
	every         image.Point // the distance of samples in that unit: 2 in a plane of half the size
	width, height int         // samples
	channels      int         // bytes a sample, 1 or 4
}

// target is the part of a picture, as stored, that is made of a file, and the size in px that the whole picture would have.
type target struct {
	size image.Point
	part image.Rectangle
}

// scaler scales rows of samples as they arrive from the top, and keeps a part of them. Large reductions average whole blocks
// first; then a Catmull-Rom kernel, as wide as the reduction requires, weighs rows and columns. It uses integers
// throughout, because x/image/draw works in floats, whose last bits differ on machines that fuse products and sums.
type scaler struct {
	blocks       *blocks
	across, down []taps
	ring         [][]int16 // the latest rows of blocks, weighed across
	read         int       // rows of blocks so far
	sums         []int32
	y            int // of the next target row
	channels     int
	out          []uint8
}

func newScaler(l layout, to target) *scaler {
	size := to.size
	block := image.Pt(blockOf(l.span.X, l.every.X*size.X), blockOf(l.span.Y, l.every.Y*size.Y))
	b := newBlocks(l, block)
	s := &scaler{
		blocks: b, channels: l.channels,
		across: kernel(size.X, b.width, l.span.X, l.every.X*block.X, to.part.Min.X, to.part.Max.X),
		down:   kernel(size.Y, b.height, l.span.Y, l.every.Y*block.Y, to.part.Min.Y, to.part.Max.Y),
	}
	line := to.part.Dx() * l.channels
	s.ring = make([][]int16, longest(s.down))
	for i := range s.ring {
		s.ring[i] = make([]int16, line)
	}
	s.out, s.sums = make([]uint8, line*to.part.Dy()), make([]int32, line)
	return s
}

// add takes the next row.
func (s *scaler) add(row []uint8) {
	if row = s.blocks.add(row); row == nil {
		return
	}
	if s.y < len(s.down) && s.read >= s.down[s.y].first {
		weigh(s.ring[s.read%len(s.ring)], row, s.across, s.channels)
	}
	for s.read++; s.y < len(s.down) && s.down[s.y].end() <= s.read; s.y++ {
		s.finish(s.down[s.y], s.out[s.y*len(s.sums):][:len(s.sums)])
	}
}

// finish computes a target row.
func (s *scaler) finish(t taps, out []uint8) {
	clear(s.sums)
	for i, w := range t.weights {
		row := s.ring[(t.first+i)%len(s.ring)][:len(s.sums)]
		for x := range s.sums {
			s.sums[x] += w * int32(row[x])
		}
	}
	for x, v := range s.sums {
		out[x] = uint8(min(max((v+half<<depth)>>(shift+depth), 0), 255))
	}
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
	layout
	width, height int
	size          image.Point // samples in a block
	out           []uint8
	sums          []uint32
	rows, left    int // rows in the sums, and rows that follow
}

func newBlocks(l layout, size image.Point) *blocks {
	b := &blocks{layout: l, size: size, width: (l.width + size.X - 1) / size.X, height: (l.height + size.Y - 1) / size.Y, left: l.height}
	if size != image.Pt(1, 1) {
		b.out, b.sums = make([]uint8, b.width*l.channels), make([]uint32, b.width*l.channels)
	}
	return b
}

// add takes a row of samples. It returns a row of blocks that it completes, valid until the next call, or nil.
func (b *blocks) add(row []uint8) []uint8 {
	if b.sums == nil {
		return row
	}
	b.sum(row)
	b.rows++
	if b.left--; b.rows < b.size.Y && b.left > 0 {
		return nil
	}
	for x := range b.width {
		area := uint32(b.rows * (min((x+1)*b.size.X, b.layout.width) - x*b.size.X))
		for c := x * b.channels; c < (x+1)*b.channels; c++ {
			b.out[c] = uint8((b.sums[c] + area/2) / area)
		}
	}
	clear(b.sums)
	b.rows = 0
	return b.out
}

// sum adds a row to the sums.
func (b *blocks) sum(row []uint8) {
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

// end returns the number of samples up to the last one that contributes.
func (t taps) end() int { return t.first + len(t.weights) }

func longest(all []taps) (n int) {
	for _, t := range all {
		n = max(n, len(t.weights))
	}
	return n
}

// kernel returns the taps of those target samples that are in [from, until), of to in all, over n samples that are every px
// apart, on a length of px.
func kernel(to, n, px, every, from, until int) []taps {
	const one = 1 << 16 // distances in 65536ths of a sample
	wide := max(one, int64(px)*one/int64(to*every))
	all := make([]taps, until-from)
	for i := range all {
		x := from + i
		at := int64(2*x+1)*int64(px)*one/int64(2*to*every) - one/2
		first := max(0, min(int((at-2*wide)/one), n-1))
		last := min(n-1, max(first, int((at+2*wide)/one)))
		raw := make([]int64, last-first+1)
		sum := int64(0)
		for j := range raw {
			raw[j] = catmullRom(max(at-int64(first+j)*one, int64(first+j)*one-at) << unit / wide)
			sum += raw[j]
		}
		all[i] = taps{first, share(raw, sum)}
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
