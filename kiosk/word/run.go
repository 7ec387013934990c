package word

import (
	"strings"

	"gongkai/kiosk/diag"
)

// run reads characters of one look.
func (r *reader) run(l *line, n *node) {
	rPr := n.child("w:rPr")
	look := r.look(rPr)
	if rPr.child("w:del") != nil { // the run's own revision mark
		r.counts["deleted"]++
		return
	}
	switch {
	case look.hidden:
		r.hidden(l, n.kids, look)
	case look.struck:
		r.struck(l, n.kids, look)
	default:
		r.inRun(l, n.kids, look)
	}
}

// look is how the characters of a run are shown.
type look struct {
	hidden, struck bool
	raised         string // superscript, subscript
	face           string
	size           int
}

// look returns the look of a run with these properties, which may be nil.
func (r *reader) look(rPr *node) look {
	if rPr == nil {
		return look{}
	}
	style, _ := rPr.val("w:rStyle")
	k, known := r.looks[style]
	if !known {
		for _, from := range r.styles.chain(style) {
			k.lay(from.child("w:rPr"))
		}
		r.looks[style] = k
	}
	k.lay(rPr)
	return k
}

// lay lays properties, which may be nil, over a look.
func (k *look) lay(p *node) {
	if p == nil {
		return
	}
	set := func(name string, to *bool) {
		if p.child(name) != nil {
			*to = p.on(name)
		}
	}
	set("w:vanish", &k.hidden)
	set("w:strike", &k.struck)
	if p.on("w:dstrike") {
		k.struck = true
	}
	if v, ok := p.val("w:vertAlign"); ok {
		k.raised = v
	}
	if f := p.child("w:rFonts"); f != nil {
		k.face = first(f.attr("ascii"), f.attr("hAnsi"), f.attr("eastAsia"), k.face)
	}
	if v, ok := p.val("w:sz"); ok {
		k.size = atoi(v)
	}
}

func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// hidden names what a hidden run has.
func (r *reader) hidden(l *line, kids []*node, k look) {
	const fix = "居民要看的，在 Word 里取消“隐藏”，再导入"
	unseen := &line{text: &strings.Builder{}, room: r.room}
	pictures := r.beside(r.rels, func() {
		for i, n := range kids {
			if isMark(n) {
				r.field(l, n)
			} else {
				r.inRun(unseen, kids[i:i+1], k)
			}
		}
	})
	for _, b := range unseen.below {
		unseen.text.WriteString("　" + b.lines())
	}
	r.leftOut(l, "隐藏的文字", unseen, fix)
	if pictures > 0 {
		r.note(r.place(), "picture-hidden", "隐藏的图片没有放进公告", fix)
	}
}

// struck reads a run with a line through its characters, which are named. Drawings and notes have none.
func (r *reader) struck(l *line, kids []*node, k look) {
	unseen := &line{text: &strings.Builder{}, room: r.room}
	r.eachStruck(l, unseen, kids, k)
	r.leftOut(l, "画了删除线的文字", unseen, "居民要看的，在 Word 里取消删除线，再导入")
}

func (r *reader) eachStruck(l, unseen *line, kids []*node, k look) {
	for i, n := range kids {
		switch n.name {
		case "mc:AlternateContent":
			r.eachStruck(l, unseen, choice(n), k)
		case "w:drawing", "w:pict", "w:object", "w:footnoteReference", "w:endnoteReference", "w:fldChar", "w:instrText":
			r.inRun(l, kids[i:i+1], k)
		default:
			r.inRun(unseen, kids[i:i+1], k)
		}
	}
}

// isMark reports whether an element belongs to a complex field, whatever its look.
func isMark(n *node) bool { return n.name == "w:fldChar" || n.name == "w:instrText" }

// leftOut names text that isn't in the notice, unless it is a field's instruction.
func (r *reader) leftOut(l *line, what string, unseen *line, fix string) {
	if text := strings.TrimSpace(unseen.text.String()); text != "" && !l.silent() {
		r.note(r.place(), "text-left-out", what+"“"+cut(text)+"”没有放进公告", fix)
	}
}

// inRun reads what stands in a run.
func (r *reader) inRun(l *line, kids []*node, k look) {
	for _, n := range kids {
		switch n.name {
		case "w:t":
			l.write(r.shown(n.text, k), k.size)
		case "w:tab", "w:ptab":
			l.write("\t", 0)
		case "w:br", "w:cr":
			l.write("\n", 0)
		case "w:noBreakHyphen":
			l.write("-", 0)
		case "w:sym":
			l.write(r.sym(n), k.size)
		case "w:fldChar", "w:instrText":
			r.field(l, n)
		case "w:footnoteReference":
			l.write(r.footnote("footnote", n), 0)
		case "w:endnoteReference":
			l.write(r.footnote("endnote", n), 0)
		case "w:ruby":
			r.ruby(l, n)
		case "mc:AlternateContent":
			r.inRun(l, choice(n), k)
		case "w:drawing", "w:pict":
			l.framed = true
			r.drawing(l, n)
		case "w:object":
			l.framed = true
			r.object(l, n)
		}
	}
}

// shown returns a text as its look has it: symbols in Unicode, small digits as characters of their own, and none of what
// can't be seen.
func (r *reader) shown(text string, k look) string {
	text, ok := symbolised(text, k.face)
	if !ok {
		r.lost(r.place(), "symbols-lost", "有符号字体里的字，换不成普通的字符", "对照原文，在公告里改成能看懂的字")
	}
	switch {
	case strings.Trim(text, "0123456789") != "" || text == "":
	case k.raised == "superscript":
		text = raised.Replace(text)
	case k.raised == "subscript":
		text = lowered.Replace(text)
	}
	return plain(text)
}

// plain returns a text without soft hyphens, and without characters that TOML doesn't hold.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || r == '\ufeff' || r == '\u200b' || r == '\u2060':
			return -1
		case r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			return '\n'
		case r < 0x20 && r != '\t' && r != '\n' || r >= 0x7f && r < 0xa0:
			return -1
		case r == '\u2011':
			return '-'
		}
		return r
	}, text)
}

// sym returns a character of a face of symbols.
func (r *reader) sym(n *node) string {
	code, face := rune(hex(n.attr("char"))), n.attr("font")
	if code == 0 {
		return ""
	}
	if faceSymbols(face) != nil && code < 0x100 {
		code += 0xf000
	}
	out, ok := symbolised(string(code), face)
	if ok && (code < 0xf000 || code > 0xf0ff || faceSymbols(face) != nil) {
		return plain(out)
	}
	r.lost(r.place(), "symbol-lost", "字体 "+cut(face)+" 的符号（"+n.attr("char")+"）换不成普通的字符，公告里是 □", "对照原文，改成能看懂的字")
	return "□"
}

func hex(text string) (n int) {
	for _, c := range strings.ToLower(text) {
		i := strings.IndexRune("0123456789abcdef", c)
		if i < 0 || n > 0xffff {
			return 0
		}
		n = n<<4 + i
	}
	return n
}

// field takes a mark or a piece of the instruction of a complex field.
func (r *reader) field(l *line, n *node) {
	last := len(l.fields) - 1
	if n.name == "w:instrText" {
		if last >= 0 && !l.fields[last].result {
			l.fields[last].code.WriteString(n.text)
		}
		return
	}
	switch n.attr("fldCharType") {
	case "begin":
		l.write(checkBox(n), 0)
		l.fields, l.quiet = append(l.fields, field{}), l.quiet+1
	case "separate":
		if last >= 0 {
			if !l.fields[last].result {
				l.quiet--
			}
			l.fields[last].result, l.fields[last].from = true, l.text.Len()
		}
	case "end":
		if last < 0 {
			return
		}
		code, from := l.fields[last].code.String(), l.fields[last].from
		if !l.fields[last].result {
			l.quiet--
		}
		l.fields = l.fields[:last]
		r.moving(code)
		if rest, ok := strings.CutPrefix(strings.TrimSpace(code), "HYPERLINK"); ok && !strings.Contains(rest, `\l`) {
			_, address, _ := strings.Cut(rest, `"`)
			address, _, _ = strings.Cut(address, `"`)
			r.link(l.text.String()[from:], address)
		}
	}
}

// checkBox returns the box of a form's field, "" if it has none.
func checkBox(begin *node) string {
	box := begin.child("w:ffData", "w:checkBox")
	switch {
	case box == nil:
		return ""
	case box.child("w:checked") != nil && box.on("w:checked") || box.child("w:checked") == nil && box.on("w:default"):
		return "☑"
	}
	return "□"
}

// ruby reads a text with its reading above.
func (r *reader) ruby(l *line, n *node) {
	from := l.text.Len()
	r.inline(l, n.child("w:rubyBase").all())
	base := l.text.String()[from:]
	var above strings.Builder
	for _, t := range n.child("w:rt").orEmpty().within("w:t") {
		above.WriteString(t.text)
	}
	r.note(r.place(), "phonetic-left-out", "“"+cut(base)+"”上面的注音“"+cut(above.String())+"”没有放进公告", "要紧的写在括号里")
}

// cut returns the beginning of a text for a message.
func cut(text string) string {
	return diag.Excerpt(strings.Join(strings.Fields(beginning(text)), " "), 30)
}

// beginning returns what of a text is looked at for a message, which isn't the whole of a text that may be long.
func beginning(text string) string {
	const most = 2000
	return strings.ToValidUTF8(text[:min(len(text), most)], "")
}
