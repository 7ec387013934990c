package main

import (
	"errors"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/xdrive"
)

// wineClass is the class of kiosk.exe's windows under wine.
const wineClass = "kiosk.exe"

// deskMargin is the room around the window, px: wine keeps some for a title that no window manager draws.
const deskMargin = 40

// doubleClick has wine open a file as Explorer does, and waits until the window is there. It returns where its picture begins.
func (k *kiosk) doubleClick(path string, files ...string) image.Point {
	k.Helper()
	exec.Command("wineserver", "-k", "-w").Run() // what ran without a display
	var err error
	k.Program, err = k.Launch("wine", append([]string{"start", "/wait", "/unix", path}, files...)...)
	k.must(err)
	k.Cleanup(func() { exec.Command("wineserver", "-k", "-w").Run(); k.End() }) // wine's own programs hold the log open
	for ctx := k.soon(); ; {
		n := k.Damage.Count()
		if at, err := k.Window(wineClass); err == nil && at.Size() == desk.Usual {
			if m, err := k.Part(at); err == nil && !xdrive.Plain(m) {
				k.must(k.Damage.Settle(ctx, xdrive.Quiet))
				return at.Min
			}
		}
		if _, err := k.Damage.Wait(ctx, n); err != nil {
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "no-window.png"), k.picture()))
			k.Fatalf("%s opens no window: %v", path, err)
		}
	}
}

// TestPartWindowsPreview opens the office's window under wine by a double click on 预览.bat: it shows what it does on Linux, to the
// pixel, is touched, follows what is saved, asks about a file that is dropped, and leaves nothing running.
func TestPartWindowsPreview(t *testing.T) {
	d := newDesktop(t)
	k := kiosk{T: t, dir: filepath.Join(d.dir, "内容 甲")}
	k.copyShipped()
	drops := k.filesToDrop()
	k = k.server(desk.Usual.Add(image.Pt(deskMargin, deskMargin)))
	from := k.doubleClick(filepath.Join(d.dir, "预览.bat"))
	at := func(p image.Point) image.Point { return p.Add(from) }
	glass := previewGlass.Add(from)
	glass.Min.Y += 75

	k.must(k.Tap(at(previewHome)))
	k.seesPart(k.soon(), glass, k.previewed("home", "home.png"))
	k.likeLinux(from)
	k.must(k.Tap(at(image.Pt(30+160, 20+332)))) // on the kiosk
	k.seesPart(k.soon(), glass, k.previewed("category:4", "category-04.png"))
	k.must(k.Tap(at(previewItem)))
	k.seesPart(k.soon(), glass, k.previewed("item:1", "item-01.png"))

	for _, words := range [][2]string{{"机关名称", "示例名称"}, {"示例名称", "机关名称"}, {"机关名称", "示例名称"}} {
		k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
		before, err := k.Part(glass)
		k.must(err)
		k.edit("items/01-组织机构.toml", words[0], words[1])
		saved := time.Now()
		k.partChanges(glass, before)
		t.Logf("on the glass %v after it was saved", time.Since(saved).Round(time.Millisecond))
	}
	k.seesPart(k.soon(), glass, k.previewed("item:1", "item-01.png"))

	for _, c := range drops {
		k.asks(c.path, wineClass, from)
		k.must(k.Tap(at(previewYes)))
		k.takes(c.file, c.text)
		k.closes(from)
	}
	k.leaves(d.dir)
}

// leaves closes the window with Esc: the program ends well, and nothing of the folder runs on.
func (k kiosk) leaves(dir string) {
	k.Helper()
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	k.must(k.Key(xdrive.Escape))
	if code, err := k.Wait(k.soon()); code != 0 || err != nil {
		k.Errorf("Esc ends it with %d (%v)", code, err)
	}
	for _, left := range running(k.T, dir) {
		k.Errorf("left running: %s", left)
	}
}

// TestPartWindowsDoubleClick opens kiosk.exe itself where there is no content: the window asks, and 新建 makes some. A photograph that is
// dropped on 新公告.bat is asked about in the window too, and becomes a notice.
func TestPartWindowsDoubleClick(t *testing.T) {
	d := newDesktop(t)
	k := kiosk{T: t, dir: filepath.Join(d.dir, "内容")}
	k = k.server(desk.Usual.Add(image.Pt(deskMargin, deskMargin)))
	from := k.doubleClick(filepath.Join(d.dir, "kiosk.exe"))
	k.must(k.Tap(previewYes.Add(from))) // 新建
	k.takes("kiosk.toml", "centre")
	k.leaves(d.dir)

	photo := filepath.Join(d.dir, "义诊 (1).png")
	must(t, xdrive.Save(photo, image.NewGray(image.Rect(0, 0, 300, 400))))
	from = k.doubleClick(filepath.Join(d.dir, "新公告.bat"), "Z:"+strings.ReplaceAll(photo, "/", `\`))
	k.must(xdrive.Save(filepath.Join(t.ArtifactDir(), "asked.png"), k.picture()))
	k.must(k.Tap(previewYes.Add(from))) // 导入
	k.takes("notices/*义诊*.toml", "images/")
	k.closes(from)
	k.leaves(d.dir)
}

// likeLinux waits until the window shows what that of the program for Linux shows, of the same content at the same minute.
func (k kiosk) likeLinux(from image.Point) {
	k.Helper()
	other := kiosk{T: k.T, dir: k.dir}.server(desk.Usual)
	var err error
	other.Program, err = other.Launch(built, "preview", k.dir)
	k.must(err)
	defer other.End()
	k.must(other.Ready(k.soon(), other.Program))
	k.must(other.Damage.Settle(k.soon(), xdrive.Quiet))
	k.must(other.Tap(previewHome))
	other.glassShows(k.previewed("home", "home.png"))
	k.must(other.Move(image.Point{}))
	k.must(k.Move(image.Point{}))
	window := image.Rectangle{Max: desk.Usual}
	for ctx := k.soon(); ; {
		err = errors.Join(k.Damage.Settle(ctx, xdrive.Quiet), other.Damage.Settle(ctx, xdrive.Quiet))
		windows, err1 := k.Part(window.Add(from))
		linux, err2 := other.Part(window)
		k.must(errors.Join(err1, err2))
		if same(windows, linux) {
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "windows.png"), windows))
			k.Logf("the window is Linux's, save %.4f %% of its pixels by one step", 100*xdrive.Changed(windows, linux))
			return
		}
		if err != nil {
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "windows.png"), windows))
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "linux.png"), linux))
			k.Fatalf("the windows differ in %.4f %% of the pixels", 100*xdrive.Changed(windows, linux))
		}
	}
}

// running returns the command lines of all processes that name a folder.
func running(t *testing.T, dir string) (all []string) {
	t.Helper()
	paths, err := filepath.Glob("/proc/[0-9]*/cmdline")
	must(t, err)
	for _, path := range paths {
		data, _ := os.ReadFile(path) // the process may have ended
		line := strings.ReplaceAll(string(data), "\x00", " ")
		if strings.Contains(strings.ReplaceAll(line, `\`, "/"), dir) {
			all = append(all, line)
		}
	}
	return all
}
