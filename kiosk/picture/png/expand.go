package png

import (
	"encoding/binary"
	"image/color"
)

// row turns stored rows into those that Decode passes on.
type row struct {
	*File
	width int
	out   []uint8
	table [256][4]uint8 // of a palette: premultiplied, black beyond its end
}

func (f *File) newRow(width int) *row {
	r := &row{File: f, width: width, out: make([]uint8, width*f.Channels())}
	for i := range r.table {
		r.table[i] = [4]uint8{0, 0, 0, 255}
		if i < len(f.palette) {
			p := f.palette[i]
			r.table[i] = narrow(color.NRGBA{p[0], p[1], p[2], p[3]})
		}
	}
	return r
}

// narrow returns a colour premultiplied, with the rounding of the standard library.
func narrow(c color.Color) [4]uint8 {
	r, g, b, a := c.RGBA()
	return [4]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
}

// expand returns a stored row as it is passed on, valid until the next call.
func (r *row) expand(b []uint8) []uint8 {
	switch {
	case r.Kind == palette:
		r.small(b, func(x int, v uint8) { copy(r.out[4*x:4*x+4], r.table[v][:]) })
	case r.Depth < 8:
		r.faint(b)
	case r.Depth == 16:
		r.deep(b)
	case r.Kind == grey && r.clear == nil:
		return b[:r.width]
	default:
		r.plain(b)
	}
	return r.out
}

// small visits the samples of a row that has at most eight bits for each.
func (r *row) small(b []uint8, set func(x int, v uint8)) {
	mask := uint8(1<<r.Depth - 1)
	for x := range r.width {
		at := x * r.Depth
		set(x, b[at/8]>>(8-r.Depth-at%8)&mask)
	}
}

// faint expands grey of less than eight bits.
func (r *row) faint(b []uint8) {
	times := uint8(255 / (1<<r.Depth - 1))
	if r.clear == nil {
		r.small(b, func(x int, v uint8) { r.out[x] = v * times })
		return
	}
	r.small(b, func(x int, v uint8) {
		c := [4]uint8{v * times, v * times, v * times, 255}
		if v == r.clear[1] {
			c = [4]uint8{}
		}
		copy(r.out[4*x:4*x+4], c[:])
	})
}

// plain expands samples of eight bits.
func (r *row) plain(b []uint8) {
	n := r.channels()
	for x := range r.width {
		p, q := b[n*x:][:n:n], r.out[4*x:][:4:4]
		switch n {
		case 1, 2:
			q[0], q[1], q[2], q[3] = p[0], p[0], p[0], 255
		default:
			q[0], q[1], q[2], q[3] = p[0], p[1], p[2], 255
		}
		switch {
		case r.Kind&alpha != 0:
			premultiply(q, p[n-1])
		case r.clear != nil && r.isClear8(p):
			clear(q)
		}
	}
}

func (r *row) isClear8(p []uint8) bool {
	for i, v := range p {
		if v != r.clear[2*i+1] {
			return false
		}
	}
	return true
}

func premultiply(q []uint8, a uint8) {
	q[3] = a
	if a == 255 {
		return
	}
	for i, v := range q[:3] {
		q[i] = uint8((uint32(v)*uint32(a) + 127) / 255)
	}
}

// deep expands samples of 16 bits.
func (r *row) deep(b []uint8) {
	n := 2 * r.channels()
	for x := range r.width {
		p := b[n*x:][:n:n]
		if r.Channels() == 1 {
			r.out[x] = p[0]
			continue
		}
		c := color.NRGBA64{R: binary.BigEndian.Uint16(p), A: 0xffff}
		c.G, c.B = c.R, c.R
		if r.Kind&colour != 0 {
			c.G, c.B = binary.BigEndian.Uint16(p[2:]), binary.BigEndian.Uint16(p[4:])
		}
		switch {
		case r.Kind&alpha != 0:
			c.A = binary.BigEndian.Uint16(p[n-2:])
		case r.clear != nil && string(p) == string(r.clear):
			c = color.NRGBA64{}
		}
		a, q := uint32(c.A), r.out[4*x:][:4:4]
		q[0], q[1], q[2] = uint8(uint32(c.R)*a/0xffff>>8), uint8(uint32(c.G)*a/0xffff>>8), uint8(uint32(c.B)*a/0xffff>>8)
		q[3] = uint8(a >> 8)
	}
}
