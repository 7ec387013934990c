package main

import (
	"image"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// toItem6 is the way from the carousel to item 6, 残疾人补贴.
var toItem6 = []xdrive.Step{
	{At: xdrive.Slide, Want: "home"},
	{At: image.Pt(760, 890), Want: "item"},
}

const (
	item5 = "items/05-城镇非职工居民独生子女保健费发放.toml"
	item6 = "items/06-残疾人补贴.toml"
)

func TestTour(t *testing.T) {
	t.Parallel()
	k := open(t, built, xdrive.Portrait)
	before := k.picture()
	for _, step := range xdrive.Tour {
		k.walk(step)
		before = k.changes(before, 0.02)
	}
	k.calm()
}

// changes waits until a share of a picture has changed, and then until the screen is at rest, and returns what it shows.
func (k kiosk) changes(before *image.RGBA, share float64) *image.RGBA {
	k.Helper()
	ctx := k.soon()
	for {
		n := k.Damage.Count()
		now := k.picture()
		changed := xdrive.Changed(before, now)
		if changed >= share {
			k.must(k.Damage.Settle(ctx, xdrive.Quiet))
			return k.picture()
		}
		if _, err := k.Damage.Wait(ctx, n); err != nil {
			k.Fatalf("on %s only %.1f %% of the pixels have changed: %v", k.screen(), 100*changed, err)
		}
	}
}

// TestGlassIsSnapshot checks that the glass shows what kiosk snapshot draws.
func TestGlassIsSnapshot(t *testing.T) {
	t.Parallel()
	k := open(t, built, xdrive.Portrait)
	k.walk(toItem6...)
	k.shows(k.soon(), k.drawn("item:6", "item-06.png"))
	k.walk(xdrive.Step{At: xdrive.HomeButton, Want: "home"})
	k.seesHome()
}

// TestEditShows checks that an edited file is read again, and is on the glass without a touch.
func TestEditShows(t *testing.T) {
	t.Parallel()
	k := open(t, built, xdrive.Portrait)
	k.walk(toItem6...)
	k.edit(item6, `"残疾人补贴"`, `"残疾人补贴（示例）"`)
	_, err := k.WaitLine(k.soon(), 0, "revision="+k.revision())
	k.must(err)
	k.shows(k.soon(), k.drawn("item:6", "item-06.png"))
	k.calm()
}

// TestHalfFile checks that a file cut in half, as by an interrupted sync, keeps its
// last good text on the glass, and that the other files are updated.
func TestHalfFile(t *testing.T) {
	t.Parallel()
	k := unhurried(t)
	k.walk(toItem6...)
	whole := k.drawn("item:6", "item-06.png")
	k.shows(k.soon(), whole)
	n := len(k.Log())
	info, err := os.Stat(k.file(item6))
	k.must(err)
	k.must(os.Truncate(k.file(item6), info.Size()/2))
	_, err = k.WaitLine(k.soon(), n, item6)
	k.must(err)
	k.stays(n, whole)
	k.edit(item5, "城镇非职工", "示例非职工")
	good := kiosk{T: t, dir: t.TempDir()}
	good.copyShipped()
	good.edit(item5, "城镇非职工", "示例非职工")
	k.walk(xdrive.Step{At: xdrive.HomeButton, Want: "home"})
	k.shows(k.soon(), good.drawn("home", "home.png"))
}

// TestDirectoryGone checks that removing and restoring the whole directory changes nothing.
func TestDirectoryGone(t *testing.T) {
	t.Parallel()
	k := unhurried(t)
	k.walk(toItem6...)
	whole := k.drawn("item:6", "item-06.png")
	k.shows(k.soon(), whole)
	n := len(k.Log())
	k.must(os.Rename(k.dir, k.dir+".away"))
	gone, err := k.WaitLine(k.soon(), n, "内容目录不存在")
	k.must(err)
	k.stays(n, whole)
	k.must(os.Rename(k.dir+".away", k.dir))
	_, err = k.WaitLine(k.soon(), gone, "msg=content")
	k.must(err)
	k.stays(n, whole)
}

// unhurried opens a kiosk that returns to the carousel only after longer than any wait: what changes meanwhile is no
// idle return, nor its warning.
func unhurried(t *testing.T) kiosk {
	t.Helper()
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
	k.copyShipped()
	k.edit("kiosk.toml", "# [idle]\n# return_seconds = 90", "[idle]\nreturn_seconds = 600")
	return k.start(built, xdrive.Portrait)
}

// stays checks, once the screen is at rest, that the body of the glass equals that of a picture, and that no screen was
// opened after the first n lines of the log: one that fails and recovers counts.
func (k kiosk) stays(n int, want *image.RGBA) {
	k.Helper()
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	if got := k.picture(); !same(body(got), body(want)) {
		k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "got.png"), got))
		k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "want.png"), want))
		k.Fatalf("the glass differs in %.2f %% of the pixels from the picture", 100*xdrive.Changed(body(got), body(want)))
	}
	if opened := k.Screens(n); len(opened) > 0 {
		k.Fatalf("screens were opened without a touch: %v", opened)
	}
}

// TestRandomTaps taps at random, like a child. From wherever that leads, each tap on 返回 is a step towards the carousel.
func TestRandomTaps(t *testing.T) {
	t.Parallel()
	k := unhurried(t)
	random := rand.New(rand.NewPCG(20261124, 200))
	for range 200 {
		k.must(k.Tap(image.Pt(random.IntN(xdrive.Portrait.X), random.IntN(xdrive.Portrait.Y))))
	}
	if !k.Running() {
		t.Fatalf("the program has ended:\n%q", k.Log())
	}
	k.must(k.Damage.Settle(k.soon(), 3*xdrive.Quiet))           // a busy machine may still have taps to read
	for steps := 0; k.screen() != `attract sheet=""`; steps++ { // which resets all choices
		if steps > 40 {
			t.Fatalf("no way back from %s", k.screen())
		}
		n := len(k.Log())
		k.must(k.Tap(xdrive.BackButton))
		if _, err := k.WaitLine(k.soon(), n, "msg=screen"); err != nil {
			t.Fatalf("back from %s: %v", k.screen(), err)
		}
		k.must(k.Damage.Settle(k.soon(), xdrive.Quiet)) // a quicker tap would be a double tap
	}
	k.walk(xdrive.Step{At: xdrive.Slide, Want: "home"})
	k.seesHome()
	k.calm()
}

func TestSIGTERM(t *testing.T) {
	t.Parallel()
	k := open(t, built, xdrive.Portrait)
	code, err := k.End()
	k.must(err)
	if code != 0 {
		t.Errorf("exit code %d, want 0; log:\n%q", code, k.Log())
	}
	k.calm()
}

// TestIdleReturn checks that an untouched screen returns to the carousel.
func TestIdleReturn(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	k.edit("kiosk.toml", "# [idle]\n# return_seconds = 90", "[idle]\nreturn_seconds = 30")
	k = k.start(built, xdrive.Portrait)
	touched := time.Now()
	k.walk(xdrive.Step{At: xdrive.Slide, Want: "home"})
	_, err := k.WaitLine(k.ctx, len(k.Log()), "msg=screen name=attract")
	k.must(err)
	if stayed := time.Since(touched); stayed < 29*time.Second {
		t.Errorf("the carousel returned after %v, want 30 s", stayed)
	}
}

// TestRotate checks that on a panel mounted on its side the picture is rotated, and taps with it.
func TestRotate(t *testing.T) {
	t.Parallel()
	k := open(t, built, image.Pt(1920, 1080), "--rotate", "90")
	turned := func(p image.Point) image.Point { return image.Pt(1919-p.Y, p.X) } // clockwise
	for _, step := range xdrive.Tour[:1] {
		k.walk(xdrive.Step{At: turned(step.At), Want: step.Want})
	}
	home := body(k.drawn("home", "home.png"))
	for ctx := k.soon(); ; {
		n, m := k.Damage.Count(), k.picture()
		if same(body(unturned(m, turned)), home) {
			return
		}
		if _, err := k.Damage.Wait(ctx, n); err != nil {
			t.Fatalf("the turned picture is not home's: %v", err)
		}
	}
}
