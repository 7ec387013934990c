package main

import (
	"bytes"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/tc-hib/winres"
)

// TestResources gives a small program its resources and reads them back.
func TestResources(t *testing.T) {
	dir := t.TempDir()
	source := filepath.Join(dir, "p.go")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() {}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-o", filepath.Join(dir, "p.exe"), source)
	build.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	exe, err := os.ReadFile(filepath.Join(dir, "p.exe"))
	if err != nil {
		t.Fatal(err)
	}
	given, err := withResources(exe, "0.1.0", time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	set, err := winres.LoadFromEXE(bytes.NewReader(given))
	if err != nil {
		t.Fatal(err)
	}
	manifest, err := winres.AppManifestFromXML(set.Get(winres.RT_MANIFEST, winres.ID(1), winres.LCIDDefault))
	if err != nil {
		t.Fatal(err)
	}
	if manifest.ExecutionLevel != winres.AsInvoker || !manifest.LongPathAware || manifest.DPIAwareness != winres.DPIPerMonitorV2 {
		t.Errorf("the manifest is %+v", manifest)
	}
	icon, err := set.GetIcon(winres.ID(1))
	if err != nil {
		t.Fatal(err)
	}
	var ico bytes.Buffer
	if err := icon.SaveICO(&ico); err != nil || ico.Len() < 6 || ico.Bytes()[4] != 6 { // the number of its sizes
		t.Errorf("the icon: %v, %d bytes", err, ico.Len())
	}
	if _, err := withResources([]byte("no program"), "0.1.0", time.Time{}); err == nil {
		t.Error("what is no program is no error")
	}
}

// TestPanel checks that the icon keeps its parts at the smallest size.
func TestPanel(t *testing.T) {
	small := panel(16)
	seen := map[any]bool{}
	for y := range 16 {
		for x := range 16 {
			seen[small.At(x, y)] = true
		}
	}
	if len(seen) != 4 || small.Bounds() != image.Rect(0, 0, 16, 16) {
		t.Errorf("%d colours in %v", len(seen), small.Bounds())
	}
}
