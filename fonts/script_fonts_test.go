package fonts

import (
	"os"
	"strings"
	"testing"
)

// TestScriptFonts checks that each script's fonts can be used and have most of its blocks' characters, and that no
// character opens a font of another script.
func TestScriptFonts(t *testing.T) {
	for _, path := range Debian() {
		if _, err := os.Stat(path); err != nil {
			t.Skip("needs Debian's fonts-hanazono, fonts-noto-core, fonts-nanum, fonts-symbola and fonts-unifont")
		}
	}
	seek(t, Debian()...)
	if len(optional()) != len(Debian()) {
		t.Fatalf("%d of %d fonts are listed", len(optional()), len(Debian()))
	}
	for i, path := range Debian() {
		script, _ := debianFont(path)
		has, r := 0, rune(0)
		for _, block := range script.blocks {
			for c := block[0]; c <= block[1]; c++ {
				if _, ok := opened(Face(numEmbedded + i)).shaping.NominalGlyph(c); ok {
					has, r = has+1, c
				}
			}
		}
		if has < 15 {
			t.Errorf("%s has %d characters of %s", path, has, script.Name)
		}
		bold := strings.Contains(path, "Bold")
		if f, ok := Supply(r, bold); !ok || f != Symbols && optional()[f-numEmbedded].script != script {
			t.Errorf("%U of %s is supplied by %v", r, script.Name, f)
		}
	}
	if faults := Faults(); len(faults) > 0 {
		t.Error(faults)
	}
}
