package main

import (
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// TestGoldenARM64: another processor, which fuses products and sums where it is let, draws the same. The program is
// the real one, under an emulator.
func TestGoldenARM64(t *testing.T) {
	if runtime.GOARCH == "arm64" {
		t.Skip("TestGolden shows it")
	}
	const emulator, libraries = "qemu-aarch64", "/usr/aarch64-linux-gnu"
	if _, err := exec.LookPath(emulator); err != nil {
		t.Fatalf("%v; .ci/need test installs it", err)
	}
	foreign := *foreignFlag
	if foreign == "" {
		foreign = filepath.Join(t.TempDir(), "kiosk")
		if err := buildProgram(foreign, "GOOS=linux", "GOARCH=arm64"); err != nil {
			t.Fatal(err)
		}
	}
	in := newStudio(t, func(args ...string) (string, error) {
		out, err := exec.Command(emulator, append([]string{"-L", libraries, foreign}, args...)...).CombinedOutput()
		return string(out), err
	})
	kept := readGolden(t)
	kept.compare(t, in.draw(t, galleries[0], ways[0]))
	kept.compare(t, in.draw(t, gallery{"contrast", galleries[1].flags, []string{"attract:6", "home", "item:4", "search:CJ", "notice:4", "idle-warning", "takeaway:4"}}, ways[1]))
	kept.compare(t, in.draw(t, actual, panels[0]))
	kept.compare(t, in.draw(t, gallery{"low", galleries[5].flags, []string{"home", "item:6", "search:CJ", "notice:1"}}, ways[0]))
	kept.compare(t, in.draw(t, gallery{"text-2.0", galleries[4].flags, []string{"home", "item:6", "search:CJ", "notice:1"}}, ways[0]))
}
