package picture

import "encoding/binary"

// orientationOf returns EXIF's orientation, 1 to 8, or 0 without one (CIPA DC-008, 4.6.5).
func orientationOf(exif []byte) uint8 {
	const orientation = 0x0112
	if v := tagOf(exif, orientation); v <= 8 {
		return uint8(v)
	}
	return 0
}

// tagOf returns the number that a tag has in the first directory of a TIFF file, which EXIF is too, or 0 without one (TIFF
// 6.0, section 2). A library would parse everything else, from untrusted bytes.
func tagOf(data []byte, tag uint16) uint32 {
	const short, long, entry = 3, 4, 12
	if len(data) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.LittleEndian
	if data[0] == 'M' {
		order = binary.BigEndian
	}
	at := uint64(order.Uint32(data[4:]))
	if at+2 > uint64(len(data)) {
		return 0
	}
	entries := data[at+2:]
	for n := order.Uint16(data[at:]); n > 0 && len(entries) >= entry; n-- {
		if order.Uint16(entries) == tag {
			switch order.Uint16(entries[2:]) {
			case short:
				return uint32(order.Uint16(entries[8:]))
			case long:
				return order.Uint32(entries[8:])
			}
			return 0
		}
		entries = entries[entry:]
	}
	return 0
}
