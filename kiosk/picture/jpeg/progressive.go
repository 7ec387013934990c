package jpeg

// store holds the coefficients of a plane of a progressive file: of each block the lowest size x size frequencies, and
// of all whether they are zero, on which the meaning of later bits depends.
type store struct {
	size    int
	values  []int16
	nonzero []uint64 // in zigzag order
	slots   [64]int8 // a coefficient's place among the values kept of a block, -1 if it isn't
}

func newStore(blocks, size int) *store {
	s := &store{size: size, values: make([]int16, blocks*size*size), nonzero: make([]uint64, blocks)}
	for k, at := range natural {
		s.slots[k] = -1
		if x, y := int(at%8), int(at/8); x < size && y < size {
			s.slots[k] = int8(y*size + x)
		}
	}
	return s
}

// set sets a coefficient that was zero.
func (s *store) set(block, k int, v int32) {
	s.nonzero[block] |= 1 << k
	if at := s.slots[k]; at >= 0 {
		s.values[block*s.size*s.size+int(at)] = int16(v)
	}
}

// grow adds a bit to a coefficient, away from zero.
func (s *store) grow(block, k int, bit int32) {
	if at := s.slots[k]; at >= 0 {
		v := &s.values[block*s.size*s.size+int(at)]
		if *v >= 0 {
			*v += int16(bit)
		} else {
			*v -= int16(bit)
		}
	}
}

// progress decodes what a scan adds to a block (T.81, G.1.2).
func (s *scan) progress(p *part, st *store, block int) bool {
	if s.arith != nil {
		return s.arith.progress(s, p, st, block)
	}
	switch {
	case s.from == 0 && s.refines:
		if s.bits.take(1) != 0 {
			st.mean(block, 1<<s.low, true)
		}
		return true
	case s.from == 0:
		n, ok := s.bits.symbol(p.dc)
		if !ok || n > 16 {
			return false
		}
		p.last += s.bits.extend(uint(n))
		st.mean(block, p.last<<s.low, false)
		return true
	case s.refines:
		return s.refine(p, st, block)
	}
	return s.begin(p, st, block)
}

// mean sets a block's mean, or adds a bit to it in two's complement.
func (s *store) mean(block int, v int32, refines bool) {
	if s.size == 0 {
		return
	}
	at := &s.values[block*s.size*s.size]
	if refines {
		*at |= int16(v)
	} else {
		*at = int16(v)
	}
}

// begin decodes the first bits of a band.
func (s *scan) begin(p *part, st *store, block int) bool {
	if s.endOfBand > 0 {
		s.endOfBand--
		return true
	}
	for k := s.from; k <= s.to; k++ {
		v, ok := s.bits.symbol(p.ac)
		run, n := int(v>>4), uint(v&15)
		switch {
		case !ok:
			return false
		case n != 0:
			if k += run; k > s.to {
				return false
			}
			st.set(block, k, s.bits.extend(n)<<s.low)
		case run == 15:
			k += 15
		default:
			s.endOfBand = 1<<run + int(s.bits.take(uint(run))) - 1
			return true
		}
	}
	return true
}

// refine decodes a further bit of a band: of each coefficient that isn't zero one, and new ones between them.
func (s *scan) refine(p *part, st *store, block int) bool {
	k := s.from
	for ; s.endOfBand == 0 && k <= s.to; k++ {
		v, ok := s.bits.symbol(p.ac)
		run, n := int(v>>4), v&15
		if !ok || n > 1 {
			return false
		}
		if n == 0 && run < 15 {
			s.endOfBand = 1<<run + int(s.bits.take(uint(run)))
			break
		}
		fresh := int32(0)
		if n == 1 {
			fresh = s.bits.take(1)<<1 - 1
		}
		if k = s.correct(st, block, k, run); k > s.to {
			return false
		}
		if fresh != 0 {
			st.set(block, k, fresh<<s.low)
		}
	}
	if s.endOfBand > 0 {
		s.endOfBand--
		s.correct(st, block, k, 64)
	}
	return true
}

// correct decodes the bits of coefficients that aren't zero, up to the zero behind a run of others; it returns that
// one's number.
func (s *scan) correct(st *store, block, k, run int) int {
	known := st.nonzero[block]
	for ; k <= s.to; k++ {
		if known>>k&1 == 0 {
			if run == 0 {
				break
			}
			run--
			continue
		}
		if s.bits.take(1) != 0 {
			st.grow(block, k, 1<<s.low)
		}
	}
	return k
}

// reconstruct computes the samples of a progressive file.
func (d *decoder) reconstruct() {
	for i := range d.Planes {
		p, st := &d.Planes[i], d.stores[i]
		stride := p.stride * d.size
		d.bands[i] = make([]uint8, stride*d.size)
		for y := range p.blocksY {
			for x := range p.blocksX {
				var b block
				st.load(y*p.stride+x, &b)
				d.samples(&b, &d.quant[p.table], d.bands[i][x*d.size:], stride)
			}
			d.emit(i, y*d.size, d.size)
		}
		d.stores[i] = nil
	}
}

// load puts the coefficients kept of a block in their places.
func (s *store) load(block int, out *block) {
	for y := range s.size {
		for x, v := range s.values[(block*s.size+y)*s.size:][:s.size] {
			out[8*y+x] = int32(v)
		}
	}
}
