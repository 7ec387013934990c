package main

import (
	"context"
	"image"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// clockless returns a copy of the program with tomorrow's date of installation: it
// trusts no clock before that, so not even the minute changes on its screen.
func clockless(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kiosk")
	data, err := os.ReadFile(built)
	if err != nil {
		t.Fatal(err)
	}
	tomorrow := time.Now().Add(24 * time.Hour)
	if err := os.WriteFile(path, data, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, tomorrow, tomorrow); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestNothingDrawnAtRest checks that a screen at rest is not drawn again, nor by a bare
// pointer that moves over it. TestWithoutSharedMemory checks the same of Ebitengine.
func TestNothingDrawnAtRest(t *testing.T) {
	t.Parallel()
	k := open(t, clockless(t), xdrive.Portrait)
	k.walk(xdrive.Tour[:2]...)
	k.must(k.Damage.Settle(k.ctx, time.Second))

	n := k.Damage.Count()
	k.undrawn(n, "at rest", 5*time.Second)

	for x := range 60 {
		k.must(k.Move(image.Pt(200+10*x, 900)))
		k.undrawn(n, "under a moving pointer", 16*time.Millisecond)
	}
	k.undrawn(n, "after a pointer has moved", time.Second)

	if _, err := k.Go(k.ctx, k.Program, xdrive.Step{At: xdrive.BackButton, Want: "attract"}); err != nil {
		t.Errorf("it does not wake up again: %v", err)
	}
}

// undrawn checks for a while that nothing is drawn.
func (k kiosk) undrawn(n int, when string, d time.Duration) {
	k.Helper()
	ctx, cancel := context.WithTimeout(k.ctx, d)
	defer cancel()
	if _, err := k.Damage.Wait(ctx, n); err == nil {
		k.Fatalf("%s it draws: %d times", when, k.Damage.Count()-n)
	}
}
