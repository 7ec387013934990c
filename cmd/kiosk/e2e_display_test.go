package main

import (
	"context"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// TestWithoutSharedMemory checks that on an X server without shared memory Ebitengine presents through Mesa: the
// same pictures, and nothing is drawn at rest. It runs alone: such a server numbers its events
// differently, and xgb has one table of them for all servers.
func TestWithoutSharedMemory(t *testing.T) {
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	k = k.server(xdrive.Portrait, "-extension", "MIT-SHM").run(clockless(t))
	k.walk(xdrive.Tour[:2]...)
	k.shows(k.soon(), k.drawn("category", "category-04.png"))
	n := k.rests(4 * time.Second)
	for x := range 20 {
		k.must(k.Move(image.Pt(200+10*x, 900)))
		k.undrawn(n, "under a moving pointer", 16*time.Millisecond)
	}
	k.undrawn(n, "after a pointer has moved", time.Second)
	var faults []string
	for _, line := range k.Faults() {
		if !strings.Contains(line, "content problem") {
			faults = append(faults, line)
		}
	}
	if len(faults) != 1 || !strings.Contains(faults[0], "screen without shared memory") {
		t.Errorf("the log complains %q, and should of shared memory alone", faults)
	}
}

// TestEarlySIGTERM checks that a SIGTERM during the opening of the window ends the program.
func TestEarlySIGTERM(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	k = k.server(xdrive.Portrait)
	for after := 300 * time.Millisecond; after <= 700*time.Millisecond; after += 50 * time.Millisecond {
		p, err := k.Launch(built, "run", "--content", k.dir, "--window", "540x960")
		k.must(err)
		_, err = p.WaitLine(k.ctx, 0, "msg=kiosk ") // from here on it handles signals
		k.must(err)
		<-time.After(time.Until(p.Began.Add(after)))
		if code, err := p.End(); code != 0 || err != nil {
			t.Errorf("told %v after its start it ends with %d (%v); log:\n%q", after, code, err, p.Log())
		}
	}
}

// TestCarousel checks that slides follow one another unattended.
func TestCarousel(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	k.edit("kiosk.toml", "# [carousel]\n# dwell_seconds = 15", "[carousel]\ndwell_seconds = 5")
	leaf := image.Rect(0, 260, 340, 1600) // what is no chrome, which drifts
	var slides []*image.RGBA
	for _, name := range []string{"attract-index.png", "attract-01.png", "attract-02.png"} {
		slides = append(slides, crop(k.drawn("attract", name), leaf))
	}
	k = k.start(built, xdrive.Portrait)
	for n, slide := range slides {
		k.seesPart(k.soon(), leaf, slide)
		if shown := k.Screens(0); !slices.Contains(shown, xdrive.Screen{Name: "attract", Item: n}) {
			t.Errorf("slide %d is on the glass, and the log names %v", n+1, shown)
		}
	}
	k.walk(xdrive.Step{At: xdrive.Slide, Want: "item"})
	k.calm()
}

// seesPart waits until a part of the glass equals that of a picture.
func (k kiosk) seesPart(ctx context.Context, part image.Rectangle, want *image.RGBA) {
	k.Helper()
	for {
		n := k.Damage.Count()
		got, err := k.Part(part)
		k.must(err)
		if same(got, want) {
			return
		}
		if _, err := k.Damage.Wait(ctx, n); err != nil {
			k.must(os.MkdirAll(k.ArtifactDir(), 0o755))
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "got.png"), got))
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "want.png"), want))
			k.Fatalf("the glass differs in %.2f %% of the part's pixels: %v", 100*xdrive.Changed(got, want), err)
		}
	}
}

// TestOutputOffAndOn switches a monitor off, or unplugs it, and on again: the program is where it was.
func TestOutputOffAndOn(t *testing.T) {
	t.Parallel()
	k := open(t, built, xdrive.Portrait)
	k.walk(xdrive.Tour[:1]...)
	k.seesHome()
	for range 3 {
		k.must(k.Output(false))
		k.must(k.Tap(image.Pt(760, 890))) // a wake-up with no monitor there
		k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
		k.must(k.Output(true))
		k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
		if !k.Running() {
			t.Fatalf("the program has ended:\n%q", k.Log())
		}
	}
	k.must(k.Tap(xdrive.HomeButton))
	k.seesHome()
	k.walk(toItem6[1])
	k.calm("no monitor is on")
}

// TestNightAtRest checks that by night, with the panel switched off, only the minute is drawn.
func TestNightAtRest(t *testing.T) {
	t.Parallel()
	k := byNight(t)
	k.must(k.Damage.Settle(k.ctx, 2*time.Second))
	for ctx := k.soon(); ; { // a busy machine may draw one minute late, but not every one
		drawn, err := k.Damage.Wait(ctx, k.Damage.Count())
		k.must(err)
		if drawn.Sub(drawn.Truncate(time.Minute)) < 20*time.Second {
			break
		}
	}
	k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
	k.undrawn(k.Damage.Count(), "within the minute", 10*time.Second)
	k.calm()
}
