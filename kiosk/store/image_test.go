package store

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/picture"
)

// dot returns a PNG of one colour, w px wide.
func dot(w int, grey uint8) string {
	m := image.NewGray(image.Rect(0, 0, w, 4))
	for i := range m.Pix {
		m.Pix[i] = color.Gray{Y: grey}.Y
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err) // writing to memory
	}
	return b.String()
}

// notice returns a notice's file with a title, images and a text.
func notice(title string, images ...string) string {
	return poster(title, images...) + "body = \"示例\"\n"
}

// poster returns a notice's file with a title and images.
func poster(title string, images ...string) string {
	return fmt.Sprintf("title = %q\ndate = 2026-10-01\nimages = [\"%s\"]\n", title, strings.Join(images, "\", \""))
}

// noticesOf lists a snapshot's notices: titles with the widths of their images.
func noticesOf(s Snapshot) string {
	var all []string
	for _, n := range s.Catalogue.Notices {
		for _, im := range n.Images {
			n.Title += fmt.Sprint(" ", im.Width)
		}
		all = append(all, n.Title)
	}
	return strings.Join(all, ", ")
}

// TestReadImages: everything that may be where a notice names an image.
func TestReadImages(t *testing.T) {
	const head = "图片 “images/a.png” "
	for _, c := range []struct {
		title  string
		change func(place)
		want   string // of the first problem
	}{
		{"well", func(p place) { p.write("images/a.png", dot(7, 0)) }, ""},
		{"missing", func(p place) {}, head + "找不到"},
		{"cut", func(p place) { p.write("images/a.png", dot(7, 0)[:40]) }, head + "不完整，后面的一截没有"},
		{"empty", func(p place) { p.write("images/a.png", "") }, head + "是空文件"},
		{"another format", func(p place) { p.write("images/a.png", "%PDF-1.7") }, head + "其实是 PDF，不能显示"},
		{"too large by a byte", func(p place) {
			p.write("images/a.png", "")
			p.must(os.Truncate(p.path("images/a.png"), picture.MaxBytes+1))
		}, head + "超过 32 MiB"},
		{"a link inside", func(p place) {
			p.write("texts/a", dot(7, 0))
			p.write("images/b.png", dot(7, 0))
			p.must(os.Remove(p.path("images/b.png")))
			p.link("../texts/a", "images/a.png")
		}, ""},
		{"a link out", func(p place) {
			p.write("../a.png", dot(7, 0))
			p.must(os.MkdirAll(p.path("images"), 0o755))
			p.link("../../a.png", "images/a.png")
		}, head + "这个链接指到内容目录外面去了"},
		{"a folder that is a link out", func(p place) {
			p.write("../else/a.png", dot(7, 0))
			p.link("../else", "images")
		}, head + "这个链接指到内容目录外面去了"},
		{"a pipe", func(p place) {
			p.must(os.MkdirAll(p.path("images"), 0o755))
			p.must(syscall.Mkfifo(p.path("images/a.png"), 0o644))
		}, head + "这是管道或套接字，不是文件"},
		{"a folder", func(p place) { p.write("images/a.png/x", "") }, head + "这是文件夹，不是文件"},
		{"a device", func(p place) {
			p.must(os.MkdirAll(p.path("images"), 0o755))
			p.link("/dev/zero", "images/a.png")
		}, head + "这个链接指到内容目录外面去了"},
		{"an unused one beside", func(p place) {
			p.write("images/a.png", dot(7, 0))
			p.write("images/b.png", dot(7, 0))
		}, "公告和平面图都没有用到这张图片"},
	} {
		t.Run(c.title, func(t *testing.T) {
			p := newPlace(t)
			p.write("notices/1.toml", notice("示例", "images/a.png"))
			c.change(p)
			snap := Place{Dir: p.dir}.Read()
			got := ""
			if len(snap.Problems) > 0 {
				got = snap.Problems[0].Message
			}
			shown := "示例"
			if !strings.HasPrefix(c.want, head) {
				shown = "示例 7"
			}
			if got != c.want || noticesOf(snap) != shown {
				t.Errorf("problem %q, want %q; shows %q, want %q", got, c.want, noticesOf(snap), shown)
			}
			for _, pr := range snap.Problems {
				if at := pr.File + fmt.Sprint(pr.Line); pr.Severity == diag.Error && at != "notices/1.toml3" {
					t.Errorf("an error of the image at %s", at)
				}
			}
		})
	}
}

// TestHollow: a file that looks good and holds no picture is found by whatever reads the directory once; the revision
// is the same.
func TestHollow(t *testing.T) {
	p := newPlace(t)
	p.write("notices/1.toml", notice("示例", "images/a.png"))
	p.write("images/a.png", hollowPNG())
	read, check := Place{Dir: p.dir}.Read(), NewChecker(p.dir).Check()
	for _, snap := range []Snapshot{read, check} {
		if problemsOf(snap) != "error notices/1.toml" || noticesOf(snap) != "示例" {
			t.Errorf("problems %q, shows %q", problemsOf(snap), noticesOf(snap))
		}
	}
	if read.Catalogue.Revision != check.Catalogue.Revision {
		t.Error("another revision")
	}
}

// TestShippedImages: images of content that is part of the program.
func TestShippedImages(t *testing.T) {
	files := fstest.MapFS{}
	for name, data := range map[string]string{
		"kiosk.toml": settings, "items/1.toml": item(1, "甲"), "notices/1.toml": notice("示例", "images/a.png"), "images/a.png": dot(9, 0),
	} {
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	if snap := ReadFS(files); len(snap.Problems) > 0 || noticesOf(snap) != "示例 9" {
		t.Errorf("%q %v", noticesOf(snap), snap.Problems)
	}
}

// TestImagesAreAwaited: a notice stays as it was, or off the screen if it is new, until its images are complete, for
// at most ten minutes; other files go on.
func TestImagesAreAwaited(t *testing.T) {
	type change func(place)
	put := func(name, data string) change { return func(p place) { p.write(name, data) } }
	newText := put("notices/1.toml", notice("新", "images/a.png", "images/b.png"))
	for _, c := range []struct {
		title   string
		changes []change
		want    []string
		late    string // ten minutes later
		held    string // before
	}{
		{"an edit, its image there first", []change{put("images/b.png", dot(8, 0)), newText}, []string{"旧 7", "新 7 8"}, "新 7 8", ""},
		{"an edit, its image later", []change{newText, put("images/b.png", dot(8, 0))}, []string{"旧 7", "新 7 8"}, "新 7 8", ""},
		{"an edit, its image never", []change{newText}, []string{"旧 7"}, "新 7", "notices/1.toml"},
		{"an image that is cut", []change{newText, put("images/b.png", dot(8, 0)[:40])}, []string{"旧 7", "旧 7"}, "新 7", "notices/1.toml"},
		{"an image in another format, which does not change by waiting", []change{put("images/b.png", "%PDF-1.7"), newText}, []string{"旧 7", "新 7"}, "新 7", ""},
		{"a new notice", []change{put("notices/2.toml", notice("二", "images/c.png"))}, []string{"旧 7"}, "旧 7, 二", "notices/2.toml"},
		{"a new notice, its image later", []change{put("notices/2.toml", notice("二", "images/c.png")), put("images/c.png", dot(9, 0))}, []string{"旧 7", "旧 7, 二 9"}, "旧 7, 二 9", ""},
		{"an image that is removed", []change{func(p place) { p.remove("images/a.png") }}, []string{"旧 7"}, "旧", "notices/1.toml"},
		{"an image that is replaced", []change{put("images/a.png", dot(5, 0))}, []string{"旧 5"}, "旧 5", ""},
		{"both away, and another file edited meanwhile", []change{
			func(p place) { p.remove("images/a.png"); newText(p) }, put("notices/2.toml", notice("二", "images/a.png")),
			put("images/a.png", dot(5, 0)),
		}, []string{"旧 7", "旧 7", "旧 5, 二 5"}, "新 5, 二 5", "notices/1.toml"},
	} {
		t.Run(c.title, func(t *testing.T) {
			p := newPlace(t)
			p.write("images/a.png", dot(7, 0))
			p.write("notices/1.toml", notice("旧", "images/a.png"))
			w := watch(p)
			for i, change := range c.changes {
				change(p)
				if got := noticesOf(w.settled()); got != c.want[i] {
					t.Fatalf("after change %d it shows %q, want %q\n%v", i+1, got, c.want[i], w.last.Problems)
				}
			}
			if held := strings.Join(w.last.Held, " "); held != c.held {
				t.Errorf("held %q, want %q", held, c.held)
			}
			w.now = w.now.Add(longestWait)
			if got := noticesOf(w.settled()); got != c.late {
				t.Errorf("in the end it shows %q, want %q", got, c.late)
			}
			if snap, changed, _ := w.step(w.now.Add(longestWait)); changed {
				t.Errorf("it changes once more: %q", noticesOf(snap))
			}
		})
	}
}

// TestWaitGoesOnAfterRestart: ten minutes are ten minutes, however often the kiosk begins anew.
func TestWaitGoesOnAfterRestart(t *testing.T) {
	p := newPlace(t)
	p.write("notices/1.toml", notice("旧"))
	w, _ := start(p.kept())
	p.write("notices/1.toml", notice("新", "images/a.png"))
	if got := noticesOf(w.settled()); got != "旧" {
		t.Fatalf("it shows %q", got)
	}
	w.save()
	w.memory.end()
	again, _ := start(p.kept())
	if got := noticesOf(again.last); got != "旧" {
		t.Errorf("after a restart it shows %q", got)
	}
	if snap, changed, _ := again.step(w.now.Add(longestWait)); !changed || noticesOf(snap) != "新" {
		t.Errorf("ten minutes after the text came it shows %q", noticesOf(snap))
	}
}

// TestCheckerDecodesOnce: a second check decodes no unchanged image again.
func TestCheckerDecodesOnce(t *testing.T) {
	p := newPlace(t)
	p.write("notices/1.toml", notice("示例", "images/a.png"))
	c, then := NewChecker(p.dir), time.Now().Add(-time.Hour)
	check := func(image string) string {
		p.write("images/a.png", image)
		p.must(os.Chtimes(p.path("images/a.png"), then, then))
		return problemsOf(c.Check())
	}
	whole := dot(7, 0)
	spoilt := []byte(whole)
	spoilt[len(spoilt)-20] ^= 1 // within the picture's own bytes
	if got := check(whole); got != "" {
		t.Fatalf("a whole image: problems %q", got)
	}
	seen := c.dir.images.seen["images/a.png"]
	seen.fact.Message = "as it was read"
	c.dir.images.seen["images/a.png"] = seen
	if snap := c.Check(); len(snap.Problems) != 1 || !strings.Contains(snap.Problems[0].Message, "as it was read") {
		t.Errorf("an unchanged image is decoded again: %v", snap.Problems)
	}
	if got := check(string(spoilt)); got != "error notices/1.toml" {
		t.Errorf("a spoilt image: problems %q", got)
	}
}

// TestNothingAwaitedAtStart: with nothing to show meanwhile, the text is shown without its image.
func TestNothingAwaitedAtStart(t *testing.T) {
	p := newPlace(t)
	p.write("notices/1.toml", notice("旧", "images/a.png"))
	w := watch(p)
	if got := noticesOf(w.last); got != "旧" {
		t.Errorf("it shows %q", got)
	}
	p.write("images/a.png", dot(7, 0))
	if got := noticesOf(w.settled()); got != "旧 7" {
		t.Errorf("it shows %q", got)
	}
}

// TestImagesAreReadOnce: an image that has not changed isn't opened again.
func TestImagesAreReadOnce(t *testing.T) {
	p := newPlace(t)
	p.write("notices/1.toml", notice("示例", "images/a.png"))
	now := time.Now()
	d := directory{path: p.dir}
	write := func(grey uint8, at time.Time) string {
		p.write("images/a.png", dot(7, grey))
		p.must(os.Chtimes(p.path("images/a.png"), at, at))
		sc := d.scan(now)
		return sc.files[len(sc.files)-1].Image.Hash
	}
	first := write(1, now.Add(-time.Hour))
	seen := d.images.seen["images/a.png"]
	seen.fact.Hash = "as it was read"
	d.images.seen["images/a.png"] = seen
	if sc := d.scan(now); sc.files[len(sc.files)-1].Image.Hash != "as it was read" {
		t.Error("an unchanged file was read again")
	}
	if write(2, now.Add(-time.Second)) == first {
		t.Error("a changed file wasn't read")
	}
}

// TestImagesOpen: only regular files among the images are opened, without blocking.
func TestImagesOpen(t *testing.T) {
	p := newPlace(t)
	p.write("images/a.png", "bytes")
	p.write("images/folder/x", "")
	p.must(syscall.Mkfifo(p.path("images/pipe.png"), 0o644))
	p.link("/dev/zero", "images/zero.png")
	p.link("../kiosk.toml", "images/inside.png")
	files := Images{Dir: p.dir}
	f, err := files.Open("images/a.png")
	p.must(err)
	if data, _ := io.ReadAll(f); string(data) != "bytes" {
		t.Errorf("%q", data)
	}
	p.must(f.Close())
	for _, name := range []string{"images/folder", "images/pipe.png", "images/zero.png", "images/gone.png", "images/../kiosk.toml", "kiosk.toml", "/etc/passwd", "images/"} {
		if f, err := files.Open(name); err == nil || f != nil {
			t.Errorf("%s was opened", name)
		}
	}
	if f, err := files.Open("images/inside.png"); err != nil {
		t.Error(err)
	} else {
		f.Close()
	}
}

// A broken notice keeps its pictures, also in the state directory.
func TestBrokenNoticeKeepsPictures(t *testing.T) {
	p := newPlace(t)
	data := dot(7, 0)
	p.write("images/a.png", data)
	p.write("notices/1.toml", notice("旧", "images/a.png"))
	w, _ := start(p.kept())
	p.write("notices/1.toml", "title = ")
	if w.settled(); noticesOf(w.last) != "旧 7" {
		t.Errorf("broken, it shows %q", noticesOf(w.last))
	}
	w.save()
	w.memory.end()
	p.remove("images")
	again, _ := start(p.kept())
	if noticesOf(again.last) != "旧 7" {
		t.Errorf("and without the picture, after a restart, %q", noticesOf(again.last))
	}
	opens(t, again.Images(), "images/a.png", data)
}

// TestFloorPlanIsKept: a floor plan is read, opened and kept in the state directory as a notice's image is, and another one under
// its name is shown.
func TestFloorPlanIsKept(t *testing.T) {
	p := newPlace(t)
	data := dot(7, 0)
	p.write("images/a.png", data)
	p.write("items/9.toml", item(4, "丁")+"[contact]\nmap = \"images/a.png\"\nat = [0.4, 0.7]\n")
	plan := func(s Snapshot) int { return s.Catalogue.Items[3].Contact.Map.Width }
	w, _ := start(p.kept())
	if plan(w.last) != 7 || !w.last.Catalogue.Items[3].Contact.Marked {
		t.Fatalf("a floor plan is %d wide", plan(w.last))
	}
	w.save()
	w.memory.end()
	p.remove("images")
	again, _ := start(p.kept())
	if plan(again.last) != 7 {
		t.Errorf("without the picture, after a restart, it is %d wide", plan(again.last))
	}
	opens(t, again.Images(), "images/a.png", data)
	p.write("images/a.png", dot(9, 0))
	if again.settled(); plan(again.last) != 9 {
		t.Errorf("another picture is %d wide", plan(again.last))
	}
}

// Each image is waited for by itself.
func TestImagesAreAwaitedEach(t *testing.T) {
	p := newPlace(t)
	p.write("images/a.png", dot(7, 0))
	p.write("notices/1.toml", notice("旧", "images/a.png", "images/never.png"))
	w := watch(p)
	w.rest()
	w.pass(longestWait)
	p.write("images/a.png", dot(5, 0)[:40])
	if w.settled(); noticesOf(w.last) != "旧 7" {
		t.Errorf("with half of another picture it shows %q", noticesOf(w.last))
	}
	p.write("images/a.png", dot(5, 0))
	if w.settled(); noticesOf(w.last) != "旧 5" {
		t.Errorf("at last it shows %q", noticesOf(w.last))
	}
}
