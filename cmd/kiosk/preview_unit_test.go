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
		"程序.exe":                    {"不认识这种文件", desk.NoOrder},
		"照片.JPG":                    {"会新建一条公告", desk.Import},
		"义诊.png":                    {"标题照文件名，是“义诊”", desk.Import},
		"mmexport1701234567890.jpg": {"标题先写成“海报”", desk.Import},
		"没有后缀":                      {"不认识这种文件", desk.NoOrder},
		"items.toml":                {"直接放进内容文件夹", desk.NoOrder},
		"坏.xlsx":                    {"改法：", desk.NoOrder},
		"坏.docx":                    {"[document-broken]", desk.NoOrder},
		"停水.txt":                    {"会写 notices/2026-11-18-停水通知.toml", desk.Import},
	} {
		path, text := filepath.Join(t.TempDir(), name), "示例"
		if name == "停水.txt" {
			text = "停水通知\n\n各位居民：\n因检修，11月20日停水。\n\n朝阳社区\n2026年11月18日\n"
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		p.queue = []string{path, path}
		q := p.ask(t.Context())
		if text := strings.Join(q.Lines, "\n"); !strings.Contains(text, want.words) || q.Order != want.order || q.Title != name || !q.More || !strings.Contains(text, "另外 1 个没有动") {
			t.Errorf("%s: %+v", name, q)
		}
	}
	p.queue = []string{t.TempDir()}
	if q := p.ask(t.Context()); q.Order != desk.NoOrder || q.More || !strings.Contains(q.Lines[0], "不是内容文件夹") {
		t.Errorf("a folder: %+v", q)
	}
	if after := filesBelow(t, p.conf.content); after != before {
		t.Errorf("the content has changed:\n%s\nfrom\n%s", after, before)
	}
}

// TestPreviewReplaces checks that a notice that is there already is replaced once the window has said so, and is kept beside it.
func TestPreviewReplaces(t *testing.T) {
	p := officeOf(t)
	path := filepath.Join(t.TempDir(), "停水.txt")
	var written []string
	for _, hours := range []string{"八点", "九点"} {
		text := "停水通知\n\n各位居民：\n因检修，11月20日" + hours + "停水。\n\n朝阳社区\n2026年11月18日\n"
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		p.queue = []string{path}
		q := p.ask(t.Context())
		if said := strings.Contains(strings.Join(q.Lines, "\n"), "内容里已经有这一条"); said != (hours == "九点") || q.Order != desk.Import {
			t.Errorf("%s: %+v", hours, q)
		}
		if q := p.takeIn(t.Context()); q.Note != "导入好了" {
			t.Errorf("%s: %+v", hours, q)
		}
		data, err := os.ReadFile(filepath.Join(p.conf.content, "notices/2026-11-18-停水通知.toml"))
		if err != nil || !strings.Contains(string(data), hours) {
			t.Errorf("%s: %v\n%s", hours, err, data)
		}
		written = append(written, string(data))
	}
	kept, err := os.ReadFile(filepath.Join(p.conf.content, "notices/2026-11-18-停水通知.toml.bak"))
	if err != nil || string(kept) != written[0] {
		t.Errorf("kept: %v\n%s", err, kept)
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
		p.queue = []string{path}
		if q := p.ask(t.Context()); q.Order != desk.Import {
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
	p.queue = []string{notice}
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

// TestContentBeside checks which directories are found beside the program: all of them, the usual names first, and the folder itself
// only where there is none.
func TestContentBeside(t *testing.T) {
	place, other := t.TempDir(), t.TempDir()
	touch := func(names ...string) {
		for _, name := range names {
			must(t, os.MkdirAll(filepath.Dir(name), 0o755))
			must(t, os.WriteFile(name, nil, 0o644))
		}
	}
	places := []string{place, other}
	if got := contentsBeside(places); got != nil {
		t.Errorf("in empty folders: %q", got)
	}
	touch(filepath.Join(other, "kiosk.toml"), filepath.Join(place, "图片", "a.png"))
	if got := contentsBeside(places); !slices.Equal(got, []string{other}) {
		t.Errorf("the second place itself: %q", got)
	}
	touch(filepath.Join(place, "内容", "kiosk.toml"), filepath.Join(place, "a 副本", "kiosk.toml"), filepath.Join(place, "content", "kiosk.toml"))
	want := []string{filepath.Join(place, "content"), filepath.Join(place, "内容"), filepath.Join(place, "a 副本")}
	if got := contentsBeside(places); !slices.Equal(got, want) {
		t.Errorf("several: %q", got)
	}
}

// TestContentAmong checks what preview takes as the content and as files.
func TestContentAmong(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "通知.docx")
	must(t, os.WriteFile(file, nil, 0o644))
	got, files, err := contentAmong([]string{file, dir})
	if err != nil || got != dir || !slices.Equal(files, []string{file}) {
		t.Errorf("%q, %q, %v", got, files, err)
	}
	for words, paths := range map[string][]string{"是第二个目录": {dir, dir}, "没有 nowhere 这个目录": {"nowhere"}} {
		if _, _, err := contentAmong(paths); err == nil || !strings.Contains(err.Error(), words) || !strings.Contains(err.Error(), "改法：") {
			t.Errorf("%q: %v", paths, err)
		}
	}
}

// TestAsDropped checks which arguments Explorer gives, and which are typed.
func TestAsDropped(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "通知.docx")
	for _, c := range []struct{ args, want []string }{
		{nil, []string{"preview"}},
		{[]string{whole}, []string{"preview", whole}},
		{[]string{"check"}, []string{"check"}},
		{[]string{"check", whole}, []string{"check", whole}},
		{[]string{"--help"}, []string{"--help"}},
	} {
		if got := asDropped(c.args); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q", c.args, got)
		}
	}
}

// heard returns the next event of a kind that the window hears.
func heard[E desk.Event](t *testing.T, p *preview) E {
	t.Helper()
	for {
		select {
		case e := <-p.news:
			if e, ok := e.(E); ok {
				return e
			}
		case <-time.After(patience):
			t.Fatal("the window hears nothing")
		}
	}
}

// TestPreviewOpens asks which content to open, opens one that is dropped, and asks about the files that came with it, one after the other.
func TestPreviewOpens(t *testing.T) {
	office := officeOf(t)
	dir := office.conf.content
	p := newPreview(config{zone: time.UTC})
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	t.Chdir(t.TempDir())
	first, later := p.watch(ctx)
	if first != nil {
		t.Error("something is shown before it is opened")
	}
	if q := heard[desk.Asked](t, p).Question; q.Order != desk.Create || !q.Standing() {
		t.Errorf("without content: %+v", q)
	}
	one, two := filepath.Join(t.TempDir(), "一.toml"), filepath.Join(t.TempDir(), "二.png")
	must(t, errors.Join(os.WriteFile(one, nil, 0o644), os.WriteFile(two, nil, 0o644)))
	p.dropped([]string{one})
	if q := heard[desk.Asked](t, p).Question; !q.Standing() || !strings.Contains(strings.Join(q.Lines, ""), "放进来的 1 个文件") {
		t.Errorf("a file before there is content: %+v", q)
	}
	p.dropped([]string{one, dir, two})
	if c := <-later; c == nil || len(c.Items) != 14 {
		t.Fatal("a directory that is dropped isn't shown")
	}
	if e := heard[desk.Opened](t, p); e.Name != "内容" {
		t.Errorf("opened: %+v", e)
	}
	if q := heard[desk.Asked](t, p).Question; q.Title != "一.toml" || !q.More {
		t.Errorf("the first file: %+v", q)
	}
	p.obey(desk.Outcome{Order: desk.Next}, display.Seen{})
	if q := heard[desk.Asked](t, p).Question; q.Title != "二.png" || q.More {
		t.Errorf("the second file: %+v", q)
	}
}

// TestPreviewSavesElsewhere checks that where nothing can be written beside the content, a picture is saved on the desktop.
func TestPreviewSavesElsewhere(t *testing.T) {
	p := officeOf(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	desktop := filepath.Join(home, "桌面")
	must(t, os.Mkdir(desktop, 0o755))
	p.conf.content = filepath.Join(home, "没有", "内容")
	now := time.Date(2026, 3, 12, 9, 41, 0, 0, time.UTC)
	seen := display.Seen{State: session.Start(now, true), Size: image.Pt(1080, 1920)}
	if said := p.savePicture(seen); said != "内容文件夹旁边不能写，图片存到了桌面：预览-开始画面-20260312-0941.png" {
		t.Error(said)
	}
	if !exists(filepath.Join(desktop, "预览-开始画面-20260312-0941.png")) {
		t.Error("it isn't there")
	}
}
