package main

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"
)

// TestTools checks the bytes of the files that are double-clicked: cmd.exe reads them with CRLF, and in any code page; the program is
// found beside them, gets all that was dropped, and the window stays where it doesn't start.
func TestTools(t *testing.T) {
	want := map[string][]string{"预览.bat": {"preview %*"}, "检查.bat": {"office check %*"}, "新公告.bat": {"office notice %*"}, "导出表格.bat": {"office table %*"}}
	for _, f := range tools() {
		text := string(f.data)
		for _, command := range want[f.name] {
			if !strings.Contains(text, `"%~dp0kiosk.exe" `+command) {
				t.Errorf("%s doesn't run %q", f.name, command)
			}
		}
		if want[f.name] == nil || strings.Count(text, "\n") != strings.Count(text, "\r\n") || strings.ContainsFunc(text, func(r rune) bool { return r > '~' }) {
			t.Errorf("%s is not ASCII with CRLF:\n%s", f.name, text)
		}
		if !strings.HasSuffix(text, "if errorlevel 2 pause\r\n") {
			t.Errorf("%s closes its window where kiosk.exe is missing", f.name)
		}
		delete(want, f.name)
	}
	if len(want) > 0 {
		t.Errorf("not there: %v", want)
	}
}

// TestArchive checks that the zip's names are marked as UTF-8, and that its bytes depend on its inputs alone.
func TestArchive(t *testing.T) {
	at := time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
	files := append(tools(), file{"kiosk.exe", []byte("MZ")}, file{"员工手册.html", []byte("示例")})
	first, err := archive(files, at)
	if err != nil {
		t.Fatal(err)
	}
	second, err := archive(files, at)
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("two zips of the same files differ (%v)", err)
	}
	r, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	const marked = 0x800 // general purpose bit 11
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
		if utf8.RuneCountInString(f.Name) < len(f.Name) && f.Flags&marked == 0 {
			t.Errorf("%s is not marked as UTF-8", f.Name)
		}
		if !f.Modified.Equal(at) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if i := slices.IndexFunc(files, func(want file) bool { return want.name == f.Name }); err != nil || i < 0 || !bytes.Equal(data, files[i].data) {
			t.Errorf("%s has other bytes (%v)", f.Name, err)
		}
	}
	if want := []string{"预览.bat", "检查.bat", "新公告.bat", "导出表格.bat", "kiosk.exe", "员工手册.html"}; !slices.Equal(names, want) {
		t.Errorf("the zip holds %q, not %q", names, want)
	}
}

// TestManualPage makes a page of the manual itself: its pictures and tables are in it, and it refers to no file.
func TestManualPage(t *testing.T) {
	text, err := os.ReadFile("../../../docs/员工手册.md")
	if err != nil {
		t.Fatal(err)
	}
	page, err := manualPage(text, os.DirFS("../../../docs"))
	if err != nil {
		t.Fatal(err)
	}
	picture, err := os.ReadFile("../../../docs/screens/preview.png")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<meta charset="utf-8">`, "<table>", "<h1 ", "员工手册：", `">一、第一天</a>`, base64.StdEncoding.EncodeToString(picture)} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the page lacks %.60q", want)
		}
	}
	for _, m := range regexp.MustCompile(`<a href="#([^"]+)">(.*)</a>`).FindAllSubmatch(page, -1) {
		if !bytes.Contains(page, fmt.Appendf(nil, `<h2 id="%s">%s</h2>`, m[1], m[2])) {
			t.Errorf("the list of sections leads to %s, which isn't %s", m[1], m[2])
		}
	}
	for _, other := range []string{`src="screens`, `.md"`, "| ---", "```"} {
		if bytes.Contains(page, []byte(other)) {
			t.Errorf("the page has %q", other)
		}
	}
	if _, err := manualPage([]byte("![示例](没有.png)"), fstest.MapFS{}); err == nil {
		t.Error("a picture that is missing is no error")
	}
}
