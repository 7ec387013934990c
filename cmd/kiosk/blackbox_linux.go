package main

import (
	"io"
	"os"
	"syscall"
)

// mapFile returns a file's bytes as memory that is the file, and what was in it before. Until the file is closed no other
// process can map it.
func mapFile(path string, size int) (mem, before []byte, f *os.File, err error) {
	f, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE|syscall.O_NOFOLLOW, 0o600)
	if err != nil {
		return nil, nil, nil, err
	}
	if err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, nil, nil, errTaken
	}
	if before, err = io.ReadAll(io.LimitReader(f, int64(size))); err == nil {
		_, err = f.WriteAt(make([]byte, size), 0) // takes the memory now: where there is none later, writing would end the program
	}
	if err == nil {
		mem, err = syscall.Mmap(int(f.Fd()), 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	}
	if err != nil {
		f.Close()
		return nil, nil, nil, err
	}
	return mem, before, f, nil
}
