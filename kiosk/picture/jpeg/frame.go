package jpeg

import "encoding/binary"

// Markers (T.81, table B.1).
const (
	markSOF0 = 0xc0 // baseline
	markSOF1 = 0xc1 // extended: 12 bits, more tables
	markSOF2 = 0xc2 // progressive
	markSOF9 = 0xc9 // arithmetic-coded
	markSOFa = 0xca // both
	markDHT  = 0xc4
	markDAC  = 0xcc
	markRST0 = 0xd0
	markSOI  = 0xd8
	markEOI  = 0xd9
	markSOS  = 0xda
	markDQT  = 0xdb
	markDNL  = 0xdc
	markDRI  = 0xdd
	markAPP0 = 0xe0
)

// Plane describes a component: its name, and how its samples lie on the picture.
type Plane struct {
	Name          byte
	Across, Down  int // sampling factors, 1 to 4
	Width, Height int // samples
	table         byte

	blocksX, blocksY int // 8x8 blocks that hold samples
	stride, rows     int // the same, rounded up to whole units of a scan of several planes
}

// Frame is a frame header (T.81, B.2.2).
type Frame struct {
	Width, Height int // px
	Across, Down  int // the largest sampling factors
	Depth         int // bits of a sample, 8 or 12
	Planes        []Plane
	Progressive   bool
	Arithmetic    bool

	unitsX, unitsY int // units of a scan of several planes
}

// frameOf parses the body of a frame header's segment.
func frameOf(marker byte, body []byte) (*Frame, error) {
	const head, each = 6, 3 // depth, sizes and count; a plane's name, factors and table
	if len(body) < head || len(body) < head+each*int(body[5]) {
		return nil, errBroken
	}
	f := &Frame{
		Depth: int(body[0]), Height: int(binary.BigEndian.Uint16(body[1:])), Width: int(binary.BigEndian.Uint16(body[3:])),
		Progressive: marker == markSOF2 || marker == markSOFa, Arithmetic: marker >= markSOF9,
	}
	if f.Depth != 8 && (f.Depth != 12 || marker == markSOF0) || body[5] == 0 || body[5] > 4 || f.Width == 0 {
		return nil, ErrUnsupported
	}
	for p := body[head:]; len(f.Planes) < int(body[5]); p = p[each:] {
		c := Plane{Name: p[0], Across: int(p[1] >> 4), Down: int(p[1] & 15), table: p[2]}
		if c.Across < 1 || c.Across > 4 || c.Down < 1 || c.Down > 4 || c.table > 3 || f.plane(c.Name) >= 0 {
			return nil, errBroken
		}
		f.Planes = append(f.Planes, c)
	}
	f.measure()
	return f, nil
}

// measure computes all sizes from those of the picture and the sampling factors (A.1.1, A.2.4).
func (f *Frame) measure() {
	for _, p := range f.Planes {
		f.Across, f.Down = max(f.Across, p.Across), max(f.Down, p.Down)
	}
	f.unitsX, f.unitsY = over(f.Width, 8*f.Across), over(f.Height, 8*f.Down)
	for i := range f.Planes {
		p := &f.Planes[i]
		p.Width, p.Height = over(f.Width*p.Across, f.Across), over(f.Height*p.Down, f.Down)
		p.blocksX, p.blocksY = over(p.Width, 8), over(p.Height, 8)
		p.stride, p.rows = f.unitsX*p.Across, f.unitsY*p.Down
	}
}

// plane returns the index of the plane with a name, -1 if there is none.
func (f *Frame) plane(name byte) int {
	for i, p := range f.Planes {
		if p.Name == name {
			return i
		}
	}
	return -1
}

// over divides, rounding up.
func over(n, by int) int { return (n + by - 1) / by }
