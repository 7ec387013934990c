package catalogue

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestSyncTables holds that docs/sync.md lists the names of copies and of files in transfer, with their sources, as the
// tables have them.
func TestSyncTables(t *testing.T) {
	const file = "../../docs/sync.md"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	proofs := map[proof]string{byName: "name", byPlace: "beside", byMatter: "beside, same matter", byText: "beside, same text"}
	var copies, transfers strings.Builder
	copies.WriteString("\n| tool | a copy of `06.toml` | shown by | source |\n|---|---|---|---|\n")
	for _, c := range copyNames {
		fmt.Fprintf(&copies, "| %s | `%s` | %s | %s |\n", c.tool, c.example, proofs[c.proof], c.source)
	}
	transfers.WriteString("\n| tool | `06.toml` in transfer | source |\n|---|---|---|\n")
	for _, c := range transferNames {
		fmt.Fprintf(&transfers, "| %s | `%s` | %s |\n", c.tool, c.example, c.source)
	}
	want := between(t, between(t, string(data), "<!-- copies", copies.String()), "<!-- transfers", transfers.String())
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != string(data) {
		t.Errorf("%s hasn't the names of the tables; renew it with -update: %s", file, firstDifference(string(data), want))
	}
}

// between returns a document with the text between a mark's line and the end's replaced.
func between(t *testing.T, document, mark, text string) string {
	t.Helper()
	before, rest, ok := strings.Cut(document, mark)
	line, rest, more := strings.Cut(rest, "\n")
	_, after, end := strings.Cut(rest, "<!-- end -->")
	if !ok || !more || !end {
		t.Fatalf("the document has no part %s", mark)
	}
	return before + mark + line + "\n" + text + "\n<!-- end -->" + after
}
