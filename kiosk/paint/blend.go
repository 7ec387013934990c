package paint

import (
	"encoding/binary"
	"image/color"
)

// lanes is a pixel spread to 16 bits a channel, red, blue, green, alpha, so that all four
// are blended in one multiplication.
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

// pixel returns a colour as its four bytes in memory.
func pixel(c color.RGBA) uint32 {
	return binary.LittleEndian.Uint32([]byte{c.R, c.G, c.B, c.A})
}

// weight maps coverage to the weight of a colour in blending.
type weight [256]uint8

// plain is Chromium's weight for dark text on light: the coverage itself, in sRGB.
var plain = func() (w weight) {
	for i := range w {
		w[i] = uint8(i)
	}
	return w
}()

// lifted is Chromium's weight for light text on dark, where strokes would otherwise look
// thin: measured in Chromium at the first numbers of the pairs, linear between them.
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

// weightFor returns the weight for text of a colour. The colour is sufficient: with the
// design's contrast, light text stands on dark only.
func weightFor(c color.RGBA) *weight {
	if 299*int(c.R)+587*int(c.G)+114*int(c.B) >= 128*1000 {
		return &lifted
	}
	return &plain
}

// tint is a lookup table of a colour over a ground, by coverage: most text stands on a
// single ground.
type tint struct {
	ink, ground uint32
	weight      *weight
	mixed       [256]uint32
}

// mix returns the colour over a pixel at a coverage, for opaque and for premultiplied pixels.
func (t *tint) mix(below uint32, cover uint8) uint32 {
	b := lanes(t.weight[cover])
	return (spread(t.ink)*b + spread(below)*(255-b)).over255().pack()
}

// tinted returns the tint of a colour over a ground.
func (d *scratch) tinted(ground, ink uint32, w *weight) *tint {
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

// mostTints is how many tints a scratch caches, 1 kB each.
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
func (pt *painting) run(y, x0, x1 int, c color.RGBA, a uint8) {
	x0, x1 = max(x0, pt.clip.Min.X), min(x1, pt.clip.Max.X)
	if a == 0 || x0 >= x1 || y < pt.clip.Min.Y || y >= pt.clip.Max.Y {
		return
	}
	row := pt.row(y, x0, x1)
	p := pixel(c)
	ink, b := spread(p)*lanes(a), lanes(255-a)
	for i := 0; i < len(row); i += 4 {
		d := row[i : i+4 : i+4]
		below := spread(binary.LittleEndian.Uint32(d))
		binary.LittleEndian.PutUint32(d, (ink + below*b).over255().pack())
	}
}
