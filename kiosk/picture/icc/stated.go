package icc

import "math"

// Primaries are the chromaticities x, y of white, red, green and blue.
type Primaries [4][2]float64

// Of sRGB and BT.709, of Display P3, and of BT.2020.
var (
	BT709  = Primaries{{0.3127, 0.3290}, {0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}}
	P3     = Primaries{{0.3127, 0.3290}, {0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}}
	BT2020 = Primaries{{0.3127, 0.3290}, {0.708, 0.292}, {0.170, 0.797}, {0.131, 0.046}}
)

// Stated returns the converter for primaries and the exponent of light, or sRGB's curve if that is 0. It is nil if colours
// stay as they are.
func Stated(p Primaries, exponent float64) Converter {
	m, ok := p.matrix()
	if !ok || exponent < 0 || exponent > 10 {
		return nil
	}
	light := curve(srgb)
	if exponent != 0 {
		light = func(v float64) float64 { return math.Pow(v, exponent) }
	}
	convert := byCurves([3]curve{light, light, light}, m)
	if same(convert, RGB) {
		return nil
	}
	return convert
}

// matrix returns the map from light to XYZ, adapted to D50 by Bradford's method.
func (p Primaries) matrix() (m matrix, ok bool) {
	var columns matrix
	var from vector
	for i, c := range p {
		if c[1] < 0.001 || c[0] < 0 || c[0]+c[1] > 1.5 {
			return m, false
		}
		xyz := vector{c[0] / c[1], 1, (1 - c[0] - c[1]) / c[1]}
		if i == 0 {
			from = xyz
			continue
		}
		for row := range 3 {
			columns[row][i-1] = xyz[row]
		}
	}
	share := inverse(columns).apply(from)
	for row := range 3 {
		for i := range 3 {
			columns[row][i] *= share[i]
		}
	}
	bradford := matrix{{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}
	source, target := bradford.apply(from), bradford.apply(white)
	var scale matrix
	for i := range 3 {
		if source[i] < 0.001 {
			return m, false
		}
		scale[i][i] = target[i] / source[i]
	}
	return product(product(inverse(bradford), scale), product(bradford, columns)), true
}
