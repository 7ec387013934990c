package word

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

// TestPackages reads packages as programs other than Word write them.
func TestPackages(t *testing.T) {
	body := par(centred, "标题") + par(two, "正文")
	document := `<?xml version="1.0" encoding="UTF-8"?><w:document ` + names + `><w:body>` + body + `</w:body></w:document>`
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.Replace(document, "UTF-8", "UTF-16", 1))
	if err != nil {
		t.Fatal(err)
	}
	strict := strings.ReplaceAll(document, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
	rels := func(target string) string {
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="` + target + `"/></Relationships>`
	}
	for name, p := range map[string]parts{
		"the strict form":          {"_rels/.rels": rels("word/document.xml"), "word/document.xml": strict},
		"another name":             {"_rels/.rels": rels("/docs/main.xml"), "docs/main.xml": document},
		"no relations":             {"word/document.xml": document},
		"names of Windows":         {"_rels\\.rels": rels("word\\document.xml"), "word\\document.xml": document},
		"capital letters":          {"_rels/.rels": rels("Word/Document.xml"), "word/DOCUMENT.xml": document},
		"UTF-16":                   {"word/document.xml": wide},
		"another prefix":           {"word/document.xml": strings.NewReplacer("w:", "ns0:", "xmlns:w=", "xmlns:ns0=").Replace(document)},
		"relations that are wrong": {"_rels/.rels": "<x", "word/document.xml": document},
		"a comment and a CDATA":    {"word/document.xml": strings.Replace(document, "正文", "<!-- x --><![CDATA[正文]]>", 1)},
	} {
		n, fault := Read(t.Context(), "a.docx", zipped(t, p))
		if fault != nil || n.Title != "标题" || n.Body != "　　正文" {
			t.Errorf("%s: %v, %q, %q", name, fault, n.Title, n.Body)
		}
	}
}
