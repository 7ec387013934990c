package word

import (
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
)

// FuzzBody reads documents with any body: it never panics, and its tables are the catalogue's.
func FuzzBody(f *testing.F) {
	f.Add(par(centred, "标题") + par(two, "正文") + tbl(tr("", "甲", "乙"), tr("", "丙", "丁")))
	f.Add(par(inList("1", "0"), "甲") + par("", char("begin"), code("PAGE"), char("separate"), "1", char("end")))
	f.Add(`<w:p><w:r><w:pict><v:textbox><w:txbxContent>` + par("", "框") + `</w:txbxContent></v:textbox></w:pict></w:r></w:p>`)
	f.Add(`<mc:AlternateContent><mc:Choice/><mc:Fallback><w:tbl><w:tr><w:tc/></w:tr></w:tbl></mc:Fallback></mc:AlternateContent>`)
	numbering := part("numbering", `<w:abstractNum w:abstractNumId="0">`+lvl("0", "chineseCounting", "%1、", "")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	f.Fuzz(func(t *testing.T, body string) {
		n, fault := Read(t.Context(), "a.docx", docx(t, body, parts{"word/numbering.xml": numbering}))
		if fault != nil {
			return
		}
		if n.Title == "" {
			t.Error("no title")
		}
		catalogue.Blocks(n.Body)
	})
}

// FuzzRead reads any bytes.
func FuzzRead(f *testing.F) {
	f.Add("a.docx", docx(f, par(centred, "标题")+par("", "正文"), nil))
	f.Add("a.txt", []byte("停水通知\n朝阳社区 2026年11月20日 10:30\n明天停水。\n阅读 1"))
	f.Add("a.doc", ole("WordDocument"))
	f.Add(".\xec;", []byte(strings.Repeat(";", 200)))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		n, fault := Read(t.Context(), name, data)
		if fault == nil && n.Title == "" {
			t.Error("no title")
		}
		for _, p := range n.Problems {
			if p.Code == "" {
				t.Errorf("no code: %s", p)
			}
		}
	})
}

// FuzzNumbering reads any list.
func FuzzNumbering(f *testing.F) {
	f.Add(`<w:abstractNum w:abstractNumId="0">`+lvl("0", "decimal", "%1.", "")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`, "1", "0")
	f.Fuzz(func(t *testing.T, numbering, id, level string) {
		Read(t.Context(), "a.docx", docx(t, par(inList(id, level), "甲")+par(inList(id, level), "乙"), parts{"word/numbering.xml": part("numbering", numbering)}))
	})
}
