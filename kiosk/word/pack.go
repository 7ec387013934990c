package word

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"
)

// Bounds of a package (ECMA-376 part 2): a document of three hundred pages has an eighth of maxPart. What a file states
// of its sizes isn't believed.
const (
	maxEntries = 4000
	maxPart    = 12 << 20  // bytes of a part of XML
	maxMedia   = 32 << 20  // of a picture, as picture.MaxBytes
	maxMarkup  = 32 << 20  // of all parts of XML that are read
	maxTotal   = 192 << 20 // of all parts
)

// pack is an opened .docx.
type pack struct {
	ctx    context.Context                // which ends all reading
	parts  map[string]*zip.File           // by name, in small letters
	read   int                            // bytes so far
	markup int                            // bytes of XML so far
	rels   map[string]map[string]relation // what parts refer to, once it is read
}

// open opens a package.
func open(ctx context.Context, data []byte) (*pack, *Fault) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, broken
	}
	if len(z.File) > maxEntries {
		return nil, bomb
	}
	p := &pack{ctx: ctx, parts: make(map[string]*zip.File), rels: make(map[string]map[string]relation)}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, encrypted
		}
		p.parts[key(f.Name)] = f
	}
	return p, nil
}

// key returns a part's name as parts has it: names differ neither by case nor by a slash at their beginning.
func key(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// has reports whether there is a part.
func (p *pack) has(name string) bool { return p.parts[key(name)] != nil }

// bytes returns a part's bytes, nil if there is none.
func (p *pack) bytes(name string, limit int) ([]byte, *Fault) {
	f := p.parts[key(name)]
	switch {
	case f == nil:
		return nil, nil
	case p.read > maxTotal:
		return nil, bomb
	}
	r, err := f.Open()
	if err != nil {
		return nil, broken
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	p.read += len(data)
	switch {
	case len(data) > limit || p.read > maxTotal:
		return nil, bomb
	case err != nil:
		return nil, broken
	}
	return data, nil
}

// tree parses a part; nil if there is none.
func (p *pack) tree(name string) (*node, *Fault) {
	data, fault := p.bytes(name, min(maxPart, maxMarkup-p.markup))
	p.markup += len(data)
	if fault != nil || data == nil {
		return nil, fault
	}
	root, err := parse(p.ctx, data)
	switch {
	case errors.Is(err, errDeclared):
		return nil, declared
	case errors.Is(err, errDeep):
		return nil, bomb
	case err != nil:
		return nil, broken
	}
	return root, nil
}

// relation is a part, or something outside the file, that another part refers to.
type relation struct {
	kind     string // the last word of its type: image, hyperlink, …
	target   string // a part's name, or an address
	external bool
}

// relations returns what a part refers to, by identifier. A part whose relations can't be read has none.
func (p *pack) relations(part string) map[string]relation {
	if all, ok := p.rels[part]; ok {
		return all
	}
	dir, base := path.Split(part)
	root, fault := p.tree(dir + "_rels/" + base + ".rels")
	all := make(map[string]relation)
	p.rels[part] = all
	if fault != nil || root == nil {
		return all
	}
	for _, n := range root.kids {
		r := relation{kind: path.Base(n.attr("Type")), target: n.attr("Target"), external: n.attr("TargetMode") == "External"}
		if !r.external {
			r.target = strings.ReplaceAll(r.target, `\`, "/")
			if !strings.HasPrefix(r.target, "/") {
				r.target = path.Join("/", dir, r.target)
			}
		}
		all[n.attr("Id")] = r
	}
	return all
}

// main returns the name of the document's part, "" if the package is none of Word's.
func (p *pack) main() string {
	for _, r := range p.relations("") {
		if r.kind == "officeDocument" && !r.external && p.has(r.target) {
			if base := path.Base(r.target); strings.HasPrefix(base, "workbook") || strings.HasPrefix(base, "presentation") {
				return ""
			}
			return strings.TrimPrefix(r.target, "/")
		}
	}
	if p.has("word/document.xml") {
		return "word/document.xml"
	}
	return ""
}

// notWord returns what a package without a document of Word's is.
func (p *pack) notWord() *Fault {
	switch {
	case p.has("xl/workbook.xml"):
		return &Fault{"document-sheet", "其实是表格", "文件名改回 .xlsx，再导入"}
	case p.has("ppt/presentation.xml"):
		return &Fault{"document-slides", "其实是演示文稿，不能直接导入", "选“输出为图片”，再用 kiosk new poster"}
	case p.has("content.xml") && p.has("mimetype"):
		return &Fault{"document-odt", "是 OpenDocument 文档（.odt），不能直接导入", saveAs}
	case p.has("[Content_Types].xml"):
		return broken
	}
	return &Fault{"document-archive", "其实是压缩包", "先解压，再导入里面的 .docx"}
}
