package main

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/content"
	"gongkai/kiosk/store"
)

// TestKeptContent checks that when the whole directory is gone, check reports what the screen still shows, and a
// snapshot draws that; another directory shows nothing of it.
func TestKeptContent(t *testing.T) {
	dir, state := filepath.Join(t.TempDir(), "content"), filepath.Join(t.TempDir(), "state")
	if err := os.CopyFS(dir, content.FS); err != nil {
		t.Fatal(err)
	}
	keep(t, dir, state)
	whole := store.Place{Dir: dir}.Read().Catalogue.Revision
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		dir    string
		code   int
		says   bool
		screen string
	}{
		{dir, found, true, "home"},
		{dir + ".other", found, false, "preparing"},
	} {
		var out, err bytes.Buffer
		if code := run(t.Context(), []string{"check", "--content", c.dir, "--state", state}, streams{&out, &err}); code != c.code {
			t.Errorf("%s: check exits with %d:\n%s%s", c.dir, code, &out, &err)
		}
		if says := strings.Contains(out.String(), "提醒：屏幕上仍是上次完好的内容（版本 "+shortRevision(whole)+"）"); says != c.says {
			t.Errorf("%s: reported that something is shown: %v\n%s", c.dir, says, &out)
		}
		pictures := t.TempDir()
		if code := run(t.Context(), []string{"snapshot", "--content", c.dir, "--state", state, "--out", pictures, "--at", "2026-10-01T08:00"}, streams{&out, &err}); code != fine {
			t.Errorf("%s: snapshot exits with %d:\n%s", c.dir, code, &err)
		}
		if _, err := os.Stat(filepath.Join(pictures, c.screen+".png")); err != nil {
			t.Errorf("%s: %v", c.dir, err)
		}
	}
}

// TestStateDirectory checks that a flag prevails over the machine's settings, and those over systemd's directory.
func TestStateDirectory(t *testing.T) {
	settings := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(settings, []byte("state = \"of the settings\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	none := filepath.Join(t.TempDir(), "none.toml")
	if err := os.WriteFile(none, []byte("# nothing\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	flag, empty := "of the flag", ""
	for _, c := range []struct {
		config, env string
		flag        *string
		want        string
	}{
		{none, "", nil, ""},
		{none, "/var/lib/kiosk:/var/lib/other", nil, "/var/lib/kiosk"},
		{settings, "/var/lib/kiosk", nil, "of the settings"},
		{settings, "/var/lib/kiosk", &flag, "of the flag"},
		{settings, "/var/lib/kiosk", &empty, ""},
	} {
		t.Setenv("STATE_DIRECTORY", c.env)
		var err bytes.Buffer
		conf, ok := common{Config: c.config, State: c.flag}.load(streams{&err, &err})
		if !ok || conf.state != c.want {
			t.Errorf("%+v: %q (%s)", c, conf.state, &err)
		}
	}
}

// keep makes a store keep the content of a directory.
func keep(t *testing.T, dir, state string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	st, _ := store.Place{Dir: dir, State: state}.Open(slog.New(slog.DiscardHandler))
	ended := make(chan struct{})
	go func() {
		st.Watch(ctx, func(store.Snapshot) { stop() }) // what has been shown is still kept
		close(ended)
	}()
	<-ended
}
