package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wordTable returns a document with one table.
func wordTable(t *testing.T, rows [][]string) []byte {
	t.Helper()
	var body, out bytes.Buffer
	for _, row := range rows {
		body.WriteString("<w:tr>")
		for _, c := range row {
			body.WriteString("<w:tc><w:p><w:r><w:t>")
			xml.EscapeText(&body, []byte(c))
			body.WriteString("</w:t></w:r></w:p></w:tc>")
		}
		body.WriteString("</w:tr>")
	}
	z := zip.NewWriter(&out)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>` + body.String() + `</w:tbl></w:body></w:document>`))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestImportWordTable: the official catalogue, typed in Word, is the shipped content: importing it changes nothing, and a
// changed cell one file.
func TestImportWordTable(t *testing.T) {
	text, err := os.ReadFile("../../content/testdata/catalogue.txt")
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(text)) {
		rows = append(rows, strings.Split(strings.TrimRight(line, "\r\n"), "\t"))
	}
	dir := starter(t)
	file := filepath.Join(t.TempDir(), "目录.docx")
	do := func() (int, string, string) {
		if err := os.WriteFile(file, wordTable(t, rows), 0o644); err != nil {
			t.Fatal(err)
		}
		var o, e bytes.Buffer
		code := run(context.Background(), []string{"import", file, "--out", dir}, streams{&o, &e})
		return code, o.String(), e.String()
	}
	if code, out, errs := do(); code != fine || !strings.Contains(out, "收了 14 项；和文件里的一样") {
		t.Fatalf("%d %s%s", code, out, errs)
	}
	rows[len(rows)-1][6] = "社区工作站（改）"
	if code, out, errs := do(); code != fine || !strings.Contains(out, "已写 1 个文件") {
		t.Errorf("%d %s%s", code, out, errs)
	}
}
