package main

import (
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// TestPartRandom: five minutes of random keys, buttons and fingers, on Xorg with and without shared memory and under cage.
func TestPartRandom(t *testing.T) {
	if !*fullFlag {
		t.Skip("make parts runs it")
	}
	fiveMinutes := func() func() bool {
		until := time.Now().Add(5 * time.Minute)
		return func() bool { return time.Now().After(until) }
	}
	t.Run("Xorg", func(t *testing.T) {
		for name, server := range map[string]string{"shared memory": "", "without shared memory": xdrive.NoSharedMemory} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				randomOnXorg(t, server, fiveMinutes())
			})
		}
	})
	t.Run("cage", func(t *testing.T) { randomUnderCage(t, fiveMinutes()) })
}
