package picture

import "encoding/binary"

// frame is a JPEG's frame header (ITU-T T.81, B.2.2).
type frame struct {
	width, height int
	progressive   bool
	components    []component
}

// component is a plane of samples, with its sampling factors across and down.
type component struct {
	name         byte
	across, down int
}

func frameOf(body []byte, progressive bool) frame {
	const head, each = 6, 3 // depth, sizes and count; a component's name, sampling factors and table
	f := frame{progressive: progressive}
	if len(body) < head {
		return f
	}
	f.height, f.width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	for i := head; i+1 < len(body) && len(f.components) < int(body[head-1]); i += each {
		f.components = append(f.components, component{body[i], int(body[i+1] >> 4), int(body[i+1] & 15)})
	}
	return f
}

// deep returns the bytes for each px while a frame is decoded, rounded up: one for each sample, and four more in a
// progressive frame, whose coefficients are kept to its end.
func (f frame) deep() int {
	samples := 0
	for _, c := range f.components {
		samples += c.across * c.down
	}
	if f.progressive {
		samples *= 1 + 4
	}
	across, down := f.unit()
	return (samples + across*down - 1) / (across * down)
}

// unit returns the first plane's sampling factors, which those of the others relate to.
func (f frame) unit() (across, down int) {
	if len(f.components) == 0 {
		return 1, 1
	}
	return max(f.components[0].across, 1), max(f.components[0].down, 1)
}

// work returns how many samples a scan visits, however few bytes it has: all blocks of the planes that its
// header names (T.81, B.2.3).
func (f frame) work(scan []byte) (samples int) {
	const block = 8
	across, down := f.unit()
	units := (f.width + block*across - 1) / (block * across) * ((f.height + block*down - 1) / (block * down))
	for i := 1; i < len(scan) && i < 1+2*int(scan[0]); i += 2 {
		for _, c := range f.components {
			if c.name == scan[i] {
				samples += units * c.across * c.down * block * block
			}
		}
	}
	return samples
}
