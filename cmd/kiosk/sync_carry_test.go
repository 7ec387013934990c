package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// This file has the ways to transfer the office's folder to the kiosk, a function each.

func rsync(options ...string) func(*office) func() {
	return func(o *office) func() {
		return func() { o.run(o.from, "rsync", append(slices.Clone(options), "./", o.to+"/")...) }
	}
}

func gitPull(o *office) func() {
	commit := gitOffice(o)
	return func() {
		commit()
		o.run(o.to, "git", "pull", "--quiet", "--ff-only")
	}
}

func gitReset(o *office) func() {
	commit, carry := gitOffice(o), byRecipe("git", "fetch")(o)
	return func() {
		commit()
		carry()
	}
}

// gitOffice turns the office's folder into a repository and clones it.
func gitOffice(o *office) (commit func()) {
	o.run(o.from, "git", "init", "--quiet", "--initial-branch=main")
	commit = func() {
		o.run(o.from, "git", "add", "--all")
		o.run(o.from, "git", "-c", "user.name=示例", "-c", "user.email=office@example.org", "commit", "--quiet", "--allow-empty", "--message=示例")
	}
	commit()
	o.run(o.from, "git", "clone", "--quiet", o.from, o.to)
	return commit
}

// slowCopy is cp -r over a share so slow that the kiosk reads every changed text when half
// of it has arrived. cp deletes nothing; staff do that afterwards.
func slowCopy(o *office) func() {
	return func() {
		names := filesOf(o, o.from)
		slices.Reverse(names) // a notice arrives long before its picture
		for _, name := range names {
			o.copySlowly(name)
		}
		for _, name := range filesOf(o, o.to) {
			if !slices.Contains(names, name) {
				o.must(os.Remove(filepath.Join(o.to, name)))
			}
		}
	}
}

func (o *office) copySlowly(name string) {
	data, err := os.ReadFile(filepath.Join(o.from, name))
	o.must(err)
	to := filepath.Join(o.to, name)
	before, _ := os.ReadFile(to)
	o.must(os.MkdirAll(filepath.Dir(to), 0o755))
	f, err := os.Create(to)
	o.must(err)
	defer f.Close()
	half := data[:len(data)/2]
	if o.witness != nil && strings.HasSuffix(name, ".toml") && !bytes.Equal(before, data) {
		n := o.count()
		_, err = f.Write(half)
		o.must(err)
		o.until(o.T, n, "half of "+name, func(s seen) bool { return s.breaks(name) })
		data = data[len(half):]
	}
	_, err = f.Write(data)
	o.must(err)
}

// filesOf lists a folder's files in order.
func filesOf(o *office, dir string) (names []string) {
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if !os.IsNotExist(err) {
		o.must(err)
	}
	return names
}

// renamed replaces the directory with a whole new one.
func renamed(o *office) func() {
	return func() {
		o.must(os.CopyFS(o.to+".new", os.DirFS(o.from)))
		if _, err := os.Stat(o.to); err == nil {
			o.must(os.Rename(o.to, o.to+".old"))
		}
		o.must(os.Rename(o.to+".new", o.to))
		o.must(os.RemoveAll(o.to + ".old"))
	}
}

// linkSwapped writes a new directory beside the old one and moves the link, as git-sync does.
func linkSwapped(o *office) func() {
	n := 0
	return func() {
		n++
		release := fmt.Sprint(o.to, ".", n)
		o.must(os.CopyFS(release, os.DirFS(o.from)))
		o.must(os.Symlink(filepath.Base(release), o.to+".next"))
		o.must(os.Rename(o.to+".next", o.to))
		if n > 1 {
			o.must(os.RemoveAll(fmt.Sprint(o.to, ".", n-1)))
		}
	}
}

// configMap updates a volume like a kubelet: every name is a link through ..data, which is
// moved to a new directory at once; then names are added and removed, and the old directory.
func configMap(o *office) func() {
	n := 0
	return func() {
		o.must(os.MkdirAll(o.to, 0o755))
		n++
		data := filepath.Join(o.to, "..data")
		old, _ := os.Readlink(data)
		fresh := fmt.Sprintf("..2026_11_24_08_00_%02d", n)
		o.must(os.CopyFS(filepath.Join(o.to, fresh), os.DirFS(o.from)))
		o.must(os.Symlink(fresh, filepath.Join(o.to, "..data_tmp")))
		o.must(os.Rename(filepath.Join(o.to, "..data_tmp"), data))
		entries, err := os.ReadDir(data)
		o.must(err)
		for _, e := range entries {
			if err := os.Symlink("..data/"+e.Name(), filepath.Join(o.to, e.Name())); !os.IsExist(err) {
				o.must(err)
			}
		}
		if old != "" {
			o.must(os.RemoveAll(filepath.Join(o.to, old)))
		}
	}
}
