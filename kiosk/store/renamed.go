package store

import (
	"bytes"
	"cmp"
	"sync"

	"gongkai/kiosk/catalogue"
)

// A sync tool that finds a conflict renames the file that is shown, and puts another one in its place, at once or
// minutes later. Renamed to a conflict copy's name it isn't shown any more, and its last good state stays; renamed to
// any other it is shown from there, until the original is back.

// renamed returns the files of which a new conflict copy lies in the directory. One that was there before its original
// went has been compared: its original was deleted.
func (k *keeper) renamed(use texts) map[string]bool {
	originals := make(map[string]bool)
	for path := range missing(use, k.good) {
		if from := catalogue.Original(path); from != path {
			originals[from] = true
		}
	}
	return originals
}

// disown marks the new copies of files that are only held as bad, so that they stay new for as long.
func (k *keeper) disown(use, disk texts, bad map[string]bool) {
	for path := range missing(use, k.good) {
		from := catalogue.Original(path)
		_, there := disk[from]
		if _, held := use[from]; held && !there {
			bad[path] = true
		}
	}
}

// originsNow returns the files that the items in c were in before they were renamed, with their text as it was.
func (k *keeper) originsNow(c *catalogue.Catalogue, use, disk texts) map[string]string {
	origins := make(map[string]string)
	filesBefore := sync.OnceValue(func() map[int]string { return filesOf(k.last()) })
	for i := range c.Items {
		file := c.Items[i].File
		from := k.origins[file]
		if good, known := k.good[file]; !known || !bytes.Equal(use[file], good) {
			from = k.renamedFrom(filesBefore()[c.Items[i].Number], use[file], disk)
		}
		if from != "" && from != file {
			origins[file] = from
		}
	}
	return origins
}

// renamedFrom returns the file that a text was in first, if it was in the given one and that is gone; "" if not.
func (k *keeper) renamedFrom(before string, text []byte, disk texts) string {
	if _, there := disk[before]; there || !bytes.Equal(k.good[before], text) {
		return ""
	}
	return cmp.Or(k.origins[before], before)
}

// filesOf returns the items' files by number; c may be nil.
func filesOf(c *catalogue.Catalogue) map[int]string {
	files := make(map[int]string)
	if c != nil {
		for i := range c.Items {
			files[c.Items[i].Number] = c.Items[i].File
		}
	}
	return files
}
