//go:build linux

package display

import (
	"errors"
	"os"
	"strings"
	"testing"
)

// shared counts the memory that this process shares with others by SysV's calls.
func shared(t *testing.T) int {
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Count(string(maps), "/SYSV")
}

// TestShare: memory that the X server doesn't take is let go of, and that of a panel with it.
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
