package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"gongkai/kiosk/blackbox"
	"gongkai/kiosk/xdrive"
)

// supervised is a kiosk with the directories that systemd gives it.
type supervised struct {
	kiosk
	runtime, state string
}

func supervise(t *testing.T) supervised {
	t.Helper()
	k := supervised{kiosk{T: t, dir: t.TempDir()}, runtimeDir(t), t.TempDir()}
	k.copyShipped()
	k.kiosk = k.server(xdrive.Portrait)
	return k
}

// begin starts the program and waits until its first slide is at rest.
func (k *supervised) begin(args ...string) {
	k.Helper()
	var err error
	args = append([]string{"RUNTIME_DIRECTORY=" + k.runtime, built, "run", "--content", k.dir, "--state", k.state}, args...)
	k.Program, err = k.Launch("env", args...)
	k.must(err)
	p := k.Program
	k.Cleanup(func() { p.End() })
	k.must(k.Ready(k.soon(), k.Program))
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
}

// answer returns what kiosk status prints.
func (k *supervised) answer() (st status, ok bool) {
	k.Helper()
	cmd := exec.Command(built, "status", "--format", "json", "--socket", filepath.Join(k.runtime, statusFile))
	out, err := cmd.Output()
	if cmd.ProcessState.ExitCode() == found {
		return st, false
	}
	k.must(err)
	k.must(json.Unmarshal(out, &st))
	return st, true
}

// TestCrashes crashes the program by signals that it can catch and that it can't: the next run keeps a black box each, and nothing
// is written while the program runs. A run that ends in order leaves none.
func TestCrashes(t *testing.T) {
	t.Parallel()
	k := supervise(t)
	k.edit("items/12-社区治理服务.toml", "accept ", "# accept ") // a problem, for the box
	boxes := filepath.Join(k.state, "blackbox")
	k.begin()
	for i, c := range []struct {
		sig   syscall.Signal
		cause string
	}{{syscall.SIGABRT, "SIGABRT: abort"}, {syscall.SIGSEGV, "SIGSEGV: segmentation violation"}, {syscall.SIGKILL, ""}} {
		k.walk(toItem6...)
		k.must(k.Signal(c.sig))
		_, err := k.Wait(k.soon())
		k.must(err)
		if kept, _ := boxesIn(boxes); len(kept) != i {
			t.Fatalf("while it ran %v was written", kept)
		}
		k.begin()
		kept, err := boxesIn(boxes)
		if err != nil || len(kept) != i+1 {
			t.Fatalf("kept %v, %v; log:\n%q", kept, err, k.Log())
		}
		box, err := readBox(filepath.Join(boxes, kept[i]))
		k.must(err)
		last := box.Entries[len(box.Entries)-1]
		if box.Cause != c.cause || last.On != "item:6" || box.Revision != k.revision() || box.Shown == 0 || box.Height != xdrive.Portrait.Y || len(box.Problems) == 0 {
			t.Errorf("%v: %+v", c.sig, box)
		}
	}
	code, err := k.End()
	if k.must(err); code != fine {
		t.Errorf("exit code %d", code)
	}
	k.begin()
	if kept, _ := boxesIn(boxes); len(kept) != 3 {
		t.Errorf("a run that ended in order left a box: %v", kept)
	}
}

// TestServerEndsWithKiosk checks that a signal for program and X server at once, as systemd sends it, leaves no black box, though Xlib may
// end the program before its time. It runs alone, as TestWithoutSharedMemory.
func TestServerEndsWithKiosk(t *testing.T) {
	k := supervised{kiosk{T: t, dir: t.TempDir()}, runtimeDir(t), t.TempDir()}
	k.copyShipped()
	k.kiosk = k.server(xdrive.Portrait, "-extension", "MIT-SHM")
	k.begin()
	k.must(k.Signal(syscall.SIGTERM))
	k.Close()
	_, err := k.Wait(k.soon())
	k.must(err)
	k.kiosk = k.server(xdrive.Portrait)
	k.begin()
	if kept, _ := boxesIn(filepath.Join(k.state, "blackbox")); len(kept) != 0 {
		t.Errorf("kept %v; log:\n%q", kept, k.Log())
	}
}

// TestReplayShows checks that a black box is shown again, as pictures and in a window, as kiosk snapshot draws its last screen.
func TestReplayShows(t *testing.T) {
	t.Parallel()
	k := supervise(t)
	k.begin()
	k.walk(toItem6...)
	k.must(k.Signal(syscall.SIGABRT))
	_, err := k.Wait(k.soon())
	k.must(err)
	k.begin()
	k.End()
	path := filepath.Join(k.state, "blackbox", "000001.json")
	data, err := os.ReadFile(path)
	k.must(err)
	box, err := blackbox.Parse(data)
	k.must(err)

	out := t.TempDir()
	text, err := exec.Command(built, "replay", path, "--content", k.dir, "--out", out, "--last", "1").CombinedOutput()
	if err != nil || strings.Contains(string(text), "提醒：当时的内容") || strings.Contains(string(text), "照记录摆放") || strings.Contains(string(text), "出错") {
		t.Errorf("%v\n%s", err, text)
	}
	pictures, err := filepath.Glob(filepath.Join(out, "*-item-6.png"))
	if err != nil || len(pictures) != 1 {
		t.Fatalf("%v, %v", pictures, err)
	}
	got := k.load(pictures[0])
	if want := k.drawn("item:6", "item-06.png"); !same(body(got), body(want)) {
		t.Error("the picture is not the snapshot's")
	}

	k.Program, err = k.Launch(built, "replay", path, "--content", k.dir, "--pace", "20ms", "--window", "1080x1920")
	k.must(err)
	k.Cleanup(func() { k.End() })
	k.shows(k.soon(), k.drawn("item:6", "item-06.png"))
	if len(box.Entries) < 3 {
		t.Errorf("%+v", box.Entries)
	}
	code, err := k.End()
	if k.must(err); code != fine {
		t.Errorf("exit code %d", code)
	}
}

// TestStatusOfKiosk checks the status of the real program: what it shows, that it is alive, and that it isn't while its
// X server is stopped. Its metrics show the same.
func TestStatusOfKiosk(t *testing.T) {
	t.Parallel()
	k := supervise(t)
	settings, metrics := filepath.Join(k.runtime, "config.toml"), filepath.Join(k.runtime, "gongkai.prom")
	k.must(os.WriteFile(settings, []byte("[metrics]\ntextfile = \""+metrics+"\"\n"), 0o600))
	k.begin("--config", settings)
	k.walk(toItem6...)
	st, ok := k.answer()
	if !ok || st.Screen != "item" || st.Item != 6 || !st.Alive || st.Revision != k.revision() || st.Frames == 0 || st.Session != "x11" || st.Last == nil {
		t.Errorf("%+v, %v", st, ok)
	}
	for want, ctx := `gongkai_content_info{hash="`+k.revision()+`"} 1`, k.soon(); !strings.Contains(k.text(metrics), want); {
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			t.Fatalf("no %s in\n%s", want, k.text(metrics))
		}
	}
	k.must(k.Pause(true))
	if st, ok := k.answer(); !ok || st.Alive {
		t.Errorf("its X server is stopped: %+v, %v", st, ok)
	}
	k.must(k.Pause(false))
	k.End()
	if _, ok := k.answer(); ok {
		t.Error("a kiosk that has ended answers")
	}
}

// text returns what a file holds; "" if there is none yet.
func (k *supervised) text(path string) string {
	k.Helper()
	data, err := os.ReadFile(path)
	if !os.IsNotExist(err) {
		k.must(err)
	}
	return string(data)
}
