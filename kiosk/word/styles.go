package word

import (
	"strings"
)

// indent is where the lines of a paragraph begin: lengths in twentieths of a point, and in hundredths of a character,
// which go before; nil: not given.
type indent struct {
	left, first, hanging                *int
	leftChars, firstChars, hangingChars *int
}

func readIndent(n *node) (i indent) {
	if n == nil {
		return i
	}
	get := func(names ...string) *int {
		for _, name := range names {
			if v := n.attr(name); v != "" {
				i := atoi(v)
				return &i
			}
		}
		return nil
	}
	i.left, i.first, i.hanging = get("left", "start"), get("firstLine"), get("hanging")
	i.leftChars, i.firstChars, i.hangingChars = get("leftChars", "startChars"), get("firstLineChars"), get("hangingChars")
	return i
}

// over returns the indent with what is given in another laid over it.
func (i indent) over(o indent) indent {
	lay := func(a, b *int) *int {
		if b != nil {
			return b
		}
		return a
	}
	out := indent{lay(i.left, o.left), lay(i.first, o.first), lay(i.hanging, o.hanging), lay(i.leftChars, o.leftChars), lay(i.firstChars, o.firstChars), lay(i.hangingChars, o.hangingChars)}
	if o.first != nil || o.firstChars != nil { // a line that is moved in isn't moved out
		out.hanging, out.hangingChars = o.hanging, o.hangingChars
	}
	if o.hanging != nil || o.hangingChars != nil {
		out.first, out.firstChars = o.first, o.firstChars
	}
	return out
}

// halves returns where the first line begins, in halves of an em of a size in half points.
func (i indent) halves(size int) int {
	em := max(1, size) * 10
	part := func(chars, twips *int) int { // in hundredths of a character
		switch {
		case chars != nil && *chars != 0:
			return *chars
		case twips != nil:
			return *twips * 100 / em
		}
		return 0
	}
	n := part(i.leftChars, i.left) + part(i.firstChars, i.first) - part(i.hangingChars, i.hanging)
	return max(0, min((n+25)/50, maxIndent))
}

// maxIndent limits an indent, in halves of an em.
const maxIndent = 60

// format is what is read of the properties of a paragraph.
type format struct {
	align   string // center, right, …
	ind     indent
	heading bool // it names what follows
	list    string
	level   int
	leveled bool
	size    int // half points
	hidden  bool
	style   string
}

// styles are the paragraphs' and the characters' styles of a document.
type styles struct {
	byID    map[string]*node
	regular string // the style of paragraphs that name none
	size    int
	formats map[string]format // of the styles of paragraphs, by identifier
}

func newStyles(root *node) styles {
	s := styles{byID: make(map[string]*node), size: 21, formats: make(map[string]format)}
	if root == nil {
		return s
	}
	if v, ok := root.child("w:docDefaults", "w:rPrDefault", "w:rPr").val("w:sz"); ok {
		s.size = atoi(v)
	}
	for _, k := range root.kids {
		if k.name != "w:style" {
			continue
		}
		s.byID[k.attr("styleId")] = k
		if k.attr("type") == "paragraph" && (k.attr("default") == "1" || k.attr("default") == "true") {
			s.regular = k.attr("styleId")
		}
	}
	return s
}

// chain returns a style and those that it is based on, the last one first.
func (s styles) chain(id string) (all []*node) {
	for range 20 {
		n := s.byID[id]
		if n == nil {
			break
		}
		all = append([]*node{n}, all...)
		id, _ = n.val("w:basedOn")
	}
	return all
}

// format returns the format that a style gives a paragraph.
func (s styles) format(id string) format {
	if f, ok := s.formats[id]; ok {
		return f
	}
	f := format{size: s.size, style: id}
	for _, st := range s.chain(f.style) {
		f.lay(st.child("w:pPr"))
		f.lookOf(st.child("w:rPr"))
		if name, _ := st.val("w:name"); isHeading(name) {
			f.heading = true
		}
	}
	s.formats[id] = f
	return f
}

// paragraph returns the format of a paragraph with these properties, which may be nil.
func (s styles) paragraph(pPr *node, nums numbering) format {
	style := s.regular
	if v, ok := pPr.val("w:pStyle"); ok {
		style = v
	}
	f := s.format(style)
	styled := f.list
	direct := f
	direct.lay(pPr)
	if direct.list != "" && direct.list != "0" {
		if !direct.leveled {
			direct.level = nums.levelOfStyle(direct.list, f.style)
		}
		if l := nums.at(direct.list, direct.level); l != nil {
			if direct.list != styled { // the list was given to the paragraph itself
				f.ind = f.ind.over(l.ind)
			} else {
				f.ind = l.ind.over(f.ind)
			}
		}
	}
	f.lay(pPr)
	f.level = direct.level
	return f
}

// lay lays properties over a format.
func (f *format) lay(pPr *node) {
	if pPr == nil {
		return
	}
	if v, ok := pPr.val("w:jc"); ok {
		f.align = v
	}
	f.ind = f.ind.over(readIndent(pPr.child("w:ind")))
	if v, ok := pPr.val("w:outlineLvl"); ok {
		f.heading = atoi(v) < 9
	}
	if v, ok := pPr.child("w:numPr").val("w:numId"); ok {
		f.list = v
	}
	if v, ok := pPr.child("w:numPr").val("w:ilvl"); ok {
		f.level, f.leveled = atoi(v), true
	}
}

// lookOf lays the properties of a style's characters over a format.
func (f *format) lookOf(rPr *node) {
	if v, ok := rPr.val("w:sz"); ok {
		f.size = atoi(v)
	}
	if v, ok := rPr.val("w:vanish"); ok {
		f.hidden = v != "0" && v != "false"
	}
}

// isHeading reports whether a style of this name names what follows.
func isHeading(name string) bool {
	name = strings.ToLower(name)
	return name == "title" || strings.HasPrefix(name, "heading ") || strings.HasPrefix(name, "标题")
}
