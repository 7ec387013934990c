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

// The directory is replaced in many ways; the path leads to the content each time.
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
	if problemsOf(w.last) != "error ." {
		t.Errorf("a missing directory: problems %q", problemsOf(w.last))
	}
	p.rename("../away", "")
	shows("甲1 乙2 丙3")
	if problemsOf(w.last) != "" {
		t.Errorf("a directory that is back: problems %q", problemsOf(w.last))
	}

	// Another directory takes its place by a rename.
	p.write("../next/kiosk.toml", settings)
	p.write("../next/items/1.toml", item(1, "新1"))
	p.rename("", "../before")
	p.rename("../next", "")
	shows("新1")

	// An empty one, like a share that isn't mounted.
	p.rename("", "../before2")
	p.must(os.Mkdir(p.dir, 0o755))
	shows("新1")

	// A link that is swapped, as configuration management does.
	p.remove("")
	p.link("before", "")
	shows("甲1 乙2 丙3")
	p.link("before2", "../link")
	p.rename("../link", "")
	shows("新1")
}

// As in a ConfigMap, all files are links through ..data, which is swapped at once.
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

func TestOpenLogsProblems(t *testing.T) {
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

// Limits of inotify are logged once, with what to do.
func TestNoNotificationsAreLoggedOnce(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{syscall.ENOSPC, "sysctl fs.inotify.max_user_watches="},
		{syscall.EMFILE, "sysctl fs.inotify.max_user_instances="},
		{errors.New("odd"), "odd"},
	} {
		var log bytes.Buffer
		w := notifier{log: slog.New(slog.NewTextHandler(&log, nil))}
		for range 3 {
			w.warn(os.NewSyscallError("inotify", c.err))
		}
		if n := strings.Count(log.String(), "every few seconds"); n != 1 || !strings.Contains(log.String(), c.want) {
			t.Errorf("%v: logged %d times:\n%s", c.err, n, log.String())
		}
	}
}

// A folder that was renamed and is back before the next reading is watched again, though it is the very
// same: its watch has ended. If a notification is missing, the test runs into its time limit.
func TestFolderThatIsBackIsWatched(t *testing.T) {
	p := newPlace(t)
	n := notifier{log: silent}
	defer n.close()
	n.follow(p.dir)
	p.rename("items", "../items")
	p.rename("../items", "items")
	for n.on != nil {
		n.note(<-n.events)
	}
	n.follow(p.dir)
	p.write("items/04.toml", item(4, "丁4"))
	for ev := range n.events {
		if ev.Name == p.path("items/04.toml") {
			return
		}
	}
}

// The real thing: the system's notifications, two readings, a snapshot. No time is measured; if a notification is
// missing, the test runs into its time limit.
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

// flood makes the system send more notifications of a folder than it queues.
func (p place) flood() {
	p.Helper()
	text, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	p.must(err)
	most, err := strconv.Atoi(strings.TrimSpace(string(text)))
	p.must(err)
	for range most { // a notification when each begins, and one when it ends
		p.must(os.Mkdir(p.path("items/.flood"), 0o755))
		p.must(os.Remove(p.path("items/.flood")))
	}
}

// After an overflow, later changes are still seen by notification: the reading that needs none is an hour away.
func TestOverflow(t *testing.T) {
	p := newPlace(t)
	s, _ := Place{Dir: p.dir}.Open(silent)
	s.rescan = time.Hour
	n := notifier{log: silent}
	defer n.close()
	n.follow(p.dir)
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
	shows := func(want string) { // from then on Watch receives no notifications
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
		case <-n.events:
		case err := <-n.errors:
			lost = errors.Is(err, fsnotify.ErrEventOverflow)
		}
	}
	for i := range 3 {
		p.write("items/03.toml", item(3, fmt.Sprint("新", i)))
		shows(fmt.Sprint("甲1 新2 新", i))
		on <- struct{}{}
	}
	stop()
	<-ended
}

// A problem is logged once, as long as it lasts.
func TestProblemsAreLoggedOnce(t *testing.T) {
	p := newPlace(t)
	p.write("items/02.toml", "")
	var log bytes.Buffer
	s, first := Place{Dir: p.dir}.Open(slog.New(slog.NewTextHandler(&log, nil)))
	w := &watcher{s, time.Now(), first}
	logged := func(want ...string) {
		t.Helper()
		var got []string
		for line := range strings.Lines(log.String()) {
			if _, problem, found := strings.Cut(line, "problem=\""); found {
				place, _, _ := strings.Cut(problem, ":")
				got = append(got, place)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("logged %q, want %q", got, want)
		}
		log.Reset()
	}
	logged("items/02.toml")
	p.write("items/03.toml", "x")
	w.settled()
	logged("items/03.toml")
	p.write("items/02.toml", item(2, "新2"))
	w.settled()
	logged()
	p.write("items/02.toml", "")
	w.settled()
	logged("items/02.toml")
}
