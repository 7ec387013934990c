package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/kiosk/xdrive"
)

// apart returns a shell command that runs other commands and then a program, $@, with mounts of its own. A machine that
// allows none fails the test: skipped, it would prove nothing and look green.
func apart(t *testing.T, before string) []string {
	t.Helper()
	own := []string{"-m"}
	if os.Getuid() != 0 {
		own = []string{"-rm"}
	}
	if out, err := exec.Command("unshare", append(own, "mount", "-t", "tmpfs", "none", t.TempDir())...).CombinedOutput(); err != nil {
		t.Fatalf("the program needs mounts of its own: run as root, or allow user namespaces (in a container: CAP_SYS_ADMIN): %v\n%s", err, out)
	}
	return append(append([]string{"unshare"}, own...), "sh", "-ec", before+"\nexec \"$@\"", "sh")
}

// launchApart starts the program with mounts of its own.
func (k kiosk) launchApart(before, binary string) kiosk {
	k.Helper()
	words := append(apart(k.T, before), binary, "run", "--content", k.dir)
	var err error
	k.Program, err = k.Launch(words[0], words[1:]...)
	k.must(err)
	k.Cleanup(func() { k.End() })
	return k
}

// complaints returns the log's warnings and errors, those of the content left out.
func (k kiosk) complaints() (about []string) {
	for _, line := range k.Faults() {
		if !strings.Contains(line, "content problem") {
			about = append(about, line)
		}
	}
	return about
}

// TestFullShaderCache: where Mesa would keep its shaders the disk is full. It maps a sparse file there, and would end the
// program with SIGBUS. It runs alone, as TestWithoutSharedMemory does.
func TestFullShaderCache(t *testing.T) {
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
	k.copyOneItem(true)
	cache := t.TempDir()
	t.Setenv("MESA_SHADER_CACHE_DIR", cache)
	k = k.server(xdrive.Portrait, "-extension", "MIT-SHM")
	k = k.launchApart("mount -t tmpfs -o size=64k none "+cache+"; head -c 65536 /dev/zero >"+cache+"/full || true", clockless(t))
	k.showsAtStart("attract", "attract-06.png")
	if about := k.complaints(); len(about) != 2 || !strings.Contains(about[1], "shader cache") {
		t.Errorf("the log complains %q, and should of shared memory and the cache alone", about)
	}
}

// TestBrokenGL: on a machine with a graphics card whose driver is broken the picture goes through shared memory; one
// without a card needs no driver at all.
func TestBrokenGL(t *testing.T) {
	card := `mkdir "$D/dev"; mount --bind /dev "$D/dev"; mount -t tmpfs none /dev; mkdir /dev/dri; touch /dev/dri/renderD128
for f in null zero urandom; do touch /dev/$f; mount --bind "$D/dev/$f" /dev/$f; done`
	for name, c := range map[string]struct{ before, complaint string }{
		"no card": {"", ""},
		"card":    {card, "screen without GL"},
	} {
		t.Run(name, func(t *testing.T) {
			k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
			k.copyOneItem(true)
			t.Setenv("D", t.TempDir())
			t.Setenv("LIBGL_DRIVERS_PATH", "/nonexistent")
			k = k.server(xdrive.Portrait).launchApart(c.before, clockless(t))
			k.showsAtStart("attract", "attract-06.png")
			about := strings.Join(k.complaints(), "\n")
			if strings.Count(about, "level=") > 1 || !strings.Contains(about, c.complaint) {
				t.Errorf("the log complains %q", about)
			}
		})
	}
}
