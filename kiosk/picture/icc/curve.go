package icc

import (
	"encoding/binary"
	"math"
)

// curve maps a value from 0 to 1 to another.
type curve func(v float64) float64

// curveOf reads a curve of type curv or para (10.5, 10.15), and returns its length, padding included.
func curveOf(b []byte) (c curve, length int, err error) {
	if len(b) < 12 {
		return nil, 0, errProfile
	}
	switch string(b[:4]) {
	case "curv":
		n := int(binary.BigEndian.Uint32(b[8:]))
		if n < 0 || n > (len(b)-12)/2 {
			return nil, 0, errProfile
		}
		return sampled(b[12:12+2*n], n), (12 + 2*n + 3) &^ 3, nil
	case "para":
		kind := int(binary.BigEndian.Uint16(b[8:]))
		if kind > 4 || len(b) < 12+4*parameters[kind] {
			return nil, 0, errProfile
		}
		return parametric(kind, b[12:]), 12 + 4*parameters[kind], nil
	}
	return nil, 0, errProfile
}

// sampled returns a curve of n values in 16 bits; one is an exponent, none is no change.
func sampled(b []byte, n int) curve {
	switch n {
	case 0:
		return func(v float64) float64 { return v }
	case 1:
		exponent := float64(binary.BigEndian.Uint16(b)) / 256
		return func(v float64) float64 { return math.Pow(clip(v), exponent) }
	}
	values := make([]float64, n)
	for i := range values {
		values[i] = float64(binary.BigEndian.Uint16(b[2*i:])) / 65535
	}
	return between(values)
}

// between returns the curve through values at even distances.
func between(values []float64) curve {
	return func(v float64) float64 {
		at := clip(v) * float64(len(values)-1)
		i := min(int(at), len(values)-2)
		if i < 0 {
			return values[0]
		}
		return values[i] + float64((values[i+1]-values[i])*(at-float64(i)))
	}
}

// parameters is how many numbers the functions of type para have.
var parameters = [5]int{1, 3, 4, 5, 7}

// parametric returns a function of type para (table 68).
func parametric(kind int, b []byte) curve {
	var p [7]float64 // g, a, b, c, d, e, f
	for i := range parameters[kind] {
		p[i] = fixed(b[4*i:])
	}
	g, a, offset, c, d, e, f := p[0], p[1], p[2], p[3], p[4], p[5], p[6]
	power := func(v float64) float64 { return math.Pow(max(float64(a*v)+offset, 0), g) }
	switch kind {
	case 0:
		return func(v float64) float64 { return math.Pow(clip(v), g) }
	case 1, 2: // flat below -b/a, and then raised by c
		return func(v float64) float64 {
			if float64(a*v)+offset < 0 {
				return c
			}
			return power(v) + c
		}
	}
	return func(v float64) float64 { // a line below d
		if v < d {
			return float64(c*v) + f
		}
		return power(v) + e
	}
}
