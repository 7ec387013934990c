package main

import (
	"context"
	"fmt"
	"image"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// clockless returns a program of which the source is from tomorrow: it
// trusts no clock before that, so not even the minute changes on its screen.
func clockless(t *testing.T) string {
	t.Helper()
	path, err := tomorrow()
	if err != nil {
		t.Fatalf("a program from tomorrow: %v", err)
	}
	return path
}

var tomorrow = sync.OnceValues(func() (string, error) {
	path := filepath.Join(scratch, "clockless")
	stamp := fmt.Sprint("-X main.stampSeconds=", time.Now().Add(24*time.Hour).Unix())
	out, err := exec.Command("go", "build", "-ldflags", stamp, "-o", path, ".").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w\n%s", err, out)
	}
	return path, err
})

// TestNothingDrawnAtRest checks that a screen at rest is not drawn again, nor by a bare
// pointer that moves over it. TestWithoutSharedMemory checks the same of Ebitengine.
func TestNothingDrawnAtRest(t *testing.T) {
	t.Parallel()
	k := open(t, clockless(t), xdrive.Portrait)
	k.walk(xdrive.Tour[:1]...)
	n := k.rests(8 * time.Second)
	for x := range 60 {
		k.must(k.Move(image.Pt(200+10*x, 900)))
		k.undrawn(n, "under a moving pointer", 16*time.Millisecond)
	}
	k.undrawn(n, "after a pointer has moved", time.Second)

	if _, err := k.Go(k.ctx, k.Program, xdrive.Step{At: xdrive.BackButton, Want: "attract"}); err != nil {
		t.Errorf("it does not wake up again: %v", err)
	}
}

// rests waits until nothing has been drawn for a while, and returns how much had been drawn by then. A busy machine draws
// the end of a transition late, but a program at rest is quiet sooner or later.
func (k kiosk) rests(quiet time.Duration) int {
	k.Helper()
	if err := k.Damage.Settle(k.soon(), quiet); err != nil {
		k.Fatalf("the screen is never still for %v: %v", quiet, err)
	}
	return k.Damage.Count()
}

// undrawn checks for a while that nothing is drawn.
func (k kiosk) undrawn(n int, when string, d time.Duration) {
	k.Helper()
	ctx, cancel := context.WithTimeout(k.ctx, d)
	defer cancel()
	if _, err := k.Damage.Wait(ctx, n); err == nil {
		k.Fatalf("drawn %d times %s", k.Damage.Count()-n, when)
	}
}
