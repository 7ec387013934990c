package picture

import (
	"encoding/binary"
	"iter"
)

// orientationOf returns EXIF's orientation, 1 to 8, or 0 without one (CIPA DC-008, 4.6.5).
func orientationOf(exif []byte) uint8 {
	const orientation = 0x0112
	if v := tagOf(exif, orientation); v <= 8 {
		return uint8(v)
	}
	return 0
}

// tagOf returns the first number that a tag has, or 0 without one.
func tagOf(data []byte, tag uint16) uint32 {
	for n := range tagsOf(data, tag) {
		return n
	}
	return 0
}

// tagsOf returns the numbers that a tag has in the first directory of a TIFF file, which EXIF is too (TIFF 6.0, section 2). A
// library would parse everything else, from untrusted bytes.
func tagsOf(data []byte, tag uint16) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		order, entry := entryOf(data, tag)
		if entry == nil {
			return
		}
		size := map[uint16]int{1: 1, 3: 2, 4: 4}[order.Uint16(entry[2:])] // bytes, shorts, longs
		values, n := entry[8:12], max(1, int(order.Uint32(entry[4:])))
		if size*n > len(values) {
			values = data[min(int(order.Uint32(values)), len(data)):]
		}
		for ; n > 0 && size > 0 && len(values) >= size; n-- {
			v := uint32(values[0])
			switch size {
			case 2:
				v = uint32(order.Uint16(values))
			case 4:
				v = order.Uint32(values)
			}
			if !yield(v) {
				return
			}
			values = values[size:]
		}
	}
}

// entryOf returns a tag's entry in the first directory, nil without one.
func entryOf(data []byte, tag uint16) (order binary.ByteOrder, entry []byte) {
	const size = 12
	if len(data) < 8 {
		return nil, nil
	}
	order = binary.LittleEndian
	if data[0] == 'M' {
		order = binary.BigEndian
	}
	at := uint64(order.Uint32(data[4:]))
	if at+2 > uint64(len(data)) {
		return nil, nil
	}
	entries := data[at+2:]
	for n := order.Uint16(data[at:]); n > 0 && len(entries) >= size; n-- {
		if order.Uint16(entries) == tag {
			return order, entries[:size]
		}
		entries = entries[size:]
	}
	return nil, nil
}
