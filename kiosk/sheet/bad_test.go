package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongkai/kiosk/diag"
)

// parts makes a workbook of one sheet from the XML of its rows; other parts replace those that a workbook needs.
func parts(t testing.TB, rows io.Reader, other map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	all := map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="目录" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst/>`,
	}
	for name, text := range other {
		all[name] = text
	}
	for name, text := range all {
		w, _ := z.Create(name)
		io.WriteString(w, text)
	}
	w, _ := z.Create("xl/worksheets/sheet1.xml")
	io.WriteString(w, "<worksheet><sheetData>")
	if _, err := io.Copy(w, rows); err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, "</sheetData></worksheet>")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// repeated is a text many times, without holding it.
func repeated(text string, n int64) io.Reader {
	return io.LimitReader(&endless{text: text}, int64(len(text))*n)
}

// endless reads a text again and again.
type endless struct {
	text string
	off  int
}

func (e *endless) Read(p []byte) (n int, err error) {
	for n < len(p) {
		k := copy(p[n:], e.text[e.off:])
		n += k
		e.off = (e.off + k) % len(e.text)
	}
	return n, nil
}

// encrypted returns a workbook with a password.
func encrypted(t *testing.T) []byte {
	f := excelize.NewFile()
	defer f.Close()
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	data, err := excelize.Encrypt(buf.Bytes(), &excelize.Options{Password: "示例"})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestBadFiles: what is no table is reported as what it is, with what to do, and nothing is read.
func TestBadFiles(t *testing.T) {
	whole := parts(t, strings.NewReader(`<row><c><v>1</v></c></row>`), nil)
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"no bytes", nil, "文件是空的"},
		{"spaces", []byte(" \r\n\t"), "文件是空的"},
		{"zeros", make([]byte, 4096), "文件是空的"},
		{"an old workbook", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), utf16Name("Workbook")...), "旧版的表格（.xls 或 .et）"},
		{"a password", encrypted(t), "加了密码"},
		{"a document", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), utf16Name("WordDocument")...), "Word"},
		{"a PDF", []byte("%PDF-1.7\n"), "PDF"},
		{"a page with the name of a table", []byte("<html><table><tr><td>序号</td></tr></table></html>"), "网页"},
		{"the XML of Excel 2003", []byte("\ufeff<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"), "XML 表格"},
		{"a picture", []byte("\x89PNG\r\n\x1a\n"), "图片"},
		{"bytes", []byte("\x00\x01\x02\xff\xfe\x80\x90"), "不是表格"},
		{"cut", whole[:len(whole)-30], "不完整"},
		{"an archive", zipped(t, "a.txt", "甲"), "压缩包"},
		{"a text document", zipped(t, "word/document.xml", "<w/>"), "Word"},
		{"a table of LibreOffice", zipped(t, "content.xml", "<office/>"), ".ods"},
		{"a sheet that is missing", parts(t, strings.NewReader(""), map[string]string{"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet9.xml"/></Relationships>`}), "缺了一部分"},
		{"broken XML", parts(t, strings.NewReader(`<row><c><v>1</c`), nil), "读不下去"},
		{"an entity", parts(t, strings.NewReader(`<row><c t="str"><v>&a;</v></c></row>`), nil), "记号“&a;”（XML 实体"},
		{"an entity of a DOCTYPE", parts(t, strings.NewReader(""), map[string]string{"xl/sharedStrings.xml": `<!DOCTYPE sst [<!ENTITY 甲 "甲">]><sst><si><t>&甲;</t></si></sst>`}), "记号“&甲;”（XML 实体"},
		{"an & that begins no name", parts(t, strings.NewReader(`<row><c t="str"><v>甲&乙</v></c></row>`), nil), "记号“&乙”（XML 实体"},
		{"a zero in UTF-8", []byte("序号,一级事项,公开内容\n1,生育,甲\n2,就业,\x00乙\n"), "第 3 行有认不出的字符"},
		{"a zero a place further", []byte("序号,一级事项,公开内容\n1,生育,甲\n2,就业,a\x00乙\n"), "第 3 行有认不出的字符"},
		{"a zero behind a mark", []byte("\ufeff序号,一级事项,公开内容\n1,生育,甲\n2,就业,\x00乙\n"), "第 3 行有认不出的字符"},
		{"zeros at the end of UTF-8", []byte("序号,一级事项,公开内容\n1,生育,甲\n" + strings.Repeat("\x00", 9)), "第 3 行有认不出的字符"},
		{"a zero in a long text", []byte("序号,一级事项,公开内容\n" + strings.Repeat("1,生育,甲\n", 500) + "2,\x00,乙\n"), "第 502 行有认不出的字符"},
		{"a zero in GBK", gbk("序号,一级事项,公开内容\n1,生育,甲\n2,就业,\x00乙\n"), "第 3 行有认不出的字符"},
		{"rows that go back", parts(t, strings.NewReader(`<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>`), nil), "次序不对"},
		{"quotes that don't end", []byte("序号,一级事项,公开内容\n1,生育,\"甲\n2,就业,乙\n"), "第 2 行的引号不成对"},
		{"a comma file cut within a character", append([]byte("序号,一级事项,公开内容\n1,生育,甲\n2,就业,"), 0xe4, 0xb9), "认不出的字符"},
	} {
		b, problems := Read(context.Background(), "目录.xlsx", c.data, nil)
		if len(problems) != 1 || !strings.Contains(problems[0].Message, c.want) || problems[0].Fix == "" || !strings.HasPrefix(problems[0].File, "目录.xlsx") {
			t.Errorf("%s: %v; %d sheets", c.name, problems, len(b.Sheets))
		}
	}
}

func zipped(t *testing.T, name, text string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, _ := z.Create(name)
	io.WriteString(w, text)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestBounds: a file that unpacks to more than a table has is refused while it is unpacked.
func TestBounds(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"a million rows", parts(t, repeated(`<row><c t="inlineStr"><is><t>甲</t></is></c></row>`, 1_000_000), nil), "超过 60000 行"},
		{"a bomb of blank rows", parts(t, repeated(`<row style="`+strings.Repeat("0", 2000)+`"/>`, maxSheet/2000), nil), "解开以后装不下"},
		{"a bomb of shared texts", parts(t, strings.NewReader(""), map[string]string{"xl/sharedStrings.xml": "<sst>" + strings.Repeat("<si/>", maxCells+1)}), "解开以后装不下"},
		{"a bomb of links", parts(t, strings.NewReader(""), map[string]string{"xl/_rels/workbook.xml.rels": manyLinks()}), "缺了一部分"},
		{"a bomb of one cell in parts", parts(t, io.MultiReader(strings.NewReader(`<row><c t="str"><v>`), repeated("甲<!---->", 4<<20)), nil), "字太多"},
		{"a bomb of sheets that are one part", parts(t, repeated(`<row style="`+strings.Repeat("0", 2000)+`"/>`, maxSheet/3000), map[string]string{"xl/workbook.xml": sameSheets(maxSheets)}), "解开以后装不下"},
		{"a bomb of one cell", parts(t, io.MultiReader(strings.NewReader(`<row><c t="str"><v>`), repeated("甲", 4<<20)), nil), "字太多"},
	} {
		b, problems := Read(context.Background(), "目录.xlsx", c.data, nil)
		if len(problems) != 1 || !strings.Contains(problems[0].Message, c.want) || problems[0].Severity != diag.Error {
			t.Errorf("%s, %d bytes: %v; %d sheets", c.name, len(c.data), problems, len(b.Sheets))
		}
	}
	_, problems := Read(context.Background(), "目录.xlsx", bytes.Repeat([]byte("甲"), MaxBytes/3+1), nil)
	if len(problems) != 1 {
		t.Error(problems)
	}
}

// TestTooMany: a table with more cells that have no place than anyone reads of isn't taken.
func TestTooMany(t *testing.T) {
	text := "序号\t一级事项\t公开内容" + strings.Repeat("\t备注", 100) + "\n" + strings.Repeat("\t生育\t甲"+strings.Repeat("\t乙", 100)+"\n", maxProblems/100+10)
	b, problems := Read(context.Background(), "目录.tsv", []byte(text), nil)
	table := TableOf(context.Background(), "目录.tsv", b)
	last := table.Problems[len(table.Problems)-1]
	if len(problems) > 0 || len(table.Entries) > 0 || len(table.Problems) > maxProblems+200 || !strings.Contains(last.Message, "后面的没有再看") {
		t.Errorf("%d entries, %d problems, the last: %v", len(table.Entries), len(table.Problems), last)
	}
}

// manyLinks is a part with more relationships than are read.
func manyLinks() string {
	var b strings.Builder
	for i := range maxLinks + 1 {
		fmt.Fprintf(&b, `<Relationship Id="x%d" Type="x/worksheet" Target="y"/>`, i)
	}
	return b.String()
}

// sameSheets is the list of a workbook whose sheets are all the same part.
func sameSheets(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<sheet name="表%d" r:id="rId1"/>`, i)
	}
	return `<workbook xmlns:r="r"><sheets>` + b.String() + `</sheets></workbook>`
}

// TestStopped: the context's end ends the reading.
func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	read := 0
	_, problems := Read(ctx, "目录.xlsx", sampleOf(t, 3000), func(done, all int64) {
		if read++; done > all {
			t.Errorf("%d of %d bytes", done, all)
		}
		stop()
	})
	if read == 0 || len(problems) == 0 || !strings.Contains(problems[0].Message, "停下") {
		t.Errorf("%d reports, %v", read, problems)
	}
}

// FuzzRead: whatever the bytes, nothing panics, and each problem can be acted on.
func FuzzRead(f *testing.F) {
	f.Add(parts(f, strings.NewReader(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>一级事项</t></r></is></c><c t="str"><v>公开内容</v></c></row><row><c><v>1</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>`),
		map[string]string{"xl/sharedStrings.xml": `<sst><si><t>序号</t><rPh><t>x</t></rPh></si></sst>`}))
	for _, v := range variants {
		if v.text != nil {
			f.Add(v.text)
		}
	}
	f.Add([]byte("序号,一级事项,公开内容\n1,生育,\"甲\n乙\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		check := func(problems []diag.Problem) {
			for _, p := range problems {
				if p.File == "" || p.Code == "" || p.Message == "" || p.Severity == diag.Error && p.Fix == "" || strings.ContainsAny(p.String(), "\n\r\x00") {
					t.Fatalf("incomplete: %#v", p)
				}
			}
		}
		b, problems := Read(context.Background(), "目录.xlsx", data, nil)
		check(problems)
		check(PlanOf("目录.xlsx", TableOf(context.Background(), "目录.xlsx", b), nil, nil, Options{}).Problems)
	})
}

// FuzzSheet is FuzzRead for the XML of a sheet's rows, which no mutation of a packed file reaches.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="str"><v>序号</v></c><c t="str"><v>一级事项</v></c><c t="str"><v>公开内容</v></c></row><row><c><v>1</v></c><c t="str"><v>甲</v></c><c t="str"><v>乙</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells><sheetData>`)
	f.Fuzz(func(t *testing.T, rows string) {
		b, _ := Read(context.Background(), "目录.xlsx", parts(t, strings.NewReader(rows), nil), nil)
		PlanOf("目录.xlsx", TableOf(context.Background(), "目录.xlsx", b), nil, nil, Options{Renumber: true, Delete: true})
	})
}
