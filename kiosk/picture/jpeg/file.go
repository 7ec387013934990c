package jpeg

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// Errors of decoding. ErrIncomplete is data that ends early, or that is damaged where entropy-coded data stands: a
// file that is still being written looks so.
var (
	ErrIncomplete  = errors.New("jpeg: data ends early or is damaged")
	ErrUnsupported = errors.New("jpeg: lossless, hierarchical or unknown coding")
	errBroken      = errors.New("jpeg: malformed header")
)

// Segment is a marker segment: an application's data, tables, or a header.
type Segment struct {
	Marker     byte
	Body       []byte
	start, end int // where it begins, and the data behind it
}

// File is a JPEG file whose headers were read.
type File struct {
	*Frame
	Applications []Segment // APP0 to APP15, the first thousands
	Ended        bool      // it has an end marker
	Work         int       // samples that its scans visit

	data []byte
}

// maxApplications is far more than a profile, a preview and the notes of a camera take.
const maxApplications = 4096

// Open reads the headers of a file. It reads them all, since metadata may stand between scans.
func Open(data []byte) (*File, error) {
	f := &File{data: data}
	err := walk(data, func(s Segment) error {
		switch {
		case s.Marker >= markAPP0 && s.Marker < markAPP0+16:
			if len(f.Applications) < maxApplications {
				f.Applications = append(f.Applications, s)
			}
		case isFrame(s.Marker) && f.Frame != nil:
			return errBroken
		case isFrame(s.Marker):
			var err error
			f.Frame, err = frameOf(s.Marker, s.Body)
			return err
		case s.Marker >= markSOF0 && s.Marker < markRST0 && s.Marker != markDHT && s.Marker != markDAC:
			return ErrUnsupported
		case s.Marker == markDNL && f.Frame != nil && f.Height == 0 && len(s.Body) >= 2:
			f.Height = int(binary.BigEndian.Uint16(s.Body))
			f.measure()
		case s.Marker == markSOS && f.Frame != nil:
			f.Work += f.visits(s.Body)
		case s.Marker == markEOI:
			f.Ended = true
		}
		return nil
	})
	switch {
	case err != nil && err != ErrIncomplete:
		return nil, err
	case f.Frame == nil && !f.Ended:
		return nil, ErrIncomplete
	case f.Frame == nil || f.Height == 0:
		return nil, errBroken
	}
	return f, nil
}

func isFrame(marker byte) bool {
	return marker >= markSOF0 && marker <= markSOF2 || marker == markSOF9 || marker == markSOFa
}

// visits returns how many samples a scan visits, however few bytes it has.
func (f *Frame) visits(header []byte) (samples int) {
	if len(header) == 0 {
		return 0
	}
	for i := 1; i+1 < len(header) && i < 1+2*int(header[0]); i += 2 {
		if n := f.plane(header[i]); n >= 0 {
			samples += 64 * f.Planes[n].stride * f.Planes[n].rows
		}
	}
	return samples
}

// walk visits all segments up to the end marker, with that marker as the last. It returns ErrIncomplete if the file has
// none.
func walk(data []byte, visit func(Segment) error) error {
	for pos := 2; ; {
		s, ok := nextSegment(data, pos)
		if !ok {
			return ErrIncomplete
		}
		if err := visit(s); err != nil || s.Marker == markEOI {
			return err
		}
		pos = s.end
	}
}

// nextSegment returns the next segment at or behind a position, skipping entropy-coded data.
func nextSegment(data []byte, pos int) (s Segment, ok bool) {
	for ; pos+1 < len(data); pos++ {
		at := bytes.IndexByte(data[pos:len(data)-1], 0xff)
		if at < 0 {
			break
		}
		pos += at
		m := data[pos+1]
		switch {
		case m == 0 || m == 1 || m == 0xff || m >= markRST0 && m <= markSOI:
			continue // no segment: stuffing, fill, or a marker in entropy-coded data
		case m == markEOI:
			return Segment{Marker: m, start: pos, end: pos + 2}, true
		case pos+4 > len(data):
			return s, false
		}
		n := max(2, int(binary.BigEndian.Uint16(data[pos+2:])))
		if pos+2+n > len(data) {
			return s, false
		}
		return Segment{m, data[pos+4 : pos+2+n], pos, pos + 2 + n}, true
	}
	return s, false
}
