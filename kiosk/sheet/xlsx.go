package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"gongkai/kiosk/diag"
)

// A workbook (ECMA-376, SpreadsheetML) is a zip file of XML parts: one lists the sheets, one holds the texts that cells
// share, one the formats of numbers. Elements are known by their local names, since the strict form and the usual one
// differ in their name spaces only. Macros, links and pictures are passed over: nothing is fetched or run.

// workbook reads an .xlsx file.
func (r *reader) workbook(data []byte) (Book, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Book{}, fault{"sheet-incomplete", "表格文件不完整，或者坏了", "重新拷贝一份；还是不行，就用 WPS 或 Excel 打开，另存为 .xlsx"}
	}
	if len(z.File) > maxLinks {
		return Book{}, errLarge
	}
	w := &workbook{reader: r, parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		w.parts[strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(f.Name, `\`, "/")), "/"))] = f
	}
	return w.book()
}

// workbook is an .xlsx file while it is read.
type workbook struct {
	*reader
	parts    map[string]*zip.File // by lower-case path
	strings  []shared
	formats  []format // by the number of a cell's style
	from1904 bool     // days are counted from 1904
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	name, id string
	hidden   bool
}

// link is a relationship: where another part stands.
type link struct{ kind, target string }

// book reads the parts of a workbook.
func (w *workbook) book() (Book, error) {
	root := ""
	for _, l := range w.links("_rels/.rels", "") {
		if path.Base(l.kind) == "officeDocument" {
			root = l.target
		}
	}
	if w.parts[root] == nil {
		return Book{}, w.otherKind()
	}
	if strings.HasSuffix(root, ".bin") {
		return Book{}, fault{"sheet-binary", "这是二进制的表格（.xlsb）", saveAs}
	}
	entries, err := w.entries(root)
	if err != nil {
		return Book{}, err
	}
	dir, base := path.Split(root)
	links := w.links(dir+"_rels/"+base+".rels", dir)
	for _, l := range links {
		switch path.Base(l.kind) {
		case "sharedStrings":
			err = errors.Join(err, w.part(l.target, maxPart, w.readStrings))
		case "styles":
			err = errors.Join(err, w.part(l.target, maxPart, w.readStyles))
		}
	}
	if err != nil {
		return Book{}, err
	}
	var b Book
	for _, e := range entries {
		l := links[e.id]
		if l.kind == "" {
			w.report(w.file+": "+e.name, errMissing)
			continue
		}
		if path.Base(l.kind) != "worksheet" {
			continue // a chart
		}
		s := Sheet{Name: e.name, Hidden: e.hidden}
		err := w.part(l.target, maxSheet, func(d *xml.Decoder) error { return w.readSheet(d, &s) })
		w.beside(l.target, &s)
		b.Sheets = append(b.Sheets, s)
		if err != nil {
			w.report(w.file+": "+e.name, err)
		}
		if w.ctx.Err() != nil || w.full() || errors.Is(err, errLarge) {
			break
		}
	}
	return b, nil
}

// beside reads what belongs to a sheet beside its cells. What can't be read of it is no reason to refuse the sheet.
func (w *workbook) beside(target string, s *Sheet) {
	dir, base := path.Split(target)
	for _, l := range w.links(dir+"_rels/"+base+".rels", dir) {
		switch path.Base(l.kind) {
		case "comments":
			w.part(l.target, maxPart, func(d *xml.Decoder) error { return w.readNotes(d, s) })
		case "drawing", "image":
			s.Drawn = true
		}
	}
}

// readNotes reads the notes beside cells.
func (w *workbook) readNotes(d *xml.Decoder, s *Sheet) error {
	return each(d, func(e xml.StartElement) error {
		if e.Name.Local != "comment" {
			return nil
		}
		row, column, ok := parseAddress(attr(e, "ref"))
		text, err := readShared(d, "comment")
		if text.text = squeeze(text.text); ok && text.text != "" && len(s.Notes) < maxFilled {
			s.Notes = append(s.Notes, Note{row, column, text.text})
		}
		return err
	})
}

// full reports whether a bound of the whole book is reached, so that the other sheets aren't read.
func (w *workbook) full() bool {
	return w.filled > maxFilled || w.cells > maxCells || w.chars > maxText
}

// otherKind returns what a zip file without a workbook is.
func (w *workbook) otherKind() error {
	switch {
	case w.parts["word/document.xml"] != nil:
		return fault{"sheet-word", "这是 Word 文件，不是表格", "把里面的表格复制到一张空的 Excel 表里，另存为 .xlsx"}
	case w.parts["content.xml"] != nil:
		return fault{"sheet-ods", "这是 .ods 表格", saveAs}
	case w.parts["ppt/presentation.xml"] != nil:
		return fault{"sheet-slides", "这是演示文稿，不是表格", saveAs}
	}
	return fault{"sheet-zip", "这是压缩包，或者坏了的表格", "是压缩包就先解压；是表格就" + saveAs}
}

// entries reads the list of sheets.
func (w *workbook) entries(root string) (all []sheetEntry, err error) {
	err = w.part(root, maxPart, func(d *xml.Decoder) error {
		return each(d, func(e xml.StartElement) error {
			switch e.Name.Local {
			case "workbookPr":
				w.from1904 = isTrue(attr(e, "date1904"))
			case "sheet":
				all = append(all, sheetEntry{attr(e, "name"), attr(e, "id"), attr(e, "state") != "" && attr(e, "state") != "visible"})
			}
			if len(all) > maxSheets {
				return fault{"sheets-many", "工作表太多", "只留下目录那一张，另存一份再导入"}
			}
			return nil
		})
	})
	return all, err
}

// links reads a part of relationships by their ids; none if it is missing. Their targets start from dir.
func (w *workbook) links(name, dir string) map[string]link {
	all := make(map[string]link)
	w.part(name, maxPart, func(d *xml.Decoder) error {
		return each(d, func(e xml.StartElement) error {
			if e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" {
				return nil
			}
			target := strings.ReplaceAll(attr(e, "Target"), `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = dir + target
			}
			if len(all) == maxLinks {
				return errLarge
			}
			all[attr(e, "Id")] = link{attr(e, "Type"), strings.ToLower(strings.TrimPrefix(path.Clean("/"+target), "/"))}
			return nil
		})
	})
	return all
}

// errMissing is the error of a part that isn't there.
var errMissing = fault{"sheet-part-missing", "表格文件缺了一部分", "用 WPS 或 Excel 打开，另存为 .xlsx"}

// part reads one part of the file, of at most limit bytes.
func (w *workbook) part(name string, limit int64, read func(*xml.Decoder) error) error {
	f := w.parts[name]
	if f == nil {
		return errMissing
	}
	if f.Flags&1 != 0 {
		return fault{"sheet-encrypted", "表格加了密码，打不开", "去掉密码，再保存一份"}
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	before := w.read
	b := &bounded{in: in, left: min(limit, maxBook-w.unpacked), ctx: w.ctx}
	// Progress counts packed bytes; unpacked ones are in proportion.
	size, packed := int64(f.UncompressedSize64), int64(f.CompressedSize64)
	done := int64(0)
	b.step = func(n int) {
		done += int64(n)
		w.unpacked += int64(n)
		if w.progress != nil && size > 0 {
			w.progress(before+int64(float64(packed)*min(1, float64(done)/float64(size))), w.all)
		}
	}
	err = read(xml.NewDecoder(b))
	w.read = before + packed
	if b.err != nil {
		return b.err
	}
	return ofEntity(err)
}

// ofEntity returns the error of XML with a name that stands for a text (an entity), as a DOCTYPE defines them: none is followed,
// since a few can unpack to any size. Other errors stay.
func ofEntity(err error) error {
	var broken *xml.SyntaxError
	if !errors.As(err, &broken) {
		return err
	}
	name, is := strings.CutPrefix(broken.Msg, "invalid character entity ")
	if !is {
		return err
	}
	name, _, _ = strings.Cut(name, " ")
	return fault{"sheet-entity", "表格文件里有代替文字的记号“" + diag.Excerpt(diag.Printable(name), 20) + "”（XML 实体，写在 DOCTYPE 里），这样的文件不读", saveAs}
}

// bounded reads XML within bounds.
type bounded struct {
	in   io.Reader
	left int64
	run  int // bytes since the last sign of XML
	ctx  interface{ Err() error }
	step func(n int)
	err  error // the bound that was reached
}

var errLarge = fault{"sheet-unpacked", "表太大，解开以后装不下", "删去表格下面和右边用不着的空行、空列，删去图片，另存一份再导入"}

var errLong = fault{"cell-long", "有一格的字太多，超过了 Excel 能放的", "看看那一格是不是粘错了，改好再导入"}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.in.Read(p)
	b.left -= int64(n)
	for rest := p[:n]; len(rest) > 0; {
		i := bytes.IndexByte(rest, '<')
		if i < 0 {
			b.run += len(rest)
			break
		}
		b.run += i
		if b.run > maxRun {
			break
		}
		b.run, rest = 0, rest[i+1:]
	}
	switch {
	case b.ctx.Err() != nil:
		b.err = b.ctx.Err()
	case b.left < 0:
		b.err = errLarge
	case b.run > maxRun:
		b.err = errLong
	default:
		b.step(n)
		return n, err
	}
	return 0, b.err
}

// each calls do with every element of a part.
func each(d *xml.Decoder, do func(xml.StartElement) error) error {
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := do(e); err != nil {
				return err
			}
		}
	}
}

// attr returns an element's attribute by its local name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isTrue reports whether an attribute says yes.
func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
