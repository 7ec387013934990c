package paint

import (
	"encoding/binary"
	"image/color"
)

// lanes is a pixel with room for a product behind each of its bytes, so that all four
// are blended in one multiplication: red, blue, green, alpha, 16 bits each.
type lanes uint64

const laneBytes = 0x00ff00ff00ff00ff

func spread(p uint32) lanes {
	l := lanes(p)
	return (l | l<<24) & laneBytes
}

func (l lanes) pack() uint32 { return uint32(l | l>>24) }

// over255 divides each lane by 255, rounding to the nearest.
func (l lanes) over255() lanes {
	l += 0x0080008000800080
	return (l + l>>8&laneBytes) >> 8 & laneBytes
}

// pixel is a colour as its four bytes in memory.
func pixel(c color.RGBA) uint32 {
	return binary.LittleEndian.Uint32([]byte{c.R, c.G, c.B, c.A})
}

// weight maps coverage to the weight a colour is blended with.
type weight [256]uint8

// plain is what Chromium does for dark on light: coverage counts as it is, in sRGB.
var plain = func() (w weight) {
	for i := range w {
		w[i] = uint8(i)
	}
	return w
}()

// lifted is what Chromium does for light on dark, where strokes would look thin else: measured
// at the first numbers of each pair (measured in Chromium), straight between them.
var lifted = func() (w weight) {
	known := [...][2]int{{0, 0}, {32, 44}, {64, 78}, {96, 119}, {128, 143}, {160, 175}, {192, 201}, {224, 229}, {255, 255}}
	for i := 1; i < len(known); i++ {
		a, b := known[i-1], known[i]
		for x := a[0]; x <= b[0]; x++ {
			run := b[0] - a[0]
			w[x] = uint8(a[1] + ((x-a[0])*(b[1]-a[1])+run/2)/run)
		}
	}
	return w
}()

// weightFor is how text of a colour is blended. Its colour alone decides: by the
// design's contrast light text only stands on dark.
func weightFor(c color.RGBA) *weight {
	if 299*int(c.R)+587*int(c.G)+114*int(c.B) >= 128*1000 {
		return &lifted
	}
	return &plain
}

// tint is a colour over a ground, for each coverage: most of a text stands on one
// ground, where a pixel is then looked up and not reckoned.
type tint struct {
	ink, ground uint32
	weight      *weight
	mixed       [256]uint32
}

// mix is the colour over a pixel by its coverage. The same sum serves opaque pixels
// and premultiplied ones.
func (t *tint) mix(below uint32, cover uint8) uint32 {
	b := lanes(t.weight[cover])
	return (spread(t.ink)*b + spread(below)*(255-b)).over255().pack()
}

// tinted is the tint of a colour over a ground.
func (d *desk) tinted(ground, ink uint32, w *weight) *tint {
	for i := range d.tints {
		if t := d.tints[i]; t.ink == ink && t.ground == ground && t.weight == w {
			return t
		}
	}
	t := &tint{ink: ink, ground: ground, weight: w}
	for a := range t.mixed {
		t.mixed[a] = t.mix(ground, uint8(a))
	}
	if len(d.tints) >= mostTints {
		d.tints = d.tints[:0]
	}
	d.tints = append(d.tints, t)
	return t
}

// mostTints is how many tints a desk keeps, 1 kB each.
const mostTints = 8

// blend blends the colour into a row of pixels, each by its coverage.
func (t *tint) blend(dst, cover []byte) {
	for i, a := range cover {
		if d := dst[4*i : 4*i+4 : 4*i+4]; a != 0 {
			binary.LittleEndian.PutUint32(d, t.mix(binary.LittleEndian.Uint32(d), a))
		}
	}
}

// run blends a colour evenly into the part of row y between x0 and x1 that lies in the clip.
func (s *sheet) run(y, x0, x1 int, c color.RGBA, a uint8) {
	x0, x1 = max(x0, s.clip.Min.X), min(x1, s.clip.Max.X)
	if a == 0 || x0 >= x1 || y < s.clip.Min.Y || y >= s.clip.Max.Y {
		return
	}
	row := s.row(y, x0, x1)
	p := pixel(c)
	ink, b := spread(p)*lanes(a), lanes(255-a)
	for i := 0; i < len(row); i += 4 {
		d := row[i : i+4 : i+4]
		below := spread(binary.LittleEndian.Uint32(d))
		binary.LittleEndian.PutUint32(d, (ink + below*b).over255().pack())
	}
}
