package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// TestIllegible: check names the parts without room for the least type, at the distance's line, and none
// of a panel that has it or isn't described.
func TestIllegible(t *testing.T) {
	st := full(t)
	if n := len(st.Catalogue.Items); n <= modeRows {
		t.Fatalf("only %d items", n)
	}
	for _, c := range []struct {
		settings string
		parts    bool
	}{
		{"", false},
		{"[panel]\ndiagonal_inch = 21.5\n", false},
		{"[panel]\ndiagonal_inch = 65\nviewing_distance_mm = 600\n", false},
		{"[panel]\ndiagonal_inch = 21.5\nviewing_distance_mm = 1000\n", true},
	} {
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, []byte(c.settings+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		conf, _ := readConfig(path, true)
		found := conf.illegible(st.Catalogue)
		if len(found) > 0 != c.parts {
			t.Errorf("%q: %v", c.settings, found)
		}
		if c.parts && !slices.ContainsFunc(found, func(p diag.Problem) bool { return strings.Contains(p.Message, "按钮放低时“") }) {
			t.Errorf("%q: nothing about low reach in %v", c.settings, found)
		}
		for _, p := range found {
			if p.Severity != diag.Hint || p.Line != 3 || !strings.Contains(p.Message, "1 米") {
				t.Errorf("%q: %+v", c.settings, p)
			}
		}
	}
}

// TestPanelOfTheManual checks that the panel that docs/admin.md measures is large enough for its own reading distance.
func TestPanelOfTheManual(t *testing.T) {
	commands := block(t, "../../docs/admin.md", "4. The centre's own (3 minutes)", "50-panel.toml")
	path := filepath.Join(t.TempDir(), "config.toml")
	for line := range strings.Lines(commands) {
		if command, _, ok := strings.Cut(line, " >/etc/kiosk/config.d/"); ok {
			var settings strings.Builder
			for _, word := range regexp.MustCompile(`'([^']*)'`).FindAllStringSubmatch(command, -1)[1:] { // after printf's format
				settings.WriteString(word[1] + "\n")
			}
			if err := os.WriteFile(path, []byte(settings.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	conf, problems := readConfig(path, true)
	if conf.panel.Distance == 0 || len(problems) > 0 {
		t.Fatalf("%+v, %v", conf.panel, problems)
	}
	if found := conf.illegible(conf.read().Catalogue); len(found) > 0 {
		t.Errorf("%v", found)
	}
}

// TestIllegibleOfMany: a catalogue of more items than are laid out, with categories beyond them, is checked too.
func TestIllegibleOfMany(t *testing.T) {
	files := []catalogue.File{{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"政务公开事项标准目录\"\n")}}
	for n := range checkedRows + 5 {
		text := fmt.Sprintf("number = %d\ncategory = \"示例类别%d\"\ntitle = \"示例事项\"\ncontent = \"示例\"\nbasis = \"《示例》\"\n", n+1, n/3)
		files = append(files, catalogue.File{Path: fmt.Sprintf("items/%03d.toml", n+1), Data: []byte(text)})
	}
	many, problems := catalogue.Parse(files)
	if many == nil || len(many.Items) != checkedRows+5 {
		t.Fatalf("%v", problems)
	}
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte("[panel]\ndiagonal_inch = 21.5\nviewing_distance_mm = 1000\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	conf, _ := readConfig(path, true)
	if found := conf.illegible(many); len(found) == 0 {
		t.Error("nothing is too small at 1 m")
	}
}
