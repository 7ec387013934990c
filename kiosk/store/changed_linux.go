package store

import (
	"io/fs"
	"syscall"
)

// changed is when a file's state was last changed, which no program can set: so an edit shows that puts the old
// time and size back.
func changed(info fs.FileInfo) syscall.Timespec {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctim
	}
	return syscall.Timespec{}
}
