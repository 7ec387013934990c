package main

import (
	"os"
	"os/exec"
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

// TestOffRemovesTheRequest: whatever lies in place of the request is removed before the machine is switched off, or the path unit would
// find it again at once.
func TestOffRemovesTheRequest(t *testing.T) {
	text, err := os.ReadFile("../../systemd/kiosk-off.service")
	if err != nil {
		t.Fatal(err)
	}
	_, remove, _ := strings.Cut(string(text), "\nExecStart=")
	remove, _, _ = strings.Cut(remove, "\n")
	for name, place := range map[string]func(path string) error{
		"a file":      func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"a directory": func(path string) error { return os.MkdirAll(filepath.Join(path, "within"), 0o700) },
		"a link":      func(path string) error { return os.Symlink("/", path) },
	} {
		request := filepath.Join(t.TempDir(), "off")
		if err := place(request); err != nil {
			t.Fatal(err)
		}
		command := strings.ReplaceAll(remove, "/run/kiosk/off", request)
		if !strings.HasPrefix(command, "/bin/rm ") || !strings.HasSuffix(command, request) {
			t.Fatalf("kiosk-off.service begins with %q", remove)
		}
		out, err := exec.Command("sh", "-c", command).CombinedOutput()
		if _, left := os.Lstat(request); err != nil || left == nil {
			t.Errorf("%s: %v, %s", name, err, out)
		}
	}
}
