package main

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/display"
	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/session"
)

// officeOf returns the part of preview around the window, on the shipped content.
func officeOf(t *testing.T) *preview {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "内容")
	if err := os.CopyFS(dir, content.FS); err != nil {
		t.Fatal(err)
	}
	return newPreview(config{content: dir, zone: time.UTC})
}

// TestPreviewAsks checks what is asked about a dropped file, and that nothing changes before the answer.
func TestPreviewAsks(t *testing.T) {
	p := officeOf(t)
	before := filesBelow(t, p.conf.content)
	for name, want := range map[string]struct {
		words string
		order desk.Order
	}{
		"程序.exe":     {"不认识这种文件", desk.NoOrder},
		"照片.JPG":     {"会新建一条公告", desk.Import},
		"没有后缀":       {"不认识这种文件", desk.NoOrder},
		"items.toml": {"直接放进内容文件夹", desk.NoOrder},
		"坏.xlsx":     {"改法：", desk.NoOrder},
		"坏.docx":     {"[document-broken]", desk.NoOrder},
		"停水.txt":     {"会写 notices/2026-11-18-停水通知.toml", desk.Import},
	} {
		path, text := filepath.Join(t.TempDir(), name), "示例"
		if name == "停水.txt" {
			text = "停水通知\n\n各位居民：\n因检修，11月20日停水。\n\n朝阳社区\n2026年11月18日\n"
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		q := p.ask(t.Context(), []string{path, path})
		if text := strings.Join(q.Lines, "\n"); !strings.Contains(text, want.words) || q.Order != want.order || q.Title != name || !strings.Contains(text, "另外 1 个没有动") {
			t.Errorf("%s: %+v", name, q)
		}
	}
	if q := p.ask(t.Context(), []string{t.TempDir()}); q.Order != desk.NoOrder || !strings.Contains(q.Lines[0], "这是文件夹") {
		t.Errorf("a folder: %+v", q)
	}
	if after := filesBelow(t, p.conf.content); after != before {
		t.Errorf("the content has changed:\n%s\nfrom\n%s", after, before)
	}
}

// TestPreviewTakesIn checks that what was asked about is imported, and what is said of it.
func TestPreviewTakesIn(t *testing.T) {
	p := officeOf(t)
	dir := t.TempDir()
	notice, photo := filepath.Join(dir, "停水.txt"), filepath.Join(dir, "海报.png")
	if err := os.WriteFile(notice, []byte("停水通知\n\n各位居民：\n因检修，11月20日停水。\n\n朝阳社区\n2026年11月18日\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(photo)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(f, image.NewGray(image.Rect(0, 0, 300, 400))), f.Close()); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{notice: "停水通知", photo: "海报"} {
		if q := p.ask(t.Context(), []string{path}); q.Order != desk.Import {
			t.Fatalf("%s: %+v", path, q)
		}
		if q := p.takeIn(t.Context()); q.Note != "导入好了" || q.Order != desk.NoOrder {
			t.Errorf("%s: %+v", path, q)
		}
		if c := p.conf.read().Catalogue; !slices.ContainsFunc(c.Notices, func(n catalogue.Notice) bool { return n.Title == want }) {
			t.Errorf("no notice is called %s", want)
		}
	}
	if err := os.Remove(notice); err != nil {
		t.Fatal(err)
	}
	p.pending = notice
	if q := p.takeIn(t.Context()); q.Note == "导入好了" {
		t.Errorf("a file that is gone: %+v", q)
	}
}

// filesBelow returns the names below a directory.
func filesBelow(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		all = append(all, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

// TestPreviewSavesPictures checks that pictures stand beside the content, and that none overwrites another.
func TestPreviewSavesPictures(t *testing.T) {
	p := officeOf(t)
	p.images = content.FS
	now := time.Date(2026, 3, 12, 9, 41, 0, 0, time.UTC)
	st := session.Step(session.Start(now, true), now, session.Content{Catalogue: p.conf.read().Catalogue})
	st.View = session.View{Screen: session.Screen{Kind: session.Item, Number: 6}}
	seen := display.Seen{State: st}
	seen.Size.X, seen.Size.Y = 1920, 1080
	beside := filepath.Dir(p.conf.content)
	for _, want := range []string{"预览-事项06-20260312-0941.png", "预览-事项06-20260312-0941-2.png"} {
		if said := p.savePicture(seen); said != "图片存好了，在内容文件夹旁边："+want {
			t.Fatal(said)
		}
		f, err := os.Open(filepath.Join(beside, want))
		if err != nil {
			t.Fatal(err)
		}
		conf, err := png.DecodeConfig(f)
		f.Close()
		if err != nil || conf.Width != 1920 || conf.Height != 1080 {
			t.Errorf("%s: %v, %v", want, conf, err)
		}
	}
	p.conf.content = filepath.Join(beside, "没有", "内容")
	if said := p.savePicture(seen); !strings.HasPrefix(said, "图片没有存成（") || !strings.Contains(said, "改法：") {
		t.Errorf("where nothing can be written: %s", said)
	}
}

// TestPreviewSavesTheWeek checks that the sheet of the week that is looked at stands beside the content.
func TestPreviewSavesTheWeek(t *testing.T) {
	p := officeOf(t)
	path := filepath.Join(filepath.Dir(p.conf.content), "一周审批单-20260312.pdf")
	seen := display.Seen{State: session.Start(time.Date(2026, 3, 12, 9, 41, 0, 0, time.UTC), true)}
	if said := p.saveSheet(t.Context(), seen); said != "审批单存好了，在内容文件夹旁边："+filepath.Base(path) {
		t.Fatal(said)
	}
	if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("%s is no PDF: %v", path, err)
	}
	if said := p.saveSheet(t.Context(), seen); !strings.HasSuffix(said, "一周审批单-20260312-2.pdf") {
		t.Error(said)
	}
}

// TestPreviewFollows checks that what is saved reaches the window, and that a broken file is reported while its last good state stays.
func TestPreviewFollows(t *testing.T) {
	p := officeOf(t)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	first, later := p.watch(ctx)
	go func() {
		for range later {
		}
	}()
	if first == nil || len(first.Items) != 14 {
		t.Fatal("the first snapshot lacks items")
	}
	found := func(holds func(desk.Found) bool) desk.Found {
		t.Helper()
		for {
			select {
			case e := <-p.news:
				if f := e.(desk.Checked).Found; holds(f) {
					return f
				}
			case <-ctx.Done():
				t.Fatal("the window hears nothing")
			}
		}
	}
	good := found(func(f desk.Found) bool { return f.Items == 14 })
	if good.Held || good.Name != "内容" || len(good.Revision) != 8 {
		t.Errorf("at first: %+v", good)
	}
	if err := os.WriteFile(filepath.Join(p.conf.content, "items", "01-组织机构.toml"), []byte("number ="), 0o644); err != nil {
		t.Fatal(err)
	}
	broken := found(func(f desk.Found) bool { return f.Held })
	if broken.Items != 14 || broken.Revision != good.Revision || counts(broken.Problems)[0] == 0 {
		t.Errorf("a broken file: %+v", broken)
	}
}

// TestContentBesideProgram checks where a directory is looked for that isn't named.
func TestContentBesideProgram(t *testing.T) {
	for _, name := range contentNames {
		place := t.TempDir()
		dir := filepath.Join(place, name)
		if err := os.CopyFS(dir, content.FS); err != nil {
			t.Fatal(err)
		}
		t.Chdir(place)
		got, err := contentDir("")
		if err != nil || !sameFolder(t, got, dir) {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
}

func sameFolder(t *testing.T, a, b string) bool {
	t.Helper()
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
