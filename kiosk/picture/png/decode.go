package png

import (
	"bytes"
	"compress/zlib"
	"io"
)

// Size returns the size of what Decode passes on, at every px of a step.
func (f *File) Size(step int) (width, height int) {
	return (f.Width + step - 1) / step, (f.Height + step - 1) / step
}

// Step returns the smallest step, 1, 2 or 4, with which a file can be decoded within a memory in bytes, 0 if none can.
// Files that aren't interlaced are decoded whole.
func (f *File) Step(memory int) int {
	for step := 1; step <= 4; step *= 2 {
		if f.Memory(step) <= memory {
			return step
		}
	}
	return 0
}

// Memory returns about how many bytes decoding with a step takes.
func (f *File) Memory(step int) int {
	const window = 64 << 10 // of zlib
	rows := f.Width * (2*f.channels()*max(f.Depth, 8)/8 + f.Channels())
	if !f.Interlaced {
		return rows + window
	}
	w, h := f.Size(step)
	return rows + window + w*h*f.Channels()
}

// Check decodes a file without passing it on.
func (f *File) Check() error { return f.Decode(1, nil) }

// Decode passes on all rows from the top, of Channels bytes for each px, with alpha premultiplied. An interlaced picture
// is decoded at each px of a step, others with step 1 alone. A row is valid during the call. row may be nil.
func (f *File) Decode(step int, row func(pix []uint8)) error {
	parts := make([]io.Reader, len(f.data))
	for i, d := range f.data {
		parts[i] = bytes.NewReader(d)
	}
	z, err := zlib.NewReader(io.MultiReader(parts...))
	if err != nil {
		return f.damage(err)
	}
	defer z.Close()
	if f.Interlaced {
		err = f.passes(z, step, row)
	} else {
		err = f.pass(z, f.Width, f.Height, func(_ int, pix []uint8) {
			if row != nil {
				row(pix)
			}
		})
	}
	if err != nil {
		return f.damage(err)
	}
	if _, err = z.Read(make([]byte, 1)); err == zlib.ErrChecksum {
		return errBroken
	}
	return nil
}

// damage returns how an error of the data concerns the file. All checksums are right, so data that ends early in a file
// that doesn't was written so.
func (f *File) damage(err error) error {
	if !f.Ended && (err == io.EOF || err == io.ErrUnexpectedEOF) {
		return ErrIncomplete
	}
	return errBroken
}

// passes decodes the seven passes of an interlaced picture (8.1).
func (f *File) passes(z io.Reader, step int, row func(pix []uint8)) error {
	var whole []uint8
	n := f.Channels()
	width, height := f.Size(step)
	if row != nil {
		whole = make([]uint8, width*height*n)
	}
	for _, p := range [7]struct{ x, y, across, down int }{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}} {
		w, h := (f.Width-p.x+p.across-1)/p.across, (f.Height-p.y+p.down-1)/p.down
		if w <= 0 || h <= 0 {
			continue
		}
		err := f.pass(z, w, h, func(y int, pix []uint8) {
			y = p.y + y*p.down
			if row == nil || y%step != 0 || p.x%step != 0 {
				return
			}
			for x := p.x; len(pix) > 0; x, pix = x+p.across, pix[n:] {
				if x%step == 0 {
					copy(whole[(y/step*width+x/step)*n:], pix[:n])
				}
			}
		})
		if err != nil {
			return err
		}
	}
	for y := 0; row != nil && y < height; y++ {
		row(whole[y*width*n:][:width*n])
	}
	return nil
}

// pass decodes rows of a width, each behind the number of its filter.
func (f *File) pass(z io.Reader, width, height int, row func(y int, pix []uint8)) error {
	bits := f.channels() * f.Depth
	line := (width*bits + 7) / 8
	now, before := make([]uint8, 1+line), make([]uint8, 1+line)
	out := f.newRow(width)
	for y := range height {
		if _, err := io.ReadFull(z, now); err != nil {
			return err
		}
		if !unfilter(now[0], now[1:], before[1:], max(bits/8, 1)) {
			return errBroken
		}
		row(y, out.expand(now[1:]))
		now, before = before, now
	}
	return nil
}

// unfilter undoes a filter (9.2); n is the distance of the byte to the left.
func unfilter(filter uint8, now, before []uint8, n int) bool {
	before = before[:len(now)]
	switch filter {
	case 0:
	case 1:
		for i := n; i < len(now); i++ {
			now[i] += now[i-n]
		}
	case 2:
		for i, v := range before {
			now[i] += v
		}
	case 3:
		for i := range min(n, len(now)) {
			now[i] += before[i] / 2
		}
		for i := n; i < len(now); i++ {
			now[i] += uint8((int(now[i-n]) + int(before[i])) / 2)
		}
	case 4:
		for i := range min(n, len(now)) {
			now[i] += before[i]
		}
		for i := n; i < len(now); i++ {
			now[i] += paeth(now[i-n], before[i], before[i-n])
		}
	default:
		return false
	}
	return true
}

// paeth returns which of the bytes left, above and above left is nearest to their slope.
func paeth(left, above, corner uint8) uint8 {
	a, b, c := int(left), int(above), int(corner)
	toA, toB := b-c, a-c
	toC := toA + toB
	if toA, toB, toC = max(toA, -toA), max(toB, -toB), max(toC, -toC); toA <= toB && toA <= toC {
		return left
	} else if toB <= toC {
		return above
	}
	return corner
}
