package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"gongkai/kiosk/diag"
)

// problemOf explains to staff why a file or folder isn't read. Severities: only what is plainly no file is skipped
// with a warning.
func problemOf(path string, err error) diag.Problem {
	p := diag.Problem{File: path}
	switch {
	case path == "." && errors.Is(err, fs.ErrNotExist):
		p.Code, p.Message, p.Fix = "directory-missing", "内容目录不存在", "看看路径写对没有，共享盘或 U 盘挂上没有"
	case errors.Is(err, errSlow):
		p.Code, p.Message, p.Fix = "directory-slow", "内容目录很久没有回应", "看看网络和共享盘；有回应了，屏幕会自动换上"
	case errors.Is(err, errNoFolder):
		p.Code, p.Message, p.Fix = "not-a-folder", "这里应该是文件夹", "改名移开这个文件，再建一个同名的文件夹"
	case errors.Is(err, errFolder):
		p.Severity = diag.Warning
		p.Code, p.Message, p.Fix = "folder-as-file", "这是文件夹，不是文件，不会显示", "给文件夹改个名字，结尾不要是 .toml"
	case errors.Is(err, errPipe):
		p.Severity = diag.Warning
		p.Code, p.Message, p.Fix = "pipe", "这是管道或套接字，不是文件，不会显示", "把它删去，放上真正的文件"
	case errors.Is(err, errDevice):
		p.Code, p.Message, p.Fix = "device", "这是设备，不是文件", "把它删去，放上真正的文件"
	case errors.Is(err, errOutside):
		p.Code, p.Message, p.Fix = "link-outside", "这个链接指到内容目录外面去了", "删去链接，把文件本身复制到这里"
	case errors.Is(err, errDangling):
		p.Code, p.Message, p.Fix = "link-dangling", "这个链接指的文件不存在", "删去链接，把文件本身复制到这里"
	case errors.Is(err, syscall.ELOOP):
		p.Code, p.Message, p.Fix = "link-loop", "这个链接绕回了自己", "删去链接，把文件本身复制到这里"
	case errors.Is(err, fs.ErrPermission):
		p.Code, p.Message, p.Fix = "no-permission", "没有权限读", "改权限，让运行 kiosk 的用户能读，例如 chmod a+rX"
	case errors.Is(err, errTotal):
		p.Code, p.Message, p.Fix = "total-size", fmt.Sprintf("所有文件合起来超过 %d MiB，这一个没有读", maxTotal>>20), "删去不用的文件"
	default:
		p.Code, p.Message, p.Fix = "unreadable", "读不出来（"+diag.Printable(cause(err))+"）", "重新复制一次；还不行就检查磁盘"
	}
	return p
}

// cause returns an error's text without the operation and the path, which the problem has already.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
