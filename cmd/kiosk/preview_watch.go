package main

import (
	"context"
	"io/fs"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/display"
	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/store"
)

// preview reads and checks the content for an office's window, and carries out its orders.
type preview struct {
	conf   config // its content is "" until one is opened
	config string // the file of the machine's settings, if it was named
	images pictures
	log    *slog.Logger
	news   chan desk.Event
	shows  chan *catalogue.Catalogue
	again  chan struct{} // wakes the check
	work   chan func()   // what was ordered

	// What follows belongs to the orders.
	leave    context.CancelFunc // ends the following of the content that is shown
	follows  sync.WaitGroup
	choices  []string // the content directories that were offered
	queue    []string // the files that were dropped and not answered yet
	replaces bool     // the first of them replaces a notice

	mu    sync.Mutex
	shown store.Snapshot // the last one
}

func newPreview(conf config) *preview {
	return &preview{conf: conf, log: slog.New(slog.DiscardHandler), news: make(chan desk.Event), shows: make(chan *catalogue.Catalogue),
		again: make(chan struct{}, 1), work: make(chan func(), 8), leave: func() {}}
}

// pictures are the images of the content that is shown; there are none before one is.
type pictures struct{ of atomic.Pointer[store.Images] }

func (p *pictures) Open(name string) (fs.File, error) {
	if of := p.of.Load(); of != nil {
		return of.Open(name)
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// soon is the pause after which two readings of the directory have to agree: an editor saves on this very machine, and is
// quicker than a sync tool.
const soon = 30 * time.Millisecond

// afterShown is how long a check waits, so that what was saved is seen first.
const afterShown = 150 * time.Millisecond

// watch reads the content and follows its changes until ctx is done. Without content it asks which to open.
func (p *preview) watch(ctx context.Context) (first *catalogue.Catalogue, later <-chan *catalogue.Catalogue) {
	if p.conf.content != "" {
		first = p.follow(ctx)
	} else {
		p.order(func() { p.tell(ctx, desk.Asked{Question: p.which()}) })
	}
	go p.carryOut(ctx)
	return first, p.shows
}

// follow reads the content and follows its changes until other content is opened.
func (p *preview) follow(ctx context.Context) *catalogue.Catalogue {
	ctx, p.leave = context.WithCancel(ctx)
	st, begin := store.Place{Dir: p.conf.content, Zone: p.conf.zone, Pause: soon}.Open(p.log)
	images := st.Images()
	p.images.of.Store(&images)
	p.note(begin)
	p.follows.Go(func() {
		st.Watch(ctx, func(snap store.Snapshot) {
			select {
			case p.shows <- snap.Catalogue:
			case <-ctx.Done():
			}
			p.note(snap)
		})
	})
	conf := p.conf
	p.follows.Go(func() { p.check(ctx, conf) })
	return begin.Catalogue
}

// open shows other content, and asks about the files that were dropped before.
func (p *preview) open(ctx context.Context, dir string) {
	p.leave()
	p.follows.Wait()
	p.conf.content = dir
	shown := p.follow(ctx)
	select {
	case p.shows <- shown:
	case <-ctx.Done():
	}
	p.tell(ctx, desk.Opened{Name: filepath.Base(dir)})
	if len(p.queue) > 0 {
		p.tell(ctx, desk.Asked{Question: p.ask(ctx)})
	}
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
func (p *preview) check(ctx context.Context, conf config) {
	check := conf.checker()
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
		problems := conf.findings(check()).Problems
		p.mu.Lock()
		snap := p.shown
		p.mu.Unlock()
		p.tell(ctx, desk.Checked{Found: conf.foundIn(snap, problems)})
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
func (p *preview) obey(o desk.Outcome, seen display.Seen) {
	ctx := context.Background()
	switch o.Order {
	case desk.Recheck:
		p.recheck()
	case desk.SavePicture:
		p.order(func() { p.tell(ctx, desk.Said{Text: p.savePicture(seen)}) })
	case desk.SaveSheet:
		p.order(func() { p.tell(ctx, desk.Said{Text: p.saveSheet(ctx, seen)}) })
	case desk.Import:
		p.order(func() { p.tell(ctx, desk.Asked{Question: p.takeIn(ctx)}) })
	case desk.Next:
		p.order(func() { p.next(ctx) })
	case desk.Open:
		p.order(func() { p.open(ctx, p.choices[o.Row]) })
	case desk.Create:
		p.order(func() { p.create(ctx) })
	}
}

// dropped opens the content directory among dropped paths, and asks about the files, one after the other.
func (p *preview) dropped(paths []string) {
	p.order(func() {
		ctx := context.Background()
		p.queue = nil
		dir := ""
		for _, path := range paths {
			if isContent(path) {
				dir = path
			} else {
				p.queue = append(p.queue, path)
			}
		}
		switch {
		case dir != "":
			p.open(ctx, dir)
		case p.conf.content == "":
			p.tell(ctx, desk.Asked{Question: p.which()})
		default:
			p.tell(ctx, desk.Asked{Question: p.ask(ctx)})
		}
	})
}
