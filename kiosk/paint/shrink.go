package paint

import (
	"image"
	"math"
	"sort"
	"sync"
)

// Shrink returns an opaque image at a smaller size: each pixel is the mean of the area that it covers, in linear light, so
// that small type keeps its weight, light on dark as well as dark on light.
func Shrink(m *image.RGBA, size image.Point) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: size})
	from := m.Rect.Size()
	light := linear()
	sums := make([]uint64, 3*size.X)
	for y := range size.Y {
		clear(sums)
		for _, down := range shares(y, size.Y, from.Y) {
			row := m.Pix[down.at*m.Stride:]
			for x := range size.X {
				for _, across := range shares(x, size.X, from.X) {
					px, w := row[4*across.at:][:3], uint64(down.weight*across.weight)
					for c, v := range px {
						sums[3*x+c] += w * uint64(light[v])
					}
				}
			}
		}
		area := uint64(from.X * from.Y)
		for x := range size.X {
			px := out.Pix[out.PixOffset(x, y):][:4:4]
			for c := range 3 {
				px[c] = encode(light, uint16((sums[3*x+c]+area/2)/area))
			}
			px[3] = 255
		}
	}
	return out
}

// share is a part of a source pixel.
type share struct{ at, weight int }

// shares returns the source pixels that pixel i of n covers among from; their weights add up to from.
func shares(i, n, from int) []share {
	var all []share
	for at := i * from / n; at*n < (i+1)*from; at++ {
		all = append(all, share{at, min((at+1)*n, (i+1)*from) - max(at*n, i*from)})
	}
	return all
}

// linear returns the light of each value of sRGB (IEC 61966-2-1), in 65535ths.
var linear = sync.OnceValue(func() *[256]uint16 {
	var light [256]uint16
	for v := range light {
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow(float64(c+0.055)/1.055, 2.4)
		}
		light[v] = uint16(math.Round(c * 65535))
	}
	return &light
})

// encode returns the value of sRGB whose light is nearest.
func encode(light *[256]uint16, v uint16) uint8 {
	i := sort.Search(256, func(i int) bool { return light[i] >= v })
	if i > 0 && (i == 256 || v-light[i-1] < light[i]-v) {
		i--
	}
	return uint8(i)
}
