package main

import (
	"fmt"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// connector is one of the kernel's, with whether a monitor is plugged in and shows a picture.
type connector struct{ status, enabled string }

// TestOneOutput: the package's script leaves one monitor on, the one that shows a picture if there is one, and brings back what it has
// switched off once no other is left.
func TestOneOutput(t *testing.T) {
	dark, lit, none := connector{"connected", "disabled"}, connector{"connected", "enabled"}, connector{"disconnected", "disabled"}
	for _, c := range []struct {
		name string
		have map[string]connector
		off  string // by an earlier run
		kept string // at the first start
		want map[string]string
	}{
		{"one", map[string]connector{"card0-HDMI-A-1": lit, "card0-DP-1": none}, "", "", nil},
		{"none", map[string]connector{"card0-HDMI-A-1": none}, "", "", nil},
		{"no connector", nil, "", "", nil},
		{"the first by name", map[string]connector{"card0-HDMI-A-1": dark, "card0-DP-1": dark}, "", "", map[string]string{"card0-HDMI-A-1": "off"}},
		{"a built-in one", map[string]connector{"card0-DP-1": lit, "card0-eDP-1": lit, "card1-LVDS-1": dark}, "", "", map[string]string{"card0-DP-1": "off", "card1-LVDS-1": "off"}},
		{"one that shows the page", map[string]connector{"card0-DP-1": dark, "card0-eDP-1": dark, "card0-HDMI-A-2": lit}, "", "", map[string]string{"card0-DP-1": "off", "card0-eDP-1": "off"}},
		{"the other was unplugged", map[string]connector{"card0-DP-1": none, "card0-HDMI-A-1": none}, "card0-HDMI-A-1\n", "", map[string]string{"card0-HDMI-A-1": "detect"}},
		{"the other was unplugged, with the hub of a third", map[string]connector{"card0-DP-1": none, "card0-HDMI-A-1": none}, "card0-DP-4\ncard0-HDMI-A-1\n", "", map[string]string{"card0-HDMI-A-1": "detect"}},
		{"the one that is off is looked for no more", map[string]connector{"card0-DP-1": lit, "card0-HDMI-A-1": none}, "card0-HDMI-A-1\n", "", map[string]string{"card0-HDMI-A-1": "disconnected"}},
		{"the one of the first start is back", map[string]connector{"card0-DP-1": dark, "card0-HDMI-A-1": lit}, "", "card0-DP-1\n", map[string]string{"card0-HDMI-A-1": "off"}},
	} {
		p := newTrialPlace(t)
		want := maps.Clone(c.want)
		if want == nil {
			want = map[string]string{}
		}
		for name, has := range c.have {
			p.write("drm/"+name+"/status", has.status+"\n")
			p.write("drm/"+name+"/enabled", has.enabled+"\n")
			if want[name] == "" {
				want[name] = map[bool]string{true: "connected", false: "detect"}[has.status == "connected"]
			}
		}
		if c.off != "" {
			p.write("state/outputs.off", c.off)
		}
		p.write("state/outputs.first", c.kept)
		p.write("bin/logger", "#!/bin/sh\n")
		cmd := exec.Command("../../systemd/one-output", filepath.Join(p.dir, "drm"), filepath.Join(p.dir, "state"), "start")
		cmd.Env = append(cmd.Environ(), "PATH="+p.dir+"/bin:/usr/bin:/bin")
		if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s: %v\n%s", c.name, err, out)
		}
		for _, name := range slices.Sorted(maps.Keys(want)) {
			if got := strings.TrimSpace(p.read(filepath.Join("drm", name, "status"))); got != want[name] {
				t.Errorf("%s: %s is %q, want %q", c.name, name, got, want[name])
			}
			if first := p.read("state/outputs.first"); want[name] == "off" && (first == "" || strings.Contains(first, name)) {
				t.Errorf("%s: %q is noted as the first", c.name, first)
			}
			if noted := strings.Contains(p.read("state/outputs.off"), name+"\n"); want[name] == "off" && !noted {
				t.Errorf("%s: %s isn't noted as off: %s", c.name, name, fmt.Sprint(p.read("state/outputs.off")))
			}
		}
	}
}
