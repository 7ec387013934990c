package store

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify" // inotify and its likes on other systems
)

// Watch reads the directory whenever something may have changed in it, and calls show with a snapshot
// when something has and the directory is at rest again. It returns when ctx is done. It calls show from
// its own goroutine only.
func (s *Store) Watch(ctx context.Context, show func(Snapshot)) {
	n := notifier{log: s.log}
	defer n.close()
	records, end := s.memory.startSaver(s.log)
	defer end()
	if s.late != nil {
		select {
		case <-s.late:
		case <-ctx.Done():
			return
		}
	}
	next := time.NewTimer(s.place.pause())
	defer next.Stop()
	trier := trier{dir: s.dir.path, ended: make(chan tried)}
	for soon := true; ; {
		select {
		case <-ctx.Done():
			return
		case ev := <-n.events:
			n.note(ev)
			if !soon {
				soon = true
				next.Reset(s.place.pause())
			}
		case <-n.errors:
			if !soon {
				soon = true
				next.Reset(s.place.pause())
			}
		case t := <-trier.ended:
			trier.busy = false
			s.dir.images.take(t)
			if t.read && !soon {
				soon = true
				next.Reset(0)
			}
		case <-next.C:
			n.follow(s.dir.path)
			snap, changed, again := s.step(time.Now())
			if changed {
				show(snap)
				submit(records, s.record())
			}
			if soon = again == quiet; soon {
				again = s.place.pause()
			}
			next.Reset(again)
			trier.begin(ctx, s.doubtful)
		}
	}
}

// step reads the directory once. It returns a snapshot if there is a new one, and after what time to read again.
func (s *Store) step(now time.Time) (snap Snapshot, changed bool, again time.Duration) {
	sc := s.dir.scan(now)
	s.doubtful = sc.doubtful
	s.newest.Store(s.dir.newest())
	changed, sc.moving, again = s.settle.look(sc, now)
	next := s.keep.next
	changed = changed || again == rescan && (!next.IsZero() && !now.Before(next) || s.due(now))
	if changed {
		snap = s.report(s.snapshot(sc, now))
	}
	if again == rescan {
		again = s.rescan
	}
	if next = s.keep.next; !next.IsZero() {
		again = min(again, max(quiet, next.Sub(now)))
	}
	return snap, changed, again
}

// Poll does by a clock of the caller's what Watch does when its timer fires, and at once what it does beside that: it reads
// the directory, tries an image, and saves. It returns a snapshot if there is a new one, and after what time to read again.
func (s *Store) Poll(now time.Time) (snap Snapshot, changed bool, again time.Duration) {
	snap, changed, again = s.step(now)
	for _, u := range s.doubtful[:min(1, len(s.doubtful))] {
		s.dir.images.take(try(s.dir.path, u))
		again = quiet
	}
	if r := s.record(); changed && r != nil {
		s.memory.save(r, s.log)
	}
	return snap, changed, again
}

// notifier receives the system's change notifications. They only make things faster: without them Watch
// reads every few seconds all the same.
type notifier struct {
	events  <-chan fsnotify.Event
	errors  <-chan error // such as an overflow: notifications were lost
	watcher *fsnotify.Watcher
	on      []os.FileInfo // the folders being watched, in the order of watched; nil for a missing one
	paths   []string      // theirs
	warned  string        // the last error logged
	log     *slog.Logger
}

// follow watches the folders that dir leads to now, if they are others than before.
func (n *notifier) follow(dir string) {
	var paths []string
	on := make([]os.FileInfo, len(watched))
	for i, folder := range watched {
		path := filepath.Join(dir, folder)
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			on[i] = info
			paths = append(paths, path)
		}
	}
	if n.on != nil && slices.EqualFunc(on, n.on, sameFolder) {
		return
	}
	n.close()
	n.on, n.paths = on, paths
	if err := n.open(); err != nil {
		n.warn(err)
	}
}

// note makes the next follow start over if a watched folder was renamed or removed: that ends its watch,
// even if the very same folder is back by the next reading.
func (n *notifier) note(ev fsnotify.Event) {
	if ev.Op&(fsnotify.Rename|fsnotify.Remove) != 0 && slices.Contains(n.paths, ev.Name) {
		n.on = nil
	}
}

func sameFolder(a, b os.FileInfo) bool {
	return a == nil && b == nil || a != nil && b != nil && os.SameFile(a, b)
}

// open starts watching. After an error some of the folders may be watched.
func (n *notifier) open() error {
	if len(n.paths) == 0 {
		return nil
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	n.watcher, n.events, n.errors = w, w.Events, w.Errors
	for _, path := range n.paths {
		if err := w.Add(path); err != nil {
			return err
		}
	}
	return nil
}

// warn logs, once, why there are no notifications, and which of inotify's limits to raise if that is the
// reason (inotify(7)).
func (n *notifier) warn(err error) {
	if n.warned == err.Error() {
		return
	}
	n.warned = err.Error()
	args := []any{"err", err}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		args = append(args, "fix", "sysctl fs.inotify.max_user_watches=65536")
	case errors.Is(err, syscall.EMFILE):
		args = append(args, "fix", "sysctl fs.inotify.max_user_instances=512")
	}
	n.log.Warn("no notice of changes, reading the content every few seconds", args...)
}

func (n *notifier) close() {
	if n.watcher != nil {
		n.watcher.Close()
	}
	n.watcher, n.events, n.errors = nil, nil, nil
}
