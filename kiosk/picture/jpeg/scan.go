package jpeg

// scan is a pass over the blocks of one plane or more.
type scan struct {
	*decoder
	parts     []part
	from, to  int  // coefficients, in zigzag order
	refines   bool // it adds a bit to coefficients
	low       uint // the bit that it begins or adds
	bits      bits
	arith     *arithmetic // nil if Huffman-coded
	endOfBand int         // blocks left that have no more coefficients in the band
}

// part is a plane of a scan.
type part struct {
	plane  int
	dc, ac *huffman
	tables [2]uint8
	last   int32 // the latest block's mean
	change int32 // of the mean before it, which arithmetic coding depends on
}

// scan decodes a scan, whose header a segment holds, and the data behind it.
func (d *decoder) scan(header Segment) error {
	s, err := d.newScan(header)
	if err != nil {
		return err
	}
	across, down := d.unitsX, d.unitsY
	if len(s.parts) == 1 {
		p := d.Planes[s.parts[0].plane]
		across, down = p.blocksX, p.blocksY
	}
	mark, left := uint8(0), d.interval
	for y := range down {
		for x := range across {
			if d.interval > 0 && left == 0 {
				if !s.restart(mark) {
					return ErrIncomplete
				}
				mark, left = (mark+1)&7, d.interval
			}
			left--
			if !s.unit(x, y) || s.bits.spent() && s.arith == nil {
				return ErrIncomplete
			}
		}
		s.pass(y)
	}
	if d.scanned, d.resting = header.end, s.end(); s.arith != nil && s.arith.starved() {
		return ErrIncomplete
	}
	return nil
}

// newScan parses a scan header (T.81, B.2.3).
func (d *decoder) newScan(header Segment) (*scan, error) {
	h := header.Body
	if d.Frame == nil || len(h) < 1 || h[0] < 1 || h[0] > 4 || len(h) < 4+2*int(h[0]) {
		return nil, errBroken
	}
	s := &scan{decoder: d, to: 63, bits: bits{data: d.data, pos: header.end}}
	n := int(h[0])
	for i := range n {
		p, dc, ac := d.plane(h[1+2*i]), h[2+2*i]>>4, h[2+2*i]&15
		if p < 0 || dc > 3 || ac > 3 || s.has(p) {
			return nil, errBroken
		}
		s.parts = append(s.parts, part{plane: p, dc: &d.codes[0][dc], ac: &d.codes[1][ac], tables: [2]uint8{dc, ac}})
	}
	if h = h[1+2*n:]; d.Progressive {
		s.from, s.to, s.refines, s.low = int(h[0]), int(h[1]), h[2]>>4 != 0, uint(h[2]&15)
		if s.from > s.to || s.to > 63 || s.from == 0 && s.to > 0 || s.from > 0 && n > 1 || s.low > 13 {
			return nil, errBroken
		}
	}
	if d.Arithmetic {
		s.arith = newArithmetic(d.data, header.end)
	} else if !s.defined() {
		return nil, errBroken
	}
	return s, s.prepare()
}

func (s *scan) has(plane int) bool {
	for _, p := range s.parts {
		if p.plane == plane {
			return true
		}
	}
	return false
}

// defined reports whether the tables of codes exist that a scan needs.
func (s *scan) defined() bool {
	for _, p := range s.parts {
		if s.from == 0 && !s.refines && !p.dc.known || s.to > 0 && !p.ac.known {
			return false
		}
	}
	return true
}

// prepare makes what a scan's planes are decoded into, and notes what it decodes.
func (s *scan) prepare() error {
	for _, p := range s.parts {
		if !s.Progressive && s.reached[p.plane][0] != 0 {
			return errBroken // a plane of a sequential file is decoded once
		}
		for k := s.from; k <= s.to; k++ {
			s.reached[p.plane][k] = int8(s.low) + 1
		}
		switch c := s.Planes[p.plane]; {
		case s.Progressive && s.stores[p.plane] == nil:
			s.stores[p.plane] = newStore(c.stride*c.rows, s.size)
		case !s.Progressive && s.size > 0:
			s.bands[p.plane] = make([]uint8, c.stride*s.size*c.Down*s.size)
		}
	}
	return nil
}

// unit decodes the blocks of a unit: one of each plane if the scan has one, else as many as the sampling factors
// require.
func (s *scan) unit(x, y int) bool {
	if len(s.parts) == 1 {
		return s.block(&s.parts[0], x, y, 0)
	}
	for i := range s.parts {
		p := &s.parts[i]
		c := &s.Planes[p.plane]
		for v := range c.Down {
			for h := range c.Across {
				if !s.block(p, x*c.Across+h, y*c.Down+v, v) {
					return false
				}
			}
		}
	}
	return true
}

// block decodes a block, by its place in the plane, and in a sequential file computes its samples, in a row of its
// unit.
func (s *scan) block(p *part, x, y, row int) bool {
	c := &s.Planes[p.plane]
	if s.Progressive {
		return s.progress(p, s.stores[p.plane], y*c.stride+x)
	}
	var b block
	if !s.sequential(p, &b) {
		return false
	}
	if s.size > 0 {
		s.samples(&b, &s.quant[c.table], s.bands[p.plane][row*s.size*c.stride*s.size+x*s.size:], c.stride*s.size)
	}
	return true
}

// sequential decodes all coefficients of a block, in natural order (T.81, F.2.2).
func (s *scan) sequential(p *part, b *block) bool {
	if s.arith != nil {
		return s.arith.sequential(p, b, &s.conditioning)
	}
	n, ok := s.bits.symbol(p.dc)
	if !ok || n > 16 {
		return false
	}
	p.last += s.bits.extend(uint(n))
	b[0] = p.last
	for k := 1; k < 64; k++ {
		v, ok := s.bits.symbol(p.ac)
		run, n := int(v>>4), uint(v&15)
		switch {
		case !ok:
			return false
		case n != 0:
			if k += run; k > 63 {
				return false
			}
			b[natural[k]] = s.bits.extend(n)
		case run == 15:
			k += 15
		default:
			return true
		}
	}
	return true
}

// restart skips a restart marker, of the number mark, and what is remembered of the blocks before it.
func (s *scan) restart(mark uint8) bool {
	pos, data := s.end(), s.data
	for pos < len(data) && data[pos] == 0xff && pos+1 < len(data) && data[pos+1] == 0xff {
		pos++
	}
	for skipped := 0; skipped < 8 && pos+1 < len(data) && (data[pos] != 0xff || data[pos+1] == 0); skipped++ {
		pos++
	}
	if pos+1 >= len(data) || data[pos] != 0xff || data[pos+1] != markRST0+mark {
		return false
	}
	s.bits.restart(pos + 2)
	if s.arith != nil {
		s.arith = newArithmetic(data, pos+2)
	}
	for i := range s.parts {
		s.parts[i].last, s.parts[i].change = 0, 0
	}
	s.endOfBand = 0
	return true
}

// end returns the position behind the data that was used.
func (s *scan) end() int {
	if s.arith != nil {
		return s.arith.pos
	}
	return s.bits.end()
}

// pass passes on the rows of a sequential file's units.
func (s *scan) pass(y int) {
	if s.Progressive || s.size == 0 {
		return
	}
	for _, p := range s.parts {
		rows := s.size
		if len(s.parts) > 1 {
			rows *= s.Planes[p.plane].Down
		}
		s.emit(p.plane, y*rows, rows)
	}
}

// emit passes on the rows of a band of a plane, which begin at y, as far as they are in the picture.
func (d *decoder) emit(plane, y, rows int) {
	p := &d.Planes[plane]
	width, height, stride := Span(p.Width, d.size), Span(p.Height, d.size), p.stride*d.size
	for i := range min(rows, height-y) {
		d.row(plane, y+i, d.bands[plane][i*stride:][:width])
	}
}
