package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// A state directory in the content directory, or the other way round, by name or through links, isn't used.
func TestStateApartFromContent(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"content/items", "content2", "state", "machine"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{"to-content": "content", "to-inside": "content/items", "machine/home": "../content", "to-state": "state"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	for _, c := range []struct {
		content, state string
		apart          bool
	}{
		{"content", "state", true},
		{"content", "content2", true},
		{"content", "content.state", true},
		{"content", "..state", true},
		{"content", "to-state", true},
		{"content", "nowhere/state", true},
		{"nowhere/content", "nowhere/state", true},
		{"content", "", true},
		{"content", "content", false},
		{"content", "./content/", false},
		{"content", filepath.Join(dir, "content"), false},
		{"content", "content/items/..", false},
		{"content", "content/state", false},
		{"content", "content/.kiosk/state", false},
		{"content", ".", false},
		{"nowhere", "nowhere/state", false},
		{"state/content", "state", false},
		{"content", "to-content", false},
		{"to-content", "content", false},
		{"content", "to-inside/state", false},
		{"machine/home", "content/state", false},
		{"content", "machine/home/state", false},
		{"to-state/content", "state", false},
	} {
		var output bytes.Buffer
		none := filepath.Join(dir, "machine", "config.toml")
		if err := os.WriteFile(none, []byte("# nothing\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		conf, problems := common{Config: none, Content: &c.content, State: &c.state}.loadLenient(streams{err: &output})
		if apart := len(problems) == 0; apart != c.apart || c.apart && conf.state != c.state || !c.apart && conf.state != "" || conf.content != c.content {
			t.Errorf("content %q, state %q: apart %v, and used are %q and %q:\n%s", c.content, c.state, apart, conf.content, conf.state, &output)
		}
	}
}
