//go:build !windows

package main

import "syscall"

var systemReasons = []reason{
	{syscall.ENOSPC, "磁盘满了"},
	{syscall.EDQUOT, "磁盘的配额用完了"},
	{syscall.EROFS, "这里只能读，不能写"},
	{syscall.EIO, "磁盘读写出错"},
	{syscall.ENOTDIR, "这不是文件夹"},
	{syscall.EISDIR, "这是文件夹，不是文件"},
	{syscall.ENAMETOOLONG, "文件名太长"},
	{syscall.ELOOP, "链接指来指去，没有尽头"},
}
