package store

import (
	"bytes"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// longestWait is how long a notice waits for the images that it names. Sync tools carry texts
// before pictures, as they are smaller.
const longestWait = 10 * time.Minute

// waiting has the notices whose images are still on their way: since when each one waits,
// and the last good state of all images in use.
type waiting struct {
	since map[string]time.Time
	facts map[string]*catalogue.Fact
	next  time.Time // when the first of those that wait has waited long enough; zero: none waits
}

// look finds the notices that have to wait. With nothing shown yet there is nothing that
// could stay meanwhile, so none waits.
func (w *waiting) look(sc scan, first bool, now time.Time) (paths []string) {
	since := make(map[string]time.Time)
	w.next = time.Time{}
	for path, names := range sc.names {
		if !slices.ContainsFunc(names, sc.arrives) {
			continue
		}
		began, known := w.since[path]
		switch {
		case !known && !first:
			began = now
		case now.Before(began): // the clock was put back
			began = now
		}
		since[path] = began
		if end := began.Add(longestWait); now.Before(end) {
			paths = append(paths, path)
			w.next = sooner(w.next, end)
		}
	}
	w.since = since
	slices.Sort(paths)
	return paths
}

// arrives says that an image is not there, or not the whole of it.
func (sc scan) arrives(name string) bool {
	_, found := slices.BinarySearch(sc.arriving, name)
	return found
}

// next is when something has waited long enough; zero: nothing waits.
func (k *keeper) next() time.Time {
	return sooner(sooner(k.waiting.next, k.doubtful.next), k.vanished.next)
}

// hold puts the last good state of files that wait into use, or leaves new ones out.
// An image that is not there as yet counts as it last was.
func (k *keeper) hold(use texts, paths []string) {
	for _, path := range paths {
		if catalogue.WantsImage(path) {
			k.holdImage(path)
			continue
		}
		k.restore(use, path)
		good, ok := k.good[path]
		if !ok {
			continue
		}
		for _, name := range catalogue.ImagesOf(catalogue.File{Path: path, Data: good}) {
			k.keepImage(name)
		}
	}
}

// holdImage puts the last good state of an image into use whatever its present one, or leaves a new one out.
func (k *keeper) holdImage(name string) {
	k.images = slices.DeleteFunc(slices.Clone(k.images), func(f catalogue.File) bool { return f.Path == name })
	k.keepImage(name)
}

// keepImage puts the last good state of an image into use, unless its present one is good.
func (k *keeper) keepImage(name string) {
	last := k.waiting.facts[name]
	if last == nil {
		return
	}
	i := slices.IndexFunc(k.images, func(f catalogue.File) bool { return f.Path == name })
	switch {
	case i < 0:
		k.images = append(k.images, catalogue.File{Path: name, Image: last})
	case k.images[i].Image == nil || k.images[i].Image.Message != "":
		k.images[i].Image = last
	}
}

// rememberImages keeps what is known of the images in use that can be shown.
func (w *waiting) rememberImages(images []catalogue.File) {
	w.facts = make(map[string]*catalogue.Fact)
	for _, f := range images {
		if f.Image != nil && f.Image.Message == "" {
			w.facts[f.Path] = f.Image
		}
	}
}

// heldBack are the files whose present state isn't in use, among them those that stand as they
// were, or not at all, because the rest of them, or their images, are on their way.
func heldBack(use, disk, good texts, waits []string) []string {
	paths := held(use, disk)
	for _, path := range waits {
		g, ok := good[path]
		if (!ok || bytes.Equal(g, use[path])) && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}
