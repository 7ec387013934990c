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

// memory keeps a Store's content in its state directory. Without one it does nothing.
type memory struct {
	vault   *vault // nil: nothing is kept
	content string // the content directory's path, as in the state file
	marks   *marks
	pending bool   // a change waits for a date until the clock is right
	failed  string // the last error logged
	images  *shownImages
}

// resume continues from what the last process kept.
func (s *Store) resume() {
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
	s.keep.copied = m.images.copied
	r, err := m.vault.load(m.content)
	switch {
	case err == nil:
		s.keep.resume(r)
		s.dir.images.trials.resume(r)
		m.marks = r.marks
		s.log.Info("kept content", "files", len(r.files), "images", len(r.facts))
	case !errors.Is(err, fs.ErrNotExist):
		s.log.Warn("kept content passed over", "state", dir, "err", err)
	}
}

// folderOf returns the name of a content directory's own folder in the state directory, so that a trial with another
// directory does not overwrite what was kept.
func folderOf(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:8])
}

// mark brings the marks up to date and returns the catalogue that is shown, with the recorded days.
func (s *Store) mark(now time.Time) *catalogue.Catalogue {
	m, c := &s.memory, s.keep.shown
	if m.vault == nil || c == nil || m.marks == nil && !s.settle.rested {
		return c
	}
	var today day
	if s.place.trusts(now) {
		zone := s.place.Zone
		if zone == nil {
			zone = time.UTC
		}
		today = dayOf(now.In(zone))
	}
	m.marks, m.pending = m.marks.follow(c, today)
	s.keep.shown = m.marks.apply(c)
	return s.keep.shown
}

// due reports whether the clock is right again, so that pending changes can be dated.
func (s *Store) due(now time.Time) bool {
	return s.memory.pending && s.place.trusts(now)
}

// record returns what is to outlive the program; nil if there is nothing, or if the directory is still changing.
func (s *Store) record() *record {
	r := s.keep.record()
	if s.memory.vault == nil || r == nil || !s.settle.rested {
		return nil
	}
	r.content, r.marks, r.sound = s.memory.content, s.memory.marks, s.dir.images.trials.sound()
	return r
}

// save writes a record. A failure is logged once, and the screen goes on.
func (m *memory) save(r *record, log *slog.Logger) (ok bool) {
	err := m.vault.save(r)
	if err == nil {
		m.failed = ""
		return true
	}
	if m.failed != err.Error() {
		m.failed = err.Error()
		log.Warn("the content could not be kept", "state", m.vault.dir, "err", err)
	}
	return false
}

// retryAfter is the pause before a failed save is retried.
const retryAfter = time.Minute

// startSaver saves records in the background, since disks may be slow and images many. end waits for the save under
// way.
func (m *memory) startSaver(log *slog.Logger) (records chan *record, end func()) {
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

// saveAll saves records until the channel is closed, and retries the latest one.
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

// submit gives a record to the saver, replacing one that is still waiting.
func submit(records chan *record, r *record) {
	if r == nil {
		return
	}
	select {
	case <-records:
	default:
	}
	records <- r
}

// setShown records which images are shown.
func (m *memory) setShown(c *catalogue.Catalogue) {
	if m.images == nil || c == nil {
		return
	}
	hashes := make(map[string]string)
	for _, im := range c.Images() {
		hashes[im.Name] = im.Hash
	}
	m.images.hashes.Store(&hashes)
}

// Images returns the images that a Store's snapshots name: from the content directory, or, once they have gone
// from it, from the state directory.
func (s *Store) Images() Images { return Images{Dir: s.place.Dir, shown: s.memory.images} }

// Images returns a Place's images, with the copies kept at the time of the call.
func (p Place) Images() Images {
	s := p.store(slog.New(slog.DiscardHandler))
	s.memory.setShown(s.keep.last())
	return s.Images()
}
