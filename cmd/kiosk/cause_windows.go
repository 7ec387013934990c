package main

import "syscall"

// systemReasons are Windows' own numbers.
var systemReasons = []reason{
	{syscall.Errno(39), "磁盘满了"},
	{syscall.Errno(112), "磁盘满了"},
	{syscall.Errno(19), "这里只能读，不能写"},
	{syscall.Errno(32), "另一个程序正开着这个文件"},
	{syscall.Errno(33), "另一个程序正开着这个文件"},
	{syscall.Errno(267), "这不是文件夹"},
	{syscall.Errno(206), "文件名太长"},
}
