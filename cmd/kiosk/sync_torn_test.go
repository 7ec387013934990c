package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// largeItem returns an item of 700 kB, large enough to interrupt its transfer, with the mark all through it.
func largeItem(mark string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "number = 15\ncategory = \"示例\"\ncontent = \"示例\"\nbasis = \"《示例》\"\n")
	for range 40 {
		fmt.Fprintf(&b, "[[guide]]\nheading = %q\nbody = \"\"\"\n%s\"\"\"\n", mark, strings.Repeat("示例"+mark+"\n", 600))
	}
	return b.String()
}

const large = "items/15-示例.toml"

// TestSyncBrokenOff interrupts a transfer half way through a file. A new file that gets its name
// at the end is never seen incomplete. One that is written in place is left half old and half new,
// which can't be distinguished from a whole one: that is why docs/sync.md advises against it. Sent
// again, it is whole in either case.
func TestSyncBrokenOff(t *testing.T) {
	for _, c := range []struct {
		title   string
		options []string
		torn    bool // what the screen shows may never have been whole
	}{
		{"all names at the end", []string{"-rt", "--delay-updates", "--delete-after"}, false},
		{"as rsync does it by itself", []string{"-a", "--delete"}, false},
		{"in place", []string{"-a", "--delete", "--inplace"}, true},
	} {
		t.Run(c.title, func(t *testing.T) {
			t.Parallel()
			o := newOffice(t)
			o.write(large, largeItem("甲乙")) // as long as the next version, an hour before it
			hour := time.Now().Add(-time.Hour)
			o.must(os.Chtimes(filepath.Join(o.from, large), hour, hour))
			o.whole.states = nil
			o.whole.note(t, o.from)
			carry := rsync(c.options...)(o)
			carry()
			o.witness = watch(t, o.to)

			o.write(large, largeItem("丙丁"))
			o.breakOff(c.options)
			if c.torn {
				left, err := os.ReadFile(filepath.Join(o.to, large))
				o.must(err)
				s := o.until(t, 0, "what was left", func(s seen) bool { return s.holds(large, left) })
				t.Logf("broken off in place: the screen shows %q, held %q", o.whole.wrong(s.Catalogue), s.Held)
			}
			o.send("all, once more", func() {}, carry)
			if !c.torn {
				o.verify(t, &o.whole)
			}
		})
	}
}

// breakOff sends slowly and kills the tool when a part of the large file has arrived.
func (o *office) breakOff(options []string) {
	o.Helper()
	args := append([]string{"--bwlimit=30"}, options...)
	cmd := exec.Command(toolPath(o.T, "test", "rsync"), append(args, o.from+"/", o.to+"/")...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL} // it runs as three processes
	o.must(cmd.Start())
	for late := time.Now().Add(patience); !o.partArrived(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(late) {
			o.Fatal("nothing of the large file has arrived")
		}
	}
	o.must(syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL))
	if err := cmd.Wait(); err == nil {
		o.Fatal("rsync ended before it could be broken off")
	}
}

// partArrived reports whether a part of the large file has been written, in place or beside it.
func (o *office) partArrived() bool {
	if data, err := os.ReadFile(filepath.Join(o.to, large)); err == nil && bytes.Contains(data, []byte("丙丁")) {
		return true
	}
	dir, base := filepath.Split(large)
	for _, pattern := range []string{"." + base + ".*", ".~tmp~/." + base + ".*", ".~tmp~/" + base} {
		found, err := filepath.Glob(filepath.Join(o.to, dir, pattern))
		o.must(err)
		for _, path := range found {
			if info, err := os.Stat(path); err == nil && info.Size() > 0 {
				return true
			}
		}
	}
	return false
}

// TestSyncUnnoticed changes a file through a memory mapping, which sends no notification, like another
// machine's changes on a share. The kiosk finds it, as it reads every few seconds.
func TestSyncUnnoticed(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	carry := rsync("-a")(o)
	carry()
	path := filepath.Join(o.to, item6)
	hour := time.Now().Add(-time.Hour)
	o.must(os.Chtimes(path, hour, hour))
	o.witness = watch(t, o.to)
	o.send("a word without a notice", func() { o.replace(item6, "残疾人补贴", "示例人补贴") }, func() {
		data, err := os.ReadFile(filepath.Join(o.from, item6))
		o.must(err)
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		o.must(err)
		defer f.Close()
		mapped, err := syscall.Mmap(int(f.Fd()), 0, len(data), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
		o.must(err)
		copy(mapped, data)
		o.must(syscall.Munmap(mapped))
	})
	o.verify(t, &o.whole)
}
