//go:build !linux

package main

// machineMemory returns 0: kiosks run on Linux.
func machineMemory() int64 { return 0 }
