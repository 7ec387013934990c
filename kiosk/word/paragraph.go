package word

import (
	"strings"
)

// line is a paragraph that is being read.
type line struct {
	format
	label  string
	text   *strings.Builder
	room   *room
	size   int     // of its first characters, half points
	below  []block // text boxes that are anchored in it
	joins  bool    // the next paragraph goes on with it
	fields []field
	quiet  int  // fields whose result hasn't begun
	empty  bool // it shows its number though it has no text, as a cell does
	framed bool // it holds a drawing: without text it is no empty line
}

// paragraph reads a paragraph; before is the one that it goes on with, or nil.
func (r *reader) paragraph(p *node, before *line) *line {
	r.nth++
	pPr := p.child("w:pPr")
	l := &line{format: r.styles.paragraph(pPr, r.nums), text: &strings.Builder{}, room: r.room}
	if before != nil {
		l.text, l.label, l.size, l.below = before.text, before.label, before.size, before.below
	}
	r.inline(l, p.kids)
	l.fields, l.quiet = nil, 0 // instructions end with their paragraph
	mark := pPr.child("w:rPr")
	l.joins = mark.child("w:del") != nil || mark.child("w:moveFrom") != nil
	if drop, ok := pPr.child("w:framePr").drop(); ok && drop != "none" {
		l.joins = true
	}
	if l.list != "" && l.list != "0" && !l.joins && l.label == "" {
		l.label = r.nums.next(l.list, l.level)
		r.room.take(len(l.label))
	}
	return l
}

// drop returns how a frame holds the first letter of the next paragraph.
func (n *node) drop() (v string, ok bool) {
	if n == nil {
		return "", false
	}
	v = n.attr("dropCap")
	return v, v != ""
}

// blocks returns a paragraph as blocks: itself, and the text boxes that hang on it.
func (l *line) blocks() []block {
	text := strings.TrimRight(l.text.String(), " \t\n")
	if (l.hidden || l.framed) && strings.TrimSpace(text) == "" {
		return l.below
	}
	b := block{heading: l.heading}
	switch l.align {
	case "center":
		b.align = "center"
	case "right", "end":
		b.align = "right"
	}
	if strings.TrimSpace(text) != "" {
		b.text = l.label + text
		if l.size == 0 {
			l.size = l.format.size
		}
		b.indent = l.ind.halves(l.size)
	} else if l.empty {
		b.text = strings.TrimSpace(l.label)
	}
	return append([]block{b}, l.below...)
}

// field is a complex field that is being read (ECMA-376 part 1, 17.16.18).
type field struct {
	code   strings.Builder
	result bool // its result has begun
	from   int  // where that begins in the line
}

// silent reports whether what is read belongs to a field's instruction.
func (l *line) silent() bool { return l.quiet > 0 }

// write adds text, of a size in half points where that is known.
func (l *line) write(text string, size int) {
	if l.silent() || text == "" || !l.room.take(len(text)) {
		return
	}
	if l.size == 0 {
		l.size = size
	}
	l.text.WriteString(text)
}

// inline reads what stands in a paragraph.
func (r *reader) inline(l *line, kids []*node) {
	for _, k := range kids {
		if r.room.over() {
			return
		}
		switch k.name {
		case "w:r":
			r.run(l, k)
		case "w:hyperlink":
			from := l.text.Len()
			r.inline(l, k.kids)
			if rel := r.rels[k.attr("r:id")]; rel.external {
				r.link(l.text.String()[from:], rel.target)
			}
		case "w:ins", "w:moveTo":
			r.counts["inserted"]++
			r.inline(l, k.kids)
		case "w:del", "w:moveFrom":
			r.counts["deleted"]++
		case "w:sdt":
			r.inline(l, k.child("w:sdtContent").all())
		case "w:smartTag", "w:customXml", "w:dir", "w:bdo":
			r.inline(l, k.kids)
		case "w:fldSimple":
			r.inline(l, k.kids)
			r.moving(k.attr("instr"))
		case "mc:AlternateContent":
			r.inline(l, choice(k))
		case "m:oMath", "m:oMathPara":
			r.note(r.place(), "formula-rewritten", "公式改写成了一行文字", "对照原文核对；不一样就截图存成图片")
			l.write(formula(k), 0)
		case "w:subDoc":
			r.lost(r.place(), "embedded-document", "嵌入的另一份文档没有放进公告", "用 Word 打开，另存为 .docx，再导入")
		}
	}
}

// link names an address that the text doesn't have.
func (r *reader) link(text, address string) {
	text = strings.TrimSpace(beginning(text))
	bare := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://"), "/")
	if address == "" || strings.HasPrefix(address, "#") || strings.Contains(text, strings.TrimPrefix(bare, "mailto:")) {
		return
	}
	r.lost(r.place(), "link-left-out", "链接“"+cut(text)+"”的网址没有放进公告："+cut(address), "要居民能打开，就把网址写进正文；事项里可以写 link，屏幕上是二维码")
}

// moving notes a field whose value follows the calendar.
func (r *reader) moving(code string) {
	name, _, _ := strings.Cut(strings.TrimSpace(code), " ")
	switch strings.ToUpper(name) {
	case "DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE":
		r.note(r.place(), "date-field", "这里的日期在 Word 里会自动变，公告里是文件保存时的那个", "核对日期")
	}
}

// formula writes a formula in a line.
func formula(n *node) string {
	var b strings.Builder
	for _, k := range n.kids {
		switch k.name {
		case "m:t":
			b.WriteString(k.text)
		case "m:f":
			b.WriteString(grouped(formula(k.child("m:num").orEmpty())) + "/" + grouped(formula(k.child("m:den").orEmpty())))
		case "m:sSup":
			b.WriteString(formula(k.child("m:e").orEmpty()) + power(formula(k.child("m:sup").orEmpty())))
		case "m:rad":
			b.WriteString("√" + grouped(formula(k.child("m:e").orEmpty())))
		case "m:d":
			b.WriteString("(" + formula(k) + ")")
		default:
			b.WriteString(formula(k))
		}
	}
	return b.String()
}

// orEmpty returns the node, or one without anything for nil.
func (n *node) orEmpty() *node {
	if n == nil {
		return &node{}
	}
	return n
}

// grouped returns a part of a formula in brackets, if it has more than one sign.
func grouped(text string) string {
	if strings.ContainsAny(text, "+-−×÷*/ ") {
		return "(" + text + ")"
	}
	return text
}

// power writes an exponent.
func power(text string) string {
	if strings.Trim(text, "0123456789") == "" {
		return raised.Replace(text)
	}
	return "^" + grouped(text)
}
