package main

import (
	"errors"
	"io/fs"
	"syscall"
	"testing"
)

// TestCause: the usual reasons are in Chinese, and no reason takes more than a line.
func TestCause(t *testing.T) {
	at := func(err error) error { return &fs.PathError{Op: "write", Path: "/srv/kiosk", Err: err} }
	for _, c := range []struct {
		err  error
		want string
	}{
		{at(syscall.ENOSPC), "磁盘满了"},
		{partError{at(syscall.EROFS)}, "这里只能读，不能写"},
		{errors.Join(at(syscall.EACCES), at(syscall.EIO)), "没有权限写"},
		{at(syscall.EIO), syscall.EIO.Error()},
		{errors.Join(errors.New("a"), errors.New("b")), "a，b"},
	} {
		if got := cause(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}
