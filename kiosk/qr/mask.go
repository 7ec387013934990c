package qr

import (
	"fmt"

	"rsc.io/qr/coding"
)

// The library leaves the choice of the mask open: data that happens to look like
// a finder pattern, or makes wide plain areas, is slow to read. Clause 7.8 has a
// penalty for each such place; the mask with the least is taken. The format
// information, which names the mask in 30 modules, is left out of the comparison.

// draw makes a code of a version and level with the mask that fits it best.
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

// bestMask is the mask with the least penalty for a code that has mask 0.
func bestMask(plan *coding.Plan, code *coding.Code) coding.Mask {
	n := code.Size
	plain := make([]bool, n*n) // the modules before masking
	data := make([]bool, n*n)  // which of them a mask inverts
	for y := range n {
		for x := range n {
			switch plan.Pixel[y][x].Role() {
			case coding.Data, coding.Check, coding.Extra:
				data[y*n+x] = true
			}
			plain[y*n+x] = code.Black(x, y) != (data[y*n+x] && coding.Mask(0).Invert(y, x))
		}
	}
	best, least := coding.Mask(0), 0
	masked := make([]bool, n*n)
	for m := coding.Mask(0); m < 8; m++ {
		for i, dark := range plain {
			masked[i] = dark != (data[i] && m.Invert(i/n, i%n))
		}
		if p := penalty(masked, n); m == 0 || p < least {
			best, least = m, p
		}
	}
	return best
}

// penalty is the score of clause 7.8.3.1, by its four features: runs, blocks,
// finder-like rows, and the share of dark modules.
func penalty(dark []bool, n int) int {
	total, count := 0, 0
	for i := range n {
		total += linePenalty(dark[i*n:], n, 1) + linePenalty(dark[i:], n, n)
	}
	for i, d := range dark {
		if d {
			count++
		}
		if x, y := i%n, i/n; x+1 < n && y+1 < n && dark[i+1] == d && dark[i+n] == d && dark[i+n+1] == d {
			total += 3
		}
	}
	off := 20*count - 10*n*n // the distance from one half, in twentieths of all modules
	if off < 0 {
		off = -off
	}
	return total + off/(n*n)*10
}

// linePenalty scores a row (step 1) or a column (step n): 3 for a run of five of
// one colour and 1 for each more, 40 for 1:1:3:1:1 with four light modules at a side.
func linePenalty(dark []bool, n, step int) int {
	total, run := 0, 0
	var seen uint // the modules so far, the last the lowest bit
	for i := range n {
		d := dark[i*step]
		if i > 0 && d == dark[(i-1)*step] {
			run++
		} else {
			run = 1
		}
		switch {
		case run == 5:
			total += 3
		case run > 5:
			total++
		}
		seen <<= 1
		if d {
			seen |= 1
		}
		if last := seen & 0x7ff; i >= 10 && (last == 0b1011101_0000 || last == 0b0000_1011101) {
			total += 40
		}
	}
	return total
}

// pack makes the library's bitmap a value.
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
