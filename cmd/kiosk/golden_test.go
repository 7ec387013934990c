package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gongkai/content"
	"gongkai/kiosk/picture/sample"
	"gongkai/kiosk/session"
)

// Every screen in every mode and both orientations, drawn small. testdata/golden/sums.txt has a sum of each picture's
// pixels; the sheets beside it, one for each screen, show the pictures worth seeing, in few colours.

var update = flag.Bool("update", false, "renew the golden pictures")

// gallery is screens in one mode.
type gallery struct {
	name    string
	flags   []string
	screens []string
}

// everything lists all screens of snapshot, with two searches, one of which finds nothing; most leaves out the sheets
// that differ from others only in their codes.
var (
	everything = append(most, "takeaway")
	most       = strings.Fields("attract home category item search search:CJ search:CJZ notices notice accessibility " +
		"idle-warning takeaway:4 takeaway:6 proof:6 preparing night")
)

const (
	clock  = "--at=2026-03-12T09:41" // the design's
	filled = "--content=FILLED"      // the shipped rows and testdata/sample
)

var galleries = []gallery{
	{"normal", []string{filled, clock}, everything},
	{"contrast", []string{filled, clock, "--high-contrast"}, everything},
	{"text-1.3", []string{filled, clock, "--text=1.3"}, most},
	{"text-1.6", []string{filled, clock, "--text=1.6"}, most},
	{"text-2.0", []string{filled, clock, "--text=2.0"}, most},
	{"low", []string{filled, clock, "--low-reach"}, most},
	{"low-contrast-2.0", []string{filled, clock, "--text=2.0", "--low-reach", "--high-contrast"}, most},
	{"clock-unknown", []string{filled, "--at=none"}, []string{"attract:1", "attract:6", "home", "item:6", "notices", "preparing", "night"}},
	{"no-notices", []string{clock}, []string{"home", "notices", "accessibility"}}, // as shipped
}

// actual is drawn in the size of real panels, where every rounding differs.
var actual = gallery{"actual", []string{filled, clock}, []string{"attract:1", "attract:6", "home", "category:4", "item:4", "item:6", "search:CJ", "notice:4", "accessibility"}}

// way is an orientation of the panel.
type way struct {
	name string
	size image.Point
}

var ways = []way{{"portrait", image.Pt(360, 640)}, {"landscape", image.Pt(640, 360)}}

// panels are the orientations of a real panel.
var panels = []way{{"portrait", image.Pt(1080, 1920)}, {"landscape", image.Pt(1920, 1080)}}

func (w way) flag() string { return fmt.Sprintf("--size=%dx%d", w.size.X, w.size.Y) }

// key names a picture: gallery, orientation, screen.
type key [3]string

func (k key) String() string { return strings.Join(k[:], "/") }

func TestGolden(t *testing.T) {
	got := drawAll(t, newStudio(t, within))
	if *update {
		renew(t, got)
	}
	kept := readGolden(t)
	kept.complete(t, got)
	kept.compare(t, got)
}

// drawAll draws every picture, several galleries at a time.
func drawAll(t *testing.T, in studio) map[key]*image.RGBA {
	t.Helper()
	var mu sync.Mutex
	got := map[key]*image.RGBA{}
	t.Run("draw", func(t *testing.T) {
		draw := func(name string, w way, pictures func(*testing.T) map[key]*image.RGBA) {
			t.Run(name+" "+w.name, func(t *testing.T) {
				t.Parallel()
				drawn := pictures(t)
				mu.Lock()
				defer mu.Unlock()
				maps.Copy(got, drawn)
			})
		}
		for _, w := range panels {
			draw(actual.name, w, func(t *testing.T) map[key]*image.RGBA { return in.draw(t, actual, w) })
		}
		for _, w := range ways {
			for _, g := range galleries {
				draw(g.name, w, func(t *testing.T) map[key]*image.RGBA { return in.draw(t, g, w) })
			}
			draw("moment", w, func(t *testing.T) map[key]*image.RGBA { return in.moments(t, w) })
		}
	})
	return got
}

// TestGoldenAlone checks that a picture depends neither on other pictures nor on how many are drawn at once.
func TestGoldenAlone(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	in := newStudio(t, within)
	kept := readGolden(t)
	kept.compare(t, in.draw(t, gallery{"normal", galleries[0].flags, everything}, ways[1]))
	for _, screen := range []string{"item:6", "notice:4", "takeaway:4"} {
		kept.compare(t, in.draw(t, gallery{"contrast", galleries[1].flags, []string{screen}}, ways[0]))
	}
}

// studio draws pictures: it has a content directory, a machine's settings, and the program.
type studio struct {
	filled, config string
	program        func(args ...string) (string, error)
}

func newStudio(t *testing.T, program func(...string) (string, error)) studio {
	t.Helper()
	dir := t.TempDir()
	in := studio{filepath.Join(dir, "content"), filepath.Join(dir, "config.toml"), program}
	for _, err := range []error{os.CopyFS(in.filled, content.FS), fill(in.filled), os.WriteFile(in.config, []byte("rotate = 0\n"), 0o644)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return in
}

// within runs the program in this process and returns its output.
func within(args ...string) (string, error) {
	var said bytes.Buffer
	if code := run(context.Background(), args, streams{&said, &said}); code != fine {
		return said.String(), fmt.Errorf("exit code %d", code)
	}
	return said.String(), nil
}

// fill adds testdata/sample's notices and their pictures to the shipped content, and appends the keys of its
// items' files.
func fill(dir string) error {
	const from = "testdata/sample"
	if err := os.CopyFS(filepath.Join(dir, "notices"), os.DirFS(from+"/notices")); err != nil {
		return err
	}
	items, err := os.ReadDir(from + "/items")
	if err != nil {
		return err
	}
	for _, item := range items {
		path := filepath.Join(dir, "items", item.Name())
		shipped, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		more, err := os.ReadFile(filepath.Join(from, "items", item.Name()))
		if err != nil {
			return err
		}
		if err := os.WriteFile(path, append(shipped, more...), 0o644); err != nil {
			return err
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "images"), 0o755); err != nil {
		return err
	}
	for _, name := range []string{sample.Poster, sample.Landscape, sample.Square, sample.Long, sample.Turned} {
		if err := os.WriteFile(filepath.Join(dir, name), sample.Bytes(name), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// draw runs the program to draw a gallery.
func (in studio) draw(t *testing.T, g gallery, w way) map[key]*image.RGBA {
	t.Helper()
	out := t.TempDir()
	defer os.RemoveAll(out)
	args := []string{"snapshot", "--config=" + in.config, "--state=", "--out=" + out, w.flag()}
	for _, f := range g.flags {
		args = append(args, strings.Replace(f, "FILLED", in.filled, 1))
	}
	if said, err := in.program(append(args, g.screens...)...); err != nil {
		t.Fatalf("%s %s: %v\n%s", g.name, w.name, err, said)
	}
	return gather(t, g.name, w, out)
}

// moments returns screens that the command line doesn't name: the announcement of new content to a reader, and
// further takeaways.
func (in studio) moments(t *testing.T, w way) map[key]*image.RGBA {
	t.Helper()
	conf := config{content: in.filled}
	now := noon
	st := session.Step(session.Start(now, true), now, session.Content{Catalogue: conf.read().Catalogue})
	shipped := session.Content{Catalogue: config{}.read().Catalogue}
	reading := func(sc session.Screen) session.State { return session.Step(still(st, sc), now, shipped) }
	second := withSheet(still(st, session.Screen{Kind: session.Item, Number: 4}), session.Takeaway)
	second.Sheet.Part = 1
	shots := []shot{
		{"changed-item", reading(session.Screen{Kind: session.Item, Number: 6})},
		{"changed-home", reading(session.Screen{Kind: session.Home})},
		{"gone-notice", reading(session.Screen{Kind: session.Notice, Notice: st.Catalogue.Notices[0].File})},
		{"takeaway-04-second", second},
		{"takeaway-notice", withSheet(still(st, session.Screen{Kind: session.Notice, Notice: st.Catalogue.Notices[0].File}), session.Takeaway)},
	}
	shots = append(shots, servicePages(st)...)
	for i := range shots {
		shots[i].state.Motion = session.Motion{}
	}
	out := t.TempDir()
	defer os.RemoveAll(out)
	if err := saveAll(context.Background(), io.Discard, shots, easel{size: w.size}, out, conf.images()); err != nil {
		t.Fatal(err)
	}
	return gather(t, "moment", w, out)
}

// servicePages returns the service pages of a machine with much to tell, in the usual mode and in large text of high contrast.
func servicePages(st session.State) []shot {
	st.Name, st.Panel.Diagonal = "示例社区一楼大厅", 21.5*inch
	st.Machine = session.Machine{
		Version: "0.1.0", Commit: "1a2b3c4d", Zone: "Asia/Shanghai", Rotate: 90, Program: 62 << 20, Free: 1420 << 20, Total: 1976 << 20,
		Up: 75 * time.Hour, UpAll: 293 * time.Hour, Problems: 12, Off: true,
		First: [3]string{"06-残疾人补贴.toml:3　“number”写了两次", "kiosk.toml:7　没有叫“示例”的键", "示例.png　读不了这张图片"},
	}
	shots := staffShots(st)
	st.Mode = session.Mode{Text: 2, Contrast: true}
	for _, sh := range staffShots(st) {
		if !strings.HasPrefix(sh.name, "screen-test") {
			shots = append(shots, shot{"contrast-" + sh.name, sh.state})
		}
	}
	return shots
}

// gather reads the pictures of a directory.
func gather(t *testing.T, gallery string, w way, dir string) map[key]*image.RGBA {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[key]*image.RGBA, len(files))
	for _, file := range files {
		m, err := readPicture(file)
		if err != nil {
			t.Fatal(err)
		}
		if m.Rect.Size() != w.size {
			t.Errorf("%s: %v, want %v", file, m.Rect.Size(), w.size)
		}
		all[key{gallery, w.name, strings.TrimSuffix(filepath.Base(file), ".png")}] = m
	}
	return all
}

func readPicture(file string) (*image.RGBA, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	rgba := image.NewRGBA(image.Rectangle{Max: m.Bounds().Size()})
	draw.Draw(rgba, rgba.Rect, m, m.Bounds().Min, draw.Src)
	return rgba, nil
}

// sum returns a hash over all pixels of a picture.
func sum(m *image.RGBA) string {
	s := sha256.Sum256(m.Pix)
	return hex.EncodeToString(s[:8])
}

// sorted returns the keys by screen, then in the galleries' and the ways' order.
func sorted(all map[key]*image.RGBA) []key {
	place := map[string]int{}
	for i, g := range galleries {
		place[g.name] = i - len(galleries)
	}
	return slices.SortedFunc(maps.Keys(all), func(a, b key) int {
		return cmp.Or(strings.Compare(a[2], b[2]), place[a[0]]-place[b[0]], strings.Compare(b[1], a[1]))
	})
}
