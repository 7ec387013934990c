//go:build linux

package display

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/sys/unix"
)

// shared counts the System V shared memory of this process.
func shared(t *testing.T) int {
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Count(string(maps), "/SYSV")
}

// TestShare: memory that the X server refuses is freed, and so is a panel's.
func TestShare(t *testing.T) {
	before, refused := shared(t), errors.New("refused")
	if pix, err := share(4096, func(uint32) error { return refused }); pix != nil || !errors.Is(err, refused) {
		t.Errorf("%d bytes, error %v", len(pix), err)
	}
	pix, err := share(4096, func(uint32) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if n := shared(t); n != before+1 {
		t.Errorf("%d are shared, want one", n-before)
	}
	p := &panel{pix: pix}
	if err := p.release(); err != nil || p.release() != nil || p.pix != nil || shared(t) != before {
		t.Errorf("released: %v, %d still shared", err, shared(t)-before)
	}
}

// TestDraws: a virtual machine's render node without 3D doesn't count.
func TestDraws(t *testing.T) {
	features := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	for _, c := range []struct {
		name string
		sys  fstest.MapFS
		want bool
	}{
		{"a GPU on PCI", fstest.MapFS{"renderD128/device/vendor": features("0x8086\n")}, true},
		{"virtio with 3D", fstest.MapFS{"renderD128/device/features": features("1100000000000000\n")}, true},
		{"virtio without", fstest.MapFS{"renderD128/device/features": features("0100000000000000\n")}, false},
		{"virtio without, below its PCI device", fstest.MapFS{"renderD128/device/virtio0/features": features("0100000000000000\n")}, false},
		{"another node's", fstest.MapFS{"renderD129/device/features": features("0100000000000000\n")}, true},
		{"no sysfs", fstest.MapFS{}, true},
	} {
		if got := draws(c.sys, "renderD128"); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestShaderCache: the directory is found as Mesa finds it.
func TestShaderCache(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{map[string]string{"MESA_SHADER_CACHE_DIR": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"}, "/a"},
		{map[string]string{"XDG_CACHE_HOME": "/b", "HOME": "/c"}, "/b"},
		{map[string]string{"HOME": "/c"}, "/c/.cache"},
		{nil, ""},
	} {
		if got := shaderCache(func(key string) string { return c.env[key] }); got != c.want {
			t.Errorf("%v: %q, want %q", c.env, got, c.want)
		}
	}
}

// TestShaderCacheIsMeasured: Mesa keeps its cache where there is room for it, and none where the environment names no place.
func TestShaderCacheIsMeasured(t *testing.T) {
	for _, key := range []string{"LC_ALL", "MESA_SHADER_CACHE_DISABLE", "MESA_SHADER_CACHE_DIR", "XDG_CACHE_HOME", "HOME"} {
		t.Setenv(key, "")
	}
	log := slog.New(slog.DiscardHandler)
	prepareEnvironment(false, log)
	if dir := os.Getenv("MESA_SHADER_CACHE_DIR"); dir != "" || os.Getenv("MESA_SHADER_CACHE_DISABLE") != "true" {
		t.Errorf("nowhere: the cache lies in %q", dir)
	}
	t.Setenv("MESA_SHADER_CACHE_DISABLE", "")
	home := t.TempDir()
	t.Setenv("HOME", home)
	prepareEnvironment(false, log)
	if dir := os.Getenv("MESA_SHADER_CACHE_DIR"); dir != filepath.Join(home, ".cache") || os.Getenv("MESA_SHADER_CACHE_DISABLE") != "" {
		t.Errorf("the cache lies in %q", dir)
	}
}

// TestFreeBytes: of a directory that is still to be made the file system counts on which it will lie.
func TestFreeBytes(t *testing.T) {
	dir := t.TempDir()
	if free := freeBytes(filepath.Join(dir, "not", "there")); free == 0 {
		t.Errorf("%d bytes", free)
	}
	if free := freeBytes("/proc"); free != 0 {
		t.Errorf("%d bytes where nothing can be kept", free)
	}
	if free := freeBytes(""); free != 0 {
		t.Errorf("%d bytes in no directory", free)
	}
}

// TestWatchClock: it ends with its context, and wakes nothing while the clock isn't set.
func TestWatchClock(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		watchClock(ctx, func() { t.Error("woken") })
		close(done)
	}()
	cancel()
	<-done
}

// TestWakeWhenSet: each time the clock is set the game is woken, until the timer is closed.
func TestWakeWhenSet(t *testing.T) {
	ends := []error{unix.ECANCELED, &os.PathError{Op: "read", Err: unix.ECANCELED}, os.ErrClosed}
	woken := 0
	wakeWhenSet(func([]byte) (int, error) {
		err := ends[0]
		ends = ends[1:]
		return 0, err
	}, func() { woken++ })
	if woken != 2 || len(ends) > 0 {
		t.Errorf("woken %d times, %d reads are left", woken, len(ends))
	}
}

// TestClockIsWatched: while the game runs a timer waits for the clock to be set.
func TestClockIsWatched(t *testing.T) {
	g := running(t)
	g.surface.(*sheet).runs = func(*game) error {
		for until := time.Now().Add(10 * time.Second); time.Now().Before(until); runtime.Gosched() {
			if timers() > 0 {
				return nil
			}
		}
		return errors.New("there is none")
	}
	if err := g.run(t.Context()); err != nil {
		t.Error(err)
	}
}

// timers counts this process's open timers.
func timers() (n int) {
	files, _ := filepath.Glob("/proc/self/fd/*")
	for _, f := range files {
		if to, _ := os.Readlink(f); to == "anon_inode:[timerfd]" {
			n++
		}
	}
	return n
}
