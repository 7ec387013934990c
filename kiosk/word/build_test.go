package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// names are the namespaces that Word declares at a part's root.
const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ` +
	`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`

// parts are the parts of a package by their names.
type parts map[string]string

// docx returns a package with a body and further parts; their relations are made from their names.
func docx(t testing.TB, body string, more parts) []byte {
	t.Helper()
	all := parts{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ` + names + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
	}
	var rels strings.Builder
	for _, name := range slices.Sorted(maps.Keys(more)) {
		if address, ok := strings.CutPrefix(name, "link:"); ok {
			fmt.Fprintf(&rels, `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s" TargetMode="External"/>`, address, kindOf(address), more[name])
			continue
		}
		all[name] = more[name]
		if base, ok := strings.CutPrefix(name, "word/"); ok {
			fmt.Fprintf(&rels, `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, strings.NewReplacer("/", "-", ".", "-").Replace(base), kindOf(base), base)
		}
	}
	all["word/_rels/document.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels.String() + `</Relationships>`
	return zipped(t, all)
}

// kindOf returns the type of the relation to a part.
func kindOf(base string) string {
	switch {
	case strings.HasPrefix(base, "media/"), strings.HasPrefix(base, "picture"):
		return "image"
	case strings.HasPrefix(base, "web"):
		return "hyperlink"
	}
	return strings.TrimRight(strings.TrimSuffix(base, ".xml"), "0123456789")
}

// zipped returns a package of parts.
func zipped(t testing.TB, all parts) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(all[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// part returns a part of Word's XML with a root.
func part(root, inner string) string {
	return `<w:` + root + ` ` + names + `>` + inner + `</w:` + root + `>`
}

// par returns a paragraph with properties and runs of text.
func par(properties string, texts ...string) string {
	var b strings.Builder
	for _, t := range texts {
		if strings.HasPrefix(t, "<") {
			b.WriteString(t)
		} else {
			b.WriteString(`<w:r><w:t xml:space="preserve">` + t + `</w:t></w:r>`)
		}
	}
	return `<w:p><w:pPr>` + properties + `</w:pPr>` + b.String() + `</w:p>`
}

const (
	centred = `<w:jc w:val="center"/>`
	right   = `<w:jc w:val="right"/>`
	two     = `<w:ind w:firstLineChars="200" w:firstLine="640"/>`
)

// read reads a package that is sound.
func read(t testing.TB, name string, data []byte) Notice {
	t.Helper()
	n, err := Read(t.Context(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// refused reads a file that isn't sound; nil: it is.
func refused(t testing.TB, name string, data []byte) (fault *Fault) {
	t.Helper()
	if _, err := Read(t.Context(), name, data); err != nil && !errors.As(err, &fault) {
		t.Fatal(err)
	}
	return fault
}

// told returns a notice's problems, one a line.
func told(n Notice) string {
	var b strings.Builder
	for _, p := range n.Problems {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}
