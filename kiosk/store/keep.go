package store

import (
	"bytes"
	"maps"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// keeper holds the last good state of every file and of the whole catalogue.
type keeper struct {
	good  texts                // the files that shown was made from, without the broken ones
	shown *catalogue.Catalogue // nil until there is something to show

	parser   catalogue.Parser
	awaited  awaitedImages
	partial  partialFiles
	vanished vanishedFiles
	next     time.Time              // when the first of the held files is due; zero: none is
	images   []catalogue.File       // those in use; their bytes are only in the directory
	copied   func(hash string) bool // whether an image's bytes outlive its file; nil: none do

	origins    map[string]string // by file of a shown item: the file that the item was in before
	used       texts             // the files that shown was made from, good or not
	usedImages []catalogue.File  // and the images
	kept       *record           // what the last process kept; nil once anything else is shown
}

// texts holds files by path.
type texts map[string][]byte

// apply makes a snapshot from a reading. A broken or unreadable file is shown in its last good state,
// the others as they are. All stays as it was if nothing is left to show, because the directory is missing,
// empty or broken as a whole, or if a folder can't be read, so that its files only seem to be gone.
func (k *keeper) apply(sc scan, now time.Time) Snapshot {
	if sc.broken && (k.last() != nil || len(sc.files) == 0) {
		return k.stale(sc, sorted(sc.problems))
	}
	c, problems := k.parser.Parse(sc.files)
	problems = sorted(append(problems, sc.problems...))
	disk := k.split(sc.files)
	bad := catalogue.Broken(problems)
	use := maps.Clone(disk)
	waitImages, nextImage := k.awaited.toHold(sc, k.shown == nil && k.kept == nil, now)
	waitPartial, nextPartial := k.partial.toHold(disk, k.good, now)
	k.dropImages(k.awaited.fresh)
	waits := slices.Concat(waitImages, waitPartial, sc.moving, k.keepImages(sc))
	if len(waits) > 0 {
		k.hold(use, waits)
		c, bad = k.parse(use)
	}
	for _, path := range sc.unread {
		bad[path] = true
	}
	c, bad = k.fallBack(use, c, bad)
	gone, nextGone := k.gone(sc, c, use, bad, now)
	if len(gone) > 0 {
		k.hold(use, gone)
		c, bad = k.parse(use)
		c, bad = k.fallBack(use, c, bad)
	}
	if c == nil {
		return k.stale(sc, problems)
	}
	k.next = sooner(sooner(nextImage, nextPartial), nextGone)
	held := heldBack(use, disk, k.good, waits)
	k.disown(use, disk, bad)
	k.origins = k.originsNow(c, use, disk)
	k.remember(use, bad)
	if !sameContent(k.shown, c) {
		k.shown = c
	}
	return Snapshot{Catalogue: k.shown, Held: held, Files: sc.files}.with(problems)
}

// sameContent reports whether two catalogues show the same. The bytes of an image that turns out to hold no picture are
// the same as before.
func sameContent(a, b *catalogue.Catalogue) bool {
	return a != nil && a.Revision == b.Revision &&
		slices.EqualFunc(a.Notices, b.Notices, func(m, n catalogue.Notice) bool { return slices.Equal(m.Images, n.Images) }) &&
		slices.EqualFunc(a.Items, b.Items, func(m, n catalogue.Item) bool { return m.Contact.Map == n.Contact.Map })
}

// stale returns the snapshot for a directory of which nothing can be shown: all stays as it was, and no wait goes on.
func (k *keeper) stale(sc scan, problems []diag.Problem) Snapshot {
	k.next, k.vanished = time.Time{}, vanishedFiles{}
	return Snapshot{Catalogue: k.last(), Stale: true, Files: sc.files}.with(problems)
}

// split returns a reading's texts by path, and puts its images into use.
func (k *keeper) split(files []catalogue.File) texts {
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

// rounds limits how often files give way to others one by one, as when a catalogue is renumbered while its files
// arrive; after that all changes wait.
const rounds = 8

// fallBack replaces files with their last good state until every file that was on the screen is on it again. It returns
// what to show then, and which files are still broken.
func (k *keeper) fallBack(use texts, c *catalogue.Catalogue, bad map[string]bool) (*catalogue.Catalogue, map[string]bool) {
	for range rounds {
		cleared := k.yield(use, c, bad)
		if !k.substitute(use, bad, cleared) && len(cleared) == 0 {
			return c, bad
		}
		c, bad = k.parse(use)
	}
	for path := range use {
		k.restore(use, path)
	}
	return k.parse(use)
}

// substitute replaces broken files, apart from those that another file has just given way to, with their last good
// state, and reports whether anything changed.
func (k *keeper) substitute(use texts, bad, cleared map[string]bool) (changed bool) {
	for path := range bad {
		if good, ok := k.good[path]; ok && !cleared[path] && !bytes.Equal(use[path], good) {
			changed = k.restore(use, path)
		}
	}
	return changed
}

// yield finds files that are broken because another file took the number that they had and have. That one, new or
// changed, has to wait, unless the item was in it before: then the original is back. yield returns the files that have
// their number again.
func (k *keeper) yield(use texts, c *catalogue.Catalogue, bad map[string]bool) (cleared map[string]bool) {
	cleared = make(map[string]bool)
	for path := range bad {
		good, ok := k.good[path]
		if !ok || !bytes.Equal(use[path], good) && !sameNumber(use[path], good) {
			continue
		}
		if taker := taker(k.last(), c, path); taker != "" && k.origins[path] != taker && k.restore(use, taker) {
			cleared[path] = true
		}
	}
	return cleared
}

// sameNumber reports whether two states of an item have the same number.
func sameNumber(a, b []byte) bool {
	n, ok := catalogue.NumberIn(a)
	m, known := catalogue.NumberIn(b)
	return ok && known && n == m
}

// taker returns the file whose item now has the number that path's item had, "" if there is none.
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

// restore puts a file back to its last good state, or leaves it out if it is new, and reports whether that
// changes its text. An image that it names and that is missing counts as it last was.
func (k *keeper) restore(use texts, path string) bool {
	good, ok := k.good[path]
	if !ok {
		delete(use, path)
		return true
	}
	known := catalogue.NewImageNames(slices.Collect(maps.Keys(k.awaited.facts)))
	for _, name := range paths(known, catalogue.ImagesOf(catalogue.File{Path: path, Data: good})) {
		k.keepImage(name)
	}
	changed := !bytes.Equal(use[path], good)
	use[path] = good
	return changed
}

// remember makes the files in use the last good state. Files that have gone from the directory are forgotten.
func (k *keeper) remember(use texts, bad map[string]bool) {
	k.good = maps.Clone(use)
	maps.DeleteFunc(k.good, func(path string, _ []byte) bool { return bad[path] })
	k.awaited.rememberImages(k.images)
	k.used, k.usedImages, k.kept = use, k.images, nil
}

// held returns the files whose present state isn't in use, new ones too, sorted.
func held(use, disk texts) []string {
	var paths []string
	for path, data := range use {
		if now, ok := disk[path]; !ok || !bytes.Equal(data, now) {
			paths = append(paths, path)
		}
	}
	for path := range missing(disk, use) {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths
}

// parse parses the files in use and returns the catalogue and the broken files.
func (k *keeper) parse(use texts) (*catalogue.Catalogue, map[string]bool) {
	files := slices.Clone(k.images)
	for path, data := range use {
		files = append(files, catalogue.File{Path: path, Data: data})
	}
	c, problems := k.parser.Parse(files)
	return c, catalogue.Broken(problems)
}
