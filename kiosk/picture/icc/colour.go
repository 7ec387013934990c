package icc

import "math"

// vector is a colour, matrix a linear map of colours.
type (
	vector [3]float64
	matrix [3][3]float64
)

// one is full light in the tables of integers.
const one = 1 << 16

// white is the white of the space that connects profiles, D50 (7.2.16).
var white = vector{0.9642, 1, 0.8249}

// srgbToXYZ has the colours of sRGB's primaries, adapted to D50 (IEC 61966-2-1, annex F).
var srgbToXYZ = matrix{{0.4360747, 0.3850649, 0.1430804}, {0.2225045, 0.7168786, 0.0606169}, {0.0139322, 0.0971045, 0.7141733}}

var xyzToSRGB = inverse(srgbToXYZ)

// encoded holds sRGB's byte for each light from 0 to one.
var encoded = func() (table [one + 1]uint8) {
	at := 0
	for v := range 256 {
		end := one + 1
		if v < 255 {
			end = int(math.Ceil(srgb((float64(v)+0.5)/255) * one))
		}
		for ; at < end; at++ {
			table[at] = uint8(v)
		}
	}
	return table
}()

// srgb returns the light of a value of sRGB.
func srgb(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func clip(v float64) float64 {
	if !(v > 0) { // also if it is no number
		return 0
	}
	return min(v, 1)
}

// apply returns a matrix applied to a colour. Its products are rounded one by one, as everywhere here, since some machines
// fuse them with the sums.
func (m matrix) apply(v vector) (out vector) {
	for i, row := range m {
		out[i] = float64(row[0]*v[0]) + float64(row[1]*v[1]) + float64(row[2]*v[2])
	}
	return out
}

func product(a, b matrix) (m matrix) {
	for j := range 3 {
		column := a.apply(vector{b[0][j], b[1][j], b[2][j]})
		for i := range 3 {
			m[i][j] = column[i]
		}
	}
	return m
}

// inverse returns the inverse of a matrix, zeros if it has none.
func inverse(m matrix) (out matrix) {
	minor := func(r, c int) float64 {
		r1, r2, c1, c2 := (r+1)%3, (r+2)%3, (c+1)%3, (c+2)%3
		return float64(m[r1][c1]*m[r2][c2]) - float64(m[r1][c2]*m[r2][c1])
	}
	d := float64(m[0][0]*minor(0, 0)) + float64(m[0][1]*minor(0, 1)) + float64(m[0][2]*minor(0, 2))
	if math.Abs(d) < 1e-9 {
		return out
	}
	for i := range 3 {
		for j := range 3 {
			out[j][i] = minor(i, j) / d
		}
	}
	return out
}

// labToXYZ converts L, a and b, of D50 (6.3.4).
func labToXYZ(lab vector) (xyz vector) {
	y := (lab[0] + 16) / 116
	for i, t := range []float64{y + lab[1]/500, y, y - lab[2]/200} {
		if t > 6.0/29 {
			xyz[i] = white[i] * float64(t*float64(t*t))
		} else {
			xyz[i] = white[i] * (t - 4.0/29) * 108 / 841
		}
	}
	return xyz
}

// toSRGB returns the bytes of a colour in XYZ, with 8 bits behind the point.
func toSRGB(xyz vector) (out [3]int32) {
	for i, v := range xyzToSRGB.apply(xyz) {
		v = clip(v)
		if v <= 0.0031308 {
			v *= 12.92
		} else {
			v = float64(1.055*math.Pow(v, 1/2.4)) - 0.055
		}
		out[i] = int32(math.Round(v * 255 * 256))
	}
	return out
}
