package catalogue

import "testing"

// TestTransferNames: each name of the table is that of 06.toml on its way, is not read, and is no stray.
func TestTransferNames(t *testing.T) {
	for _, c := range transferNames {
		if got := Arriving("items/" + c.example); got != "items/06.toml" || c.source == "" {
			t.Errorf("%s: %s arrives as %q", c.tool, c.example, got)
		}
		if p, stray := Stray("items/"+c.example, false); Wants("items/"+c.example) || stray {
			t.Errorf("%s: %s is wanted, or a stray: %s", c.tool, c.example, p)
		}
	}
}

func TestArriving(t *testing.T) {
	for name, want := range map[string]string{
		"images/门口.jpg.baiduyun.downloading":           "images/门口.jpg",
		"images/门口.JPG.CRDOWNLOAD":                     "images/门口.JPG",
		"items/06.toml.bt.xltd":                        "items/06.toml",
		"items/06.toml.td.cfg":                         "items/06.toml",
		".syncthing.kiosk.toml.tmp":                    "kiosk.toml",
		"items/.06.toml.aB3dE9":                        "items/06.toml",
		"items/.~lock.06.toml#":                        "",
		"items/~$06.toml":                              "",
		"items/.sync.ffs_db":                           "",
		"items/06.toml":                                "",
		"items/06.part.toml":                           "",
		"items/":                                       "",
		"items/.part":                                  "",
		"notices/.unison.06.toml.1f.unison.tmp":        "notices/06.toml",
		"notices/.06.toml.tmp":                         "notices/06.toml",
		"images/.syncthing.a.jpg":                      "images/a.jpg",
		"items/06 (conflicted copy 2026).toml.partial": "items/06 (conflicted copy 2026).toml",
	} {
		if got := Arriving(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for _, name := range []string{"items/.~lock.06.toml#", "items/sync.ffs_db", "items/sync.ffs_lock", "items/.sync.ffs_lock", "items/~$06.toml", "items/._06.toml"} {
		if _, stray := Stray(name, false); stray || Wants(name) {
			t.Errorf("%s is wanted, or a stray", name)
		}
	}
}
