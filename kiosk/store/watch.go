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

// Watch reads the directory whenever something may have changed in it, and hands
// over a snapshot when something has and it has come to rest. It returns when
// ctx is done. show is called by no other goroutine than Watch's own.
func (s *Store) Watch(ctx context.Context, show func(Snapshot)) {
	e := eyes{log: s.log}
	defer e.close()
	records, end := s.memory.keepUp(s.log)
	defer end()
	if s.late != nil {
		select {
		case <-s.late:
		case <-ctx.Done():
			return
		}
	}
	next := time.NewTimer(quiet)
	defer next.Stop()
	for soon := true; ; {
		select {
		case <-ctx.Done():
			return
		case ev := <-e.stirs:
			e.moved(ev)
			if !soon {
				soon = true
				next.Reset(quiet)
			}
		case <-e.lost:
			if !soon {
				soon = true
				next.Reset(quiet)
			}
		case <-next.C:
			e.follow(s.dir.path)
			snap, changed, again := s.step(time.Now())
			if changed {
				show(snap)
				hand(records, s.record())
			}
			soon = again == quiet
			next.Reset(again)
		}
	}
}

// step reads the directory once. It returns a snapshot if there is a new one,
// and when to read again.
func (s *Store) step(now time.Time) (snap Snapshot, changed bool, again time.Duration) {
	sc := s.dir.scan(now)
	changed, sc.moving, again = s.settle.look(sc, now)
	next := s.keep.next
	changed = changed || again == rescan && (!next.IsZero() && !now.Before(next) || s.due(now))
	if changed {
		snap = s.take(sc, now)
	}
	if again == rescan {
		again = s.rescan
	}
	if next = s.keep.next; !next.IsZero() {
		again = min(again, max(quiet, next.Sub(now)))
	}
	return snap, changed, again
}

// eyes are the system's notices of changes. They only make things faster: where
// there are none, Watch reads every few seconds all the same.
type eyes struct {
	stirs   <-chan fsnotify.Event
	lost    <-chan error // there were more notices than could be given
	watcher *fsnotify.Watcher
	on      []os.FileInfo // the folders that are watched, as they lie in watched; nil for one that isn't there
	paths   []string      // theirs
	said    string
	log     *slog.Logger
}

// follow watches the folders that the path leads to now, if they are others than before.
func (e *eyes) follow(dir string) {
	var paths []string
	on := make([]os.FileInfo, len(watched))
	for i, folder := range watched {
		path := filepath.Join(dir, folder)
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			on[i] = info
			paths = append(paths, path)
		}
	}
	if e.on != nil && slices.EqualFunc(on, e.on, sameFolder) {
		return
	}
	e.close()
	e.on, e.paths = on, paths
	if err := e.open(); err != nil {
		e.say(err)
	}
}

// moved notes that a watched folder has been renamed or removed. Its watch ends with that,
// even where the very same folder is back before anybody looks.
func (e *eyes) moved(ev fsnotify.Event) {
	if ev.Op&(fsnotify.Rename|fsnotify.Remove) != 0 && slices.Contains(e.paths, ev.Name) {
		e.on = nil
	}
}

func sameFolder(a, b os.FileInfo) bool {
	return a == nil && b == nil || a != nil && b != nil && os.SameFile(a, b)
}

// open begins to watch. After an error some of the folders may be watched.
func (e *eyes) open() error {
	if len(e.paths) == 0 {
		return nil
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	e.watcher, e.stirs, e.lost = w, w.Events, w.Errors
	for _, path := range e.paths {
		if err := w.Add(path); err != nil {
			return err
		}
	}
	return nil
}

// say tells the log once what keeps the system from giving notice, and which of inotify's limits
// to raise if it is one (inotify(7)).
func (e *eyes) say(err error) {
	if e.said == err.Error() {
		return
	}
	e.said = err.Error()
	args := []any{"err", err}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		args = append(args, "mend", "sysctl fs.inotify.max_user_watches=65536")
	case errors.Is(err, syscall.EMFILE):
		args = append(args, "mend", "sysctl fs.inotify.max_user_instances=512")
	}
	e.log.Warn("no notice of changes, reading the content every few seconds", args...)
}

func (e *eyes) close() {
	if e.watcher != nil {
		e.watcher.Close()
	}
	e.watcher, e.stirs, e.lost = nil, nil, nil
}
