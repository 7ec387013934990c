package main

import (
	"errors"
	"io/fs"
	"os"
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
		{errors.Join(at(syscall.EACCES), at(syscall.EIO)), "没有权限"},
		{at(syscall.EIO), "磁盘读写出错"},
		{&os.LinkError{Op: "rename", Old: ".kiosk-1.tmp", New: "a", Err: syscall.EXDEV}, syscall.EXDEV.Error()},
		{at(syscall.ENOTDIR), "这不是文件夹"},
		{fs.ErrExist, "同名的文件已经有了"},
		{errors.Join(errors.New("a"), errors.New("b")), "a，b"},
	} {
		if got := cause(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}
