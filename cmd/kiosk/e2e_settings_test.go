package main

import (
	"os"
	"path/filepath"
	"testing"

	"gongkai/kiosk/xdrive"
)

// TestBrokenSettingsGlass: the screen works with any settings: it shows the content if its directory can be read,
// else 内容准备中.
func TestBrokenSettingsGlass(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
	k.copyShipped()
	k = k.server(xdrive.Portrait)
	settings := filepath.Join(t.TempDir(), "config.toml")
	for _, c := range []struct {
		text  string
		known bool
	}{
		{"rotate = ９０\ncontent = \"" + k.dir + "\"\n[log", true},
		{"rotate = ９０\ncontent = \"" + k.dir, false},
		{"", false},
	} {
		k.must(os.WriteFile(settings, []byte(c.text), 0o644))
		binary := clockless(t) // 内容准备中 has the time on it
		if c.known {
			binary = built
		}
		p, err := k.Launch(binary, "run", "--config", settings)
		k.must(err)
		k.Program = p
		k.must(k.Ready(k.soon(), p))
		k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
		if c.known {
			k.walk(toItem6[0])
			k.seesHome()
		} else {
			k.shows(k.soon(), k.drawn("preparing", "preparing.png", "--at=none"))
		}
		if _, err := p.WaitLine(k.soon(), 0, "level=ERROR msg=settings problem="); err != nil {
			t.Error(err)
		}
		if code, err := p.End(); code != 0 || err != nil {
			t.Errorf("%q: it ends with %d (%v):\n%q", c.text, code, err, p.Log())
		}
	}
}
