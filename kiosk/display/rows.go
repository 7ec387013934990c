package display

import (
	"bytes"
	"encoding/binary"
)

// Rows of pixels are blended here, two pixels at a time: each byte has a lane of 16 bits, which has room for a
// product. Four bytes are a pixel, in any order; only where it may be
// clear is the fourth its alpha, and the others are premultiplied.

const laneBytes = 0x00ff00ff00ff00ff

// mix blends opaque pixels over others at a share of 256.
func mix(dst, src []byte, share uint32) {
	a, b := uint64(share), uint64(full-share)
	for len(src) >= span && len(dst) >= span {
		if !bytes.Equal(src[:span], dst[:span]) { // mostly it is paper over paper
			mixAll(dst[:span], src[:span], a, b)
		}
		src, dst = src[span:], dst[span:]
	}
	mixAll(dst, src, a, b)
}

// span is how many bytes are compared at once: they are often the same in both rows.
const span = 128

func mixAll(dst, src []byte, a, b uint64) {
	for len(src) >= 8 && len(dst) >= 8 {
		s, d := binary.LittleEndian.Uint64(src), binary.LittleEndian.Uint64(dst)
		if s != d {
			binary.LittleEndian.PutUint64(dst, mixed(s, d, a, b))
		}
		src, dst = src[8:], dst[8:]
	}
	if len(src) >= 4 && len(dst) >= 4 {
		s, d := binary.LittleEndian.Uint32(src), binary.LittleEndian.Uint32(dst)
		binary.LittleEndian.PutUint32(dst, uint32(mixed(uint64(s), uint64(d), a, b)))
	}
}

// mixed blends two pixels. It rounds to the nearest, so that equal pixels stay equal.
func mixed(s, d, a, b uint64) uint64 {
	const half = 0x0080008000800080
	even := (s&laneBytes)*a + (d&laneBytes)*b + half
	odd := (s>>8&laneBytes)*a + (d>>8&laneBytes)*b + half
	return even>>8&laneBytes | odd&^laneBytes
}

// lay blends premultiplied pixels over opaque ones at a share of 256.
func lay(dst, src []byte, share uint32) {
	for len(src) >= 4 && len(dst) >= 4 {
		if s := uint64(binary.LittleEndian.Uint32(src)); s != 0 {
			s = mixed(s, 0, uint64(share), 0)
			d := spread(uint64(binary.LittleEndian.Uint32(dst))) * (255 - s>>24)
			d += 0x0080008000800080
			d = (d + d>>8&laneBytes) >> 8 & laneBytes // divided by 255, to the nearest
			binary.LittleEndian.PutUint32(dst, uint32(s)+uint32(d|d>>24))
		}
		src, dst = src[4:], dst[4:]
	}
}

// spread moves each of a pixel's bytes to its lane.
func spread(p uint64) uint64 { return (p | p<<24) & laneBytes }

// swapReds swaps red and blue in each pixel: X wants blue first.
func swapReds(pix []byte) {
	for len(pix) >= 4 {
		pix[0], pix[2] = pix[2], pix[0]
		pix = pix[4:]
	}
}

// fillRow sets all pixels of a row.
func fillRow(row []byte, pixel [4]byte) {
	for n := copy(row, pixel[:]); n < len(row); {
		n += copy(row[n:], row[:n])
	}
}
