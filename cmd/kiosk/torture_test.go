package main

import (
	"context"
	"fmt"
	"image"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/store"
	"gongkai/kiosk/xdrive"
)

// tortureRounds is how often the real program's directory is damaged, in all; tortured programs share it. Without
// -full each program stops after a tenth of its rounds. kiosk/store does worse to the store alone.
const (
	tortureRounds = 504
	tortured      = 4
)

// torture is the real program with a directory that is being damaged.
type torture struct {
	kiosk
	*office
	random   *rand.Rand
	state    string
	spoilt   []string // the kiosk's files that are broken
	rounds   int
	kills    int
	quotas   int
	deeds    map[string]int
	compared int
}

// TestTortureGlass checks that after each round of faults the glass shows what kiosk snapshot draws, each file in a
// version that the office has really had, and that the program runs.
func TestTortureGlass(t *testing.T) {
	t.Parallel()
	all := torture{deeds: make(map[string]int)}
	var mu sync.Mutex
	t.Run("programs", func(t *testing.T) {
		for seed := range tortured {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				t.Parallel()
				w := tortureOne(t, uint64(seed))
				mu.Lock()
				defer mu.Unlock()
				all.add(w)
			})
		}
	})
	if !t.Failed() {
		t.Logf("rounds %d, faults %v, kills %d, without room for the state %d, pictures compared %d, losses 0", all.rounds, all.deeds, all.kills, all.quotas, all.compared)
	}
}

// tortureOne damages one program's directory. Each seed begins with another fault.
func tortureOne(t *testing.T, seed uint64) *torture {
	o := newOffice(t)
	w := &torture{office: o, random: rand.New(rand.NewPCG(seed, 20261124)), state: filepath.Join(t.TempDir(), "state"), deeds: make(map[string]int)}
	o.must(os.CopyFS(o.to, os.DirFS(o.from)))
	w.kiosk = kiosk{T: t, dir: o.to}.start(built, xdrive.Portrait, "--state", w.state)
	ctx, cancel := context.WithTimeout(context.Background(), 4*limit)
	defer cancel()
	w.ctx = ctx
	w.home()
	rounds := tortureRounds / tortured
	if !*fullFlag {
		rounds /= 10
	}
	for ; w.rounds < rounds; w.rounds++ {
		w.round(2*int(seed) + w.rounds)
	}
	if _, err := w.End(); err != nil {
		t.Error(err)
	}
	return w
}

// add adds another program's counts.
func (w *torture) add(one *torture) {
	w.rounds, w.kills, w.quotas, w.compared = w.rounds+one.rounds, w.kills+one.kills, w.quotas+one.quotas, w.compared+one.compared
	for name, n := range one.deeds {
		w.deeds[name] += n
	}
}

func (w *torture) must(err error) {
	w.kiosk.Helper()
	w.kiosk.must(err)
}

// home goes to the board, which has every item's title.
func (w *torture) home() {
	w.walk(xdrive.Step{At: xdrive.Slide, Want: "home"})
}

// round edits in the office, transfers that badly, and checks the glass. In one round of three the
// program is killed; in some the directory is absent when it restarts.
func (w *torture) round(n int) {
	w.edit(n)
	deeds := []struct {
		name string
		do   func(name string)
	}{
		{"renamed", w.carry}, {"written slowly", w.dribble}, {"cut", w.cut}, {"garbled", w.garble},
		{"two writers", w.interleave}, {"directory swapped", w.swap}, {"directory away", w.away}, {"pipe", w.pipe},
	}
	deed := deeds[n%len(deeds)]
	w.deeds[deed.name]++
	deed.do(w.edited())
	if n%3 == 2 {
		w.kill(n)
	}
	w.check(fmt.Sprintf("round %d, %s", n, deed.name))
}

// edit writes a new version of one of the titled items in the office.
func (w *torture) edit(n int) {
	name := titled[n%len(titled)]
	data, err := os.ReadFile(filepath.Join(w.from, name))
	w.must(err)
	text := titleLine.ReplaceAllString(string(data), fmt.Sprintf("title     = \"示例%d\"", n))
	w.write(name, text)
	w.whole.note(w.kiosk.T, w.from)
	w.spoilt = append(w.spoilt, name)
}

// titled returns the items whose title is on the board; the last edited one is the end of spoilt.
var (
	titled    = []string{item5, item6, "items/09-就业困难人员认定.toml"}
	titleLine = regexp.MustCompile(`(?m)^title +=.*$`)
)

func (w *torture) edited() string { return w.spoilt[len(w.spoilt)-1] }

// read returns the office's version of a file.
func (w *torture) read(name string) []byte {
	data, err := os.ReadFile(filepath.Join(w.from, name))
	w.must(err)
	return data
}

// carry transfers all that is not intact, like a good tool.
func (w *torture) carry(string) {
	for _, name := range w.spoilt {
		w.must(os.RemoveAll(filepath.Join(w.to, name+".new")))
		w.must(os.WriteFile(filepath.Join(w.to, name+".new"), w.read(name), 0o644))
		if info, err := os.Lstat(filepath.Join(w.to, name)); err == nil && !info.Mode().IsRegular() {
			w.must(os.Remove(filepath.Join(w.to, name)))
		}
		w.must(os.Rename(filepath.Join(w.to, name+".new"), filepath.Join(w.to, name)))
	}
	w.spoilt = nil
}

// dribble writes in place, piece by piece; until the end the file is broken.
func (w *torture) dribble(name string) {
	data := w.read(name)
	f, err := os.Create(filepath.Join(w.to, name))
	w.must(err)
	defer f.Close()
	for len(data) > 0 {
		n := min(len(data), 1+w.random.IntN(200))
		_, err := f.Write(data[:n])
		w.must(err)
		data = data[n:]
		time.Sleep(time.Duration(w.random.IntN(20)) * time.Millisecond)
	}
	w.spoilt = slices.DeleteFunc(w.spoilt, func(s string) bool { return s == name })
}

// cut leaves only a part of the file's first line.
func (w *torture) cut(name string) {
	data := w.read(name)
	w.must(os.WriteFile(filepath.Join(w.to, name), data[:10+w.random.IntN(40)], 0o644))
}

func (w *torture) garble(name string) {
	data := w.read(name)
	for i := range 20 {
		data[len(data)/2+i] = 0xff
	}
	w.must(os.WriteFile(filepath.Join(w.to, name), data, 0o644))
}

// interleave lets two processes write a file; the later one finishes last.
func (w *torture) interleave(name string) {
	path := filepath.Join(w.to, name)
	one, err := os.Create(path)
	w.must(err)
	defer one.Close()
	two, err := os.Create(path)
	w.must(err)
	defer two.Close()
	data := w.read(name)
	one.Write(make([]byte, len(data)))
	two.Write(data[:len(data)/2])
	time.Sleep(time.Duration(w.random.IntN(300)) * time.Millisecond)
	two.Write(data[len(data)/2:])
	w.spoilt = slices.DeleteFunc(w.spoilt, func(s string) bool { return s == name })
}

// swap replaces the directory with the office's.
func (w *torture) swap(string) {
	w.must(os.CopyFS(w.to+".new", os.DirFS(w.from)))
	w.must(os.Rename(w.to, w.to+".old"))
	w.must(os.Rename(w.to+".new", w.to))
	w.must(os.RemoveAll(w.to + ".old"))
	w.spoilt = nil
}

// away removes the directory until the program has noticed.
func (w *torture) away(string) {
	n := len(w.Log())
	w.must(os.Rename(w.to, w.to+".away"))
	_, err := w.WaitLine(w.ctx, n, "stale=true")
	w.must(err)
	w.check("without its directory")
	w.must(os.Rename(w.to+".away", w.to))
}

func (w *torture) pipe(name string) {
	w.must(os.RemoveAll(filepath.Join(w.to, name)))
	w.must(syscall.Mkfifo(filepath.Join(w.to, name), 0o644))
}

// kill kills the program at any moment, like a power failure, and restarts it: sometimes with the directory
// gone, sometimes without room for its state, in which case all is transferred first.
func (w *torture) kill(n int) {
	time.Sleep(time.Duration(w.random.IntN(400)) * time.Millisecond)
	w.must(syscall.Kill(w.Pid, syscall.SIGKILL))
	w.End()
	w.kills++
	gone, quota := n%4 == 0, n%4 == 1
	run := []string{built, "run", "--content", w.to, "--state", w.state}
	switch {
	case gone:
		w.must(os.Rename(w.to, w.to+".away"))
	case quota:
		w.quotas++
		w.carry("")
		run = append([]string{"sh", "-c", `ulimit -f 4; exec "$0" "$@"`}, run...)
	}
	var err error
	w.Program, err = w.Launch(run[0], run[1:]...)
	w.must(err)
	w.kiosk.T.Cleanup(func() { w.End() })
	w.must(w.Ready(w.ctx, w.Program))
	w.must(w.Damage.Settle(w.ctx, xdrive.Quiet))
	w.home()
	if gone {
		w.check("started without its directory")
		w.must(os.Rename(w.to+".away", w.to))
	}
	if quota {
		w.check("without room for its state")
		w.kill(3)
	}
}

// check compares the glass with the picture that kiosk snapshot draws, and the shown content with all that
// the office ever had.
func (w *torture) check(what string) {
	w.kiosk.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	w.same(ctx, what)
	w.compared++
	if !w.Running() {
		w.kiosk.Fatalf("%s: the program has ended:\n%q", what, w.Log())
	}
	shown := store.Place{Dir: w.to, State: w.state}.Read().Catalogue
	if shown == nil {
		w.kiosk.Fatalf("%s: nothing to show", what)
	}
	if wrong := w.whole.wrong(unmarked(shown)); wrong != "" {
		w.kiosk.Errorf("%s: it shows %s", what, wrong)
	}
	lines := slices.DeleteFunc(w.Log(), func(s string) bool { return !strings.Contains(s, "revision=") })
	if len(lines) > 0 && !strings.Contains(lines[len(lines)-1], shown.Revision) {
		w.kiosk.Errorf("%s: it shows %s and logs\n%s", what, shown.Revision, lines[len(lines)-1])
	}
}

// same waits until the glass shows what a snapshot draws. The state that a snapshot reads can be written after the glass
// was drawn for the last time, so it looks again even if nothing is drawn.
func (w *torture) same(ctx context.Context, what string) {
	w.kiosk.Helper()
	for {
		n := w.Damage.Count()
		want, got := body(w.drawn("home", "home.png", "--state", w.state)), body(w.picture())
		if same(got, want) {
			return
		}
		again, cancel := context.WithTimeout(ctx, 2*time.Second)
		w.Damage.Wait(again, n)
		cancel()
		if err := ctx.Err(); err != nil {
			dir := w.kiosk.ArtifactDir()
			w.must(xdrive.Save(filepath.Join(dir, "got.png"), got))
			w.must(xdrive.Save(filepath.Join(dir, "want.png"), want))
			w.kiosk.Fatalf("%s: the glass differs in %.2f %% of the pixels: %v\n%s", what, 100*xdrive.Changed(got, want), err, strings.Join(w.Log(), "\n"))
		}
	}
}

// unmarked returns a catalogue without its marks.
func unmarked(c *catalogue.Catalogue) *catalogue.Catalogue {
	plain := *c
	plain.Items, plain.Notices = slices.Clone(c.Items), slices.Clone(c.Notices)
	for i := range plain.Items {
		plain.Items[i].Seen = catalogue.Seen{}
	}
	for i := range plain.Notices {
		plain.Notices[i].Seen = catalogue.Seen{}
	}
	return &plain
}

// TestSaveToGlass measures the time from saving an edit to its appearance on the glass.
func TestSaveToGlass(t *testing.T) {
	k := open(t, built, xdrive.Portrait, "--state", filepath.Join(t.TempDir(), "state"))
	k.walk(toItem6...)
	var all []time.Duration
	for n := range 8 {
		old, now := "残疾人补贴", fmt.Sprintf("示例第%d次", n)
		if n > 0 {
			old = fmt.Sprintf("示例第%d次", n-1)
		}
		after := kiosk{T: t, dir: filepath.Join(t.TempDir(), "after")}
		k.must(os.CopyFS(after.dir, os.DirFS(k.dir)))
		after.edit(item6, `"`+old+`"`, `"`+now+`"`)
		want := crop(after.drawn("item:6", "item-06.png"), titleArea)
		saved := time.Now()
		k.edit(item6, `"`+old+`"`, `"`+now+`"`)
		for seen := k.Damage.Count(); ; seen = k.Damage.Count() {
			m, err := k.Part(titleArea)
			k.must(err)
			if same(m, want) {
				break
			}
			_, err = k.Damage.Wait(k.ctx, seen)
			k.must(err)
		}
		all = append(all, time.Since(saved))
	}
	slices.Sort(all)
	t.Logf("from save to glass, %d times: median %v, longest %v", len(all), all[len(all)/2].Round(time.Millisecond), all[len(all)-1].Round(time.Millisecond))
}

// titleArea is where an item's title is, px, and no mark.
var titleArea = image.Rect(150, 240, 1080, 340)
