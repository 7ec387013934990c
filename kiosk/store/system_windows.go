package store

import (
	"errors"
	"os"

	"golang.org/x/sys/windows" // file locks: the standard library's syscall has none
)

// flock takes a file for this process alone until that ends; errBusy says that another has it.
func flock(f *os.File) error {
	const alone = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), alone, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errBusy
	}
	return err
}

// syncFolder has nothing to do: a folder can't be flushed, and NTFS keeps a journal of names.
func syncFolder(*os.Root, string) error { return nil }
