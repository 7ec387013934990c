//go:build !linux

package main

// synchronized returns false: kiosks run on Linux.
func synchronized() bool { return false }
