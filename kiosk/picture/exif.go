package picture

import "encoding/binary"

// orientationOf returns EXIF's orientation, 1 to 8, or 0 without one. EXIF is a TIFF file; the tag is in its first
// directory (CIPA DC-008, 4.6.5; TIFF 6.0, section 2). A library would parse everything else too, from untrusted bytes.
func orientationOf(exif []byte) uint8 {
	const tag, short, long, entry = 0x0112, 3, 4, 12
	if len(exif) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.LittleEndian
	if exif[0] == 'M' {
		order = binary.BigEndian
	}
	at := uint64(order.Uint32(exif[4:]))
	if at+2 > uint64(len(exif)) {
		return 0
	}
	entries := exif[at+2:]
	for n := order.Uint16(exif[at:]); n > 0 && len(entries) >= entry; n-- {
		if order.Uint16(entries) == tag {
			v := uint32(order.Uint16(entries[8:]))
			if kind := order.Uint16(entries[2:]); kind == long {
				v = order.Uint32(entries[8:])
			} else if kind != short {
				return 0
			}
			if v < 1 || v > 8 {
				return 0
			}
			return uint8(v)
		}
		entries = entries[entry:]
	}
	return 0
}
