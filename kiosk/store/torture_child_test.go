package store

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// The child is the store in its own process, so that it can be killed at any moment. It prints each
// snapshot as a line of JSON.

// glance is a child's report of a snapshot.
type glance struct {
	Revision string
	Shown    map[string]string // by file, images too: SHA-256 of the bytes that are shown
	Numbers  []int             // of the items
	Images   int               // how many images are shown
	Opened   int               // how many of them can be opened
	Stale    bool
	Round    string // the round's mark in the directory as it now is
	First    bool   // the first one of a process
	Fault    string // from the log: what failed
}

const (
	childDir   = "TORTURE_DIR"
	childState = "TORTURE_STATE"
	childQuota = "TORTURE_QUOTA" // bytes; no file that it writes may be larger
	roundMark  = "notices/zz-round.toml"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		tortured(dir, os.Getenv(childState), os.Getenv(childQuota))
		return
	}
	flag.Parse()
	if flag.Lookup("test.fuzz").Value.String() == "" {
		flag.Set("test.parallel", strconv.Itoa(max(8, runtime.GOMAXPROCS(0)))) // the workers wait most of the time
	}
	os.Exit(m.Run())
}

// tortured watches a directory until it is killed.
func tortured(dir, state, quota string) {
	if n, err := strconv.ParseUint(quota, 10, 64); err == nil {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
			panic(err)
		}
	}
	out := json.NewEncoder(os.Stdout)
	s, snap := Place{Dir: dir, State: state}.Open(slog.New(faults{out}))
	out.Encode(s.glance(snap, true))
	s.Watch(context.Background(), func(snap Snapshot) { out.Encode(s.glance(snap, false)) })
}

// faults is a log that reports what failed.
type faults struct{ out *json.Encoder }

func (f faults) Enabled(_ context.Context, l slog.Level) bool { return l >= slog.LevelWarn }
func (f faults) WithAttrs([]slog.Attr) slog.Handler           { return f }
func (f faults) WithGroup(string) slog.Handler                { return f }
func (f faults) Handle(_ context.Context, r slog.Record) error {
	if r.Message == "content problem" {
		return nil
	}
	g := glance{Fault: r.Message}
	r.Attrs(func(a slog.Attr) bool {
		g.Fault += " " + a.String()
		return true
	})
	return f.out.Encode(g)
}

// glance examines what a snapshot shows, file by file.
func (s *Store) glance(snap Snapshot, first bool) glance {
	g := glance{First: first, Stale: snap.Stale, Shown: make(map[string]string)}
	for _, f := range snap.Files {
		if f.Path == roundMark {
			_, g.Round, _ = strings.Cut(string(f.Data), "# ")
		}
	}
	if snap.Catalogue == nil {
		return g
	}
	g.Revision = snap.Catalogue.Revision
	bytesOf := func(path string) string {
		sum := sha256.Sum256(s.keep.used[path])
		return hex.EncodeToString(sum[:])
	}
	g.Shown["kiosk.toml"] = bytesOf("kiosk.toml")
	for _, it := range snap.Catalogue.Items {
		g.Shown[it.File] = bytesOf(it.File)
		g.Numbers = append(g.Numbers, it.Number)
	}
	for _, n := range snap.Catalogue.Notices {
		g.Shown[n.File] = bytesOf(n.File)
		for _, im := range n.Images {
			g.Shown[im.Name] = im.Hash
			g.Images++
			g.Opened += s.opens(im)
		}
	}
	return g
}

// opens returns 1 if an image can be read, else 0.
func (s *Store) opens(im catalogue.Image) int {
	f, err := s.Images().Open(im.Name)
	if err != nil {
		return 0
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil || hex.EncodeToString(h.Sum(nil)) != im.Hash {
		return 0
	}
	return 1
}

// child is a running child, for its parent.
type child struct {
	cmd  *exec.Cmd
	said chan glance // closed when it has ended
}

func spawn(dir, state, quota string) (*child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	c := &child{cmd: exec.Command(self), said: make(chan glance, 1000)}
	c.cmd.Env = append(os.Environ(), childDir+"="+dir, childState+"="+state, childQuota+"="+quota, "GOMAXPROCS=1")
	c.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	var stderr strings.Builder
	c.cmd.Stderr = &stderr
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(c.said)
		lines := bufio.NewScanner(out)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var g glance
			if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
				g.Fault = fmt.Sprintf("the child prints %q", lines.Text())
			}
			c.said <- g
		}
		if c.cmd.Wait(); stderr.Len() > 0 {
			c.said <- glance{Fault: stderr.String()}
		}
	}()
	return c, nil
}

// kill ends it like a power failure.
func (c *child) kill() { c.cmd.Process.Kill() }

// silence is how long a child may print nothing; only one that hangs does, however busy the machine.
const silence = 10 * time.Minute

// next returns the next glance; ok is false once the child has ended.
func (c *child) next(t *testing.T) (g glance, ok bool) {
	select {
	case g, ok = <-c.said:
		return g, ok
	case <-time.After(silence):
		c.kill()
		t.Fatalf("the child has printed nothing for %v", silence)
		return g, false
	}
}
