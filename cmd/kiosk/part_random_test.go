package main

import (
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// TestPartRandom: five minutes of random keys, buttons and fingers, on Xorg with and without shared memory and under cage, one after
// another: a server without shared memory numbers its events differently, and xgb has one table of them for all servers.
func TestPartRandom(t *testing.T) {
	if !*fullFlag {
		t.Skip("make parts runs it")
	}
	fiveMinutes := func() func() bool {
		until := time.Now().Add(5 * time.Minute)
		return func() bool { return time.Now().After(until) }
	}
	t.Run("Xorg", func(t *testing.T) { randomOnXorg(t, "", fiveMinutes()) })
	t.Run("Xorg without shared memory", func(t *testing.T) { randomOnXorg(t, xdrive.NoSharedMemory, fiveMinutes()) })
	t.Run("cage", func(t *testing.T) { randomUnderCage(t, fiveMinutes()) })
}
