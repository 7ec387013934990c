package qr

import (
	"fmt"

	"rsc.io/qr/coding"
)

// The library leaves the choice of the mask to its caller. Data that happens to look like a finder pattern, or forms
// large plain areas, is slow to read. Clause 7.8 defines a penalty for each such place; the mask with the lowest sum is
// used. The comparison ignores the format information, 30 modules that state the mask.

// draw makes a code of a version and level with the best mask.
func draw(v coding.Version, level Level, segment coding.Encoding) (Code, error) {
	plan, code, err := encode(v, level, 0, segment)
	if err != nil {
		return Code{}, err
	}
	if best := bestMask(plan, code); best != 0 {
		if _, code, err = encode(v, level, best, segment); err != nil {
			return Code{}, err
		}
	}
	return pack(code), nil
}

func encode(v coding.Version, level Level, m coding.Mask, segment coding.Encoding) (*coding.Plan, *coding.Code, error) {
	plan, err := coding.NewPlan(v, level.coding(), m)
	if err != nil {
		return nil, nil, fmt.Errorf("二维码版本 %d：%w", v, err)
	}
	code, err := plan.Encode(segment)
	if err != nil {
		return nil, nil, fmt.Errorf("二维码装不下：%w；缩短文字", err)
	}
	return plan, code, nil
}

// bestMask returns the mask with the lowest penalty for a code that has mask 0.
func bestMask(plan *coding.Plan, code *coding.Code) coding.Mask {
	n := code.Size
	free := newGrid(n, func(x, y int) bool { // the modules that a mask may invert
		role := plan.Pixel[y][x].Role()
		return role == coding.Data || role == coding.Check || role == coding.Extra
	})
	plain := newGrid(n, code.Black).masked(free, 0)
	best, least := coding.Mask(0), 0
	for m := coding.Mask(0); m < 8; m++ {
		if p := plain.masked(free, m).penalty(); m == 0 || p < least {
			best, least = m, p
		}
	}
	return best
}

// pack turns the library's bitmap into a value.
func pack(code *coding.Code) Code {
	n := code.Size
	bits := make([]byte, (n*n+7)/8)
	for i := range n * n {
		if code.Black(i%n, i/n) {
			bits[i/8] |= 0x80 >> (i % 8)
		}
	}
	return Code{Size: n, bits: string(bits)}
}
