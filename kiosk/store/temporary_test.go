package store

import (
	"os"
	"testing"
	"time"
)

func TestTargetOf(t *testing.T) {
	for name, want := range map[string]string{
		"items/.syncthing.06.toml.tmp": "items/06.toml",
		"items/~syncthing~06.toml.tmp": "items/06.toml",
		".kiosk.toml.Xa3Q1b":           "kiosk.toml",
		"items/.06-残疾人补贴.toml.Xa3Q1b":  "items/06-残疾人补贴.toml",
		"images/.a.jpg.Xa3Q1b":         "images/a.jpg",
		"images/a.jpg.part":            "images/a.jpg",
		"notices/1.toml.filepart":      "notices/1.toml",
		"items/06.toml.tmp":            "items/06.toml",
		"items/.06.toml.swp":           "", // an editor's, which may stay open for days
		"items/~$06.toml":              "",
		"items/.saving":                "",
		".other.toml.Xa3Q1b":           "",
		"items/06.toml":                "",
		"items/notes.txt.tmp":          "",
		"images/thumb.psd.part":        "images/thumb.psd", // no picture that is shown, but told of
		"images/thumbs.db.part":        "",
	} {
		if got := targetOf(name); got != want {
			t.Errorf("%s is a temporary of %q, want %q", name, got, want)
		}
	}
}

// TestTemporariesAreAwaited: while a tool is writing, the files it has finished wait for the rest, but no longer
// than patience; an abandoned temporary delays nothing.
func TestTemporariesAreAwaited(t *testing.T) {
	p := newPlace(t)
	w := watch(p)
	step := func() string {
		snap, changed, again := w.step(w.now)
		if w.now = w.now.Add(again); !changed {
			return ""
		}
		return text(snap)
	}
	temp := "items/.03.toml.Xa3Q1b"
	p.write("items/02.toml", item(2, "新2"))
	p.write(temp, item(3, "新"))
	for range 4 {
		if got := step(); got != "" {
			t.Fatalf("while a file is being written it shows %q", got)
		}
	}
	p.write(temp, item(3, "新3"))
	p.rename(temp, "items/03.toml")
	step()
	if got := step(); got != "甲1 新2 新3" {
		t.Fatalf("then it shows %q", got)
	}

	p.write("items/02.toml", item(2, "又2"))
	p.must(os.Mkdir(p.path(delayed), 0o755))
	began, got := w.now, ""
	for got == "" {
		got = step()
	}
	if waited := w.now.Sub(began); got != "甲1 又2 新3" || waited < patience || waited > patience+rescan+time.Second {
		t.Errorf("after %v it shows %q", waited, got)
	}

	w.now = w.now.Add(abandoned)
	p.write("items/02.toml", item(2, "末2"))
	began = w.now
	for got = ""; got == ""; {
		got = step()
	}
	if waited := w.now.Sub(began); got != "甲1 末2 新3" || waited > time.Second+rescan {
		t.Errorf("with an abandoned temporary, after %v it shows %q", waited, got)
	}
}
