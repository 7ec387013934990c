package store

import (
	"errors"
	"os"

	"golang.org/x/sys/windows" // file locks: the standard library's syscall has none
)

// flock locks a file for this process until that ends; errBusy if another process holds it.
func flock(f *os.File) error {
	const alone = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), alone, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errBusy
	}
	return err
}

// syncFolder does nothing: a folder can't be flushed, and NTFS keeps a journal of names.
func syncFolder(*os.Root, string) error { return nil }
