package store

import (
	"io/fs"
	"path"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
)

// temporary is a file that a sync tool writes before it replaces a wanted one.
type temporary struct {
	size  int64
	time  time.Time
	since since // when it was first seen like this
}

// abandoned is how long a temporary may stay unchanged before it counts as left behind: one that is being written
// grows.
const abandoned = 5 * time.Second

// targetOf returns the wanted file that a temporary will replace, "" if name is not a temporary's:
//
//	.syncthing.06.toml.tmp, ~syncthing~06.toml.tmp   Syncthing
//	.06.toml.Xa3Q1b                                  rsync
//	06.toml.tmp, .part, .partial, .filepart          copying programs
func targetOf(name string) string {
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

// wanted returns name if it is a text's or an image's, else "".
func wanted(name string) string {
	if catalogue.Wants(name) || catalogue.WantsImage(name) {
		return name
	}
	return ""
}

// delayed is the folder in which rsync --delay-updates collects files until it has all of them.
const delayed = ".~tmp~"

// stillWritten records a temporary and reports whether it still changes. One found at the first reading counts as
// changing too, since that is unknown.
func (d *directory) stillWritten(info fs.FileInfo, name string, now time.Time) bool {
	was, known := d.temporaries[name]
	is := temporary{size: info.Size(), time: info.ModTime()}
	is.since = was.since.renew(!known || was.size != is.size || !was.time.Equal(is.time), now)
	d.found[name] = is
	_, changing := is.since.until(abandoned, now)
	return changing
}
