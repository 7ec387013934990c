package word

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// footnote returns the mark of a footnote in the text, and keeps the note for the body's end.
func (r *reader) footnote(kind string, ref *node) string {
	n := r.notesOf[kind+ref.attr("id")]
	switch {
	case n == nil:
		return ""
	case r.unseen != nil:
		return r.plainText(n)
	}
	delete(r.notesOf, kind+ref.attr("id"))
	mark := "［" + strconv.Itoa(len(r.notes)+1) + "］"
	r.notes = append(r.notes, mark)
	i, rels := len(r.notes)-1, r.rels
	r.rels = r.pack.relations(r.partOf(kind + "s"))
	text := r.plainText(n)
	r.rels = rels
	r.notes[i] = mark + text
	return mark
}

// plainText returns the paragraphs of an element in one line.
func (r *reader) plainText(n *node) string {
	nth := r.nth
	var all []string
	for _, b := range r.flow(n.kids) {
		if t := strings.Join(strings.Fields(b.lines()), " "); t != "" {
			all = append(all, t)
		}
	}
	r.nth = nth
	return strings.Join(all, "　")
}

// beside reads what isn't a part of the notice, and returns how many pictures it has.
func (r *reader) beside(rels map[string]relation, read func()) (pictures int) {
	outer, grids := *r, r.grids
	r.rels, r.unseen, r.counts = rels, &pictures, make(map[string]int)
	read()
	r.rels, r.unseen, r.counts, r.grids = outer.rels, outer.unseen, outer.counts, grids
	return pictures
}

// rest names what a document has beside its body.
func (r *reader) rest() {
	r.revisions()
	r.comments()
	r.margins()
	if r.counts["boxes"] > 0 {
		r.note("", "text-boxes", fmt.Sprintf("有 %d 个文本框，里面的文字排在它旁边那一段的后面", r.counts["boxes"]), "核对顺序")
	}
	if r.counts["merged"] > 0 {
		r.note("", "grid-merged", "表格里有合并的单元格，文字放在合并前的第一格，其余的空着", "需要每行都有的，自己补上")
	}
	if len(r.notes) > 0 {
		r.note("", "footnotes-at-end", "脚注写在正文最后，文中有［1］这样的标记", "核对一下")
	}
	if slices.ContainsFunc(mapsKeys(r.pack), func(name string) bool { return path.Base(name) == "vbaproject.bin" }) {
		r.note("", "macro", "文件里有宏，没有运行，也没有带过来", "不用改")
	}
}

func mapsKeys(p *pack) (names []string) {
	for name := range p.parts {
		names = append(names, name)
	}
	return names
}

// revisions notes what tracked changes did to the text.
func (r *reader) revisions() {
	in, out := r.counts["inserted"], r.counts["deleted"]
	if in+out > 0 {
		r.note("", "revisions", fmt.Sprintf("文件里有修订：插入的 %d 处放进了公告，删去的 %d 处没有", in, out), "先在 Word 里“接受所有修订”，再导入最稳妥")
	}
}

// comments names what reviewers wrote beside the text.
func (r *reader) comments() {
	root, fault := r.related("comments")
	if fault != nil || root == nil {
		return
	}
	for _, k := range root.kids {
		who := ""
		if a := k.attr("author"); a != "" {
			who = "（" + cut(a) + "）"
		}
		text := ""
		pictures := r.beside(r.pack.relations(r.partOf("comments")), func() { text = r.plainText(k) })
		if text != "" {
			r.note("批注"+who, "comment-left-out", "“"+cut(text)+"”没有放进公告", "要居民看的，写进正文")
		}
		if pictures > 0 {
			r.note("批注"+who, "picture-beside", "里面的图片没有放进公告", "要居民看的，在 Word 里移到正文，再导入")
		}
	}
}

// margins names the texts of headers and footers, which pages of paper have.
func (r *reader) margins() {
	var ids []string
	for id, rel := range r.rels {
		if (rel.kind == "header" || rel.kind == "footer") && !rel.external {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int { return strings.Compare(r.rels[a].target, r.rels[b].target) })
	ids = slices.CompactFunc(ids, func(a, b string) bool { return r.rels[a].target == r.rels[b].target })
	for _, id := range ids {
		rel := r.rels[id]
		root, fault := r.pack.tree(rel.target)
		if fault != nil || root == nil {
			continue
		}
		name := "页眉"
		if rel.kind == "footer" {
			name = "页脚"
		}
		text := ""
		pictures := r.beside(r.pack.relations(rel.target), func() { text = r.plainText(root) })
		if bare := strings.Trim(text, "0123456789-—–第页共 　/"); bare != "" {
			r.lost(name, "margin-left-out", "“"+cut(text)+"”没有放进公告", "居民要看的，写进公告的正文")
		}
		if pictures > 0 {
			r.note(name, "picture-beside", "里面的图片没有放进公告", "要居民看的，在 Word 里移到正文，再导入")
		}
	}
}
