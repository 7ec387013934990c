//go:build !linux

package store

import "io/fs"

// changed returns 0: kiosks run on Linux.
func changed(fs.FileInfo) int { return 0 }
