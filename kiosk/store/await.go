package store

import (
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// longestWait is how long a notice waits for the images that it names. Sync tools carry texts
// before pictures, as they are smaller.
const longestWait = 10 * time.Minute

// waiting has the images that are still on their way: since when each one is waited for, and the last good
// state of all images in use.
type waiting struct {
	since map[string]time.Time
	facts map[string]*catalogue.Fact
	next  time.Time // when the first of those that are waited for has been so for long enough; zero: none is
}

// look finds the notices that have to wait. With nothing shown yet there is nothing that
// could stay meanwhile, so none waits.
func (w *waiting) look(sc scan, first bool, now time.Time) (paths []string) {
	w.next = time.Time{}
	since, awaited := make(map[string]time.Time), make(map[string]bool)
	for _, name := range sc.arriving {
		began, known := w.since[name]
		if !known && !first || now.Before(began) { // or the clock was put back
			began = now
		}
		since[name] = began
		if end := began.Add(longestWait); now.Before(end) {
			awaited[name] = true
			w.next = sooner(w.next, end)
		}
	}
	w.since = since
	for path, names := range sc.names {
		if slices.ContainsFunc(names, func(name string) bool { return awaited[name] }) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
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
