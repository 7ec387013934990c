package main

import (
	"fmt"
	"image"
	"os"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// These tests run alone, as TestMonitors does.

// usual is what Xorg does by itself to a screen that isn't touched.
var usual = xdrive.Blanking{Saver: 600, Monitor: [3]uint16{600, 600, 600}, Switched: true, On: true}

// lit is what a screen in front of people needs.
var lit = xdrive.Blanking{Switched: true, On: true}

// TestBlanking: without a desktop the program keeps the screen from being blanked and the monitor from being switched off: from the
// start, after the monitor was unplugged, and against others that set it; when it ends, all is as it was.
func TestBlanking(t *testing.T) {
	for name, server := range map[string]string{"shared memory": "", "without shared memory": xdrive.NoSharedMemory} {
		t.Run(name, func(t *testing.T) {
			k, x := kioskOnXorg(t, server)
			k.must(x.SetBlanking(usual))
			k = k.launch(built)
			k.must(k.Ready(k.soon(), k.Program))
			k.blanks(x, lit, nil)

			k.must(x.Unplug())
			k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
			k.must(x.SetMode(xdrive.Portrait))
			k.blanks(x, lit, nil)

			k.must(x.SetBlanking(xdrive.Blanking{Saver: 2, Monitor: [3]uint16{2, 2, 2}, On: true}))
			k.blanks(x, lit, func(b xdrive.Blanking) bool { return b.On }) // within the minute
			k.must(x.SetBlanking(xdrive.Blanking{}))                       // as xset dpms force off does
			k.blanks(x, lit, nil)

			_, err := k.End()
			k.must(err)
			k.blanks(x, usual, nil)
		})
	}
}

// blanks waits until the server's blanking is as wanted, and checks meanwhile that it stays within bounds.
func (k kiosk) blanks(x *xdrive.Xorg, want xdrive.Blanking, always func(xdrive.Blanking) bool) {
	k.Helper()
	k.until(func() bool {
		got, err := x.Blanking()
		k.must(err)
		if always != nil && !always(got) {
			k.Fatalf("on the way to %+v the server's blanking is %+v", want, got)
		}
		return got == want
	}, func() string {
		got, _ := x.Blanking()
		return fmt.Sprintf("the server's blanking is %+v, want %+v", got, want)
	})
}

// until waits for a condition that nothing announces.
func (k kiosk) until(met func() bool, otherwise func() string) {
	k.Helper()
	ctx := k.soon()
	for again := time.NewTicker(20 * time.Millisecond); !met(); {
		select {
		case <-again.C:
		case <-ctx.Done():
			k.Fatalf("%s; log:\n%s", otherwise(), strings.Join(k.Log(), "\n"))
		}
	}
}

// TestDarkMonitor: on bare X, without a command of the machine's, the program switches the monitor off at night once the screen is black. What
// lights it otherwise is undone within the minute, a touch lights it and opens nothing, and when the program ends it is on.
func TestDarkMonitor(t *testing.T) {
	for name, server := range map[string]string{"shared memory": "", "without shared memory": xdrive.NoSharedMemory} {
		t.Run(name, func(t *testing.T) {
			k, x := kioskOnXorg(t, server)
			k.must(os.RemoveAll(k.dir))
			k.copyShipped()
			k.closed()
			k = k.launch(built)
			dark := xdrive.Blanking{Switched: true}
			k.blanks(x, dark, nil)
			if share := lightShare(k.picture()); share > .02 {
				t.Errorf("as the monitor goes dark %.1f %% of the screen is light", 100*share)
			}

			k.must(x.SetBlanking(usual)) // lights it
			k.blanks(x, dark, nil)

			n := len(k.Log())
			k.must(x.Finger(1, xdrive.TouchBegin, xdrive.Slide))
			k.must(x.Finger(1, xdrive.TouchEnd, xdrive.Slide))
			n, err := k.WaitLine(k.soon(), n, "msg=screen name=attract")
			k.must(err)
			k.blanks(x, lit, nil)
			k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
			if opened := k.Screens(n); len(opened) > 0 {
				t.Errorf("the touch that lights the monitor opens %v", opened)
			}
			k.walk(xdrive.Step{At: xdrive.Slide, Want: "home"})

			_, err = k.End()
			k.must(err)
			k.blanks(x, usual, nil)
		})
	}
}

// closed has the present time lie outside the screen's hours.
func (k kiosk) closed() {
	k.Helper()
	now := time.Now().In(time.FixedZone("CST", 8*3600))
	k.edit("kiosk.toml", "# [screen]", "[screen]\non = \""+now.Add(2*time.Hour).Format("15:04")+"\"\noff = \""+now.Add(3*time.Hour).Format("15:04")+"\"\n# [screen]")
}

// lightShare returns the share of a picture's pixels, 0 to 1, that aren't black.
func lightShare(m *image.RGBA) float64 {
	n := 0
	for i := 0; i < len(m.Pix); i += 4 {
		if m.Pix[i]|m.Pix[i+1]|m.Pix[i+2] != 0 {
			n++
		}
	}
	return float64(n) / float64(len(m.Pix)/4)
}
