package word

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestGrowth: a small file that was made to take very long, or to become very much, is read or refused like any other. A
// reading that isn't linear in the file doesn't end within this test's time.
func TestGrowth(t *testing.T) {
	run := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	many := func(n int, text string) string { return strings.Repeat(text, n) }
	style := func(kind string) string {
		return part("styles", `<w:style w:type="`+kind+`" w:styleId="a"><w:name w:val="a"/>`+many(200_000, "<w:x/>")+`<w:pPr/><w:rPr/></w:style>`)
	}
	numbering := part("numbering", `<w:abstractNum w:abstractNumId="0">`+lvl("0", "decimal", many(300_000, "%1."), "")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	field := `<w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "http://example.org/a"</w:instrText><w:fldChar w:fldCharType="separate"/>`
	var headers strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&headers, `<Relationship Id="h%d" Type="http://x/header" Target="h.xml"/>`, i)
	}
	var notes, references strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&notes, `<w:footnote w:id="%d"><w:p/></w:footnote>`, i)
		fmt.Fprintf(&references, `<w:r><w:footnoteReference w:id="%d"/></w:r>`, i)
	}
	nested := par("", many(200_000, "长"))
	for range 60 {
		nested = `<w:tbl><w:tr><w:tc>` + nested + `</w:tc><w:tc>` + par("", "甲") + `</w:tc></w:tr></w:tbl>`
	}
	for _, c := range []struct {
		name string
		data []byte
		want string // the fault's code; "": it is read
	}{
		{"a number of 300 000 places", docx(t, par(centred, "标题")+many(3000, par(inList("1", "0"), "甲")), parts{"word/numbering.xml": numbering}), "document-long"},
		{"a text that comments divide", docx(t, par("", many(700_000, "a<!---->")), nil), "document-long"},
		{"a style of many elements", docx(t, many(20_000, `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>`)+par("", "甲"), parts{"word/styles.xml": style("paragraph")}), ""},
		{"a style of characters", docx(t, par("", many(20_000, `<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr></w:r>`), "甲"), parts{"word/styles.xml": style("character")}), ""},
		{"paragraphs that go on", docx(t, many(20_000, `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+run(many(100, "a"))+`</w:p>`), nil), "document-long"},
		{"fields within fields", docx(t, par("", `<w:r>`+many(50_000, field)+`<w:t>`+many(2_000_000, "a")+`</w:t>`+many(50_000, `<w:fldChar w:fldCharType="end"/>`)+`</w:r>`), nil), "document-long"},
		{"instructions within instructions", docx(t, par("", `<w:r>`+many(60_000, `<w:fldChar w:fldCharType="begin"/>`)+many(60_000, `<w:t>a</w:t>`)+`</w:r>`, "甲")+par("", "乙"), nil), ""},
		{"tables within tables", docx(t, nested, nil), "document-unpacked"},
		{"a header of many names", zipped(t, parts{
			"word/document.xml":            `<w:document ` + names + `><w:body>` + par("", "甲") + `</w:body></w:document>`,
			"word/_rels/document.xml.rels": `<Relationships>` + headers.String() + `</Relationships>`,
			"word/h.xml":                   part("hdr", par("", many(2_000_000, "a"))),
		}), ""},
		{"footnotes with large relations", zipped(t, parts{
			"word/document.xml":             `<w:document ` + names + `><w:body>` + par("", "甲", references.String()) + `</w:body></w:document>`,
			"word/_rels/document.xml.rels":  `<Relationships><Relationship Id="f" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>`,
			"word/_rels/footnotes.xml.rels": `<Relationships>` + many(10_000_000, " ") + `</Relationships>`,
			"word/footnotes.xml":            part("footnotes", notes.String()),
		}), "document-long"},
		{"a footnote that is a book", docx(t, par("", "甲", `<w:r><w:footnoteReference w:id="2"/></w:r>`), parts{"word/footnotes.xml": part("footnotes", `<w:footnote w:id="2">`+par("", many(60_000, "注"))+`</w:footnote>`)}), "document-long"},
	} {
		fault := refused(t, "a.docx", c.data)
		if fault == nil && c.want != "" || fault != nil && fault.Code != c.want {
			t.Errorf("%s: %v, want %s", c.name, fault, c.want)
		}
	}
	for _, c := range []struct{ name, text, want string }{
		{"annexes", many(12_000, "附件\n"), ""},
		{"days", "停水通知\n" + many(6_000, "2026年1月\n"), ""},
		{"days in a line", "停水通知\n" + many(6_000, "2026年1月 "), ""},
		{"bars", "停水通知\n" + many(9_000, "a|\"b\n"), ""},
		{"a book", "停水通知\n" + many(1_000_000, "停水。\n"), "document-long"},
	} {
		fault := refused(t, "a.txt", []byte(c.text))
		if fault == nil && c.want != "" || fault != nil && fault.Code != c.want {
			t.Errorf("%s: %v, want %s", c.name, fault, c.want)
		}
	}
}

// TestStopped: the end of its context ends the reading, within a part and between paragraphs.
func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	data := docx(t, par(centred, "标题")+strings.Repeat(par("", "正文"), 10_000), nil)
	if _, err := Read(ctx, "a.docx", data); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	root, err := parse(t.Context(), []byte(part("body", strings.Repeat(par("", "正文"), 1000))))
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{document: &document{}, room: &room{ctx, maxText}, counts: make(map[string]int), looks: make(map[string]look)}
	if got := r.flow(root.kids); len(got) != 0 {
		t.Errorf("%d paragraphs", len(got))
	}
	if _, err := parse(ctx, []byte(part("body", strings.Repeat(par("", "正文"), 1000)))); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
