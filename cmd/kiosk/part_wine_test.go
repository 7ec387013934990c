package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// desktop is a PC with Windows, as far as wine is one, and what make windows packs, in a folder whose name has a space, Chinese,
// an ampersand and parentheses.
type desktop struct {
	*testing.T
	dir string
}

func newDesktop(t *testing.T) desktop {
	t.Helper()
	if !*fullFlag {
		t.Skip("make parts runs it")
	}
	d := desktop{t, filepath.Join(t.TempDir(), "办公室 & 工具 (1)")}
	must(t, os.MkdirAll(d.dir, 0o755))
	packed := filepath.Join(t.TempDir(), "windows.zip")
	d.command("../..", "kiosk/internal/windows/build.sh", packed)
	d.unpack(packed)

	prefix := filepath.Join(t.TempDir(), "prefix")
	t.Setenv("WINEPREFIX", prefix)
	t.Setenv("WINEDEBUG", "-all")
	t.Setenv("WINEDLLOVERRIDES", "mscoree,mshtml=;winemenubuilder.exe=d") // neither asks for downloads nor writes menus
	t.Setenv("LANG", "C.UTF-8")
	t.Setenv("DISPLAY", "")
	t.Cleanup(func() { exec.Command("wineserver", "-k", "-w").Run() })
	d.command(".", toolPath(t, "parts", "wine"), "wineboot", "-i")
	d.command(".", "testdata/wine/primitives.sh", prefix)
	return d
}

// command runs a program in a directory, where no input is an answer of nothing, and returns its output.
func (d desktop) command(dir, name string, args ...string) string {
	d.Helper()
	cmd := exec.Command(name, args...)
	var progress strings.Builder
	cmd.Dir, cmd.Stderr = dir, &progress
	out, err := cmd.Output()
	if err != nil {
		d.Fatalf("%s %q: %v\n%s%s", name, args, err, out, progress.String())
	}
	return string(out)
}

// unpack writes the zip's files.
func (d desktop) unpack(path string) {
	d.Helper()
	r, err := zip.OpenReader(path)
	must(d.T, err)
	defer r.Close()
	for _, f := range r.File {
		in, err := f.Open()
		must(d.T, err)
		data, err := io.ReadAll(in)
		must(d.T, err)
		must(d.T, os.WriteFile(filepath.Join(d.dir, f.Name), data, 0o644))
	}
}

// both runs kiosk.exe and the program for Linux on the same arguments, of which "OUT" is a folder of each, and compares what they
// print and write.
func (d desktop) both(args ...string) {
	d.Helper()
	with := func(out string) []string {
		list := append([]string(nil), args...)
		for i := range list {
			list[i] = strings.Replace(list[i], "OUT", out, 1)
		}
		return list
	}
	windows := d.command(d.dir, "wine", append([]string{"kiosk.exe"}, with("wine")...)...)
	linux := d.command(d.dir, built, with("linux")...)
	if got := strings.NewReplacer("wine", "linux", `\`, "/").Replace(windows); got != linux {
		d.Errorf("%q on Windows:\n%s\non Linux:\n%s", args, windows, linux)
	}
	d.sameTrees(filepath.Join(d.dir, "wine"), filepath.Join(d.dir, "linux"))
}

// sameTrees compares all files of two folders.
func (d desktop) sameTrees(got, want string) {
	d.Helper()
	a, b := treeOf(d.T, got), treeOf(d.T, want)
	for path, data := range b {
		if !bytes.Equal(a[path], data) {
			d.Errorf("%s differs: %d bytes and %d", path, len(a[path]), len(data))
		}
	}
	if len(a) != len(b) {
		d.Errorf("%d files, not %d", len(a), len(b))
	}
}

// treeOf returns the files of a folder, none if it isn't there.
func treeOf(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	if _, err := os.Stat(dir); err != nil {
		return files
	}
	must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, dir)] = data
		return err
	}))
	return files
}

// TestPartWindows runs what an office's PC has, under wine: the program prints and writes what it does on Linux, to the byte, and the
// files that are double-clicked find the content.
func TestPartWindows(t *testing.T) {
	d := newDesktop(t)
	if said := d.command(d.dir, "wine", "kiosk.exe", "version"); !strings.Contains(said, "kiosk "+version+"\n") || !strings.Contains(said, "windows/amd64") {
		t.Errorf("version: %s", said)
	}
	// The first double click: there is no content, and an answer of nothing makes one.
	d.says(d.command(d.dir, "wine", "cmd", "/c", "检查.bat"), "写好", "错误 0 处")
	d.both("init", "OUT")
	d.sameTrees(filepath.Join(d.dir, "内容"), filepath.Join(d.dir, "linux"))
	for _, other := range []string{"wine", "linux"} { // what init wrote is content beside the program too
		must(t, os.RemoveAll(filepath.Join(d.dir, other)))
	}

	d.asSavedByStaff(filepath.Join(d.dir, "内容"))
	d.both("check", "--content", "内容")
	said := d.command(d.dir, "wine", "cmd", "/c", "检查.bat")
	d.says(said, "错误 0 处")
	if !utf8.ValidString(said) || strings.HasPrefix(said, "\ufeff") {
		t.Errorf("检查.bat > x.txt isn't UTF-8: %q", said)
	}
	d.both("snapshot", "--content", "内容", "--at", "2026-11-20T10:00", "--out", "OUT/pictures")
	d.command(d.dir, built, "export", "--content", "内容", "--out", "目录.xlsx")
	d.both("import", "目录.xlsx", "--out", "OUT/imported")

	deep := strings.Repeat("很长的文件夹名字很长的文件夹名字很长的文件夹名字/", 12) + "内容"
	d.both("init", "OUT/"+deep)
	d.both("check", "--content", "OUT/"+deep)
	whole := `Z:` + strings.ReplaceAll(d.dir, "/", `\`) + `\内容`
	for _, path := range []string{whole, `\\?\` + whole, whole + `\`, strings.ToLower(whole[:1]) + whole[1:], `\\?\unix` + strings.ReplaceAll(d.dir, "/", `\`) + `\内容`} {
		d.says(d.command(d.dir, "wine", "kiosk.exe", "check", "--content", path), "错误 0 处")
	}

	must(t, os.CopyFS(filepath.Join(d.dir, "内容 - 副本"), os.DirFS(filepath.Join(d.dir, "内容"))))
	cmd := exec.Command("wine", "cmd", "/c", "检查.bat")
	cmd.Dir = d.dir
	cmd.Stdin = strings.NewReader("3\n2\n")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("a choice of two: %v", err)
	}
	d.says(string(out), "  1  内容\n", "  2  内容 - 副本\n", "写 1 到 2 中的一个", `内容 - 副本`+"\n", "错误 0 处")
}

// says checks that an output has texts.
func (d desktop) says(out string, texts ...string) {
	d.Helper()
	for _, text := range texts {
		if !strings.Contains(out, text) {
			d.Errorf("no %q in\n%s", text, out)
		}
	}
}

// asSavedByStaff gives a folder's items what editors on Windows leave: a byte order mark, CRLF, a lock of Word, a file
// that is read-only.
func (d desktop) asSavedByStaff(dir string) {
	d.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "items/*.toml"))
	must(d.T, err)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		must(d.T, err)
		data = append([]byte("\ufeff"), bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))...)
		must(d.T, os.WriteFile(path, data, 0o644))
		must(d.T, os.Chmod(path, 0o444))
	}
	must(d.T, os.WriteFile(filepath.Join(dir, "items/~$残疾人补贴.toml"), []byte{0, 1, 2}, 0o644))
}
