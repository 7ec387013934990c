package main

import (
	"context"
	"io/fs"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/display"
	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/store"
)

// preview reads and checks the content for an office's window, and carries out its orders.
type preview struct {
	conf   config
	config string // the file of the machine's settings, if it was named
	images fs.FS
	log    *slog.Logger
	news   chan desk.Event
	again  chan struct{} // wakes the check
	work   chan func()   // what was ordered

	mu      sync.Mutex
	shown   store.Snapshot // the last one
	pending string         // the file that was dropped last
}

func newPreview(conf config) *preview {
	return &preview{conf: conf, log: slog.New(slog.DiscardHandler), news: make(chan desk.Event), again: make(chan struct{}, 1), work: make(chan func(), 8)}
}

// soon is the pause after which two readings of the directory have to agree: an editor saves on this very machine, and is
// quicker than a sync tool.
const soon = 30 * time.Millisecond

// afterShown is how long a check waits, so that what was saved is seen first.
const afterShown = 150 * time.Millisecond

// watch reads the content and follows its changes until ctx is done.
func (p *preview) watch(ctx context.Context) (first *catalogue.Catalogue, later <-chan *catalogue.Catalogue) {
	place := store.Place{Dir: p.conf.content, Zone: p.conf.zone, Pause: soon}
	st, begin := place.Open(p.log)
	p.images = st.Images()
	p.note(begin)
	more := make(chan *catalogue.Catalogue)
	go st.Watch(ctx, func(snap store.Snapshot) {
		select {
		case more <- snap.Catalogue:
		case <-ctx.Done():
		}
		p.note(snap)
	})
	go p.check(ctx)
	go p.carryOut(ctx)
	return begin.Catalogue, more
}

// note keeps a snapshot and has the content checked.
func (p *preview) note(snap store.Snapshot) {
	p.mu.Lock()
	p.shown = snap
	p.mu.Unlock()
	p.recheck()
}

func (p *preview) recheck() {
	select {
	case p.again <- struct{}{}:
	default: // a check is due
	}
}

// check checks the content when it has changed, until ctx is done.
func (p *preview) check(ctx context.Context) {
	check := p.conf.checker()
	for {
		select {
		case <-ctx.Done():
			return
		case <-p.again:
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(afterShown):
		}
		problems := p.conf.findings(check()).Problems
		p.mu.Lock()
		snap := p.shown
		p.mu.Unlock()
		p.tell(ctx, desk.Checked{Found: p.conf.foundIn(snap, problems)})
	}
}

// foundIn returns what the window shows of the content that the kiosk shows, and of its problems.
func (c config) foundIn(snap store.Snapshot, problems []diag.Problem) desk.Found {
	f := desk.Found{Name: filepath.Base(c.content), Held: len(snap.Held) > 0 || snap.Stale, Problems: problems}
	if shown := snap.Catalogue; shown != nil {
		f.Items, f.Notices = len(shown.Items), len(shown.Notices)
		f.Revision = strings.TrimPrefix(shortRevision(shown.Revision), "sha256:")
	}
	return f
}

// tell sends the window an event.
func (p *preview) tell(ctx context.Context, e desk.Event) {
	select {
	case p.news <- e:
	case <-ctx.Done():
	}
}

// carryOut runs what was ordered, one after the other, until ctx is done.
func (p *preview) carryOut(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case do := <-p.work:
			do()
		}
	}
}

// order has something done. Where too much is ordered already it is dropped.
func (p *preview) order(do func()) {
	select {
	case p.work <- do:
	default:
	}
}

// obey carries out an order of the window.
func (p *preview) obey(o desk.Order, seen display.Seen) {
	ctx := context.Background()
	switch o {
	case desk.Recheck:
		p.recheck()
	case desk.SavePicture:
		p.order(func() { p.tell(ctx, desk.Said{Text: p.savePicture(seen)}) })
	case desk.SaveSheet:
		p.order(func() { p.tell(ctx, desk.Said{Text: p.saveSheet(ctx, seen)}) })
	case desk.Import:
		p.order(func() { p.tell(ctx, desk.Asked{Question: p.takeIn(ctx)}) })
	}
}

// dropped asks about the first of the files that were dropped on the window.
func (p *preview) dropped(paths []string) {
	p.order(func() { p.tell(context.Background(), desk.Asked{Question: p.ask(context.Background(), paths)}) })
}
