package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"math"
)

// Bounds of a copy. The widest screen has 2160 px upright; a long picture, which is scrolled, keeps its width.
const (
	copyWidth  = 2160
	copyHeight = 16_000
	copyPixels = 16_000_000
	// pngMost is how large a picture without loss may be, in bytes, before a JPEG is made of it.
	pngMost    = 3 << 20
	jpegShades = 90 // the quality
)

// Cut is what of a picture isn't shown, as shares of its width and height, before it is turned to the right by quarters.
type Cut struct {
	Left, Top, Right, Bottom float64
	Turns                    int
}

// Copy returns a picture as a content directory should have it, and its file's ending: upright, in sRGB, no larger than
// screens show, without what is cut off and without what a camera notes of place and time. Photographs become JPEG;
// drawings stay PNG, if that isn't large, and so does what can be seen through.
func Copy(data []byte, cut Cut) (out []byte, ending string, fault *Fault) {
	info, fault := Read(data)
	if fault != nil {
		return nil, "", fault
	}
	size, part := cut.scaled(info.Width, info.Height)
	if part.Empty() {
		return nil, "", &Fault{Code: "image-cropped-away", Message: "裁得什么也没有剩下", Fix: "重新裁剪，再试一次"}
	}
	m, fault := DecodePart(data, info.Orientation, size, part)
	if fault != nil {
		return nil, "", fault
	}
	m.Rect = image.Rectangle{Max: part.Size()}
	m = turn(m, [4]uint8{1, 6, 3, 8}[cut.Turns&3])
	if drawn := formatOf(data) != "JPEG" && formatOf(data) != "WebP"; drawn || !m.Opaque() {
		var b bytes.Buffer
		if err := png.Encode(&b, m); err == nil && (b.Len() <= pngMost || !m.Opaque()) {
			return b.Bytes(), ".png", nil
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: jpegShades}); err != nil {
		return nil, "", broken
	}
	return b.Bytes(), ".jpg", nil
}

// scaled returns the size to which a picture is scaled, and the part of that which is left.
func (c Cut) scaled(width, height int) (size image.Point, part image.Rectangle) {
	w, h := float64(width), float64(height)
	left := func(scale float64) image.Rectangle {
		x, y := max(1, math.Round(w*scale)), max(1, math.Round(h*scale)) // a line stays one
		return image.Rectangle{Min: image.Pt(int(float64(c.Left*x)), int(float64(c.Top*y))), Max: image.Pt(int(math.Ceil(x-float64(c.Right*x))), int(math.Ceil(y-float64(c.Bottom*y))))}
	}
	whole := left(1)
	scale := 1.0
	if n := whole.Dx() * whole.Dy(); n > copyPixels {
		scale = math.Sqrt(copyPixels / float64(n))
	}
	across, down := whole.Dx(), whole.Dy()
	if c.Turns&1 == 1 {
		across, down = down, across
	}
	scale = min(scale, copyWidth/float64(max(1, across)), copyHeight/float64(max(1, down)))
	size = image.Pt(max(1, int(math.Round(w*scale))), max(1, int(math.Round(h*scale))))
	return size, left(scale).Intersect(image.Rectangle{Max: size})
}
