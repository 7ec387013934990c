package picture

// Bounds of a file and of the picture in it.
const (
	MaxBytes = 32 << 20
	// maxPixels lets the photographs of phones with 108 megapixels pass.
	maxPixels = 120_000_000
	// maxMemory bounds what decoding takes, in bytes: the file, what its decoder holds, and room for the scaled picture.
	maxMemory  = 128 << 20
	scaledRoom = 16 << 20
	// maxWork bounds the samples that decoding visits: a scan of a progressive JPEG may have few bytes and visit all
	// samples. Encoders write a dozen scans, which visit four or five times the px in all.
	maxWork = 12 * maxPixels
	// maxSide bounds the size of what is made of a picture; no screen is larger. maxLength bounds the size that the whole would
	// have.
	maxSide   = 1 << 14
	maxLength = 1 << 20
	// hole is a run of zeros, in bytes, that no compressed picture has in its midst: space that a sync tool reserved.
	hole = 1 << 10
)

// budget returns the bytes that the decoder of a file may hold.
func budget(data []byte) int { return maxMemory - scaledRoom - len(data) }

// holed reports whether a file has a hole.
func holed(data []byte) bool {
	for at := hole - 1; at < len(data); at += hole {
		from, to := at, at
		for from > 0 && data[from] == 0 && data[from-1] == 0 {
			from--
		}
		for to < len(data) && data[to] == 0 {
			to++
		}
		if to-from >= hole {
			return true
		}
	}
	return false
}
