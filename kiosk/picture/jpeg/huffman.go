package jpeg

// quick is how many bits a code may have to be found at once.
const quick = 9

// huffman is a table of codes (T.81, C).
type huffman struct {
	known  bool
	short  [1 << quick]uint16 // by the next bits: symbol<<8 | length, 0 if the code is longer
	values [256]uint8
	limit  [18]int32 // by length: the first code that is longer, at 16 bits; the last is beyond all
	offset [17]int32 // by length: index of its first value, less its first code
}

// defineHuffman reads the tables of a DHT segment: first of direct, then of alternating current.
func defineHuffman(body []byte, tables *[2][4]huffman) error {
	for len(body) > 0 {
		if len(body) < 17 || body[0]>>4 > 1 || body[0]&15 > 3 {
			return errBroken
		}
		n := 0
		for _, c := range body[1:17] {
			n += int(c)
		}
		if n > 256 || len(body) < 17+n {
			return errBroken
		}
		if err := tables[body[0]>>4][body[0]&15].define(body[1:17], body[17:17+n]); err != nil {
			return err
		}
		body = body[17+n:]
	}
	return nil
}

// define builds a table from the number of codes of each length and the values in their order.
func (h *huffman) define(counts, values []byte) error {
	*h = huffman{known: true}
	copy(h.values[:], values)
	code, index := int32(0), int32(0)
	for length := 1; length <= 16; length++ {
		h.offset[length] = index - code
		n := int32(counts[length-1])
		if code+n > 1<<length {
			return errBroken
		}
		for range n {
			h.shortcut(code, length, values[index])
			code, index = code+1, index+1
		}
		h.limit[length] = code << (16 - length)
		code <<= 1
	}
	h.limit[17] = 1 << 17
	return nil
}

// shortcut enters a code with all bits that may follow it.
func (h *huffman) shortcut(code int32, length int, value uint8) {
	if length > quick {
		return
	}
	for i := range int32(1) << (quick - length) {
		h.short[code<<(quick-length)|i] = uint16(value)<<8 | uint16(length)
	}
}

// symbol reads the next symbol; ok is false for a code that the table doesn't have.
func (b *bits) symbol(h *huffman) (value uint8, ok bool) {
	if b.n < 16 {
		b.fill()
	}
	next := int32(b.word>>(b.n-16)) & 0xffff
	if s := h.short[next>>(16-quick)]; s != 0 {
		b.n -= uint(s & 0xff)
		return uint8(s >> 8), true
	}
	for length := quick + 1; length <= 16; length++ {
		if next < h.limit[length] {
			b.n -= uint(length)
			return h.values[uint8(next>>(16-length)+h.offset[length])], true
		}
	}
	return 0, false
}
