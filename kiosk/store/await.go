package store

import (
	"maps"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// longestWait is how long a notice waits for the images that it names. Sync tools transfer texts
// before pictures, as they are smaller.
const longestWait = 10 * time.Minute

// awaitedImages tracks the images that are still on their way, and the last good state of all images in use.
type awaitedImages struct {
	since map[string]since // when the wait for each image began
	facts map[string]*catalogue.Fact
	fresh map[string]bool // images that are waited for, untried and without a last good state
}

// toHold returns the notices that have to wait for an image, sorted, and when the first image is due; the zero time if
// none is. At first nothing is shown that could stay meanwhile, so no notice waits.
func (a *awaitedImages) toHold(sc scan, first bool, now time.Time) (paths []string, next time.Time) {
	began, awaited := make(map[string]since), make(map[string]bool)
	a.fresh = make(map[string]bool)
	doubted := a.doubted(sc)
	if first {
		clear(doubted)
	}
	for _, name := range slices.AppendSeq(slices.Clone(sc.arriving), maps.Keys(doubted)) {
		s, known := a.since[name]
		s = s.renew(!known && !first, now)
		began[name] = s
		if end, waiting := s.until(longestWait, now); waiting {
			awaited[name] = true
			_, untried := doubted[name]
			a.fresh[name] = untried && a.facts[name] == nil
			next = sooner(next, end)
		}
	}
	a.since = began
	for path, names := range sc.names {
		if slices.ContainsFunc(names, func(name string) bool { return awaited[name] }) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths, next
}

// doubted returns a reading's images that may turn out to hold no picture, by name, without those that were shown as
// they are.
func (a *awaitedImages) doubted(sc scan) map[string]untried {
	doubted := make(map[string]untried)
	for _, u := range sc.doubtful {
		if last := a.facts[u.name]; last == nil || last.Hash != u.hash {
			doubted[u.name] = u
		}
	}
	return doubted
}

// rememberImages keeps the facts of the images in use that can be shown.
func (a *awaitedImages) rememberImages(images []catalogue.File) {
	a.facts = make(map[string]*catalogue.Fact)
	for _, f := range images {
		if f.Image != nil && f.Image.Message == "" {
			a.facts[f.Path] = f.Image
		}
	}
}
