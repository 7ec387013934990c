package typeset

// Prohibition is which marks may not begin or end a line (行首行尾禁则): one of
// the three sets that CLREQ's section on line start and line end describes.
type Prohibition uint8

// The sets, each with what distinguishes it. All keep 点号, 结束引号, 结束括号,
// 结束书名号, 连接号 and 间隔号 from a line's start, opening ones from its end.
const (
	GB         Prohibition = iota // GB/T 15834: 分隔号 neither begins nor ends a line
	Basic                         // 分隔号 may do both
	StrictMark                    // GB, and neither —— nor …… begins a line, on any level of LineBreak
)

// tailor changes UAX #14's answer between two cells where Chinese differs.
func (p Prohibition) tailor(a, b *cell) {
	switch {
	case a.class == han && b.class == han, a.class == empty, b.class == empty, a.class == space:
	case p.notFirst(b.class), p.notLast(a.class), a.class == dash && b.class == dash:
		b.before = never
	case b.class == opening && a.class.square(), a.class == closing && b.class.square():
		// a quotation mark is an opening or a closing one here, where UAX #14
		// keeps it with the Latin letters that it encloses (LB19a)
		b.before = free
	}
}

// notFirst holds for what must not begin a line: GB/T 15834 5.1.1–5.1.3,
// 5.1.5–5.1.7, 5.1.9. An ellipsis stays behind its sentence by UAX #14 (LB22).
func (p Prohibition) notFirst(c class) bool {
	switch c {
	case slash:
		return p != Basic
	case dash:
		return p == StrictMark
	}
	return c.trailing() || c == middle || c == connector || c == ellipsis
}

// notLast holds for what must not end a line: GB/T 15834 5.1.3, 5.1.9.
func (p Prohibition) notLast(c class) bool { return c == opening || c == slash && p != Basic }
