package icc

import (
	"encoding/binary"
	"errors"
	"math"
)

var errProfile = errors.New("icc: malformed or unsupported profile")

// Converter converts colours of a space with one, three or four channels to sRGB. Inks are 0 without ink, 255 in full.
type Converter func(c [4]uint8) (r, g, b uint8)

// Spaces of colours, by their channels.
const (
	Grey = 1
	RGB  = 3
	CMYK = 4
)

// New returns the converter of a profile, for a picture with a number of channels. It is nil without an error if the
// profile is sRGB's.
func New(profile []byte, channels int) (Converter, error) {
	p, err := open(profile)
	if err != nil {
		return nil, err
	}
	if want := map[string]int{"GRAY": Grey, "RGB ": RGB, "CMYK": CMYK}[p.space]; want != channels {
		return nil, errProfile
	}
	var convert Converter
	switch t := p.table(); {
	case t != nil:
		convert, err = p.byTable(t, channels)
	case channels == Grey:
		convert, err = p.byGrey()
	case channels == RGB:
		convert, err = p.byMatrix()
	default:
		err = errProfile
	}
	if err != nil || same(convert, channels) {
		return nil, err
	}
	return convert, nil
}

// same reports whether a converter leaves colours as they are, but for what rounding makes of them.
func same(convert Converter, channels int) bool {
	const off, step = 2, 15
	if channels == CMYK {
		return false
	}
	near := func(a, b uint8) bool { return max(a, b)-min(a, b) <= off }
	for r := 0; r <= 255; r += step {
		for g := 0; g <= 255; g += step {
			for b := 0; b <= 255; b += step {
				c := [4]uint8{uint8(r), uint8(g), uint8(b)}
				if channels == Grey {
					c = [4]uint8{uint8(r), uint8(r), uint8(r)}
				}
				if x, y, z := convert(c); !near(x, c[0]) || !near(y, c[1]) || !near(z, c[2]) {
					return false
				}
			}
		}
	}
	return true
}

// profile is a profile's header and tags (7.2, 7.3).
type profile struct {
	space string
	lab   bool // its colours are connected in Lab, else in XYZ
	tags  map[string][]byte
}

func open(data []byte) (*profile, error) {
	const header, entry, most = 128, 12, 200
	if len(data) < header+4 || string(data[36:40]) != "acsp" {
		return nil, errProfile
	}
	p := &profile{space: string(data[16:20]), lab: string(data[20:24]) == "Lab ", tags: make(map[string][]byte)}
	if !p.lab && string(data[20:24]) != "XYZ " {
		return nil, errProfile
	}
	n := int(binary.BigEndian.Uint32(data[header:]))
	for b := data[header+4:]; n > 0 && len(b) >= entry && len(p.tags) < most; n, b = n-1, b[entry:] {
		at, size := uint64(binary.BigEndian.Uint32(b[4:])), uint64(binary.BigEndian.Uint32(b[8:]))
		if at+size > uint64(len(data)) || size < 8 {
			continue
		}
		p.tags[string(b[:4])] = data[at : at+size]
	}
	return p, nil
}

// table returns the tag that converts by a table, nil if the profile has none.
func (p *profile) table() []byte {
	for _, name := range []string{"A2B0", "A2B1", "A2B2"} {
		if t := p.tags[name]; t != nil {
			return t
		}
	}
	return nil
}

// fixed returns a number with 16 bits behind the point.
func fixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// point returns the colour of an XYZ tag.
func (p *profile) point(name string) (v vector, err error) {
	t := p.tags[name]
	if len(t) < 20 || string(t[:4]) != "XYZ " {
		return v, errProfile
	}
	return vector{fixed(t[8:]), fixed(t[12:]), fixed(t[16:])}, nil
}

// byMatrix converts by a curve of each channel and a matrix (F.3).
func (p *profile) byMatrix() (Converter, error) {
	if p.lab {
		return nil, errProfile
	}
	var m matrix
	var curves [3]curve
	for i, name := range []string{"r", "g", "b"} {
		column, err := p.point(name + "XYZ")
		if err != nil {
			return nil, err
		}
		for row := range 3 {
			m[row][i] = column[row]
		}
		if curves[i], _, err = curveOf(p.tags[name+"TRC"]); err != nil {
			return nil, err
		}
	}
	return byCurves(curves, m), nil
}

// byCurves converts by curves to light, and a matrix from light to XYZ.
func byCurves(curves [3]curve, m matrix) Converter {
	var light [3][256]int32
	for i, c := range curves {
		for v := range 256 {
			light[i][v] = int32(math.Round(clip(c(float64(v)/255)) * one))
		}
	}
	var k [3][3]int64
	for i, row := range product(xyzToSRGB, m) {
		for j, v := range row {
			k[i][j] = int64(math.Round(max(-8, min(v, 8)) * one))
		}
	}
	return func(c [4]uint8) (r, g, b uint8) {
		x, y, z := int64(light[0][c[0]]), int64(light[1][c[1]]), int64(light[2][c[2]])
		to := func(k [3]int64) uint8 {
			return encoded[min(max((k[0]*x+k[1]*y+k[2]*z+one/2)>>16, 0), one)]
		}
		return to(k[0]), to(k[1]), to(k[2])
	}
}

// byGrey converts grey by its curve.
func (p *profile) byGrey() (Converter, error) {
	curve, _, err := curveOf(p.tags["kTRC"])
	if err != nil {
		return nil, err
	}
	var table [256]uint8
	for v := range table {
		light := clip(curve(float64(v) / 255))
		if p.lab {
			light = labToXYZ(vector{100 * light, 0, 0})[1]
		}
		table[v] = encoded[int(math.Round(clip(light)*one))]
	}
	return func(c [4]uint8) (r, g, b uint8) { v := table[c[0]]; return v, v, v }, nil
}
