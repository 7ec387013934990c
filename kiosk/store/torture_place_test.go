package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// torment is a content directory under damage, with every whole state that each file has had.
type torment struct {
	*testing.T
	random  *rand.Rand
	home    string // holds everything: a small disk of its own where one is available
	link    bool   // the content directory is a link, which can be swapped
	disk    bool   // home is a disk that can be filled
	dir     string
	state   string
	whole   map[string]map[string]int // by path: hashes of the whole versions, and their order
	present map[string]string         // by path: the hash of the present version, "" where that is broken
	edition int
	done    map[string]int // how often each fault was used
}

// diskSize is the size of a torment's disk.
const diskSize = 3 << 20

func newTorment(t *testing.T, seed uint64) *torment {
	w := &torment{
		T: t, random: rand.New(rand.NewPCG(seed, 20261124)), home: t.TempDir(), link: seed%2 == 1,
		whole: make(map[string]map[string]int), present: make(map[string]string), done: make(map[string]int),
	}
	w.dir, w.state = filepath.Join(w.home, "content"), filepath.Join(w.home, "state")
	err := syscall.Mount("tmpfs", w.home, "tmpfs", 0, fmt.Sprintf("size=%d", diskSize))
	if w.disk = err == nil; w.disk {
		t.Cleanup(func() { syscall.Unmount(w.home, syscall.MNT_DETACH) })
	}
	target := w.dir
	if w.link {
		target = w.dir + ".0"
		w.must(os.Symlink(filepath.Base(target), w.dir))
	}
	for _, folder := range []string{"items", "notices", "images"} {
		w.must(os.MkdirAll(filepath.Join(target, folder), 0o755))
	}
	for _, name := range w.names() {
		w.rename(name)
	}
	w.bring(stalls, w.stallable())
	return w
}

func (w *torment) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// lasting are the items that no writer removes.
const (
	lasting  = 4
	allItems = 8
	allNotes = 3
)

// stalls is an item that is valid without its last line; only stall writes to it.
const stalls = "items/9.toml"

func (w *torment) stallable() []byte {
	w.edition++
	return fmt.Appendf(nil, "number = 9\ncategory = '示例'\ncontent = '示例第%d版'\nbasis = '《示例》'\n", w.edition)
}

func itemName(n int) string  { return fmt.Sprintf("items/%d.toml", n) }
func noteName(n int) string  { return fmt.Sprintf("notices/%d.toml", n) }
func imageName(n int) string { return fmt.Sprintf("images/%d.png", n) }

// names returns all files that the directory should have, images first.
func (w *torment) names() []string {
	names := []string{"kiosk.toml"}
	for i := 1; i <= allNotes; i++ {
		names = append([]string{imageName(i)}, append(names, noteName(i))...)
	}
	for i := 1; i <= allItems; i++ {
		names = append(names, itemName(i))
	}
	return names
}

// fresh returns a new version of a file. Every incomplete beginning of it is broken, and so is one with
// the end of the version before or after: the marks round their texts differ.
func (w *torment) fresh(name string) []byte {
	w.edition++
	mark := []string{`"""`, `'''`}[w.edition%2]
	text := fmt.Sprintf("示例第%d版", w.edition) + strings.Repeat("文字、\n", 30+w.random.IntN(400))
	var n int
	switch {
	case name == "kiosk.toml":
		return fmt.Appendf(nil, "centre = %s示例社区%s\ncatalogue = %s示例目录%d%s", mark, mark, mark, w.edition, mark)
	case strings.HasPrefix(name, "images/"):
		return []byte(dot(20+w.edition%50, uint8(w.edition)))
	case strings.HasPrefix(name, "notices/"):
		fmt.Sscanf(name, "notices/%d", &n)
		return fmt.Appendf(nil, "date = 2026-11-20\nimages = [%q]\nbody = %s%s%s\ntitle = %s示例%d%s", imageName(n), mark, text, mark, mark, w.edition, mark)
	}
	fmt.Sscanf(name, "items/%d", &n)
	return fmt.Appendf(nil, "number = %d\ncategory = %s示例%s\nbasis = '《示例》'\ncontent = %s%s%s", n, mark, mark, mark, text, mark)
}

// note enters into the ledger a version that is about to be written whole.
func (w *torment) note(name string, data []byte) {
	if w.whole[name] == nil {
		w.whole[name] = make(map[string]int)
	}
	version := len(w.whole[name]) + 1
	for cut := 0; cut <= min(pixelless(name), len(data)-1); cut++ {
		sum := sha256.Sum256(data[:len(data)-cut])
		hash := hex.EncodeToString(sum[:])
		if w.whole[name][hash] == 0 {
			w.whole[name][hash] = version
		}
		if cut == 0 {
			w.present[name] = hash
		}
	}
}

// pixelless returns how many bytes at a file's end it is whole without: a picture has no pixels in its last
// check sums and its IEND.
func pixelless(name string) int {
	if strings.HasPrefix(name, "images/") {
		return 24
	}
	return 0
}

func (w *torment) path(name string) string { return filepath.Join(w.dir, name) }

// settle records whether a write has succeeded.
func (w *torment) settle(name string, err error) {
	w.Helper()
	if err == nil {
		return
	}
	w.present[name] = ""
	if !errors.Is(err, syscall.ENOSPC) {
		w.Fatal(err)
	}
}

// rename writes a new version like a good tool: beside, then renamed.
func (w *torment) rename(name string) { w.bring(name, w.fresh(name)) }

func (w *torment) bring(name string, data []byte) {
	beside := w.path(filepath.Join(filepath.Dir(name), ".saving"))
	if err := os.WriteFile(beside, data, 0o644); err != nil {
		os.Remove(beside)
		if !errors.Is(err, syscall.ENOSPC) {
			w.Fatal(err)
		}
		return
	}
	w.clear(name)
	w.note(name, data)
	w.must(os.Rename(beside, w.path(name)))
}

// clear removes what a file can't replace.
func (w *torment) clear(name string) {
	if info, err := os.Lstat(w.path(name)); err == nil && !info.Mode().IsRegular() {
		w.must(os.RemoveAll(w.path(name)))
	}
}

// overwrite writes a new version in place, piece by piece.
func (w *torment) overwrite(name string) {
	data := w.fresh(name)
	w.clear(name)
	w.note(name, data)
	f, err := os.Create(w.path(name))
	w.settle(name, err)
	if err != nil {
		return
	}
	defer f.Close()
	for len(data) > 0 && err == nil {
		n := min(len(data), 1+w.random.IntN(3000))
		_, err = f.Write(data[:n])
		data = data[n:]
		w.dawdle(5)
	}
	w.settle(name, err)
}

// dawdle waits up to a number of ms, so that writers don't fall in step with readers.
func (w *torment) dawdle(most int) {
	time.Sleep(time.Duration(w.random.IntN(1000*most)) * time.Microsecond)
}

// spoil breaks a file.
func (w *torment) spoil(name string, data []byte) {
	w.clear(name)
	w.present[name] = ""
	if err := os.WriteFile(w.path(name), data, 0o644); err != nil && !errors.Is(err, syscall.ENOSPC) {
		w.Fatal(err)
	}
}

// fixAll replaces all broken files with new versions.
func (w *torment) fixAll() {
	for _, name := range w.names() {
		if w.present[name] == "" {
			w.rename(name)
		}
	}
}

// halved are two versions that alternate in one file.
func (w *torment) halved(name string) (a, b []byte) {
	a, b = w.fresh(name), w.fresh(name)
	if bytes.Equal(a, b) {
		w.Fatal("two versions are the same")
	}
	return a, b
}
