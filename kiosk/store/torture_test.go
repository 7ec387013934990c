package store

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// tortureRounds is how many rounds the workers run in all with -full; without, each stops after a tenth of its rounds.
const (
	tortureRounds = 520
	workers       = 4
)

var fullFlag = flag.Bool("full", false, "run all rounds of the torture")

// tally is a torture's result.
type tally struct {
	rounds, kills, snapshots, stale, losses int
	images, opened                          int // while the directory was missing
	faults                                  map[string]int
}

// TestTorture damages the directory while the store watches it, and kills the store, at moments that a
// seed determines. It checks that every shown file is a version that was whole in the directory, that
// what is whole by the end of a round is shown, that items that no writer removes stay, and that a
// restarted process shows no less.
func TestTorture(t *testing.T) {
	count := tortureRounds
	if !*fullFlag {
		count /= 10
	}
	var mu sync.Mutex
	all := tally{faults: make(map[string]int)}
	t.Run("workers", func(t *testing.T) {
		for seed := range workers {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				t.Parallel()
				one := torture(t, uint64(seed+1), count/workers)
				mu.Lock()
				defer mu.Unlock()
				all.add(one)
			})
		}
	})
	var done []string
	total := 0
	for _, name := range slices.Sorted(maps.Keys(all.faults)) {
		done = append(done, fmt.Sprintf("%s %d", name, all.faults[name]))
		total += all.faults[name]
	}
	t.Logf("rounds %d, faults %d (%s), kills %d, snapshots %d, of them stale %d, images opened without their directory %d of %d, losses %d",
		all.rounds, total, strings.Join(done, ", "), all.kills, all.snapshots, all.stale, all.opened, all.images, all.losses)
	if all.images > 0 && all.opened == 0 {
		t.Error("no kept image could be opened")
	}
	for _, f := range tortures {
		if all.faults[f.name] == 0 && count == tortureRounds {
			t.Errorf("%q was never used", f.name)
		}
	}
}

func (a *tally) add(b tally) {
	a.rounds, a.kills, a.snapshots = a.rounds+b.rounds, a.kills+b.kills, a.snapshots+b.snapshots
	a.stale, a.losses = a.stale+b.stale, a.losses+b.losses
	a.images, a.opened = a.images+b.images, a.opened+b.opened
	for name, n := range b.faults {
		a.faults[name] += n
	}
}

// run is a torture in progress.
type run struct {
	*torment
	*child
	tally
	history []string       // of the round
	seen    map[string]int // by path: the latest version that this process has shown
	torn    bool           // the kept state has been damaged, and perhaps not been written again
	passed  bool           // this process has reported that
}

func torture(t *testing.T, seed uint64, rounds int) tally {
	r := &run{torment: newTorment(t, seed)}
	r.faults = r.done
	if !r.disk {
		t.Log("no disk of its own can be mounted: writers are cut off instead, and the store by a quota")
	}
	t.Cleanup(func() { r.kill() })
	r.start("")
	r.finish(0)
	for n := 1; n <= rounds && !t.Failed(); n++ {
		r.history = nil
		r.round(n)
		r.rounds++
	}
	return r.tally
}

// start starts the store, which always shows content from then on.
func (r *run) start(quota string) {
	r.passed = false
	r.spawn(quota)
	g := r.hear()
	r.torn = r.passed // until a process starts with another one's kept state
	if !g.First {
		r.lose("a process begins with", fmt.Sprint(g))
	}
}

func (r *run) spawn(quota string) {
	var err error
	r.child, err = spawn(r.dir, r.state, quota)
	r.must(err)
	r.seen = make(map[string]int)
}

// hear receives the next snapshot, and compares it with the ledger. The only expected fault in the log is
// that the state could not be written.
func (r *run) hear() glance {
	for {
		g, ok := r.next(r.T)
		switch {
		case !ok:
			r.Fatalf("the store ended by itself; in this round: %q", r.history)
		case g.Fault == "":
			r.snapshots++
			if g.Stale {
				r.stale++
			}
			for _, wrong := range r.verify(g, r.seen) {
				r.lose(wrong)
			}
			return g
		case strings.HasPrefix(g.Fault, "the content could not be kept"):
		case strings.HasPrefix(g.Fault, "kept content passed over") && r.torn:
			r.passed = true
		case strings.HasPrefix(g.Fault, "no notice of changes"):
		default:
			r.lose(g.Fault)
		}
	}
}

func (r *run) lose(words ...string) {
	r.losses++
	r.Errorf("lost: %s; in this round: %q", strings.Join(words, " "), r.history)
}

// crash kills the store and receives what it had printed.
func (r *run) crash() {
	r.kill()
	r.kills++
	for g := range r.said {
		if g.Fault == "" {
			for _, wrong := range r.verify(g, r.seen) {
				r.lose(wrong)
			}
		}
	}
}

// round runs some faults, kills the store before, during or after them in two rounds of five, and waits
// until the store has read the final state.
func (r *run) round(n int) {
	kill := r.random.IntN(5)
	faults := 1 + r.random.IntN(4)
	at := r.random.IntN(faults + 1)
	for i := range faults {
		if kill == 0 && i == at {
			r.restart()
		}
		f := tortures[r.random.IntN(len(tortures))]
		r.history = append(r.history, f.name)
		r.done[f.name]++
		if kill == 1 && i == at {
			r.underway(f)
			continue
		}
		f.do(r.torment)
		r.dawdle(200)
	}
	switch {
	case kill == 0 && at == faults:
		r.restart()
	case n%10 == 0:
		r.blackout()
	case n%25 == 1:
		r.tornState(n)
	}
	if n%3 == 0 {
		r.fixAll()
	}
	r.finish(n)
}

// underway kills the store during a fault.
func (r *run) underway(f fault) {
	quota, after := r.quota(), time.Duration(r.random.IntN(300))*time.Millisecond
	done := make(chan struct{})
	go func() {
		defer close(done)
		f.do(r.torment)
	}()
	r.history = append(r.history, "killed during it")
	time.Sleep(after)
	r.kill()
	<-done
	r.crash()
	r.start(quota)
}

// restart kills the store and restarts it.
func (r *run) restart() {
	r.history = append(r.history, "killed")
	quota := r.quota()
	r.crash()
	r.start(quota)
}

// quota returns, in some rounds, a limit of bytes for the store's files, so that it can't write its state.
func (r *run) quota() string {
	if r.random.IntN(5) > 0 {
		return ""
	}
	return fmt.Sprint(1 + r.random.IntN(9000))
}

// blackout starts the store while the whole directory is absent, or empty: the kept state is shown, with
// images.
func (r *run) blackout() {
	r.history = append(r.history, "killed, the directory missing")
	r.crash()
	r.must(os.Rename(r.dir, r.dir+".away"))
	empty := r.random.IntN(2) == 0
	if empty {
		r.must(os.Mkdir(r.dir, 0o755))
	}
	r.spawn("")
	g := r.hear()
	if !g.Stale || !g.First {
		r.lose("without its directory the store shows", fmt.Sprint(g))
	}
	r.images, r.opened = r.images+g.Images, r.opened+g.Opened
	if empty {
		r.must(os.Remove(r.dir))
	}
	r.must(os.Rename(r.dir+".away", r.dir))
}

// tornState damages the kept state while the directory is intact: nothing is lost by that.
func (r *run) tornState(n int) {
	r.fixAll()
	r.finish(n)
	r.history = append(r.history, "state torn")
	r.crash()
	path := filepath.Join(r.state, folderOf(r.dir), stateFile)
	data, err := os.ReadFile(path)
	r.must(err)
	data = data[:r.random.IntN(len(data))]
	r.must(os.WriteFile(path, data, 0o600))
	r.torn = true
	r.start("")
}

// finish marks the end of a round and waits until the store has read it; what is whole then is shown.
func (r *run) finish(n int) {
	mark := fmt.Sprintf("%d.%d", n, r.snapshots)
	r.bring(roundMark, fmt.Appendf(nil, "title = '示例'\ndate = 2026-11-20\nbody = '示例'\n# %s", mark))
	for {
		g := r.hear()
		if g.Round == mark {
			delete(r.present, roundMark)
			for _, wrong := range r.behind(g) {
				r.lose(wrong)
			}
			return
		}
	}
}
