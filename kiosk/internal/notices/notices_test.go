package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestEveryModuleHasItsNotice collects the licences of the real program on each architecture of the package: a module
// without one fails it, and so does one that the file doesn't name.
func TestEveryModuleHasItsNotice(t *testing.T) {
	for _, arch := range []string{"amd64", "arm64", "loong64", "riscv64"} {
		packages, err := linkedPackages("../../../cmd/kiosk", "linux", arch)
		if err != nil {
			t.Fatal(err)
		}
		notices, err := collect(packages)
		if err != nil {
			t.Fatal(err)
		}
		text := render(notices, true)
		for _, p := range packages {
			if m := p.Module; m != nil && !strings.Contains(text, "\n"+strings.TrimSpace(m.Path+" "+m.Version)+"\n") {
				t.Errorf("%s: %s %s is linked and not named", arch, m.Path, m.Version)
			}
		}
		for _, want := range []string{
			"Go's standard library\n", "\ngongkai, fonts\n", "SIL OPEN FONT LICENSE", // the program's own fonts
			"\ngongkai, kiosk/typeset\n", "\ngongkai, kiosk/search\n", "/usr/share/common-licenses/Apache-2.0",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the file lacks %q", arch, want)
			}
		}
		if strings.Contains(text, "TERMS AND CONDITIONS FOR USE, REPRODUCTION") {
			t.Errorf("%s: the Apache licence stands in full, which Debian has already", arch)
		}
	}
}

// TestModuleWithoutLicence fails the build of the package, and a licence beside the package alone covers it.
func TestModuleWithoutLicence(t *testing.T) {
	module := t.TempDir()
	inner := filepath.Join(module, "inner")
	if err := os.Mkdir(inner, 0o755); err != nil {
		t.Fatal(err)
	}
	p := linked{Dir: inner, Module: &struct{ Path, Version, Dir string }{"example.org/m", "v1.2.3", module}}
	if _, err := collect([]linked{p}); err == nil || !strings.Contains(err.Error(), "example.org/m v1.2.3") {
		t.Errorf("a module without a licence: %v", err)
	}
	write := func(path, text string) {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(module, "LICENSE_test.go"), "package m")
	if _, err := collect([]linked{p}); err == nil {
		t.Error("a Go file counts as a licence")
	}
	write(filepath.Join(inner, "COPYING"), "of the inner\r\n")
	write(filepath.Join(module, "LICENSE.md"), "of the whole\n")
	notices, err := collect([]linked{p, p})
	if err != nil {
		t.Fatal(err)
	}
	want := []notice{{[]string{"example.org/m v1.2.3"}, "of the whole"}, {[]string{"example.org/m v1.2.3, inner"}, "of the inner"}}
	if !slices.EqualFunc(notices, want, func(a, b notice) bool { return a.Text == b.Text && slices.Equal(a.Covers, b.Covers) }) {
		t.Errorf("%q, want %q", notices, want)
	}
}
