package store

import (
	"bytes"
	"maps"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// keeper has the last good state: of every file, and of the catalogue as a whole.
type keeper struct {
	good  texts                // the files that shown was made of, without those that are broken
	shown *catalogue.Catalogue // nil until something could be shown

	parser   catalogue.Parser
	awaited  awaitedImages
	partial  partialFiles
	vanished vanishedFiles
	next     time.Time        // when the first file that is held is due; zero: none is held for a time
	images   []catalogue.File // those in use; their bytes lie in the directory alone

	used       texts            // the files that shown was made of, good or not
	usedImages []catalogue.File // and the images
	kept       *record          // what the last process has left; nil once anything else is shown
}

// texts are files by their paths.
type texts map[string][]byte

// take makes a snapshot of a reading. A file that is broken or unreadable is shown
// in its last good state, while the others go on. Where that leaves nothing to
// show, because the directory is missing, empty or broken as a whole, and where
// a folder can't be read, so that its files only seem to be gone, all stays as it was.
func (k *keeper) take(sc scan, now time.Time) Snapshot {
	if sc.broken && (k.last() != nil || len(sc.files) == 0) {
		return k.stale(sc, sorted(sc.problems))
	}
	c, problems := k.parser.Parse(sc.files)
	problems = sorted(append(problems, sc.problems...))
	disk := k.sort(sc.files)
	bad := catalogue.Broken(problems)
	use := maps.Clone(disk)
	waitImages, nextImage := k.awaited.toHold(sc, k.shown == nil && k.kept == nil, now)
	waitPartial, nextPartial := k.partial.toHold(disk, k.good, now)
	waits := slices.Concat(waitImages, waitPartial, sc.moving)
	if len(waits) > 0 {
		k.hold(use, waits)
		c, bad = k.parse(use)
	}
	for _, path := range sc.unread {
		bad[path] = true
	}
	c, bad = k.mend(use, c, bad)
	gone, nextGone := k.gone(sc, c, use, bad, now)
	if len(gone) > 0 {
		k.hold(use, gone)
		c, bad = k.parse(use)
		c, bad = k.mend(use, c, bad)
	}
	if c == nil {
		return k.stale(sc, problems)
	}
	k.next = sooner(sooner(nextImage, nextPartial), nextGone)
	held := heldBack(use, disk, k.good, waits)
	k.remember(use, bad)
	if k.shown == nil || k.shown.Revision != c.Revision {
		k.shown = c
	}
	return Snapshot{Catalogue: k.shown, Problems: problems, Held: held, Files: sc.files}
}

// stale is what there is while nothing of the directory can be shown: all as it was, and nothing is waited for.
func (k *keeper) stale(sc scan, problems []diag.Problem) Snapshot {
	k.next, k.vanished = time.Time{}, vanishedFiles{}
	return Snapshot{Catalogue: k.last(), Problems: problems, Stale: true, Files: sc.files}
}

// sort puts the texts of a reading into a map and its images into use.
func (k *keeper) sort(files []catalogue.File) texts {
	disk := make(texts)
	k.images = nil
	for _, f := range files {
		if catalogue.Wants(f.Path) {
			disk[f.Path] = f.Data
		} else {
			k.images = append(k.images, f)
		}
	}
	return disk
}

// rounds is how many times files may yield to others one by one, as when a
// catalogue is renumbered while its files arrive; then all changes wait.
const rounds = 8

// mend puts the last good state of files into use until no file is off the screen
// that was on it, and returns what is then to be shown and which files still are broken.
func (k *keeper) mend(use texts, c *catalogue.Catalogue, bad map[string]bool) (*catalogue.Catalogue, map[string]bool) {
	for range rounds {
		yielded := k.yield(use, c, bad)
		if !k.substitute(use, bad) && !yielded {
			return c, bad
		}
		c, bad = k.parse(use)
	}
	for path := range use {
		k.restore(use, path)
	}
	return k.parse(use)
}

// substitute puts the last good state of broken files into use and says whether there was any.
func (k *keeper) substitute(use texts, bad map[string]bool) (some bool) {
	for path := range bad {
		if good, ok := k.good[path]; ok && !bytes.Equal(use[path], good) {
			some = k.restore(use, path)
		}
	}
	return some
}

// yield finds files that are broken though nothing has changed in them: another one has
// taken their number. That one has to wait, new or changed as it is.
func (k *keeper) yield(use texts, c *catalogue.Catalogue, bad map[string]bool) (some bool) {
	for path := range bad {
		if good, ok := k.good[path]; !ok || !bytes.Equal(use[path], good) {
			continue
		}
		if taker := taker(k.last(), c, path); taker != "" && k.restore(use, taker) {
			some = true
		}
	}
	return some
}

// taker is the file whose item now has the number that a file's item had, "" if there is none.
func taker(before, now *catalogue.Catalogue, path string) string {
	if before == nil || now == nil {
		return ""
	}
	i := slices.IndexFunc(before.Items, func(it catalogue.Item) bool { return it.File == path })
	if i < 0 {
		return ""
	}
	n := before.Items[i].Number
	j := slices.IndexFunc(now.Items, func(it catalogue.Item) bool { return it.Number == n })
	if j < 0 {
		return ""
	}
	return now.Items[j].File
}

// restore puts a file back to its last good state, or leaves a new one out, and says whether that
// changes its text. An image of it that is not there as yet counts as it last was.
func (k *keeper) restore(use texts, path string) bool {
	good, ok := k.good[path]
	if !ok {
		delete(use, path)
		return true
	}
	for _, name := range catalogue.ImagesOf(catalogue.File{Path: path, Data: good}) {
		k.keepImage(name)
	}
	changed := !bytes.Equal(use[path], good)
	use[path] = good
	return changed
}

// remember keeps what each file in use holds. What has gone from the directory is forgotten.
func (k *keeper) remember(use texts, bad map[string]bool) {
	k.good = maps.Clone(use)
	maps.DeleteFunc(k.good, func(path string, _ []byte) bool { return bad[path] })
	k.awaited.rememberImages(k.images)
	k.used, k.usedImages, k.kept = use, k.images, nil
}

// held names the files whose present state isn't in use.
func held(use, disk texts) []string {
	var paths []string
	for path, data := range use {
		if now, ok := disk[path]; !ok || !bytes.Equal(data, now) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// parse reads the files in use.
func (k *keeper) parse(use texts) (*catalogue.Catalogue, map[string]bool) {
	files := slices.Clone(k.images)
	for path, data := range use {
		files = append(files, catalogue.File{Path: path, Data: data})
	}
	c, problems := k.parser.Parse(files)
	return c, catalogue.Broken(problems)
}
