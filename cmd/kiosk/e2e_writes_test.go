package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// TestNoWritesAtRest watches the carousel through some slides: nothing is written, and an edit is, once. TestPartWrites does it for
// ten minutes.
func TestNoWritesAtRest(t *testing.T) {
	t.Parallel()
	writesNothing(t, 40*time.Second)
}

// writesNothing runs the program with a state directory, and fails the test if it writes anything for so long.
func writesNothing(t *testing.T, long time.Duration) {
	own := t.TempDir() // whatever the program may write to lies here
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "MESA_SHADER_CACHE_DIR", "TMPDIR"} {
		dir := filepath.Join(own, name)
		must(t, os.Mkdir(dir, 0o700))
	}
	k := kiosk{T: t, dir: filepath.Join(own, "content")}
	k.copyShipped()
	k = k.server(xdrive.Portrait)
	state := filepath.Join(own, "state")
	k = k.runIn(own, "--state", state)
	k.await("the content is kept", func() bool {
		kept, _ := filepath.Glob(filepath.Join(state, "*", "content"))
		return len(kept) == 1
	})

	before, tree, kept := k.io(), listed(t, own), listed(t, state)
	slides := len(k.Screens(0))
	time.Sleep(long) // what is measured is that nothing happens in real time
	after := k.io()
	t.Logf("in %v at rest, %d slides: %d bytes to disks, %d calls of write to sockets and wake-ups", long, len(k.Screens(0))-slides, after.bytes-before.bytes, after.calls-before.calls)
	if after.bytes != before.bytes {
		t.Errorf("%d bytes were written in %v at rest", after.bytes-before.bytes, long)
	}
	if now := listed(t, own); now != tree {
		t.Errorf("files have changed at rest:\n%s\nbefore:\n%s", now, tree)
	}

	k.edit(item6, `"残疾人补贴"`, `"残疾人补贴新"`)
	k.await("the edit is kept", func() bool { return k.keeps(state, "残疾人补贴新") })
	if listed(t, state) == kept {
		t.Error("the list of files doesn't show that it was written")
	}
}

// runIn starts the program with all the directories that it may write to inside one.
func (k kiosk) runIn(own string, args ...string) kiosk {
	k.Helper()
	script := ""
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "MESA_SHADER_CACHE_DIR", "TMPDIR"} {
		script += fmt.Sprintf("export %s='%s'\n", name, filepath.Join(own, name))
	}
	var err error
	k.Program, err = k.Launch("sh", append([]string{"-c", script + `exec "$@"`, "sh", built, "run", "--content", k.dir}, args...)...)
	k.must(err)
	k.Cleanup(func() { k.End() })
	k.must(k.Ready(k.soon(), k.Program))
	return k
}

// await waits until something is so.
func (k kiosk) await(what string, is func() bool) {
	k.Helper()
	for ctx := k.soon(); !is(); {
		select {
		case <-ctx.Done():
			k.Fatalf("waited in vain until %s", what)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// keeps reports whether a text is in the kept content.
func (k kiosk) keeps(state, text string) bool {
	kept, _ := filepath.Glob(filepath.Join(state, "*", "content"))
	for _, path := range kept {
		data, _ := os.ReadFile(path)
		if strings.Contains(string(data), text) {
			return true
		}
	}
	return false
}

// output is what a process has written since its start.
type output struct{ bytes, calls int }

// io returns what the program has written.
func (k kiosk) io() output {
	k.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/io", k.Pid))
	k.must(err)
	number := func(name string) int {
		_, rest, _ := strings.Cut(string(data), name+": ")
		first, _, _ := strings.Cut(rest, "\n")
		n, err := strconv.Atoi(first)
		k.must(err)
		return n
	}
	return output{number("write_bytes"), number("syscw")}
}

// listed lists the files below a directory with their sizes and times.
func listed(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			fmt.Fprintln(&b, path, info.Size(), info.ModTime().UnixNano())
		}
		return err
	}))
	return b.String()
}
