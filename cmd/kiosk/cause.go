package main

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
)

// reason is why the system refuses, in Chinese.
type reason struct {
	err  error
	said string
}

// reasons are the usual ones, which all systems have; systemReasons are those of this one.
var reasons = []reason{
	{errChanged, "文件刚才变了，也许正在同步或修改"},
	{fs.ErrPermission, "没有权限"},
	{fs.ErrExist, "同名的文件已经有了"},
	{fs.ErrNotExist, "没有这个文件或文件夹"},
}

// cause returns why a file was not read or written, in Chinese where it is one of the usual reasons, else in the system's own
// words, without the names of temporary files.
func cause(err error) string {
	for _, r := range slices.Concat(reasons, systemReasons) {
		if errors.Is(err, r.err) {
			return r.said
		}
	}
	if p := new(fs.PathError); errors.As(err, &p) {
		err = p.Err
	}
	if l := new(os.LinkError); errors.As(err, &l) {
		err = l.Err
	}
	var number syscall.Errno
	if text := err.Error(); !errors.As(err, &number) && strings.Contains(text, "escapes from parent") {
		return "文件夹是链接，通到内容目录外面"
	}
	return strings.ReplaceAll(err.Error(), "\n", "，")
}
