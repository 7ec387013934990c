package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/kiosk/xdrive"
)

// TestCraftedPictures: while pictures are decoded that were made to cost much, the watchdog is fed and taps lead on; a poster behind
// them is shown all the same, and what can't be decoded is left out.
func TestCraftedPictures(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	k.must(os.MkdirAll(k.file("notices"), 0o755))
	k.must(os.MkdirAll(k.file("images"), 0o755))
	const crafted = "../../kiosk/picture/testdata/crafted"
	k.must(os.CopyFS(k.file("images"), os.DirFS(crafted)))
	entries, err := os.ReadDir(crafted)
	k.must(err)
	var names []string
	for _, e := range entries {
		names = append(names, fmt.Sprintf("%q", "images/"+e.Name()))
	}
	text := "title = \"示例图片\"\ndate = 2026-11-20\nimages = [" + strings.Join(names, ", ") + "]\n"
	k.must(os.WriteFile(k.file("notices/0.toml"), []byte(text), 0o644))
	k.poster("1", sound(t))

	m := listen(t)
	k = k.server(xdrive.Portrait).watched(m, built)
	m.waits("READY=1")
	for range 5 {
		m.waits("WATCHDOG=1")
	}
	m.drain()
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	k.walk(xdrive.Step{At: xdrive.Slide, Want: "home"}, xdrive.Step{At: noticesButton, Want: "notices"})
	k.shows(k.soon(), k.drawn("notices", "notices.png"))
	k.walk(xdrive.Step{At: xdrive.HomeButton, Want: "home"})
	k.seesHome()
	if _, err := k.WaitLine(k.soon(), 0, filepath.Join("images", "strips.tif")); err != nil {
		t.Errorf("the log does not name what is refused: %v", err)
	}
}
