package png

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// Errors of decoding. ErrIncomplete is a file that ends early, ErrTorn one with a wrong checksum: a file that is still
// being written over another looks so.
var (
	ErrIncomplete = errors.New("png: data ends early")
	ErrTorn       = errors.New("png: wrong checksum or data")
	errBroken     = errors.New("png: malformed header")
)

// Colour types (11.2.1).
const (
	grey    = 0
	colour  = 2
	palette = 3
	alpha   = 4 // a flag
)

// File is a PNG file whose chunks were read.
type File struct {
	Width, Height int
	Depth, Kind   int // bits of a sample; the colour type
	Interlaced    bool
	Chunks        map[string][]byte // ancillary chunks with right checksums, each name's first
	Ended         bool              // it has an end chunk

	chunks  int
	palette [][4]uint8 // as stored: not premultiplied
	clear   []byte     // tRNS
	data    [][]byte   // IDAT's
}

// maxChunks is more than any encoder writes, a chunk a row included.
const maxChunks = 1 << 17

// Open reads all chunks up to the end, or to where the file ends.
func Open(data []byte) (*File, error) {
	f := &File{Chunks: make(map[string][]byte)}
	const signature = 8
	for data = data[signature:]; !f.Ended; {
		c, rest, err := next(data)
		if err == ErrIncomplete && len(data) < 8+tail && f.Width > 0 {
			return f, f.ready() // it was cut between chunks
		}
		if err != nil {
			return nil, err
		}
		if f.chunks++; f.chunks > maxChunks {
			return nil, errBroken
		}
		if err := f.take(c); err != nil {
			return nil, err
		}
		data = rest
	}
	return f, f.ready()
}

type chunk struct {
	name string
	body []byte
	sane bool // its checksum is right
}

const tail = 4 // a chunk's checksum

// next splits off the first chunk.
func next(data []byte) (c chunk, rest []byte, err error) {
	const head = 8 // length and name
	if len(data) < head+tail {
		return c, nil, ErrIncomplete
	}
	n := uint64(binary.BigEndian.Uint32(data)) + head
	for _, b := range data[4:8] {
		if b|0x20 < 'a' || b|0x20 > 'z' {
			return c, nil, ErrTorn
		}
	}
	if n+tail > uint64(len(data)) {
		return c, nil, ErrIncomplete
	}
	c = chunk{string(data[4:8]), data[head:n], crc32.ChecksumIEEE(data[4:n]) == binary.BigEndian.Uint32(data[n:])}
	return c, data[n+tail:], nil
}

// take notes a chunk.
func (f *File) take(c chunk) error {
	critical := c.name[0]&0x20 == 0
	switch {
	case critical && !c.sane:
		return ErrTorn
	case f.Width == 0 && c.name != "IHDR":
		return errBroken
	case c.name == "IHDR":
		return f.header(c.body)
	case c.name == "PLTE":
		for b := c.body; len(b) >= 3 && len(f.palette) < 256; b = b[3:] {
			f.palette = append(f.palette, [4]uint8{b[0], b[1], b[2], 255})
		}
	case c.name == "IDAT":
		f.data = append(f.data, c.body)
	case c.name == "IEND":
		f.Ended = true
	case critical:
		return errBroken
	case c.sane && f.Chunks[c.name] == nil:
		f.Chunks[c.name] = c.body
	}
	return nil
}

// header reads IHDR.
func (f *File) header(b []byte) error {
	if len(b) != 13 || f.Width != 0 {
		return errBroken
	}
	w, h := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
	f.Depth, f.Kind, f.Interlaced = int(b[8]), int(b[9]), b[12] == 1
	if w == 0 || h == 0 || w > 1<<31-1 || h > 1<<31-1 || b[10] != 0 || b[11] != 0 || b[12] > 1 || !legal(f.Depth, f.Kind) {
		return errBroken
	}
	f.Width, f.Height = int(w), int(h)
	return nil
}

// legal reports whether a colour type may have a depth (table 12).
func legal(depth, kind int) bool {
	switch kind {
	case grey:
		return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16
	case palette:
		return depth == 1 || depth == 2 || depth == 4 || depth == 8
	case colour, grey | alpha, colour | alpha:
		return depth == 8 || depth == 16
	}
	return false
}

// ready applies the transparency of colours, and returns what a file lacks.
func (f *File) ready() error {
	switch {
	case f.Width == 0 || f.Kind == palette && len(f.palette) == 0:
		return errBroken
	case len(f.data) == 0 && !f.Ended:
		return ErrIncomplete
	}
	f.clear = f.Chunks["tRNS"]
	for i := range min(len(f.palette), len(f.clear)) {
		if f.Kind == palette {
			f.palette[i][3] = f.clear[i]
		}
	}
	if f.Kind == grey && len(f.clear) != 2 || f.Kind == colour && len(f.clear) != 6 || f.Kind&alpha != 0 || f.Kind == palette {
		f.clear = nil
	}
	return nil
}

// channels returns the samples stored for each px.
func (f *File) channels() int {
	return [...]int{grey: 1, colour: 3, palette: 1, grey | alpha: 2, colour | alpha: 4}[f.Kind]
}

// Channels returns how many bytes a px of a decoded row has: 1 if it is grey, else 4.
func (f *File) Channels() int {
	if f.Kind == grey && f.clear == nil {
		return 1
	}
	return 4
}
