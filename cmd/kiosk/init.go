package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"gongkai/content"
)

// initCmd writes the shipped catalogue to a directory as a starting point.
type initCmd struct {
	Dir string `arg:"" name:"目录" help:"写到哪里；没有就新建。"`
}

func (initCmd) Help() string { return "例：kiosk init /srv/kiosk/content" }

func (c initCmd) run(_ context.Context, s streams) int {
	if there := firstExisting(c.Dir); there != "" {
		fmt.Fprintf(s.err, "错误：%s 已经存在，没有写任何文件；改法：换一个空目录\n", there)
		return found
	}
	uid, gid := heirOf(c.Dir)
	n, made, err := unpack(c.Dir)
	if err = errors.Join(err, bequeath(made, uid, gid)); err != nil {
		fmt.Fprintf(s.err, "错误：没有写完（%v）；改法：看看磁盘空间和目录的权限，清空这个目录后再试\n", err)
		return found
	}
	fmt.Fprintf(s.out, "写好 %d 个文件：%s\n下一步：改 %s 里的 centre，再运行 kiosk check --content %s\n", n, c.Dir, filepath.Join(c.Dir, "kiosk.toml"), c.Dir)
	return fine
}

// firstExisting returns the first file that unpack would overwrite, or "".
func firstExisting(dir string) string {
	var there string
	fs.WalkDir(content.Starter, ".", func(path string, d fs.DirEntry, err error) error {
		target := filepath.Join(dir, filepath.FromSlash(path))
		if info, e := os.Lstat(target); e == nil && !(d.IsDir() && info.IsDir()) {
			there = target
			return fs.SkipAll
		}
		return err
	})
	return there
}

// unpack writes every file of a starting point, and returns their number and the paths of all that it has made. It doesn't
// overwrite a file that was created meanwhile.
func unpack(dir string) (n int, made []string, err error) {
	err = fs.WalkDir(content.Starter, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(path))
		if d.IsDir() {
			made = append(made, absent(target)...)
			return os.MkdirAll(target, 0o755)
		}
		data, err := fs.ReadFile(content.Starter, path)
		if err != nil {
			return err
		}
		n, made = n+1, append(made, target)
		return writeNew(target, data)
	})
	return n, made, err
}

// absent returns a folder that isn't there, and those above it.
func absent(dir string) (paths []string) {
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); err == nil || dir == filepath.Dir(dir) {
			return paths
		}
		paths = append(paths, dir)
	}
}

// bequeath gives paths to a user and a group other than root: staff and sync tools could not change root's files.
func bequeath(paths []string, uid, gid int) (err error) {
	if uid == 0 {
		return nil
	}
	for _, path := range paths {
		if e := os.Lchown(path, uid, gid); !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return err
}

func writeNew(path string, data []byte) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
