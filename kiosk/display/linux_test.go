//go:build linux

package display

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
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

// TestFreeBytes: of a directory that is still to be made the file system counts on which it will lie.
func TestFreeBytes(t *testing.T) {
	dir := t.TempDir()
	if free := freeBytes(filepath.Join(dir, "not", "there")); free == 0 || free == math.MaxUint64 {
		t.Errorf("%d bytes", free)
	}
	if free := freeBytes("/proc"); free != 0 {
		t.Errorf("%d bytes where nothing can be kept", free)
	}
	if free := freeBytes(""); free != math.MaxUint64 {
		t.Errorf("%d bytes in no directory: nothing is kept, so nothing is short", free)
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
