package jpeg

// bits reads entropy-coded data bit by bit, without its stuffed bytes. Behind the data, where a marker stands or the
// file ends, it supplies zeros and counts them.
type bits struct {
	data   []byte
	pos    int    // of the next byte
	word   uint64 // n bits, the latest in the lowest
	n      uint
	padded uint // of them, supplied behind the data
}

// fill makes at least 48 bits available.
func (b *bits) fill() {
	for b.n <= 56 {
		if b.pos >= len(b.data) {
			b.pad()
			continue
		}
		c := b.data[b.pos]
		if c == 0xff {
			if b.pos+1 >= len(b.data) || b.data[b.pos+1] != 0 {
				b.pad()
				continue
			}
			b.pos++
		}
		b.pos++
		b.word = b.word<<8 | uint64(c)
		b.n += 8
	}
}

func (b *bits) pad() {
	b.word <<= 8
	b.n += 8
	b.padded += 8
}

// spent reports whether bits were read that the file doesn't have.
func (b *bits) spent() bool { return b.padded > b.n }

// take returns the next n bits, at most 16.
func (b *bits) take(n uint) int32 {
	if b.n < n {
		b.fill()
	}
	b.n -= n
	return int32(b.word>>b.n) & (1<<n - 1)
}

// extend returns the signed value of n bits (T.81, F.2.2.1).
func (b *bits) extend(n uint) int32 {
	v := b.take(n)
	if n > 0 && v < 1<<(n-1) {
		v += -1<<n + 1
	}
	return v
}

// restart begins again behind the data's next byte boundary, at a position.
func (b *bits) restart(pos int) { *b = bits{data: b.data, pos: pos} }

// end returns the position behind the last byte of which a bit was read.
func (b *bits) end() int {
	pos := b.pos
	for unread := (b.n - min(b.n, b.padded)) / 8; unread > 0; unread-- {
		if pos--; b.data[pos] == 0 && b.data[pos-1] == 0xff {
			pos--
		}
	}
	return pos
}
