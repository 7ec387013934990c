package main

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/blackbox"
	"gongkai/kiosk/store"
)

// What is kept in the state directory survives a cut at every system call that changes it. strace kills the writer at
// the entry of one call after the other, and its record of an uncut run shows that the disk has each thing before the name that
// leads to it.

// keeper is what writes in the state directory, in a process of its own.
type keeper struct {
	name  string
	write func(content, state string)
	// kept returns what the state directory holds, "" for nothing. The content directory is absent.
	kept func(content, state string) (string, error)
}

var cutFrom, cutTo = time.Date(2027, 1, 1, 8, 0, 0, 0, time.UTC), time.Date(2027, 1, 1, 9, 0, 0, 0, time.UTC)

var keepers = []keeper{
	{"clock", func(_, state string) {
		if err := store.SaveClock(state, cutTo); err != nil {
			panic(err)
		}
	}, func(_, state string) (string, error) {
		at, err := store.LoadClock(state)
		if errors.Is(err, fs.ErrNotExist) {
			return "", nil
		}
		return at.UTC().String(), err
	}},
	{"content", keepContent, keptContent},
	{"box", func(_, state string) {
		if _, err := keepBox(blackbox.Box{Format: 1, Facts: blackbox.Facts{Version: version}, Cause: "示例"}, state); err != nil {
			panic(err)
		}
	}, keptCauses},
}

// keptCauses returns the causes in the black boxes that are kept, the oldest first. Each must be whole.
func keptCauses(_, state string) (string, error) {
	dir := filepath.Join(state, "blackbox")
	names, err := boxesIn(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	var causes []string
	for _, name := range names {
		data, readErr := os.ReadFile(filepath.Join(dir, name))
		box, parseErr := blackbox.Parse(data)
		err = errors.Join(err, readErr, parseErr)
		causes = append(causes, box.Cause)
	}
	return strings.Join(causes, ", "), err
}

// keepContent reads the content until it is at rest, and keeps it.
func keepContent(content, state string) {
	s, _ := store.Place{Dir: content, State: state}.Open(slog.New(slog.DiscardHandler))
	for now := time.Now(); ; {
		snap, changed, again := s.Poll(now)
		if changed && !snap.Stale {
			return
		}
		now = now.Add(again)
	}
}

// keptContent returns the revision that is kept and shown without the content directory. All its images must be there.
func keptContent(content, state string) (string, error) {
	p := store.Place{Dir: content, State: state}
	c := p.Read().Catalogue
	if c == nil {
		return "", nil
	}
	for _, im := range c.Images() {
		f, err := p.Images().Open(im.Name)
		if err != nil {
			return "", err
		}
		f.Close()
	}
	return c.Revision, nil
}

// cutWriter is the process that is cut: the name of a keeper, the content and the state directory.
func cutWriter() {
	runtime.LockOSThread() // strace counts each thread's calls
	for _, k := range keepers {
		if k.name == os.Args[1] {
			k.write(os.Args[2], os.Args[3])
		}
	}
}

// changing are the calls that change a file system, or order it to the disk.
const changing = "openat,openat2,write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,ftruncate,link,linkat,symlinkat"

func TestTortureCuts(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	must(t, err)
	writer := filepath.Join(t.TempDir(), "cut-writer")
	must(t, os.Symlink(self, writer))
	for _, k := range keepers {
		for _, first := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, the first %v", k.name, first), func(t *testing.T) {
				t.Parallel()
				cutEverywhere(t, k, writer, first)
			})
		}
	}
}

// cutEverywhere cuts a keeper at each call until it ends by itself. The state it finds is empty, or holds an older one.
func cutEverywhere(t *testing.T, k keeper, writer string, first bool) {
	dir := t.TempDir()
	content, older := filepath.Join(dir, "content"), filepath.Join(dir, "older")
	must(t, os.MkdirAll(older, 0o700))
	must(t, os.CopyFS(content, os.DirFS("testdata/cut")))
	before := ""
	if !first {
		must(t, store.SaveClock(older, cutFrom))
		keepContent(content, older)
		if _, err := keepBox(blackbox.Box{Format: 1, Facts: blackbox.Facts{Version: version}, Cause: "示例之前"}, older); err != nil {
			t.Fatal(err)
		}
		before = k.keeps(t, content, older)
		must(t, os.WriteFile(filepath.Join(content, "items/2.toml"), []byte("number = 2\ncategory = \"示例\"\ncontent = \"新\"\n"), 0o644))
		must(t, os.Rename(filepath.Join(content, "images/b.png"), filepath.Join(content, "images/a.png")))
	}
	whole := filepath.Join(dir, "whole")
	must(t, os.CopyFS(whole, os.DirFS(older)))
	log := strace(t, "", writer, k.name, content, whole)
	ordered(t, log, whole)
	after := k.keeps(t, content, whole)
	if after == before || after == "" {
		t.Fatalf("an uncut run keeps %q after %q", after, before)
	}
	cuts, olds := 0, 0
	for n := 1; ; n++ {
		state := filepath.Join(dir, fmt.Sprint("state", n))
		must(t, os.CopyFS(state, os.DirFS(older)))
		if log := strace(t, fmt.Sprintf("inject=%s:signal=KILL:when=%d", changing, n), writer, k.name, content, state); !strings.Contains(log, "killed by SIGKILL") {
			break
		}
		cuts++
		got := k.keeps(t, content, state)
		if got != before && got != after {
			t.Errorf("cut at call %d: %q is kept, want %q or %q", n, got, before, after)
		}
		if got == before {
			olds++
		}
		k.write(content, state) // what the cut has left is no hindrance
		if got := k.keeps(t, content, state); got != after {
			t.Errorf("cut at call %d, then written: %q", n, got)
		}
		for _, pattern := range []string{"*.tmp", "*/*.tmp", "*/*/*.tmp"} {
			if left, _ := filepath.Glob(filepath.Join(state, pattern)); len(left) > 0 {
				t.Errorf("cut at call %d, then written: %v is left", n, left)
			}
		}
		must(t, os.RemoveAll(state))
	}
	t.Logf("%d cuts, after %d of which the older state was there", cuts, olds)
	if olds == 0 || cuts < 6 {
		t.Errorf("%d cuts, %d before the change", cuts, olds)
	}
}

// keeps returns what is kept, while the content directory is away.
func (k keeper) keeps(t *testing.T, content, state string) string {
	t.Helper()
	must(t, os.Rename(content, content+".away"))
	got, err := k.kept(content, state)
	must(t, os.Rename(content+".away", content))
	if err != nil {
		t.Errorf("what is kept can't be read: %v", err)
	}
	return got
}

// strace runs a program under strace and returns its record.
func strace(t *testing.T, inject string, program ...string) string {
	t.Helper()
	log := filepath.Join(t.TempDir(), "strace")
	args := []string{"-f", "-y", "-s", "0", "-o", log, "-e", "trace=" + changing}
	if inject != "" {
		args = append(args, "-e", inject)
	}
	cmd := exec.Command("strace", append(args, program...)...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	out, err := cmd.CombinedOutput()
	data, readErr := os.ReadFile(log)
	must(t, readErr)
	if err != nil && !strings.Contains(string(data), "killed by SIGKILL") {
		t.Fatalf("%v\n%s\n%s", err, out, data)
	}
	return string(data)
}

var (
	wrote    = regexp.MustCompile(`(?:write|pwrite64|writev)\(\d+<([^>]+)>`)
	synced   = regexp.MustCompile(`f(?:data)?sync\(\d+<([^>]+)>\) += 0`)
	renaming = regexp.MustCompile(`renameat2?\(\d+<([^>]+)>, "([^"]*)"(?:\.\.\.)?, \d+<([^>]+)>, "([^"]*)"`)
)

// ordered checks that what is renamed in a directory has been written to the disk before, that no file is written in its place,
// and that the folder is written to the disk after.
func ordered(t *testing.T, log, dir string) {
	t.Helper()
	unsynced, folders, renames := map[string]bool{}, map[string]bool{}, 0
	for line := range strings.Lines(log) {
		if m := wrote.FindStringSubmatch(line); m != nil && strings.HasPrefix(m[1], dir) {
			unsynced[m[1]] = true
			if !strings.HasSuffix(m[1], ".tmp") {
				t.Errorf("written in its place: %s", line)
			}
		}
		if m := synced.FindStringSubmatch(line); m != nil {
			delete(unsynced, m[1])
			delete(folders, m[1])
		}
		if m := renaming.FindStringSubmatch(line); m != nil && strings.HasPrefix(m[1], dir) {
			renames++
			folders[m[3]] = true
			if len(unsynced) > 0 {
				t.Errorf("renamed before the disk has it: %s", line)
			}
		}
	}
	if len(unsynced)+len(folders) > 0 || renames == 0 {
		t.Errorf("%d renames; not on the disk: %v, the names in %v\n%s", renames, unsynced, folders, log)
	}
}
