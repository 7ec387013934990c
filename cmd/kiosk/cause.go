package main

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
)

// cause returns why a file was not written, in Chinese where it is one of the usual reasons, else in the system's own words.
func cause(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "磁盘满了"
	case errors.Is(err, syscall.EROFS):
		return "这里只能读，不能写"
	case errors.Is(err, fs.ErrPermission):
		return "没有权限写"
	}
	if p := new(fs.PathError); errors.As(err, &p) {
		err = p.Err
	}
	return strings.ReplaceAll(err.Error(), "\n", "，")
}
