package main

import (
	"bytes"
	"errors"
	"image"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/xdrive"
)

// The design's places in the window, px.
var (
	previewGlass   = image.Rect(30, 20, 570, 980)
	previewHome    = image.Pt(783, 278)
	previewItem    = image.Pt(849, 278)
	previewPicture = image.Pt(1139, 470)
	previewRow     = image.Rect(640, 548, 1560, 610) // the first row of 检查
	previewHuge    = image.Pt(1329, 374)
	previewNext    = image.Pt(973, 148)
)

// arrowRight is the keycode of →.
const arrowRight = 114

// openPreview starts the window on a private X server, whose desktop shows all larger by a percentage.
func openPreview(t *testing.T, percent int) kiosk {
	t.Helper()
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
	k.copyShipped()
	k = k.server(desk.Usual.Mul(percent).Div(100))
	k.must(k.Magnify(percent))
	settings := filepath.Join(t.TempDir(), "config.toml")
	k.must(os.WriteFile(settings, []byte("[log]\nlevel = \"debug\"\n"), 0o644))
	var err error
	k.Program, err = k.Launch(built, "preview", k.dir, "--config", settings)
	k.must(err)
	k.Cleanup(func() { k.End() })
	k.must(k.Ready(k.soon(), k.Program))
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	return k
}

// previewed returns what kiosk snapshot draws of a screen, at the size on the window, below the strip with the clock.
func (k kiosk) previewed(screen, file string) *image.RGBA {
	k.Helper()
	return belowStrip(k.drawn(screen, file, "--size", "540x960"))
}

func belowStrip(m *image.RGBA) *image.RGBA {
	return crop(m, image.Rect(0, 75, m.Rect.Dx(), m.Rect.Dy()))
}

// glassShows waits until the kiosk in the window equals a picture.
func (k kiosk) glassShows(want *image.RGBA) {
	k.Helper()
	part := previewGlass
	part.Min.Y += 75
	k.seesPart(k.soon(), part, want)
}

// click taps and waits until the log names a screen.
func (k kiosk) click(at image.Point, line string) {
	k.Helper()
	n := len(k.Log())
	k.must(k.Tap(at))
	if _, err := k.WaitLine(k.soon(), n, line); err != nil {
		k.Fatalf("a click at %v: %v; log:\n%q", at, err, k.Log())
	}
}

// TestPreview clicks through an office's window: its kiosk is touched, shows what is saved, and keeps what was good; a problem
// leads to its place, the day moves on, and what is seen is saved as a picture.
func TestPreview(t *testing.T) {
	t.Parallel()
	k := openPreview(t, 100)
	k.click(previewHome, "screen name=home")
	k.glassShows(k.previewed("home", "home.png"))
	k.click(image.Pt(30+160, 20+332), "screen name=category") // on the kiosk
	k.click(previewItem, "screen name=item item=1")
	k.glassShows(k.previewed("item:1", "item-01.png"))

	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	n := k.Damage.Count()
	k.edit("items/01-组织机构.toml", "机关名称", "示例名称")
	saved := time.Now()
	drawn, err := k.Damage.Wait(k.soon(), n)
	k.must(err)
	t.Logf("drawn %v after it was saved", drawn.Sub(saved))
	k.glassShows(k.previewed("item:1", "item-01.png"))
	good := k.previewed("item:1", "item-01.png")
	k.click(previewHome, "screen name=home")
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	row, err := k.Part(previewRow)
	k.must(err)
	k.edit("items/01-组织机构.toml", "category  =", "categori  =")
	k.partChanges(previewRow, row)
	k.click(previewRow.Min.Add(image.Pt(100, 30)), "screen name=item item=1 ")
	k.glassShows(good)

	k.click(previewNext, `msg="clock set" by=24h`)
	n = len(k.Log())
	k.must(k.Key(arrowRight))
	if _, err := k.WaitLine(k.soon(), n, `msg="clock set" by=24h`); err != nil {
		t.Errorf("→: %v", err)
	}
	k.must(k.Tap(previewPicture))
	k.savedPicture()
	k.must(k.Key(xdrive.Escape))
	if code, err := k.Wait(k.soon()); code != 0 || err != nil {
		t.Errorf("Esc ends it with %d (%v)", code, err)
	}
}

// savedPicture waits for the picture beside the content.
func (k kiosk) savedPicture() {
	k.Helper()
	for ctx := k.soon(); ; {
		n := k.Damage.Count()
		files, err := filepath.Glob(filepath.Join(filepath.Dir(k.dir), "预览-*.png"))
		k.must(err)
		if len(files) == 1 {
			if m := k.load(files[0]); m.Rect.Size() != xdrive.Portrait {
				k.Errorf("the picture is %v large", m.Rect.Size())
			}
			return
		}
		if _, err := k.Damage.Wait(ctx, n); err != nil {
			k.Fatalf("no picture was saved: %v", err)
		}
	}
}

// TestPreviewWheel checks that the wheel scrolls what is under it.
func TestPreviewWheel(t *testing.T) {
	t.Parallel()
	k := openPreview(t, 100)
	k.click(previewItem, "screen name=item item=1 ")
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	k.must(k.Tap(previewHuge)) // at the usual size the page fits
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	text := image.Rect(100, 250, 560, 600)
	before, err := k.Part(text)
	k.must(err)
	k.must(k.Wheel(image.Pt(300, 500), 3))
	k.partChanges(text, before)
}

// partChanges waits until a part of the glass differs from what it was.
func (k kiosk) partChanges(part image.Rectangle, was *image.RGBA) {
	k.Helper()
	for ctx := k.soon(); ; {
		n := k.Damage.Count()
		now, err := k.Part(part)
		k.must(err)
		if !same(was, now) {
			return
		}
		if _, err = k.Damage.Wait(ctx, n); err != nil {
			k.Fatalf("nothing changes in %v: %v", part, err)
		}
	}
}

// TestPreviewScaled checks that on a desktop that shows all at 150 % the window is sharp, and that clicks hit what they point at.
func TestPreviewScaled(t *testing.T) {
	t.Parallel()
	const percent = 150
	k := openPreview(t, percent)
	at := func(p image.Point) image.Point { return p.Mul(percent).Div(100) }
	k.click(at(previewHome), "screen name=home")
	k.click(at(image.Pt(30+160, 20+332)), "screen name=category")
	glass := image.Rectangle{Min: at(previewGlass.Min), Max: at(previewGlass.Max)}
	want := k.drawn("category:4", "category-04.png", "--size", "810x1440")
	strip := 75 * percent / 100
	glass.Min.Y += strip
	k.seesPart(k.soon(), glass, crop(want, image.Rect(0, strip, 810, 1440)))
}

// The question about a dropped file, px: its left answer is 不导入, its right one 导入, or 关闭.
var (
	previewAnswers = image.Rect(1300, 938, 1564, 980)
	previewNo      = image.Pt(1400, 959)
	previewYes     = image.Pt(1520, 959)
)

// TestPreviewDrop drops a table, a document, a text and a photograph on the window as a file manager does: it asks, changes nothing on
// 不导入 or Esc, and takes the file in on 导入.
func TestPreviewDrop(t *testing.T) {
	t.Parallel()
	k := openPreview(t, 100)
	for _, c := range k.filesToDrop() {
		before := treeOf(t, k.dir)
		k.asks(c.path, "kiosk", image.Point{})
		k.declines(func() error { return k.Tap(previewNo) })
		k.asks(c.path, "kiosk", image.Point{})
		k.declines(func() error { return k.Key(xdrive.Escape) })
		k.sameContent(before)
		k.asks(c.path, "kiosk", image.Point{})
		k.must(k.Tap(previewYes))
		k.takes(c.file, c.text)
		k.closes(image.Point{})
	}
}

// drop is a file that is dropped, and the file of the content that has a text once it is taken in.
type drop struct{ path, file, text string }

// filesToDrop writes one file of each kind, beside the content.
func (k kiosk) filesToDrop() []drop {
	k.Helper()
	dir := k.TempDir()
	text, photo, table := filepath.Join(dir, "停水 通知.txt"), filepath.Join(dir, "义诊.png"), filepath.Join(dir, "目录.xlsx")
	k.must(os.WriteFile(text, []byte("停水通知\n\n各位居民：\n因检修，11月20日停水。\n\n朝阳社区\n2026年11月18日\n"), 0o644))
	k.must(xdrive.Save(photo, image.NewGray(image.Rect(0, 0, 300, 400))))
	k.edit("items/01-组织机构.toml", "机关名称", "示例名称")
	if out, err := exec.Command(built, "export", "--content", k.dir, "--out", table).CombinedOutput(); err != nil {
		k.Fatalf("%v\n%s", err, out)
	}
	k.edit("items/01-组织机构.toml", "示例名称", "机关名称")
	return []drop{
		{table, "items/01-组织机构.toml", "示例名称"},
		{filepath.Join("../../kiosk/word/testdata", "通知.docx"), "notices/*.toml", "冬季消防安全检查"},
		{text, "notices/2026-11-18-停水通知.toml", "11月20日停水"},
		{photo, "notices/*义诊*.toml", "images/"},
	}
}

// asks drops a file on the window, which begins at a point, and waits for the question.
func (k kiosk) asks(path, class string, from image.Point) {
	k.Helper()
	path, err := filepath.Abs(path)
	k.must(err)
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	before, err := k.Part(previewAnswers.Add(from))
	k.must(err)
	k.must(k.Drop(k.soon(), class, image.Pt(1000, 500).Add(from), path))
	k.partChanges(previewAnswers.Add(from), before)
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "asked-"+filepath.Base(path)+".png"), k.picture()))
}

// declines answers the question with no, and waits until it is gone.
func (k kiosk) declines(answer func() error) {
	k.Helper()
	before, err := k.Part(previewAnswers)
	k.must(errors.Join(err, answer()))
	k.partChanges(previewAnswers, before)
}

// closes closes what is said of a file that was taken in.
func (k kiosk) closes(from image.Point) {
	k.Helper()
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	before, err := k.Part(previewAnswers.Add(from))
	k.must(err)
	k.must(k.Tap(previewYes.Add(from)))
	k.partChanges(previewAnswers.Add(from), before)
}

// sameContent checks that no file of the content has changed.
func (k kiosk) sameContent(before map[string][]byte) {
	k.Helper()
	now := treeOf(k.T, k.dir)
	if !maps.EqualFunc(now, before, bytes.Equal) {
		k.Errorf("without 导入 the content has changed: %d files, not %d", len(now), len(before))
	}
}

// takes waits until a file of the content has a text.
func (k kiosk) takes(pattern, text string) {
	k.Helper()
	for ctx := k.soon(); ; {
		n := k.Damage.Count()
		paths, _ := filepath.Glob(k.file(pattern))
		for _, path := range paths {
			if data, err := os.ReadFile(path); err == nil && strings.Contains(string(data), text) {
				return
			}
		}
		if _, err := k.Damage.Wait(ctx, n); err != nil {
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "after.png"), k.picture()))
			k.Fatalf("%s has no %q: %v", pattern, text, err)
		}
	}
}
