package word

import (
	"context"
	"fmt"
	"strings"

	"gongkai/kiosk/diag"
)

// block is a paragraph or a table of a document.
type block struct {
	text    string // "\n" between lines of one paragraph, its number at the beginning
	indent  int    // halves of an em
	align   string // center or right; "" for all others
	heading bool
	table   *table
}

// blank reports whether a block has nothing to read.
func (b block) blank() bool { return b.table == nil && strings.TrimSpace(b.text) == "" }

// document is what is read of a file before it is a notice.
type document struct {
	blocks   []block
	notes    []string // footnotes and endnotes, with their marks
	pictures []Picture
	grids    []Grid
	unread   string // what stands in the place of a day that isn't known, and isn't one
	problems problems
}

// Picture is an image of a document, as it lies in the file, and how the document shows it.
type Picture struct {
	Data  []byte
	Crop  [4]float64 // shares of its sides that are cut off: left, top, right, bottom
	Turns int        // quarter turns to the right
}

// problems are what a notice has no place for, and what was left out.
type problems struct {
	file string
	list []diag.Problem
	seen map[string]bool
}

// lost adds something that a resident may miss.
func (p *problems) lost(place, code, message, fix string) {
	p.add(diag.Warning, place, code, message, fix)
}

// note adds something that was left out or changed as the document itself would have it.
func (p *problems) note(place, code, message, fix string) {
	p.add(diag.Hint, place, code, message, fix)
}

// maxProblems limits how many problems are listed.
const maxProblems = 60

func (p *problems) add(severity diag.Severity, place, code, message, fix string) {
	file := p.file
	if place != "" {
		file += "：" + place
	}
	if p.seen == nil {
		p.seen = make(map[string]bool)
	}
	if id := file + message; p.seen[id] || len(p.list) >= maxProblems {
		return
	} else {
		p.seen[id] = true
	}
	if len(p.list) == maxProblems-1 {
		code, message, fix = "more-problems", "后面还有，没有列出", "对照原文核对"
	}
	p.list = append(p.list, diag.Problem{File: file, Severity: severity, Code: code, Message: message, Fix: fix})
}

// reader reads a document's body.
type reader struct {
	*document
	room    *room
	pack    *pack
	part    string // the part that is read
	rels    map[string]relation
	styles  styles
	nums    numbering
	nth     int // paragraphs so far
	counts  map[string]int
	notesOf map[string]*node // footnotes and endnotes, by kind and identifier
	drawn   map[string]bool  // pictures that the notice has
	looks   map[string]look  // of the styles of characters, by identifier
	unseen  *int             // the pictures of what is read beside the notice; nil: a part of the notice is read
}

// room is how much text a document may still yield.
type room struct {
	ctx  context.Context // which ends all reading
	left int             // bytes
}

// maxText bounds the text that a document yields, in bytes: numbers of lists, and cells within cells, are text that no part
// has as it is written.
const maxText = maxPart

// take reports whether there is room for n bytes, which are used up.
func (m *room) take(n int) bool {
	m.left -= n
	return m.left >= 0
}

// over reports whether no more is to be read.
func (m *room) over() bool { return m.left < 0 || m.ctx.Err() != nil }

// readDocument reads a .docx.
func readDocument(ctx context.Context, name string, data []byte) (*document, *Fault) {
	p, fault := open(ctx, data)
	if fault != nil {
		return nil, fault
	}
	part := p.main()
	if part == "" {
		return nil, p.notWord()
	}
	root, fault := p.tree(part)
	if fault != nil {
		return nil, fault
	}
	body := root.child("w:body")
	if body == nil {
		if root.name == "w:document" || strings.HasSuffix(root.name, ":document") {
			return nil, broken
		}
		return nil, &Fault{"document-no-body", "里面不是 Word 的正文", saveAs}
	}
	r := &reader{
		document: &document{problems: problems{file: name}}, room: &room{ctx, maxText}, pack: p, part: part, rels: p.relations(part),
		counts: make(map[string]int), notesOf: make(map[string]*node), drawn: make(map[string]bool), looks: make(map[string]look),
	}
	if fault := r.prepare(); fault != nil {
		return nil, fault
	}
	r.add(r.flow(body.kids)...)
	r.rest()
	if r.room.over() {
		return nil, bomb
	}
	return r.document, nil
}

// related returns the root of a part that the document refers to, by its kind; nil if there is none.
func (r *reader) related(kind string) (*node, *Fault) {
	if part := r.partOf(kind); part != "" {
		return r.pack.tree(part)
	}
	return nil, nil
}

// partOf returns the name of a part that the document refers to, by its kind; "" if there is none.
func (r *reader) partOf(kind string) (part string) {
	for _, rel := range r.pack.relations(r.part) {
		if rel.kind == kind && !rel.external && (part == "" || rel.target < part) {
			part = rel.target
		}
	}
	return part
}

// prepare reads the parts that the body is read with.
func (r *reader) prepare() *Fault {
	styles, fault := r.related("styles")
	if fault != nil {
		return fault
	}
	nums, fault := r.related("numbering")
	if fault != nil {
		return fault
	}
	r.styles, r.nums = newStyles(styles), newNumbering(nums)
	for _, kind := range []string{"footnote", "endnote"} {
		root, fault := r.related(kind + "s")
		if fault != nil {
			return fault
		}
		if root == nil {
			continue
		}
		for _, k := range root.kids {
			if t := k.attr("type"); t == "" || t == "normal" {
				r.notesOf[kind+k.attr("id")] = k
			}
		}
	}
	return nil
}

// add adds blocks; of several blank ones running it keeps one.
func (d *document) add(blocks ...block) {
	for _, b := range blocks {
		if n := len(d.blocks); b.blank() && (n == 0 || d.blocks[n-1].blank()) {
			continue
		}
		d.blocks = append(d.blocks, b)
	}
}

// place names the paragraph that is read.
func (r *reader) place() string { return fmt.Sprintf("第 %d 段", r.nth) }

// flow reads paragraphs and tables.
func (r *reader) flow(kids []*node) (blocks []block) {
	var open *line // a paragraph whose end was deleted, or whose first letter stands apart
	for _, k := range kids {
		if r.room.over() {
			break
		}
		switch k.name {
		case "w:p":
			p := r.paragraph(k, open)
			if open = nil; p.joins {
				open = p
				continue
			}
			blocks = append(blocks, p.blocks()...)
		case "w:tbl":
			blocks = append(blocks, r.table(k)...)
		case "w:sdt":
			blocks = append(blocks, r.flow(k.child("w:sdtContent").all())...)
		case "w:customXml", "w:ins", "w:moveTo":
			blocks = append(blocks, r.flow(k.kids)...)
		case "mc:AlternateContent":
			blocks = append(blocks, r.flow(choice(k))...)
		case "w:altChunk":
			r.lost("", "embedded-document", "嵌入的另一份文档没有放进公告", "用 Word 打开，另存为 .docx，再导入")
		}
	}
	if open != nil {
		blocks = append(blocks, open.blocks()...)
	}
	return blocks
}

// lost and note are the problems' own.
func (r *reader) lost(place, code, message, fix string) { r.problems.lost(place, code, message, fix) }
func (r *reader) note(place, code, message, fix string) { r.problems.note(place, code, message, fix) }

// all returns a node's children; nil has none.
func (n *node) all() []*node {
	if n == nil {
		return nil
	}
	return n.kids
}

// choice returns the children of the alternative that is read: the first one, which newer programs write, else the fallback.
func choice(n *node) []*node {
	if c := n.child("mc:Choice"); c != nil {
		return c.kids
	}
	return n.child("mc:Fallback").all()
}
