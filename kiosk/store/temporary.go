package store

import (
	"io/fs"
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

// targetOf returns the wanted file that a temporary will replace, "" if name is not a temporary's.
func targetOf(name string) string {
	if to := catalogue.Arriving(name); to != "" && (catalogue.Wants(to) || catalogue.WantsImage(to)) {
		return to
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
