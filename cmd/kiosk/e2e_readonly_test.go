package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/kiosk/xdrive"
)

// TestReadOnlyRoot runs the program where nothing can be written, and where an overlay in memory takes what is written
// (docs/readonly.md): it shows the content and its changes. Where nothing can be written it logs once that nothing is kept.
func TestReadOnlyRoot(t *testing.T) {
	t.Parallel()
	state := "/var/lib/kiosk-" + filepath.Base(t.TempDir()) + "-test"
	for name, c := range map[string]struct {
		before string
		keeps  bool
	}{
		"read-only": {"mkdir -p " + state + "; mount -o remount,bind,ro /", false},
		"overlay": {`mount -t tmpfs none "$D"
mkdir "$D/upper" "$D/work" "$D/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$D/upper,workdir=$D/work" "$D/root"
for d in dev proc sys tmp; do mount --rbind /$d "$D/root/$d"; done
set -- chroot "$D/root" "$@"`, true},
	} {
		t.Run(name, func(t *testing.T) {
			k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
			k.copyShipped()
			k = k.server(xdrive.Portrait)
			before := "D='" + t.TempDir() + "'\n" + c.before
			words := append(apart(t, before), built, "run", "--content", k.dir, "--state", state)
			var err error
			k.Program, err = k.Launch(words[0], words[1:]...)
			k.must(err)
			t.Cleanup(func() { k.End(); os.Remove(state) })
			k.must(k.Ready(k.soon(), k.Program))
			k.walk(xdrive.Tour[:1]...)
			k.edit(item6, `"残疾人补贴"`, `"残疾人补贴新"`)
			_, err = k.WaitLine(k.soon(), 0, "revision="+k.revision())
			k.must(err)
			if k.screen() != "home sheet=\"\"" {
				t.Errorf("the screen is %s", k.screen())
			}
			log := strings.Join(k.complaints(), "\n")
			if said := strings.Count(log, "could not be kept"); said > 1 || (said == 1) == c.keeps || strings.Count(log, "level=") != said {
				t.Errorf("the log complains %q", log)
			}
			if left, _ := os.ReadDir(state); len(left) > 0 {
				t.Errorf("%v was written on the root's disk", left)
			}
		})
	}
}
