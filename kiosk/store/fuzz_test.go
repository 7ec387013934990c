package store

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// FuzzState decodes any bytes as a state file: as they are, and as the body after a correct checksum.
// It expects no panic, a snapshot that is consistent, and the same record when that is kept again.
func FuzzState(f *testing.F) {
	k := keeper{}
	k.apply(scan{files: []catalogue.File{
		{Path: "kiosk.toml", Data: []byte(settings)}, {Path: "items/1.toml", Data: []byte(item(1, "甲"))}, {Path: "items/2.toml", Data: []byte("x")},
		{Path: "notices/1.toml", Data: []byte(notice("示例", "images/a.png"))},
		{Path: "images/a.png", Image: &catalogue.Fact{Width: 7, Height: 4, Orientation: 1, Hash: strings.Repeat("0a", 32)}},
	}}, time.Time{})
	r := k.record()
	r.content = "/srv/content"
	r.marks, _ = (*marks)(nil).follow(k.shown, 100)
	whole, err := r.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	lines := bytes.SplitN(whole, []byte("\n"), 3)
	f.Add(lines[2])
	f.Add([]byte(`{"content":"Lw==","files":[{"path":"a2lvc2sudG9tbA==","size":3}],"marks":{"items":{"1":{"sum":"","appeared":-9}}}}` + "\nabc"))
	f.Add([]byte(`{"files":[{"path":"Li4vLi4vZXRjL3Bhc3N3ZA==","size":99999999999}],"images":[{"path":"aW1hZ2VzLy4uL2E=","fact":{"Hash":"../x"}}]}` + "\n"))
	f.Add([]byte(signature + "2\n"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		signed := fmt.Appendf(nil, "%s%d\n%s\n%s", signature, version, hashOf(data), data)
		for _, file := range [][]byte{data, signed} {
			if r, err := decode(file); err == nil {
				resumed(t, r)
			}
		}
	})
}

// resumed continues from a record while the directory is missing.
func resumed(t *testing.T, r record) {
	var k keeper
	k.resume(r)
	snap := k.apply(scan{broken: true}, time.Time{})
	if snap.Catalogue == nil {
		return
	}
	if len(snap.Catalogue.Items) == 0 || snap.Catalogue.Centre == "" {
		t.Errorf("nothing to show: %+v", snap.Catalogue)
	}
	marks, _ := r.marks.follow(snap.Catalogue, 200)
	shown := marks.apply(snap.Catalogue)
	again := k.record()
	again.content, again.marks = r.content, marks
	data, err := again.encode()
	if err != nil {
		t.Fatal(err)
	}
	second, err := decode(data)
	if err != nil {
		t.Fatalf("what is kept again can't be read: %v", err)
	}
	k = keeper{}
	k.resume(second)
	if c := k.last(); c == nil || c.Revision != shown.Revision {
		t.Errorf("kept again, it is %+v", c)
	}
}

// FuzzNames fills a directory with files, folders, pipes and links of any names. It expects what is good to be
// shown, and the rest to be reported with a place and a fix.
func FuzzNames(f *testing.F) {
	for _, names := range []string{
		"fitems/1.toml\nfitems/\xb2\xd0.toml\nditems/2.toml\npitems/3.toml\nlitems/4.toml\noitems/5.toml",
		"fkiosk.toml.txt\nfkiosk.sync-conflict-20261120-101112-ABCDEFG.toml\nfholidays.toml\nfThumbs.db",
		"dnotices\ndimages\nfimages/a.png\nfimages/.a.png.Xa3Q1b\nditems/.~tmp~\nfnotices/~$1.toml",
		"pnotices", "lnotices", "oimages", "fitems/\u202e\n ", "fimages/\x01\x02.png\nfitems/" + strings.Repeat("长", 80) + ".toml",
	} {
		f.Add(names, true)
		f.Add(names, false)
	}
	f.Fuzz(func(t *testing.T, names string, whole bool) {
		dir, outside := t.TempDir(), t.TempDir()
		root, err := os.OpenRoot(dir) // nothing is written elsewhere, whatever the links
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		if whole {
			root.WriteFile("kiosk.toml", []byte(settings), 0o644)
			root.Mkdir("items", 0o755)
			root.WriteFile("items/0.toml", []byte(item(1, "甲")), 0o644)
		}
		for _, line := range strings.SplitN(names, "\n", 40) {
			plant(root, line, outside)
		}
		kept := Place{Dir: dir, State: filepath.Join(t.TempDir(), "state")}
		w, _ := start(kept)
		for _, p := range append(w.last.Problems, NewChecker(dir).Check().Problems...) {
			if p.File == "" || p.Message == "" || p.Fix == "" || strings.ContainsAny(p.String(), "\n\r\x00") || !utf8.ValidString(p.String()) {
				t.Errorf("%#v", p)
			}
		}
		again, _ := start(kept)
		if a, b := w.last.Catalogue, again.last.Catalogue; (a == nil) != (b == nil) || a != nil && a.Revision != b.Revision {
			t.Errorf("shows %q, and started again %q", text(w.last), text(again.last))
		}
		os.RemoveAll(dir)
		if again, _ = start(kept); text(again.last) != text(w.last) {
			t.Errorf("shows %q, and with its directory gone %q", text(w.last), text(again.last))
		}
	})
}

// plant creates something in a directory, unless the name is taken: the line's first letter is its kind, the rest its
// name.
func plant(root *os.Root, line, outside string) {
	if line == "" || len(line) > 1000 {
		return
	}
	name := strings.TrimPrefix(filepath.Clean("/"+line[1:]), "/")
	if _, err := root.Lstat(name); err == nil || name == "" { // writing to a pipe would block
		return
	}
	if root.MkdirAll(filepath.Dir(name), 0o755) != nil {
		return
	}
	switch line[0] {
	case 'd':
		root.MkdirAll(name, 0o755)
	case 'p':
		syscall.Mkfifo(filepath.Join(root.Name(), name), 0o644)
	case 'l':
		root.Symlink("items", name)
	case 'o':
		root.Symlink(outside, name)
	default:
		root.WriteFile(name, []byte(item(len(name), "示例")), 0o644)
	}
}
