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
	// samples. Encoders write a dozen scans, which visit up to fourteen times the px in all, if colours aren't halved.
	maxWork = 18 * maxPixels
	// maxSide bounds the size of what is made of a picture; no screen is larger. maxLength bounds the size that the whole would
	// have.
	maxSide   = 1 << 14
	maxLength = 1 << 20
	// hole is a run of zeros, in bytes, that is likely space that a sync tool reserved. Flat parts of sound pictures have such
	// runs too: only decoding tells. From tear on a run is suspected once the whole picture is decoded.
	hole, tear = 1 << 10, 32
	// padding is how many bytes encoders may leave behind a picture's data.
	padding = 16
)

// budget returns the bytes that the decoder of a file may hold.
func budget(data []byte) int { return maxMemory - scaledRoom - len(data) }

// holed reports whether a file has a run of so many zeros.
func holed(data []byte, run int) bool {
	for at := run - 1; at < len(data); at += run {
		from, to := at, at
		for from > 0 && data[from] == 0 && data[from-1] == 0 {
			from--
		}
		for to < len(data) && data[to] == 0 {
			to++
		}
		if to-from >= run {
			return true
		}
	}
	return false
}
