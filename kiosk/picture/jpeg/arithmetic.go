package jpeg

import mathbits "math/bits"

// arithmetic decodes arithmetic-coded data (T.81, D.2), which some scanners and archives make.
type arithmetic struct {
	data  []byte
	pos   int // of the next byte
	a, c  uint32
	left  int // bits until the next byte
	odds  [2][4][256]decision
	even  decision
	short bool // the file ended before its data
}

// decision is the state of a binary decision, an index of estimates, and its more probable value in the highest bit.
type decision uint8

func newArithmetic(data []byte, pos int) *arithmetic {
	d := &arithmetic{data: data, pos: pos, a: 1 << 16, even: evenOdds}
	d.next()
	d.c <<= 8
	d.next()
	d.c <<= 8
	return d
}

const evenOdds = 113

// starved reports whether the file ended before its data. Zeros at the end of the data needn't be stored, so what is
// missing before a marker is no fault.
func (d *arithmetic) starved() bool { return d.short }

// next reads a byte, zeros at a marker.
func (d *arithmetic) next() {
	switch {
	case d.pos >= len(d.data):
		d.short = true
	case d.data[d.pos] != 0xff:
		d.c += uint32(d.data[d.pos]) << 8
		d.pos++
	case d.pos+1 < len(d.data) && d.data[d.pos+1] == 0:
		d.c += 0xff00
		d.pos += 2
	}
}

// decide decodes a decision: 0 or 1.
func (d *arithmetic) decide(at *decision) uint8 {
	e := &estimates[*at&0x7f]
	value := uint8(*at >> 7)
	d.a -= uint32(e.chance)
	upper := d.c>>16 >= d.a
	if !upper && d.a >= 1<<15 {
		return value
	}
	less := upper != (d.a < uint32(e.chance)) // the shorter part has the more probable value now and then
	if upper {
		d.c -= d.a << 16
		d.a = uint32(e.chance)
	}
	if less {
		*at = decision(value^e.turns)<<7 | decision(e.less)
		value ^= 1
	} else {
		*at = decision(value)<<7 | decision(e.more)
	}
	for ok := true; ok; ok = d.a < 1<<15 {
		if d.left == 0 {
			d.next()
			d.left = 8
		}
		d.a, d.c, d.left = d.a<<1, d.c<<1, d.left-1
	}
	return value
}

func (d *arithmetic) yes(at *decision) bool { return d.decide(at) == 1 }

// magnitude decodes the lower bits of a number whose highest bit is high, and adds one (F.2.4.3.2).
func (d *arithmetic) magnitude(high int32, at *decision) int32 {
	v := high
	for high >>= 1; high > 0; high >>= 1 {
		if d.yes(at) {
			v |= high
		}
	}
	return v + 1
}

// width doubles high for each 1 of a series of decisions; ok is false if there are too many.
func (d *arithmetic) width(high int32, table *[256]decision, at int) (wide int32, last int, ok bool) {
	for ; d.yes(&table[at]); at++ {
		if high <<= 1; high >= 1<<15 {
			return 0, at, false
		}
	}
	return high, at, true
}

// mean decodes the change of a block's mean (F.2.4.1).
func (d *arithmetic) mean(p *part, bounds *[2]uint8) bool {
	table := &d.odds[0][p.tables[0]]
	at := int(p.change)
	p.change = 0
	if !d.yes(&table[at]) {
		return true
	}
	sign := int(d.decide(&table[at+1]))
	at += 2 + sign
	high, ok := int32(d.decide(&table[at])), true
	if high != 0 {
		if high, at, ok = d.width(1, table, 20); !ok {
			return false
		}
	}
	switch {
	case high < 1<<bounds[0]>>1:
	case high > 1<<bounds[1]>>1:
		p.change = int32(12 + 4*sign)
	default:
		p.change = int32(4 + 4*sign)
	}
	v := d.magnitude(high, &table[at+14])
	if sign == 1 {
		v = -v
	}
	p.last += v
	return true
}

// band decodes coefficients from a first to a last one, and sets them.
func (d *arithmetic) band(p *part, from, to int, limit uint8, set func(k int, v int32)) bool {
	table := &d.odds[1][p.tables[1]]
	for k := from; k <= to; k++ {
		at := 3 * (k - 1)
		if d.yes(&table[at]) {
			return true
		}
		for ; !d.yes(&table[at+1]); at += 3 {
			if k++; k > to {
				return false
			}
		}
		negative := d.yes(&d.even)
		v, ok := d.value(table, at+2, k <= int(limit))
		if !ok {
			return false
		}
		if negative {
			v = -v
		}
		set(k, v)
	}
	return true
}

// value decodes a coefficient's distance from zero (F.2.4.3).
func (d *arithmetic) value(table *[256]decision, at int, low bool) (v int32, ok bool) {
	high := int32(d.decide(&table[at]))
	if high != 0 && d.yes(&table[at]) {
		at = 217
		if low {
			at = 189
		}
		if high, at, ok = d.width(2, table, at); !ok {
			return 0, false
		}
	}
	return d.magnitude(high, &table[at+14]), true
}

// sequential decodes all coefficients of a block, in natural order.
func (d *arithmetic) sequential(p *part, b *block, conditions *[2][4][2]uint8) bool {
	if !d.mean(p, &conditions[0][p.tables[0]]) {
		return false
	}
	b[0] = p.last
	return d.band(p, 1, 63, conditions[1][p.tables[1]][0], func(k int, v int32) { b[natural[k]] = v })
}

// progress decodes what a scan adds to a block of a progressive file (G.1.3).
func (d *arithmetic) progress(s *scan, p *part, st *store, block int) bool {
	switch {
	case s.from == 0 && s.refines:
		if d.yes(&d.even) {
			st.mean(block, 1<<s.low, true)
		}
		return true
	case s.from == 0:
		ok := d.mean(p, &s.conditioning[0][p.tables[0]])
		st.mean(block, p.last<<s.low, false)
		return ok
	case s.refines:
		return d.refine(s, p, st, block)
	}
	return d.band(p, s.from, s.to, s.conditioning[1][p.tables[1]][0], func(k int, v int32) { st.set(block, k, v<<s.low) })
}

// refine decodes a further bit of a band.
func (d *arithmetic) refine(s *scan, p *part, st *store, block int) bool {
	table := &d.odds[1][p.tables[1]]
	known := st.nonzero[block]
	last := mathbits.Len64(known&(2<<s.to-1)) - 1
	for k := s.from; k <= s.to; k++ {
		at := 3 * (k - 1)
		if k > last && d.yes(&table[at]) {
			return true
		}
		for {
			if known>>k&1 != 0 {
				if d.yes(&table[at+2]) {
					st.grow(block, k, 1<<s.low)
				}
				break
			}
			if d.yes(&table[at+1]) {
				st.set(block, k, (1-2*int32(d.decide(&d.even)))<<s.low)
				break
			}
			if k, at = k+1, at+3; k > s.to {
				return false
			}
		}
	}
	return true
}

// condition reads a DAC segment (B.2.4.3).
func (d *decoder) condition(body []byte) error {
	for ; len(body) >= 2; body = body[2:] {
		class, table, v := body[0]>>4, body[0]&15, body[1]
		switch {
		case class > 1 || table > 3 || class == 0 && v&15 > v>>4 || class == 1 && (v < 1 || v > 63):
			return errBroken
		case class == 0:
			d.conditioning[0][table] = [2]uint8{v & 15, v >> 4}
		default:
			d.conditioning[1][table][0] = v
		}
	}
	return nil
}
