package word

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the expected notices anew")

// TestDocuments reads documents and compares the notices: LibreOffice wrote them (of testdata/*.fodt), and docx.js 招聘会.docx.
func TestDocuments(t *testing.T) {
	files, err := filepath.Glob("testdata/*.docx")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got := shownAs(read(t, filepath.Base(file), data))
		golden := strings.TrimSuffix(file, ".docx") + ".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s:\n%s\nwant\n%s", file, got, want)
		}
	}
}

// shownAs returns a notice as a text.
func shownAs(n Notice) string {
	var b strings.Builder
	fmt.Fprintf(&b, "标题：%s\n日期：%s\n落款：%s\n图片：%d\n\n%s\n\n%s", strings.ReplaceAll(n.Title, "\n", " / "), n.Day.Format(time.DateOnly), n.Issuer, len(n.Pictures), n.Body, told(n))
	return b.String()
}
