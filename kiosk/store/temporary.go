package store

import (
	"io/fs"
	"path"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
)

// temporary is a file that a sync tool writes before it takes the place of one that is wanted.
type temporary struct {
	size  int64
	time  time.Time
	since since // when it was first seen like this
}

// stale is how long a temporary may stand still before it counts as left behind: what is being
// written grows.
const stale = 5 * time.Second

// standsFor is the wanted file that a name in a folder is a temporary of, "" if it is none:
//
//	.syncthing.06.toml.tmp, ~syncthing~06.toml.tmp   Syncthing
//	.06.toml.Xa3Q1b                                  rsync
//	06.toml.tmp, .part, .partial, .filepart          copying programs
func standsFor(name string) string {
	dir, base := path.Split(name)
	for _, head := range []string{".syncthing.", "~syncthing~"} {
		if rest, ok := strings.CutPrefix(base, head); ok {
			return wanted(dir + strings.TrimSuffix(rest, ".tmp"))
		}
	}
	for _, tail := range []string{".tmp", ".part", ".partial", ".filepart"} {
		if rest, ok := strings.CutSuffix(base, tail); ok {
			return wanted(dir + strings.TrimPrefix(rest, "."))
		}
	}
	ext := path.Ext(base)
	if rest, ok := strings.CutPrefix(base, "."); ok && len(ext) == len(".Xa3Q1b") {
		return wanted(dir + strings.TrimSuffix(rest, ext))
	}
	return ""
}

// wanted is a name if it is that of a text or an image, else "".
func wanted(name string) string {
	if catalogue.Wants(name) || catalogue.WantsImage(name) {
		return name
	}
	return ""
}

// delayed is the folder in which rsync --delay-updates keeps what it has, until it has all.
const delayed = ".~tmp~"

// underway notes a temporary and says whether it still changes. What was there at the first look
// counts as under way too: nobody knows.
func (d *directory) underway(info fs.FileInfo, name string, now time.Time) bool {
	was, known := d.temporaries[name]
	is := temporary{size: info.Size(), time: info.ModTime()}
	is.since = was.since.renew(!known || was.size != is.size || !was.time.Equal(is.time), now)
	d.found[name] = is
	_, changing := is.since.until(stale, now)
	return changing
}
