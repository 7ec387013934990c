package picture

import "encoding/binary"

// frame is what a JPEG's frame header says (ITU-T T.81, B.2.2).
type frame struct {
	width, height int
	progressive   bool
	components    []component
}

// component is a plane of samples: across x down of them where the first plane has its own.
type component struct {
	name         byte
	across, down int
}

func frameOf(body []byte, progressive bool) frame {
	const head, each = 6, 3 // depth, sizes and count; a component's name, how it is sampled, its table
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

// deep is how many bytes a px takes while a frame is decoded, rounded up: one a sample, and of a
// progressive one four more, as its coefficients are kept to its end.
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

// unit is how the first plane is sampled, by which the others are measured.
func (f frame) unit() (across, down int) {
	if len(f.components) == 0 {
		return 1, 1
	}
	return max(f.components[0].across, 1), max(f.components[0].down, 1)
}

// work is how many samples a scan goes over, however few bytes it has: all blocks of the planes that its
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
