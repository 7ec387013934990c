package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Each story leaves the directory as it should be followed, reading after reading.
func TestDirectoryIsFollowed(t *testing.T) {
	p := newPlace(t)
	w := watch(p)
	shows := func(want string) {
		t.Helper()
		if snap := w.settled(); text(snap) != want {
			t.Fatalf("shows %q, want %q\n%v", text(snap), want, snap.Problems)
		}
	}
	shows("甲1 乙2 丙3")

	p.rename("", "../away")
	shows("甲1 乙2 丙3")
	if said(w.last) != "error ." {
		t.Errorf("of a missing directory it says %q", said(w.last))
	}
	p.rename("../away", "")
	shows("甲1 乙2 丙3")
	if said(w.last) != "" {
		t.Errorf("of a directory that is back it says %q", said(w.last))
	}

	// Another directory takes its place by a rename.
	p.write("../next/kiosk.toml", settings)
	p.write("../next/items/1.toml", item(1, "新1"))
	p.rename("", "../before")
	p.rename("../next", "")
	shows("新1")

	// An empty one, as of a share that isn't mounted.
	p.rename("", "../before2")
	p.must(os.Mkdir(p.dir, 0o755))
	shows("新1")

	// A link that is swapped, as configuration management does it.
	p.remove("")
	p.link("before", "")
	shows("甲1 乙2 丙3")
	p.link("before2", "../link")
	p.rename("../link", "")
	shows("新1")
}

// A ConfigMap's way: all files are links through ..data, which is swapped at once.
func TestDataIsSwapped(t *testing.T) {
	p := place{t, t.TempDir()}
	p.write("..1/kiosk.toml", settings)
	p.write("..1/items/1.toml", item(1, "甲1"))
	p.link("..1", "..data")
	p.link("..data/kiosk.toml", "kiosk.toml")
	p.link("..data/items", "items")
	w := watch(p)
	if text(w.last) != "甲1" {
		t.Fatalf("first shows %q", text(w.last))
	}
	p.write("..2/kiosk.toml", settings)
	p.write("..2/items/1.toml", item(1, "新1"))
	p.link("..2", "..data_tmp")
	p.rename("..data_tmp", "..data")
	if got := text(w.settled()); got != "新1" {
		t.Errorf("shows %q", got)
	}
}

func TestOnlyWhatChangedIsRead(t *testing.T) {
	p := newPlace(t)
	d := directory{path: p.dir}
	now := time.Now()
	two := func() string { return string(d.scan(now).files[1].Data) }
	write := func(text string, at time.Time) {
		p.write("items/02.toml", item(2, text))
		p.must(os.Chtimes(p.path("items/02.toml"), at, at))
	}

	// Nothing has changed for an hour: the file isn't opened again.
	write("乙2", now.Add(-time.Hour))
	two()
	seen := d.seen["items/02.toml"]
	seen.data = []byte("as it was read")
	d.seen["items/02.toml"] = seen
	if two() != "as it was read" {
		t.Error("an unchanged file was read again")
	}

	// An edit that puts size and time back shows in the time of the state.
	write("新2", now.Add(-time.Hour))
	if runtime.GOOS == "linux" && two() != item(2, "新2") {
		t.Error("a file whose time was put back wasn't read")
	}

	// A moment ago: the file may have changed again within the grain of its time.
	write("新2", now.Add(-time.Second))
	if two() != item(2, "新2") {
		t.Error("a changed file wasn't read")
	}
	write("又2", now.Add(-time.Second))
	if two() != item(2, "又2") {
		t.Error("a file that has changed twice in a moment wasn't read again")
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	p := newPlace(t)
	p.write("items/02.toml", "")
	var log bytes.Buffer
	Place{Dir: p.dir}.Open(slog.New(slog.NewTextHandler(&log, nil)))
	for _, want := range []string{"msg=content ", "revision=sha256:", "items=2", "problems=1", "items/02.toml:1:1: 错误"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("the log lacks %q:\n%s", want, log.String())
		}
	}
}

// Limits of inotify are said once, with what to do.
func TestNoNoticesAreSaidOnce(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{syscall.ENOSPC, "sysctl fs.inotify.max_user_watches="},
		{syscall.EMFILE, "sysctl fs.inotify.max_user_instances="},
		{errors.New("odd"), "odd"},
	} {
		var log bytes.Buffer
		e := eyes{log: slog.New(slog.NewTextHandler(&log, nil))}
		for range 3 {
			e.say(os.NewSyscallError("inotify", c.err))
		}
		if n := strings.Count(log.String(), "every few seconds"); n != 1 || !strings.Contains(log.String(), c.want) {
			t.Errorf("%v: said %d times:\n%s", c.err, n, log.String())
		}
	}
}

// A folder that was renamed and is back before anybody looks is watched again, though it
// is the very same: its watch has ended. A notice that never comes fails with the test's own
// time limit.
func TestFolderThatIsBackIsWatched(t *testing.T) {
	p := newPlace(t)
	e := eyes{log: silent}
	defer e.close()
	e.follow(p.dir)
	p.rename("items", "../items")
	p.rename("../items", "items")
	for e.on != nil {
		e.moved(<-e.stirs)
	}
	e.follow(p.dir)
	p.write("items/04.toml", item(4, "丁4"))
	for ev := range e.stirs {
		if ev.Name == p.path("items/04.toml") {
			return
		}
	}
}

// The real thing: notices of the system, two readings, a snapshot. No time is measured; a
// notice that never comes fails with the test's own time limit.
func TestWatch(t *testing.T) {
	p := newPlace(t)
	s, first := Place{Dir: p.dir}.Open(silent)
	if text(first) != "甲1 乙2 丙3" {
		t.Fatalf("first shows %q", text(first))
	}
	ctx, stop := context.WithCancel(t.Context())
	snaps, ended := make(chan Snapshot), make(chan struct{})
	go func() {
		s.Watch(ctx, func(snap Snapshot) {
			select {
			case snaps <- snap:
			case <-ctx.Done():
			}
		})
		close(ended)
	}()
	shows := func(want string) {
		t.Helper()
		for snap := range snaps {
			if text(snap) == want {
				return
			}
		}
	}
	p.write("items/02.toml", item(2, "新2"))
	shows("甲1 新2 丙3")
	p.write("items/.new", item(3, "新3"))
	p.rename("items/.new", "items/03.toml")
	shows("甲1 新2 新3")
	p.write("notices/1.toml", "title = \"示例\"\ndate = 2026-10-01\nbody = \"示例\"\n")
	shows("甲1 新2 新3")
	p.rename("items", "../items")
	p.rename("../items", "items")
	p.remove("items/01.toml")
	shows("新2 新3")
	stop()
	<-ended
}

// flood has the system give more notices of a folder than it keeps for one who doesn't take them.
func (p place) flood() {
	p.Helper()
	text, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	p.must(err)
	most, err := strconv.Atoi(strings.TrimSpace(string(text)))
	p.must(err)
	for range most { // a notice of each that begins, and one of each that ends
		p.must(os.Mkdir(p.path("items/.flood"), 0o755))
		p.must(os.Remove(p.path("items/.flood")))
	}
}

// Where notices have been lost, what comes after them is seen at once, and not first by the reading that
// needs no notice: here there is none.
func TestOverflow(t *testing.T) {
	p := newPlace(t)
	s, _ := Place{Dir: p.dir}.Open(silent)
	s.rescan = time.Hour
	e := eyes{log: silent}
	defer e.close()
	e.follow(p.dir)
	ctx, stop := context.WithCancel(t.Context())
	showing, on := make(chan Snapshot), make(chan struct{})
	ended := make(chan struct{})
	go func() {
		s.Watch(ctx, func(snap Snapshot) {
			select {
			case showing <- snap:
			case <-ctx.Done():
			}
			select {
			case <-on:
			case <-ctx.Done():
			}
		})
		close(ended)
	}()
	shows := func(want string) { // from then on it takes no notices
		t.Helper()
		for text(<-showing) != want {
			on <- struct{}{}
		}
	}
	shows("甲1 乙2 丙3")
	p.flood()
	p.write("items/02.toml", item(2, "新2"))
	on <- struct{}{}
	shows("甲1 新2 丙3")
	on <- struct{}{}
	for lost := false; !lost; {
		select {
		case <-e.stirs:
		case err := <-e.lost:
			lost = errors.Is(err, fsnotify.ErrEventOverflow)
		}
	}
	for n := range 3 {
		p.write("items/03.toml", item(3, fmt.Sprint("新", n)))
		shows(fmt.Sprint("甲1 新2 新", n))
		on <- struct{}{}
	}
	stop()
	<-ended
}

// What is wrong is told once, as long as it stays.
func TestProblemsAreToldOnce(t *testing.T) {
	p := newPlace(t)
	p.write("items/02.toml", "")
	var log bytes.Buffer
	s, first := Place{Dir: p.dir}.Open(slog.New(slog.NewTextHandler(&log, nil)))
	w := &watcher{s, time.Now(), first}
	told := func(want ...string) {
		t.Helper()
		var got []string
		for line := range strings.Lines(log.String()) {
			if _, problem, found := strings.Cut(line, "problem=\""); found {
				place, _, _ := strings.Cut(problem, ":")
				got = append(got, place)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("told of %q, want %q", got, want)
		}
		log.Reset()
	}
	told("items/02.toml")
	p.write("items/03.toml", "x")
	w.settled()
	told("items/03.toml")
	p.write("items/02.toml", item(2, "新2"))
	w.settled()
	told()
	p.write("items/02.toml", "")
	w.settled()
	told("items/02.toml")
}
