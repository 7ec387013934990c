package display

import (
	"bytes"
	"context"
	"errors"
	"image"
	"log/slog"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/session"
)

// TestFirstSurfaceThatWorks: a surface that can't be opened, or fails as it runs, is logged and gives way to the next one.
func TestFirstSurfaceThatWorks(t *testing.T) {
	works, fails, absent := &sheet{}, &sheet{ran: errors.New("no driver")}, (*sheet)(nil)
	for _, c := range []struct {
		name  string
		ways  []*sheet
		lacks []string
		fails bool
	}{
		{"the first", []*sheet{works, fails}, nil, false},
		{"the second, the first can't be opened", []*sheet{absent, works}, []string{"0"}, false},
		{"the second, the first fails", []*sheet{fails, works}, []string{"0"}, false},
		{"none", []*sheet{absent, fails}, []string{"0", "1"}, true},
	} {
		var log bytes.Buffer
		var ways []way
		for i, s := range c.ways {
			ways = append(ways, way{string('0' + rune(i)), func(Options) (surface, error) {
				if s == nil {
					return nil, errors.New("no server")
				}
				return s, nil
			}})
		}
		err := runOn(context.Background(), ways, Options{First: sample(t, 1), Zone: time.UTC, Log: slog.New(slog.NewTextHandler(&log, nil))})
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

// TestWaysToGlass: GL comes first with a GPU, shared memory without one, and there is always another way.
func TestWaysToGlass(t *testing.T) {
	for gpu, want := range map[bool]string{true: "GL, shared memory", false: "shared memory, GL"} {
		var got []string
		for _, w := range waysToGlass(gpu) {
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
