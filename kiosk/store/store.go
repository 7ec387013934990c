// Package store brings the content directory in: bounded reading of files that
// somebody else writes at any moment, watching for changes, and the last good
// state of everything, so that nothing that happens to the directory can empty
// the screen.
//
// What a file means is kiosk/catalogue's business: the store knows names, bytes
// and which files catalogue calls broken. It writes nothing into the content directory; what
// is to outlive the program goes into one of its own, if it is given one (Place.State).
package store

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// Snapshot is what there is to show, whole and immutable, and what is wrong with
// the directory it comes from.
type Snapshot struct {
	Catalogue *catalogue.Catalogue // nil: nothing to show; the same one as before if what is shown is unchanged
	Problems  []diag.Problem       // of the files as they are now, sorted by place
	Held      []string             // files whose last good state is shown instead of the present one, or nothing as yet
	Stale     bool                 // nothing of the directory can be shown: all stands as it last was
	Files     []catalogue.File     // as they are now, those that could be read; not to be changed
}

// Place is where content lies, and where its last good state is kept.
type Place struct {
	Dir   string
	State string         // a directory of the kiosk's own; "": the last good state ends with the program
	Zone  *time.Location // whose days Seen counts; nil: UTC
	Floor time.Time      // before it the clock is wrong, and no day is noted
}

// Read reads a directory once, as a fresh start would: a broken file is left out, or shown in its last
// good state if that was kept. It writes nothing.
func (p Place) Read() Snapshot {
	now := time.Now()
	s := p.store(slog.New(slog.DiscardHandler))
	return s.bring(s.dir.scan(now), now)
}

// Checker reads a directory again and again, each time as a fresh start without anything kept would, and decodes
// every image whole; one that has not changed since, once.
type Checker struct{ dir directory }

// NewChecker checks a directory.
func NewChecker(dir string) *Checker {
	return &Checker{directory{path: dir, images: gallery{whole: true}}}
}

// Check is what there is to show now, and all that is wrong.
func (c *Checker) Check() Snapshot {
	now := time.Now()
	return new(keeper).take(c.dir.scan(now), now)
}

// ReadFS reads content that is part of the program, and so neither changes nor
// needs bounds.
func ReadFS(fsys fs.FS) Snapshot {
	var sc scan
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !catalogue.Wants(path) && !catalogue.WantsImage(path) {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		f := catalogue.File{Path: path, Data: data}
		if catalogue.WantsImage(path) {
			fact, _ := examine(data, false)
			f = catalogue.File{Path: path, Image: &fact}
		}
		sc.files = append(sc.files, f)
		return err
	})
	if err != nil {
		sc.fault(".", err)
	}
	return new(keeper).take(sc, time.Time{})
}

// Store is a content directory and the last good state of it.
type Store struct {
	place  Place
	dir    directory
	keep   keeper
	settle settling
	late   <-chan scan // the first reading, where it was not waited for
	memory memory
	rescan time.Duration  // how often it reads the directory at rest
	said   string         // the log's last word of a snapshot
	known  []diag.Problem // those of which the log has been told
	log    *slog.Logger
}

// Open is what there is to show before Watch has seen the directory come to rest: what was kept of it, or
// where nothing was, what it holds at first sight, if it is there.
func (p Place) Open(log *slog.Logger) (*Store, Snapshot) {
	s := p.store(log)
	return s, s.begin(func() scan { return s.dir.scan(time.Now()) }, time.After(hurry))
}

// hurry is how long the first reading is waited for: a share whose server is away may never answer.
const hurry = 2 * time.Second

// begin makes the first snapshot, of the directory only if there is no other.
func (s *Store) begin(read func() scan, enough <-chan time.Time) Snapshot {
	now := time.Now()
	if s.keep.last() != nil {
		s.settle.begin(scan{}, now)
		return s.told(Snapshot{Catalogue: s.show(now), Stale: true})
	}
	done := make(chan scan, 1)
	go func() { done <- read() }()
	var sc scan
	select {
	case sc = <-done:
	case <-enough:
		s.late = done
		sc.fault(".", errSlow)
	}
	s.settle.begin(sc, now)
	return s.take(sc, now)
}

// store is one that has not looked at the directory yet.
func (p Place) store(log *slog.Logger) *Store {
	s := &Store{place: p, dir: directory{path: p.Dir}, rescan: rescan, log: log}
	s.remind()
	return s
}

// bring makes a snapshot of a reading, with its marks.
func (s *Store) bring(sc scan, now time.Time) Snapshot {
	snap := s.keep.take(sc, now)
	snap.Catalogue = s.show(now)
	return snap
}

// show is what the keeper shows, with its marks.
func (s *Store) show(now time.Time) *catalogue.Catalogue {
	c := s.mark(now)
	s.memory.show(c)
	return c
}

// take makes a snapshot of a reading, and tells the log.
func (s *Store) take(sc scan, now time.Time) Snapshot { return s.told(s.bring(sc, now)) }

// told tells the log of a snapshot, and nothing twice in a row.
func (s *Store) told(snap Snapshot) Snapshot {
	args := []any{"problems", len(snap.Problems)}
	if c := snap.Catalogue; c != nil {
		args = append(args, "revision", c.Revision, "items", len(c.Items))
	}
	if n := len(snap.Held); n > 0 {
		args = append(args, "held", snap.Held[:min(n, roomInLog)])
		if n > roomInLog {
			args = append(args, "heldInAll", n)
		}
	}
	if snap.Stale && snap.Catalogue != nil {
		args = append(args, "stale", true)
	}
	if said := fmt.Sprint(args...); said != s.said {
		s.said = said
		s.log.Info("content", args...)
	}
	fresh := diag.Fresh(snap.Problems, s.known)
	for _, p := range fresh[:min(len(fresh), roomInLog)] {
		s.log.Log(context.Background(), level(p), "content problem", "problem", p.String())
	}
	s.known = snap.Problems
	return snap
}

func level(p diag.Problem) slog.Level {
	if p.Severity == diag.Warning {
		return slog.LevelWarn
	}
	return slog.LevelError
}

// roomInLog is how many new problems of one snapshot, and how many files held, the log has room for; check
// tells all problems.
const roomInLog = 20

// sorted puts problems into the order of their places.
func sorted(problems []diag.Problem) []diag.Problem {
	problems = slices.Clone(problems)
	diag.Sort(problems)
	return diag.Limit(problems)
}
