package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"log/slog"
	"path/filepath"
	"time"

	"gongkai/kiosk/catalogue"
)

// memory is what a Store does with its state directory. Without one it does nothing.
type memory struct {
	vault   *vault // nil: nothing is kept
	content string // the content directory, as the state file names it
	marks   *marks
	pending bool // something has changed, and waits for a clock that can be believed
	said    string
	images  *shownImages
}

// remind has the store begin where the last one ended.
func (s *Store) remind() {
	if s.place.State == "" {
		return
	}
	m := &s.memory
	m.content = s.place.Dir
	if abs, err := filepath.Abs(s.place.Dir); err == nil {
		m.content = abs
	}
	dir := filepath.Join(s.place.State, folderOf(m.content))
	m.vault = &vault{dir: dir, open: func(name string) (fs.File, error) { return openImage(s.place.Dir, name) }}
	m.images = &shownImages{vault: dir}
	r, err := m.vault.load(m.content)
	switch {
	case err == nil:
		s.keep.resume(r)
		m.marks = r.marks
		s.log.Info("kept content", "files", len(r.files), "images", len(r.facts))
	case !errors.Is(err, fs.ErrNotExist):
		s.log.Warn("kept content passed over", "state", dir, "err", err)
	}
}

// folderOf names the folder of a state directory that is a content directory's own: what was kept of one is
// safe from a trial with another.
func folderOf(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:8])
}

// mark is the catalogue that is shown, with the days that are remembered of what is in it.
func (s *Store) mark(now time.Time) *catalogue.Catalogue {
	m, c := &s.memory, s.keep.shown
	if m.vault == nil || c == nil || m.marks == nil && !s.settle.rested {
		return c
	}
	var today day
	if !now.Before(s.place.Floor) {
		zone := s.place.Zone
		if zone == nil {
			zone = time.UTC
		}
		today = dayOf(now.In(zone))
	}
	m.marks, m.pending = m.marks.follow(c, today)
	s.keep.shown = m.marks.on(c)
	return s.keep.shown
}

// due says that the clock has come right, and what has changed meanwhile can be dated.
func (s *Store) due(now time.Time) bool {
	return s.memory.pending && !now.Before(s.place.Floor)
}

// record is what is to outlive the program as it now is; nil if nothing is, or if that has not come to rest.
func (s *Store) record() *record {
	r := s.keep.record()
	if s.memory.vault == nil || r == nil || !s.settle.rested {
		return nil
	}
	r.content, r.marks = s.memory.content, s.memory.marks
	return r
}

// save keeps a record. Where it can't, the log says so once, and the screen goes on.
func (m *memory) save(r *record, log *slog.Logger) (ok bool) {
	err := m.vault.save(r)
	if err == nil {
		m.said = ""
		return true
	}
	if m.said != err.Error() {
		m.said = err.Error()
		log.Warn("the content could not be kept", "state", m.vault.dir, "err", err)
	}
	return false
}

// retryAfter is when a record that could not be kept is tried again.
const retryAfter = time.Minute

// keepUp keeps records while the store goes on watching: a disk may be slow, and images many. end waits for
// the one that is being kept.
func (m *memory) keepUp(log *slog.Logger) (records chan *record, end func()) {
	records = make(chan *record, 1)
	ended := make(chan struct{})
	go func() {
		m.saveAll(records, log)
		close(ended)
	}()
	return records, func() {
		close(records)
		<-ended
	}
}

// saveAll keeps records until there are no more to come.
func (m *memory) saveAll(records <-chan *record, log *slog.Logger) {
	var latest *record
	var again <-chan time.Time
	for {
		select {
		case r, more := <-records:
			if !more {
				return
			}
			latest = r
		case <-again:
		}
		if again = nil; !m.save(latest, log) {
			again = time.After(retryAfter)
		}
	}
}

// hand gives a record to the saver, in place of one that it has not begun with.
func hand(records chan *record, r *record) {
	if r == nil {
		return
	}
	select {
	case <-records:
	default:
	}
	records <- r
}

// show notes which images are shown.
func (m *memory) show(c *catalogue.Catalogue) {
	if m.images == nil || c == nil {
		return
	}
	hashes := make(map[string]string)
	for _, n := range c.Notices {
		for _, im := range n.Images {
			hashes[im.Name] = im.Hash
		}
	}
	m.images.hashes.Store(&hashes)
}

// Images are where the bytes of the images lie that a Store's snapshots name: in the content directory,
// or where that has them no more, in the state directory.
func (s *Store) Images() Images { return Images{Dir: s.place.Dir, shown: s.memory.images} }

// Images are a Place's own, as they were kept when it is called.
func (p Place) Images() Images {
	s := p.store(slog.New(slog.DiscardHandler))
	s.memory.show(s.keep.last())
	return s.Images()
}
