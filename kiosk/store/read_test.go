package store

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"gongkai/kiosk/catalogue"
)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		title    string
		change   func(place)
		text     string
		problems string
	}{
		{"as it should be", func(p place) {}, "甲1 乙2 丙3", ""},
		{"BOM and CRLF", func(p place) {
			p.write("items/02.toml", "\ufeff"+strings.ReplaceAll(item(2, "乙2"), "\n", "\r\n"))
		}, "甲1 乙2 丙3", ""},
		{"what tools leave", func(p place) {
			p.write("items/.02.toml.swp", "x")
			p.write("items/~$02.toml", "x")
			p.write("items/.syncthing.02.toml.tmp", "x")
			p.write("Thumbs.db", "x")
			p.write("other/01.toml", "x")
		}, "甲1 乙2 丙3", ""},
		{"what staff may mistake for content", func(p place) {
			p.write("items/deep/01.toml", "x")
			p.write("notices/新建文本文档.txt", "x")
			p.write("公告/1.toml", "x")
			p.write("06.toml", "x")
		}, "甲1 乙2 丙3", "warning 06.toml, warning items/deep, warning notices/新建文本文档.txt, warning 公告"},
		{"the content a folder too deep", func(p place) {
			p.rename("", "../elsewhere")
			p.must(os.Mkdir(p.dir, 0o755))
			p.rename("../elsewhere", "内容")
		}, "nothing", "error ., warning 内容"},
		{"GBK", func(p place) {
			p.write("items/02.toml", "number = 2\ncategory = \"\xca\xbe\xc0\xfd\"\ncontent = \"\xd2\xd2\"\n")
		}, "甲1 丙3", "error items/02.toml"},
		{"cut in half", func(p place) { p.write("items/02.toml", item(2, "乙2")[:40]) }, "甲1 丙3", "error items/02.toml"},
		{"empty file", func(p place) { p.write("items/02.toml", "") }, "甲1 丙3", "error items/02.toml"},
		{"too large by a byte", func(p place) { p.write("items/02.toml", bytesOf(catalogue.MaxBytes+1)) }, "甲1 丙3", "error items/02.toml"},
		{"40 MB, most of it a hole", func(p place) {
			p.must(os.Truncate(p.path("items/02.toml"), 40<<20))
		}, "甲1 丙3", "error items/02.toml"},
		{"a pipe", func(p place) {
			p.must(syscall.Mkfifo(p.path("items/04.toml"), 0o644))
		}, "甲1 乙2 丙3", "warning items/04.toml"},
		{"a pipe for a folder", func(p place) {
			p.must(syscall.Mkfifo(p.path("notices"), 0o644))
		}, "甲1 乙2 丙3", "error notices"},
		{"a socket", func(p place) {
			l, err := net.Listen("unix", p.path("items/04.toml"))
			p.must(err)
			p.Cleanup(func() { l.Close() })
		}, "甲1 乙2 丙3", "warning items/04.toml"},
		{"a folder named like a file", func(p place) { p.write("items/04.toml/x", "") }, "甲1 乙2 丙3", "warning items/04.toml"},
		{"a file named like a folder", func(p place) { p.write("notices", "") }, "甲1 乙2 丙3", "error notices"},
		{"a link inside", func(p place) {
			p.write("texts/four", item(4, "丁4"))
			p.link("../texts/four", "items/04.toml")
		}, "甲1 乙2 丙3 丁4", ""},
		{"a link out", func(p place) {
			p.must(os.WriteFile(filepath.Join(p.dir, "../secret.toml"), []byte(item(4, "丁4")), 0o644))
			p.link("../../secret.toml", "items/04.toml")
		}, "甲1 乙2 丙3", "error items/04.toml"},
		{"a link to a device", func(p place) { p.link("/dev/zero", "items/04.toml") }, "甲1 乙2 丙3", "error items/04.toml"},
		{"a link to nothing", func(p place) { p.link("../gone", "items/04.toml") }, "甲1 乙2 丙3", "error items/04.toml"},
		{"links in a circle", func(p place) {
			p.link("04.toml", "items/05.toml")
			p.link("05.toml", "items/04.toml")
		}, "甲1 乙2 丙3", "error items/04.toml, error items/05.toml"},
		{"a folder that is a link inside", func(p place) {
			p.rename("items", "..data")
			p.link("..data", "items")
		}, "甲1 乙2 丙3", ""},
		{"a folder that is a link out", func(p place) {
			p.rename("items", "../elsewhere")
			p.link("../elsewhere", "items")
		}, "nothing", "error items, error items"},
		{"a folder that is a link to nothing", func(p place) { p.link("gone", "notices") }, "甲1 乙2 丙3", "error notices"},
		{"a name that is not UTF-8", func(p place) { p.rename("items/02.toml", "items/\xd2\xd2.toml") }, "甲1 乙2 丙3", `warning items/\xd2\xd2.toml`},
		{"no items", func(p place) { p.remove("items") }, "nothing", "error items"},
		{"no kiosk.toml", func(p place) { p.remove("kiosk.toml") }, "nothing", "error kiosk.toml"},
		{"an empty directory", func(p place) { p.remove("items"); p.remove("kiosk.toml") }, "nothing", "error ."},
		{"no directory", func(p place) { p.remove("") }, "nothing", "error ."},
		{"a file for a directory", func(p place) { p.remove(""); p.must(os.WriteFile(p.dir, nil, 0o644)) }, "nothing", "error ."},
		{"a pipe for a directory", func(p place) { p.remove(""); p.must(syscall.Mkfifo(p.dir, 0o644)) }, "nothing", "error ."},
	} {
		t.Run(c.title, func(t *testing.T) {
			p := newPlace(t)
			c.change(p)
			snap := Place{Dir: p.dir}.Read()
			if text(snap) != c.text || problemsOf(snap) != c.problems {
				t.Errorf("shows %q with problems %q, want %q and %q\n%v", text(snap), problemsOf(snap), c.text, c.problems, snap.Problems)
			}
			for _, p := range snap.Problems {
				if p.Message == "" || p.Fix == "" {
					t.Errorf("%v lacks a message or a fix", p)
				}
			}
		})
	}
}

func TestReadIsBoundedInAll(t *testing.T) {
	p := newPlace(t)
	const each = 1 << 20
	for i := range maxTotal/each + 2 {
		p.write(fmt.Sprintf("notices/%03d.toml", i), "")
		p.must(os.Truncate(p.path(fmt.Sprintf("notices/%03d.toml", i)), each))
	}
	d := directory{path: p.dir}
	sc := d.scan(time.Now())
	held := 0
	for _, f := range sc.files {
		held += len(f.Data)
	}
	if held > maxTotal || len(sc.unread) != 3 || len(sc.problems) != 3 {
		t.Errorf("%d bytes held, %d files unread with %d problems", held, len(sc.unread), len(sc.problems))
	}
}

func TestReadFS(t *testing.T) {
	good := fstest.MapFS{
		"kiosk.toml":    {Data: []byte(settings)},
		"items/01.toml": {Data: []byte(item(1, "甲1"))},
		"README.md":     {Data: []byte("x")},
	}
	if snap := ReadFS(good); text(snap) != "甲1" || problemsOf(snap) != "" {
		t.Errorf("shows %q with problems %q", text(snap), problemsOf(snap))
	}
	if snap := ReadFS(fstest.MapFS{}); text(snap) != "nothing" || problemsOf(snap) != "error ." {
		t.Errorf("an empty one shows %q with problems %q", text(snap), problemsOf(snap))
	}
}

func TestProblemOf(t *testing.T) {
	system := func(err error) error { return &fs.PathError{Op: "openat", Path: "x", Err: err} }
	for _, c := range []struct {
		path string
		err  error
		want string
	}{
		{".", system(syscall.ENOENT), ".: 错误：内容目录不存在；改法：看看路径写对没有，共享盘或 U 盘挂上没有 [directory-missing]"},
		{".", errSlow, ".: 错误：内容目录很久没有回应；改法：看看网络和共享盘；有回应了，屏幕会自动换上 [directory-slow]"},
		{"items", errNoFolder, "items: 错误：这里应该是文件夹；改法：改名移开这个文件，再建一个同名的文件夹 [not-a-folder]"},
		{"items/1.toml", errFolder, "items/1.toml: 提醒：这是文件夹，不是文件，不会显示；改法：给文件夹改个名字，结尾不要是 .toml [folder-as-file]"},
		{"items/1.toml", errPipe, "items/1.toml: 提醒：这是管道或套接字，不是文件，不会显示；改法：把它删去，放上真正的文件 [pipe]"},
		{"items/1.toml", errDevice, "items/1.toml: 错误：这是设备，不是文件；改法：把它删去，放上真正的文件 [device]"},
		{"items/1.toml", errOutside, "items/1.toml: 错误：这个链接指到内容目录外面去了；改法：删去链接，把文件本身复制到这里 [link-outside]"},
		{"items/1.toml", errDangling, "items/1.toml: 错误：这个链接指的文件不存在；改法：删去链接，把文件本身复制到这里 [link-dangling]"},
		{"items/1.toml", system(syscall.ELOOP), "items/1.toml: 错误：这个链接绕回了自己；改法：删去链接，把文件本身复制到这里 [link-loop]"},
		{"items/1.toml", system(syscall.EACCES), "items/1.toml: 错误：没有权限读；改法：改权限，让运行 kiosk 的用户能读，例如 chmod a+rX [no-permission]"},
		{"items/1.toml", errTotal, "items/1.toml: 错误：所有文件合起来超过 64 MiB，这一个没有读；改法：删去不用的文件 [total-size]"},
		{"items/1.toml", system(syscall.EIO), "items/1.toml: 错误：读不出来（input/output error）；改法：重新复制一次；还不行就检查磁盘 [unreadable]"},
		{"items/1.toml", errors.New("odd"), "items/1.toml: 错误：读不出来（odd）；改法：重新复制一次；还不行就检查磁盘 [unreadable]"},
	} {
		if got := problemOf(c.path, c.err).String(); got != c.want {
			t.Errorf("%v:\n%s\nwant\n%s", c.err, got, c.want)
		}
	}
}
