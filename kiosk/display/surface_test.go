package display

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"log/slog"
	"strings"
	"syscall"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// TestFirstSurfaceThatWorks: a surface that can't be opened, or fails as it runs, is logged and gives way to the next one.
func TestFirstSurfaceThatWorks(t *testing.T) {
	works, fails, absent := &sheet{}, &sheet{ran: errors.New("no driver")}, (*sheet)(nil)
	for _, c := range []struct {
		name  string
		tried []*sheet
		lacks []string
		fails bool
	}{
		{"the first", []*sheet{works, fails}, nil, false},
		{"the second, the first can't be opened", []*sheet{absent, works}, []string{"0"}, false},
		{"the second, the first fails", []*sheet{fails, works}, []string{"0"}, false},
		{"none", []*sheet{absent, fails}, []string{"0", "1"}, true},
	} {
		var log bytes.Buffer
		var surfaces []candidate
		for i, s := range c.tried {
			surfaces = append(surfaces, candidate{string('0' + rune(i)), func(Options) (surface, error) {
				if s == nil {
					return nil, errors.New("no server")
				}
				return s, nil
			}})
		}
		err := runOn(context.Background(), surfaces, Options{First: sample(t, 1), Zone: time.UTC, Log: slog.New(slog.NewTextHandler(&log, nil))})
		if (err != nil) != c.fails {
			t.Errorf("%s: %v", c.name, err)
		}
		if n := strings.Count(log.String(), "screen without"); n != len(c.lacks) {
			t.Errorf("%s: logged\n%s", c.name, log.String())
		}
		for _, lack := range c.lacks {
			if !strings.Contains(log.String(), "screen without "+lack) {
				t.Errorf("%s: logged\n%s", c.name, log.String())
			}
		}
	}
}

// TestCandidates: GL comes first with a GPU, shared memory without one, and there is always another surface.
func TestCandidates(t *testing.T) {
	for gpu, want := range map[bool]string{true: "GL, shared memory", false: "shared memory, GL"} {
		var got []string
		for _, w := range candidates(gpu) {
			got = append(got, w.lacks)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("with a GPU %v: %v", gpu, got)
		}
	}
}

// TestAnotherSurface: on another surface the session goes on where it was, with nothing left of the first one's sprites.
func TestAnotherSurface(t *testing.T) {
	g := running(t)
	item := session.Screen{Kind: session.Item, Number: 2}
	g.apply(g.state.Now, session.Open{Screen: item})
	g.pressAt(g.state.Now, image.Pt(100, 200))
	first := g.stage
	g.use(&sheet{})
	t.Cleanup(g.stage.easel.close)
	if g.stage == first || len(g.stage.tiles) > 0 || g.finger.press.look != nil {
		t.Error("something of the first surface is left")
	}
	if g.resize(image.Pt(270, 480)); g.shown.View.Screen != item {
		t.Errorf("%v is shown", g.shown.View)
	}
}

// TestServerGone: without the X server no other surface is tried, but a server that was resetting is tried once more.
func TestServerGone(t *testing.T) {
	for _, c := range []struct {
		name  string
		opens []error // in turn
		runs  []error
		tries int
		want  error
	}{
		{"it ends", nil, []error{ErrServerGone}, 1, ErrServerGone},
		{"it resets itself", []error{errResetting}, nil, 2, nil},
		{"it resets itself before the window is open", nil, []error{errResetting, nil}, 2, nil},
		{"it ends as the window opens", []error{errResetting, errResetting}, nil, 2, ErrServerGone},
	} {
		next := func(from *[]error) (err error) {
			if len(*from) > 0 {
				err, *from = (*from)[0], (*from)[1:]
			}
			return err
		}
		tries := 0
		open := func(Options) (surface, error) {
			tries++
			return &sheet{runs: func(*game) error { return next(&c.runs) }}, next(&c.opens)
		}
		other := func(Options) (surface, error) {
			t.Errorf("%s: another surface is tried", c.name)
			return &sheet{}, nil
		}
		var log bytes.Buffer
		o := Options{First: sample(t, 1), Zone: time.UTC, Log: slog.New(slog.NewTextHandler(&log, nil))}
		err := runOn(t.Context(), []candidate{{"0", open}, {"1", other}}, o)
		if !errors.Is(err, c.want) || tries != c.tries || strings.Contains(log.String(), "screen without") {
			t.Errorf("%s: %v after %d tries; log\n%s", c.name, err, tries, log.String())
		}
	}
}

// TestLost: the ends of a connection, and nothing else, are a server that is gone.
func TestLost(t *testing.T) {
	refused := errors.New("refused")
	for err, want := range map[error]error{io.EOF: ErrServerGone, syscall.EPIPE: ErrServerGone, refused: refused, nil: nil} {
		got := lostAs(ErrServerGone, err)
		if !errors.Is(got, want) || errors.Is(got, ErrServerGone) != (want == ErrServerGone) {
			t.Errorf("%v becomes %v", err, got)
		}
	}
}

// TestContentBetweenSurfaces: no snapshot is lost that arrives while one surface fails and the next one opens.
func TestContentBetweenSurfaces(t *testing.T) {
	content := make(chan *catalogue.Catalogue)
	snapshots := []*catalogue.Catalogue{sample(t, 1), sample(t, 2), sample(t, 3)}
	fails := &sheet{runs: func(*game) error {
		content <- snapshots[0] // goes to the game
		content <- snapshots[1] // is to be forwarded
		return errors.New("no driver")
	}}
	works := &sheet{runs: func(g *game) error {
		go func() { content <- snapshots[2] }()
		for i, want := range snapshots {
			select {
			case got := <-g.content:
				if got != want {
					t.Errorf("snapshot %d is another", i)
				}
			case <-time.After(10 * time.Second):
				return fmt.Errorf("snapshot %d is lost", i)
			}
		}
		return nil
	}}
	var surfaces []candidate
	for _, s := range []*sheet{fails, works} {
		surfaces = append(surfaces, candidate{"", func(Options) (surface, error) { return s, nil }})
	}
	o := Options{Content: content, Zone: time.UTC, Log: slog.New(slog.DiscardHandler)}
	if err := runOn(t.Context(), surfaces, o); err != nil {
		t.Error(err)
	}
}

// TestFingerOnAFailedSurface: a finger on a surface that fails doesn't hold up the session on the next one.
func TestFingerOnAFailedSurface(t *testing.T) {
	g := running(t)
	g.update(g.now(), []contact{{1, down, image.Pt(100, 200)}})
	if !g.state.Holding {
		t.Fatal("no finger is down")
	}
	g.use(&sheet{})
	t.Cleanup(g.stage.easel.close)
	if g.state.Holding {
		t.Error("it is down for good")
	}
}
