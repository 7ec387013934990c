package jpeg

import (
	"bytes"
	"encoding/binary"
)

// Check decodes a file's data without computing samples.
func (f *File) Check() error { return f.decode(0, nil) }

// Decode computes the samples of all planes and passes them on row by row, each plane's from its top; planes may take
// turns. size is how many samples across a block of eight becomes, 1 to 8: see Size. A row is valid during the call.
func (f *File) Decode(size int, row func(plane, y int, samples []uint8)) error {
	return f.decode(size, row)
}

// Size returns the largest size, 1 to 8, with which a file can be decoded within a memory in bytes, 0 if none can.
func (f *File) Size(memory int) int {
	for n := 8; n > 0; n-- {
		if f.Memory(n) <= memory {
			return n
		}
	}
	return 0
}

// Memory returns about how many bytes decoding with a size takes.
func (f *File) Memory(size int) (bytes int) {
	for _, p := range f.Planes {
		bytes += p.stride * 8 * p.Down * 8
		if f.Progressive {
			bytes += p.stride * p.rows * (2*size*size + 8)
		}
	}
	return bytes
}

// Span returns how many samples of a plane of n remain with a size.
func Span(n, size int) int { return over(n*size, 8) }

// decoder decodes a file; it holds the tables that the segments so far have defined.
type decoder struct {
	*File
	codes        [2][4]huffman  // of direct and of alternating current
	conditioning [2][4][2]uint8 // of arithmetic coding (T.81, F.1.4.4)
	quant        [4]block       // in natural order
	interval     int            // units between restarts, 0 for none
	size         int
	row          func(plane, y int, samples []uint8)
	bands        [4][]uint8  // a row of blocks, or of units, of each plane
	stores       [4]*store   // of each plane of a progressive file
	reached      [4][64]int8 // of each coefficient: 1 + its lowest bit seen, 0 for none
	scanned      int         // where the latest scan's data began
	resting      int         // where they ended, 0 if that was checked
}

func (f *File) decode(size int, row func(plane, y int, samples []uint8)) error {
	d := &decoder{File: f, size: size, row: row}
	for i := range d.conditioning[0] {
		d.conditioning[0][i], d.conditioning[1][i] = [2]uint8{0, 1}, [2]uint8{5, 5}
	}
	pos, ended := 2, false
	for !ended {
		s, ok := nextSegment(f.data, pos)
		if !ok {
			s = Segment{Marker: markEOI, start: len(f.data)}
		}
		if d.resting > 0 && !quiet(f.data, d.scanned, d.resting, s.start) {
			return ErrIncomplete
		}
		d.resting = 0
		if pos, ended = s.end, s.Marker == markEOI; ended {
			break
		}
		if err := d.segment(s); err != nil {
			return err
		}
		pos = max(pos, d.resting)
	}
	if !d.complete() {
		return ErrIncomplete
	}
	if size > 0 && f.Progressive {
		d.reconstruct()
	}
	return nil
}

// quiet reports whether the bytes between a scan's data, which began at start, and the next marker are no picture: a few,
// or padding. A scan that ends inside a run of zeros has used them as its data; behind one with such a run, all bytes
// count.
func quiet(data []byte, start, from, to int) bool {
	const few, run, tear = 32, 8, 32
	if from >= to {
		return true
	}
	if data[from] == 0 && len(bytes.Trim(data[max(0, from-run):from], "\x00")) == 0 {
		return false
	}
	if len(bytes.Trim(data[from:to], "\x00\xff")) == 0 || to-from == 1 {
		return true
	}
	return to-from <= few && !bytes.Contains(data[start:to], make([]byte, tear))
}

func (d *decoder) segment(s Segment) error {
	switch s.Marker {
	case markDHT:
		return defineHuffman(s.Body, &d.codes)
	case markDAC:
		return d.condition(s.Body)
	case markDQT:
		return d.quantise(s.Body)
	case markDRI:
		if len(s.Body) < 2 {
			return errBroken
		}
		d.interval = int(binary.BigEndian.Uint16(s.Body))
	case markSOS:
		return d.scan(s)
	}
	return nil
}

// quantise reads the tables of a DQT segment.
func (d *decoder) quantise(body []byte) error {
	for len(body) > 0 {
		wide, table := int(body[0]>>4), body[0]&15
		n := 1 + 64*(1+wide)
		if wide > 1 || table > 3 || len(body) < n {
			return errBroken
		}
		for i, at := range natural {
			if wide == 1 {
				d.quant[table][at] = int32(binary.BigEndian.Uint16(body[1+2*i:]))
			} else {
				d.quant[table][at] = int32(body[1+i])
			}
		}
		body = body[n:]
	}
	return nil
}

// complete reports whether all planes were decoded, and without an end marker all their bits.
func (d *decoder) complete() bool {
	for i := range d.Planes {
		if d.reached[i] == [64]int8{} {
			return false
		}
		for _, r := range d.reached[i] {
			if !d.Ended && r != 1 {
				return false
			}
		}
	}
	return true
}

// natural is the place of the coefficients, which are stored in zigzag order, in a block (T.81, figure 5).
var natural = [64]uint8{
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
}
