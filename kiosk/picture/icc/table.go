package icc

import (
	"encoding/binary"
	"math"
)

// stage is a step of a conversion, of any number of channels.
type stage func(v []float64) []float64

// byTable converts by the table of a tag. The way through curves and tables is long, so it is walked for the nodes of a
// grid, and colours lie between these. Where they don't, as in XYB, each colour walks it.
func (p *profile) byTable(tag []byte, channels int) (Converter, error) {
	stages, err := p.stages(tag, channels)
	if err != nil {
		return nil, err
	}
	walk := func(v []float64) [3]int32 {
		for _, s := range stages {
			v = s(v)
		}
		xyz := vector{v[0], v[1], v[2]}
		if p.lab {
			xyz = labToXYZ(xyz)
		}
		return toSRGB(xyz)
	}
	nodes := map[int]int{Grey: 256, RGB: 33, CMYK: 17}[channels]
	if g := newGrid(nodes, channels, walk); channels != RGB || g.fits(walk) {
		return g.at, nil
	}
	return func(c [4]uint8) (r, g, b uint8) {
		v := walk([]float64{float64(c[0]) / 255, float64(c[1]) / 255, float64(c[2]) / 255})
		return rounded(v[0]), rounded(v[1]), rounded(v[2])
	}, nil
}

// rounded returns the byte of a value with 8 bits behind the point.
func rounded(v int32) uint8 { return uint8(min((v+128)>>8, 255)) }

// stages returns the steps of a tag of type mft1, mft2 or mAB (10.8 to 10.10), up to XYZ or Lab.
func (p *profile) stages(tag []byte, channels int) ([]stage, error) {
	if len(tag) < 32 || int(tag[8]) != channels || tag[9] != 3 {
		return nil, errProfile
	}
	switch string(tag[:4]) {
	case "mft1":
		return p.tables(tag, tag[48:], 1, 256, 256)
	case "mft2":
		if len(tag) < 52 {
			return nil, errProfile
		}
		return p.tables(tag, tag[52:], 2, int(binary.BigEndian.Uint16(tag[48:])), int(binary.BigEndian.Uint16(tag[50:])))
	case "mAB ":
		return p.modern(tag, channels)
	}
	return nil, errProfile
}

// tables reads the tables of version 2, whose numbers have size bytes: of entering values, the grid, and of leaving ones.
func (p *profile) tables(tag, b []byte, size, enter, leave int) ([]stage, error) {
	in, out, points := int(tag[8]), int(tag[9]), int(tag[10])
	all := in*enter + power(points, in)*out + out*leave
	if points < 2 || enter < 2 || leave < 2 || all > len(b)/size {
		return nil, errProfile
	}
	values := numbers(b, size, all)
	var entering, leaving []curve
	for i := range in {
		entering = append(entering, between(values[i*enter:][:enter]))
	}
	grid := values[in*enter:][:power(points, in)*out]
	for i := range out {
		leaving = append(leaving, between(values[in*enter+len(grid)+i*leave:][:leave]))
	}
	sizes := make([]int, in)
	for i := range sizes {
		sizes[i] = points
	}
	scale := p.unit()
	if size == 2 && p.lab { // Lab's old encoding ends at 0xff00
		scale = func(v []float64) []float64 {
			const end = 65535.0 / 65280
			return []float64{v[0] * 100 * end, v[1]*255*end - 128, v[2]*255*end - 128}
		}
	}
	return []stage{each(entering), cells(grid, sizes, out), each(leaving), scale}, nil
}

// unit returns the step from values up to 1 to Lab or XYZ.
func (p *profile) unit() stage {
	if p.lab {
		return func(v []float64) []float64 {
			return []float64{v[0] * 100, float64(v[1]*255) - 128, float64(v[2]*255) - 128}
		}
	}
	return func(v []float64) []float64 {
		const end = 1 + 32767.0/32768
		return []float64{v[0] * end, v[1] * end, v[2] * end}
	}
}

// modern reads a tag of type mAB: curves A, a grid, curves M, a matrix and curves B, of which only B are always there.
func (p *profile) modern(tag []byte, in int) (all []stage, err error) {
	at := func(i int) []byte {
		n := uint64(binary.BigEndian.Uint32(tag[12+4*i:]))
		if n == 0 || n > uint64(len(tag)) {
			return nil
		}
		return tag[n:]
	}
	curves := func(b []byte, n int) {
		if b == nil || err != nil {
			return
		}
		var c []curve
		if c, err = series(b, n); err == nil {
			all = append(all, each(c))
		}
	}
	b, m, mCurves, grid, a := at(0), at(1), at(2), at(3), at(4)
	if b == nil || grid == nil && in != 3 {
		return nil, errProfile
	}
	if grid != nil {
		curves(a, in)
		g, gridErr := modernGrid(grid, in)
		if gridErr != nil {
			return nil, gridErr
		}
		all = append(all, g)
	}
	curves(mCurves, 3)
	if m != nil {
		if len(m) < 48 {
			return nil, errProfile
		}
		all = append(all, affine(m))
	}
	curves(b, 3)
	return append(all, p.unit()), err
}

// series reads curves that follow each other.
func series(b []byte, n int) (all []curve, err error) {
	for range n {
		c, length, err := curveOf(b)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
		b = b[min(length, len(b)):]
	}
	return all, nil
}

// affine returns the step of a matrix and an offset.
func affine(b []byte) stage {
	var n [12]float64
	for i := range n {
		n[i] = fixed(b[4*i:])
	}
	m := matrix{{n[0], n[1], n[2]}, {n[3], n[4], n[5]}, {n[6], n[7], n[8]}}
	return func(v []float64) []float64 {
		o := m.apply(vector{v[0], v[1], v[2]})
		return []float64{o[0] + n[9], o[1] + n[10], o[2] + n[11]}
	}
}

// modernGrid reads the grid of a tag of type mAB.
func modernGrid(b []byte, in int) (stage, error) {
	const head, out = 20, 3
	if len(b) < head {
		return nil, errProfile
	}
	sizes, n := make([]int, in), out
	for i := range sizes {
		if sizes[i] = int(b[i]); sizes[i] < 2 || n > len(b) {
			return nil, errProfile
		}
		n *= sizes[i]
	}
	size := int(b[16])
	if size < 1 || size > 2 || n > (len(b)-head)/size {
		return nil, errProfile
	}
	return cells(numbers(b[head:], size, n), sizes, out), nil
}

// numbers reads n numbers of one or two bytes as values up to 1.
func numbers(b []byte, size, n int) []float64 {
	all := make([]float64, n)
	for i := range all {
		if size == 1 {
			all[i] = float64(b[i]) / 255
		} else {
			all[i] = float64(binary.BigEndian.Uint16(b[2*i:])) / 65535
		}
	}
	return all
}

// power returns n to a small power, and more than any table has if it is that large.
func power(n, times int) int {
	p := 1
	for range times {
		p = min(p*n, math.MaxInt32)
	}
	return p
}

// each returns the step of a curve for each channel.
func each(curves []curve) stage {
	return func(v []float64) []float64 {
		out := make([]float64, len(curves))
		for i, c := range curves {
			out[i] = c(v[i])
		}
		return out
	}
}

// cells returns the step of a grid with sizes for each channel, whose last runs quickest: the mean of the corners of the
// cell around a colour, weighed by their nearness.
func cells(values []float64, sizes []int, out int) stage {
	return func(v []float64) []float64 {
		sum, base, strides := make([]float64, out), 0, make([]int, len(sizes))
		near := make([]float64, len(sizes))
		for i, stride := len(sizes)-1, out; i >= 0; i-- {
			at := clip(v[i]) * float64(sizes[i]-1)
			cell := min(int(at), sizes[i]-2)
			near[i], strides[i] = at-float64(cell), stride
			base += cell * stride
			stride *= sizes[i]
		}
		for corner := range 1 << len(sizes) {
			weight, at := 1.0, base
			for i, n := range near {
				if corner>>i&1 == 1 {
					weight, at = weight*n, at+strides[i]
				} else {
					weight *= 1 - n
				}
			}
			for i := range sum {
				sum[i] += float64(weight * values[at+i])
			}
		}
		return sum
	}
}
