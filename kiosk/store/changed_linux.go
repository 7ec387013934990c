package store

import (
	"io/fs"
	"syscall"
)

// changed returns when a file's state last changed. No program can set that, so it reveals an edit that restores the old
// time and size.
func changed(info fs.FileInfo) syscall.Timespec {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctim
	}
	return syscall.Timespec{}
}
