package main

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// memoryGroup is a cgroup with a limit on its memory, of either version.
type memoryGroup struct{ dir, limit, peak string }

// newMemoryGroup makes one, below this process's own; root can.
func newMemoryGroup(t *testing.T, bytes int) memoryGroup {
	t.Helper()
	if !*fullFlag {
		t.Skip("make parts runs it")
	}
	g := memoryGroup{"/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.max_usage_in_bytes"}
	if _, err := os.Stat("/sys/fs/cgroup/cgroup.controllers"); err == nil {
		g = memoryGroup{"/sys/fs/cgroup", "memory.max", "memory.peak"}
		must(t, os.WriteFile(filepath.Join(g.dir, "cgroup.subtree_control"), []byte("+memory"), 0))
	}
	g.dir = filepath.Join(g.dir, "kiosk-test-"+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(bytes))
	if err := os.Mkdir(g.dir, 0o755); err != nil {
		t.Fatalf("the machine lets nothing be limited: run as root, with a cgroup of memory: %v", err)
	}
	t.Cleanup(func() { os.Remove(g.dir) })
	must(t, os.WriteFile(filepath.Join(g.dir, g.limit), []byte(strconv.Itoa(bytes)), 0))
	if g.limit == "memory.max" {
		must(t, os.WriteFile(filepath.Join(g.dir, "memory.swap.max"), []byte("0"), 0))
	}
	return g
}

// runLimited starts the program in a cgroup.
func (k kiosk) runLimited(g memoryGroup, args ...string) kiosk {
	k.Helper()
	var err error
	join := "echo $$ >" + g.dir + "/cgroup.procs; exec \"$@\""
	k.Program, err = k.Launch("sh", append([]string{"-ec", join, "sh", built, "run", "--content", k.dir}, args...)...)
	k.must(err)
	k.Cleanup(func() { k.End() })
	return k
}

// TestPartMemory runs the program with what a machine of 512 MiB leaves to it beside the system, the compositor and the X server, and with the
// least memory_mib, through all screens and pictures of 30 MB: it lives, and the glass shows what it should.
func TestPartMemory(t *testing.T) {
	const mib = 1 << 20
	for _, c := range []struct{ setting, limit int }{{120, 300}, {64, 240}} {
		t.Run(fmt.Sprintf("%d MiB of %d", c.setting, c.limit), func(t *testing.T) {
			g := newMemoryGroup(t, c.limit*mib)
			k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
			k.copyShipped()
			must(t, os.MkdirAll(k.file("images"), 0o755))
			must(t, os.MkdirAll(k.file("notices"), 0o755))
			for n := range 3 {
				must(t, os.WriteFile(k.file(fmt.Sprintf("images/%d.bmp", n)), bitmapFile(3400, 3000, byte(80*n)), 0o644))
				text := fmt.Sprintf("title = \"示例%d\"\ndate = 2026-11-20\nbody = \"示例\"\nimages = [\"images/%d.bmp\"]\n", n, n)
				must(t, os.WriteFile(k.file(fmt.Sprintf("notices/%d.toml", n)), []byte(text), 0o644))
			}
			conf := filepath.Join(t.TempDir(), "config.toml")
			must(t, os.WriteFile(conf, fmt.Appendf(nil, "memory_mib = %d\n", c.setting), 0o644))
			k = k.server(xdrive.Portrait).runLimited(g, "--config", conf, "--state", t.TempDir())
			k.must(k.Ready(k.soon(), k.Program))
			for range 5 {
				for _, step := range xdrive.Tour {
					k.walk(step)
				}
			}
			k.walk(xdrive.Tour[:1]...)
			k.seesHome()
			k.calm()
			peak, err := os.ReadFile(filepath.Join(g.dir, g.peak))
			k.must(err)
			bytes, err := strconv.Atoi(strings.TrimSpace(string(peak)))
			k.must(err)
			t.Logf("memory_mib %d, the limit %d MiB: peak %d MiB, with the fonts' and the content's pages in the system's cache", c.setting, c.limit, bytes/mib)
		})
	}
}

// TestPartOutOfMemory gives the program far too little: the kernel kills it, and what it had kept is shown by the next one, although the content has gone.
func TestPartOutOfMemory(t *testing.T) {
	const mib = 1 << 20
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
	state := t.TempDir()
	g := newMemoryGroup(t, 24*mib)
	k.copyShipped()
	k = k.server(xdrive.Portrait)
	k.run(built, "--state", state).await("the content is kept", func() bool { return k.keeps(state, "残疾人补贴") })
	killed := k.runLimited(g, "--state", state)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if code, err := killed.Wait(ctx); err != nil || code == 0 {
		t.Fatalf("with 24 MiB the program isn't killed: %d, %v", code, err)
	}
	must(t, os.RemoveAll(k.dir))
	began := time.Now()
	k.Program = nil
	after := k.run(built, "--state", state)
	t.Logf("back after %v", time.Since(began).Round(time.Millisecond))
	if _, err := after.WaitLine(after.soon(), 0, "kept content"); err != nil {
		t.Error(err)
	}
	after.walk(xdrive.Tour[:1]...)
}

// bitmapFile returns a BMP of 24 bits: decoding one takes its size twice.
func bitmapFile(width, height int, shade byte) []byte {
	size := 3 * width * height
	data := make([]byte, 54+size)
	copy(data, "BM")
	le := binary.LittleEndian
	le.PutUint32(data[2:], uint32(len(data)))
	le.PutUint32(data[10:], 54)
	le.PutUint32(data[14:], 40)
	le.PutUint32(data[18:], uint32(width))
	le.PutUint32(data[22:], uint32(height))
	le.PutUint16(data[26:], 1)
	le.PutUint16(data[28:], 24)
	for i := range data[54:] {
		data[54+i] = byte(i/width) ^ shade
	}
	return data
}
