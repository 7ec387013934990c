//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
)

// heirOf returns the user and group to whom what root makes at a path is to belong: those of the nearest directory that exists
// there or above. It returns 0 for root itself, and if root isn't who asks.
func heirOf(path string) (uid, gid int) {
	if os.Geteuid() != 0 {
		return 0, 0
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return 0, 0
	}
	for ; ; path = filepath.Dir(path) {
		info, err := os.Stat(path)
		if err != nil && path != filepath.Dir(path) {
			continue
		}
		if err != nil {
			return 0, 0
		}
		s := info.Sys().(*syscall.Stat_t)
		return int(s.Uid), int(s.Gid)
	}
}
