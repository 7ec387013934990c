package display

import (
	"context"
	"fmt"
	"image"
	"log/slog"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

var noon = time.Date(2026, 3, 12, 12, 0, 10, 0, time.UTC)

// sample returns a catalogue of n sample rows.
func sample(t *testing.T, n int) *catalogue.Catalogue {
	t.Helper()
	return settings(t, n, "")
}

// settings returns a catalogue of n sample rows with more in its settings.
func settings(t *testing.T, n int, more string) *catalogue.Catalogue {
	t.Helper()
	c, problems := catalogue.Parse(samples(n, more))
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

// samples returns the files of n sample rows, with more in kiosk.toml.
func samples(n int, more string) []catalogue.File {
	files := []catalogue.File{{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n" + more)}}
	for i := 1; i <= n; i++ {
		text := fmt.Sprintf("number = %d\ncategory = \"示例\"\ntitle = \"示例%d\"\ncontent = \"示例文字\"\n", i, i)
		files = append(files, catalogue.File{Path: fmt.Sprintf("items/%d.toml", i), Data: []byte(text)})
	}
	return files
}

// from returns a judge of clocks that trusts those which show no less.
func from(floor time.Time) func(time.Time) bool {
	return func(now time.Time) bool { return !now.Before(floor) }
}

// browsing returns a state in which home is shown.
func browsing(t *testing.T) session.State {
	st := session.Step(session.Start(noon, true), noon, session.Content{Catalogue: sample(t, 3)})
	st = session.Step(st, noon, session.GoHome{})
	return session.Step(st, noon.Add(5*time.Second), session.Tick{})
}

// sheet is a surface without a window.
type sheet struct {
	woken     func()
	forgotten []uint64
	lit       []bool
	ran       error             // what run returns
	runs      func(*game) error // in its place
}

func (s *sheet) run(_ context.Context, g *game) error {
	if s.runs != nil {
		return s.runs(g)
	}
	return s.ran
}

func (s *sheet) wake() {
	if s.woken != nil {
		s.woken()
	}
}
func (s *sheet) resize(image.Point)                {}
func (s *sheet) mount(pix *image.RGBA) *image.RGBA { return pix }
func (s *sheet) hang(pix *image.RGBA) sprite       { return bitmap{pix} }
func (s *sheet) ready() bool                       { return true }
func (s *sheet) forget(layer uint64)               { s.forgotten = append(s.forgotten, layer) }
func (s *sheet) light(on bool)                     { s.lit = append(s.lit, on) }
func (s *sheet) traits() traits                    { return (&panel{}).traits() }

// running returns a game whose window is open.
func running(t *testing.T) *game {
	t.Helper()
	g := newGame(Options{Zone: time.UTC, Log: slog.New(slog.DiscardHandler)}, &sheet{}, time.Now)
	t.Cleanup(g.stage.easel.close)
	g.state = browsing(t)
	g.resize(image.Pt(270, 480))
	return g
}

// target returns a point of the shown page's first target of a name.
func (g *game) target(t *testing.T, name string) image.Point {
	t.Helper()
	for _, it := range g.shown.Targets {
		if it.Name == name {
			return it.Hit.Min.Add(it.Hit.Size().Div(2))
		}
	}
	t.Fatalf("no target %s on %v", name, g.state.View)
	return image.Point{}
}

// What a finger may open is got ready while it is down, and only then: a page that
// isn't kept would be painted and dropped for ever.
func TestWhatIsPressedIsGotReady(t *testing.T) {
	now := noon.Add(6 * time.Second)
	for _, c := range []struct {
		name string
		end  func(*game)
		want session.Kind
	}{
		{"let go", func(g *game) { g.tap(now, image.Point{}) }, session.Item},
		{"dragged", func(g *game) { g.release(now) }, session.Home},
		{"new content", func(g *game) { g.apply(now, session.Content{Catalogue: sample(t, 2)}) }, session.Home},
		{"other size", func(g *game) { g.finger.hand.Down(1, image.Point{}, now, false); g.resize(image.Pt(480, 270)) }, session.Home},
	} {
		g := running(t)
		g.pressAt(now, g.target(t, "row"))
		if len(g.ahead()) != 3 || g.finger.press.look == nil || g.finger.press.then == nil {
			t.Fatalf("%s: the page under the finger isn't prepared", c.name)
		}
		c.end(g)
		g.showPage()
		if n := len(g.ahead()); n != 2 {
			t.Errorf("%s: %d pages are still painted ahead", c.name, n)
		}
		if g.state.View.Kind != c.want {
			t.Errorf("%s: %v is shown", c.name, g.state.View.Kind)
		}
	}
}

// A clock that is set back while the program runs is noticed.
func TestClockIsTheWalls(t *testing.T) {
	now := running(t).now()
	if now != now.Round(0) {
		t.Errorf("%v has a reading that no setting of the clock changes", now)
	}
}

// A clock that is set back ends what is timed by it: a glide, an echo, a pressed look that fades.
func TestClockSetBack(t *testing.T) {
	g := running(t)
	now := noon.Add(6 * time.Second)
	at := g.target(t, "row")
	g.pressAt(now, at)
	g.tap(now, at)
	g.finger.rolling = true
	if !g.finger.press.leaving() || !g.finger.echo.swallows(now, at, 24) {
		t.Fatal("nothing is under way")
	}
	back := now.Add(-time.Hour)
	g.apply(back, session.Tick{})
	if g.finger.rolling || g.finger.press.look != nil || g.moving(back) && !g.turning(back) || g.finger.echo.swallows(back, at, 24) {
		t.Error("it goes on")
	}
}

// A finger put down on nothing removes the last pressed look at once.
func TestPressOnNothing(t *testing.T) {
	g := running(t)
	now := noon.Add(6 * time.Second)
	g.pressAt(now, g.target(t, "row"))
	g.release(now)
	g.changed = false
	g.pressAt(now, image.Pt(-1000, -1000))
	if g.finger.press.look != nil || !g.changed {
		t.Error("the look of the last press stays")
	}
}

// Content that changes while a finger is down: what the finger was put on opens,
// and nothing does if it is gone.
func TestContentUnderAFinger(t *testing.T) {
	now := noon.Add(6 * time.Second)
	for rows, want := range map[int]session.Screen{
		5: {Kind: session.Item, Number: 1},
		0: {Kind: session.Preparing},
	} {
		g := running(t)
		g.pressAt(now, g.target(t, "row"))
		var next *catalogue.Catalogue
		if rows > 0 {
			next = sample(t, rows)
		}
		g.apply(now, session.Content{Catalogue: next})
		g.showPage()
		g.tap(now, image.Point{})
		g.showPage()
		if g.state.View.Screen != want || g.shown.View.Screen != want {
			t.Errorf("%d rows: %+v is shown", rows, g.state.View)
		}
	}
}

// A window that shrinks to nothing, as when the monitor is switched off, changes nothing.
func TestSizeOfNothing(t *testing.T) {
	g := running(t)
	shown := g.shown
	for _, size := range []image.Point{{}, {0, 480}, {270, 0}, {64, 64}} {
		g.resize(size)
	}
	if g.shown != shown || g.window != image.Pt(270, 480) {
		t.Errorf("window %v", g.window)
	}
}

// TestForwardContent: each new snapshot wakes the surface and is applied in the next frame; none is waited for once the game has ended.
func TestForwardContent(t *testing.T) {
	woken := make(chan bool)
	in := make(chan *catalogue.Catalogue)
	o := Options{Zone: time.UTC, Content: in, Log: slog.New(slog.DiscardHandler)}
	g := newGame(o, &sheet{woken: func() { woken <- true }}, func() time.Time { return noon })
	t.Cleanup(g.stage.easel.close)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan bool)
	go func() {
		g.forwardContent(ctx)
		close(done)
	}()
	for n := 1; n <= 2; n++ {
		c := sample(t, n)
		in <- c
		<-woken
		select {
		case got := <-g.content:
			if got != c {
				t.Errorf("snapshot %d is another", n)
			}
		default:
			t.Errorf("woken without snapshot %d", n)
		}
	}
	cancel()
	<-done
}
