package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	// The difference of two texts in the form that patch reads, also of texts of thousands of lines.
	"github.com/rogpeppe/go-internal/diff"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// fixer writes mended files into the content directory.
type fixer struct {
	root  *os.Root
	old   map[string][]byte // the files as they were read, by path
	fixed []string
}

// fix mends what is certain, prints what it changed, and reports whether nothing stood in the way. A file that isn't any more
// what was read stays as it is: it is being edited, or synced.
func (c checkCmd) fix(s streams, conf config) (ok bool) {
	snap := conf.checker()()
	mended := catalogue.Mend(snap.Files)
	root, err := os.OpenRoot(conf.content)
	if err != nil || len(mended) == 0 {
		fmt.Fprintln(c.remarks(s), "没有能确定怎么改的地方，没有改任何文件")
		return true // the check that follows reports what is wrong with the directory
	}
	defer root.Close()
	f := fixer{root: root, old: make(map[string][]byte)}
	for _, file := range snap.Files {
		f.old[file.Path] = file.Data
	}
	ok = true
	for _, file := range mended {
		if _, there := f.old[file.Path]; !there {
			continue
		}
		parts := f.partsOf(file, mended)
		if err := f.write(parts); err != nil {
			fmt.Fprintf(s.err, "%s: 错误：没有改（%s）；改法：%s\n", diag.Printable(file.Path), cause(err), fixOf(err))
			ok = false
			continue
		}
		for _, p := range parts {
			fmt.Fprint(c.remarks(s), differenceOf(p.Path, f.old[p.Path], p.Data))
			f.fixed = append(f.fixed, diag.Printable(p.Path))
		}
	}
	if len(f.fixed) > 0 {
		fmt.Fprintf(c.remarks(s), "改好 %d 个文件：%s；原来的留作 .bak\n\n", len(f.fixed), strings.Join(f.fixed, "、"))
	}
	return ok
}

// remarks returns where a check says more than its result: JSON stays by itself.
func (c checkCmd) remarks(s streams) io.Writer {
	if c.Format == "json" {
		return s.err
	}
	return s.out
}

// partsOf returns a mended file, behind the new files that it is divided into.
func (f *fixer) partsOf(file catalogue.File, mended []catalogue.File) (parts []catalogue.File) {
	stem := strings.TrimSuffix(file.Path, path.Ext(file.Path))
	for _, other := range mended {
		if _, there := f.old[other.Path]; !there && strings.HasPrefix(other.Path, stem+"-第") {
			parts = append(parts, other)
		}
	}
	return append(parts, file)
}

var (
	errChanged = errors.New("文件刚才变了，也许正在同步或修改")
	errLink    = errors.New("这是链接")
)

// write writes the parts of a file beside their places and then renames them, the file itself last; its old text is kept.
func (f *fixer) write(parts []catalogue.File) (err error) {
	file := parts[len(parts)-1]
	if info, err := f.root.Lstat(file.Path); err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return errLink
	}
	var all []staged
	defer func() {
		if err != nil {
			for _, s := range all {
				removeIn(f.root, s.temporary)
			}
		}
	}()
	for _, part := range append([]catalogue.File{{Path: file.Path + ".bak", Data: f.old[file.Path]}}, parts...) {
		s, err := stage(f.root, part)
		if err != nil {
			return err
		}
		all = append(all, s)
	}
	for _, part := range parts[:len(parts)-1] {
		if _, err := f.root.Lstat(part.Path); !errors.Is(err, fs.ErrNotExist) {
			return errChanged // the new name was free when the directory was read
		}
	}
	if now, err := f.root.ReadFile(file.Path); err != nil || !bytes.Equal(now, f.old[file.Path]) {
		return errors.Join(errChanged, err)
	}
	for _, s := range all {
		if err := f.root.Rename(s.temporary, s.final); err != nil {
			return err
		}
	}
	return nil
}

func fixOf(err error) string {
	switch {
	case errors.Is(err, errChanged):
		return "等它不变了，再运行一次"
	case errors.Is(err, errLink):
		return "改链接指的那个文件"
	case errors.Is(err, fs.ErrPermission):
		return "用能写内容目录的用户来运行"
	}
	return "看看磁盘和目录的权限，再运行一次"
}

// differenceOf returns what was changed in a file, as unified diff. Numbers of persons are masked, as in the report.
func differenceOf(path string, old, new []byte) string {
	name := diag.Printable(path)
	if !utf8.Valid(old) {
		return fmt.Sprintf("--- %s（原来）\n+++ %s（改好）\n整个文件改成 UTF-8 编码\n", name, name)
	}
	d := string(diff.Diff(name+"（原来）", shownLines(old), name+"（改好）", shownLines(new)))
	_, d, _ = strings.Cut(d, "\n") // the line before the names is diff's own
	return d
}

// shownLines returns a text as a terminal can show it.
func shownLines(text []byte) []byte {
	return bytes.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\ufeff':
			return -1
		case r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)):
			return '·'
		}
		return r
	}, catalogue.Masked(text))
}
