package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestUnitsTakeNoFilesOfTheKiosk: a unit with commands of root's (+) takes no variables from a file. The kiosk's user writes those in
// its runtime directory, and with a PATH among them the commands.
func TestUnitsTakeNoFilesOfTheKiosk(t *testing.T) {
	units, err := filepath.Glob("../../systemd/*.service")
	if err != nil || len(units) == 0 {
		t.Fatal(units, err)
	}
	for _, unit := range units {
		text, err := os.ReadFile(unit)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "EnvironmentFile=") {
				t.Errorf("%s: %s", unit, line)
			}
		}
	}
}

// TestUnitsNameTheSettings: without its settings, such as a deleted config.toml, a kiosk must not show the shipped catalogue.
func TestUnitsNameTheSettings(t *testing.T) {
	for _, unit := range []string{"kiosk.service", "kiosk-xorg.service"} {
		text, err := os.ReadFile("../../systemd/" + unit)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "/usr/local/bin/kiosk run --config "+configPath) {
			t.Errorf("%s starts the kiosk without --config %s", unit, configPath)
		}
	}
}
