package word

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

// ole returns what an OLE file with a stream begins with.
func ole(stream string) []byte {
	b := bytes.NewBufferString("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 500))
	for _, u := range utf16.Encode([]rune(stream)) {
		b.Write(binary.LittleEndian.AppendUint16(nil, u))
	}
	return b.Bytes()
}

// TestForeign: what is no .docx is named, with what to do.
func TestForeign(t *testing.T) {
	sound := docx(t, par(centred, "标题")+par("", "正文"), nil)
	locked := bytes.Clone(sound)
	for at := 0; ; {
		i := bytes.Index(locked[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i + 4
		locked[at+4] |= 1 // the flags of an entry of the directory
	}
	bomb := func(size int) []byte {
		return docx(t, par("", strings.Repeat("啊", size/3)), nil)
	}
	for _, c := range []struct {
		name string
		file string
		data []byte
		want string
	}{
		{"nothing", "a.docx", nil, "是空文件"},
		{"zeros", "a.docx", make([]byte, 8192), "是空文件"},
		{"cut in half", "a.docx", sound[:len(sound)/2], "打不开"},
		{"no .docx", "a.docx", []byte("你好"), "打不开"},
		{"an old document", "a.doc", ole("WordDocument"), ".doc"},
		{"an old document by another name", "a.docx", ole("WordDocument"), ".doc"},
		{"WPS's own", "a.wps", ole("WordDocument"), "WPS 自己的格式"},
		{"a password", "a.docx", ole("EncryptedPackage"), "有密码"},
		{"a package with a password", "a.docx", locked, "有密码"},
		{"an old table", "a.doc", ole("Workbook"), "老格式的表格"},
		{"rich text", "a.rtf", []byte(`{\rtf1\ansi`), "RTF"},
		{"rich text by another name", "a.doc", []byte(`{\rtf1\ansi`), "RTF"},
		{"a PDF", "a.pdf", []byte("%PDF-1.7"), "PDF"},
		{"a web page", "a.doc", []byte("<html><body>x"), "网页"},
		{"Word's XML", "a.xml", []byte(`<?xml version="1.0"?><w:wordDocument/>`), "XML"},
		{"a picture", "a.docx", []byte("\x89PNG\r\n\x1a\n"), "图片"},
		{"an archive", "a.docx", zipped(t, parts{"a.txt": "x"}), "压缩包"},
		{"a table", "a.docx", zipped(t, parts{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}), "表格"},
		{"slides", "a.docx", zipped(t, parts{"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}), "演示文稿"},
		{"OpenDocument", "a.odt", zipped(t, parts{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), ".odt"},
		{"a program", "a.txt", []byte("MZ\x00\x01\x02"), "不是文字文件"},
		{"broken XML", "a.docx", docx(t, "<w:p>", nil), "打不开"},
		{"no body", "a.docx", zipped(t, parts{"word/document.xml": `<x/>`}), "不是 Word 的正文"},
		{"declared entities", "a.docx", zipped(t, parts{"word/document.xml": `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ` + names + `><w:body>&a;</w:body></w:document>`}), "DOCTYPE"},
		{"an undeclared entity", "a.docx", docx(t, par("", "&a;"), nil), "打不开"},
		{"a part that grows", "a.docx", bomb(maxPart + 100), "大得不正常"},
		{"elements without end", "a.docx", docx(t, strings.Repeat("<w:sdt>", 300)+strings.Repeat("</w:sdt>", 300), nil), "大得不正常"},
		{"too many elements", "a.docx", docx(t, strings.Repeat("<w:p/>", maxNodes+1), nil), "大得不正常"},
		{"a book", "a.docx", docx(t, strings.Repeat(par("", strings.Repeat("长", 1000)), 51), nil), "超过 50000，一条公告放不下"},
		{"a linked picture alone", "a.docx", docx(t, par("", `<w:r><w:drawing><pic:pic><pic:blipFill><a:blip r:link="picture1"/></pic:blipFill></pic:pic></w:drawing></w:r>`), parts{"link:picture1": "http://example.org/a.png"}), "没有能放进公告的：图片只是一个链接"},
		{"no words", "a.docx", docx(t, par("", "")+par("", "　"), nil), "没有文字"},
		{"a text without words", "a.txt", []byte("\n \n"), "没有文字"},
	} {
		fault := refused(t, c.file, c.data)
		if fault == nil || !strings.Contains(fault.Message, c.want) || fault.Fix == "" {
			t.Errorf("%s: %v, want %s", c.name, fault, c.want)
		}
	}
}

// TestManyEntries: a package of very many parts is refused before they are looked at.
func TestManyEntries(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for range maxEntries + 1 {
		if _, err := z.Create("x"); err != nil {
			t.Fatal(err)
		}
	}
	z.Close()
	if fault := refused(t, "a.docx", b.Bytes()); fault != bomb {
		t.Error(fault)
	}
}

// TestOutside: what lies outside the file is named and never opened.
func TestOutside(t *testing.T) {
	body := par(centred, "标题") + par("", "正文", `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="picture1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
	n := read(t, "a.docx", docx(t, body, parts{"link:picture1": "file:///etc/passwd"}))
	if len(n.Pictures) != 0 || len(n.Problems) != 1 || !strings.Contains(told(n), "图片只是一个链接，文件里没有它：file:///etc/passwd") {
		t.Error(told(n))
	}
}

// TestIsDocument: documents are no tables.
func TestIsDocument(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       bool
	}{
		{"a.docx", "", true}, {"A.DOCX", "", true}, {"a.doc", "", true}, {"a.wps", "", true}, {"a.rtf", "", true}, {"a.pdf", "", true}, {"a.xlsx", "", false}, {"a.et", "", false}, {"a.csv", "", false},
		{"a.txt", "停水通知\n明天停水。", true}, {"a.txt", "目录\n序号\t一级事项\t公开内容\t依据\n1\ta\tb\tc", false}, {"a.txt", "序号,一级事项,公开内容,依据", false}, {"a.txt", "值班表\n日期\t姓名\t电话\t地点", true}, {"a", `{\rtf1`, true}, {"a", "序号", false},
		{"a.xlsx", "PK\x03\x04 word/document.xml", true}, {"a.docx", "PK\x03\x04 xl/workbook.xml", false}, {"a.docx", "PK\x03\x04", true}, {"a.zip", "PK\x03\x04", false}, {"a.csv", "%PDF", true}, {"海报.jpg", "\xff\xd8\xff", true},
	} {
		if got := IsDocument(c.name, []byte(c.data)); got != c.want {
			t.Errorf("%s %q: %v", c.name, c.data, got)
		}
	}
}
