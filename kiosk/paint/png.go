package paint

import (
	"image"
	"image/png"
	"io"
)

// WritePNG writes an image as PNG, fast rather than small. An error is the writer's.
func WritePNG(w io.Writer, m *image.RGBA) error {
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	return encoder.Encode(w, m)
}
