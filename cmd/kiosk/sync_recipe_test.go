package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// This file runs the recipes of docs/sync.md as they are, with other paths.

var (
	fence    = regexp.MustCompile("(?ms)^```[a-z]*\n(.*?)^```")
	unitLine = regexp.MustCompile(`(?m)^Exec(?:StartPre|Start)=(.*)$`)
)

// block returns the fenced block of a document's section, or of the whole document, that contains some words.
func block(t *testing.T, document, section, words string) string {
	t.Helper()
	text, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	body := string(text)
	if section != "" {
		_, body, _ = strings.Cut(body, "\n## "+section+"\n")
		body, _, _ = strings.Cut(body, "\n## ")
	}
	blocks := fence.FindAllStringSubmatch(body, -1)
	i := slices.IndexFunc(blocks, func(b []string) bool { return strings.Contains(b[1], words) })
	if i < 0 {
		t.Fatalf("%s has no block with %q under %q", document, words, section)
	}
	return blocks[i][1]
}

// recipe returns a block of docs/sync.md as a shell runs it; of a unit, its commands, each run only if the one before succeeded.
func recipe(t *testing.T, section, words string) string {
	t.Helper()
	text := block(t, "../../docs/sync.md", section, words)
	commands := unitLine.FindAllStringSubmatch(strings.ReplaceAll(text, "\\\n", " "), -1)
	if len(commands) == 0 {
		return text
	}
	var all []string
	for _, c := range commands {
		all = append(all, c[1])
	}
	return strings.Join(all, " &&\n")
}

// line replaces ssh: a shell that runs ssh -l user host command on this machine.
const line = "#!/bin/sh\nshift 3\nexec sh -c \"$*\"\n"

// follow runs a recipe between the office's folder and the kiosk's, and returns its output.
func (o *office) follow(recipe string) (said string, err error) {
	o.Helper()
	tools := o.TempDir()
	o.must(os.WriteFile(filepath.Join(tools, "line"), []byte(line), 0o755))
	places := strings.NewReplacer("/srv/office/content", o.from, "/mnt/office/content", o.from, "/srv/kiosk/content", o.to, "/srv/kiosk", filepath.Dir(o.to))
	cmd := exec.Command("sh", "-c", places.Replace(recipe))
	cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(built)+":"+os.Getenv("PATH"), "RSYNC_RSH="+filepath.Join(tools, "line"),
		"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// byRecipe carries content by a recipe of docs/sync.md.
func byRecipe(section, words string) func(*office) func() {
	return func(o *office) func() {
		script := recipe(o.T, section, words)
		return func() {
			if said, err := o.follow(script); err != nil {
				o.Fatalf("%s: %v\n%s", script, err, said)
			}
		}
	}
}

// emptied replaces the office's folder with an empty one, as of a share that isn't mounted.
func (o *office) emptied() {
	o.Helper()
	o.must(os.Rename(o.from, o.from+".away"))
	o.must(os.Mkdir(o.from, 0o755))
}

// TestSyncEmptySource checks that with an empty or absent source no recipe deletes anything, however often it runs, and
// that the recipe works again once the source is back.
func TestSyncEmptySource(t *testing.T) {
	for _, c := range []struct{ title, section, words string }{
		{"rsync", "rsync", "ExecStart="},
		{"rsync, pushed", "rsync", "kiosk-sync@kiosk"},
		{"rsync from a share", "SMB and NFS shares", "ExecStart="},
		{"git", "git", "fetch"},
		{"swap", "A new directory beside, and a swap", "mv -T"},
	} {
		t.Run(c.title, func(t *testing.T) {
			t.Parallel()
			o := newOffice(t)
			script := recipe(t, c.section, c.words)
			if c.words == "fetch" {
				gitOffice(o)
			}
			o.must(os.MkdirAll(filepath.Join(filepath.Dir(o.to), "releases"), 0o755))
			if said, err := o.follow(script); err != nil {
				t.Fatalf("%v\n%s", err, said)
			}
			whole := filesOf(o, o.to+"/")
			if !slices.Contains(whole, item6) {
				t.Fatalf("nothing has arrived: %q", whole)
			}
			o.emptied()
			for range 2 {
				o.untouched(script, whole)
			}
			o.must(os.Remove(o.from))
			o.untouched(script, whole)
			o.must(os.Rename(o.from+".away", o.from))
			if said, err := o.follow(script); err != nil && c.title != "swap" { // its names have a resolution of a second
				t.Errorf("with the source back: %v\n%s", err, said)
			}
		})
	}
}

// untouched follows a recipe that must fail and leave the kiosk's folder as it is.
func (o *office) untouched(script string, whole []string) {
	o.Helper()
	said, err := o.follow(script)
	if now := filesOf(o, o.to+"/"); err == nil || !slices.Equal(now, whole) {
		o.Errorf("without a source (%v) the kiosk has %d files of %d:\n%s", err, len(now), len(whole), said)
	}
}

// TestSyncDeletesWithoutTheQuestion checks that the recipe's second command alone would empty the kiosk, even with
// --max-delete. If that changes, the recipe may be simplified.
func TestSyncDeletesWithoutTheQuestion(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, bare, _ := strings.Cut(recipe(t, "rsync", "ExecStart="), "&&\n")
	bare = strings.Replace(bare, "--delete-after", "--delete-after --max-delete=50", 1)
	if said, err := o.follow(bare); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	o.emptied()
	if said, err := o.follow(bare); err != nil || len(filesOf(o, o.to)) > 0 {
		t.Errorf("%v\n%s", err, said)
	}
}

// TestSyncthingEmptySource checks that Syncthing treats a folder without its marker as absent.
func TestSyncthingEmptySource(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.must(os.MkdirAll(o.to, 0o755))
	sends, receives := startSyncthing(t), startSyncthing(t)
	receives.expect(sends, o.to, "receiveonly")
	sends.call(receives, o.from, "sendonly")
	o.witness = watch(t, o.to)
	o.until(t, 0, "the first content", func(s seen) bool {
		return s.Catalogue != nil && s.Catalogue.Revision == o.whole.states[0].Revision
	})
	whole := filesOf(o, o.to)
	o.emptied()
	if err := sends.ask("POST", "db/scan?folder=content", nil, nil); err == nil || !strings.Contains(err.Error(), "marker") {
		t.Errorf("an empty folder is scanned: %v", err)
	}
	receives.scan()
	if now := filesOf(o, o.to); !slices.Equal(now, whole) {
		t.Errorf("of %q there are %q", whole, now)
	}
}
