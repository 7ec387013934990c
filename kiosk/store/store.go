// Package store reads and watches the content directory: it reads files, within bounds, that other
// programs may write at any moment, watches for changes, and keeps the last good state of everything,
// so that nothing that happens to the directory can empty the screen.
//
// What a file means is kiosk/catalogue's business: the store knows names, bytes and which files
// catalogue calls broken. It writes nothing into the content directory. What must outlive the program
// goes into a state directory of its own, if there is one (Place.State).
package store

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"
	"sync/atomic"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/picture"
)

// Snapshot is the content to show, complete and immutable, and what is wrong with the directory.
type Snapshot struct {
	Catalogue *catalogue.Catalogue // nil: nothing to show; the same pointer as before if the content is unchanged
	Problems  []diag.Problem       // of the files as they are now, sorted by place
	Accepted  []diag.Problem       // those that the content accepts, likewise
	Held      []string             // files shown in their last good state, or not at all yet, instead of in their present one
	Stale     bool                 // nothing in the directory can be shown: all stays as it last was
	Files     []catalogue.File     // the readable files, as they are now; read-only
}

// with returns the snapshot with problems of its files.
func (s Snapshot) with(problems []diag.Problem) Snapshot {
	s.Problems, s.Accepted = diag.Open(catalogue.Accept(s.Files, problems))
	return s
}

// Add adds problems that were found elsewhere to a snapshot.
func (s *Snapshot) Add(problems []diag.Problem) {
	open, accepted := diag.Open(catalogue.Accept(s.Files, problems))
	s.Problems, s.Accepted = append(s.Problems, open...), append(s.Accepted, accepted...)
}

// Place is where content lies and where its last good state is kept.
type Place struct {
	Dir   string
	State string         // a directory of the kiosk's own; "": the last good state is lost when the program ends
	Zone  *time.Location // the zone in which Seen's days are counted; nil: UTC
	Pause time.Duration  // after which two readings have to agree; 0: as long as a sync tool may take
	// Trusted reports whether the clock may be right; while it isn't, no day is recorded. nil: it always is.
	Trusted func(now time.Time) bool
	Pins    catalogue.Pins // what this machine's settings say of the content
}

// trusts reports whether the clock may be right.
func (p Place) trusts(now time.Time) bool { return p.Trusted == nil || p.Trusted(now) }

// pause returns after what time two readings have to agree.
func (p Place) pause() time.Duration {
	if p.Pause > 0 {
		return p.Pause
	}
	return quiet
}

// Read reads a directory once, as a fresh start does: a broken file is left out, or shown in its last
// good state if that was kept. It decodes every image whole that wasn't before. It writes nothing.
func (p Place) Read() Snapshot {
	now := time.Now()
	s := p.store(slog.New(slog.DiscardHandler))
	s.dir.images.whole = true
	return s.snapshot(s.dir.scan(now), now)
}

// Checker reads a directory repeatedly, each time as a fresh start without a kept state does, and decodes every
// image completely, unchanged ones only once.
type Checker struct {
	Pins catalogue.Pins // what this machine's settings say of the content
	dir  directory
}

// NewChecker returns a checker of a directory.
func NewChecker(dir string) *Checker {
	return &Checker{dir: directory{path: dir, images: gallery{whole: true}}}
}

// Check reads the directory and returns what there is to show now, and all that is wrong.
func (c *Checker) Check() Snapshot {
	now := time.Now()
	return (&keeper{parser: catalogue.Parser{Pins: c.Pins}}).apply(c.dir.scan(now), now)
}

// ReadFS reads content that is part of the program, which never changes and needs no bounds.
func ReadFS(fsys fs.FS) Snapshot {
	var sc scan
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !catalogue.Wants(path) && !catalogue.WantsImage(path) {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		f := catalogue.File{Path: path, Data: data}
		if catalogue.WantsImage(path) {
			fact, _ := examine(data, picture.Read)
			f = catalogue.File{Path: path, Image: &fact}
		}
		sc.files = append(sc.files, f)
		return err
	})
	if err != nil {
		sc.fault(".", err)
	}
	return new(keeper).apply(sc, time.Time{})
}

// Store is a content directory and its last good state.
type Store struct {
	place    Place
	dir      directory
	keep     keeper
	settle   settling
	late     <-chan scan // the first reading, if it took too long to wait for
	memory   memory
	doubtful []untried      // of the last reading
	newest   atomic.Int64   // when the newest file of the last reading was modified, in seconds; 0: unknown
	rescan   time.Duration  // how often the unchanged directory is read
	logged   string         // the last snapshot, as it was logged
	known    []diag.Problem // the problems logged so far
	log      *slog.Logger
}

// Open opens a content directory. The snapshot is what to show until Watch has found the directory at rest: what
// was kept of it, else the result of a first reading.
func (p Place) Open(log *slog.Logger) (*Store, Snapshot) {
	s := p.store(log)
	return s, s.begin(func() scan { return s.dir.scan(time.Now()) }, time.After(openTimeout))
}

// openTimeout is how long Open waits for the first reading: a share whose server is down may never answer.
const openTimeout = 2 * time.Second

// begin makes the first snapshot; it reads the directory only if nothing was kept.
func (s *Store) begin(read func() scan, enough <-chan time.Time) Snapshot {
	now := time.Now()
	if s.keep.last() != nil {
		s.settle.begin(scan{}, now)
		return s.report(Snapshot{Catalogue: s.current(now), Stale: true})
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
	return s.report(s.snapshot(sc, now))
}

// store returns a Store that has not read the directory yet.
func (p Place) store(log *slog.Logger) *Store {
	s := &Store{place: p, dir: directory{path: p.Dir, images: gallery{trials: make(trials)}}, rescan: rescan, log: log}
	s.keep.parser.Pins = p.Pins
	s.resume()
	return s
}

// snapshot makes a snapshot from a reading, with marks.
func (s *Store) snapshot(sc scan, now time.Time) Snapshot {
	snap := s.keep.apply(sc, now)
	snap.Catalogue = s.current(now)
	return snap
}

// current returns the catalogue that is shown, with marks.
func (s *Store) current(now time.Time) *catalogue.Catalogue {
	c := s.mark(now)
	s.memory.setShown(c)
	return c
}

// report logs a snapshot and returns it. It logs nothing twice in a row.
func (s *Store) report(snap Snapshot) Snapshot {
	args := []any{"problems", len(snap.Problems)}
	if c := snap.Catalogue; c != nil {
		args = append(args, "revision", c.Revision, "items", len(c.Items))
	}
	if n := len(snap.Held); n > 0 {
		args = append(args, "held", snap.Held[:min(n, maxLogged)])
		if n > maxLogged {
			args = append(args, "heldInAll", n)
		}
	}
	if snap.Stale && snap.Catalogue != nil {
		args = append(args, "stale", true)
	}
	if entry := fmt.Sprint(args...); entry != s.logged {
		s.logged = entry
		s.log.Info("content", args...)
	}
	fresh := diag.Fresh(snap.Problems, s.known)
	for _, p := range fresh[:min(len(fresh), maxLogged)] {
		if p.File == "." {
			p.File = s.place.Dir
		}
		s.log.Log(context.Background(), level(p), "content problem", "problem", p.String())
	}
	s.known = snap.Problems
	return snap
}

func level(p diag.Problem) slog.Level {
	switch p.Severity {
	case diag.Hint:
		return slog.LevelInfo
	case diag.Warning:
		return slog.LevelWarn
	}
	return slog.LevelError
}

// maxLogged limits the new problems and the held files that are logged for one snapshot; the command check lists
// all problems.
const maxLogged = 20

// sorted returns the problems in the order of their places, within diag's limit for each file.
func sorted(problems []diag.Problem) []diag.Problem {
	problems = slices.Clone(problems)
	diag.Sort(problems)
	return diag.Limit(problems)
}
