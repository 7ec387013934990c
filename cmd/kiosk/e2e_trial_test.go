package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// trialPlace is a machine's directories as the package's trial of a new version sees them, in place of its own.
type trialPlace struct {
	*testing.T
	dir string
}

func newTrialPlace(t *testing.T, connectors ...string) trialPlace {
	p := trialPlace{t, t.TempDir()}
	p.write("bin/systemctl", `#!/bin/sh
if [ "$1" = show ]; then cat `+p.dir+`/job; else echo systemctl $* >>`+p.dir+`/asked; fi
`)
	p.write("bin/systemd-run", "#!/bin/sh\necho systemd-run $* >>"+p.dir+"/asked\n")
	p.write("state/trial", "")
	p.write("run/status.sock", "")
	for i, status := range connectors {
		p.write("drm/card0-HDMI-A-"+string(rune('1'+i))+"/status", status+"\n")
	}
	return p
}

func (p trialPlace) write(name, text string) {
	p.Helper()
	path := filepath.Join(p.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
		p.Fatal(err)
	}
}

func (p trialPlace) read(name string) string {
	data, _ := os.ReadFile(filepath.Join(p.dir, name))
	return string(data)
}

// run runs the package's script.
func (p trialPlace) run(step, result string) {
	p.Helper()
	script, err := os.ReadFile("../../systemd/deb/trial")
	if err != nil {
		p.Fatal(err)
	}
	here := strings.NewReplacer("/var/lib/gongkai", p.dir+"/state", "/run/kiosk", p.dir+"/run", "/sys/class/drm", p.dir+"/drm").Replace(string(script))
	cmd := exec.Command("sh", "-c", here, "trial", step, "kiosk.service")
	cmd.Env = append(os.Environ(), "SERVICE_RESULT="+result, "PATH="+p.dir+"/bin:"+os.Getenv("PATH"))
	if out, err := cmd.CombinedOutput(); err != nil {
		p.Fatalf("%v\n%s", err, out)
	}
}

// TestTrialFails: two starts of a new version that end without a frame bring the other back, unless no monitor was there to show one; a
// program that has begun, and crashes, fails without a monitor too.
func TestTrialFails(t *testing.T) {
	for _, c := range []struct {
		name       string
		connectors []string
		begun      bool
		result     string
		back       bool
		job        string // that systemd works on
	}{
		{"it shows nothing", []string{"disconnected", "connected"}, true, "timeout", true, ""},
		{"it crashes", []string{"connected"}, true, "exit-code", true, ""},
		{"the compositor fails", []string{"connected"}, false, "core-dump", true, ""},
		{"no connector, as on a server", nil, true, "timeout", true, ""},
		{"a connector that reports nothing", []string{"unknown"}, true, "timeout", true, ""},
		{"stopped by hand", []string{"connected"}, true, "success", false, "417"},
		{"it ends by itself, without an error", []string{"connected"}, true, "success", true, "0"},
		{"systemd doesn't answer", []string{"connected"}, true, "success", false, "unknown"},
		{"no monitor, and it shows nothing", []string{"disconnected", "disconnected"}, true, "timeout", false, ""},
		{"no monitor, and the compositor fails", []string{"disconnected"}, false, "exit-code", false, ""},
		{"no monitor, and it crashes", []string{"disconnected"}, true, "exit-code", true, ""},
		{"no monitor, and it hangs", []string{"disconnected"}, true, "watchdog", true, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newTrialPlace(t, c.connectors...)
			p.write("job", c.job+"\n")
			if c.begun {
				p.write("run/begun", "")
			}
			p.run("failed", c.result)
			if p.read("asked") != "" {
				t.Errorf("the first end asks for %s", p.read("asked"))
			}
			p.run("failed", c.result)
			if got := p.read("asked"); strings.Contains(got, "start kiosk-rollback.service") != c.back {
				t.Errorf("the second end asks for %q", got)
			}
		})
	}
}

// TestTrialOfRenderer: the start after which cage draws without the GPU doesn't count, and two more do.
func TestTrialOfRenderer(t *testing.T) {
	p := newTrialPlace(t, "connected")
	p.write("run/fallback", "")
	for range 2 {
		p.run("failed", "core-dump")
	}
	if got := p.read("asked"); got != "" {
		t.Errorf("asks for %q after one start that counts", got)
	}
	p.run("failed", "core-dump")
	if got := p.read("asked"); !strings.Contains(got, "start kiosk-rollback.service") {
		t.Errorf("asks for %q after two", got)
	}
}

// TestTrialPasses: a version that is ready passes with its first frame, and without a monitor it waits for one.
func TestTrialPasses(t *testing.T) {
	onTrial := func(p trialPlace) bool {
		_, err := os.Stat(filepath.Join(p.dir, "state/trial"))
		return err == nil
	}
	p := newTrialPlace(t, "disconnected")
	p.run("passed", "")
	if want := "--path-property=PathExists=" + p.dir + "/run/seen"; !onTrial(p) || !strings.Contains(p.read("asked"), want) {
		t.Errorf("ready without a monitor: on trial %v, asks for %q", onTrial(p), p.read("asked"))
	}
	p.write("run/seen", "")
	if p.run("passed", ""); onTrial(p) {
		t.Error("it has shown a frame, and is still on trial")
	}
	if p.run("failed", "watchdog"); onTrial(p) {
		t.Error("a later end begins another trial")
	}
}

// TestTrialAfterPowerCut: a version that was unpacked, and not configured before the power was cut, is on trial from the machine's next start.
func TestTrialAfterPowerCut(t *testing.T) {
	boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	must(t, err)
	for next, back := range map[string]bool{string(boot): false, "the start before\n": true} {
		p := newTrialPlace(t, "connected")
		must(t, os.Remove(filepath.Join(p.dir, "state/trial")))
		p.write("state/trial.next", next)
		for range 2 {
			p.run("failed", "exit-code")
		}
		if got := p.read("asked"); strings.Contains(got, "start kiosk-rollback.service") != back {
			t.Errorf("unpacked in the machine's start %q: asks for %q", next, got)
		}
	}
}
