package catalogue

import (
	"strings"
	"testing"
)

// TestRevision: a revision is made of the files in use, and of nothing else.
func TestRevision(t *testing.T) {
	base := []string{"kiosk.toml", kioskToml, "items/1.toml", item("1"), "notices/a.toml", "title = \"示例\"\ndate = 2026-03-01\n"}
	of := func(more ...string) string {
		c, _ := Parse(dir(append(base[:len(base):len(base)], more...)...))
		return c.Revision
	}
	want := of()
	if !strings.HasPrefix(want, "sha256:") || len(want) != len("sha256:")+64 {
		t.Errorf("%s", want)
	}
	for name, same := range map[string][]string{
		"a broken file":      {"items/2.toml", "x"},
		"a conflict copy":    {"items/1.sync-conflict-20261120-101112-ABCDEFG.toml", item("1")},
		"a tool's leftover":  {"items/1.toml~", item("1")},
		"an unshown picture": {"images/a.jpg", "x"},
	} {
		if of(same...) != want {
			t.Errorf("%s changes the revision", name)
		}
	}
	for name, other := range map[string][]string{
		"a row":    {"items/2.toml", item("2")},
		"holidays": {"holidays.toml", "holidays = []\n"},
		"a notice": {"notices/b.toml", "title = \"示例\"\ndate = 2026-03-01\n"},
	} {
		if of(other...) == want {
			t.Errorf("%s doesn't change the revision", name)
		}
	}
	// As sha256sum prints it for the two lines "a, …" and "b, …".
	if got, want := revision([]File{{Path: "b", Data: []byte("b")}, {Path: "a", Data: []byte("a")}}), "sha256:3d84bbdb9ce735a681b8f96745c5d444661cfee0d27cbdee0311d5db9d881849"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
