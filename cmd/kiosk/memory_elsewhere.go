//go:build !linux

package main

import "time"

// machineMemory returns 0: kiosks run on Linux.
func machineMemory() int64 { return 0 }

// machineUp returns 0.
func machineUp() time.Duration { return 0 }
