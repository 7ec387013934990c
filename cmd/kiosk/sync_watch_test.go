package main

import (
	"bytes"
	"context"
	"log/slog"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/store"
)

// seen is a snapshot and its time.
type seen struct {
	store.Snapshot
	at time.Time
}

// breaks reports whether a file's present state is kept off the screen.
func (s seen) breaks(file string) bool {
	return slices.ContainsFunc(s.Problems, func(p problem) bool { return p.File == file && p.Breaks() })
}

// holds reports whether a file had these bytes when the snapshot was taken.
func (s seen) holds(file string, data []byte) bool {
	return slices.ContainsFunc(s.Files, func(f catalogue.File) bool { return f.Path == file && bytes.Equal(f.Data, data) })
}

// witness records every snapshot of a directory from the store.
type witness struct {
	mu   sync.Mutex
	all  []seen
	more chan struct{} // closed at the next snapshot
}

// watch watches a directory, like the kiosk, until the test ends.
func watch(t *testing.T, dir string) *witness {
	w := &witness{more: make(chan struct{})}
	st, first := store.Place{Dir: dir}.Open(slog.New(slog.DiscardHandler))
	w.show(first)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		st.Watch(ctx, w.show)
		close(ended)
	}()
	t.Cleanup(func() {
		stop()
		<-ended
	})
	return w
}

func (w *witness) show(snap store.Snapshot) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.all = append(w.all, seen{snap, time.Now()})
	close(w.more)
	w.more = make(chan struct{})
}

// count returns the number of snapshots so far.
func (w *witness) count() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.all)
}

// until waits for a wanted snapshot after the first n.
func (w *witness) until(t *testing.T, n int, what string, wanted func(seen) bool) seen {
	t.Helper()
	late := time.After(patience)
	for {
		w.mu.Lock()
		all, more := w.all, w.more
		w.mu.Unlock()
		for ; n < len(all); n++ {
			if wanted(all[n]) {
				return all[n]
			}
		}
		select {
		case <-more:
		case <-late:
			last := all[len(all)-1]
			t.Fatalf("no snapshot with %s within %v; held %q, problems %v", what, patience, last.Held, last.Problems)
		}
	}
}

// ledger records every state in which the files were whole.
type ledger struct {
	states  []*catalogue.Catalogue
	items   map[string][]catalogue.Item   // by file
	notices map[string][]catalogue.Notice // by file
}

// note records a directory's state, during which it must not be written to.
func (l *ledger) note(t *testing.T, dir string) *catalogue.Catalogue {
	t.Helper()
	snap := store.Place{Dir: dir}.Read()
	c := snap.Catalogue
	if c == nil {
		t.Fatalf("nothing to show in %s: %v", dir, snap.Problems)
	}
	if l.items == nil {
		l.items, l.notices = make(map[string][]catalogue.Item), make(map[string][]catalogue.Notice)
	}
	l.states = append(l.states, c)
	for _, it := range c.Items {
		l.items[it.File] = append(l.items[it.File], it)
	}
	for _, n := range c.Notices {
		l.notices[n.File] = append(l.notices[n.File], n)
	}
	return c
}

// lasting returns the numbers of the items that every state has.
func (l *ledger) lasting() (numbers []int) {
	for _, it := range l.states[0].Items {
		if !slices.ContainsFunc(l.states, func(c *catalogue.Catalogue) bool { return !hasNumber(c, it.Number) }) {
			numbers = append(numbers, it.Number)
		}
	}
	return numbers
}

func hasNumber(c *catalogue.Catalogue, n int) bool {
	return slices.ContainsFunc(c.Items, func(it catalogue.Item) bool { return it.Number == n })
}

// wrong returns what in a snapshot has never been whole, or has been lost, or "".
func (l *ledger) wrong(c *catalogue.Catalogue) string {
	if c == nil {
		return "nothing"
	}
	for _, it := range c.Items {
		if !slices.ContainsFunc(l.items[it.File], func(was catalogue.Item) bool { return reflect.DeepEqual(was, it) }) {
			return it.File + " as it never was"
		}
	}
	for _, n := range c.Notices {
		if !slices.ContainsFunc(l.notices[n.File], func(was catalogue.Notice) bool { return reflect.DeepEqual(was, n) }) {
			return n.File + " as it never was"
		}
	}
	for _, n := range l.lasting() {
		if !hasNumber(c, n) {
			return "an item lost"
		}
	}
	return ""
}

// verify checks every snapshot against the ledger; only before the first content may one be empty. A
// tool's temporary files are never reported.
func (w *witness) verify(t *testing.T, l *ledger) {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	began := false
	for i, s := range w.all {
		if s.Catalogue == nil && !began {
			continue
		}
		began = true
		if wrong := l.wrong(s.Catalogue); wrong != "" {
			t.Errorf("snapshot %d of %d shows %s; held %q, problems %v", i+1, len(w.all), wrong, s.Held, s.Problems)
		}
		for _, p := range s.Problems {
			if base := path.Base(p.File); base != "." && strings.HasPrefix(base, ".") || strings.HasSuffix(base, ".tmp") {
				t.Errorf("snapshot %d reports what a tool has left: %v", i+1, p)
			}
		}
	}
}
