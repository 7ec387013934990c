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

func (c initCmd) run(ctx context.Context, s streams) int {
	if there := firstExisting(c.Dir); there != "" {
		fmt.Fprintf(s.err, "错误：%s 已经存在，没有写任何文件；改法：换一个空目录\n", there)
		return found
	}
	uid, gid := heirOf(c.Dir)
	folders := absent(c.Dir)
	n, made, err := unpack(ctx, c.Dir)
	if err = errors.Join(err, bequeath(made, uid, gid)); err != nil && len(made) == 0 {
		for _, folder := range folders {
			os.Remove(folder)
		}
	}
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "停下了，没有写任何文件")
		return found
	case err != nil:
		fmt.Fprintf(s.err, "错误：没有写成（%s）；改法：看看磁盘空间和目录的权限，再试一次\n", cause(err))
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

// unpack writes every file of a starting point, or none, and returns their number and the paths of all that it has made. It doesn't overwrite
// a file that was created meanwhile.
func unpack(ctx context.Context, dir string) (n int, made []string, err error) {
	var files []newFile
	err = fs.WalkDir(content.Starter, ".", func(path string, d fs.DirEntry, err error) error {
		target := filepath.Join(dir, filepath.FromSlash(path))
		switch {
		case err != nil:
			return err
		case d.IsDir():
			made = append(made, absent(target)...)
			return nil
		}
		data, err := fs.ReadFile(content.Starter, path)
		made, files = append(made, target), append(files, newFile{path: path, data: data})
		return err
	})
	if err == nil {
		err = os.MkdirAll(dir, 0o755)
	}
	if err == nil {
		err = writeFiles(ctx, dir, files)
	}
	if err != nil {
		return 0, nil, err
	}
	return len(files), made, nil
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
